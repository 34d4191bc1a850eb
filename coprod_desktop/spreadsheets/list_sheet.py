"""Write any list as a workbook: real numbers and days, a real table, and totals that stay live."""

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from coprod_desktop.domain.list_extracts import ListExtract
from coprod_desktop.domain.report_errors import ListTooLongError
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets import workbook as look
from coprod_desktop.spreadsheets.formulas import Formulas
from coprod_desktop.spreadsheets.row_spool import RowSpool, live_sum, put_rows_in
from coprod_desktop.spreadsheets.saving import write_whole
from coprod_desktop.spreadsheets.shown_columns import (
    DAY,
    FIGURES,
    MINUTES,
    PENCE,
    SUMMED,
    WHOLE_MINUTES,
    ShownColumn,
    shown_columns,
)

MOST_ROWS = 1_048_576 - 10
"""What a worksheet of Excel holds, less head and totals."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_MINUTES_IN_DAY = 1440
_AT_ONCE = 500
_FORMATS = {MINUTES: look.HOURS, PENCE: look.POUNDS, DAY: look.DAY, WHOLE_MINUTES: "0"}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ListSheet:
    """A list on a worksheet.

    `note` says what was chosen. A bare sheet is only a table: its headings are row 1, and nothing
    stands over or under it, so that a pivot table or another program takes it as it is. `has_sums`
    is off where its figures do not add up. `counts` are totals of people, by the place of their
    column, which no sum gives.
    """

    extract: ListExtract
    note: str = ""
    is_bare: bool = False
    has_minutes: bool = True
    has_across: bool = False
    has_sums: bool = True
    counts: Mapping[int, int] = dataclasses.field(default_factory=dict)


def write_list_workbook(
    sheets: Sequence[ListSheet], path: Path, progressed: Callable[[int], None] | None = None
) -> int:
    """Write lists to a workbook and return how many rows they had.

    `progressed` is told the rows done and may raise to stop; then nothing is left behind. Raises
    ListTooLongError, FileReadOnlyError, DiskFullError or FileMissingError.
    """
    writer = ListWriter(look.new_workbook(sheets[0].extract.title), progressed)
    try:
        for sheet in sheets:
            writer.add(sheet)
        del writer.workbook["Sheet"]
        write_whole(path, writer.save)
    finally:
        writer.close()
    return writer.rows


class ListWriter:
    """Add lists to a workbook; the rows go in when it is saved. Close it afterwards."""

    def __init__(self, workbook: Workbook, progressed: Callable[[int], None] | None = None) -> None:
        self.workbook = workbook
        self.formulas = Formulas()
        self.rows = 0
        self._progressed = progressed
        self._spools: list[tuple[Worksheet, RowSpool, int, str]] = []

    def add(self, one: ListSheet) -> Worksheet:
        """Add a worksheet with a list; raises ListTooLongError."""
        extract = one.extract
        columns = shown_columns(
            extract.columns, has_minutes=one.has_minutes, has_across=one.has_across
        )
        sheet: Worksheet = self.workbook.create_sheet(sheet_name(self.workbook, extract.title))
        head = 1 if one.is_bare else 4
        spool = RowSpool(columns, self._styles(sheet, columns), head + 1)
        last = head
        self._spools.append((sheet, spool, head + 1, "A1"))
        for row in extract.rows:
            if spool.count == MOST_ROWS:
                raise ListTooLongError(most=MOST_ROWS)
            spool.add(row)
            self.rows += 1
            if self._progressed is not None and self.rows % _AT_ONCE == 0:
                self._progressed(self.rows)
        last = head + max(spool.count, 1)
        widths = [c.width(n) for c, n in zip(columns, spool.longest, strict=True)]
        _put_head(sheet, columns, widths, head)
        _make_table(sheet, f"List{len(self._spools)}", columns, head, last)
        if not one.is_bare:
            look.put_text(sheet["A1"], extract.title, look.TITLE)
            sheet.row_dimensions[1].height = 28
            look.put_text(sheet["A2"], one.note, look.QUIET)
            self._put_totals(sheet, one, columns, spool, last + 1)
        look.set_up_page(sheet, extract.title)
        end = f"A1:{get_column_letter(len(columns))}{last + (not one.is_bare)}"
        self._spools[-1] = (sheet, spool, last + 1, end)
        return sheet

    def save(self, place: Path) -> None:
        """Write the workbook with all of its rows."""
        self.workbook.save(place)
        self.formulas.fill_in(self.workbook, place)
        numbers = {sheet.title: at for at, sheet in enumerate(self.workbook.worksheets, 1)}
        put_rows_in(
            place,
            {numbers[sheet.title]: (spool, row, area) for sheet, spool, row, area in self._spools},
        )

    def close(self) -> None:
        """Let go of the rows."""
        for _sheet, spool, _row, _area in self._spools:
            spool.close()

    def _styles(self, sheet: Worksheet, columns: Sequence[ShownColumn]) -> list[tuple[int, int]]:
        """Return the numbers of the cell styles of each column, plain and for risky text."""
        found = []
        for column in columns:
            plain, quoted = (_styled(sheet, column) for _both in range(2))
            quoted.quotePrefix = True
            found.append((plain.style_id, quoted.style_id))
        return found

    def _put_totals(
        self,
        sheet: Worksheet,
        one: ListSheet,
        columns: Sequence[ShownColumn],
        spool: RowSpool,
        row: int,
    ) -> None:
        """Write live sums of the rows in view, with what they come to."""
        is_summed = one.has_sums and any(column.kind in SUMMED for column in columns)
        if not is_summed and not one.counts:
            return
        for number, column in enumerate(columns, 1):
            letter, first = get_column_letter(number), row - max(spool.count, 1)
            cell = sheet[f"{letter}{row}"]
            if column.kind in SUMMED and one.has_sums:
                formula = f"SUBTOTAL(109,{letter}{first}:{letter}{row - 1})"
                put_sum(cell, self.formulas, column.kind, formula, spool.sums[number - 1])
            elif column.at in one.counts:
                look.put_count(cell, one.counts[column.at], look.STRONG)
            elif number == 1:
                look.put_text(cell, _("In all"), look.STRONG)
            cell.border, cell.fill = look.TOTAL_EDGE, look.TOTAL_FILL


def _styled(sheet: Worksheet, column: ShownColumn) -> Cell:
    """Return a cell that stands nowhere, with the style of a column."""
    cell = Cell(sheet, row=1, column=1)
    cell.font = look.BODY
    if column.kind in FIGURES:
        cell.alignment, cell.number_format = look.RIGHT, _FORMATS.get(column.kind, "General")
    else:
        cell.alignment = look.LEFT if column.kind == DAY else look.WRAPPED
        cell.number_format = _FORMATS.get(column.kind, look.TEXT)
    return cell


def put_sum(cell: Cell, formulas: Formulas, kind: str, formula: str, total: int) -> None:
    """Write a live sum of minutes or pence with what it comes to."""
    result: float | Decimal = total
    if kind == PENCE:
        look.put_pence(cell, total, look.STRONG)
        result = Decimal(total) / 100
    elif kind == MINUTES:
        look.put_minutes(cell, total, look.STRONG)
        result = total / _MINUTES_IN_DAY
    else:
        look.put_count(cell, total, look.STRONG)
    formulas.put(cell, f"={live_sum(kind, formula)}", result)


def sheet_name(workbook: Workbook, title: str) -> str:
    """Return a name that Excel accepts for a worksheet and that is not taken yet."""
    stem = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:26] or _("List")
    taken = {name.casefold() for name in (*workbook.sheetnames, "History")}
    name, number = stem, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem} ({number})"
    return name


def _put_head(
    sheet: Worksheet, columns: Sequence[ShownColumn], widths: Sequence[float], row: int
) -> None:
    for number, (column, width) in enumerate(zip(columns, widths, strict=True), 1):
        letter = get_column_letter(number)
        cell = sheet[f"{letter}{row}"]
        look.put_text(cell, column.title, look.HEAD)
        cell.fill = look.HEAD_FILL
        side = "right" if column.kind in FIGURES else "left"
        cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
        sheet.column_dimensions[letter].width = width
    sheet.row_dimensions[row].height = 36


def _make_table(
    sheet: Worksheet, name: str, columns: Sequence[ShownColumn], head: int, last: int
) -> None:
    """Make the rows a real table with filters; its head stays in view and on each page."""
    table = Table(displayName=name, ref=f"A{head}:{get_column_letter(len(columns))}{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    # Else openpyxl makes every cell of the table to read its headings.
    table.tableColumns = [
        TableColumn(id=number, name=column.title) for number, column in enumerate(columns, 1)
    ]
    table.autoFilter = AutoFilter(ref=table.ref)
    sheet.add_table(table)
    sheet.freeze_panes = f"B{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
