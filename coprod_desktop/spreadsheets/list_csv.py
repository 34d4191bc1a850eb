"""Write any list as a text file that people open: quoted, in UTF-8, and safe in a spreadsheet."""

import csv
import datetime
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from coprod_desktop.domain.formula_text import for_people
from coprod_desktop.domain.list_extracts import ListExtract
from coprod_desktop.domain.time import format_hours
from coprod_desktop.spreadsheets.saving import write_whole
from coprod_desktop.spreadsheets.shown_columns import (
    DAY,
    MINUTES,
    PENCE,
    TICK,
    ShownColumn,
    shown_columns,
    yes_or_no,
)

_AT_ONCE = 500


def write_list_csv(
    extract: ListExtract, path: Path, progressed: Callable[[int], None] | None = None
) -> int:
    """Write a list and return how many rows it had.

    `progressed` is told the rows done and may raise to stop; then nothing is left behind. Raises
    FileReadOnlyError, DiskFullError or FileMissingError.
    """
    columns = shown_columns(extract.columns)
    count = 0

    def rows() -> Iterable[list[str]]:
        nonlocal count
        for row in extract.rows:
            yield [_worded(column, row[column.at]) for column in columns]
            count += 1
            if progressed is not None and count % _AT_ONCE == 0:
                progressed(count)

    def save(place: Path) -> None:
        write_rows([column.title for column in columns], rows(), place)

    write_whole(path, save)
    return count


def write_rows(
    headings: Sequence[str] | None,
    rows: Iterable[Sequence[str]],
    place: Path,
    *,
    has_mark: bool = True,
) -> None:
    """Write headings, if any, and rows of safe text, every cell quoted.

    The mark at the start is that by which Excel knows UTF-8; other programs may stumble over it.
    """
    encoding = "utf-8-sig" if has_mark else "utf-8"
    with place.open("w", encoding=encoding, errors="replace", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        if headings is not None:
            writer.writerow([for_people(heading) for heading in headings])
        writer.writerows(rows)


def _worded(column: ShownColumn, value: object) -> str:
    """Return what a cell says; figures are never touched, and text never becomes a formula."""
    if value is None:
        return ""
    if column.kind == TICK:
        return yes_or_no(value)
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}" if column.kind == DAY else value.isoformat()
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return _figure(column.kind, value)
    return for_people(str(value).replace("\0", "\N{REPLACEMENT CHARACTER}"))


def _figure(kind: str, value: int | Decimal) -> str:
    if kind == PENCE:
        return f"{Decimal(value) / 100:.2f}"
    if kind == MINUTES and value >= 0:
        return format_hours(int(value))
    return str(value)
