"""Look at every table of a spreadsheet before anything is decided about it."""

import dataclasses
import datetime
import hashlib
from collections.abc import Mapping, Sequence

from coprod_desktop.domain.text import fold
from coprod_desktop.spreadsheets.cells import read_text
from coprod_desktop.spreadsheets.expenses import FIELDS as EXPENSE_FIELDS
from coprod_desktop.spreadsheets.finding import find_heading_row, heading_texts
from coprod_desktop.spreadsheets.headings import match
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.participants import FIELDS as PEOPLE_FIELDS
from coprod_desktop.spreadsheets.sheets import Book, Cell, Sheet
from coprod_desktop.spreadsheets.side_by_side import before_neighbour, from_column, table_starts
from coprod_desktop.spreadsheets.table import letter
from coprod_desktop.spreadsheets.time_columns import FIELDS as TIME_FIELDS

PREVIEWED_ROWS = 12
_PREVIEWED_COLUMNS = 40
_MARK = "Coprod open workbook"
_ALL_FIELDS = tuple(dict.fromkeys((*TIME_FIELDS, *EXPENSE_FIELDS, *PEOPLE_FIELDS)))
_OF_PEOPLE = frozenset({"email", "phone", "address", "sort_code", "account_number",
                        "name_on_papers", "contact_by", "language", "edition"})  # fmt: skip
_LENGTHS = frozenset({"duration", "minutes", "seconds", "start"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SheetLook:
    """What one table shows: where it is, how it was read, and its first rows as texts.

    `table` counts tables side by side from 1. `kind` is the likeliest of contributions, expenses,
    participants and open-workbook, or empty. `first_row` is the number of the first of `rows`.
    `fingerprint` is the same for every sheet with the same headings.
    """

    sheet: str
    table: int
    first_column: str
    encoding: str
    separator: str
    heading_row: int
    headings: tuple[str, ...]
    first_row: int
    rows: tuple[tuple[str, ...], ...]
    rows_below: int
    kind: str
    fingerprint: str


def looks_of(book: Book, heading_rows: Mapping[str, int]) -> tuple[SheetLook, ...]:
    """Return what each table of a book shows, from the first worksheet on.

    `heading_rows` says by worksheet where a person saw the headings.
    """
    found = []
    for sheet in book.sheets:
        wishes = ImportMap(heading_row=heading_rows.get(sheet.name))
        _score, heading_row = find_heading_row(sheet, _ALL_FIELDS, wishes)
        starts = table_starts(heading_texts(sheet, heading_row))
        for number, start in enumerate(starts, 1):
            part = from_column(sheet, start) if start else sheet
            found.append(_look(part, number, start, heading_row))
    return tuple(found)


def _look(sheet: Sheet, number: int, start: int, heading_row: int) -> SheetLook:
    headings, _neighbour = before_neighbour(heading_texts(sheet, heading_row))
    below = sheet.rows[heading_row:]
    first = max(heading_row - 3, 1)
    shown = sheet.rows[first - 1 : heading_row + PREVIEWED_ROWS]
    width = min(max(len(headings), 1), _PREVIEWED_COLUMNS)
    return SheetLook(
        sheet=sheet.name,
        table=number,
        first_column=letter(start),
        encoding=sheet.encoding,
        separator=sheet.separator,
        heading_row=heading_row,
        headings=headings,
        first_row=first,
        rows=tuple(tuple(shown_text(cell) for cell in row[:width]) for row in shown),
        rows_below=sum(row.count(None) < len(row) for row in below),
        kind=_kind(sheet, headings, below[:200]),
        fingerprint=fingerprint(headings),
    )


def fingerprint(headings: Sequence[str]) -> str:
    """Return the digest of headings; accents, case and spaces do not count."""
    plain = "\x1f".join(fold(heading) for heading in headings).strip("\x1f")
    return hashlib.sha256(plain.encode()).hexdigest()[:32]


def shown_text(cell: Cell) -> str:
    """Return a cell as a preview shows it, a day as in Britain and a length as 1:30."""
    if isinstance(cell, datetime.datetime):
        is_day = cell.time() == datetime.time()
        return f"{cell:%d/%m/%Y}" if is_day else f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, datetime.date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, datetime.timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{'-' * (minutes < 0)}{abs(minutes) // 60}:{abs(minutes) % 60:02d}"
    if isinstance(cell, datetime.time):
        return f"{cell:%H:%M}"
    return " ".join(read_text(cell).split())


def _kind(sheet: Sheet, headings: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> str:
    """Say what the rows of a table are most likely."""
    first = next((cell for cell in sheet.rows[0] if cell is not None), "") if sheet.rows else ""
    if str(first).strip() == _MARK:
        return "open-workbook"
    time, costs = match(headings, TIME_FIELDS), match(headings, EXPENSE_FIELDS)
    people = match(headings, PEOPLE_FIELDS)
    has_day = "date" in time
    if len(_OF_PEOPLE & people.keys()) >= 1 + has_day and not _LENGTHS & time.keys():
        return "participants"
    if _LENGTHS & time.keys():
        return "contributions"
    if {"claimed", "miles"} & costs.keys():
        return "expenses"
    if has_day or any(isinstance(cell, datetime.timedelta) for row in rows for cell in row):
        return "contributions"
    return "participants" if {"name", "first_name", "last_name"} & people.keys() else ""
