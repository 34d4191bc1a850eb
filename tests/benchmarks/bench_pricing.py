"""Price 100,000 contributions under tiers and rolling caps, beside a plain loop in one run.

Run by hand: `.venv/bin/python -m tests.benchmarks.bench_pricing`. Floor and pricing take turns, and
of each the shortest time of the processor counts. Only the ratios are to be kept.
"""

import dataclasses
import datetime
import functools
import gc
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.policy import Policy, Quote, read_policy
from coprod_desktop.domain.policy.batches import Ledger, Ledgers
from coprod_desktop.domain.policy.conditions import Facts
from coprod_desktop.domain.policy.quoting import no_published
from coprod_desktop.services.pricing import PriceList
from coprod_desktop.storage.work import Reading
from tests.benchmarks import large_file
from tests.builders import a_policy
from tests.storage.world import save

POLICY = """
[policy]
name = "Tiers and rolling caps"

[[not_paid]]
name = "Travel time"
when = { kind = "travel time" }

[[fee]]
name = "Chairing"
when = { kind = "chairing" }
bands = [{ up_to = "2h", pays = 60.00 }, { over = "2h", pays = 110.00 }]

[[fee]]
name = "Time"
tiers = [{ first = "20h", rate = 15.00, per = "hour" }, { rate = 12.50, per = "hour" }]
running = "month"

[[cap]]
name = "Hours in four weeks"
covers = ["fees"]
at_most = "60h"
per = "28 days"

[[cap]]
name = "Paid in a rolling year"
covers = ["fees"]
at_most = 5000.00
per = "12 months"
"""
KINDS = ("meeting", "preparation", "reading", "chairing", "travel time")
FIRST = datetime.date(2024, 1, 1)
EACH = 500
"""Contributions of one person, so that more of them means more people."""
ROUNDS = 5
COUNTS = (25_000, 50_000, 100_000)
TARGET = 60
ROWS = 20_000


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """A piece of work as the benchmark makes it up."""

    person: int
    worked_on: datetime.date
    minutes: int
    kind: str


def pieces(count: int) -> list[Piece]:
    """Make up work over three years, in order of days."""
    chance = random.Random(4)
    days = sorted(chance.randrange(1096) for _ in range(count))
    return [
        Piece(
            chance.randrange(count // EACH),
            FIRST + datetime.timedelta(days=day),
            5 * chance.randint(3, 60),
            chance.choice(KINDS),
        )
        for day in days
    ]


def plain(work: list[Piece]) -> list[int]:
    """Return minutes times a rate, to the nearest penny: the floor."""
    found = []
    for one in work:
        found.append((one.minutes * 1500 + 30) // 60)
    return found


def priced(policy: Policy, work: list[Piece]) -> list[Quote]:
    """Return what the policy offers for each piece, with its reason."""
    shared = Ledgers(policy, no_published, ending="Policy version 1.")
    ledgers: dict[int, Ledger] = defaultdict(shared.new)
    found = []
    for one in work:
        facts: Facts = {"on": one.worked_on, "kind": one.kind, "time": one.minutes}
        found.append(ledgers[one.person].quote_work(facts, {"kind": one.kind}))
    return found


def timed(do: Callable[[], object]) -> float:
    """Return the processor's time in seconds."""
    gc.collect()
    begun = time.process_time()
    do()
    return time.process_time() - begun


def in_turns(floor: Callable[[], object], ours: Callable[[], object]) -> tuple[float, float]:
    """Return the shortest times of both, in seconds."""
    times = [(timed(floor), timed(ours)) for _ in range(ROUNDS)]
    return min(one for one, _other in times), min(other for _one, other in times)


def through_a_file() -> tuple[float, float]:
    """Return the times of the floor and of the whole way through the prices of a real file."""
    with tempfile.TemporaryDirectory() as folder:
        database = large_file.make(Path(folder) / "large.coprod", ROWS)
        save(database, a_policy(effective_on=FIRST - datetime.timedelta(days=2000), text=POLICY))
        with database.reading() as reading:
            work = sorted(reading.find(Contribution), key=lambda one: one.worked_on)
            fresh = [dataclasses.replace(one, state=WorkState.LOGGED) for one in work]
            alike = [Piece(0, one.worked_on, one.minutes, one.kind_of_work) for one in work]
            return in_turns(lambda: plain(alike), lambda: through_prices(reading, fresh))


def through_prices(reading: Reading, work: list[Contribution]) -> list[Contribution]:
    """Price contributions anew, with everything that the file knows of them."""
    prices = PriceList(reading, but_not=[one.contribution_id for one in work])
    return [prices.price(one) for one in work]


def main() -> None:
    """Print how much longer pricing takes than the floor, and that it grows evenly."""
    policy = read_policy(POLICY)
    before = None
    for count in COUNTS:
        work = pieces(count)
        floor, ours = in_turns(
            functools.partial(plain, work), functools.partial(priced, policy, work)
        )
        target = f" (at most {TARGET})" if count == COUNTS[-1] else ""
        growth = "" if before is None else f", {ours / before:.2f} times the half"
        sys.stdout.write(
            f"{count:,} contributions: plain loop {floor * 1000:.1f} ms, priced {ours:.2f} s, "
            f"{ours / floor:.0f} times the floor{target}{growth}\n"
        )
        before = ours
    floor, ours = through_a_file()
    sys.stdout.write(
        f"{ROWS:,} contributions of a file, the whole way: {ours:.2f} s, "
        f"{ours / ROWS * 1e6:.0f} µs each, {ours / floor:.0f} times the floor (no target)\n"
    )


if __name__ == "__main__":
    main()
