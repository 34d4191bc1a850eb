"""What should be in the box is the sum of its moves."""

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.cash import cash_left
from tests.money_builders import a_cash_move

_PENCE = st.lists(st.integers(-100_000, 100_000))


def test_an_untouched_box_holds_nothing() -> None:
    assert cash_left([]) == 0


@given(_PENCE, _PENCE)
def test_what_is_left_adds_up_whatever_the_order(first: list[int], second: list[int]) -> None:
    moves = [a_cash_move(pence=pence) for pence in (*first, *second)]
    assert cash_left(moves) == cash_left(reversed(moves)) == sum(first) + sum(second)
