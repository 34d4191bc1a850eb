"""Days are read day first, and the nearest year is meant where none is written."""

import datetime

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from coprod_desktop.domain.dates import (
    DAYS_AHEAD,
    EARLIEST,
    check_day,
    format_day,
    format_period,
    list_day,
    long_day,
    parse_day,
    short_day,
)
from coprod_desktop.domain.errors import (
    DateImpossibleError,
    DateOutOfRangeError,
    DateUnreadableError,
)
from tests.invented import TODAY, in_arabic_digits, in_full_width

DAYS = st.dates(EARLIEST, TODAY + datetime.timedelta(days=DAYS_AHEAD))


def day(written: str) -> datetime.date:
    return datetime.date.fromisoformat(written)


@pytest.mark.parametrize(
    "text",
    [
        " Today ",
        "17/",
        "17\N{NO-BREAK SPACE}Nov",
        in_arabic_digits("17/11/2026"),
        in_full_width("17/11"),
        *(
            "17/11 | 17/11/26 | 17/11/2026 | 17.11.26 | 17.11. | 17-11-2026 | 17–11–26 | "
            "17 11 26 | 17 Nov | 17 Nov. | 17nov | 17 November 2026 | 17-Nov-26 | 17/Nov/2026 | "
            "17 nov '26 | 17th Nov | the 17th of November, 2026 | Nov 17 | Nov 17 2026 | "
            "November 17th, 2026 | Tue 17 Nov | Tues, 17/11 | Tuesday, 17 November 2026 | "
            "tuesday nov 17 | 17 | 17th | 2026-11-17 | 2026/11/17 | 2026-11-17T00:00:00 | "
            "2026-11-17 09:30 | 17/11/2026 09:30:12 | today | t"
        ).split(" | "),
    ],
)
def test_one_day_may_be_written_in_many_ways(text: str) -> None:
    assert parse_day(text, TODAY) == TODAY


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("yesterday", "2026-11-16"),
        ("tomorrow", "2026-11-18"),
        ("1st Nov", "2026-11-01"),
        ("3/11", "2026-11-03"),
        ("may 5", "2027-05-05"),
        ("5 sept", "2026-09-05"),
        ("1/1/1990", "1990-01-01"),
        ("29/2/24", "2024-02-29"),
    ],
)
def test_the_day_comes_before_the_month(text: str, meant: str) -> None:
    assert parse_day(text, TODAY) == day(meant)


@pytest.mark.parametrize(
    ("text", "today", "meant"),
    [
        ("30/12", "2027-01-04", "2026-12-30"),
        ("4/1", "2026-12-30", "2027-01-04"),
        ("1/7", "2026-12-31", "2027-07-01"),
        ("2/7", "2026-12-31", "2026-07-02"),
        ("29 Feb", "2027-03-01", "2028-02-29"),
        ("29 Feb", "2025-01-10", "2024-02-29"),
        ("29/2", "2028-02-29", "2028-02-29"),
    ],
)
def test_without_a_year_the_nearest_such_day_is_meant(text: str, today: str, meant: str) -> None:
    assert parse_day(text, day(today)) == day(meant)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "30 Feb | 30/2/2026 | 31/11 | 31 | 32 | 0/1 | 1/0 | 1/13 | 29/2/2025 | 29 Feb | "
            "0000-01-01 | Tue 18 Nov | Monday 17 November 2026"
        ).split(" | "),
    ],
)
def test_a_day_that_the_calendar_has_not_is_named_as_such(text: str) -> None:
    with pytest.raises(DateImpossibleError):
        parse_day(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1" * 5000,
        *(
            "Monday | 17/11/026 | Nov 2026 | 5 m | 5 ma | holiday 1 nov | 46343 | 171126 | "
            "17 novembre | 2026-W47 | soon"
        ).split(" | "),
    ],
)
def test_what_is_not_surely_a_day_is_refused(text: str) -> None:
    with pytest.raises(DateUnreadableError):
        parse_day(text, TODAY)


@pytest.mark.parametrize("text", ["31/12/1989", "17/11/1926", "17/11/99", "9999-12-31"])
def test_a_day_far_away_is_surely_a_slip(text: str) -> None:
    with pytest.raises(DateOutOfRangeError):
        parse_day(text, TODAY)


def test_the_range_of_days_ends_two_years_ahead() -> None:
    last = TODAY + datetime.timedelta(days=DAYS_AHEAD)
    assert check_day(last, TODAY) == last
    assert check_day(EARLIEST, TODAY) == EARLIEST
    with pytest.raises(DateOutOfRangeError):
        check_day(last + datetime.timedelta(days=1), TODAY)
    with pytest.raises(DateOutOfRangeError):
        check_day(EARLIEST - datetime.timedelta(days=1), TODAY)


@given(DAYS)
def test_every_written_day_is_read_back(some_day: datetime.date) -> None:
    for written in (format_day(some_day), long_day(some_day), some_day.isoformat()):
        assert parse_day(written, TODAY) == some_day


@given(DAYS, st.integers(-180, 180))
def test_a_day_without_its_year_is_read_back_within_half_a_year(
    today: datetime.date, away: int
) -> None:
    some_day = today + datetime.timedelta(days=away)
    assume(some_day >= EARLIEST)
    assert parse_day(short_day(some_day), today) == some_day


@given(st.text(max_size=20), DAYS)
def test_any_text_is_read_or_refused_in_words(text: str, today: datetime.date) -> None:
    try:
        assert parse_day(text, today) >= EARLIEST
    except (DateUnreadableError, DateImpossibleError, DateOutOfRangeError):
        event("refused")


def test_days_are_written_in_full() -> None:
    assert format_day(day("2026-11-03")) == "Tuesday 3\xa0November\xa02026"
    assert long_day(day("2026-11-03")) == "3\xa0November\xa02026"
    assert short_day(day("2026-11-03")) == "3\xa0Nov"


def test_a_period_says_the_year_once_where_once_is_enough() -> None:
    assert format_period(day("2026-07-01"), day("2026-09-30")) == (
        "1\xa0July to 30\xa0September\xa02026"
    )
    assert format_period(day("2026-10-01"), day("2027-03-31")) == (
        "1\xa0October\xa02026 to 31\xa0March\xa02027"
    )


def test_a_day_of_a_list_names_its_year_and_does_not_break() -> None:
    assert list_day(day("2026-11-07")) == "7\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026"
