"""Write the tables of the treasurer's pack: one sheet each, with totals that stay live."""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from coprod_desktop.domain.treasurer_packs import Cell, CellKind, PackTable
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets.formulas import Formulas
from coprod_desktop.spreadsheets.saving import write_whole
from coprod_desktop.spreadsheets.workbook import (
    BODY,
    QUIET,
    STRONG,
    TITLE,
    TOTAL_EDGE,
    TOTAL_FILL,
    fit_row,
    make_table,
    new_workbook,
    put_count,
    put_day,
    put_headings,
    put_minutes,
    put_pence,
    put_text,
    set_up_page,
)

_HEADINGS_ROW = 4
_TITLE_POINTS = 28
_FIGURES = (CellKind.PENCE, CellKind.MINUTES, CellKind.COUNT)


def write_treasurer_pack(tables: Sequence[PackTable], title: str, path: Path) -> None:
    """Write a workbook with a sheet for each table; raises FileReadOnlyError or DiskFullError."""
    workbook, formulas = new_workbook(title), Formulas()
    for index, table in enumerate(tables):
        sheet: Worksheet = workbook.create_sheet(table.name)
        _write(sheet, table, formulas, index)
        set_up_page(sheet, title)
    del workbook["Sheet"]  # the empty one that every new workbook has

    def save(spare: Path) -> None:
        workbook.save(spare)
        formulas.fill_in(workbook, spare)

    write_whole(path, save)


def _write(sheet: Worksheet, table: PackTable, formulas: Formulas, index: int) -> None:
    put_text(sheet["A1"], table.title, TITLE)
    sheet.row_dimensions[1].height = _TITLE_POINTS
    put_text(sheet["A2"], table.note, QUIET)
    letters = [get_column_letter(number) for number, _c in enumerate(table.columns, 1)]
    right = "".join(
        letter
        for letter, column in zip(letters, table.columns, strict=True)
        if column.kind in _FIGURES
    )
    widths = {column.title: float(column.width) for column in table.columns}
    put_headings(sheet, _HEADINGS_ROW, widths, right=right)
    last = _HEADINGS_ROW + max(1, len(table.rows))
    for row, values in enumerate(table.rows, _HEADINGS_ROW + 1):
        for letter, value, column in zip(letters, values, table.columns, strict=True):
            _put(sheet[f"{letter}{row}"], value, column.kind)
        fit_row(sheet, row, len(table.columns))
    make_table(sheet, f"Pack{index + 1}", _HEADINGS_ROW, last, len(table.columns))
    _put_totals(sheet, table, formulas, last)


def _put_totals(sheet: Worksheet, table: PackTable, formulas: Formulas, last: int) -> None:
    if not any(column.kind is CellKind.PENCE for column in table.columns):
        return
    for number, column in enumerate(table.columns, 1):
        letter = get_column_letter(number)
        cell = sheet[f"{letter}{last + 1}"]
        cell.fill, cell.border = TOTAL_FILL, TOTAL_EDGE
        if number == 1:
            put_text(cell, _("In all"), STRONG)
        if column.kind is CellKind.PENCE:
            put_pence(cell, 0, STRONG)
            area = f"{letter}{_HEADINGS_ROW + 1}:{letter}{last}"
            values = [row[number - 1] for row in table.rows]
            pence = sum(value for value in values if isinstance(value, int))
            formulas.put(cell, f"=SUBTOTAL(109,{area})", Decimal(pence) / 100)


def _put(cell: SheetCell, value: Cell, kind: CellKind) -> None:
    if isinstance(value, datetime.date):
        put_day(cell, value, BODY)
    elif isinstance(value, int) and kind is CellKind.PENCE:
        put_pence(cell, value)
    elif isinstance(value, int) and kind is CellKind.MINUTES:
        put_minutes(cell, value)
    elif isinstance(value, int):
        put_count(cell, value)
    else:
        put_text(cell, value or "", wrap=True)
