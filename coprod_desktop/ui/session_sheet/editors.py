"""The fields that open inside the cells of the sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QModelIndex, QPoint, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView

from coprod_desktop.domain.errors import MoneyUnreadableError
from coprod_desktop.ui.scale import CELL_PADDING, TABLE_HEAD, XL, grown
from coprod_desktop.ui.session_sheet.reading import (
    NotUnderstoodError,
    SmallExpense,
    expense_echo,
    expense_words,
    read_expense,
)
from coprod_desktop.ui.widgets.labels import announce
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit

_MOST_IN_VIEW = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One thing to choose for a cell: its words, and what is put into the cell.

    One that is not `is_match` is never marked by itself: it has to be chosen.
    """

    text: str
    value: object
    is_match: bool = True


Find = Callable[[str], Sequence[Suggestion]]


class SuggestEdit(QLineEdit):
    """Offer what the typed letters may mean; the first offer is taken with Enter or Tab.

    `picked` comes when one is clicked. Alt+Down shows everything there is.
    """

    picked = Signal()

    def __init__(self, name: str, find: Find) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._find = find
        self._found: Sequence[Suggestion] = ()
        self._list: _SuggestionList | None = None
        self._taken: Suggestion | None = None
        self.textEdited.connect(self._offer)

    @property
    def offers(self) -> list[str]:
        """Return the words on offer."""
        return [one.text for one in self._found]

    def take(self) -> None:
        """Take the offer that is marked, if there is one."""
        at = self._list.currentIndex().row() if self._is_offering() and self._list else -1
        if 0 <= at < len(self._found):
            self._taken = self._found[at]
            self.setText(self._taken.text)

    def answer(self) -> object:
        """Return what was taken, or else the text."""
        return self.text() if self._taken is None else self._taken.value

    def offer_all(self) -> None:
        """Offer everything there is to choose; where that is too much, what fits the text."""
        self._offer("" if self._find("") else self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the offers with Up and Down."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and self._is_offering() and self._list is not None:
            self._list.step(step)
            announce(self, self._found[self._list.currentIndex().row()].text)
        elif event.key() == Qt.Key.Key_Down:
            self.offer_all()
        else:
            super().keyPressEvent(event)

    @property
    def is_offering(self) -> bool:
        """Say whether offers are on show."""
        return self._is_offering()

    def _is_offering(self) -> bool:
        return self._list is not None and shiboken6.isValid(self._list) and self._list.isVisible()

    def _offer(self, typed: str) -> None:
        self._taken = None
        self._found = self._find(typed)
        if self._list is None or not shiboken6.isValid(self._list):
            self._list = _SuggestionList(self)
            self._list.clicked.connect(lambda _index: self._pick())
        self._list.show_under(self, self.offers)
        if self._found:
            announce(self, self._found[0].text)
            if self._found[0].is_match:
                self._list.step(1)

    def _pick(self) -> None:
        self.take()
        self.picked.emit()

    def _hide_offers(self) -> None:
        if self._is_offering() and self._list is not None:
            self._list.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the offers away."""
        super().focusOutEvent(event)
        self._hide_offers()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the offers away too, for good: the field goes with its cell."""
        super().hideEvent(event)
        if self._list is not None and shiboken6.isValid(self._list):
            self._list.hide()
            self._list.deleteLater()
            self._list = None


class _SuggestionList(QListView):
    """Float under a cell inside the window; the keyboard stays in the cell."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field.window())
        self.setObjectName("choices")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.hide()

    def show_under(self, field: QLineEdit, words: Sequence[str]) -> None:
        """Show the words under the field, or over it where the window ends."""
        self._words.setStringList(list(words))
        if not words:
            self.hide()
            return
        self.setCurrentIndex(QModelIndex())
        line = max(self.sizeHintForRow(0), 1)
        size = QSize(
            max(field.width() + 2 * CELL_PADDING, self.sizeHintForColumn(0) + XL),
            line * min(len(words), _MOST_IN_VIEW) + CELL_PADDING,
        )
        window = field.window()
        under = field.mapTo(window, QPoint(-CELL_PADDING, field.height()))
        if under.y() + size.height() > window.height():
            under.setY(under.y() - field.height() - size.height())
        under.setX(max(0, min(under.x(), window.width() - size.width())))
        self.resize(size)
        self.move(under)
        self.raise_()
        self.show()

    def step(self, by: int) -> None:
        """Mark the next or the last offer, around the ends."""
        at = self.currentIndex().row()
        at = (at + by if at >= 0 or by > 0 else -1) % self._words.rowCount()
        self.setCurrentIndex(self._words.index(at))

    def sizeHintForRow(self, row: int) -> int:
        """Be about as high as a line of a table's head."""
        return max(super().sizeHintForRow(row), grown(TABLE_HEAD) // 2)


class ExpenseEdit(ParsedEdit[SmallExpense]):
    """Take "4.60 bus" or "12 miles car"; echo how it was understood."""

    def parse(self, text: str) -> SmallExpense:
        """Read an expense; raises a DomainError."""
        try:
            return read_expense(text)
        except NotUnderstoodError as error:
            raise MoneyUnreadableError(text=text) from error

    def write(self, value: SmallExpense) -> str:
        """Write an expense as "£4.60 bus"."""
        return expense_words(value)

    def echo(self, value: SmallExpense) -> str:
        """Say the amount and the kind in full."""
        return expense_echo(value)
