"""Every figure is told in words that a treasurer can read, and says how sure it is."""

import datetime
from decimal import Decimal

import pytest

from coprod_desktop.domain.rates import OwnRate, Rate, RateBook
from coprod_desktop.services import rate_words
from coprod_desktop.services.rates import shipped_book, shipped_rates
from tests.builders import an_own_rate

DAY = datetime.date(2026, 11, 21)


def found(code: str, day: datetime.date = DAY) -> Rate:
    return shipped_book().on(code, day)


def own_figure(**override: object) -> Rate:
    own: OwnRate = an_own_rate(**override)
    return RateBook((), (own,)).on("car", own.effective_on)


@pytest.mark.parametrize("rate", shipped_rates(), ids=lambda r: f"{r.code} {r.effective_from}")
def test_no_code_is_shown_as_it_stands(rate: Rate) -> None:
    words = rate_words.code_words(rate.code)
    assert words != rate.code
    assert words[0].isupper()
    assert rate_words.figure_words(rate)[0] in "£0123456789"
    assert rate_words.confidence_words(rate)
    assert rate_words.scheme_words(rate.scheme)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("car", "55p a mile"),
        ("nmw-21-and-over", "£12.71 an hour"),
        ("permitted-work-week", "£203.50 a week"),
        ("permitted-work-hours", "16 hours a week"),
        ("uc-work-allowance-housing", "£427.00 a month"),
        ("uc-taper", "55%"),
        ("uc-capital-limit", "£16,000.00"),
        ("car-band-miles", "10,000 miles a year"),
        ("nihr-half-hour", "£13.80 a task"),
        ("heritage-day-hours", "7 hours a day"),
    ],
)
def test_a_figure_is_told_with_what_it_counts(code: str, words: str) -> None:
    assert rate_words.figure_words(found(code)) == words


def test_how_sure_a_figure_is_stands_in_words() -> None:
    assert rate_words.confidence_words(found("nmw-18-20")) == "Official"
    assert rate_words.confidence_words(found("car")) == "From a second-hand source"
    assert rate_words.confidence_words(found("nihr-half-day")) == (
        "Worked out from a rule, not printed anywhere"
    )
    assert rate_words.confidence_words(found("nhse-up-to-4-hours")) == (
        "From memory: check before you rely on it"
    )
    assert rate_words.confidence_words(own_figure()) == "Your own figure"


def test_the_days_of_a_figure_are_told_with_its_last_where_there_is_one() -> None:
    assert rate_words.days_words(found("car")).replace("\xa0", " ") == "from 6 Apr 2026 on"
    told = rate_words.days_words(found("nmw-18-20")).replace("\xa0", " ")
    assert told == "from 1 Apr 2026 to 31 Mar 2027"


def test_a_part_of_a_penny_is_told() -> None:
    half = own_figure(value_thousandths=45_500)
    assert half.value == Decimal("45.5")
    assert rate_words.figure_words(half) == "45.5p a mile"
