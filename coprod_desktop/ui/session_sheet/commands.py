"""What the keys of the sheet do with cells: fill, copy, cut, paste, jump."""

import datetime
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QTableView

from coprod_desktop.ui.session_sheet.copying import copy_cells, taken
from coprod_desktop.ui.session_sheet.draft import TIMES, Place, shown
from coprod_desktop.ui.session_sheet.pasting import MOST_ROWS, paste
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel

_TEXTS = frozenset({Place.SKILLS, Place.NOTE})
_UP, _DOWN, _LEFT, _RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
_STEPS = {_UP: (-1, 0), _DOWN: (1, 0), _LEFT: (0, -1), _RIGHT: (0, 1)}
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class SheetCommands(QObject):
    """Do what is asked of the selected cells, each as one step that can be taken back.

    `pasted(Pasted)` comes after a block went in, `refused(row count)` where there is too much.
    `find_wanted` and `zoom_wanted(steps)` are for the page around the sheet.
    """

    pasted = Signal(object)
    refused = Signal(int)
    find_wanted = Signal()
    zoom_wanted = Signal(int)

    def __init__(
        self, sheet: SheetModel, view: QTableView, today: Callable[[], datetime.date]
    ) -> None:
        super().__init__(view)
        self._sheet, self._view, self._today = sheet, view, today

    # --- which cells ---------------------------------------------------------------------------

    def selected(self) -> list[tuple[int, Place]]:
        """Return the selected cells, or the one with the keyboard, row by row."""
        indexes = self._view.selectionModel().selectedIndexes() or [self._view.currentIndex()]
        return [(row, Place(at)) for row, at in sorted((i.row(), i.column()) for i in indexes)]

    def writable(self) -> list[tuple[int, Place]]:
        """Return those of them that can be typed into."""
        return [cell for cell in self.selected() if cell[1] is not Place.OFFER]

    def here(self) -> tuple[int, Place]:
        """Return the cell with the keyboard."""
        index = self._view.currentIndex()
        return index.row(), Place(index.column())

    def select(self, first: tuple[int, Place], last: tuple[int, Place]) -> None:
        """Select a block of cells; the keyboard goes to its first one."""
        sheet, model = self._sheet, self._view.selectionModel()
        end = min(last[0], sheet.rowCount() - 1)
        top, bottom = sheet.index(*first), sheet.index(end, last[1])
        model.setCurrentIndex(top, _SELECT)
        model.select(QItemSelection(top, bottom), _SELECT)

    def select_all(self) -> None:
        """Select everything on the sheet but the empty row at its end."""
        last = max(self._sheet.rowCount() - 2, 0)
        self.select((0, Place.NAME), (last, Place.NOTE))

    def select_rows(self) -> None:
        """Select the whole rows of what is selected."""
        numbers = [number for number, _place in self.selected()]
        self.select((min(numbers), Place.NAME), (max(numbers), Place.NOTE))

    def select_columns(self) -> None:
        """Select the whole columns of what is selected."""
        places = [place for _number, place in self.selected()]
        last = max(self._sheet.rowCount() - 2, 0)
        self.select((0, min(places)), (last, max(places)))

    # --- filling -------------------------------------------------------------------------------

    def fill_down(self) -> None:
        """Copy the first selected row into the others; of one row, copy from the row above."""
        cells = self.writable()
        first = min((number for number, _place in cells), default=0)
        is_many = any(number != first for number, _place in cells)
        self._put(
            (number, place, self._sheet.value_at(first if is_many else number - 1, place))
            for number, place in cells
            if (number != first if is_many else number > 0)
        )

    def fill_right(self) -> None:
        """Copy the first selected column into the others; of one column, from the one before it.

        Only times go into times, and only text goes into text.
        """
        cells = self.writable()
        first = min((place for _number, place in cells), default=Place.NAME)
        is_many = any(place is not first for _number, place in cells)
        changes = []
        for number, place in cells:
            source = first if is_many else Place(max(place - 1, 0))
            if source is not place and _is_alike(source, place):
                changes.append((number, place, self._sheet.value_at(number, source)))
        self._put(changes)

    def copy_above(self) -> None:
        """Copy what stands above the cell with the keyboard."""
        number, place = self.here()
        if number and place is not Place.OFFER:
            self._put([(number, place, self._sheet.value_at(number - 1, place))])

    def words_above(self) -> str:
        """Return the words above the cell with the keyboard."""
        number, place = self.here()
        return shown(self._sheet.row_at(number - 1), place) if number else ""

    def put_everywhere(self, typed: object) -> None:
        """Put what was typed into every selected cell."""
        self._put((number, place, typed) for number, place in self.writable())

    def today_words(self) -> str:
        """Return today as it is written on the sheet."""
        return f"{self._today():%d/%m/%Y}"

    def put_today(self) -> bool:
        """Write today into the note; False where the cell with the keyboard is another one."""
        number, place = self.here()
        if place is Place.NOTE:
            before = shown(self._sheet.row_at(number), place)
            self._put([(number, place, f"{before} {self.today_words()}".strip())])
        return place is Place.NOTE

    def empty(self) -> None:
        """Empty the selected cells."""
        self._sheet.empty(self.writable())

    def remove_rows(self) -> None:
        """Take the selected rows off the sheet."""
        number, place = self.here()
        self._sheet.remove(sorted({one for one, _place in self.selected()}))
        end = self._sheet.rowCount() - 1
        self._move((min(number, end), place), is_extending=False)

    def _put(self, cells: Iterable[tuple[int, Place, object]]) -> None:
        self._sheet.put_all(list(cells))

    # --- the clipboard -------------------------------------------------------------------------

    def copy(self, *, has_headings: bool = True) -> None:
        """Copy the selected cells out."""
        copy_cells(self._sheet, self.selected(), has_headings=has_headings)

    def cut(self) -> None:
        """Copy the selected cells out and empty them."""
        self.copy()
        self.empty()

    def paste(self) -> None:
        """Put what is on the clipboard into the sheet, at the selection's first cell.

        One cell fills everything that is selected, and one row all selected rows.
        """
        found, cells = taken(), self.writable()
        if len(found.block) > MOST_ROWS:
            self.refused.emit(len(found.block))
            return
        if not any(cell.strip() for line in found.block for cell in line) or not cells:
            return
        if len(found.block) == 1 and len(found.block[0]) == 1 and len(cells) > 1:
            self.put_everywhere(found.block[0][0])
            return
        numbers = {number for number, _place in cells}
        at = (min(numbers), min(place for _number, place in cells))
        block = found.block * len(numbers) if len(found.block) == 1 else found.block
        sheet = self._sheet
        result = paste(sheet.all_rows, block, at, sheet.setting, is_own=found.is_own)
        sheet.show_step(result.rows)
        self.select(result.first, result.last)
        self.pasted.emit(result)

    # --- jumping -------------------------------------------------------------------------------

    def jump(self, key: Qt.Key, *, is_extending: bool) -> None:
        """Go to the edge of what is filled, as Ctrl and an arrow do in spreadsheets."""
        number, place = self.here()
        down, right = _STEPS[key]
        rows, columns = self._sheet.rowCount(), len(Place)
        ways = []
        while 0 <= number + down < rows and 0 <= place + right < columns:
            number, place = number + down, Place(place + right)
            ways.append((number, place))
        if not ways:
            return
        self._move(self._edge(ways), is_extending=is_extending)

    def extend(self, key: Qt.Key) -> None:
        """Let the selection reach one cell further, or one cell less far."""
        number, place = self.here()
        down, right = _STEPS[key]
        row = min(max(number + down, 0), self._sheet.rowCount() - 1)
        column = min(max(place + right, 0), len(Place) - 1)
        self._move((row, Place(column)), is_extending=True)

    def _move(self, target: tuple[int, Place], *, is_extending: bool) -> None:
        model, index = self._view.selectionModel(), self._sheet.index(*target)
        if not is_extending:
            model.setCurrentIndex(index, _SELECT)
            return
        start = self._sheet.index(*self._anchor())
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(_block(start, index), _SELECT)

    def _anchor(self) -> tuple[int, Place]:
        """Return the corner of the selection that stays while the one with the keyboard moves."""
        cells, (number, place) = self.selected(), self.here()
        numbers, places = [one for one, _place in cells], [one for _number, one in cells]
        row = max(numbers) if number == min(numbers) else min(numbers)
        column = max(places) if place == min(places) else min(places)
        return row, column

    def _edge(self, ways: Sequence[tuple[int, Place]]) -> tuple[int, Place]:
        is_first_filled = self._is_filled(*ways[0])
        if is_first_filled and self._is_filled(*self.here()):
            last = ways[0]
            for cell in ways:
                if not self._is_filled(*cell):
                    break
                last = cell
            return last
        return next((cell for cell in ways if self._is_filled(*cell)), ways[-1])

    def _is_filled(self, number: int, place: Place) -> bool:
        if place is Place.OFFER:
            return self._sheet.priced_at(number) is not None
        return bool(shown(self._sheet.row_at(number), place))


def _block(one: QModelIndex, other: QModelIndex) -> QItemSelection:
    """Return the block between two cells, whichever of them stands first."""
    rows, columns = sorted((one.row(), other.row())), sorted((one.column(), other.column()))
    model = one.model()
    return QItemSelection(model.index(rows[0], columns[0]), model.index(rows[1], columns[1]))


def _is_alike(source: Place, place: Place) -> bool:
    return (source in TIMES and place in TIMES) or (source in _TEXTS and place in _TEXTS)
