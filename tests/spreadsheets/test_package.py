"""A small file that unpacks to something enormous is refused before it is read."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from coprod_desktop.spreadsheets.package import NotASpreadsheetError, TooManyCellsError, check


def _workbook(path: Path, cells: dict[str, str]) -> Path:
    workbook = openpyxl.Workbook()
    for place, value in cells.items():
        workbook.worksheets[0][place] = value
    workbook.save(path)
    return path


@pytest.mark.parametrize("place", ["XFD1048576", "ZZ1048576"])
def test_one_cell_in_the_far_corner_is_too_much(tmp_path: Path, place: str) -> None:
    path = _workbook(tmp_path / "far.xlsx", {"A1": "x", place: "y"})
    with pytest.raises(TooManyCellsError):
        check(path)


@pytest.mark.parametrize("place", ["A1048576", "XFD100", "AA99999"])
def test_long_or_wide_sheets_are_fine(tmp_path: Path, place: str) -> None:
    check(_workbook(tmp_path / "long.xlsx", {"A1": "x", place: "y"}))


def test_coloured_empty_cells_do_not_count(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet["A1"] = "x"
    sheet["XFD1048576"].font = Font(bold=True)
    workbook.save(tmp_path / "styled.xlsx")
    check(tmp_path / "styled.xlsx")


def test_a_header_that_claims_too_little_is_found_out(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 3_000_000)
    content = path.read_bytes()
    claimed = (3_000_011).to_bytes(4, "little")
    assert content.count(claimed) == 2
    path.write_bytes(content.replace(claimed, (500).to_bytes(4, "little")))
    with pytest.raises(NotASpreadsheetError):
        check(path)


def test_what_claims_to_unpack_to_gigabytes_is_too_much(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/sharedStrings.xml", b" " * 1_000_000)
    claimed = (1_000_000).to_bytes(4, "little")
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(content.getvalue().replace(claimed, (4_000_000_000).to_bytes(4, "little")))
    with pytest.raises(TooManyCellsError):
        check(path)


def _sheet(path: Path, rows: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        sheet = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
        package.writestr("xl/worksheets/sheet1.xml", sheet)
    return path


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A99999999"><v>1</v></c></row>',
        '<row r="1"><c r="XFD1048576"><v>1</v></c></row>',
        "<row><c r='AAAA9'><v>1</v></c><c r='A100000'><v>1</v></c></row>",
        "<row>" + "<c><v>1</v></c>" * 20_000 + "</row>",
        "<row/>" * 1_100_000,
        ("<row>" + "<c><v>1</v></c>" * 30 + "</row>") * 100_001,
    ],
)
def test_cells_that_lay_out_more_than_the_memory_holds_are_too_much(
    tmp_path: Path, rows: str
) -> None:
    with pytest.raises(TooManyCellsError):
        check(_sheet(tmp_path / "odd.xlsx", rows))


def test_cells_that_do_not_say_where_they_stand_are_fine(tmp_path: Path) -> None:
    rows = ("<row>" + "<c><v>1</v></c>" * 12 + "</row>") * 20_000
    assert check(_sheet(tmp_path / "placeless.xlsx", rows)) == frozenset()


def test_a_picture_is_never_unpacked_and_so_may_be_large(tmp_path: Path) -> None:
    path = _sheet(tmp_path / "picture.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row>')
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/image1.png", b"1" * 80_000_000)
    check(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", b"1" * 80_000_000)
    with pytest.raises(TooManyCellsError):
        check(path)
