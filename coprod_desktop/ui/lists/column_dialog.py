"""The menu of a column: sort by it, filter it by ticks, letters or a range, or hide it."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.list_looks import ColumnFilter, ValueCount
from coprod_desktop.i18n import _
from coprod_desktop.ui.lists.words import (
    Word,
    has_range,
    read_typed,
    sort_words,
    typed_words,
    value_words,
)
from coprod_desktop.ui.scale import M, S, scaled
from coprod_desktop.ui.widgets.buttons import Button, link_button, primary_button
from coprod_desktop.ui.widgets.columns import Column
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field
from coprod_desktop.ui.widgets.search_field import SearchField

MOST_VALUES = 200
_WIDTH, _LIST_HEIGHT = 340, 190
_VALUE = int(Qt.ItemDataRole.UserRole)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ColumnDialog(QDialog):
    """Ask how to sort and filter by one column.

    `values_wanted(typed)` asks for the values that stand in it: answer with `show_values`.
    `applied(ColumnFilter)`, `sort_wanted(is_descending | None)` (None: the usual order),
    `hide_wanted()` and `columns_wanted()` say what was chosen; then it closes.
    """

    values_wanted = Signal(str)
    applied = Signal(object)
    sort_wanted = Signal(object)
    hide_wanted = Signal()
    columns_wanted = Signal()

    def __init__(
        self,
        column: Column[Any],
        now: ColumnFilter,
        words: Mapping[str, Word],
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._column, self._words = column, words
        self._word_error, self._today = word_error, today
        self._ticked: dict[str, None] = dict.fromkeys(now.ticked or ())
        self.setWindowTitle(_("Column: {title}").format(title=column.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(scaled(_WIDTH))
        self.search = SearchField(_("Find a value to tick"))
        self.values = QListWidget()
        self.values.setAccessibleName(_("Show only what is ticked; with no tick, everything"))
        self.values.setMinimumHeight(scaled(_LIST_HEIGHT))
        self.more = label("", "small", wraps=True)
        self.more.hide()
        self.contains = line_field(_("Has these letters"), now.contains)
        self.lowest = line_field(_("From"), typed_words(column, now.lowest))
        self.highest = line_field(_("Up to"), typed_words(column, now.highest))
        self.problem = label("", "bad", wraps=True)
        self.problem.hide()
        self.apply = primary_button(_("Show these"))
        self.clear = Button(_("Show all"))
        self._lay_out()
        self._connect()

    def show_values(self, found: Sequence[ValueCount]) -> None:
        """Show what stands in the column, ticked first where more were ticked before."""
        self.values.blockSignals(True)
        self.values.clear()
        known = {one.value for one in found}
        if not self.search.text():
            for value in self._ticked:
                if value not in known:
                    self._add(value, None)
        for one in found[:MOST_VALUES]:
            self._add(one.value, one.rows)
        self.values.blockSignals(False)
        is_cut = len(found) > MOST_VALUES
        self.more.setText(_("There are more. Type above to find them.") if is_cut else "")
        self.more.setVisible(is_cut)
        if self.values.count():
            self.values.setCurrentRow(0)

    def move_under(self, place: QPoint) -> None:
        """Stand at a place of the screen."""
        self.move(place)

    # --- how it works --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(S)
        column.setContentsMargins(M, M, M, M)
        upwards, downwards = sort_words(self._column)
        self.upwards, self.downwards = link_button(upwards), link_button(downwards)
        self.usual = link_button(_("Usual order"))
        self.hide_it = link_button(_("Hide this column"))
        self.choose = link_button(_("Columns…"))
        if self._column.is_sortable:
            column.addLayout(_row(self.upwards, self.downwards, self.usual))
        column.addLayout(_row(self.hide_it, self.choose))
        if self._column.is_filterable:
            column.addWidget(label(_("Show only"), "strong"))
            column.addWidget(self.search)
            column.addWidget(self.values, stretch=1)
            column.addWidget(self.more)
            if has_range(self._column):
                column.addLayout(_named((_("From"), self.lowest), (_("Up to"), self.highest)))
            else:
                column.addLayout(_named((_("Has these letters"), self.contains)))
            column.addWidget(self.problem)
            column.addLayout(_row(self.clear, self.apply))
        for unused in self._unused():
            unused.setParent(None)
            unused.deleteLater()

    def _unused(self) -> list[QWidget]:
        """Return the parts that this kind of column does without."""
        if not self._column.is_filterable:
            parts: list[QWidget] = [self.search, self.values, self.more, self.problem]
            return [*parts, self.contains, self.lowest, self.highest, self.apply, self.clear]
        return [self.contains] if has_range(self._column) else [self.lowest, self.highest]

    def _connect(self) -> None:
        self.search.searched.connect(self.values_wanted)
        self.search.left_downwards.connect(self.values.setFocus)
        self.values.itemChanged.connect(self._note_tick)
        self.apply.clicked.connect(self._apply)
        self.clear.clicked.connect(self._clear)
        self.upwards.clicked.connect(lambda: self._end(self.sort_wanted, False))
        self.downwards.clicked.connect(lambda: self._end(self.sort_wanted, True))
        self.usual.clicked.connect(lambda: self._end(self.sort_wanted, None))
        self.hide_it.clicked.connect(lambda: self._end(self.hide_wanted))
        self.choose.clicked.connect(lambda: self._end(self.columns_wanted))
        (self.search if self._column.is_filterable else self.upwards).setFocus()

    def _end(self, signal: SignalInstance, *told: object) -> None:
        self.accept()
        signal.emit(*told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the rows with Enter, wherever the keyboard is; Esc changes nothing."""
        if event.key() in _ENTER and self._column.is_filterable:
            focused = self.focusWidget()
            if isinstance(focused, Button):
                focused.click()
            else:
                self._apply()
            return
        super().keyPressEvent(event)

    def _add(self, value: str, rows: int | None) -> None:
        words = value_words(self._column, value, self._words)
        if rows is not None:
            words = _("{value}  ({count})").format(value=words, count=f"{rows:,}")
        item = QListWidgetItem(words)
        item.setData(_VALUE, value)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        is_ticked = value in self._ticked
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self.values.addItem(item)

    def _note_tick(self, item: QListWidgetItem) -> None:
        value = str(item.data(_VALUE))
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked[value] = None
        else:
            self._ticked.pop(value, None)

    def _clear(self) -> None:
        self._end(self.applied, ColumnFilter(key=self._column.key))

    def _apply(self) -> None:
        column = self._column
        ends = ["", ""]
        if has_range(column):
            for at, field in enumerate((self.lowest, self.highest)):
                try:
                    ends[at] = read_typed(column, field.text(), self._today())
                except DomainError as error:
                    self._refuse(field, self._word_error(error))
                    return
        wanted = ColumnFilter(
            key=column.key,
            ticked=tuple(self._ticked) or None,
            contains="" if has_range(column) else self.contains.text().strip(),
            lowest=ends[0],
            highest=ends[1],
        )
        self._end(self.applied, wanted)

    def _refuse(self, field: QWidget, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()
        announce(self, words)
        field.setFocus()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(M)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


def _named(*fields: tuple[str, QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(M)
    for words, field in fields:
        column = QVBoxLayout()
        column.setSpacing(0)
        name = QLabel(words)
        name.setBuddy(field)
        column.addWidget(name)
        column.addWidget(field)
        row.addLayout(column)
    return row
