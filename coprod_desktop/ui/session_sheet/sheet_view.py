"""The sheet itself: a grid that is filled with the keyboard, as one knows it from Excel."""

import datetime
from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from coprod_desktop.ui.scale import SECONDARY, TABLE_HEAD, TABLE_ROW, em, grown, type_font
from coprod_desktop.ui.session_sheet.cells import MakeField, SheetDelegate
from coprod_desktop.ui.session_sheet.commands import SheetCommands
from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.editors import SuggestEdit
from coprod_desktop.ui.session_sheet.frozen import FrozenNames
from coprod_desktop.ui.session_sheet.keys import command_of, words_of
from coprod_desktop.ui.session_sheet.sheet_model import NewPerson, SheetModel

# In em: as wide as it is at least, and how much of the spare width the column takes.
_WIDTHS = {
    Place.NAME: (12.0, 3),
    Place.CAPACITY: (9.5, 1),
    Place.PREPARED: (4.5, 0),
    Place.MET: (6.0, 0),
    Place.TRAVELLED: (4.5, 0),
    Place.SKILLS: (7.0, 4),
    Place.ANSWER: (10.0, 1),
    Place.OFFER: (8.5, 0),
    Place.EXPENSE: (8.0, 1),
    Place.NOTE: (6.0, 2),
}
_NUMBER_WIDTH = 2.2
_ROWS_AT_LEAST = 4
_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ZOOMS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200)


class SheetView(QTableView):
    """Show and fill a SheetModel.

    Typing starts in a cell, F2 changes what is there, Alt+Down shows what can be chosen. Tab goes
    to the next cell; Enter to the next row, after a run of Tabs to the column where the run began,
    as in Excel. `commands` do the rest; `keys.py` says which key is which. `why_requested(row
    number)`: Space or a click on an offer. `moved(row number)` follows the keyboard.
    `selection_changed` comes with every other selection.
    """

    why_requested = Signal(int)
    moved = Signal(int)
    height_changed = Signal()
    selection_changed = Signal()

    def __init__(
        self,
        model: SheetModel,
        name: str,
        fields: Mapping[Place, MakeField],
        today: Callable[[], datetime.date],
    ) -> None:
        super().__init__()
        self._sheet = model
        self._run_began: int | None = None
        self._zoom = 100
        self.setAccessibleName(name)
        self.setModel(model)
        self.commands = SheetCommands(model, self, today)
        self._cells = SheetDelegate(
            model, fields, lambda event, place: words_of(event, place, self.commands)
        )
        self._frozen = FrozenNames(self, self._cells, lambda: self._zoom)
        self.setItemDelegate(self._cells)
        self._set_up()
        self._connect()
        self.dress()
        self.go_to(0, Place.NAME)

    def _set_up(self) -> None:
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

    def _connect(self) -> None:
        self._cells.left.connect(self._leave)
        self._cells.everywhere.connect(self._put_everywhere)
        self._cells.block_pasted.connect(self.commands.paste)
        self.commands.zoom_wanted.connect(self.zoom_by)
        self._sheet.rowsInserted.connect(self.fit)
        self._sheet.rowsRemoved.connect(self.fit)
        selection = self.selectionModel()
        selection.currentChanged.connect(lambda now, _old: self.moved.emit(now.row()))
        selection.selectionChanged.connect(lambda _now, _old: self.selection_changed.emit())

    # --- what callers do -----------------------------------------------------------------------

    def go_to(self, number: int, place: Place) -> None:
        """Put the keyboard on a cell."""
        self._run_began = None
        # Not setCurrentIndex of the view: with Shift held down it would go on selecting.
        self.selectionModel().setCurrentIndex(self._sheet.index(number, place), _ONLY)

    def settle(self) -> None:
        """End the typing that is going on, and keep what was typed."""
        self._cells.settle()

    @property
    def frozen_width(self) -> int:
        """Return how much of the sheet the names cover that stay in view."""
        return self._frozen.shown_width

    @property
    def zoom(self) -> int:
        """Return how large the sheet is, in percent."""
        return self._zoom

    def zoom_by(self, steps: int) -> None:
        """Make the sheet larger or smaller; no steps at all make it as large as usual."""
        at = _ZOOMS.index(self._zoom) + steps
        self._zoom = _ZOOMS[min(max(at, 0), len(_ZOOMS) - 1)] if steps else 100
        self.dress()

    def dress(self) -> None:
        """Take fonts and sizes again, after the theme or the zoom changed."""
        self._cells.dress(self._zoom / 100)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setStyleSheet("" if self._zoom == 100 else self._head_style())
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._zoomed(grown(TABLE_ROW)))
        self.verticalHeader().setFixedWidth(round(_NUMBER_WIDTH * self._unit()))
        self.horizontalHeader().setFixedHeight(self._zoomed(grown(TABLE_HEAD)))
        self.fit()

    def fit(self, *_rows: object) -> None:
        """Share the width out, and be as high as the rows."""
        unit = self._unit()
        least = {place: round(width * unit) for place, (width, _share) in _WIDTHS.items()}
        shares = sum(share for _width, share in _WIDTHS.values())
        spare = max(self.viewport().width() - sum(least.values()), 0)
        for place, (_width, share) in _WIDTHS.items():
            self.setColumnWidth(place, least[place] + spare * share // shares)
        bar = self.horizontalScrollBar()
        head, row = self._zoomed(grown(TABLE_HEAD)), self._zoomed(grown(TABLE_ROW))
        around = head + (bar.sizeHint().height() if bar.maximum() else 0)
        rows = self._sheet.rowCount()
        self.setMaximumHeight(around + rows * row)
        self.setMinimumHeight(around + min(rows, _ROWS_AT_LEAST) * row)
        self.height_changed.emit()
        self._frozen.fit()

    def _zoomed(self, px: int) -> int:
        return round(px * self._zoom / 100)

    def _unit(self) -> float:
        return em(type_font()) * self._zoom / 100

    def _head_style(self) -> str:
        points = type_font(SECONDARY * self._zoom / 100).pointSizeF()
        return f"QHeaderView::section {{ font-size: {points:.1f}pt; }}"

    # --- the keyboard --------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the sheet from the menus while there is something for them to do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if command_of(event, self._sheet, self.commands) is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, copy, empty and remove as the keys say; anything else is typing."""
        do = command_of(event, self._sheet, self.commands)
        key = Qt.Key(event.key())
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if do is not None:
            self._run_began = None
            do()
        elif key in _ENTER or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.setAccepted(self._leave(key, is_shifted))  # at its ends, Tab leaves the sheet
        elif not self._opens(key, event):
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self._run_began = None

    def _opens(self, key: Qt.Key, event: QKeyEvent) -> bool:
        """Open a field, an answer or a list of choices where the key asks for one."""
        is_offer = self.currentIndex().column() == Place.OFFER
        if is_offer and key in (Qt.Key.Key_Space, Qt.Key.Key_F2):
            self._ask_why(self.currentIndex())
        elif key == Qt.Key.Key_Backspace:
            self._type_anew()
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open_choices()
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

    def _put_everywhere(self, answer: object) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(answer, NewPerson):
            self._sheet.put(*self.commands.here(), answer)
        else:
            self.commands.put_everywhere(answer)

    def _type_anew(self) -> None:
        self.edit(self.currentIndex())
        if self._cells.open_field is not None:
            self._cells.open_field.clear()

    def _open_choices(self) -> None:
        self.edit(self.currentIndex())
        field = self._cells.open_field
        if isinstance(field, SuggestEdit):
            field.offer_all()

    def _ask_why(self, index: QModelIndex) -> None:
        if self._sheet.priced_at(index.row()) is not None:
            self.why_requested.emit(index.row())

    # --- the mouse, and room -------------------------------------------------------------------

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change how large the sheet is with Ctrl and the wheel."""
        if event.modifiers() & _CONTROL:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, beside the names that stay."""
        super().scrollTo(index, hint)
        covered = self._frozen.shown_width - self.visualRect(index).left()
        if index.column() != Place.NAME and covered > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - covered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self.fit()
        self.scrollTo(self.currentIndex())
