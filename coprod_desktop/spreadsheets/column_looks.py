"""Say what each column of a table is taken to be, and how sure that is."""

import dataclasses
import datetime
from collections.abc import Sequence

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.spreadsheets.expenses import FIELDS as EXPENSE_FIELDS
from coprod_desktop.spreadsheets.finding import find_table, find_unheaded_names
from coprod_desktop.spreadsheets.headings import match
from coprod_desktop.spreadsheets.mapping import PUBLIC_FIELDS, ImportMap
from coprod_desktop.spreadsheets.participants import FIELDS as PEOPLE_FIELDS
from coprod_desktop.spreadsheets.sheet_looks import shown_text
from coprod_desktop.spreadsheets.sheets import Book
from coprod_desktop.spreadsheets.table import Table, letter
from coprod_desktop.spreadsheets.time_columns import FIELDS as TIME_FIELDS
from coprod_desktop.spreadsheets.time_columns import TimeColumns

PERSON = "person"
IN, OUT = "time_in", "time_out"
_SAMPLES = 3
_NEEDED = {
    "contributions": ("name", "date", "duration"),
    "expenses": ("name", "spent_on", "claimed"),
    "participants": ("name",),
}
_FIELDS = {
    "contributions": TIME_FIELDS,
    "expenses": EXPENSE_FIELDS,
    "participants": PEOPLE_FIELDS,
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLook:
    """One column: `field` is what it is taken for as a map calls it, and empty for none.

    `PERSON`, `IN` and `OUT` stand for a person's column and for times in and out. `is_suggestion`
    marks what is only likely. `said` is how a map names the column: its heading, or its letter.
    """

    place: int
    letter: str
    heading: str
    said: str
    samples: tuple[str, ...]
    field: str
    is_suggestion: bool


def offered_fields(kind: str) -> tuple[str, ...]:
    """Return the fields that a column of a kind of sheet may be, as a map calls them."""
    found = [PUBLIC_FIELDS.get(field, field) for field in _FIELDS[kind]]
    extra = (PERSON, IN, OUT) if kind == "contributions" else ()
    return (*found, *extra)


def columns_of(
    book: Book, wishes: ImportMap, kind: str, today: datetime.date
) -> tuple[ColumnLook, ...]:
    """Return every column of the table that a map means.

    Raises ColumnMissingError where the map names a heading that is not there.
    """
    table, special = _table(book, wishes, kind, today)
    fields = {
        place: PUBLIC_FIELDS.get(field, field) for field, place in table.columns.items()
    } | special
    sure = set(match(table.headings, _FIELDS[kind]).values()) | special.keys()
    said = {place for field, place in table.columns.items() if wishes.column(field)}
    return tuple(
        ColumnLook(
            place=place,
            letter=letter(place),
            heading=heading,
            said=_said(table.headings, place),
            samples=_samples(table, place),
            field=fields.get(place, ""),
            is_suggestion=place in fields and place not in sure | said,
        )
        for place, heading in enumerate(table.headings)
        if heading or _samples(table, place)
    )


def _table(
    book: Book, wishes: ImportMap, kind: str, today: datetime.date
) -> tuple[Table, dict[int, str]]:
    """Return the table, and by column what only a sheet of time has."""
    if kind == "contributions":
        try:
            time = TimeColumns(book, wishes, today)
        except DomainError:  # something needed is missing, which the next step says
            pass
        else:
            special = dict.fromkeys(time.people, PERSON)
            for begun, ended in time.pairs:
                special |= {begun: IN, ended: OUT}
            return time.table, special
    table = find_table(book, _FIELDS[kind], wishes, needed=_NEEDED[kind])
    has_names = {"name", "first_name", "last_name"} & table.columns.keys()
    return table if has_names else find_unheaded_names(table), {}


def _said(headings: Sequence[str], place: int) -> str:
    """Name a column so that a map finds it: by its heading where no other has the same."""
    heading = headings[place]
    is_single = bool(heading) and sum(one == heading for one in headings) == 1
    return heading if is_single else letter(place)


def _samples(table: Table, place: int) -> tuple[str, ...]:
    found: list[str] = []
    for cell in table.column(place):
        if cell is not None and (text := shown_text(cell)) and text not in found:
            found.append(text)
            if len(found) == _SAMPLES:
                break
    return tuple(found)
