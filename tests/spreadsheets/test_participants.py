"""People are read as they are written, with the zeros that Excel took away."""

from pathlib import Path

import openpyxl
import pytest

from coprod_desktop.domain.errors import ColumnMissingError
from coprod_desktop.domain.participants import Capacity, ContactBy, Edition, PaidBy
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.participants import ReadParticipants, read_participants


def _read(folder: Path, text: str, wishes: ImportMap | None = None) -> ReadParticipants:
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    return read_participants(path, wishes)


def test_every_field_is_read(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        "Full name,Known as,E-mail,Mobile,Address,Capacity,Payment method,Preferred contact,"
        "Account holder,Sort code,Account no,Language,Print size\n"
        '"King, Sam",Sam K.,s@example.org,07700 900123,"1 High St\nCardiff",Carer,BACS,SMS,'
        "S King,00-14-62,00124417,Welsh,Large print\n",
    )
    entry = read.entries[0]
    assert read.problems == ()
    assert (entry.name, entry.name_on_papers) == ("King, Sam", "Sam K.")
    assert (entry.email, entry.phone) == ("s@example.org", "07700 900123")
    assert entry.address == "1 High St\nCardiff"
    assert (entry.capacity, entry.paid_by) == (Capacity.CARER, PaidBy.BANK)
    assert (entry.contact_by, entry.edition) == (ContactBy.TEXT, Edition.LARGE)
    assert (entry.account_name, entry.sort_code) == ("S King", "001462")
    assert (entry.account_number, entry.language) == ("00124417", "cy")


def test_leading_zeros_that_excel_ate_are_put_back_and_said(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (
        ("Name", "Sort code", "Account"),
        ("Sam", 14621, 1244170),
        ("Ana", 204060, 12345678),
    ):
        sheet.append(row)
    workbook.save(tmp_path / "people.xlsx")
    read = read_participants(tmp_path / "people.xlsx", None)
    assert [(e.sort_code, e.account_number) for e in read.entries] == [
        ("014621", "01244170"),
        ("204060", "12345678"),
    ]
    assert [(p.row, p.column, p.is_note) for p in read.problems] == [
        (2, "Sort code", True),
        (2, "Account", True),
    ]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Sam,1234,12345678,", "Sort code"),
        ("Sam,123456,123456,", "Account number"),
        ("Sam,123456,,", "Account number"),
        ("Sam,,12345678,", "Sort code"),
        (",123456,12345678,", "Name"),
        ("Sam,,,king", "Capacity"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, row: str, column: str) -> None:
    read = _read(tmp_path, f"Name,Sort code,Account number,Capacity\nAna,,,\n{row}\n")
    assert [(p.row, p.column) for p in read.problems] == [(3, column)]
    assert [entry.name for entry in read.entries] == ["Ana"]


def test_names_in_two_columns_and_rows_that_are_nobody(tmp_path: Path) -> None:
    read = _read(tmp_path, "First name,Surname,Town\nSam,King,Barry\n,,South\nTotal,2,\nAna,,\n")
    assert [entry.name for entry in read.entries] == ["Sam King", "Ana"]
    assert (read.rows_read, read.skipped, read.problems) == (4, 2, ())


def test_a_map_names_the_column_and_gives_defaults(tmp_path: Path) -> None:
    wishes = ImportMap(columns={"name": "Xyz"}, defaults={"capacity": "staff"})
    read = _read(tmp_path, "Xyz,Wo\nSam,Cardiff\n", wishes)
    assert (read.entries[0].name, read.entries[0].capacity) == ("Sam", Capacity.STAFF)
    with pytest.raises(ColumnMissingError):
        _read(tmp_path, "Xyz,Wo\nSam,Cardiff\n")


def test_keys_tell_people_apart_and_know_them_again(tmp_path: Path) -> None:
    text = "Name,Email\nSam,a@example.org\nSam,b@example.org\nSam,a@example.org\n"
    keys = [entry.key for entry in _read(tmp_path, text).entries]
    assert len(set(keys)) == 3
    assert keys == [entry.key for entry in _read(tmp_path, text).entries]
