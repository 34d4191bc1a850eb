"""Price 100,000 contributions under tiers and rolling caps, beside a plain loop: a floor in one run.

Run by hand: `.venv/bin/python -m tests.benchmarks.bench_pricing`.
"""

import dataclasses
import datetime
import gc
import random
import time
from collections import defaultdict
from collections.abc import Callable

from coprod_desktop.domain.policy import Policy, Quote, read_policy
from coprod_desktop.domain.policy.batches import Ledgers
from coprod_desktop.domain.policy.quoting import no_published

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
PEOPLE = 200
TARGET = 60


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
            chance.randrange(PEOPLE),
            FIRST + datetime.timedelta(days=day),
            5 * chance.randint(3, 60),
            chance.choice(KINDS),
        )
        for day in days
    ]


def plain(work: list[Piece]) -> list[int]:
    """Return minutes times a rate, to the nearest penny: the floor."""
    return [(one.minutes * 1500 + 30) // 60 for one in work]


def priced(policy: Policy, work: list[Piece]) -> list[Quote]:
    """Return what the policy offers for each piece, with its reason."""
    shared = Ledgers(policy, no_published, ending="Policy version 1.")
    ledgers = defaultdict(shared.new)
    found = []
    for one in work:
        facts = {"on": one.worked_on, "kind": one.kind, "time": one.minutes}
        found.append(ledgers[one.person].quote_work(facts, {"kind": one.kind}))
    return found


def timed(do: Callable[[], object], times: int) -> float:
    """Return the shortest of several times in seconds."""
    best = 9e9
    for _ in range(times):
        gc.collect()
        begun = time.perf_counter()
        do()
        best = min(best, time.perf_counter() - begun)
    return best


def main() -> None:
    """Print how much longer pricing takes than the floor, and that it grows evenly."""
    policy = read_policy(POLICY)
    before = None
    for count in (25_000, 50_000, 100_000):
        work = pieces(count)
        floor, ours = timed(lambda: plain(work), 5), timed(lambda: priced(policy, work), 2)
        growth = "" if before is None else f", {ours / before:.2f} times the half"
        print(
            f"{count:,} contributions: plain loop {floor * 1000:.1f} ms, priced {ours:.2f} s, "
            f"{ours / floor:.0f} times the floor (at most {TARGET}){growth}"
        )
        before = ours


if __name__ == "__main__":
    main()
