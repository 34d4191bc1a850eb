"""Know what the columns of a sheet of time are: who, when, how long, and in which shape."""

import datetime
from collections.abc import Callable
from fractions import Fraction

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.errors import ColumnMissingError
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets import cells
from coprod_desktop.spreadsheets.clock_pairs import find_pairs
from coprod_desktop.spreadsheets.days import DayReader
from coprod_desktop.spreadsheets.fields import CellReader
from coprod_desktop.spreadsheets.finding import (
    field_words,
    find_table,
    find_unheaded_names,
    shown,
)
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.numbers_abroad import has_decimal_commas
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.spreadsheets.sheets import Book, Cell
from coprod_desktop.spreadsheets.table import is_total
from coprod_desktop.spreadsheets.wide import find_people, wide_note

FIELDS = (
    "name", "first_name", "last_name", "email", "project", "date", "end_date", "start", "end",
    "duration", "minutes", "seconds", "what", "kind", "capacity", "skills", "paid", "amount",
    "note",
)  # fmt: skip
_NEEDED = ("name", "date", "duration")
_MINUTES_TO_ONE = {"duration": Fraction(60), "minutes": Fraction(1), "seconds": Fraction(1, 60)}
_NUMERIC = frozenset({"date", "end_date", "start", "end", "paid", "amount", *_MINUTES_TO_ONE})
_KINDS = {fold(kind): kind for kind in KINDS_OF_WORK}


class TimeColumns:
    """The table of a sheet of time with all that was found out, or told by a map, about it.

    `people` are the columns of a wide sheet, `pairs` those of times in and out; `notes` says what
    was assumed, once all rows are read. Raises ColumnMissingError, and DateUnreadableError and the
    like for a default date.
    """

    def __init__(self, book: Book, wishes: ImportMap, today: datetime.date) -> None:
        left_out = {"name", "duration", "minutes"} if wishes.wide else set()
        fields = [field for field in FIELDS if field not in left_out]
        needed = [field for field in _NEEDED if field not in left_out]
        self.table = find_table(book, fields, wishes, needed=needed, numeric=_NUMERIC)
        self._wishes = wishes
        self._columns = self.table.columns
        self._find_days_in_clocks()
        self.pairs = [] if {"start", "end"} <= self._columns.keys() else find_pairs(self.table)
        self.people = self._find_people()
        if not self.people and not self._has_name():
            self.table = find_unheaded_names(self.table)
            self._columns = self.table.columns
        self._require()
        self._days = {
            field: self._day_reader(field, today)
            for field in ("date", "end_date")
            if field in self._columns
        }
        self.default_day = self._read_default_day(today)
        self._has_commas = self._finds_commas()
        self.asks_day_length = False

    def _find_days_in_clocks(self) -> None:
        """Take the day from "2026-11-21 14:30" where no column holds the day alone."""
        for field, clock in (("date", "start"), ("end_date", "end")):
            index = self._columns.get(clock)
            if field in self._columns or index is None:
                continue
            if any(map(cells.has_day, self.table.column(index))):
                self._columns[field] = index

    def _find_people(self) -> list[int]:
        is_asked = self._wishes.wide or self._wishes.person_columns
        if not is_asked and (self._has_name() or self._has_length()):
            return []
        return find_people(self.table, self._wishes)

    def _has_name(self) -> bool:
        known = {"name", "first_name", "last_name"} & self._columns.keys()
        return bool(known or self._wishes.each_of) or "name" in self._wishes.defaults

    def _has_length(self) -> bool:
        known = _MINUTES_TO_ONE.keys() & self._columns.keys()
        return bool(known or self.pairs) or {"start", "end"} <= self._columns.keys()

    def _require(self) -> None:
        has_day = "date" in self._columns or "date" in self._wishes.defaults
        for field, is_there in (
            ("name", self._has_name() or self.people),
            ("date", has_day),
            ("duration", self._has_length() or self.people),
        ):
            if not is_there:
                headings = shown(self.table.headings)
                raise ColumnMissingError(needed=field_words(field), headings=headings)

    def _day_reader(self, field: str, today: datetime.date) -> DayReader:
        column = self.table.column(self._columns[field])
        order, year = self._wishes.date_order, self._wishes.year
        return DayReader(column, order=order, year=year, today=today)

    def _read_default_day(self, today: datetime.date) -> datetime.date | None:
        written = self._wishes.defaults.get("date")
        if written is None:
            return None
        order, year = self._wishes.date_order, self._wishes.year
        return DayReader((), order=order, year=year, today=today).read(written)

    def readers(self) -> dict[str, CellReader]:
        """Return how each field is read from a cell."""
        readers: dict[str, CellReader] = {
            "name": cells.read_name, "first_name": cells.read_name, "last_name": cells.read_name,
            "email": cells.read_line, "project": cells.read_name, "what": cells.read_line,
            "kind": _read_kind, "capacity": cells.read_line, "skills": cells.read_line,
            "paid": cells.read_yes, "amount": cells.read_pence, "note": cells.read_line,
            "start": cells.read_clock, "end": cells.read_clock,
        }  # fmt: skip
        if self._has_commas:
            readers["amount"] = cells.read_pence_with_comma
        readers |= {field: self.length_reader(field) for field in _MINUTES_TO_ONE}
        return readers | {field: reader.read for field, reader in self._days.items()}

    @property
    def places(self) -> dict[str, int]:
        """Return in which column each field stands; of a wide sheet the first person's lengths."""
        known = dict(self._columns)
        if self.people:
            known.setdefault("duration", self.people[0])
        return known

    @property
    def sum_columns(self) -> list[int]:
        """Return the columns of a wide sheet that add up its people."""
        return [
            index
            for index, heading in enumerate(self.table.headings)
            if heading and is_total((heading,)) and index not in self._columns.values()
        ]

    @property
    def is_order_unsure(self) -> bool:
        """Tell whether nothing says if its written dates are day or month first."""
        return any(reader.is_order_unsure for reader in self._days.values())

    def _finds_commas(self) -> bool:
        index = self._columns.get("amount")
        return index is not None and has_decimal_commas(self.table.column(index))

    def length_reader(self, field: str = "duration") -> Callable[[Cell], int]:
        """Return how a length of time is read into minutes."""
        factor = _MINUTES_TO_ONE[field]
        if field == "duration" and self._wishes.durations_are == "minutes":
            factor = Fraction(1)
        day = self._wishes.day_minutes

        def read(cell: Cell) -> int:
            try:
                days = cells.read_days(cell, day) if isinstance(cell, str) else None
            except cells.DayLengthUnknownError:
                self.asks_day_length = True
                raise
            return cells.read_minutes(cell, factor) if days is None else days

        return read

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What was assumed about whole columns."""
        notes = list(self.table.notes)
        if self.people:
            notes.append(wide_note(self.table, self.people))
        if "project" not in self._columns and "project" not in self._wishes.defaults:
            message = _(
                "No column says which project this work was for. Name it in a map: [defaults] "
                "project = “…”."
            )
            notes.append(self.table.note(0, message))
        for field, reader in self._days.items():
            index = self._columns[field]
            notes += [self.table.note(index, message) for message in reader.notes.values()]
        return tuple(notes)


def _read_kind(cell: Cell) -> str:
    """Read a kind of work; one of the app's own in its usual spelling."""
    kind = cells.read_line(cell)
    return _KINDS.get(fold(kind), kind)
