"""What a workbook shows is what was meant: text as text, pence as pounds, minutes as hours."""

import datetime
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from coprod_desktop.spreadsheets import workbook as look


def _sheet() -> Worksheet:
    return look.new_workbook("Test").worksheets[0]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-2", "@SUM(A1)", "00123", "12/11", "O’Brien", "TRUE"]
)
def test_text_stays_text_in_a_file(tmp_path: Path, text: str) -> None:
    book = look.new_workbook("Test")
    look.put_text(book.worksheets[0]["A1"], text)
    book.save(tmp_path / "a.xlsx")
    again = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]["A1"]
    assert (again.value, again.data_type) == (text, "s")
    assert bool(again.quotePrefix) == (text[0] in "=+-@")
    sheet = python_calamine.CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0)
    assert sheet.to_python() == [[text]]


def test_characters_that_no_workbook_holds_are_shown_as_missing() -> None:
    cell = _sheet()["A1"]
    look.put_text(cell, "a\x07b")
    assert cell.value == "a\N{REPLACEMENT CHARACTER}b"
    look.put_text(cell, "x" * 40_000)
    assert len(str(cell.value)) == 32_767
    look.put_text(cell, "")
    assert cell.value is None


@given(st.integers(-(10**11), 10**11))
def test_pence_become_exact_pounds(pence: int) -> None:
    cell = _sheet()["A1"]
    look.put_pence(cell, pence)
    assert round(cell.value * 100) == pence
    assert (
        f"{cell.value:.2f}"
        == f"{'-' if pence < 0 else ''}{abs(pence) // 100}.{abs(pence) % 100:02d}"
    )


def test_minutes_days_and_counts_have_their_formats() -> None:
    sheet = _sheet()
    look.put_minutes(sheet["A1"], 1530)
    look.put_day(sheet["A2"], datetime.date(2026, 11, 21))
    look.put_count(sheet["A3"], 1000)
    assert sheet["A1"].value == datetime.timedelta(minutes=1530)
    assert [sheet[f"A{row}"].number_format for row in (1, 2, 3)] == [
        "[h]:mm",
        "dd/mm/yyyy",
        "#,##0",
    ]


def test_a_table_keeps_its_headings_in_view_and_on_every_page() -> None:
    sheet = _sheet()
    look.put_headings(sheet, 3, {"Name": 20, "Amount": 10, "Note": 30}, right="B")
    look.make_table(sheet, "People", 3, 5, 3)
    look.set_up_page(sheet, "Fish & chips")
    assert sheet.tables["People"].ref == "A3:C5"
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B4", "$3:$3")
    assert sheet.page_setup.fitToHeight == 0
    footer = sheet.oddFooter
    assert footer is not None
    assert footer.left.text == "Fish && chips"
    assert footer.right.text == "Page &P of &N"
    assert sheet["B3"].alignment.horizontal == "right"


def test_a_formula_s_text_keeps_its_quotation_marks() -> None:
    assert look.quoted('say "yes"') == '"say ""yes"""'


def test_a_row_is_as_high_as_its_longest_text_and_no_higher() -> None:
    sheet = _sheet()
    look.put_headings(sheet, 1, {"Name": 12, "Time": 5})
    for row, name in ((2, "Sam King"), (3, "A name of forty characters and no fewer.")):
        look.put_text(sheet[f"A{row}"], name, wrap=True)
        look.put_minutes(sheet[f"B{row}"], 1530)
        look.fit_row(sheet, row, 2)
    assert sheet.row_dimensions[3].height == sheet.row_dimensions[2].height + 3 * 16
