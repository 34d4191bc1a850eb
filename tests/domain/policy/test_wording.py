"""Quantities, rates and sums are written as a participant reads them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.prices import AN_HOUR, Unit
from coprod_desktop.domain.policy.rounding import TO_THE_PENNY, Direction, Rounding
from coprod_desktop.domain.policy.wording import (
    length_words,
    listed,
    number_words,
    quantity_words,
    rate_words,
    rounding_words,
    sum_words,
)

A_MILE = Unit("miles", Fraction(1), "a mile")
PENCE = Fraction(187, 5)  # 37.4p


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Fraction(0), "0"),
        (Fraction(1234), "1,234"),
        (Fraction(5, 2), "2.5"),
        (Fraction(1, 3), "0.333"),
        (Fraction(10, 4), "2.5"),
        (Fraction(100), "100"),
    ],
)
def test_a_number_is_short(number: Fraction, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0\xa0minutes"),
        (1, "1\xa0minute"),
        (59, "59\xa0minutes"),
        (60, "1\xa0hour"),
        (61, "1\xa0hour 1\xa0minute"),
        (190, "3\xa0hours 10\xa0minutes"),
        (1500, "25\xa0hours"),
    ],
)
def test_a_length_is_in_hours_and_minutes(minutes: int, words: str) -> None:
    assert length_words(Fraction(minutes)) == words


@given(st.integers(0, 10**5), st.integers(0, 10**5))
def test_two_lengths_never_read_alike(one: int, other: int) -> None:
    same = length_words(Fraction(one)) == length_words(Fraction(other))
    assert same is (one == other)


@pytest.mark.parametrize(
    ("fact", "quantity", "words"),
    [
        ("miles", 1, "1\xa0mile"),
        ("miles", 22, "22\xa0miles"),
        ("nights", 2, "2\xa0nights"),
        ("children", 1, "1\xa0child"),
        ("children", 3, "3\xa0children"),
        ("people", 1, "1\xa0person"),
        ("passengers", 2, "2\xa0passengers"),
        ("count", 4, "4"),
        ("time", 90, "1\xa0hour 30\xa0minutes"),
        ("away_that_day", 60, "1\xa0hour"),
        ("cost", 320, "£3.20"),
        ("fare", 320, "£3.20"),
        ("survey_pages", 2, "2\xa0survey pages"),
    ],
)
def test_a_quantity_says_what_it_counts(fact: str, quantity: int, words: str) -> None:
    assert quantity_words(fact, Fraction(quantity)) == words


@pytest.mark.parametrize(
    ("hundredths", "unit", "words"),
    [
        (Fraction(2000), "", "£20.00"),
        (Fraction(45), "", "£0.45"),
        (PENCE, "", "37.4p"),
        (Fraction(2001, 2), "", "£10.005"),
        (Fraction(123456), "", "£1,234.56"),
        (Fraction(2000), "points", "20\xa0points"),
        (Fraction(50), "time credits", "0.5\xa0time credits"),
    ],
)
def test_a_sum_is_money_or_names_its_unit(hundredths: Fraction, unit: str, words: str) -> None:
    assert sum_words(hundredths, unit) == words


def test_a_rate_below_a_pound_is_in_pence() -> None:
    assert rate_words(Fraction(2000), AN_HOUR) == "£20.00 an hour"
    assert rate_words(Fraction(100), A_MILE) == "£1.00 a mile"
    assert rate_words(Fraction(45), A_MILE) == "45p a mile"
    assert rate_words(PENCE, A_MILE) == "37.4p a mile"
    assert rate_words(Fraction(0), A_MILE) == "£0.00 a mile"
    assert rate_words(Fraction(50), A_MILE, "points") == "0.5\xa0points a mile"


def test_only_what_was_rounded_is_said_to_be() -> None:
    up = Rounding(Direction.UP, Fraction(10), "up to the next 10p")
    assert rounding_words(Fraction(101), up) == ", rounded up to the next 10p"
    assert rounding_words(Fraction(110), up) == ""
    assert rounding_words(Fraction(1, 2), TO_THE_PENNY) == ", rounded to the nearest penny"


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_listed(words: list[str], text: str) -> None:
    assert listed(words) == text
