"""The table is found wherever it stands in the file, and what was passed over is said."""

from pathlib import Path

import pytest

from coprod_desktop.domain.errors import ColumnMissingError
from coprod_desktop.spreadsheets.finding import find_table, find_unheaded_names
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.reader import Book, Cell, Sheet
from coprod_desktop.spreadsheets.table import Table

_FIELDS = ("name", "date", "duration", "what")
_HEADINGS: tuple[Cell, ...] = ("Name", "Date", "Hours")


def _sheet(*rows: tuple[Cell, ...], name: str = "Sheet1") -> Sheet:
    return Sheet(name=name, rows=list(rows))


def _find(*sheets: Sheet, wishes: ImportMap | None = None) -> Table:
    book = Book(path=Path("x.xlsx"), sheets=sheets)
    return find_table(book, _FIELDS, wishes or ImportMap(), needed=("name", "date", "duration"))


def test_titles_and_blank_rows_above_the_headings_are_passed_over() -> None:
    table = _find(_sheet((), ("Our log 2026",), (None,), (None, *_HEADINGS)))
    assert (table.heading_row, table.columns) == (4, {"name": 1, "date": 2, "duration": 3})


def test_a_heading_merged_over_two_rows_is_found_above() -> None:
    table = _find(_sheet(("Name", "Date", None), (None, None, "Hours"), ("Sam", "1/2", 3.0)))
    assert table.heading_row == 2
    assert table.headings == ("Name", "Date", "Hours")


def test_the_first_sheet_with_a_table_is_read_and_the_others_are_named() -> None:
    table = _find(
        _sheet(("About us",)), _sheet(_HEADINGS, name="Log"), _sheet(_HEADINGS, name="May")
    )
    assert table.sheet.name == "Log"
    assert table.sheets_not_read == ("Sheet1", "May")
    assert "May" in table.notes[0].message


def test_a_map_chooses_the_sheet_the_row_and_the_columns() -> None:
    wishes = ImportMap(sheet="may", heading_row=2, columns={"name": "Wer", "date": "C", "what": ""})
    table = _find(
        _sheet(_HEADINGS),
        _sheet(_HEADINGS, ("Wer", "Hours", None, "What"), name="May"),
        wishes=wishes,
    )
    assert (table.sheet.name, table.heading_row) == ("May", 2)
    assert table.columns == {"name": 0, "date": 2, "duration": 1}


def test_a_heading_or_sheet_of_the_map_that_is_not_there_is_named() -> None:
    for wishes in (ImportMap(columns={"name": "Wer"}), ImportMap(sheet="Wer")):
        with pytest.raises(ColumnMissingError) as caught:
            _find(_sheet(_HEADINGS), wishes=wishes)
        assert caught.value.facts["needed"] == "Wer"


def test_a_second_table_to_the_right_is_cut_off_and_said() -> None:
    table = _find(
        _sheet((*_HEADINGS, None, "Date", "What"), ("Sam", "1/2", 1.0, "Group", "x", "y"))
    )
    assert table.headings == ("Name", "Date", "Hours")
    assert [(note.column, note.is_note) for note in table.notes] == [("E", True)]
    assert next(table.rows()).cells == ("Sam", "1/2", 1.0)


def test_a_slip_in_a_needed_heading_is_taken_and_said() -> None:
    table = _find(_sheet(("Name", "Date", "Durration")))
    assert table.columns["duration"] == 2
    assert [note.column for note in table.notes] == ["Durration"]


def test_a_weak_word_is_taken_and_said() -> None:
    table = _find(_sheet(("Name", "Date", "Time")))
    assert table.columns["duration"] == 2
    assert "length of time" in table.notes[0].message


def test_names_without_a_heading_are_found_and_said() -> None:
    table = _find(_sheet((None, "Date", "Hours"), ("Sam", "1/2", 1.0), ("Ana", "1/2", 1.0)))
    found = find_unheaded_names(table)
    assert found.columns["name"] == 0
    assert found.notes[-1].column == "A"
    numbers = _find(_sheet((None, "Date", "Hours"), (1.0, "1/2", 1.0)))
    assert find_unheaded_names(numbers) is numbers
