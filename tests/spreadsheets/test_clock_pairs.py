"""Times in and out are paired, over midnight too, and half a pair counts for nothing."""

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.spreadsheets.clock_pairs import add_pairs, clock_text, find_pairs, span
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.spreadsheets.reader import Cell, Sheet
from coprod_desktop.spreadsheets.table import Row, Table


def _table(headings: tuple[str, ...], *rows: tuple[Cell, ...]) -> Table:
    return Table(
        sheet=Sheet(name="s", rows=[headings, *rows]), heading_row=1, headings=headings, columns={},
        notes=(), sheets_not_read=(), has_neighbour=False, joins_last=True,
    )  # fmt: skip


def test_columns_of_times_are_paired_by_their_words() -> None:
    table = _table(
        ("Day", "Entrada Empresa", "Saída Intervalo", "In 2", "Out 2", "Money in"),
        ("1/2", "9:00", "12:00", "13:00", "17:00", "5.00 pounds"),
    )
    assert find_pairs(table) == [(1, 2), (3, 4)]


def test_complete_pairs_add_up_and_half_a_pair_is_named() -> None:
    headings = ("In", "Out", "In", "Out")
    table = _table(headings, ("9:00", "12:30", "13:00", None))
    faults: list[Problem] = []
    worked = add_pairs(table, [(0, 1), (2, 3)], next(table.rows()), faults)
    assert (worked.seconds, worked.starts_at) == (3.5 * 3600, 9 * 3600)
    assert [(half.row, half.column) for half in worked.halves] == [(2, "Out")]
    assert faults == []


def test_a_time_that_cannot_be_read_is_a_fault_and_not_half_a_pair_only() -> None:
    table = _table(("In", "Out"), ("9:00", "late"))
    faults: list[Problem] = []
    add_pairs(table, [(0, 1)], Row(number=2, cells=("9:00", "late")), faults)
    assert [fault.value for fault in faults] == ["late"]


@given(st.integers(0, 1439), st.integers(1, 1439))
def test_an_end_before_the_start_is_on_the_next_day(begin: int, length: int) -> None:
    end = (begin + length) % 1440
    assert span(begin * 60, end * 60) == length * 60
    assert clock_text(begin * 60) == f"{begin // 60:02d}:{begin % 60:02d}"


def test_an_end_on_a_named_day_is_counted_from_there() -> None:
    assert span(23 * 3600, 3600, days=1) == 2 * 3600
    assert span(9 * 3600, 8 * 3600, days=0) < 0
