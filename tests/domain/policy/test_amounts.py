"""A whole amount is a plain number; a part of a penny stays exact."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.amounts import plain


@given(st.integers(-(10**9), 10**9))
def test_a_whole_amount_becomes_a_plain_number(whole: int) -> None:
    assert type(plain(Fraction(whole))) is int
    assert plain(Fraction(whole)) == whole


@given(st.fractions(max_denominator=1000))
def test_no_amount_changes_its_worth(amount: Fraction) -> None:
    assert plain(amount) == amount
