"""Small sums are worked out exactly, and what is no clear sum is not guessed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.arithmetic import (
    LONGEST_SUM,
    Quantity,
    evaluate,
    has_signs,
    work_out,
)

SIGNS = st.sampled_from("+-*/")
NUMBERS = st.integers(0, 9999).map(str) | st.decimals(0, 9999, places=2).map(str)
SUMS = st.recursive(
    NUMBERS,
    lambda inner: st.builds(lambda one, sign, other: f"({one}{sign}{other})", inner, SIGNS, inner),
    max_leaves=6,
)


def read(text: str) -> Quantity | None:
    """Read "3" as a count and "3h" as three hours."""
    number = text.removesuffix("h")
    if not number.isdecimal():
        return None
    return Quantity(value=Fraction(number), has_unit=text.endswith("h"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("=3.5*12", Fraction(42)),
        ("3.5x12", Fraction(42)),
        ("2×3÷4", Fraction(3, 2)),
        ("1+2*3", Fraction(7)),
        ("(1+2)*3", Fraction(9)),
        ("-5+7", Fraction(2)),
        ("10/4-1", Fraction(3, 2)),
        ("= 1,200 + 34", Fraction(1234)),
        ("2*(3+(4-1))", Fraction(12)),
        ("7", Fraction(7)),
    ],
)
def test_a_sum_is_worked_out_with_products_first(text: str, value: Fraction) -> None:
    assert evaluate(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "=", "1+", "*2", "2**3", "5--2", "(1", "1)", "()", "1/0", "1 2", "x", "1e3", "=SUM(A1)",
     "__import__('os')", "9" * (LONGEST_SUM + 1)],
)  # fmt: skip
def test_what_is_no_sum_is_not_guessed(text: str) -> None:
    assert evaluate(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2*3h", Quantity(value=Fraction(6), has_unit=True)),
        ("3h/2", Quantity(value=Fraction(3, 2), has_unit=True)),
        ("1h+30", Quantity(value=Fraction(1801), has_unit=True)),
        ("2+3", Quantity(value=Fraction(5), has_unit=False)),
    ],
)
def test_a_count_beside_a_time_is_taken_for_so_many_units(text: str, value: Quantity) -> None:
    assert work_out(text, read, unit=Fraction(60)) == value


@pytest.mark.parametrize("text", ["2h*3h", "6/3h", "6h/3h"])
def test_times_are_not_multiplied_by_times(text: str) -> None:
    assert work_out(text, read) is None


@given(SUMS)
def test_a_sum_in_brackets_equals_what_python_makes_of_it(text: str) -> None:
    exact = text
    for sign in "+-*/()":
        exact = exact.replace(sign, f" {sign} ")
    wrapped = " ".join(
        part if part in "+-*/()" else f"Fraction('{part}')" for part in exact.split()
    )
    try:
        expected = eval(wrapped, {"Fraction": Fraction})  # noqa: S307 - our own digits
    except ZeroDivisionError:
        expected = None
    assert evaluate(text) == (expected if len(text) <= LONGEST_SUM else None)


@given(st.text(max_size=40) | st.text("0123456789.+-*/()= x", max_size=40))
def test_no_text_makes_the_sum_fail(text: str) -> None:
    assert isinstance(evaluate(text), Fraction | None)


def test_signs_are_seen() -> None:
    assert has_signs("1+2")
    assert not has_signs("12.50 bus")
