"""The table inside a list: its keys, its clicks, and how wide its columns are."""

from typing import Any, Protocol

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from coprod_desktop.ui.scale import CELL_PADDING, ICON, em, grown, type_font
from coprod_desktop.ui.widgets.columns import Column
from coprod_desktop.ui.widgets.frozen_columns import FrozenColumns, frozen_places
from coprod_desktop.ui.widgets.list_head import ListHead
from coprod_desktop.ui.widgets.table_model import TableModel

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_FLAGS = range(Qt.Key.Key_0.value, Qt.Key.Key_6.value)
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ListOwner(Protocol):
    """What the table asks of the list it stands in."""

    picks_cells: bool
    flag_requested: SignalInstance
    look_changed: SignalInstance

    def open_at(self, index: QModelIndex) -> None:
        """Open the row at an index, or follow the link that stands there."""

    def tick_at(self, index: QModelIndex) -> None:
        """Ask for the row at an index to be ticked or not."""

    def copy(self, *, has_whole_rows: bool = False) -> None:
        """Copy what is selected."""

    def has_several(self) -> bool:
        """Say whether more than one cell is selected."""

    def ask_menu(self, section: int) -> None:
        """Ask for the menu of a column."""

    def ask_note(self) -> None:
        """Ask to write a note on the selected rows."""

    def ask_edit(self) -> None:
        """Ask to type into the current cell."""

    def zoom_to(self, percent: int) -> None:
        """Make the text of the list this large."""

    def step_zoom(self, steps: int) -> None:
        """Make the text of the list larger or smaller."""


class ListTable(QTableView):
    """A QTableView that knows the keys and clicks of a list, its `owner` and its `parent`."""

    def __init__(self, owner: ListOwner, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = owner
        self._own_widths: dict[str, int] = {}
        self._is_as_chosen = False
        self._is_fitting = False
        self._wordless: list[int] = []
        self.zoom = 1.0
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
        self.head = ListHead(self)
        self.setHorizontalHeader(self.head)
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head.setMinimumSectionSize(grown(ICON) + 2 * CELL_PADDING)
        self.head.sectionResized.connect(self._note_width)
        self.frozen = FrozenColumns(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._ask_for_rows)

    def pick_cells(self) -> None:
        """Let cells be selected one by one, several rows, and columns be made wider."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.head.has_menus = True
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.head.setSectionsMovable(True)

    # --- which rows are wanted -----------------------------------------------------------------

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

    # --- how wide columns are ------------------------------------------------------------------

    def set_widths(self, widths: dict[str, int], *, is_as_chosen: bool) -> None:
        """Take widths in hundredths of an em by column key.

        `is_as_chosen` shows every column, however little room there is.
        """
        self._own_widths, self._is_as_chosen = dict(widths), is_as_chosen
        self.fit_columns()

    def widths(self) -> dict[str, int]:
        """Return the widths that somebody chose, in hundredths of an em by column key."""
        return dict(self._own_widths)

    def _note_width(self, section: int, _before: int, now: int) -> None:
        model = self.model()
        if self._is_fitting or not isinstance(model, TableModel) or not now:
            return
        if self.head.sectionResizeMode(section) is not QHeaderView.ResizeMode.Interactive:
            return
        unit = em(type_font()) * self.zoom
        self._own_widths[model.columns[section].key] = round(100 * now / unit)
        self.frozen.fit()
        self._owner.look_changed.emit()

    def fit_columns(self) -> None:
        """Share the width out: em widths first, the rest to columns that stretch."""
        model = self.model()
        if not isinstance(model, TableModel):
            return
        self._is_fitting = True
        try:
            self._share(model)
        finally:
            self._is_fitting = False
        self.frozen.fit()

    def follow_words(self) -> None:
        """Share the width out again where a column has got words, or has none any more."""
        model = self.model()
        if isinstance(model, TableModel) and any(one.only_with_words for one in model.columns):
            wordless = [at for at in range(len(model.columns)) if _is_wordless(model, at)]
            if wordless != self._wordless:
                self._wordless = wordless
                self.fit_columns()

    def _share(self, model: TableModel[Any]) -> None:
        unit, room = em(type_font()) * self.zoom, self.viewport().width()
        widths = [round(self._ems(column) * unit) for column in model.columns]
        for at in reversed(range(len(widths))):
            is_secondary = model.columns[at].is_secondary and not self._is_as_chosen
            is_dropped = is_secondary and sum(widths) > room
            is_dropped = is_dropped or _is_wordless(model, at)
            self.setColumnHidden(at, is_dropped)
            if is_dropped:
                widths[at] = 0
        if sum(widths) > room and not self._is_as_chosen and not self._own_widths:
            widths = [
                round((column.narrow_em or column.width_em) * unit) if width else 0
                for column, width in zip(model.columns, widths, strict=True)
            ]
        spare = max(room - sum(widths), 0)
        shown = [at for at, width in enumerate(widths) if width]
        free = [at for at in shown if model.columns[at].key not in self._own_widths]
        takers = [at for at in free if model.columns[at].is_stretch] or free[-1:]
        for taker in takers:
            widths[taker] += spare // len(takers)
        for at, width in enumerate(widths):
            if width:
                self.setColumnWidth(at, width)

    def _ems(self, column: Column[Any]) -> float:
        own = self._own_widths.get(column.key)
        return column.width_em if own is None else own / 100

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again and fill the new rows."""
        super().resizeEvent(event)
        self.fit_columns()
        self.show_missing()

    # --- staying beside the columns that stay --------------------------------------------------

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, out from under the columns that stay."""
        super().scrollTo(index, hint)
        model = self.model()
        if not isinstance(model, TableModel):
            return
        if index.column() in frozen_places(model.columns, self):
            return
        hidden = self.frozen.width_taken() - self.columnViewportPosition(index.column())
        if self.frozen.width_taken() and hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    # --- keys and clicks -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, tick with Space, and do what a spreadsheet does with its keys."""
        index = self.currentIndex()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._do_list_key(event, plain):
            return
        if event.key() in _ENTER and index.isValid():
            self._owner.open_at(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid() and plain == _NONE:
            self._owner.tick_at(index)
        else:
            super().keyPressEvent(event)

    def _do_list_key(self, event: QKeyEvent, plain: Qt.KeyboardModifier) -> bool:
        """Do what the key of a list means; False where it means nothing."""
        owner, key, index = self._owner, event.key(), self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            owner.copy()
        elif key == Qt.Key.Key_C and plain == _CONTROL | _SHIFT:
            owner.copy(has_whole_rows=True)
        elif not owner.picks_cells or not index.isValid():
            return False
        elif key == Qt.Key.Key_Space and plain == _SHIFT:
            self._select_whole(has_rows=True)
        elif key == Qt.Key.Key_Space and plain == _CONTROL:
            self._select_whole(has_rows=False)
        elif key == Qt.Key.Key_Down and plain == _ALT:
            owner.ask_menu(index.column())
        elif key == Qt.Key.Key_F2 and plain in (_NONE, _SHIFT):
            (owner.ask_note if plain == _SHIFT else owner.ask_edit)()
        elif key == Qt.Key.Key_0 and plain == _CONTROL:
            owner.zoom_to(100)
        elif key in _FLAGS and event.modifiers() == _ALT:
            owner.flag_requested.emit(key - _FLAGS[0])
        else:
            return False
        return True

    def _select_whole(self, *, has_rows: bool) -> None:
        """Select the rows, or else the columns, of every selected cell."""
        model = self.model()
        rows, columns = model.rowCount() - 1, model.columnCount() - 1
        whole = QItemSelection()
        for part in self.selectionModel().selection().toList():
            if has_rows:
                whole.select(model.index(part.top(), 0), model.index(part.bottom(), columns))
            else:
                whole.select(model.index(0, part.left()), model.index(rows, part.right()))
        self.selectionModel().select(whole, _SELECT)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Make the text of the list larger or smaller with Ctrl and the wheel."""
        if self._owner.picks_cells and event.modifiers() == _CONTROL:
            steps = event.angleDelta().y()
            if steps:
                self._owner.step_zoom(1 if steps > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link or tick a box that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        model = self.model()
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if event.modifiers() != _NONE or self._owner.has_several():
            return  # several cells are being selected
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
    rows = (row for _first, page in model.rows_here() for row in page)
    return not any(column.text(row) for row in rows)
