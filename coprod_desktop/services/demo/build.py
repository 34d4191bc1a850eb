"""Build the file of the demo charity from its story."""

import datetime
import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from coprod_desktop.services.demo.crowd import crowd_steps
from coprod_desktop.services.demo.diary import diary_steps
from coprod_desktop.services.demo.long_log import long_log_steps
from coprod_desktop.services.demo.made_things import made_steps
from coprod_desktop.services.demo.opening import (
    OPENED_AT,
    opening_steps,
    organisation_of,
    policy_of,
)
from coprod_desktop.services.demo.papers import paper_steps
from coprod_desktop.services.demo.pay_days import approval_steps, pay_day_steps
from coprod_desktop.services.demo.plan import keep_latest, plan_year
from coprod_desktop.services.demo.script import load_script
from coprod_desktop.services.demo.stage import Stage
from coprod_desktop.services.demo.steps import Step, play
from coprod_desktop.services.demo.story_clock import StoryClock
from coprod_desktop.services.demo.turns import turn_steps
from coprod_desktop.services.office import Clock, Office, new_office, open_office
from coprod_desktop.storage.database import is_address, utc_now

DEMO_NOW = datetime.datetime(2026, 11, 19, 11, 0, tzinfo=datetime.UTC)
"""The moment at which the story ends, a Thursday."""
_NODES = 1024
_LONG_LOG = 20_000


def build_demo(
    location: str,
    passphrase: str,
    *,
    participants: int = 24,
    contributions: int | None = None,
    seed: int = 2026,
    clock: Clock = utc_now,
) -> Office:
    """Make a file with a year of an invented charity and return it open.

    The same numbers tell the same story record for record, whoever asks and whenever. More than 24
    `participants` get names put together at random; `contributions` is the number of all, or None
    for those of the story alone. `clock` is what the returned office goes by; the story ends at
    DEMO_NOW. Raises what `new_office` raises; then no file is left behind.
    """
    script = load_script()
    story = StoryClock(OPENED_AT)
    office = new_office(
        location,
        passphrase,
        organisation_of(script),
        policy_of(script.charity["policy"][0]),
        operator=script.charity["operator"][0]["name"],
        clock=story,
        ids=story.ids(seed % _NODES),
        seal_key=hashlib.sha256(f"demo {seed}".encode()).hexdigest(),
    )
    try:
        with tempfile.TemporaryDirectory() as folder:
            keys = frozenset(person["key"] for person in script.people[:participants])
            stage = Stage(
                office=office,
                script=script,
                clock=story,
                folder=Path(folder),
                keys=keys,
                seed=seed,
            )
            steps = _steps(stage, participants - len(keys), contributions)
            play(steps, story, stage.sit_down)
    except BaseException:
        office.close()
        if not is_address(location):
            Path(location).unlink(missing_ok=True)
        raise
    office.close()
    return open_office(location, passphrase, clock=clock)


def _steps(stage: Stage, crowd: int, contributions: int | None) -> Iterator[Step]:
    plan = plan_year(stage.script, stage.keys, stage.seed)
    if contributions is not None:
        plan = keep_latest(plan, contributions)
    more = (contributions or plan.contributions) - plan.contributions
    yield from opening_steps(stage)
    yield from crowd_steps(stage, crowd)
    yield from long_log_steps(stage, more)
    yield from diary_steps(stage, plan)
    yield from turn_steps(stage)
    yield from approval_steps(stage)
    yield from pay_day_steps(stage)
    yield from made_steps(stage)
    yield from paper_steps(stage, are_long=more > _LONG_LOG and not crowd)
