"""Copy cells of the sheet out with their headings, and take blocks in from the clipboard."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from coprod_desktop.domain.clipboard_table import CellValue, read_table, to_html, to_tsv
from coprod_desktop.ui.session_sheet.draft import TIMES, Place, shown
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel

OWN_FORMAT = "application/x-coprod-session-cells"
Cells = Sequence[tuple[int, Place]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What is on the clipboard; `is_own` says that it was copied from a sheet, cell for cell."""

    block: tuple[tuple[str, ...], ...]
    is_own: bool = False


def cell_value(sheet: SheetModel, number: int, place: Place) -> CellValue:
    """Return what a cell says and means; an expense keeps its words, so that it can come back."""
    row = sheet.row_at(number)
    if place is Place.OFFER:
        priced = sheet.priced_at(number)
        pence = priced.offered_pence if priced is not None else 0
        return CellValue(text=sheet.look(number, place).text, pence=pence or None)
    text = shown(row, place)
    is_time = place in TIMES and bool(text) and row.wrong_at(place) is None
    return CellValue(text=text, minutes=getattr(row, TIMES[place]) if is_time else None)


def summed_value(sheet: SheetModel, number: int, place: Place) -> CellValue:
    """Return what a cell adds to the sums; of an expense by the mile, what it comes to."""
    row, value = sheet.row_at(number), cell_value(sheet, number, place)
    if place is not Place.EXPENSE or row.expense is None or row.wrong_at(place) is not None:
        return value
    priced = sheet.priced_at(number)
    pence = row.expense.pence or (priced.expense_pence if priced is not None else 0)
    return CellValue(text=value.text, pence=pence or None)


def copy_cells(sheet: SheetModel, cells: Cells, *, has_headings: bool) -> None:
    """Put a block of cells on the clipboard as text, as a table, and as cells of a sheet."""
    numbers = sorted({number for number, _place in cells})
    places = sorted({place for _number, place in cells})
    rows = [[cell_value(sheet, number, place) for place in places] for number in numbers]
    headings = [sheet.title(place) for place in places] if has_headings else []
    data = QMimeData()
    data.setText(to_tsv(headings, rows))
    data.setHtml(to_html(headings, rows))
    own = [[value.text for value in row] for row in rows]
    data.setData(OWN_FORMAT, json.dumps(own).encode())
    QGuiApplication.clipboard().setMimeData(data)


def taken() -> Taken:
    """Return the block that is on the clipboard; an empty one where there is none."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:
        return Taken(block=())
    if data.hasFormat(OWN_FORMAT):
        own = json.loads(bytes(data.data(OWN_FORMAT).data()))
        return Taken(block=tuple(tuple(row) for row in own), is_own=True)
    return Taken(block=read_table(data.text(), data.html() if data.hasHtml() else ""))


def is_block_there() -> bool:
    """Say whether the clipboard holds more than one cell."""
    block = taken().block
    return len(block) > 1 or any(len(line) > 1 for line in block)


def copy_text(text: str) -> None:
    """Put plain text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
