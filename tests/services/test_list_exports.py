"""Any list goes out with its filters and ticked columns, and its totals are those of the file."""

import csv
import datetime
import random
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from coprod_desktop.domain.errors import FileMissingError, PeriodBackwardsError
from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn, ListExtract
from coprod_desktop.domain.pivots import PivotBy, PivotFigure
from coprod_desktop.services.data_lists import DATA_LISTS
from coprod_desktop.services.list_exports import with_columns
from coprod_desktop.services.totals import sum_of
from tests.builders import TODAY, WORKED_ON
from tests.campaigns.paper_totals import fill
from tests.services.world import World


def column(sheet: Worksheet, title: str) -> int:
    """Return the number of the column under a heading in row 4."""
    return [cell.value for cell in sheet[4]].index(title) + 1


@pytest.mark.parametrize("name", DATA_LISTS)
def test_every_list_goes_out_as_a_workbook_and_as_a_csv(
    world: World, tmp_path: Path, name: str
) -> None:
    world.approved(world.person())
    world.approved_claim(world.person("Bronwen Pugh"))
    world.settled_run()
    exports = world.office.list_exports
    result = exports.write(exports.data(name), tmp_path / "a.xlsx")
    again = exports.write(exports.data(name), tmp_path / "a.csv")
    assert result.rows == again.rows > 0
    assert result.columns == result.all_columns
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert [cell.value for cell in sheet[4]] == head
    assert len(rows) == result.rows


def test_a_period_and_ticked_columns_narrow_a_list(world: World, tmp_path: Path) -> None:
    person = world.person()
    world.log(person)
    world.log(person, worked_on=WORKED_ON + datetime.timedelta(days=1))
    exports = world.office.list_exports
    extract = exports.data("contributions", WORKED_ON, WORKED_ON)
    result = exports.write(extract, tmp_path / "a.csv", {"person", "time", "day"})
    assert (result.rows, result.columns) == (1, 3)
    assert result.words == f"1 row with 3 of {result.all_columns} columns is in a.csv."
    head = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert head == '"Date","Person","Time","Time in minutes"'
    with world.refused(PeriodBackwardsError):
        exports.data("contributions", TODAY, WORKED_ON)


def test_the_sheet_says_what_was_chosen_and_when(file_world: World, tmp_path: Path) -> None:
    file_world.log(file_world.person())
    exports = file_world.office.list_exports
    for filtered_by, words in (("to approve", "To approve. Written on"), ("", "Everything in")):
        extract = replace(exports.data("contributions"), filtered_by=filtered_by)
        exports.write(extract, tmp_path / "a.xlsx")
        note = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]["A2"].value
        assert str(note).startswith(words)


def test_writing_a_list_changes_nothing(file_world: World, tmp_path: Path) -> None:
    file_world.log(file_world.person())
    before = file_world.records(), file_world.office.history.latest(9)
    exports = file_world.office.list_exports
    exports.write(exports.data("contributions"), tmp_path / "a.xlsx")
    with pytest.raises(FileMissingError):
        exports.write(exports.data("contributions"), tmp_path / "nowhere" / "a.xlsx")
    assert (file_world.records(), file_world.office.history.latest(9)) == before


def test_no_key_means_every_column() -> None:
    columns = tuple(ExtractColumn(key=key, title=key) for key in "abc")
    extract = ListExtract(title="x", columns=columns, rows=iter([("1", "2", "3")]))
    assert with_columns(extract, None) is extract
    assert list(with_columns(extract, {"c", "a"}).rows) == [("1", "3")]


# --- the anchors: XLSX totals equal the screen's --------------------------------------------------


def test_anchor_4_total_row_equals_the_screen_for_ten_thousand_random_entries(
    file_world: World, tmp_path: Path
) -> None:
    fill(file_world, 10_000, random.Random(4))
    exports = file_world.office.list_exports
    whole = sum_of(file_world.office.totals.rows("month"))
    exports.write(exports.data("contributions"), tmp_path / "work.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "work.xlsx", data_only=True).worksheets[0]
    last = sheet.max_row

    def total(title: str) -> object:
        return sheet.cell(row=last, column=column(sheet, title)).value

    assert sheet.cell(row=last, column=1).value == "In all"
    assert total("Time in minutes") == whole.minutes_paid + whole.minutes_unpaid
    assert total("Time") == datetime.timedelta(minutes=whole.minutes_paid + whole.minutes_unpaid)
    assert total("Paid time in minutes") == whole.minutes_paid
    assert total("Agreed") == pytest.approx(whole.payments_pence / 100, abs=1e-9)
    assert total("Value of unpaid time") == pytest.approx(whole.value_pence / 100, abs=1e-9)


def test_excel_exported_hours_do_sum(file_world: World, tmp_path: Path) -> None:
    """Cross-peer 2: three times twenty minutes are an hour, as a number and in whole minutes."""
    person = file_world.person()
    for _time in range(3):
        file_world.log(person, minutes=20)
    exports = file_world.office.list_exports
    exports.write(exports.data("contributions"), tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True).worksheets[0]
    place = column(sheet, "Time")
    assert [sheet.cell(row=row, column=place).data_type for row in (5, 6, 7)] == ["d", "d", "d"]
    assert sheet.cell(row=8, column=place).value == datetime.timedelta(hours=1)
    assert sheet.cell(row=8, column=place + 1).value == 60


def recalculated(path: Path, folder: Path) -> list[list[str]]:
    """Let LibreOffice work out the first sheet anew, and return it as minutes and pounds."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless",
         "--convert-to", 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false',
         "--outdir", str(folder / "out"), str(path)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    with (folder / "out" / f"{path.stem}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def spoilt(path: Path) -> None:
    """Take the kept results out of the totals, so that only working them out gives figures."""
    book = openpyxl.load_workbook(path)
    book.save(path)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libre_office_works_out_the_same_totals_to_the_penny_and_the_minute(
    file_world: World, tmp_path: Path
) -> None:
    chance = random.Random(11)
    exports = file_world.office.list_exports
    columns = tuple(
        ExtractColumn(key=kind.value, title=kind.value, kind=kind)
        for kind in (ColumnKind.TEXT, ColumnKind.MINUTES, ColumnKind.PENCE)
    )
    for number in range(4):
        rows = [
            (chance.choice(["=1+1", "x"]), chance.randint(1, 1440), chance.randint(0, 999_999))
            for _row in range(chance.randint(1, 400))
        ]
        path = tmp_path / f"list{number}.xlsx"
        exports.write(ListExtract(title="L", columns=columns, rows=iter(rows)), path)
        spoilt(path)
        found = recalculated(path, tmp_path)
        total = next(row for row in found if row[0] == "In all")
        hours, minutes = total[1].split(":")
        assert int(hours) * 60 + int(minutes) == sum(row[1] for row in rows)
        assert int(total[2].replace(",", "")) == sum(row[1] for row in rows)
        assert round(float(total[3].strip("£").replace(",", "")) * 100, 6) == sum(
            row[2] for row in rows
        )


# --- cross-tables ---------------------------------------------------------------------------------


def test_a_cross_table_goes_out_with_clean_data_behind_it(
    file_world: World, tmp_path: Path
) -> None:
    person = file_world.person()
    file_world.log(person)
    file_world.log(person, minutes=35, worked_on=datetime.date(2026, 9, 30))
    file_world.claim(person)
    pivot = file_world.office.pivots.make(PivotBy.PERSON, PivotBy.MONTH)
    file_world.office.list_exports.write_pivot(pivot, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Hours by person and month", "Data", "Expense data"]
    cross, data = book.worksheets[0], book["Data"]
    assert cross["D5"].value == "=ROUND(SUM(B5:C5)*1440,0)/1440"
    assert cross["D6"].value == "=ROUND(SUBTOTAL(109,D5:D5)*1440,0)/1440"
    heads = [cell.value for cell in data[1]]
    assert heads[:5] == ["Date", "Year", "Month", "Week begins", "Person"]
    assert data.max_row == 3
    assert not data.merged_cells.ranges
    assert None not in heads
    shown = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True).worksheets[0]
    assert shown["D5"].value == shown["D6"].value == datetime.timedelta(minutes=185)


def test_a_cross_table_of_people_has_their_number_below_and_not_the_sum(
    file_world: World, tmp_path: Path
) -> None:
    person = file_world.person()
    file_world.log(person)
    file_world.log(person, worked_on=datetime.date(2026, 9, 30))
    pivot = file_world.office.pivots.make(PivotBy.PROJECT, PivotBy.MONTH, PivotFigure.PEOPLE)
    exports = file_world.office.list_exports
    exports.write_pivot(pivot, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[6]] == ["In all", 1, 1, 1]
    result = exports.write_pivot(pivot, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()[1].endswith('"1"')
    assert result.rows == 1
