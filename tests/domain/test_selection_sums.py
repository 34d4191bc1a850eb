"""Selected cells are added up by kind, exactly."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.clipboard_table import CellValue
from coprod_desktop.domain.selection_sums import sums_of


def test_cells_without_figures_are_only_counted() -> None:
    sums = sums_of([CellValue(text="Sam"), CellValue(text=" "), CellValue(text="x")], rows=3)
    assert (sums.cells, sums.filled, sums.rows) == (3, 2, 3)
    kinds = (sums.minutes, sums.pence, sums.numbers, sums.average_minutes)
    assert kinds == (None, None, None, None)


def test_mixed_kinds_give_a_sum_of_each() -> None:
    cells = [
        CellValue(text="1 h", minutes=60),
        CellValue(text="£3", pence=300),
        CellValue(text="2", number=Decimal("2.5")),
        CellValue(text="£4", pence=401),
        CellValue(text="nothing"),
    ]
    sums = sums_of(cells)
    assert (sums.minutes, sums.pence, sums.numbers) == (60, 701, Fraction(5, 2))
    assert (sums.average_minutes, sums.average_pence) == (Fraction(60), Fraction(701, 2))
    assert (sums.cells, sums.filled) == (5, 5)


@given(st.lists(st.integers(0, 10**7), min_size=1))
def test_sum_and_average_are_exact(minutes: list[int]) -> None:
    sums = sums_of(CellValue(text=str(one), minutes=one) for one in minutes)
    assert sums.minutes == sum(minutes)
    assert sums.average_minutes == Fraction(sum(minutes), len(minutes))
