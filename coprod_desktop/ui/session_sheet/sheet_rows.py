"""The rows of the sheet, with steps back and steps forward again."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Signal

from coprod_desktop.domain.participants import Participant
from coprod_desktop.ui.session_sheet.draft import (
    EMPTY,
    DraftRow,
    Place,
    WordError,
    is_empty,
    known,
    with_met,
    write,
)
from coprod_desktop.ui.session_sheet.names import NameIndex
from coprod_desktop.ui.session_sheet.pasting import Setting, settled

T = TypeVar("T")
Rows = tuple[DraftRow, ...]
Cells = Sequence[tuple[int, Place]]
_STEPS_KEPT = 200


class SheetRows(QAbstractTableModel):
    """Hold the draft of a session; the last row is always empty.

    `changed` comes after everything typed.
    """

    changed = Signal()

    def __init__(self, word_error: WordError) -> None:
        super().__init__()
        self._word_error = word_error
        self._rows: Rows = (EMPTY,)
        self._past: list[Rows] = []
        self._future: list[Rows] = []
        self._offered_minutes = 0
        self._kind = ""
        self.names = NameIndex()

    @property
    def rows(self) -> Rows:
        """Return every row with something in it, in order."""
        return tuple(row for row in self._rows if not is_empty(row))

    @property
    def all_rows(self) -> Rows:
        """Return every row as it stands, with the empty ones."""
        return self._rows

    @property
    def setting(self) -> Setting:
        """Return what pasting needs to know of the sheet."""
        return Setting(
            names=self.names,
            word_error=self._word_error,
            minutes=self._offered_minutes,
            kind_of_work=self._kind,
        )

    def row_at(self, number: int) -> DraftRow:
        """Return the row at a place of the sheet."""
        return self._rows[number]

    # --- what changes it -----------------------------------------------------------------------

    def put_all(self, cells: Sequence[tuple[int, Place, object]]) -> None:
        """Put something into several cells in one step."""
        rows = list(self._rows)
        for number, place, typed in cells:
            rows[number] = self.written(rows[number], place, typed)
        self.show_step(tuple(rows))

    def written(self, before: DraftRow, place: Place, typed: object) -> DraftRow:
        """Return a row with something put into a cell; a new person gets the session's length."""
        row = write(before, place, typed, self.names, self._word_error)
        if place is Place.NAME and before.participant is None and row.participant is not None:
            return with_met(row, 0, self._offered_minutes)
        return row

    def empty(self, cells: Cells) -> None:
        """Empty several cells in one step."""
        self.put_all([(number, place, "") for number, place in cells])

    def remove(self, numbers: Sequence[int]) -> None:
        """Take whole rows off the sheet in one step; it can be taken back."""
        gone = {number for number in numbers if number < len(self._rows) - 1}
        if gone:
            self._change(tuple(row for at, row in enumerate(self._rows) if at not in gone))

    def show_step(self, rows: Rows) -> None:
        """Show other rows as one step that can be taken back; the same rows are no step."""
        if rows != self._rows:
            self._change(rows)

    def settle_names(self, answers: Mapping[str, Participant]) -> None:
        """Put people into the rows whose name waits; it belongs to the step before."""
        rows = settled(self._rows, answers, self._offered_minutes)
        if rows != self._rows:
            self._change(rows, is_step=False)

    def show_kept(self, rows: Rows) -> None:
        """Show rows that were kept before; there is nothing to take back."""
        self._past.clear()
        self._future.clear()
        self._change(rows, is_step=False)

    def drop_saved(self, saved: Sequence[DraftRow]) -> None:
        """Take off the rows that are in the file now; what was typed meanwhile stays."""
        self.show_kept(tuple(row for row in self._rows if row not in saved))

    @property
    def can_take_back(self) -> bool:
        """Say whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_do_again(self) -> bool:
        """Say whether a step was taken back that can be done again."""
        return bool(self._future)

    def take_back(self) -> None:
        """Take back the last step on this sheet."""
        if self._past:
            self._future.append(self._rows)
            self._change(self._past.pop(), is_step=False)

    def do_again(self) -> None:
        """Do again the step that was taken back last."""
        if self._future:
            self._past.append(self._rows)
            self._change(self._future.pop(), is_step=False)

    def offer_minutes(self, minutes: int) -> None:
        """Offer the length of the session to new rows, and to those that have the one before."""
        before, self._offered_minutes = self._offered_minutes, minutes
        rows = tuple(with_met(row, before, minutes) for row in self._rows)
        if rows != self._rows:
            self._change(rows, is_step=False)

    def set_names(self, names: NameIndex) -> None:
        """Know the people anew; a row whose person is gone keeps the name as it was typed."""
        self.names = names
        rows = tuple(known(row, names) for row in self._rows)
        if rows != self._rows:
            self._change(rows, is_step=False)
        else:
            self._tell_all()

    def _change(self, rows: Rows, *, is_step: bool = True) -> None:
        if is_step:
            self._past = [*self._past[-_STEPS_KEPT:], self._rows]
            self._future.clear()
        self._show(rows)
        self.changed.emit()

    def _show(self, rows: Rows) -> None:
        """Show other rows; the place of the keyboard stays."""
        if not rows or not is_empty(rows[-1]):
            rows = (*rows, EMPTY)
        while len(rows) > 1 and is_empty(rows[-2]):
            rows = rows[:-1]
        count = len(self._rows)
        if len(rows) > count:
            self.beginInsertRows(QModelIndex(), count, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
        elif len(rows) < count:
            self.beginRemoveRows(QModelIndex(), len(rows), count - 1)
            self._rows = rows
            self.endRemoveRows()
        else:
            self._rows = rows
        self._tell_all()

    def _tell_all(self) -> None:
        last = self.index(len(self._rows) - 1, len(Place) - 1)
        self.dataChanged.emit(self.index(0, 0), last)


def replaced(rows: tuple[T, ...], number: int, row: T) -> tuple[T, ...]:
    """Return the rows with one of them replaced."""
    return (*rows[:number], row, *rows[number + 1 :])
