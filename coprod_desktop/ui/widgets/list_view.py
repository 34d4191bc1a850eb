"""The list that every screen uses: rows, a head that sorts, totals, and words when it is empty."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from coprod_desktop.ui.scale import (
    SECONDARY,
    TABLE_HEAD,
    TABLE_ROW,
    TABLE_ROW_COMPACT,
    grown,
    type_font,
)
from coprod_desktop.ui.widgets.cell_delegate import CellDelegate
from coprod_desktop.ui.widgets.columns import Column
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.list_selection import ListSelection, Remembered
from coprod_desktop.ui.widgets.list_table import ListTable
from coprod_desktop.ui.widgets.table_model import TableModel
from coprod_desktop.ui.widgets.totals_row import TotalsRow

R = TypeVar("R")
_LONG = 200
_NO_LIMIT = 16_777_215
_SUMS_PAUSE_MS = 40
ZOOMS = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250)


class ListView(QWidget, Generic[R]):
    """Show a TableModel. Signals carry the row itself, never an index.

    `opened(row)`: Enter or a double click. `followed(row, column_key)`: a link was clicked, or
    Enter pressed on it. `ticked(row)`: a tick box was clicked or Space pressed; the presenter
    changes the row. `selected(row | None)`: the selection moved. `sort_requested(column_key,
    is_descending)`: a head was clicked. `name` is read aloud. With
    `is_hugging` what stands below the list follows right under its last row.

    With `picks_cells` it is as good as a spreadsheet: cells are selected one by one, `summed(sums |
    None)` tells what they come to, `menu_requested(column_key)` asks for the menu of a column,
    `edit_requested(row, column_key)`, `note_requested()` and `flag_requested(number)` come from F2,
    Shift+F2 and Alt+0 to Alt+5, `look_changed()` when widths, order or zoom change by hand, and
    `moved(column_keys)` when a head is dragged. `copy_refused(rows)`: too many to copy.
    """

    opened = Signal(object)
    followed = Signal(object, str)
    ticked = Signal(object)
    selected = Signal(object)
    sort_requested = Signal(str, bool)
    summed = Signal(object)
    menu_requested = Signal(str)
    edit_requested = Signal(object, str)
    note_requested = Signal()
    flag_requested = Signal(int)
    look_changed = Signal()
    moved = Signal(object)
    copy_refused = Signal(int)

    def __init__(
        self,
        model: TableModel[R],
        name: str,
        *,
        empty: EmptyState | None = None,
        has_grid: bool = False,
        is_compact: bool = False,
        is_hugging: bool = False,
        picks_cells: bool = False,
    ) -> None:
        super().__init__()
        self.picks_cells = picks_cells
        self._model = model
        self._is_compact = is_compact
        self._is_hugging = is_hugging
        self._wanted_key: Hashable | None = None
        self._place: tuple[Hashable | None, int, int] = (None, 0, 0)
        self._selected: Remembered | None = None
        self.table = ListTable(self, self)
        self.table.setAccessibleName(name)
        self._delegate = CellDelegate(model, has_grid=has_grid)
        self.table.setItemDelegate(self._delegate)
        self.table.setModel(model)
        if picks_cells:
            self.table.pick_cells()
        self.selection = ListSelection(
            model, self.table.selectionModel(), self.table.isColumnHidden
        )
        self._sum_later = QTimer(self)
        self._sum_later.setSingleShot(True)
        self._sum_later.setInterval(_SUMS_PAUSE_MS)
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
        """Select the row with this key: at once if it is here, else once rows arrive."""
        place = self._model.place_of(key)
        self._wanted_key = key if place is None else None
        if place is not None:
            self._select(place, 0)

    def _select_wanted(self) -> None:
        if self._wanted_key is not None and self._model.place_of(self._wanted_key) is not None:
            self.select_key(self._wanted_key)

    def show_sort(self, column_key: str, *, is_descending: bool) -> None:
        """Mark by which column the rows are sorted."""
        self._model.mark_sort(column_key, is_descending=is_descending)

    @property
    def zoom(self) -> int:
        """Return the size of the list's text in percent."""
        return round(100 * self.table.zoom)

    def zoom_to(self, percent: int) -> None:
        """Make the text of the list this large, in percent of the usual size."""
        if percent != self.zoom:
            self.table.zoom = percent / 100
            self._dress()
            self.look_changed.emit()

    def step_zoom(self, steps: int) -> None:
        """Make the text of the list larger or smaller by steps."""
        nearest = min(range(len(ZOOMS)), key=lambda at: abs(ZOOMS[at] - self.zoom))
        self.zoom_to(ZOOMS[min(max(nearest + steps, 0), len(ZOOMS) - 1)])

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show other columns of the same rows, staying in place."""
        key = self._model.columns[max(self.table.currentIndex().column(), 0)].key
        self._model.set_columns(columns)
        self.totals.set_columns(self._model.columns)
        keys = [column.key for column in columns]
        index = self.table.currentIndex()
        if index.isValid() and key in keys:
            self._select(index.row(), keys.index(key))
        self._dress()

    def copy(self, *, has_whole_rows: bool = False) -> None:
        """Copy the selected cells, or the whole rows they are in, with the titles of columns."""
        if not self.selection.copy(has_whole_rows=has_whole_rows):
            self.copy_refused.emit(self.selection.row_count())

    def has_several(self) -> bool:
        """Say whether more than one cell is selected, where cells are."""
        return self.picks_cells and self.selection.cell_count() > 1

    def ask_menu(self, section: int) -> None:
        """Ask for the menu of a column."""
        self.menu_requested.emit(self._model.columns[section].key)

    def ask_note(self) -> None:
        """Ask to write a note on the selected rows."""
        self.note_requested.emit()

    def ask_edit(self) -> None:
        """Ask to type into the current cell; where nobody can, the row is opened."""
        index = self.table.currentIndex()
        row = self._model.row_at(index.row())
        if row is None:
            return
        column = self._model.columns[index.column()]
        if column.is_editable:
            self.edit_requested.emit(row, column.key)
        else:
            self.opened.emit(row)

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
        header.sectionMoved.connect(self._tell_moved)
        self.table.head.menu_wanted.connect(self.ask_menu)
        self.table.frozen.opened.connect(self.open_at)
        self.table.selectionModel().currentRowChanged.connect(self._tell_selected)
        self.table.selectionModel().selectionChanged.connect(self._note_selection)
        self._sum_later.timeout.connect(self._tell_sums)
        self._model.modelAboutToBeReset.connect(self._remember_place)
        self._model.modelReset.connect(self._return_to_place)
        self._model.arrived.connect(self._show_emptiness)
        self._model.arrived.connect(self._select_wanted)

    def _dress(self) -> None:
        zoom = self.table.zoom
        row = round(grown(TABLE_ROW_COMPACT if self._is_compact else TABLE_ROW) * zoom)
        self.table.verticalHeader().setMinimumSectionSize(min(grown(TABLE_ROW_COMPACT), row))
        self.table.verticalHeader().setDefaultSectionSize(row)
        head = self.table.horizontalHeader()
        head.setFixedHeight(round(grown(TABLE_HEAD) * zoom))
        if self.picks_cells:
            points = type_font(SECONDARY).pointSizeF() * zoom
            head.setStyleSheet(f"QHeaderView::section {{ font-size: {points:.1f}pt; }}")
        self._delegate.dress(zoom)
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
        self.table.follow_words()
        self.table.show_missing()
        self._fit_height()

    def _fit_height(self) -> None:
        """End a short list under its last row."""
        rows = self._model.rowCount()
        if rows == 0 or rows > _LONG:
            self._limit_height(_NO_LIMIT)
            return
        row = self.table.verticalHeader().defaultSectionSize()
        inside = self.table.horizontalHeader().height() + rows * row
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
        is_more = self.picks_cells and (self.has_several() or self.selection.row_count() > 1)
        self._selected = self.selection.remember() if is_more else None

    def _return_to_place(self) -> None:
        key, column, scrolled = self._place
        place = None if key is None else self._model.place_of(key)
        if place is not None:
            self._select(place, column)
        if self._selected is not None and not self._model.is_new:
            self.selection.restore(self._selected)
        if self._model.is_new:
            self.table.scrollToTop()
        else:
            self.table.verticalScrollBar().setValue(scrolled)
        self._follow_selection()  # a reset takes the selection away without a word
        if place is None:
            self.selected.emit(None)

    def _select(self, place: int, column: int) -> None:
        wanted = max(column, 0)
        places = range(wanted, len(self._model.columns))
        first = next((at for at in places if not self.table.isColumnHidden(at)), wanted)
        self.table.setCurrentIndex(self._model.index(place, first))

    # --- what is selected ----------------------------------------------------------------------

    def _note_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._follow_selection()

    def _follow_selection(self) -> None:
        """Tint the rows with a selected cell, and add the cells up in a moment."""
        if self.picks_cells:
            spans = self.selection.spans()
            is_one = len(spans) == 1
            rows = range(spans[0][0], spans[0][1] + 1) if is_one else _numbers(spans)
            self._delegate.touch(rows)
            self.table.viewport().update()
            self._sum_later.start()

    def _tell_sums(self) -> None:
        self.summed.emit(self.selection.sums() if self.isVisible() else None)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the sums away with the list."""
        super().hideEvent(event)
        if self.picks_cells:
            self.summed.emit(None)

    # --- what the person does ------------------------------------------------------------------

    def _tell_selected(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._wanted_key = None  # somebody is elsewhere by now
            self.selected.emit(self._model.row_at(now.row()))

    def _tell_moved(self, _section: int, _before: int, _now: int) -> None:
        """Keep the order that somebody dragged the heads into."""
        head = self.table.horizontalHeader()
        order = [head.logicalIndex(at) for at in range(head.count())]
        keys = tuple(self._model.columns[at].key for at in order)
        if order != sorted(order):
            QTimer.singleShot(0, self, lambda: self._put_back(keys))

    def _put_back(self, keys: tuple[str, ...]) -> None:
        """Let the model hold the order, and the head none of its own."""
        head = self.table.horizontalHeader()
        head.blockSignals(True)
        for at in range(head.count()):
            head.moveSection(head.visualIndex(at), at)
        head.blockSignals(False)
        self.moved.emit(keys)

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


def _numbers(spans: list[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers of some stretches of rows, of very long ones the first thousands."""
    return frozenset(
        number for first, last in spans for number in range(first, min(last, first + 5_000) + 1)
    )
