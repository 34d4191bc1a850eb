"""Read what people spent from anybody's spreadsheet, to the exact penny."""

import dataclasses
import datetime
from pathlib import Path
from typing import Any

from coprod_desktop.domain.errors import ColumnMissingError, NameMissingError
from coprod_desktop.domain.expenses import ExpenseKind, parse_miles
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets import cells, choices
from coprod_desktop.spreadsheets.days import DayReader
from coprod_desktop.spreadsheets.fields import (
    CellReader,
    FieldReader,
    KeyMaker,
    fault,
    is_aside,
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
from coprod_desktop.spreadsheets.numbers_abroad import has_decimal_commas
from coprod_desktop.spreadsheets.problems import Problem, sentence
from coprod_desktop.spreadsheets.read_sheets import (
    Measure,
    ReadSheet,
    SourceTotal,
    Unit,
    left_out,
    source_totals,
)
from coprod_desktop.spreadsheets.reader import read_book
from coprod_desktop.spreadsheets.sheets import Book, Cell
from coprod_desktop.spreadsheets.table import Row, Table, is_bare_sum, is_total

FIELDS = (
    "name", "first_name", "last_name", "project", "spent_on", "spent_kind", "spent_what", "miles",
    "claimed",
)  # fmt: skip
_NAMES = frozenset({"name", "first_name", "last_name"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseEntry:
    """One expense as a sheet tells it: `tenth_miles` in tenths of a mile, the amount in pence.

    A journey by the mile may have no amount of its own (0): the policy's rate makes it.
    """

    row: int
    name: str
    project: str
    spent_on: datetime.date
    kind: ExpenseKind
    what: str
    tenth_miles: int
    claimed_pence: int
    key: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ReadExpenses(ReadSheet):
    """What a sheet of expenses came to."""

    entries: tuple[ExpenseEntry, ...]


def read_expenses(path: Path, import_map: ImportMap | None, today: datetime.date) -> ReadExpenses:
    """Read a sheet of expenses; a row that cannot be read becomes a problem, never a guess.

    A row without an amount, or with a dash or nought, is skipped. Raises ColumnMissingError where
    no column and no default says who, when or how much, and the errors of `read_book`.
    """
    wishes = import_map or ImportMap()
    book = read_book(path, encoding=wishes.encoding, separator=wishes.separator)
    return expenses_of(book, wishes, today, KeyMaker())


def expenses_of(
    book: Book, wishes: ImportMap, today: datetime.date, keys: KeyMaker
) -> ReadExpenses:
    """Read one sheet of a book that is open; `keys` are those of all that comes in with it."""
    reader = _SheetReader(book, wishes, today, keys)
    rows_read = skipped = 0
    entries: list[ExpenseEntry] = []
    problems: list[Problem] = []
    aside: list[Row] = []
    for row in reader.table.rows():
        rows_read += 1
        found: list[Problem] = []
        entry = reader.read(row, found)
        entries += [entry] if entry else []
        problems += found
        if entry is None and not found:
            skipped += 1
            aside.append(row)
    return ReadExpenses(
        rows_read=rows_read,
        entries=tuple(entries),
        problems=(*reader.notes, *problems),
        skipped=skipped,
        sheets_not_read=reader.table.sheets_not_read,
        sheet=reader.table.sheet.name,
        places=dict(reader.table.columns),
        left_out=tuple(map(left_out, aside)),
        source_totals=_totals(reader, aside, entries),
        is_order_unsure=reader.is_order_unsure,
    )


def _totals(
    reader: "_SheetReader", aside: list[Row], entries: list[ExpenseEntry]
) -> tuple[SourceTotal, ...]:
    place = reader.table.columns.get("claimed")
    rows = [row for row in aside if is_total(row.cells) or is_bare_sum(row)]
    if place is None or not rows:
        return ()
    amounts = [(entry.row, entry.claimed_pence) for entry in entries]
    measure = Measure(place=place, unit=Unit.PENCE, read=reader.read_amount, amounts=amounts)
    return source_totals(reader.table, rows, [measure])


class _SheetReader:
    """Turn the rows of one table into expenses."""

    def __init__(self, book: Book, wishes: ImportMap, today: datetime.date, keys: KeyMaker) -> None:
        self._wishes = wishes
        self.table = self._find(book)
        self._require()
        columns = self.table.columns
        place = columns.get("spent_on")
        column = () if place is None else tuple(self.table.column(place))
        order, year = wishes.date_order, wishes.year
        self._days = DayReader(column, order=order, year=year, today=today)
        self._unknown_kinds: set[str] = set()
        self._has_guessed_car = False
        amounts = columns.get("claimed")
        has_commas = amounts is not None and has_decimal_commas(self.table.column(amounts))
        self.read_amount = cells.read_pence_with_comma if has_commas else cells.read_pence
        readers: dict[str, CellReader] = {
            "name": cells.read_name, "first_name": cells.read_name, "last_name": cells.read_name,
            "project": cells.read_name, "spent_on": self._days.read, "spent_kind": cells.read_line,
            "spent_what": cells.read_line, "miles": _read_miles, "claimed": self.read_amount,
        }  # fmt: skip
        self._fields = FieldReader(self.table, readers)
        self._defaults: dict[str, Any] = {
            public: readers[field](wishes.defaults[public])
            for public, field in (("name", "name"), ("project", "project"), ("date", "spent_on"),
                                  ("kind", "spent_kind"), ("what", "spent_what"))
            if public in wishes.defaults
        }  # fmt: skip
        self._keys = keys

    @property
    def is_order_unsure(self) -> bool:
        """Tell whether nothing says if its written dates are day or month first."""
        return self._days.is_order_unsure

    def _find(self, book: Book) -> Table:
        needed = ("name", "spent_on", "claimed")
        numeric = ("spent_on", "claimed", "miles")
        table = find_table(book, FIELDS, self._wishes, needed=needed, numeric=numeric)
        has_names = bool(_NAMES & table.columns.keys()) or "name" in self._wishes.defaults
        return table if has_names else find_unheaded_names(table)

    def _require(self) -> None:
        known, defaults = self.table.columns.keys(), self._wishes.defaults
        for field, is_there in (
            ("name", _NAMES & known or "name" in defaults),
            ("spent_on", "spent_on" in known or "date" in defaults),
            ("claimed", {"claimed", "miles"} & known),
        ):
            if not is_there:
                headings = shown(self.table.headings)
                raise ColumnMissingError(needed=field_words(field), headings=headings)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What was assumed about whole columns."""
        columns = self.table.columns
        notes = list(self.table.notes)
        for message in self._days.notes.values():
            notes.append(self.table.note(columns.get("spent_on", 0), message))
        if "project" not in columns and "project" not in self._defaults:
            message = _(
                "No column says which project these expenses were for. Name it in a map: "
                "[defaults] project = “…”."
            )
            notes.append(self.table.note(0, message))
        if self._unknown_kinds:
            words = ", ".join(sorted(self._unknown_kinds))
            message = _("These kinds of expense are not known and were read as “other”: {words}.")
            notes.append(
                self.table.note(columns.get("spent_kind", 0), message.format(words=words), words)
            )
        if self._has_guessed_car:
            message = _("Miles without a vehicle were read as miles by car.")
            notes.append(self.table.note(columns["miles"], message))
        return tuple(notes)

    def read(self, row: Row, problems: list[Problem]) -> ExpenseEntry | None:
        """Return the expense of a row, or None for a total, a title, no amount or a fault."""
        if is_aside(row, self.table.columns.get("spent_on")):
            return None
        values = self._fields.read(row, problems)
        if row.is_overlong:
            problems.append(overlong(row))
        pence, miles = values.get("claimed", 0), values.get("miles", 0)
        if not pence and not miles and not problems:
            return None
        name = join_name(values) or self._defaults.get("name", "")
        day = values.get("spent_on", self._defaults.get("date"))
        self._check(row, name, day, problems)
        if problems or day is None:
            return None
        kind, what = self._kind(values, miles)
        project = values.get("project", self._defaults.get("project", ""))
        key = self._keys.key(name, project, day, kind, what, miles, pence)
        return ExpenseEntry(
            row=row.number, name=name, project=project, spent_on=day, kind=kind, what=what,
            tenth_miles=miles, claimed_pence=pence, key=key,
        )  # fmt: skip

    def _check(
        self, row: Row, name: str, day: datetime.date | None, problems: list[Problem]
    ) -> None:
        faulty = {known.column for known in problems}
        missing = _("There is no date in this row. Write the day the money was spent.")
        for field, is_there, message in (
            ("name", bool(name), sentence(NameMissingError())),
            ("spent_on", day is not None, missing),
        ):
            place = self.table.columns.get(field, self.table.columns.get("first_name", 0))
            if not is_there and self.table.label(place) not in faulty:
                problems.append(fault(self.table, row, place, message))

    def _kind(self, values: dict[str, Any], miles: int) -> tuple[ExpenseKind, str]:
        """Return the kind of expense and what it was for; a word not known stays in the text."""
        word = values.get("spent_kind", self._defaults.get("kind", ""))
        what = values.get("spent_what", self._defaults.get("what", ""))
        if not word and miles:
            self._has_guessed_car = True
            return ExpenseKind.CAR, what
        kind = choices.choose(word, ExpenseKind, choices.EXPENSES)
        if kind is None and word:
            self._unknown_kinds.add(word)
            what = f"{word}: {what}" if what else word
        return kind or ExpenseKind.OTHER, what


def _read_miles(cell: Cell) -> int:
    """Read miles into tenths; a dash is none. Raises DistanceUnreadableError."""
    return 0 if cells.is_dash(cell) else parse_miles(cells.read_text(cell))
