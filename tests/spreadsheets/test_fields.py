"""Keys are the same for the same row and never the same for two rows of one sheet."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.spreadsheets.cells import read_minutes
from coprod_desktop.spreadsheets.fields import FieldReader, KeyMaker, is_aside, join_name, key_part
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.spreadsheets.reader import Sheet
from coprod_desktop.spreadsheets.table import Row, Table

_PARTS = st.tuples(st.text(max_size=3), st.integers(0, 3))


@given(st.lists(_PARTS, max_size=12))
def test_a_second_reading_gives_the_same_keys_and_no_key_twice(rows: list[tuple[str, int]]) -> None:
    first, second = KeyMaker(), KeyMaker()
    keys = [first.key(*row) for row in rows]
    assert keys == [second.key(*row) for row in rows]
    assert len(set(keys)) == len(rows)


@given(st.permutations([("a", 1), ("a", 1), ("b", 1), ("a", 2)]))
def test_the_order_of_the_rows_does_not_matter(rows: list[tuple[str, int]]) -> None:
    maker, usual = KeyMaker(), KeyMaker()
    plain = [("a", 1), ("a", 1), ("b", 1), ("a", 2)]
    assert {maker.key(*row) for row in rows} == {usual.key(*row) for row in plain}


_SPACED = st.text(st.sampled_from("aßİΣ \t\u2003\x1c"), max_size=5)


@given(st.lists(_SPACED | st.integers() | st.none(), min_size=1, max_size=4))
def test_parts_that_are_written_once_for_many_rows_make_the_same_key(parts: list[object]) -> None:
    whole = " ".join("\x01".join(map(str, parts)).casefold().split())
    key = KeyMaker().key_of(map(key_part, parts))
    assert key == hashlib.sha256(f"{whole}\x1e0".encode()).hexdigest()


def test_case_and_spaces_do_not_make_another_row_and_keys_stay_for_ever() -> None:
    key = KeyMaker().key("Sam  King", 90)
    assert key == KeyMaker().key("sam king", 90)
    assert key == "77b4daf5e80d2b765db987e5b4053e11c817742ad59f22767a9b33a18182155a"


def _table() -> Table:
    return Table(
        sheet=Sheet(name="s", rows=[]), heading_row=1, headings=("Name", "Hours"),
        columns={"name": 0, "hours": 1}, notes=(), sheets_not_read=(), has_neighbour=False,
        joins_last=True,
    )  # fmt: skip


def test_a_cell_that_cannot_be_read_is_a_problem_of_its_own_row() -> None:
    reader = FieldReader(_table(), {"name": str, "hours": read_minutes})
    problems: list[Problem] = []
    assert reader.read(Row(number=2, cells=("Sam", "x")), problems) == {"name": "Sam"}
    assert reader.read(Row(number=3, cells=("Sam", None)), problems) == {"name": "Sam"}
    assert reader.read(Row(number=4, cells=(None, "x")), problems) == {}
    assert [(p.row, p.column, p.value) for p in problems] == [(2, "Hours", "x"), (4, "Hours", "x")]


def test_first_and_last_names_are_joined() -> None:
    assert join_name({"first_name": "Sam", "last_name": "King"}) == "Sam King"
    assert join_name({"name": "Sam K.", "last_name": "King"}) == "Sam K."
    assert join_name({"last_name": "King"}) == "King"


def test_totals_with_a_day_are_rows_like_others() -> None:
    assert is_aside(Row(number=1, cells=("Total", None, 3.0)), 1)
    assert is_aside(Row(number=1, cells=("Total", "all", 3.0)), 1)
    assert not is_aside(Row(number=1, cells=("Total", "1/2/2026", 3.0)), 1)
    assert is_aside(Row(number=1, cells=(None, "A section", None)), None)
