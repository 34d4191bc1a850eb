"""The totals that a sheet states are compared with its rows, part by part and as a whole."""

import datetime
from pathlib import Path

import pytest

from coprod_desktop.spreadsheets.contributions import read_contributions
from coprod_desktop.spreadsheets.expenses import read_expenses
from coprod_desktop.spreadsheets.read_sheets import SourceTotal, Unit

_TODAY = datetime.date(2026, 11, 21)


def _totals(folder: Path, *rows: str) -> list[tuple[int, str, int, int]]:
    path = folder / "log.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    read = read_contributions(path, None, _TODAY)
    return [(one.row, one.column, one.stated, one.read) for one in read.source_totals]


def test_parts_and_the_whole_are_each_compared(tmp_path: Path) -> None:
    told = _totals(
        tmp_path, "Name,Date,Hours,Amount", "Ann,13/3/2026,1,10", "Ann,14/3/2026,2,20",
        "Subtotal,,3,30", "Ben,15/3/2026,4,40", "Subtotal,,4,40", "Grand total,,7.5,£70.00",
    )  # fmt: skip
    assert told == [
        (4, "Hours", 180, 180), (4, "Amount", 3000, 3000), (6, "Hours", 240, 240),
        (6, "Amount", 4000, 4000), (7, "Hours", 450, 420), (7, "Amount", 7000, 7000),
    ]  # fmt: skip


def test_a_sum_without_a_word_and_the_columns_of_people_are_compared_too(tmp_path: Path) -> None:
    told = _totals(
        tmp_path, "date,Leo,Ana,Total", "13/3/2026,1,2,3", "14/3/2026,1.5,0,1.5",
        "Total,2.5,2,5",
    )  # fmt: skip
    assert told == [(4, "Leo", 150, 150), (4, "Ana", 120, 120), (4, "Total", 300, 270)]


@pytest.mark.parametrize(("stated", "agrees"), [("1", True), ("0.99", True), ("1.1", False)])
def test_rounding_to_whole_minutes_is_no_disagreement(
    tmp_path: Path, stated: str, agrees: bool
) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name", "Date", "Hours"])
    for day in (2, 3, 4):
        sheet.append(["Ann", datetime.date(2026, 3, day), 0.33])
    sheet.append(["Total", None, float(stated)])
    book.save(tmp_path / "log.xlsx")
    read = read_contributions(tmp_path / "log.xlsx", None, _TODAY)
    assert sum(entry.minutes for entry in read.entries) == 60
    assert [total.agrees for total in read.source_totals] == [agrees]


def test_money_is_compared_to_the_penny(tmp_path: Path) -> None:
    path = tmp_path / "spent.csv"
    path.write_text("Name,Date,Amount\nAnn,13/3/2026,4.60\nAnn,14/3/2026,much\nTotal,,9.21\n")
    (total,) = read_expenses(path, None, _TODAY).source_totals
    assert (total.stated, total.read, total.agrees) == (921, 460, False)
    assert (total.words(total.stated), total.words(total.read)) == ("£9.21", "£4.60")


def test_a_length_is_written_as_hours_and_minutes() -> None:
    total = SourceTotal(row=1, column="Hours", unit=Unit.MINUTES, stated=2205, read=2205)
    assert total.words(total.read) == "36:45"
