"""Read the time that people gave from anybody's spreadsheet, and guess nothing in silence."""

import dataclasses
import datetime
import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from coprod_desktop.domain.errors import DomainError, NameMissingError
from coprod_desktop.domain.time import check_minutes
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets import cells
from coprod_desktop.spreadsheets.clock_pairs import add_pairs, clock_text, span
from coprod_desktop.spreadsheets.fields import (
    FieldReader,
    KeyMaker,
    cell_sentence,
    fault,
    is_aside,
    join_name,
    key_part,
    overlong,
)
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.problems import CellError, Problem, sentence
from coprod_desktop.spreadsheets.read_sheets import (
    Measure,
    ReadSheet,
    SourceTotal,
    Unit,
    left_out,
    source_totals,
)
from coprod_desktop.spreadsheets.reader import Book, read_book
from coprod_desktop.spreadsheets.table import Row, is_bare_sum, is_total
from coprod_desktop.spreadsheets.time_columns import TimeColumns

OTHER_WORK = "Other work"
_LENGTHS = ("duration", "minutes", "seconds")
_TOLD = ("kind", "capacity", "what", "skills", "paid", "amount", "email", "note")
_ROWS_AT_ONCE = 5000

T = TypeVar("T")
R = TypeVar("R")


class ContributionEntry(NamedTuple):
    """One piece of work as a sheet tells it, tidied but not yet matched to people and projects.

    `starts_at` is "09:30" or empty; `project` and `capacity` are empty where the sheet does not
    say; `is_paid` and `amount_pence` are None there. `key` finds the row again in a later import.
    A tuple, since a sheet may have 100,000 of them.
    """

    row: int
    name: str
    project: str
    worked_on: datetime.date
    starts_at: str
    minutes: int
    kind_of_work: str
    capacity: str
    what: str
    skills: str
    is_paid: bool | None
    amount_pence: int | None
    email: str
    note: str
    key: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ReadContributions(ReadSheet):
    """What a sheet of time came to."""

    entries: tuple[ContributionEntry, ...]


def read_contributions(
    path: Path, import_map: ImportMap | None, today: datetime.date
) -> ReadContributions:
    """Read a sheet of time given; a row that cannot be read becomes a problem, never a guess.

    Raises ColumnMissingError where no column and no default says who, when or how long, and the
    errors of `read_book`.
    """
    wishes = import_map or ImportMap()
    book = read_book(path, encoding=wishes.encoding, separator=wishes.separator)
    return contributions_of(book, wishes, today, KeyMaker())


def contributions_of(
    book: Book, wishes: ImportMap, today: datetime.date, keys: KeyMaker
) -> ReadContributions:
    """Read one sheet of a book that is open; `keys` are those of all that comes in with it."""
    reader = _SheetReader(TimeColumns(book, wishes, today), wishes, keys)
    columns = reader.columns
    rows_read = skipped = 0
    entries: list[ContributionEntry] = []
    problems: list[Problem] = []
    aside: list[Row] = []
    all_rows = columns.table.rows()
    while rows := list(itertools.islice(all_rows, _ROWS_AT_ONCE)):
        rows_read += len(rows)
        for row, entry in zip(rows, reader.plain_entries(rows), strict=True):
            if entry is not None:
                entries.append(entry)
                continue
            new, found = reader.read(row)
            entries += new
            problems += found
            if not new and not found:
                skipped += 1
                aside.append(row)
    return ReadContributions(
        rows_read=rows_read,
        entries=tuple(entries),
        problems=(*columns.notes, *problems),
        skipped=skipped,
        sheets_not_read=columns.table.sheets_not_read,
        sheet=columns.table.sheet.name,
        places=columns.places,
        left_out=tuple(map(left_out, aside)),
        source_totals=_totals(reader, aside, entries),
        is_order_unsure=columns.is_order_unsure,
        asks_day_length=columns.asks_day_length,
    )


def _totals(
    reader: "_SheetReader", aside: list[Row], entries: list[ContributionEntry]
) -> tuple[SourceTotal, ...]:
    """Compare the totals of a sheet with its entries; a sheet without any costs nothing."""
    rows = [row for row in aside if is_total(row.cells) or is_bare_sum(row)]
    return source_totals(reader.columns.table, rows, reader.measures(entries)) if rows else ()


class _SheetReader:
    """Turn the rows of one sheet into entries."""

    def __init__(self, columns: TimeColumns, wishes: ImportMap, keys: KeyMaker) -> None:
        self.columns = columns
        self._each_of = [cells.read_name(name) for name in wishes.each_of]
        self._table = columns.table
        self._places = columns.table.columns
        self._day_place = self._places.get("date")
        self._fields = FieldReader(columns.table, columns.readers())
        self._read_length = columns.length_reader()
        self._keys = keys
        said = {field: cells.read_line(text) for field, text in wishes.defaults.items()}
        self._defaults: dict[str, Any] = {
            "name": "", "project": "", "what": "", "kind": OTHER_WORK, "capacity": "",
            "skills": "", "note": "", "email": "", "amount": None, **said,
            "paid": {"paid": True, "unpaid": False}.get(said.get("pay", "")),
            "date": columns.default_day,
        }  # fmt: skip
        lengths = [field for field in _LENGTHS if field in self._places]
        has_parts = not self._places.keys().isdisjoint({"first_name", "last_name"})
        is_other = columns.people or columns.pairs or self._each_of or has_parts
        self._plain_length = lengths[0] if len(lengths) == 1 and not is_other else ""

    def plain_entries(self, rows: Sequence[Row]) -> Iterator[ContributionEntry | None]:
        """Yield the entry of each row, or None for one that has to be read by itself.

        Most rows of most sheets say plainly who, when and how long, and are read column by column
        in a third of the time. Their entries are those that `read` would return.
        """
        if not self._plain_length:
            yield from itertools.repeat(None, len(rows))
            return
        is_told = [not is_aside(row, self._day_place) for row in rows]
        entries = self._entries(list(itertools.compress(rows, is_told)))
        for told in is_told:
            yield next(entries) if told else None

    def _entries(self, rows: list[Row]) -> Iterator[ContributionEntry | None]:
        said, unread = self._fields.columns(rows, self._defaults)
        for field in ("name", "project", "date", *_TOLD):
            said.setdefault(field, [self._defaults[field]] * len(rows))
        who, where, when, what = (said[field] for field in ("name", "project", "date", "what"))
        minutes = list(_each_once(self._plain_minutes, said.get(self._plain_length, [])))
        starts = list(_each_once(_start_text, said.get("start", [None] * len(rows))))
        in_key = (who, where, when, starts, minutes, what, said["kind"], said["amount"])
        keys = zip(*(_each_once(key_part, column) for column in in_key), strict=True)
        told = zip(who, where, when, starts, minutes, *(said[f] for f in _TOLD), strict=True)
        for at, (row, values, parts) in enumerate(zip(rows, told, keys, strict=True)):
            name, _where, day, _start, length, *_others = values
            is_plain = name and day and length and not row.is_overlong and at not in unread
            key = self._keys.key_of(parts) if is_plain else ""
            yield ContributionEntry._make((row.number, *values, key)) if is_plain else None

    def read(self, row: Row) -> tuple[list[ContributionEntry], list[Problem]]:
        """Return the entries and the problems of one row; neither where it is to be skipped."""
        faults: list[Problem] = []
        if is_aside(row, self._day_place):
            return [], faults
        values = self._defaults | self._fields.read(row, faults)
        if row.is_overlong:
            faults.append(overlong(row))
        if self.columns.people:
            return self._read_wide(row, values, faults)
        return self._read_long(row, values, faults)

    def measures(self, entries: list[ContributionEntry]) -> list[Measure]:
        """Return the columns whose totals can be compared, with what was read of them."""
        columns = self.columns
        if columns.people:
            by_name: dict[str, list[tuple[int, int]]] = {}
            for entry in entries:
                by_name.setdefault(entry.name, []).append((entry.row, entry.minutes))
            headings = self._table.headings
            found = [(place, by_name.get(headings[place], [])) for place in columns.people]
            whole = [(entry.row, entry.minutes) for entry in entries]
            found += [(place, whole) for place in columns.sum_columns]
            return [
                Measure(place=place, unit=Unit.MINUTES, read=self._read_length, amounts=amounts)
                for place, amounts in found
            ]
        found_lengths = [field for field in _LENGTHS if field in self._places]
        measures = []
        if len(found_lengths) == 1 and not self._each_of:
            (field,) = found_lengths
            amounts = [(entry.row, entry.minutes) for entry in entries]
            read = columns.length_reader(field)
            place = self._places[field]
            measures.append(Measure(place=place, unit=Unit.MINUTES, read=read, amounts=amounts))
        if "amount" in self._places:
            money = [(entry.row, entry.amount_pence or 0) for entry in entries]
            place, read_pence = self._places["amount"], columns.readers()["amount"]
            measures.append(Measure(place=place, unit=Unit.PENCE, read=read_pence, amounts=money))
        return measures

    def _read_long(
        self, row: Row, values: dict[str, Any], faults: list[Problem]
    ) -> tuple[list[ContributionEntry], list[Problem]]:
        """Read a row that is one person's piece of work."""
        values["name"] = join_name(values) or (self._each_of[0] if self._each_of else "")
        minutes, starts_at, halves = self._length(row, values, faults)
        if minutes is None and not faults:
            return [], halves
        self._check_who_and_when(row, values, faults)
        if faults or minutes is None:
            return [], faults + halves
        names = self._each_of or [values["name"]]
        return [self._entry(row, values, name, minutes, starts_at) for name in names], halves

    def _read_wide(
        self, row: Row, values: dict[str, Any], faults: list[Problem]
    ) -> tuple[list[ContributionEntry], list[Problem]]:
        """Read a row in which each person has a column; nought means: did not take part."""
        lengths = []
        for place in self.columns.people:
            cell = row.cells[place]
            if cell is None or cells.is_dash(cell):
                continue
            try:
                if minutes := self._read_length(cell):
                    lengths.append((self._table.headings[place], check_minutes(minutes)))
            except (DomainError, CellError) as error:
                faults.append(fault(self._table, row, place, cell_sentence(cell, error)))
        if lengths or faults:
            self._check_who_and_when(row, values, faults, has_name=True)
        if faults:
            return [], faults
        start = _start_text(values.get("start"))
        return [self._entry(row, values, name, time, start) for name, time in lengths], faults

    def _check_who_and_when(
        self, row: Row, values: dict[str, Any], faults: list[Problem], *, has_name: bool = False
    ) -> None:
        """Add a fault for a missing name or day, unless that cell has one already."""
        if values["date"] and (has_name or values["name"]):
            return
        faulty = {known.column for known in faults}
        for field, is_there in (("name", has_name or values["name"]), ("date", values["date"])):
            place = self._places.get(field, self._places.get("first_name", 0))
            if is_there or self._table.label(place) in faulty:
                continue
            message = _("There is no date in this row. Write the day of the work.")
            words = sentence(NameMissingError()) if field == "name" else message
            faults.append(fault(self._table, row, place, words))

    # --- how long --------------------------------------------------------------------------------

    def _length(
        self, row: Row, values: dict[str, Any], faults: list[Problem]
    ) -> tuple[int | None, str, list[Problem]]:
        """Return minutes (None: there are none, or a fault), the start, and halves of pairs."""
        start, halves, field = _start_text(values.get("start")), [], "duration"
        try:
            minutes = _written_length(values)
            if minutes is None and "start" in values and "end" in values and values["date"]:
                minutes, field = _clock_length(values), "end"
            elif minutes is None and self.columns.pairs:
                worked = add_pairs(self._table, self.columns.pairs, row, faults)
                halves = list(worked.halves)
                if worked.starts_at is None:
                    return None, "", halves
                start, minutes = clock_text(worked.starts_at), (worked.seconds + 30) // 60
            if minutes is not None:
                return check_minutes(minutes), start, halves
            if not faults:
                message = _("There is no length of time in this row. Write how long it took.")
                faults.append(fault(self._table, row, self._place_of_length(field), message))
        except (DomainError, CellError) as error:
            faults.append(fault(self._table, row, self._place_of_length(field), sentence(error)))
        return None, start, halves

    def _place_of_length(self, field: str) -> int:
        likely = (field, "duration", "minutes", "seconds", "end", "start")
        return next((self._places[name] for name in likely if name in self._places), 0)

    def _plain_minutes(self, length: int | None) -> int | None:
        """Return the minutes of a row that has one length; None where they are none, or a fault."""
        minutes = _written_length({self._plain_length: length})
        try:
            return None if minutes is None else check_minutes(minutes)
        except DomainError:
            return None

    # --- what comes out --------------------------------------------------------------------------

    def _entry(
        self, row: Row, values: dict[str, Any], name: str, minutes: int, starts_at: str
    ) -> ContributionEntry:
        where, day, told = values["project"], values["date"], [values[field] for field in _TOLD]
        in_key = (name, where, day, starts_at, minutes)
        key = self._keys.key(*in_key, values["what"], values["kind"], values["amount"])
        said = (row.number, name, where, day, starts_at, minutes, *told, key)
        return ContributionEntry._make(said)


def _start_text(seconds: int | None) -> str:
    return "" if seconds is None else clock_text(seconds)


def _each_once(one: Callable[[T], R], values: Sequence[T]) -> Iterator[R]:
    """Work out values that repeat, as times and lengths do, each once."""
    known = {value: one(value) for value in set(values)}
    return map(known.__getitem__, values)


def _written_length(values: dict[str, Any]) -> int | None:
    """Return the minutes that the columns of lengths say; raises CellError where they disagree."""
    hours, minutes = values.get("duration"), values.get("minutes")
    if minutes is None:
        return values.get("seconds") if hours is None else int(hours)
    if hours is None:
        return int(minutes)
    if abs(hours - minutes) <= 1:  # the same length, written twice
        return int(hours)
    if hours % 60 == 0 and 0 <= minutes < 60:
        return int(hours + minutes)
    raise CellError(_("The two lengths of time in this row do not agree. Correct one of them."))


def _clock_length(values: dict[str, Any]) -> int:
    """Return the minutes from start to end, over midnight where the end is earlier."""
    days = (values["end_date"] - values["date"]).days if "end_date" in values else None
    seconds = span(values["start"], values["end"], days)
    return (seconds + 30) // 60 if seconds >= 0 else -1
