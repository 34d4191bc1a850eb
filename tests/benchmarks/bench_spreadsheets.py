"""Time reading, checking and writing of large sheets beside the libraries' own best.

Run as `python -m tests.benchmarks.bench_spreadsheets [rows]`; only the ratios mean anything.
"""

import datetime
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import python_calamine

from coprod_desktop.spreadsheets.contributions import read_contributions
from coprod_desktop.spreadsheets.open_workbook import write_open_workbook

_TODAY = datetime.date(2026, 11, 21)
_HEADINGS = (
    "Name", "Email", "Project", "Date", "Start time", "End time", "Duration", "Description",
    "Kind of work", "Skills", "Paid", "Note",
)  # fmt: skip
_REPEATS = 3


def _log(rows: int) -> list[tuple[object, ...]]:
    """Make a log of invented people's time."""
    chance = random.Random(31)
    return [
        (
            f"Person {chance.randrange(400)}",
            f"p{chance.randrange(400)}@example.org",
            f"Project {chance.randrange(20)}",
            datetime.date(2025, 1, 1) + datetime.timedelta(days=chance.randrange(300)),
            datetime.time(9, chance.randrange(60)),
            None,
            datetime.timedelta(minutes=15 * chance.randrange(1, 20)),
            f"Did piece of work number {number} with others",
            "Meeting",
            "listening, writing",
            chance.choice(("yes", "no")),
            "",
        )
        for number in range(rows)
    ]


def _stored(rows: int) -> list[tuple[object, ...]]:
    """Make rows as the app keeps them: long ids, texts, dates and whole numbers."""
    chance = random.Random(31)
    return [
        (
            2**61 + number,
            2**61 + chance.randrange(400),
            2**61 + chance.randrange(20),
            None,
            datetime.date(2025, 1, 1) + datetime.timedelta(days=chance.randrange(300)),
            15 * chance.randrange(1, 20),
            "Meeting",
            "lived experience",
            f"Did piece of work number {number} with others",
            chance.randrange(10_000),
            chance.random() < 0.5,
            "",
        )
        for number in range(rows)
    ]


def _ratio(ours: Callable[[], object], floor: Callable[[], object]) -> float:
    """Return the shortest run of ours over the shortest of the floor, run in turns."""
    times: dict[Callable[[], object], list[float]] = {ours: [], floor: []}
    for _repeat in range(_REPEATS):
        for work, taken in times.items():
            begun = time.process_time()
            work()
            taken.append(time.process_time() - begun)
    return min(times[ours]) / min(times[floor])


def _write_plainly(path: Path, rows: list[tuple[object, ...]]) -> None:
    """Write rows as fast as openpyxl does: ids as text, or Excel would spoil them."""
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("contributions")
    for row in rows:
        sheet.append([str(v) if type(v) is int and v >= 10**15 else v for v in row])
    workbook.save(path)


def _read_plainly(path: Path) -> None:
    python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def main() -> None:
    """Print each operation's ratio to its floor."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log.xlsx"
        _write_plainly(log, [_HEADINGS, *_log(count)])
        ratio = _ratio(lambda: read_contributions(log, None, _TODAY), lambda: _read_plainly(log))
        sys.stdout.write(f"read and check {count:,} rows / calamine alone: {ratio:.2f}\n")
        stored = _stored(count)
        names = [f"column_{number}" for number in range(len(stored[0]))]
        path = Path(folder) / "open.xlsx"
        ratio = _ratio(
            lambda: write_open_workbook({"contributions": (names, stored)}, path),
            lambda: _write_plainly(log, stored),
        )
        sys.stdout.write(f"open workbook, {count:,} rows / openpyxl write-only: {ratio:.2f}\n")


if __name__ == "__main__":
    main()
