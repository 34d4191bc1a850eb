"""Give every workbook one look, and keep text text, pounds exact and hours hours."""

import datetime
from collections.abc import Mapping
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from coprod_desktop.domain.formula_text import may_be_formula
from coprod_desktop.i18n import _

POUNDS = "£#,##0.00"
HOURS = "[h]:mm"
DAY = "dd/mm/yyyy"
TEXT = "@"
CELL_LIMIT = 32_767  # characters that a cell of xlsx holds
_FACE = "Calibri"
_INK, _INK_2, _ACCENT, _SUNKEN, _EDGE = "1B1D1F", "52585E", "23487F", "F3F0EA", "767C82"

BODY = Font(name=_FACE, size=11, color=_INK)
QUIET = Font(name=_FACE, size=11, color=_INK_2)
STRONG = Font(name=_FACE, size=11, bold=True, color=_INK)
TITLE = Font(name=_FACE, size=18, bold=True, color=_INK)
FIGURE = Font(name=_FACE, size=22, bold=True, color=_INK)
HEAD = Font(name=_FACE, size=11, bold=True, color="FFFFFF")
HEAD_FILL = PatternFill("solid", fgColor=_ACCENT)
TOTAL_FILL = PatternFill("solid", fgColor=_SUNKEN)
TOTAL_EDGE = Border(top=Side(style="medium", color=_INK))
ROW_EDGE = Border(bottom=Side(style="thin", color=_EDGE))
RIGHT = Alignment(horizontal="right", vertical="top")
LEFT = Alignment(horizontal="left", vertical="top")
WRAPPED = Alignment(horizontal="left", vertical="top", wrap_text=True)
WRAPPED_AFTER_FIGURE = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
_LINE_POINTS = 16
_ROW_POINTS = 4


# --- one cell ------------------------------------------------------------------------------------


def put_text(cell: Cell, text: str, font: Font = BODY, *, wrap: bool = False) -> None:
    """Write text that stays text: no "=…" becomes a formula, no "00123" a number."""
    plain = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text)[:CELL_LIMIT]
    cell.value = plain or None
    if plain:
        cell.data_type = "s"
    cell.font = font
    cell.alignment = WRAPPED if wrap else LEFT
    cell.number_format = TEXT
    cell.quotePrefix = may_be_formula(plain)


def put_pence(cell: Cell, pence: int, font: Font = BODY) -> None:
    """Write pence as pounds, to the exact penny."""
    cell.value = Decimal(pence) / 100
    cell.number_format, cell.font, cell.alignment = POUNDS, font, RIGHT


def put_minutes(cell: Cell, minutes: int, font: Font = BODY) -> None:
    """Write minutes as hours and minutes that Excel can add, beyond 24 hours too."""
    cell.value = datetime.timedelta(minutes=minutes)
    cell.number_format, cell.font, cell.alignment = HOURS, font, RIGHT


def put_count(cell: Cell, number: int, font: Font = BODY) -> None:
    """Write a whole number."""
    cell.value = number
    cell.number_format, cell.font, cell.alignment = "#,##0", font, RIGHT


def put_day(cell: Cell, day: datetime.date, font: Font = BODY) -> None:
    """Write a real date."""
    cell.value = day
    cell.number_format, cell.font, cell.alignment = DAY, font, LEFT


def quoted(text: str) -> str:
    """Return text as a formula holds it."""
    return '"' + text.replace('"', '""') + '"'


# --- one sheet -----------------------------------------------------------------------------------


def put_headings(
    sheet: Worksheet, row: int, headings: Mapping[str, float], *, right: str = ""
) -> None:
    """Write the headings of a table and set the widths of its columns, in characters.

    `right` holds the letters of the columns of figures.
    """
    before = ""
    for column, (heading, width) in enumerate(headings.items(), 1):
        letter = get_column_letter(column)
        cell = sheet[f"{letter}{row}"]
        put_text(cell, heading, HEAD)
        cell.fill = HEAD_FILL
        cell.alignment = Alignment(
            horizontal="right" if letter in right else "left",
            vertical="center",
            wrap_text=True,
            indent=int(before in right and letter not in right) if before else 0,
        )
        before = letter
        sheet.column_dimensions[letter].width = width
    sheet.row_dimensions[row].height = 2 * _LINE_POINTS + _ROW_POINTS


def fit_row(sheet: Worksheet, row: int, columns: int) -> None:
    """Make a row as high as its longest wrapped text needs, with a line below."""
    lines = 1
    for column in range(1, columns + 1):
        cell = sheet.cell(row=row, column=column)
        cell.border = ROW_EDGE
        width = int(sheet.column_dimensions[get_column_letter(column)].width) - 2
        if isinstance(cell.value, str):
            lines = max(lines, -(-len(cell.value) // width))
    sheet.row_dimensions[row].height = lines * _LINE_POINTS + _ROW_POINTS


def make_table(sheet: Worksheet, name: str, first_row: int, last_row: int, columns: int) -> None:
    """Make the rows a real table with filters, and keep its headings in view and on each page."""
    area = f"A{first_row}:{get_column_letter(columns)}{last_row}"
    table = Table(displayName=name, ref=area)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)
    sheet.freeze_panes = f"B{first_row + 1}"
    sheet.print_title_rows = f"{first_row}:{first_row}"


def set_up_page(sheet: Worksheet, footer: str) -> None:
    """Set a sheet up for A4 across, fitted to one page's width, with "page x of y"."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.59  # inches: 15 mm
    item = sheet.oddFooter or HeaderFooterItem()
    item.left.text = footer.replace("&", "&&")
    item.right.text = _("Page {page} of {pages}").format(page="&P", pages="&N")
    sheet.oddFooter = item
    sheet.sheet_view.showGridLines = False


def new_workbook(title: str) -> Workbook:
    """Return a workbook with one sheet that Excel recalculates when it opens it."""
    workbook = Workbook()
    workbook.properties.title = workbook.properties.creator = title
    workbook.properties.creator = "Coprod Desktop"
    if workbook.calculation is not None:
        workbook.calculation.fullCalcOnLoad = True
    return workbook
