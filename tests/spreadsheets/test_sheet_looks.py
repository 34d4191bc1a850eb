"""A look at a file tells its tables, how they were read, and their first rows."""

import datetime
from pathlib import Path

import pytest

from coprod_desktop.spreadsheets.reader import read_book
from coprod_desktop.spreadsheets.sheet_looks import fingerprint, looks_of, shown_text
from coprod_desktop.spreadsheets.sheets import Cell


def test_tables_beside_one_another_are_each_shown(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Spring\n\nName,Date,Hours,,Name,Date,Hours\nAnn,13/3/2026,1,,Ben,1/4/2026,2\n")
    first, second = looks_of(read_book(path), {})
    assert (first.table, first.first_column, first.heading_row) == (1, "A", 3)
    assert (second.table, second.first_column) == (2, "E")
    assert first.headings == ("Name", "Date", "Hours")
    assert (first.separator, first.encoding, first.rows_below) == (",", "utf-8", 1)
    assert (first.first_row, first.rows[0][0]) == (1, "Spring")


def test_headings_are_where_a_person_saw_them(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Name,Date,Hours\nWho,When,Length\nAnn,13/3/2026,1\n")
    assert looks_of(read_book(path), {"log": 2})[0].headings == ("Who", "When", "Length")


def test_a_layout_is_known_again_whatever_the_case_and_accents() -> None:
    assert fingerprint(["Durée ", "Nom"]) == fingerprint(["duree", "NOM", ""])
    assert fingerprint(["Nom", "Durée"]) != fingerprint(["Durée", "Nom"])


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (datetime.date(2026, 3, 2), "02/03/2026"),
        (datetime.datetime(2026, 3, 2, 9, 5), "02/03/2026 09:05"),  # noqa: DTZ001  Excel knows no zones
        (datetime.timedelta(hours=36, minutes=45), "36:45"),
        (datetime.time(9, 5), "09:05"),
        (2.0, "2"),
        (None, ""),
    ],
)
def test_cells_are_shown_as_people_write_them(cell: Cell, text: str) -> None:
    assert shown_text(cell) == text
