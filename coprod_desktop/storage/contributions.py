"""List contributions page by page, and find those that wait for something."""

import dataclasses
import datetime
from collections.abc import Iterable

import sqlalchemy as sa

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.storage import search
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.work import Reading

_work = table_of(Contribution)
_people = table_of(Participant)
_projects = table_of(Project)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which contributions to list; what is left out does not matter."""

    typed: str = ""
    participant_id: int | None = None
    project_id: int | None = None
    activity_id: int | None = None
    state: WorkState | None = None
    from_on: datetime.date | None = None
    to_on: datetime.date | None = None


def page(
    reading: Reading, chosen: Filter, *, after: tuple[datetime.date, int] | None, limit: int
) -> tuple[ContributionSummary, ...]:
    """Return the next contributions, latest work first, from behind a (day, id).

    With words typed, the newest 1,000 entries that have them are listed.
    """
    some = sa.select(_work).where(*_conditions(reading, chosen))
    if after is not None:
        some = some.where(sa.tuple_(_work.c.worked_on, _work.c.contribution_id) < after)
    newest = (_work.c.worked_on.desc(), _work.c.contribution_id.desc())
    rows = some.order_by(*newest).limit(limit).subquery("some")
    query = (
        sa.select(
            *(rows.c[name] for name in _SHOWN),
            _people.c.name.label("participant"),
            _projects.c.name.label("project"),
        )
        .join(_people, _people.c.participant_id == rows.c.participant_id)
        .join(_projects, _projects.c.project_id == rows.c.project_id)
        .order_by(rows.c.worked_on.desc(), rows.c.contribution_id.desc())
    )
    return reading.fetch(ContributionSummary, query)


def marks(
    reading: Reading, chosen: Filter, every: int
) -> tuple[int, tuple[tuple[datetime.date, int], ...]]:
    """Return how many there are, and the (day, id) of every so-manieth in the order of `page`.

    With them a list can go to any place at once, without reading all that stands before.
    """
    conditions = tuple(_conditions(reading, chosen))
    newest = (_work.c.worked_on.desc(), _work.c.contribution_id.desc())
    numbered = (
        sa.select(
            _work.c.worked_on,
            _work.c.contribution_id,
            sa.func.row_number().over(order_by=newest).label("number"),
        )
        .where(*conditions)
        .subquery("numbered")
    )
    ends = (
        sa.select(numbered.c.worked_on, numbered.c.contribution_id)
        .where(numbered.c.number % every == 0)
        .order_by(numbered.c.number)
    )
    total = sa.select(sa.func.count()).select_from(_work).where(*conditions)
    keys = tuple((row[0], row[1]) for row in reading.connection.execute(ends))
    return reading.connection.execute(total).scalar_one(), keys


def _conditions(reading: Reading, chosen: Filter) -> Iterable[sa.ColumnElement[bool]]:
    if chosen.typed.strip():
        own = _work.c.contribution_id
        yield search.is_found(reading.connection, "contributions", chosen.typed, own)
    for name in ("participant_id", "project_id", "activity_id", "state"):
        wanted = getattr(chosen, name)
        if wanted is not None:
            yield _work.c[name] == wanted
    if chosen.from_on is not None:
        yield _work.c.worked_on >= chosen.from_on
    if chosen.to_on is not None:
        yield _work.c.worked_on <= chosen.to_on


_SHOWN = (
    "contribution_id",
    "worked_on",
    "participant_id",
    "what",
    "kind_of_work",
    "capacity",
    "minutes",
    "pay",
    "is_paid",
    "offered_pence",
    "agreed_pence",
    "choice",
    "state",
    "because",
)


def minutes_on(reading: Reading, participant_id: int, worked_on: datetime.date) -> int:
    """Return the minutes that a person already has on a day."""
    total = sa.select(whole_sum(_work.c.minutes)).where(
        _work.c.participant_id == participant_id, _work.c.worked_on == worked_on
    )
    return reading.connection.execute(total).scalar_one()


def minutes_on_day(reading: Reading, worked_on: datetime.date) -> dict[int, int]:
    """Return the minutes that each person already has on a day."""
    query = (
        sa.select(_work.c.participant_id, sa.func.sum(_work.c.minutes).label("minutes"))
        .where(_work.c.worked_on == worked_on)
        .group_by(_work.c.participant_id)
    )
    return {row.participant_id: int(row.minutes) for row in reading.connection.execute(query)}


def minutes_by_day(reading: Reading) -> dict[tuple[int, datetime.date], int]:
    """Return the minutes of every person on every day, for checking a whole sheet at once."""
    query = sa.select(
        _work.c.participant_id, _work.c.worked_on, whole_sum(_work.c.minutes).label("minutes")
    ).group_by(_work.c.participant_id, _work.c.worked_on)
    return {
        (row.participant_id, row.worked_on): row.minutes
        for row in reading.connection.execute(query)
    }


def known_import_keys(reading: Reading, keys: Iterable[str]) -> frozenset[str]:
    """Return which of these import keys are in the file already."""
    wanted, known = sorted(set(keys)), set[str]()
    for start in range(0, len(wanted), 500):
        chunk = wanted[start : start + 500]
        query = sa.select(_work.c.import_key).where(_work.c.import_key.in_(chunk))
        known.update(reading.connection.scalars(query))
    return frozenset(known)


def of_period(
    reading: Reading, participant_id: int, from_on: datetime.date, to_on: datetime.date
) -> tuple[Contribution, ...]:
    """Return a person's contributions of a period, oldest first."""
    query = (
        sa.select(_work)
        .where(_work.c.participant_id == participant_id)
        .where(_work.c.worked_on.between(from_on, to_on))
        .order_by(_work.c.worked_on, _work.c.contribution_id)
    )
    return reading.fetch(Contribution, query)


def to_pay(reading: Reading, up_to_on: datetime.date) -> tuple[Contribution, ...]:
    """Return the approved contributions with money agreed, worked up to a day."""
    query = (
        sa.select(_work)
        .where(_work.c.state == WorkState.APPROVED, _work.c.agreed_pence > 0)
        .where(_work.c.worked_on <= up_to_on)
        .order_by(_work.c.participant_id, _work.c.worked_on, _work.c.contribution_id)
    )
    return reading.fetch(Contribution, query)
