"""Read a list of people from anybody's spreadsheet."""

import dataclasses
import re
from pathlib import Path
from typing import Any

from coprod_desktop.domain.errors import (
    AccountNumberUnreadableError,
    ColumnMissingError,
    NameMissingError,
    SortCodeUnreadableError,
)
from coprod_desktop.domain.participants import Capacity, ContactBy, Edition, PaidBy
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets import cells, choices
from coprod_desktop.spreadsheets.fields import (
    CellReader,
    FieldReader,
    KeyMaker,
    fault,
    join_name,
    overlong,
)
from coprod_desktop.spreadsheets.finding import (
    field_words,
    find_table,
    find_unheaded_names,
    shown,
)
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.problems import Problem, sentence
from coprod_desktop.spreadsheets.read_sheets import ReadSheet, left_out
from coprod_desktop.spreadsheets.reader import read_book
from coprod_desktop.spreadsheets.sheets import Book, Cell
from coprod_desktop.spreadsheets.table import Row, Table, is_single, is_total

FIELDS = (
    "name", "first_name", "last_name", "name_on_papers", "email", "phone", "address", "capacity",
    "paid_by", "contact_by", "account_name", "sort_code", "account_number", "language", "edition",
)  # fmt: skip
_DIGITS = {"sort_code": 6, "account_number": 8}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantEntry:
    """One person as a sheet tells it; what the sheet does not say is empty or None.

    `sort_code` is six digits and `account_number` eight, or both are empty.
    """

    row: int
    name: str
    name_on_papers: str
    email: str
    phone: str
    address: str
    capacity: Capacity | None
    paid_by: PaidBy | None
    contact_by: ContactBy | None
    account_name: str
    sort_code: str
    account_number: str
    language: str
    edition: Edition | None
    key: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ReadParticipants(ReadSheet):
    """What a sheet of people came to."""

    entries: tuple[ParticipantEntry, ...]


def read_participants(path: Path, import_map: ImportMap | None) -> ReadParticipants:
    """Read a sheet of people; a row that cannot be read becomes a problem, never a guess.

    Raises ColumnMissingError where no column holds names, and the errors of `read_book`.
    """
    wishes = import_map or ImportMap()
    book = read_book(path, encoding=wishes.encoding, separator=wishes.separator)
    return participants_of(book, wishes, KeyMaker())


def participants_of(book: Book, wishes: ImportMap, keys: KeyMaker) -> ReadParticipants:
    """Read one sheet of a book that is open; `keys` are those of all that comes in with it."""
    table = find_table(
        book, FIELDS, wishes, needed=("name",), numeric=("sort_code", "account_number")
    )
    if not {"name", "first_name", "last_name"} & table.columns.keys():
        table = find_unheaded_names(table)
    if not {"name", "first_name", "last_name"} & table.columns.keys():
        raise ColumnMissingError(needed=field_words("name"), headings=shown(table.headings))
    reader = _SheetReader(table, wishes, keys)
    rows_read = skipped = 0
    entries: list[ParticipantEntry] = []
    problems: list[Problem] = []
    aside: list[Row] = []
    for row in table.rows():
        rows_read += 1
        found: list[Problem] = []
        entry = reader.read(row, found)
        entries += [entry] if entry else []
        problems += found
        if entry is None and not found:
            skipped += 1
            aside.append(row)
    return ReadParticipants(
        rows_read=rows_read,
        entries=tuple(entries),
        problems=(*table.notes, *problems),
        skipped=skipped,
        sheets_not_read=table.sheets_not_read,
        sheet=table.sheet.name,
        places=dict(table.columns),
        left_out=tuple(map(left_out, aside)),
    )


class _SheetReader:
    """Turn the rows of one table into people."""

    def __init__(self, table: Table, wishes: ImportMap, keys: KeyMaker) -> None:
        self._table = table
        readers = _readers()
        self._fields = FieldReader(table, readers)
        self._defaults: dict[str, Any] = {
            field: readers[field](text) for field, text in wishes.defaults.items()
            if field in readers
        }  # fmt: skip
        self._keys = keys

    def read(self, row: Row, problems: list[Problem]) -> ParticipantEntry | None:
        """Return the person of a row, or None for a title, a footnote or a fault."""
        values = self._defaults | self._fields.read(row, problems)
        name = join_name(values)
        is_aside = not name and not problems and is_single(row.cells)
        if (is_total(row.cells) or is_aside) and not row.is_kept:
            problems.clear()
            return None
        if row.is_overlong:
            problems.append(overlong(row))
        if not name and not problems:
            place = self._table.columns.get("name", self._table.columns.get("first_name", 0))
            problems.append(fault(self._table, row, place, sentence(NameMissingError())))
        if ("sort_code" in values) != ("account_number" in values) and not problems:
            problems.append(self._half_details(row, values))
        if problems:
            return None
        problems += self._restored(row)
        return self._entry(row, name, values)

    def _half_details(self, row: Row, values: dict[str, Any]) -> Problem:
        missing = "account_number" if "sort_code" in values else "sort_code"
        message = _(
            "Bank details need a sort code and an account number, and one is missing. Fill it in, "
            "or take the other away."
        )
        return fault(self._table, row, self._table.columns.get(missing, 0), message)

    def _restored(self, row: Row) -> list[Problem]:
        """Say where leading zeros, which Excel takes from numbers, were put back."""
        notes = []
        for field, count in _DIGITS.items():
            place = self._table.columns.get(field)
            if place is not None and len(_digits(row.cells[place])) == count - 1:
                message = _("Excel had taken away the leading 0. It was put back; please check.")
                note = fault(self._table, row, place, message)
                notes.append(dataclasses.replace(note, is_note=True))
        return notes

    def _entry(self, row: Row, name: str, values: dict[str, Any]) -> ParticipantEntry:
        texts = {
            field: values.get(field, "")
            for field in ("name_on_papers", "email", "phone", "address", "account_name",
                          "sort_code", "account_number", "language")
        }  # fmt: skip
        parts = (name, texts["email"], texts["phone"], texts["address"], texts["sort_code"])
        return ParticipantEntry(
            row=row.number,
            name=name,
            **texts,
            capacity=values.get("capacity"),
            paid_by=values.get("paid_by"),
            contact_by=values.get("contact_by"),
            edition=values.get("edition"),
            key=self._keys.key(*parts, texts["account_number"]),
        )


def _readers() -> dict[str, CellReader]:
    return {
        "name": cells.read_name,
        "first_name": cells.read_name,
        "last_name": cells.read_name,
        "name_on_papers": cells.read_line,
        "email": cells.read_line,
        "phone": cells.read_line,
        "address": cells.read_note,
        "capacity": choices.choice_reader(Capacity, choices.CAPACITIES),
        "paid_by": choices.choice_reader(PaidBy, choices.PAID_BY),
        "contact_by": choices.choice_reader(ContactBy, choices.CONTACT_BY),
        "account_name": cells.read_name,
        "sort_code": _read_sort_code,
        "account_number": _read_account_number,
        "language": choices.read_language,
        "edition": choices.choice_reader(Edition, choices.EDITIONS),
    }


def _digits(cell: Cell) -> str:
    return re.sub(r"[\s-]", "", cells.read_text(cell))


def _read_sort_code(cell: Cell) -> str:
    digits = _digits(cell).zfill(6) if len(_digits(cell)) == 5 else _digits(cell)
    if not re.fullmatch(r"[0-9]{6}", digits):
        raise SortCodeUnreadableError()
    return digits


def _read_account_number(cell: Cell) -> str:
    digits = _digits(cell).zfill(8) if len(_digits(cell)) == 7 else _digits(cell)
    if not re.fullmatch(r"[0-9]{8}", digits):
        raise AccountNumberUnreadableError()
    return digits
