"""The quiet mark that a row of a list carries where a check found something."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from coprod_desktop.domain.checks import Finding
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.widgets.columns import Column, Mark
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel
from coprod_desktop.ui.words import check_word, short_check_word

R = TypeVar("R")
CHECK_COLUMN = "check"
_PAUSE_MS = 120


class _Asking(QObject):
    """Carry the wish, since a generic class cannot have signals."""

    wanted = Signal(object)


class FindingMarks(Generic[R]):
    """Hold the open findings of the rows in view; ask for them once the list stands still.

    `wanted(ids)` of `asking` asks for the findings of these rows; answer it with `show`.
    """

    def __init__(self, id_of: Callable[[R], int]) -> None:
        self._id_of = id_of
        self._found: dict[int, Sequence[Finding]] = {}
        self._asked: list[int] = []
        self._list: ListView[R] | None = None
        self._rows: TableModel[R] | None = None
        self._later: QTimer | None = None
        self.asking = _Asking()

    def watch(self, list_view: ListView[R], rows: TableModel[R]) -> None:
        """Follow which of the rows are in view of a list."""
        self._list, self._rows = list_view, rows
        self._later = QTimer(list_view)  # it ends with the list
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._ask)
        rows.arrived.connect(self.look_again)
        list_view.table.verticalScrollBar().valueChanged.connect(self._scrolled)

    def look_again(self) -> None:
        """Ask for the findings of what is in view, in a moment."""
        if self._later is not None:
            self._later.start()

    def _scrolled(self, _value: int) -> None:
        self.look_again()

    def _ask(self) -> None:
        rows = self._in_view()
        if rows:
            self._asked = [self._id_of(row) for row in rows]
            self.asking.wanted.emit(self._asked)

    def _in_view(self) -> list[R]:
        if self._list is None or self._rows is None or not self._list.isVisible():
            return []
        table, model = self._list.table, self._rows
        first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        end = model.rowCount() if last < 0 else last + 1
        rows = (model.row_at(number) for number in range(max(first, 0), end))
        return [row for row in rows if row is not None]

    def show(self, found: Mapping[int, Sequence[Finding]]) -> None:
        """Mark the rows in view that have findings.

        Those of rows further up and down stay known, so that the column does not come and go while
        somebody scrolls.
        """
        for row_id in self._asked:
            self._found.pop(row_id, None)
        self._found |= found
        if self._list is not None:
            self._list.table.follow_words()
            self._list.table.viewport().update()

    def of(self, row: R) -> Sequence[Finding]:
        """Return the open findings of a row, as far as they are known."""
        return self._found.get(self._id_of(row), ())

    def column(self) -> Column[R]:
        """Return the column with the marks; it is followed like a link."""
        return Column(
            key=CHECK_COLUMN,
            title=_("Checks"),
            text=lambda row: _words(self.of(row)),
            icon=lambda row: Mark("triangle-alert", "warn") if self.of(row) else None,
            tooltip=lambda row: _reasons(self.of(row)),
            colour=lambda _row: "warn",
            width_em=8,
            narrow_em=5,
            is_link=True,
            only_with_words=True,
        )


def _words(found: Sequence[Finding]) -> str:
    if len(found) > 1:
        return ngettext("{count} check", "{count} checks", len(found)).format(count=len(found))
    return short_check_word(found[0].kind) if found else ""


def _reasons(found: Sequence[Finding]) -> str:
    return "\n".join(f"{check_word(one.kind)}. {one.because}" for one in found)
