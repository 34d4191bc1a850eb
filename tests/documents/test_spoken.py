"""Days and times are said in the language of the paper, and never break in the middle."""

import datetime

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents import spoken
from coprod_desktop.domain import dates, time
from coprod_desktop.i18n import speaking

DAY = datetime.date(2026, 7, 17)


@hypothesis.given(some.dates(datetime.date(1990, 1, 1), datetime.date(2100, 12, 31)))
def test_english_days_are_those_of_the_screens(day: datetime.date) -> None:
    assert spoken.long_day(day) == dates.long_day(day)
    assert spoken.short_day(day) == dates.short_day(day)
    assert spoken.weekday_day(day) == dates.format_day(day)


@hypothesis.given(some.integers(1, 200_000))
def test_english_times_are_those_of_the_screens(minutes: int) -> None:
    assert spoken.hours(minutes) == time.words_for_minutes(minutes)
    assert spoken.short_hours(minutes) == time.short_hours(minutes)


def test_no_time_at_all_is_said_in_hours() -> None:
    assert spoken.hours(0) == "0\N{NO-BREAK SPACE}hours"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(60, "1 awr"), (62, "1 awr 2 funud"), (121, "2 awr 1 munud"), (150, "2 awr 30 munud")],
)
def test_welsh_times_follow_welsh_counting(minutes: int, said: str) -> None:
    with speaking("cy"):
        assert spoken.hours(minutes).replace("\N{NO-BREAK SPACE}", " ") == said


def test_welsh_days_have_welsh_names() -> None:
    with speaking("cy"):
        assert _plain(spoken.weekday_day(DAY)) == "Gwener 17 Gorffennaf 2026"
        assert _plain(spoken.period(DAY, datetime.date(2026, 9, 30))) == (
            "17 Gorffennaf – 30 Medi 2026"
        )
    assert _plain(spoken.weekday_day(DAY, with_year=False)) == "Friday 17 July"


def test_a_period_of_one_day_is_that_day() -> None:
    assert _plain(spoken.period(DAY, DAY)) == "17 July 2026"


def test_a_period_over_two_years_names_both() -> None:
    said = spoken.period(datetime.date(2025, 12, 1), DAY)
    assert _plain(said) == "1 December 2025 to 17 July 2026"


def test_dates_do_not_break() -> None:
    assert " " not in spoken.long_day(DAY) + spoken.short_weekday_day(DAY) + spoken.month_and_year(
        DAY
    )


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")
