"""Each table of the pack has a sheet of its own, with live totals and text that stays text."""

import datetime
from pathlib import Path

import openpyxl

from coprod_desktop.domain.treasurer_packs import CellKind, PackColumn, PackTable
from coprod_desktop.spreadsheets.treasurer_pack import write_treasurer_pack

DAY = datetime.date(2026, 11, 10)
MONEY = PackTable(
    name="Payments",
    title="Payments",
    note="Two people.",
    columns=(
        PackColumn(title="Paid to"),
        PackColumn(title="On", kind=CellKind.DAY),
        PackColumn(title="Time", kind=CellKind.MINUTES),
        PackColumn(title="Pieces", kind=CellKind.COUNT),
        PackColumn(title="Paid £", kind=CellKind.PENCE),
    ),
    rows=(("=1+1", DAY, 1500, 2, 3001), ("Bronwen Pugh", None, None, None, 99)),
)
EMPTY = PackTable(
    name="Given back", title="Given back", note="", columns=(PackColumn(title="By"),), rows=()
)


def written(tmp_path: Path, *, values: bool) -> openpyxl.Workbook:
    path = tmp_path / "tables.xlsx"
    write_treasurer_pack((MONEY, EMPTY), "A pack", path)
    return openpyxl.load_workbook(path, data_only=values)


def test_every_value_is_of_its_kind(tmp_path: Path) -> None:
    sheet = written(tmp_path, values=True)["Payments"]
    assert sheet["A5"].value == "=1+1"
    assert sheet["A5"].data_type == "s"
    assert str(sheet["B5"].value) == "2026-11-10 00:00:00"
    assert sheet["C5"].value == datetime.timedelta(hours=25)
    assert (sheet["D5"].value, float(sheet["E5"].value)) == (2, 30.01)
    assert sheet["B6"].value is None


def test_money_is_added_up_live_and_what_it_comes_to_stands_there(tmp_path: Path) -> None:
    assert written(tmp_path, values=False)["Payments"]["E7"].value == "=SUBTOTAL(109,E5:E6)"
    assert float(written(tmp_path, values=True)["Payments"]["E7"].value) == 31.0
    assert written(tmp_path, values=True)["Payments"]["A7"].value == "In all"


def test_a_table_without_rows_or_money_is_only_its_headings(tmp_path: Path) -> None:
    book = written(tmp_path, values=True)
    assert book.sheetnames == ["Payments", "Given back"]
    sheet = book["Given back"]
    assert sheet["A4"].value == "By"
    assert sheet["A5"].value is None
    assert sheet["A6"].value is None
