"""The list that every screen uses: rows, a head that sorts, totals, and words when it is empty."""

from collections.abc import Hashable, Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.ui.scale import (
    CELL_PADDING,
    ICON,
    TABLE_HEAD,
    TABLE_ROW,
    TABLE_ROW_COMPACT,
    em,
    grown,
    type_font,
)
from coprod_desktop.ui.widgets.cell_delegate import CellDelegate
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.table_model import TableModel
from coprod_desktop.ui.widgets.totals_row import TotalsRow

R = TypeVar("R")
_LONG = 200
_NO_LIMIT = 16_777_215
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ListView(QWidget, Generic[R]):
    """Show a TableModel. Signals carry the row itself, never an index.

    `opened(row)`: Enter or a double click. `followed(row, column_key)`: a link was clicked, or
    Enter pressed on it. `ticked(row)`: a tick box was clicked or Space pressed; the presenter
    changes the row. `selected(row | None)`: the selection moved. `sort_requested(column_key,
    is_descending)`: a head was clicked. `name` is read aloud. With
    `is_hugging` what stands below the list follows right under its last row.
    """

    opened = Signal(object)
    followed = Signal(object, str)
    ticked = Signal(object)
    selected = Signal(object)
    sort_requested = Signal(str, bool)

    def __init__(
        self,
        model: TableModel[R],
        name: str,
        *,
        empty: EmptyState | None = None,
        has_grid: bool = False,
        is_compact: bool = False,
        is_hugging: bool = False,
    ) -> None:
        super().__init__()
        self._model = model
        self._is_compact = is_compact
        self._is_hugging = is_hugging
        self._place: tuple[Hashable | None, int, int] = (None, 0, 0)
        self.table = _Table(self)
        self.table.setAccessibleName(name)
        self._delegate = CellDelegate(model, has_grid=has_grid)
        self.table.setItemDelegate(self._delegate)
        self.table.setModel(model)
        self.totals = TotalsRow(self.table.horizontalHeader(), model.columns)
        self._empty = empty
        self._lay_out()
        self._connect()
        self._dress()
        self._show_emptiness()

    # --- what callers do -----------------------------------------------------------------------

    def set_totals(self, totals: Mapping[str, str]) -> None:
        """Show totals under their columns, by column key."""
        self.totals.set_totals(totals)
        self._fit_height()

    def set_compact(self, is_compact: bool) -> None:
        """Make rows low (24 px) or usual (32 px)."""
        self._is_compact = is_compact
        self._dress()

    def current_row(self) -> R | None:
        """Return the selected row, or None."""
        index = self.table.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def select_key(self, key: Hashable) -> None:
        """Select the row with this key, if it is here."""
        place = self._model.place_of(key)
        if place is not None:
            self._select(place, 0)

    def show_sort(self, column_key: str, *, is_descending: bool) -> None:
        """Mark by which column the rows are sorted."""
        self._model.mark_sort(column_key, is_descending=is_descending)

    # --- how it is made ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._frame = QFrame()
        self._frame.setObjectName("list")
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        if self._empty is not None:
            self._stack.addWidget(self._empty)
        column.addLayout(self._stack, stretch=1)
        column.addWidget(self.totals)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._frame, stretch=1)
        outer.addStretch()
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        header = self.table.horizontalHeader()
        header.sectionClicked.connect(self._ask_to_sort)
        header.sectionResized.connect(self.totals.update)
        self.table.horizontalScrollBar().valueChanged.connect(self.totals.update)
        self.table.verticalScrollBar().valueChanged.connect(self.table.show_missing)
        self.table.selectionModel().currentRowChanged.connect(self._tell_selected)
        self._model.modelAboutToBeReset.connect(self._remember_place)
        self._model.modelReset.connect(self._return_to_place)
        self._model.arrived.connect(self._show_emptiness)

    def _dress(self) -> None:
        row = TABLE_ROW_COMPACT if self._is_compact else TABLE_ROW
        self.table.verticalHeader().setDefaultSectionSize(grown(row))
        self.table.verticalHeader().setMinimumSectionSize(grown(TABLE_ROW_COMPACT))
        self.table.horizontalHeader().setFixedHeight(grown(TABLE_HEAD))
        self._delegate.dress()
        self.table.fit_columns()
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            if hasattr(self, "_delegate"):
                self._dress()

    def _show_emptiness(self) -> None:
        is_empty = self._model.rowCount() == 0 and self._empty is not None
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self.table.show_missing()
        self._fit_height()

    def _fit_height(self) -> None:
        """End a short list under its last row."""
        rows = self._model.rowCount()
        if rows == 0 or rows > _LONG:
            self._limit_height(_NO_LIMIT)
            return
        inside = grown(TABLE_HEAD) + rows * self.table.verticalHeader().defaultSectionSize()
        bar = self.table.horizontalScrollBar()
        foot = self.totals.sizeHint().height() if not self.totals.isHidden() else 0
        foot += bar.sizeHint().height() if bar.isVisible() else 0
        self._limit_height(inside + foot + 4)  # two borders and two margins

    def _limit_height(self, height: int) -> None:
        self._frame.setMaximumHeight(height)
        if self._is_hugging:
            self.setMaximumHeight(height)

    # --- staying in place while rows are fetched again -----------------------------------------

    def _remember_place(self) -> None:
        index = self.table.currentIndex()
        key = self._model.key_at(index.row()) if index.isValid() else None
        self._place = (key, index.column(), self.table.verticalScrollBar().value())

    def _return_to_place(self) -> None:
        key, column, scrolled = self._place
        place = None if key is None else self._model.place_of(key)
        if place is not None:
            self._select(place, column)
        if self._model.is_new:
            self.table.scrollToTop()
        else:
            self.table.verticalScrollBar().setValue(scrolled)
        if place is None:
            self.selected.emit(None)

    def _select(self, place: int, column: int) -> None:
        self.table.setCurrentIndex(self._model.index(place, max(column, 0)))

    # --- what the person does ------------------------------------------------------------------

    def _tell_selected(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.selected.emit(self._model.row_at(now.row()))

    def _ask_to_sort(self, section: int) -> None:
        column = self._model.columns[section]
        if not column.is_sortable:
            return
        sorted_by, was_descending = self._model.sorted_by
        is_descending = sorted_by == column.key and not was_descending
        self.show_sort(column.key, is_descending=is_descending)
        self.sort_requested.emit(column.key, is_descending)

    def open_at(self, index: QModelIndex) -> None:
        """Open the row at an index, or follow the link that stands there."""
        row = self._model.row_at(index.row())
        if row is None:
            return
        column = self._model.columns[index.column()]
        if column.is_link and column.text(row):
            self.followed.emit(row, column.key)
        else:
            self.opened.emit(row)

    def tick_at(self, index: QModelIndex) -> None:
        """Ask for the row at an index to be ticked or not, if the list has tick boxes."""
        row = self._model.row_at(index.row())
        if row is not None and any(column.tick is not None for column in self._model.columns):
            self.ticked.emit(row)


class _Table(QTableView):
    """A QTableView that knows the keys and clicks of a list."""

    def __init__(self, owner: ListView[Any]) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(grown(ICON) + 2 * CELL_PADDING)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._ask_for_rows)

    def show_missing(self) -> None:
        """Ask for rows that are in view and not here, once Qt has finished what it is doing."""
        self._later.start()

    def _ask_for_rows(self) -> None:
        model = self.model()
        if not isinstance(model, TableModel) or not model.rowCount():
            return
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        model.show_rows(first, model.rowCount() - 1 if last < 0 else last)

    def fit_columns(self) -> None:
        """Share the width out: em widths first, the rest to columns that stretch."""
        model = self.model()
        if not isinstance(model, TableModel):
            return
        unit, room = em(type_font()), self.viewport().width()
        widths = [round(column.width_em * unit) for column in model.columns]
        for at in reversed(range(len(widths))):
            is_dropped = model.columns[at].is_secondary and sum(widths) > room
            is_dropped = is_dropped or _is_wordless(model, at)
            self.setColumnHidden(at, is_dropped)
            if is_dropped:
                widths[at] = 0
        if sum(widths) > room:
            widths = [
                round((column.narrow_em or column.width_em) * unit) if width else 0
                for column, width in zip(model.columns, widths, strict=True)
            ]
        spare = max(room - sum(widths), 0)
        shown = [at for at, width in enumerate(widths) if width]
        takers = [at for at in shown if model.columns[at].is_stretch] or shown[-1:]
        for taker in takers:
            widths[taker] += spare // len(takers)
        for at, width in enumerate(widths):
            if width:
                self.setColumnWidth(at, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again and fill the new rows."""
        super().resizeEvent(event)
        self.fit_columns()
        self.show_missing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, tick with Space; everything else as in any table."""
        index = self.currentIndex()
        if event.key() in _ENTER and index.isValid():
            self._owner.open_at(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self._owner.tick_at(index)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link or tick a box that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        model = self.model()
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if isinstance(model, TableModel):
            column, row = model.columns[index.column()], model.row_at(index.row())
            if column.is_link and row is not None and column.text(row):
                self._owner.open_at(index)
            elif column.tick is not None:
                self._owner.tick_at(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the row, unless the click is on something that a single click does."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        model = self.model()
        if isinstance(model, TableModel) and index.isValid():
            column = model.columns[index.column()]
            if not column.is_link and column.tick is None:
                self._owner.open_at(index)


def _is_wordless(model: TableModel[Any], at: int) -> bool:
    """Say whether a column that is there for its words only has none."""
    column = model.columns[at]
    if not column.only_with_words:
        return False
    rows = (model.row_at(number) for number in range(model.rowCount()))
    return not any(row is not None and column.text(row) for row in rows)
