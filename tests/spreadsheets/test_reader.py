"""Any spreadsheet file opens as rows of cells; anything else is refused in a foreseen way."""

import contextlib
import datetime
import functools
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.errors import (
    DomainError,
    FileMissingError,
    SpreadsheetEmptyError,
    SpreadsheetLockedError,
    SpreadsheetTooLargeError,
    SpreadsheetUnreadableError,
)
from coprod_desktop.spreadsheets import reader
from coprod_desktop.spreadsheets.reader import LARGEST_TEXT_BYTES, WIDEST, read_book

_HERE = Path(__file__).parent


def _workbook(path: Path) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Log"
    sheet["B3"], sheet["C3"], sheet["D3"] = "Sam", 1.5, datetime.date(2026, 11, 21)
    sheet["B4"], sheet["C4"] = True, datetime.timedelta(hours=30)
    workbook.create_sheet("Empty")
    workbook.create_sheet("Hidden")["A1"] = "list"
    workbook["Hidden"].sheet_state = "hidden"
    workbook.create_sheet("Later")["A1"] = "more"
    workbook.save(path)
    return path


def test_a_workbook_keeps_its_row_numbers_and_types(tmp_path: Path) -> None:
    book = read_book(_workbook(tmp_path / "a.xlsx"))
    assert [sheet.name for sheet in book.sheets] == ["Log", "Later", "Hidden"]
    assert book.sheets[0].rows == [
        (None, None, None, None),
        (None, None, None, None),
        (None, "Sam", 1.5, datetime.date(2026, 11, 21)),
        (None, True, datetime.timedelta(hours=30), None),
    ]


def test_the_content_tells_the_format_and_not_the_name(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "a.xlsx").rename(tmp_path / "a.xls")
    assert read_book(path).sheets[0].name == "Log"
    text = tmp_path / "export.xls"
    text.write_text("Name\tHours\nSam\t2\n")
    assert read_book(text).sheets[0].rows[1] == ("Sam", "2")


@pytest.mark.parametrize("kind", ["ods", "xls", "xlsm"])
def test_libreoffice_s_formats_open_too(tmp_path: Path, kind: str) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc-nogui")
    path = _workbook(tmp_path / "a.xlsx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless",
         "--convert-to", kind, str(path), "--outdir", str(tmp_path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    rows = read_book(tmp_path / f"a.{kind}").sheets[0].rows
    assert rows[2][1:4] == ("Sam", 1.5, datetime.date(2026, 11, 21))


def test_a_locked_workbook_is_said_to_be_locked(tmp_path: Path) -> None:
    for name in ("locked.xlsx", "locked.xls", "locked"):
        path = tmp_path / name
        shutil.copy(_HERE / "locked.xlsx", path)
        with pytest.raises(SpreadsheetLockedError):
            read_book(path)


def _document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<document/>")


def _cut_short(path: Path) -> None:
    whole = _workbook(path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("picture.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256))),
        ("text.xlsx", b"hello"),
        ("page.csv", b"<!doctype html><p>Name,Hours"),
        ("paper.csv", b"%PDF-1.7 and so on"),
        ("noise.ods", bytes(range(1, 256)) * 4),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x01" * 600),
        ("half.zip", b"PK\x03\x04" + b"\x01" * 60),
    ],
)
def test_other_files_are_refused(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SpreadsheetUnreadableError):
        read_book(path)


def test_a_document_and_half_a_workbook_are_refused(tmp_path: Path) -> None:
    for name, make in (("letter.docx", _document), ("half.xlsx", _cut_short)):
        make(tmp_path / name)
        with pytest.raises(SpreadsheetUnreadableError):
            read_book(tmp_path / name)


def test_a_missing_file_a_folder_and_an_empty_file_each_have_their_error(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        read_book(tmp_path / "nothing.csv")
    with pytest.raises(SpreadsheetUnreadableError):
        read_book(tmp_path)
    for name, content in (("a.csv", b""), ("b.csv", b"\n\n , \n")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(SpreadsheetEmptyError):
            read_book(tmp_path / name)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST_BYTES", 10)
    (tmp_path / "big.csv").write_text("Name,Hours\nSam,2\n")
    with pytest.raises(SpreadsheetTooLargeError):
        read_book(tmp_path / "big.csv")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.sampled_from([".csv", ".xlsx", ".xls", ".ods"]), st.booleans())
def test_no_file_whatever_brings_an_unforeseen_error(
    tmp_path: Path, content: bytes, suffix: str, starts_as_package: bool
) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes((b"PK\x03\x04" if starts_as_package else b"") + content)
    with contextlib.suppress(DomainError):
        assert read_book(path).sheets


@functools.cache
def _one_workbook() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return _workbook(Path(folder) / "whole.xlsx").read_bytes()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_workbook_with_a_spoilt_byte_brings_no_unforeseen_error(
    tmp_path: Path, data: st.DataObject
) -> None:
    whole = bytearray(_one_workbook())
    for _time in range(3):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "spoilt.xlsx").write_bytes(whole)
    with contextlib.suppress(DomainError):
        assert read_book(tmp_path / "spoilt.xlsx").sheets


def test_a_stray_cell_far_down_leaves_every_other_cell_in_its_place(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet["B3"], sheet["C4"], sheet["C1048576"] = "Name", 2.5, "x"
    workbook.save(tmp_path / "stray.xlsx")
    (found,) = read_book(tmp_path / "stray.xlsx").sheets
    assert len(found.rows) == 1_048_576
    assert found.rows[2][:3] == (None, "Name", None)
    assert found.rows[3][:3] == (None, None, 2.5)
    assert found.rows[-1][2] == "x"
    assert found.rows[4] == ()


def test_a_text_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST_TEXT_BYTES + 1)
    with pytest.raises(SpreadsheetTooLargeError):
        read_book(path)


def test_a_text_wider_than_any_spreadsheet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("," * (WIDEST - 1), "utf-8")
    with pytest.raises(SpreadsheetEmptyError):
        read_book(path)
    path.write_text("x," * WIDEST + "x", "utf-8")
    with pytest.raises(SpreadsheetTooLargeError):
        read_book(path)
