"""Time lists that go out beside openpyxl's own best, and cross-tables of very many rows.

Run as `python -m tests.benchmarks.bench_export [rows]` (100,000 unless told); times are of this
process alone, so that a busy computer tells nearly the same.
"""

import csv
import functools
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from coprod_desktop.domain.list_extracts import ListExtract
from coprod_desktop.domain.pivots import PivotBy, PivotFigure
from coprod_desktop.services.data_lists import data_list
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.list_exports import ListExportService, with_columns
from coprod_desktop.services.pivots import PivotService
from coprod_desktop.storage.top_ups import Days
from tests.benchmarks.large_file import make

_BYTES_IN_MB = 1024
_KEYS = (
    *("day", "person", "project", "kind", "what", "paid"),
    *("time", "offered", "agreed", "value", "choice", "state"),
)


def _timed(words: str, work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    seconds = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _BYTES_IN_MB
    sys.stdout.write(f"{words:<44} {seconds:7.2f} s   {memory:5.0f} MB at most so far\n")
    return seconds


def _plainly(extract: ListExtract, path: Path) -> None:
    """Write the same values as openpyxl does it fastest: no styles, table or totals."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in extract.rows:
        sheet.append(list(row))
    book.save(path)


def _plain_csv(extract: ListExtract, path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(extract.rows)


def main() -> None:
    """Measure all of it once."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        database = make(folder / "Large.coprod", rows)
        desk = Desk(database)
        exports, pivots = ListExportService(desk), PivotService(desk)

        def extract() -> ListExtract:
            return with_columns(data_list(desk, "contributions", Days()), set(_KEYS))

        sys.stdout.write(f"{rows:,} contributions\n")
        if rows <= 100_000:
            _timed("reading the rows", lambda: sum(1 for _row in extract().rows))
            ours = _timed("list to XLSX", lambda: exports.write(extract(), folder / "a.xlsx"))
            _timed("list to CSV", lambda: exports.write(extract(), folder / "a.csv"))
            theirs = _timed(
                "openpyxl write-only, bare values", lambda: _plainly(extract(), folder / "b.xlsx")
            )
            _timed("csv module, bare values", lambda: _plain_csv(extract(), folder / "b.csv"))
            sys.stdout.write(f"XLSX: {ours / theirs:.2f} of openpyxl write-only\n")
        for by in ((PivotBy.PERSON, PivotBy.MONTH), (PivotBy.PROJECT, PivotBy.WEEK),
                   (PivotBy.KIND, PivotBy.PAID)):  # fmt: skip
            for figure in (PivotFigure.HOURS, PivotFigure.PEOPLE):
                words = f"{figure.value} by {by[0].value} and {by[1].value}"
                _timed(words, functools.partial(pivots.make, *by, figure))
        database.close()


if __name__ == "__main__":
    main()
