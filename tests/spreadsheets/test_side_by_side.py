"""Tables beside one another are told apart by a gap, or by headings that begin again."""

import pytest

from coprod_desktop.spreadsheets.sheets import Sheet
from coprod_desktop.spreadsheets.side_by_side import before_neighbour, from_column, table_starts


@pytest.mark.parametrize(
    ("headings", "starts"),
    [
        (["Name", "Date", "Hours"], (0,)),
        (["Name", "Date", "Hours", "", "Date", "Hours"], (0, 4)),
        (["Name", "Hours", "Name", "Hours"], (0, 2)),
        (["Name", "Hours", "Name", "Hours", "Name", "Hours"], (0, 2, 4)),
        (["Name", "", "Hours", "Note"], (0,)),
        (["Mon", "Mon", "Tue", "Tue"], (0,)),
    ],
)
def test_each_table_begins_where_its_headings_do(
    headings: list[str], starts: tuple[int, ...]
) -> None:
    assert table_starts(headings) == starts


def test_the_first_table_ends_before_its_neighbour() -> None:
    headings, neighbour = before_neighbour(["Name", "Date", "", "Date", "Hours"])
    assert (headings, neighbour) == (("Name", "Date"), 3)


def test_a_table_at_the_right_keeps_its_letters() -> None:
    sheet = Sheet(name="a", rows=[("x", "y", "z"), ("1",)])
    assert from_column(sheet, 1).rows == [(None, "y", "z"), ()]
