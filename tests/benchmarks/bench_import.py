"""Time the import of 100,000 rows beside its floor: calamine and a raw insert.

Run `python -m tests.benchmarks.bench_import [ROWS]`; it prints one line for each measure. Only the
ratios are to be kept: absolute times drift from machine to machine.
"""

import datetime
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import python_calamine

from coprod_desktop.domain.policy import simple_version
from coprod_desktop.services.office import Office, new_office
from tests.builders import an_organisation

ROWS = 100_000
PEOPLE = 2_000
HEADINGS = ("Name", "Project", "Date", "Start time", "Hours", "Kind", "Description", "Paid")
TARGET = 3.0


def write_sheet(path: Path, rows: int, people: int = PEOPLE) -> None:
    """Write an invented sheet of time given."""
    luck = random.Random(20261121)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Time")
    sheet.append(HEADINGS)
    first = datetime.date(2025, 1, 1)
    for _row in range(rows):
        person = luck.randrange(people)
        sheet.append(
            (
                f"Invented Person {person}",
                f"Project {person % 12}",
                first + datetime.timedelta(days=luck.randrange(600)),
                f"{luck.randrange(8, 19):02d}:{luck.choice((0, 15, 30, 45)):02d}",
                luck.choice((0.25, 0.5, 0.75, 1, 1.5)),
                luck.choice(("Meeting", "Preparation", "Reading", "Travel time")),
                luck.choice(("Steering group", "Visited the ward", "Read the plan", "Rehearsal")),
                luck.choice(("yes", "no")),
            )
        )
    book.save(path)


def floor(sheet: Path, folder: Path) -> None:
    """Read the sheet with calamine and put the cells into a plain table, three indexes and all."""
    rows = python_calamine.CalamineWorkbook.from_path(sheet).get_sheet_by_index(0).to_python()
    raw = sqlite3.connect(folder / "floor.db")
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("CREATE TABLE work (id INTEGER PRIMARY KEY, a, b, c, d, e, f, g, h)")
    for column in ("a", "b", "c"):
        raw.execute(f"CREATE INDEX ix_{column} ON work ({column}, id)")
    with raw:
        raw.executemany(
            "INSERT INTO work (a, b, c, d, e, f, g, h) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ([str(cell) for cell in row] for row in rows[1:]),
        )
    raw.close()


def a_file(folder: Path) -> Office:
    """Make an empty file of a charity that pays £12.50 an hour."""
    first = datetime.date(2000, 1, 1)
    policy = simple_version(effective_on=first, hourly_pence=1250)
    return new_office(str(folder / "Bench.coprod"), "correct horse", an_organisation(), policy)


def clocked(work: Callable[[], object]) -> float:
    """Return the seconds that a piece of work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def once(sheet: Path) -> tuple[float, float]:
    """Return the seconds of the floor and of our import, each into a new file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = clocked(lambda: floor(sheet, folder))
        office = a_file(folder)
        ours = clocked(lambda: office.imports.contributions(sheet))
        office.close()
    return plain, ours


def openpyxl_reading(sheet: Path) -> None:
    """Read the sheet as openpyxl does it, and do nothing with it."""
    for _row in openpyxl.load_workbook(sheet, read_only=True).worksheets[0].values:
        pass


def main() -> None:
    """Print the measures."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "time.xlsx"
        write_sheet(sheet, rows)
        measured = [once(sheet) for _time in range(3)]
        reading = clocked(lambda: openpyxl_reading(sheet))
    plain = statistics.median(one for one, _ours in measured)
    ours = statistics.median(ours for _one, ours in measured)
    sys.stdout.write(
        f"{rows:,} rows: calamine and raw insert {plain:.2f} s, openpyxl reading {reading:.2f} s\n"
        f"import with history {ours:.2f} s: {ours / plain:.2f} of the floor (at most {TARGET})\n"
        f"and {ours / reading:.2f} of openpyxl's reading alone (at most 1)\n"
    )


if __name__ == "__main__":
    main()
