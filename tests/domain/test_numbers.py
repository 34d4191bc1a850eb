"""Numbers in any script and small sums are read exactly, or not at all."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import NumberUnreadableError
from coprod_desktop.domain.numbers import (
    LONGEST,
    format_number,
    parse_number,
    parse_sum,
    plain_digits,
)
from tests.invented import in_arabic_digits, in_full_width

_NONE: frozenset[str] = frozenset()
_AFTER = {"": Fraction(1), "p": Fraction(1, 100)}


def read(text: str) -> Fraction | None:
    return parse_sum(text, before=frozenset({"£"}), after=_AFTER)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (in_full_width("12:30"), "12:30"),
        (in_arabic_digits("12.5"), "12.5"),
        ("१७/११", "17/11"),
        ("￡5", "£5"),
        ("5–2−1—0", "5-2-1-0"),
        ("½ hour", "½ hour"),
        ("²", "²"),
    ],
)
def test_other_scripts_become_what_a_uk_keyboard_types(text: str, plain: str) -> None:
    assert plain_digits(text) == plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.50*2", Fraction(7)),
        ("1+2*3", Fraction(7)),
        ("2*3-1*4", Fraction(2)),
        ("= 7 x 2", Fraction(14)),
        ("22×45p", Fraction(99, 10)),
        ("-5+7", Fraction(2)),
        ("+5", Fraction(5)),
        ("1,200 + 34", Fraction(1234)),
        ("1 200", Fraction(1200)),
        ("(5.25)", Fraction(-21, 4)),
        ("5.25-", Fraction(-21, 4)),
        ("0.1*0.1", Fraction(1, 100)),
        ("100000000000000000000000000.01-100000000000000000000000000", Fraction(1, 100)),
    ],
)
def test_a_sum_is_worked_out_exactly(text: str, value: Fraction) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9" * (LONGEST + 1),
        *(
            "+ | 5+ | *5 | 5**2 | 5--2 | 12 50 | 1,23 | 0,500 | 1,2345 | (5+3) | ((5)) | 1e3 | "
            "five | 5q | q5 | £ | 5 5 5 | 1.2.3 | =SUM(A1) | ²"
        ).split(" | "),
    ],
)
def test_what_is_not_surely_a_number_is_not_guessed(text: str) -> None:
    assert read(text) is None


@given(st.lists(st.tuples(st.sampled_from("+-*"), st.decimals(0, 9999, places=2)), max_size=6))
def test_a_sum_equals_what_python_makes_of_it(steps: list[tuple[str, object]]) -> None:
    text = "".join(f"{sign}{number}" for sign, number in [("", 1), *steps])
    exact = "".join(f"{sign}Fraction('{number}')" for sign, number in [("", 1), *steps])
    assert read(text) == eval(exact, {"Fraction": Fraction})  # noqa: S307 - our own digits


@given(st.text(max_size=30))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    assert isinstance(parse_sum(text, before=_NONE, after=_AFTER), Fraction | None)


@given(st.integers(0, 10**12))
def test_a_shown_number_can_be_typed_again(thousandths: int) -> None:
    number = Fraction(thousandths, 1000)
    assert parse_number(format_number(number)) == number


@pytest.mark.parametrize("text", ["", "two", "-1", "1.2345", "1000000001", "5q"])
def test_what_cannot_be_counted_with_is_refused(text: str) -> None:
    with pytest.raises(NumberUnreadableError):
        parse_number(text)
