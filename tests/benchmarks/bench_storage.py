"""How fast the file is beside its floors: `python -m tests.benchmarks.bench_storage [--rows N]`."""

import argparse
import contextlib
import datetime
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.storage import backups, contributions, engines, keys, search, totals
from coprod_desktop.storage.contributions import Filter
from coprod_desktop.storage.database import Database, open_database
from tests.benchmarks import large_file
from tests.benchmarks.floors import Figure, elapsed_ms, percentile_95, side_by_side, table
from tests.storage.world import GRACE

YEAR = (datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
FRAME_MS = 1000 / 60
FIRST_ROWS_MS = 50.0
_PAGE = (
    "SELECT c.contribution_id, c.worked_on, c.participant_id, c.what, c.kind_of_work, c.capacity, "
    "c.minutes, c.pay, c.is_paid, c.offered_pence, c.agreed_pence, c.choice, c.state, c.because, "
    "p.name, j.name FROM (SELECT * FROM contributions WHERE (worked_on, contribution_id) < (?, ?) "
    "ORDER BY worked_on DESC, contribution_id DESC LIMIT 100) c "
    "JOIN participants p USING (participant_id) JOIN projects j USING (project_id) "
    "ORDER BY c.worked_on DESC, c.contribution_id DESC"
)
_TOTALS = (
    "SELECT participant_id, sum(CASE WHEN is_paid THEN minutes ELSE 0 END), "
    "sum(CASE WHEN is_paid THEN 0 ELSE minutes END), sum(agreed_pence), sum(value_pence) "
    "FROM contributions WHERE worked_on BETWEEN ? AND ? GROUP BY participant_id"
)
_new_ids = iter(range(6 * 10**18, 7 * 10**18))


class Place:
    """A file of so many contributions, open by our code and, beside it, by the driver alone."""

    def __init__(self, folder: Path, rows: int) -> None:
        self.rows = rows
        self.people = max(10, rows // 100)
        self.path = folder / f"{rows}.coprod"
        start = time.perf_counter()
        large_file.make(self.path, rows).close()
        self.made_in = time.perf_counter() - start
        self.database = open_database(str(self.path), large_file.PASSPHRASE)
        self.raw = large_file.connection_of(self.database)

    def close(self) -> None:
        """Close both."""
        self.raw.close()
        self.database.close()


def opening(large: Place, small: Place) -> Iterator[Figure]:
    """Open and show the first page; deriving the key is the same for every file."""
    for place in (large, small):
        place.close()
    pairs = [(open_and_show(large), open_and_show(small)) for _each in range(15)]
    ours, floor = (statistics.median(pair[index] for pair in pairs) for index in (0, 1))
    salt = bytes(16)
    key = min(elapsed_ms(lambda: keys.derive_key("x", salt)) for _each in range(5))
    for place in (large, small):
        place.database = open_database(str(place.path), large_file.PASSPHRASE)
        place.raw = large_file.connection_of(place.database)
    name = f"{small.rows:,} file"
    yield figure(f"open, to the first page, {large.rows:,}", ours, name, floor, 1.15)
    yield figure("  the same without deriving the key", ours - key, name, floor - key)


def open_and_show(place: Place) -> float:
    """Open and read the first page; return the milliseconds until then, and close."""
    start = time.perf_counter()
    opened = open_database(str(place.path), large_file.PASSPHRASE)
    with opened.reading() as reading:
        contributions.page(reading, Filter(), after=None, limit=100)
    elapsed = (time.perf_counter() - start) * 1000
    opened.close()
    return elapsed


def figure(
    operation: str, ours: float, floor: str, floor_ms: float, target: float | None = None
) -> Figure:
    """Put one line of the table together."""
    return Figure(operation=operation, ours_ms=ours, floor=floor, floor_ms=floor_ms, target=target)


def paging(place: Place) -> Figure:
    """Turn to a page somewhere in the list."""
    chance = random.Random(1)
    after = iter([(day(chance), 0) for _each in range(999)])
    after_raw = iter([(day(chance).isoformat(), 0) for _each in range(999)])

    def ours() -> None:
        with place.database.reading() as reading:
            contributions.page(reading, Filter(), after=next(after), limit=100)

    def floor() -> None:
        place.raw.execute(_PAGE, next(after_raw)).fetchall()

    return figure(f"page of 100, {place.rows:,}", *beside(ours, "raw query", floor, 100))


def day(chance: random.Random) -> datetime.date:
    """Pick a day of the four years."""
    return datetime.date(2023, 3, 1) + datetime.timedelta(days=chance.randint(0, 1300))


def beside(ours: Any, name: str, floor: Any, times: int) -> tuple[float, str, float]:
    """Measure both in turn."""
    ours_ms, floor_ms = side_by_side(ours, floor, times)
    return ours_ms, name, floor_ms


def saving(place: Place, folder: Path) -> Iterator[Figure]:
    """Save one entry with its history and its words; the floor inserts the row and no more."""
    plain = plain_copy(place, folder / f"plain {place.rows}.sqlite")
    ours = saver(place)
    for name, raw in (("encrypted", place.raw), ("plain", plain)):
        floor = inserter(raw, place.people)
        numbers = beside(ours, f"raw insert with FULL, {name}", floor, 200)
        yield figure(f"save one entry, durable, {place.rows:,}", *numbers, 4.0)
    plain.close()


def saver(place: Place) -> Any:
    """Return a function that saves one more contribution by our code."""

    def save_one() -> None:
        record = large_file.fresh_contributions(1, place.people, next(_new_ids))[0]
        with place.database.transaction("log", GRACE) as work:
            work.add(record)

    return save_one


def inserter(raw: Any, people: int) -> Any:
    """Return a function that inserts one more row with the driver alone."""

    def insert_one() -> None:
        record = large_file.fresh_contributions(1, people, next(_new_ids))[0]
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(large_file.insertion(), large_file.as_tuple(record))
        raw.execute("COMMIT")

    return insert_one


def plain_copy(place: Place, path: Path) -> sqlite3.Connection:
    """Make an unencrypted file with the same contributions and indexes, as durable as ours."""
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("PRAGMA journal_mode=WAL")
    plain.execute("PRAGMA synchronous=OFF")
    plain.execute("PRAGMA cache_size=-32000")
    made = "SELECT sql FROM sqlite_master WHERE tbl_name = 'contributions' AND sql IS NOT NULL"
    for row in place.raw.execute(made):
        plain.execute(row[0])
    plain.execute("BEGIN")
    everything = place.raw.execute("SELECT * FROM contributions")
    plain.executemany(large_file.insertion(), everything)
    plain.execute("COMMIT")
    plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    plain.execute("PRAGMA synchronous=FULL")
    return plain


def adding_up(place: Place) -> Figure:
    """Add up a year by participant."""

    def ours() -> None:
        with place.database.reading() as reading:
            totals.rows(reading, "participant", *YEAR)

    def floor() -> None:
        place.raw.execute(_TOTALS, [day.isoformat() for day in YEAR]).fetchall()

    numbers = beside(ours, "raw covering-index query", floor, 15)
    return figure(f"year totals by person, {place.rows:,}", *numbers, 1.2)


def searching(place: Place) -> Iterator[Figure]:
    """Type 1 to 5 letters of words that many or few entries have; show the first rows."""
    chance = random.Random(7)
    vocabulary = [*large_file.FIRST, *large_file.LAST, *" ".join(large_file.WHAT).split()]
    typed = [chance.choice(vocabulary)[:length] for length in range(1, 6) for _each in range(60)]
    for name, action in (("search", find), ("list", list_found)):
        times = [elapsed_ms(lambda t=t, a=action: a(place.database, t)) for t in typed]  # type: ignore[misc]
        operation = f"{name}: a keystroke, p95, {place.rows:,}"
        yield figure(operation, percentile_95(times), "50 ms to first rows", FIRST_ROWS_MS, 1.0)
        yield figure("  the same, against a 60 Hz frame", percentile_95(times), "16.7 ms", FRAME_MS)


def find(database: Database, typed: str) -> None:
    """Find as the search box does: a few of each kind."""
    with database.reading() as reading:
        for kind in ("participants", "projects", "contributions"):
            search.find(reading, typed, kind, 20)


def list_found(database: Database, typed: str) -> None:
    """Narrow the list of contributions by what is typed."""
    with database.reading() as reading:
        contributions.page(reading, Filter(typed=typed), after=None, limit=100)


def copying(place: Place, folder: Path) -> Figure:
    """Make a verified copy; the floor copies only."""
    copies = iter(range(99))

    def ours() -> None:
        path = folder / f"copy {next(copies)}.coprod"
        backups.copy_verified(place.path, place.database.key, path)
        path.unlink()

    def floor() -> None:
        path = folder / f"bare {next(copies)}.coprod"
        bare = engines.connect(path, place.database.key, mode="rwc", settings=())
        with contextlib.closing(bare):
            place.raw.backup(bare)
        engines.remove_logs(path)
        path.unlink()

    return figure(
        f"verified backup, {place.rows:,}", *beside(ours, "backup API alone", floor, 3), 1.5
    )


def adding_many(place: Place, count: int) -> Figure:
    """Add many entries at once, with history and search; the floor inserts the rows and no more."""
    records = large_file.fresh_contributions(count, place.people, 5 * 10**18)
    rows = [large_file.as_tuple(record) for record in records]

    def ours() -> None:
        with place.database.transaction("import", GRACE) as work:
            work.add_all(Contribution, records)

    def floor() -> None:
        place.raw.execute("BEGIN IMMEDIATE")
        place.raw.executemany(large_file.insertion(), rows)
        place.raw.execute("COMMIT")

    floor_ms = elapsed_ms(floor)
    place.raw.execute("DELETE FROM contributions WHERE contribution_id >= 5000000000000000000")
    return figure(f"add {count:,} entries at once", elapsed_ms(ours), "raw executemany", floor_ms)


def main() -> int:
    """Measure and print; 1 where a target is missed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=1_000_000)
    rows = arguments.parse_args().rows
    sizes = [rows // 100, rows // 10, rows]
    with tempfile.TemporaryDirectory(prefix="coprod-bench-") as name:
        folder = Path(name)
        places = [Place(folder, size) for size in sizes]
        made = ", ".join(f"{p.rows:,} rows in {p.made_in:.0f} s" for p in places)
        megabytes = places[-1].path.stat().st_size / 1e6
        say(f"Made {made}; the largest file has {megabytes:.0f} MB.\n")
        figures = [*opening(places[-1], places[0])]
        figures += [paging(place) for place in places]
        figures += [one for place in places for one in searching(place)]
        figures.append(adding_up(places[-1]))
        figures.append(copying(places[-1], folder))
        figures += [one for place in places for one in saving(place, folder)]
        figures.append(adding_many(places[1], rows // 10))
        for place in places:
            place.close()
    say(table(figures))
    return int(any(one.verdict == "MISSED" for one in figures))


def say(text: str) -> None:
    """Print for the reader of the benchmark."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
