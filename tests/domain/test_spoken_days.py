"""Days are understood as they are said, counting from today."""

import datetime

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from coprod_desktop.domain.dates import WEEKDAYS, format_day
from coprod_desktop.domain.errors import (
    DateImpossibleError,
    DateOutOfRangeError,
    DateUnreadableError,
)
from coprod_desktop.domain.spoken_days import parse_spoken_day

THURSDAY = datetime.date(2026, 11, 19)


def day(written: str) -> datetime.date:
    return datetime.date.fromisoformat(written)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("mon", "2026-11-16"),
        ("Monday", "2026-11-16"),
        ("on monday", "2026-11-16"),
        ("thu", "2026-11-19"),
        ("last thursday", "2026-11-12"),
        ("last tuesday", "2026-11-17"),
        ("next thu", "2026-11-26"),
        ("next fri", "2026-11-20"),
        ("this mon", "2026-11-16"),
        ("this sunday", "2026-11-22"),
        ("yesterday", "2026-11-18"),
        ("the day before yesterday", "2026-11-17"),
        ("3 days ago", "2026-11-16"),
        ("two weeks ago", "2026-11-05"),
        ("a week ago", "2026-11-12"),
        ("last week", "2026-11-12"),
        ("12", "2026-11-12"),
        ("12/11", "2026-11-12"),
        ("tue 17 nov", "2026-11-17"),
    ],
)
def test_a_day_is_understood_as_it_is_said(text: str, meant: str) -> None:
    assert parse_spoken_day(text, THURSDAY) == day(meant)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12/3", "2026-03-12"),
        ("12 mar", "2026-03-12"),
        ("12/3/2027", "2027-03-12"),
        ("12 mar 2028", "2028-03-12"),
        ("10 dec", "2026-12-10"),
        ("25 dec", "2025-12-25"),
        ("next fri", "2026-11-20"),
    ],
)
def test_a_field_that_looks_back_means_the_year_that_was(text: str, meant: str) -> None:
    assert parse_spoken_day(text, THURSDAY, looks_back=True) == day(meant)


@pytest.mark.parametrize("text", ["", "someday", "last", "monda", "0 days", "tuesdays"])
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(DateUnreadableError):
        parse_spoken_day(text, THURSDAY)


def test_a_day_too_long_ago_is_refused() -> None:
    with pytest.raises(DateOutOfRangeError):
        parse_spoken_day("2 days ago", datetime.date(1990, 1, 2))


@given(st.dates(datetime.date(1991, 1, 1), datetime.date(2090, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_latest_one_and_last_is_always_before_today(
    today: datetime.date, name: str
) -> None:
    latest = parse_spoken_day(name, today)
    assert format_day(latest).startswith(name)
    assert 0 <= (today - latest).days < 7
    assert 0 < (today - parse_spoken_day(f"last {name}", today)).days <= 7
    assert 0 < (parse_spoken_day(f"next {name}", today) - today).days <= 7
    in_week = parse_spoken_day(f"this {name}", today)
    assert in_week.isocalendar()[:2] == today.isocalendar()[:2]


@given(st.text(max_size=20), st.booleans())
def test_any_text_is_a_day_or_refused_in_words(text: str, looks_back: bool) -> None:
    try:
        assert isinstance(parse_spoken_day(text, THURSDAY, looks_back=looks_back), datetime.date)
    except (DateUnreadableError, DateImpossibleError, DateOutOfRangeError):
        event("refused")
