"""A report in a workbook begins with its sentences and has a sheet for each table."""

import datetime
from pathlib import Path

import openpyxl

from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn
from coprod_desktop.domain.reports import Report, ReportKind, ReportTable
from coprod_desktop.spreadsheets.report_book import write_report

COLUMNS = (
    ExtractColumn(key="a", title="What"),
    ExtractColumn(key="b", title="Cost", kind=ColumnKind.PENCE),
)


def test_sentences_come_first_and_only_figures_that_add_up_are_added_up(tmp_path: Path) -> None:
    rows = (("=Tea", 199), ("Cake", 301))
    report = Report(
        kind=ReportKind.MONTH,
        title="November 2026",
        organisation="Rivermead Together",
        from_on=datetime.date(2026, 11, 1),
        to_on=datetime.date(2026, 11, 30),
        notes=("=Not a formula.", "Second."),
        tables=(
            ReportTable(title="Costs", columns=COLUMNS, rows=rows),
            ReportTable(title="About", columns=COLUMNS, rows=rows, has_sums=False, note="Apart."),
        ),
    )
    write_report(report, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["About", "Costs", "About (2)"]
    first = book["About"]
    assert [first[f"A{row}"].value for row in (1, 2, 5, 6)] == [
        *("Rivermead Together", "November 2026", "=Not a formula.", "Second."),
    ]
    assert first["A5"].data_type == "s"
    assert book["Costs"]["B7"].value == "=ROUND(SUBTOTAL(109,B5:B6),2)"
    assert book["About (2)"]["B7"].value is None
    assert book["About (2)"]["A2"].value == "Apart."
