"""Amounts are whole pence, read exactly and rounded in one way only."""

import math
from fractions import Fraction

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import (
    MoneyTooLargeError,
    MoneyUnreadableError,
    NegativeMoneyError,
)
from coprod_desktop.domain.money import (
    LARGEST_PENCE,
    at_hourly_rate,
    check_pence,
    format_pounds,
    parse_pounds,
    round_half_up,
)
from coprod_desktop.domain.typing_errors import PennyPartError
from tests.invented import in_arabic_digits, in_full_width

AMOUNTS = st.integers(0, LARGEST_PENCE)


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("0", 0),
        ("-0.00", 0),
        ("12", 1200),
        ("12.5", 1250),
        ("£12.50", 1250),
        ("£ 12.50 ", 1250),
        ("12.50£", 1250),
        ("12.", 1200),
        (".50", 50),
        ("£.50", 50),
        ("50p", 50),
        ("5.00 GBP", 500),
        ("gbp 5", 500),
        ("5 pounds", 500),
        ("£1,234.50", 123_450),
        ("1 234.50", 123_450),
        ("1,000,000", 100_000_000),
        ("3.50*2", 700),
        ("3.50 x 2", 700),
        ("22×45p", 990),
        ("=3.5*2", 700),
        ("£3.20 + £4.60", 780),
        ("=3.5*12", 4200),
        ("12.50+4.60", 1710),
        ("=(4.60+1.40)*2", 1200),
        ("=25/2", 1250),
        ("2*£4.60", 920),
        ("10-2.50", 750),
        (in_full_width("5.00"), 500),
        (in_arabic_digits("5.50"), 550),
        ("£12.50\N{NO-BREAK SPACE}", 1250),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, pence: int) -> None:
    assert parse_pounds(text) == pence


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        *(
            "£ | five | €5 | $5 | 1e3 | nan | inf | 5.5.5 | 1.2,3 | (5 | 5) | £5 each | 12 50 | "
            "12,50 | 0,50 | 1,23 | 12,34,567 | 1234,567 | =SUM(A1:A3) | 5/2 | 17/11"
        ).split(" | "),
    ],
)
def test_an_unclear_amount_is_refused_rather_than_guessed(text: str) -> None:
    with pytest.raises(MoneyUnreadableError):
        parse_pounds(text)


@pytest.mark.parametrize("text", ["0.001", "12.345", "1.234", "0.333*3", "=10/3", "12.5p"])
def test_a_part_of_a_penny_is_refused_and_not_rounded_away(text: str) -> None:
    with pytest.raises(PennyPartError) as raised:
        parse_pounds(text)
    assert raised.value.facts == {"text": text}


@pytest.mark.parametrize("text", ["5p*5p", "£2*£3", "=£6/£3"])
def test_amounts_are_not_multiplied_by_amounts(text: str) -> None:
    with pytest.raises(MoneyUnreadableError):
        parse_pounds(text)


@pytest.mark.parametrize("text", ["-5", "−5", "–5", "(5.00)", "(£5.00)", "£5-", "5.00-", "3-8"])
def test_an_amount_below_nothing_is_named_as_such(text: str) -> None:
    with pytest.raises(NegativeMoneyError) as raised:
        parse_pounds(text)
    assert raised.value.facts == {"pence": -500}


@pytest.mark.parametrize("text", ["1,000,000.01", "1000001", "9*9*9*9*9*9*9*9*9*9*9", "9" * 99])
def test_more_than_a_million_pounds_is_surely_a_slip(text: str) -> None:
    with pytest.raises(MoneyTooLargeError):
        parse_pounds(text)


def test_a_pasted_page_is_refused_at_once() -> None:
    with pytest.raises(MoneyUnreadableError):
        parse_pounds("1" * 5000)


@pytest.mark.parametrize(
    ("pence", "text"),
    [(0, "£0.00"), (5, "£0.05"), (123_450, "£1,234.50"), (-5, "−£0.05"), (-100_000, "−£1,000.00")],
)
def test_amounts_are_written_with_pounds_thousands_and_pence(pence: int, text: str) -> None:
    assert format_pounds(pence) == text


@given(AMOUNTS)
def test_what_is_written_is_read_back(pence: int) -> None:
    assert parse_pounds(format_pounds(pence)) == pence


@given(AMOUNTS, AMOUNTS)
def test_a_larger_amount_is_never_written_as_a_smaller_one(one: int, other: int) -> None:
    assert (one < other) == (parse_pounds(format_pounds(one)) < parse_pounds(format_pounds(other)))


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        assert 0 <= parse_pounds(text) <= LARGEST_PENCE
    except (MoneyUnreadableError, NegativeMoneyError, MoneyTooLargeError):
        event("refused")


@pytest.mark.parametrize(
    ("numerator", "denominator", "nearest"),
    [(0, 60, 0), (29, 60, 0), (30, 60, 1), (31, 60, 1), (90, 60, 2), (150, 60, 3), (1, 3, 0)],
)
def test_a_half_goes_up(numerator: int, denominator: int, nearest: int) -> None:
    assert round_half_up(numerator, denominator) == nearest


@given(st.integers(0, 10**12), st.integers(1, 10**6))
def test_rounding_agrees_with_exact_fractions(numerator: int, denominator: int) -> None:
    exact = Fraction(numerator, denominator) + Fraction(1, 2)
    assert round_half_up(numerator, denominator) == math.floor(exact)


@pytest.mark.parametrize(
    ("minutes", "rate", "pence"),
    [(60, 1381, 1381), (30, 1381, 691), (150, 1200, 3000), (1, 1200, 20), (1, 29, 0), (1, 30, 1)],
)
def test_time_is_priced_to_the_nearest_penny(minutes: int, rate: int, pence: int) -> None:
    assert at_hourly_rate(minutes, rate) == pence


@given(st.integers(1, 1440), st.integers(0, 100_000))
def test_a_price_is_never_half_a_penny_off(minutes: int, rate: int) -> None:
    exact = Fraction(minutes * rate, 60)
    assert -Fraction(1, 2) < at_hourly_rate(minutes, rate) - exact <= Fraction(1, 2)


@pytest.mark.parametrize("pence", [0, 1, LARGEST_PENCE])
def test_an_amount_in_bounds_comes_back_unchanged(pence: int) -> None:
    assert check_pence(pence) == pence


def test_amounts_out_of_bounds_are_refused() -> None:
    with pytest.raises(NegativeMoneyError):
        check_pence(-1)
    with pytest.raises(MoneyTooLargeError):
        check_pence(LARGEST_PENCE + 1)
