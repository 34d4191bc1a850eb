"""Expenses are read to the penny, whatever stands around them."""

import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.errors import ColumnMissingError
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.spreadsheets.expenses import ReadExpenses, read_expenses
from coprod_desktop.spreadsheets.mapping import ImportMap

_TODAY = datetime.date(2026, 11, 21)
_YEAR_END = ImportMap(defaults={"date": "2018-03-31", "project": "Panel"})


def _read(folder: Path, text: str, wishes: ImportMap | None = _YEAR_END) -> ReadExpenses:
    path = folder / "expenses.csv"
    path.write_text(text, encoding="utf-8")
    return read_expenses(path, wishes, _TODAY)


def test_every_field_is_read(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        "Name,Date,Project,Type,Description,Miles,Amount (£)\n"
        "Sam,17/11/2026,Garden,Bus fare,To the meeting,,£4.50\n"
        "Ana,17/11/2026,Garden,,Home,22.5,-\n"
        "Kim,17/11/2026,Garden,Trombone,Hire,,12\n",
        None,
    )
    assert [
        (e.name, e.project, e.kind, e.what, e.tenth_miles, e.claimed_pence) for e in read.entries
    ] == [
        ("Sam", "Garden", ExpenseKind.BUS, "To the meeting", 0, 450),
        ("Ana", "Garden", ExpenseKind.CAR, "Home", 225, 0),
        ("Kim", "Garden", ExpenseKind.OTHER, "Trombone: Hire", 0, 1200),
    ]
    assert [(p.column, p.value, p.is_note) for p in read.problems] == [
        ("Type", "Trombone", True),
        ("Miles", "", True),
    ]


def test_a_report_with_merged_titles_sections_and_totals(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet["B2"] = "Members of the panel 2017/18"
    sheet.merge_cells("B2:D2")
    for row, cells in enumerate(
        [
            (None, "Allowance", "Travel & Subsistence"),
            (None, "£", "£"),
            ("First committee", None, None),
            ("Sam King", 500.04, 66.39999999999999),
            ("Ana Lee ", 198.3, None),
            (None, None, None),
            ("Grand Total", 698.34, 66.39999999999999),
        ],
        4,
    ):
        for column, value in enumerate(cells, 2):
            sheet.cell(row=row, column=column, value=value)
    workbook.save(tmp_path / "report.xlsx")
    read = read_expenses(tmp_path / "report.xlsx", _YEAR_END, _TODAY)
    assert [(e.row, e.name, e.claimed_pence) for e in read.entries] == [(7, "Sam King", 6640)]
    assert (read.rows_read, read.skipped) == (4, 3)
    assert [(p.column, p.is_note) for p in read.problems] == [("B", True)]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Sam,1/3/2026,12.345", "Amount"),
        ("Sam,1/3/2026,(5.00)", "Amount"),
        ("Sam,31/2/2026,5", "Date"),
        ("Sam,,5", "Date"),
        (",1/3/2026,5", "Name"),
        ("Sam,1/3/2026,1,234.50", "D"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, row: str, column: str) -> None:
    read = _read(tmp_path, f"Name,Date,Amount\nAna,13/3/2026,1\n{row}\n", None)
    assert [(p.row, p.column) for p in read.problems if not p.is_note] == [(3, column)]
    assert [entry.name for entry in read.entries] == ["Ana"]


def test_a_sheet_that_does_not_say_when_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ColumnMissingError) as caught:
        _read(tmp_path, "Name,Paid\nSam,5\n", None)
    assert "day" in str(caught.value.facts["needed"])


def test_a_map_chooses_the_amount_and_the_kind(tmp_path: Path) -> None:
    wishes = ImportMap(
        columns={"amount": "Carers Allowance"}, defaults={"date": "2018-03-31", "kind": "childcare"}
    )
    read = _read(
        tmp_path, 'Name,Travel,Carers Allowance\nSam,1," 5,124.95 "\nAna,2, -   \n', wishes
    )
    assert [(e.kind, e.claimed_pence) for e in read.entries] == [(ExpenseKind.CHILDCARE, 512495)]
    assert read.skipped == 1


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 10_000_000), min_size=1, max_size=20))
def test_pence_add_up_exactly(tmp_path: Path, amounts: list[int]) -> None:
    rows = "".join(f'Sam,"£{pence / 100:,.2f} "\n' for pence in amounts)
    read = _read(tmp_path, f"Name,Amount\n{rows}Total,{sum(amounts) / 100}\n")
    assert [entry.claimed_pence for entry in read.entries] == amounts
    assert len({entry.key for entry in read.entries}) == len(amounts)
