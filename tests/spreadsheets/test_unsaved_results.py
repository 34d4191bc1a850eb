"""Formulas whose results were never saved are worked out where that is plain, and named else."""

import datetime
from pathlib import Path

import openpyxl
import pytest

from coprod_desktop.spreadsheets.contributions import read_contributions
from coprod_desktop.spreadsheets.reader import read_book

_TODAY = datetime.date(2026, 11, 21)


def _book(path: Path, *rows: tuple[object, ...]) -> Path:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.worksheets[0].append(list(row))
    workbook.save(path)
    return path


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("=A1+B1", 5.0), ("=A1*B1", 6.0), ("=SUM(A1:B1)", 5.0), ("=SUM(A1,B1,4)", 9.0),
        ("=PRODUCT(A1:B1)", 6.0), ("=(A1+B1)*2-1", 9.0), ("=B1/A1", 1.5), ("=+$A$1", 2.0),
        ("=-A1+B1", 1.0), ("=SUM(A1:C1)", 5.0), ("=3.5*12", 42.0), ("=SUM(A1:B1)/2", 2.5),
    ],
)  # fmt: skip
def test_plain_sums_and_products_are_worked_out(
    tmp_path: Path, formula: str, result: float
) -> None:
    sheet = read_book(_book(tmp_path / "a.xlsx", (2, 3, None, formula))).sheets[0]
    assert sheet.rows[0][3] == result
    assert sheet.results_worked_out == 1


@pytest.mark.parametrize(
    "formula",
    ["=VLOOKUP(A1,B1:B9,1)", "=A1&B1", "=Other!A1", "=IF(A1>1,2,3)", "=D1+1", "=A1/C1",
     "=NOW()", '=HYPERLINK("http://x.example")', "=C2+1", "=A1^2", "=SUM(A1", "=cmd|'/C calc'!A0"],
)  # fmt: skip
def test_everything_else_stays_a_formula_that_a_reader_sees(tmp_path: Path, formula: str) -> None:
    sheet = read_book(_book(tmp_path / "a.xlsx", (2, 3, None, formula), (None, None, "x"))).sheets[
        0
    ]
    assert sheet.rows[0][3] == formula
    assert sheet.results_worked_out == 0


def test_lengths_of_time_stay_lengths_and_times_of_day_are_subtracted(tmp_path: Path) -> None:
    path = _book(
        tmp_path / "log.xlsx",
        ("Name", "Date", "Came at", "Went at", "Hours", "Rate", "Amount"),
        ("Ann", datetime.date(2026, 3, 2), datetime.time(9), datetime.time(11, 30), "=D2-C2", 12,
         "=E2*24*F2"),
        ("Ben", datetime.date(2026, 3, 3), datetime.time(9), datetime.time(10), "=D3-C3", 12,
         "=E3*24*F3"),
        ("Cai", datetime.date(2026, 3, 4), None, None, '=VALUE("2")', 12, 24),
        ("Total", None, None, None, "=SUM(E2:E3)", None, "=SUM(G2:G3)"),
    )  # fmt: skip
    read = read_contributions(path, None, _TODAY)
    assert [(e.name, e.minutes, e.amount_pence) for e in read.entries] == [
        ("Ann", 150, 3000),
        ("Ben", 60, 1200),
    ]
    faults = [one for one in read.problems if not one.is_note]
    assert [(one.row, one.column, one.value) for one in faults] == [(4, "Hours", '=VALUE("2")')]
    assert "begins with “=”" in faults[0].message
    assert any("no results saved" in one.message for one in read.problems if one.is_note)
    assert [(one.stated, one.agrees) for one in read.source_totals] == [(210, True), (4200, True)]


def test_a_formula_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [("=B1", "=A1")]
    rows += [(f"=A{number + 1}+1", 1) for number in range(2, 20)]
    sheet = read_book(_book(tmp_path / "a.xlsx", *rows)).sheets[0]
    assert sheet.rows[0] == ("=B1", "=A1")
    assert [row[0] for row in sheet.rows[1:]] == [float(19 - at) for at in range(1, 19)]


def test_saved_results_are_taken_as_they_are(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", (1, 2, 3))
    assert read_book(path).sheets[0].results_worked_out == 0


@pytest.mark.parametrize("flag", [0x20, 0x40])
def test_a_part_that_claims_to_be_patched_or_encrypted_leaves_the_formulas_unknown(
    tmp_path: Path, flag: int
) -> None:
    """One bit is enough for such a claim; the reading library does not look at it."""
    path = _book(tmp_path / "a.xlsx", (2, 3, "=A1+B1"))
    content = bytearray(path.read_bytes())
    name = content.rindex(b"xl/_rels/workbook.xml.rels")  # in the list at the end of the package
    content[name - 46 + 8] |= flag
    path.write_bytes(content)
    sheet = read_book(path).sheets[0]
    assert sheet.rows[0][:2] == (2, 3)
    assert sheet.results_worked_out == 0
