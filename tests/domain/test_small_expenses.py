"""A small expense is read from a few words, and what may be a time is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.small_expenses import SmallCost, read_small_cost

BUS, CAR, OTHER = ExpenseKind.BUS, ExpenseKind.CAR, ExpenseKind.OTHER


@pytest.mark.parametrize(
    ("text", "kind", "pence", "tenths"),
    [
        ("4.60 bus", BUS, 460, 0),
        ("£4.60 bus", BUS, 460, 0),
        ("£4 bus", BUS, 400, 0),
        ("50p bus", BUS, 50, 0),
        ("bus £4.60", BUS, 460, 0),
        ("£4.60 for the bus", BUS, 460, 0),
        ("2*4.60 bus", BUS, 920, 0),
        ("=2*4.60 bus", BUS, 920, 0),
        ("train £9.90", ExpenseKind.TRAIN, 990, 0),
        ("lunch £5", ExpenseKind.MEAL, 500, 0),
        ("£4.60", OTHER, 460, 0),
        ("50p", OTHER, 50, 0),
        ("12 miles car", CAR, 0, 120),
        ("12 miles", CAR, 0, 120),
        ("12 car", CAR, 0, 120),
        ("£30 car", CAR, 3000, 0),
        ("12.5 miles by bicycle", ExpenseKind.BICYCLE, 0, 125),
    ],
)
def test_an_expense_is_read_from_a_few_words(
    text: str, kind: ExpenseKind, pence: int, tenths: int
) -> None:
    assert read_small_cost(text) == SmallCost(kind=kind, pence=pence, tenth_miles=tenths)


@pytest.mark.parametrize(
    "text", ["", "bus", "4.60", "2", "2 bus", "bus 2", "2h", "£", "£1.234", "12 miles bus", "1:30"]
)
def test_what_may_be_something_else_is_no_expense(text: str) -> None:
    assert read_small_cost(text) is None


@given(st.text(max_size=30))
def test_no_text_makes_it_fail(text: str) -> None:
    found = read_small_cost(text)
    assert found is None or found.pence >= 0
