"""The sheet itself: a grid that is filled with the keyboard, as one knows it from Excel."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from coprod_desktop.ui.scale import TABLE_HEAD, TABLE_ROW, em, grown, type_font
from coprod_desktop.ui.session_sheet.cells import MakeField, SheetDelegate
from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.editors import SuggestEdit
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel

# In em: as wide as it is at least, and how much of the spare width the column takes.
_WIDTHS = {
    Place.NAME: (9.0, 3),
    Place.CAPACITY: (9.5, 0),
    Place.PREPARED: (4.5, 0),
    Place.MET: (6.0, 0),
    Place.TRAVELLED: (4.5, 0),
    Place.SKILLS: (7.0, 5),
    Place.ANSWER: (10.0, 1),
    Place.OFFER: (8.5, 0),
    Place.EXPENSE: (8.0, 1),
    Place.NOTE: (6.0, 2),
}
_NUMBER_WIDTH = 2.2
_ROWS_AT_LEAST = 4
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CONTROL = Qt.KeyboardModifier.ControlModifier


class SheetView(QTableView):
    """Show and fill a SheetModel.

    Typing starts in a cell, F2 changes what is there, Alt+Down shows what can be chosen. Tab goes
    to the next cell; Enter to the next row, after a run of Tabs to the column where the run began,
    as in Excel. Ctrl+D copies from above, Delete empties, Ctrl+Delete takes the row off, Ctrl+Z
    takes the last step back. `why_requested(row number)`: Space or a click on an offer. `moved(row
    number)` follows the keyboard.
    """

    why_requested = Signal(int)
    moved = Signal(int)
    height_changed = Signal()

    def __init__(self, model: SheetModel, name: str, fields: Mapping[Place, MakeField]) -> None:
        super().__init__()
        self._sheet = model
        self._run_began: int | None = None
        self.setAccessibleName(name)
        self._cells = SheetDelegate(model, fields)
        self._cells.left.connect(self._leave)
        self.setItemDelegate(self._cells)
        self.setModel(model)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        model.rowsInserted.connect(self.fit)
        model.rowsRemoved.connect(self.fit)
        self.selectionModel().currentChanged.connect(lambda now, _old: self.moved.emit(now.row()))
        self.dress()
        self.go_to(0, Place.NAME)

    # --- what callers do -----------------------------------------------------------------------

    def go_to(self, number: int, place: Place) -> None:
        """Put the keyboard on a cell."""
        self._run_began = None
        self.setCurrentIndex(self._sheet.index(number, place))

    def settle(self) -> None:
        """End the typing that is going on, and keep what was typed."""
        self._cells.settle()

    def dress(self) -> None:
        """Take fonts and sizes again, after the theme changed."""
        self._cells.dress()
        self.verticalHeader().setDefaultSectionSize(grown(TABLE_ROW))
        self.verticalHeader().setFixedWidth(round(_NUMBER_WIDTH * em(type_font())))
        self.horizontalHeader().setFixedHeight(grown(TABLE_HEAD))
        self.fit()

    def fit(self, *_rows: object) -> None:
        """Share the width out, and be as high as the rows."""
        unit = em(type_font())
        least = {place: round(width * unit) for place, (width, _share) in _WIDTHS.items()}
        shares = sum(share for _width, share in _WIDTHS.values())
        spare = max(self.viewport().width() - sum(least.values()), 0)
        for place, (_width, share) in _WIDTHS.items():
            self.setColumnWidth(place, least[place] + spare * share // shares)
        bar = self.horizontalScrollBar()
        around = grown(TABLE_HEAD) + (bar.sizeHint().height() if bar.maximum() else 0)
        rows = self._sheet.rowCount()
        self.setMaximumHeight(around + rows * grown(TABLE_ROW))
        self.setMinimumHeight(around + min(rows, _ROWS_AT_LEAST) * grown(TABLE_ROW))
        self.height_changed.emit()

    # --- the keyboard --------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the sheet from the menus while there is something for them to do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_control = event.modifiers() == _CONTROL
            mine = {Qt.Key.Key_D: True, Qt.Key.Key_Delete: True}
            mine[Qt.Key.Key_Z] = self._sheet.can_take_back
            if is_control and mine.get(Qt.Key(event.key()), False):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, copy, empty and remove as the keys say; anything else is typing."""
        if event.modifiers() == _CONTROL and self._do_with_control(Qt.Key(event.key())):
            return
        key = Qt.Key(event.key())
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_offer = self.currentIndex().column() == Place.OFFER
        if key in _ENTER or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.setAccepted(self._leave(key, is_shifted))  # at its ends, Tab leaves the sheet
        elif key == Qt.Key.Key_Delete:
            self._sheet.empty(self._selected_cells())
        elif is_offer and key in (Qt.Key.Key_Space, Qt.Key.Key_F2):
            self._ask_why(self.currentIndex())
        elif key == Qt.Key.Key_Backspace:
            self._type_anew()
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open_choices()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self._run_began = None

    def _do_with_control(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_D:
            self._copy_down()
        elif key == Qt.Key.Key_Delete:
            self._remove_rows()
        elif key == Qt.Key.Key_Z:
            self._sheet.take_back()
        else:
            return False
        return True

    def _leave(self, key: Qt.Key, is_shifted: bool) -> bool:
        """Go on to the next cell or row, back with Shift; say whether there was one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        index = self.currentIndex()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._tab(index, -1 if is_shifted or key == Qt.Key.Key_Backtab else 1)
        column = index.column()
        if key in _ENTER and self._run_began is not None:
            column = self._run_began
        by = -1 if is_shifted or key == Qt.Key.Key_Up else 1
        number = min(max(index.row() + by, 0), self._sheet.rowCount() - 1)
        self.go_to(number, Place(column))
        return True

    def _tab(self, index: QModelIndex, by: int) -> bool:
        """Go to the next cell that can be typed into; False where the sheet ends."""
        began = index.column() if self._run_began is None else self._run_began
        places = [place for place in Place if place is not Place.OFFER]
        is_offer = index.column() == Place.OFFER
        here = index.row() * len(places) + sum(place < index.column() for place in places)
        here += by if not is_offer else min(by, 0)
        if not 0 <= here < self._sheet.rowCount() * len(places):
            return False
        number, at = divmod(here, len(places))
        self.go_to(number, places[at])
        self._run_began = began if number == index.row() else Place.NAME
        return True

    def _copy_down(self) -> None:
        cells = self._selected_cells()
        first = min((number for number, _place in cells), default=0)
        is_many = any(number != first for number, _place in cells)
        for number, place in cells:
            source = first if is_many else number - 1
            if 0 <= source != number:
                self._sheet.copy_from(source, number, place)

    def _remove_rows(self) -> None:
        index = self.currentIndex()
        self._sheet.remove(sorted({number for number, _place in self._selected_cells()}))
        self.go_to(min(index.row(), self._sheet.rowCount() - 1), Place(index.column()))

    def _type_anew(self) -> None:
        self.edit(self.currentIndex())
        if self._cells.open_field is not None:
            self._cells.open_field.clear()

    def _open_choices(self) -> None:
        self.edit(self.currentIndex())
        field = self._cells.open_field
        if isinstance(field, SuggestEdit):
            field.offer_all()

    def _selected_cells(self) -> list[tuple[int, Place]]:
        indexes = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        cells = sorted((index.row(), index.column()) for index in indexes)
        return [(number, Place(column)) for number, column in cells if column != Place.OFFER]

    def _ask_why(self, index: QModelIndex) -> None:
        if self._sheet.priced_at(index.row()) is not None:
            self.why_requested.emit(index.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a new run where somebody clicks."""
        self._run_began = None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask why where an offer is clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == Place.OFFER:
            self._ask_why(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self.fit()
        self.scrollTo(self.currentIndex())
