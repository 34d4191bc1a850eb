"""Write a report as a workbook: its sentences first, then a sheet for each table."""

from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from coprod_desktop.domain.dates import format_period
from coprod_desktop.domain.reports import Report
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets import workbook as look
from coprod_desktop.spreadsheets.list_sheet import ListSheet, ListWriter, sheet_name
from coprod_desktop.spreadsheets.saving import write_whole

_WIDTH = 96.0


def write_report(report: Report, path: Path) -> None:
    """Write a report, whole or not at all; raises FileReadOnlyError, DiskFullError and the like."""
    workbook = look.new_workbook(report.title)
    writer = ListWriter(workbook)
    try:
        first = workbook.worksheets[0]
        first.title = sheet_name(workbook, _("About"))
        for table in report.tables:
            writer.add(
                ListSheet(
                    extract=table.extract(),
                    note=table.note or format_period(report.from_on, report.to_on),
                    has_minutes=False,
                    has_sums=table.has_sums,
                )
            )
        _write_first(first, report)
        write_whole(path, writer.save)
    finally:
        writer.close()


def _write_first(sheet: Worksheet, report: Report) -> None:
    sheet.column_dimensions["A"].width = _WIDTH
    look.put_text(sheet["A1"], report.organisation, look.STRONG)
    look.put_text(sheet["A2"], report.title, look.TITLE)
    sheet.row_dimensions[2].height = 28
    look.put_text(sheet["A3"], format_period(report.from_on, report.to_on), look.QUIET)
    row = 5
    for note in report.notes:
        look.put_text(sheet[f"A{row}"], note, wrap=True)
        look.fit_row(sheet, row, 1)
        row += 1
    if report.tables:
        names = ", ".join(table.title for table in report.tables)
        words = _("The sheets of this workbook: {names}.").format(names=names)
        look.put_text(sheet[f"A{row + 1}"], words, look.QUIET, wrap=True)
    look.set_up_page(sheet, report.title)
