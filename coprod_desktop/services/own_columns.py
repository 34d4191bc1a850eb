"""Add columns to lists, and keep what is typed into them."""

import dataclasses
import datetime
from collections.abc import Sequence

from coprod_desktop.domain.dates import parse_day
from coprod_desktop.domain.errors import AlreadyThereError, DomainError
from coprod_desktop.domain.numbers import format_number, parse_number
from coprod_desktop.domain.own_column_errors import OwnValueUnreadableError, TooManyOwnColumnsError
from coprod_desktop.domain.own_columns import OwnColumn, OwnKind, OwnValue
from coprod_desktop.domain.text import clean_line, clean_name, fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import row_extras
from coprod_desktop.storage.work import Reading

MOST_COLUMNS = 30
TICKED = "yes"
_TICK_WORDS = frozenset({"yes", "y", "x", "1", "true", "✓"})
_EMPTY_WORDS = frozenset({"", "no", "n", "0", "false"})


class OwnColumnService:
    """The verbs about the charity's own columns."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, subject: str) -> tuple[OwnColumn, ...]:
        """Return the columns of a list that are in use, in their order."""
        with self._desk.reading() as reading:
            found = reading.find(OwnColumn, subject=subject, is_active=True)
        return tuple(sorted(found, key=lambda one: (one.position, one.own_column_id)))

    def values(self, subject: str, ids: Sequence[int]) -> dict[int, dict[int, str]]:
        """Return what stands in the own columns of these rows, by row and column."""
        with self._desk.reading() as reading:
            return row_extras.own_values(reading, subject, ids)

    def add(self, subject: str, title: str, kind: OwnKind) -> OwnColumn:
        """Add a column; raises AlreadyThereError, TooManyOwnColumnsError or the errors of a name.

        One of the same title and kind that was taken away comes back with what stood in it.
        """
        clean, column_id = clean_name(title), self._desk.new_id()
        with self._desk.transaction("add column") as work:
            known = work.find(OwnColumn, subject=subject)
            in_use = [one for one in known if one.is_active]
            _check_title(in_use, clean, but_not=0)
            if len(in_use) >= MOST_COLUMNS:
                raise TooManyOwnColumnsError(most=MOST_COLUMNS)
            position = max((one.position for one in in_use), default=0) + 1
            before = [one for one in known if fold(one.title) == fold(clean) and one.kind is kind]
            if before:
                column = dataclasses.replace(before[0], position=position, is_active=True)
                work.update(column)
                return column
            column = OwnColumn(
                own_column_id=column_id,
                subject=subject,
                title=clean,
                kind=kind,
                position=position,
                is_active=True,
            )
            work.add(column)
        return column

    def rename(self, own_column_id: int, title: str) -> OwnColumn:
        """Rename a column; raises AlreadyThereError, NotFoundError or the errors of a name."""
        clean = clean_name(title)
        with self._desk.transaction("rename column") as work:
            before = work.get(OwnColumn, own_column_id)
            in_use = work.find(OwnColumn, subject=before.subject, is_active=True)
            _check_title(in_use, clean, but_not=own_column_id)
            after = dataclasses.replace(before, title=clean)
            work.update(after)
        return after

    def remove(self, own_column_id: int) -> None:
        """Take a column away; what stood in it stays in the file. Raises NotFoundError."""
        with self._desk.transaction("remove column") as work:
            before = work.get(OwnColumn, own_column_id)
            work.update(dataclasses.replace(before, is_active=False))

    def set_value(self, own_column_id: int, ids: Sequence[int], text: str) -> str:
        """Put a value into a column of rows and return it as it is kept; nothing empties the cell.

        Raises NotFoundError, OwnValueUnreadableError or the errors of text.
        """
        new_ids = [self._desk.new_id() for _row in ids]
        with self._desk.transaction("fill column") as work:
            column = work.get(OwnColumn, own_column_id)
            value = read_value(column.kind, text, self._desk.today())
            known = _values_of(work, own_column_id, ids)
            for new_id, row_id in zip(new_ids, ids, strict=True):
                before = known.get(row_id)
                if before is None and value:
                    new = OwnValue(
                        own_value_id=new_id,
                        own_column_id=own_column_id,
                        subject_id=row_id,
                        value=value,
                    )
                    work.add(new)
                elif before is not None and value:
                    work.update(dataclasses.replace(before, value=value))
                elif before is not None:
                    work.remove(before)
        return value


def read_value(kind: OwnKind, text: str, today: datetime.date) -> str:
    """Return what is kept for a text typed into a column of a kind.

    Raises OwnValueUnreadableError or the errors of text.
    """
    plain = clean_line(text)
    if not plain or kind is OwnKind.TEXT:
        return plain
    if kind is OwnKind.TICK:
        if fold(plain) in _TICK_WORDS:
            return TICKED
        if fold(plain) in _EMPTY_WORDS:
            return ""
        raise OwnValueUnreadableError(text=plain, kind=kind)
    try:
        if kind is OwnKind.DAY:
            return parse_day(plain, today).isoformat()
        return format_number(parse_number(plain)).replace(",", "")  # as SQL reads it
    except DomainError as error:
        raise OwnValueUnreadableError(text=plain, kind=kind) from error


def _values_of(reading: Reading, own_column_id: int, ids: Sequence[int]) -> dict[int, OwnValue]:
    wanted = set(ids)
    found = (
        reading.find(OwnValue, own_column_id=own_column_id, subject_id=ids[0])
        if len(ids) == 1
        else reading.find(OwnValue, own_column_id=own_column_id)
    )
    return {one.subject_id: one for one in found if one.subject_id in wanted}


def _check_title(columns: Sequence[OwnColumn], title: str, *, but_not: int) -> None:
    for one in columns:
        if fold(one.title) == fold(title) and one.own_column_id != but_not:
            raise AlreadyThereError(noun="column", name=title)
