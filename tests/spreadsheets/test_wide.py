"""Columns of figures under names are people; columns of other figures are not."""

import pytest

from coprod_desktop.domain.errors import ColumnMissingError
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.reader import Cell, Sheet
from coprod_desktop.spreadsheets.table import Table
from coprod_desktop.spreadsheets.wide import find_people, wide_note


def _table(headings: tuple[str, ...], *rows: tuple[Cell, ...]) -> Table:
    return Table(
        sheet=Sheet(name="s", rows=[headings, *rows]), heading_row=1, headings=headings,
        columns={"date": 0}, notes=(), sheets_not_read=(), has_neighbour=False, joins_last=True,
    )  # fmt: skip


def test_people_are_found_and_named() -> None:
    table = _table(
        ("date", "Leo", "User 2", "Week", "Total", "Room", "2025", "", "What"),
        ("1/2", "1.5", "-", "3", "1.5", "B2", "7", "8", "x"),
        ("2/2", "0", "1:30", "3", "1.5", "B2", "7", "8", "x"),
    )
    people = find_people(table, ImportMap())
    assert people == [1, 2]
    assert "Leo, User 2" in wide_note(table, people).message


def test_one_column_of_figures_is_not_enough_unless_a_map_says_so() -> None:
    table = _table(("date", "Leo"), ("1/2", 1.5))
    assert find_people(table, ImportMap()) == []
    assert find_people(table, ImportMap(wide=True)) == [1]
    assert find_people(table, ImportMap(wide=False)) == []


def test_a_map_names_the_people() -> None:
    table = _table(("date", "Total", "Week"), ("1/2", 1.5, 2.0))
    assert find_people(table, ImportMap(person_columns=("week",))) == [2]
    with pytest.raises(ColumnMissingError):
        find_people(table, ImportMap(person_columns=("Sam",)))
