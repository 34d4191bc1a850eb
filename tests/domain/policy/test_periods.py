"""A stretch of time begins and ends on the days that the page says."""

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.periods import (
    Period,
    PeriodKind,
    add_months,
    add_working_days,
    is_working_day,
    last_of_month,
    working_days_between,
)
from coprod_desktop.domain.policy.read_periods import fixed_period

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 12, 31))
ONE_DAY = datetime.timedelta(days=1)
NOBODY: frozenset[datetime.date] = frozenset()
KINDS = ("week", "month", "quarter", "year", "tax year", "financial year", "academic year")


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("said", "last", "first_after"),
    [
        ("week", "2026-06-07", "2026-06-08"),
        ("month", "2026-02-28", "2026-03-01"),
        ("month", "2028-02-29", "2028-03-01"),
        ("quarter", "2026-03-31", "2026-04-01"),
        ("quarter", "2026-06-30", "2026-07-01"),
        ("quarter", "2026-09-30", "2026-10-01"),
        ("quarter", "2026-12-31", "2027-01-01"),
        ("year", "2026-12-31", "2027-01-01"),
        ("tax year", "2026-04-05", "2026-04-06"),
        ("financial year", "2026-03-31", "2026-04-01"),
        ("academic year", "2026-08-31", "2026-09-01"),
        ("calendar year", "2026-12-31", "2027-01-01"),
    ],
)
def test_the_last_day_still_belongs_and_the_next_does_not(
    said: str, last: str, first_after: str
) -> None:
    period = fixed_period(said, (8, 1))
    if said == "year":
        period = fixed_period(said, (1, 1))
    assert period.last_day(day(last)) == day(last)
    assert period.key(day(last)) == period.key(day(last) - ONE_DAY)
    assert period.key(day(last)) != period.key(day(first_after))


def test_a_year_begins_when_the_policy_says() -> None:
    august = fixed_period("year", (8, 1))
    assert august.last_day(day("2026-07-31")) == day("2026-07-31")
    assert august.last_day(day("2026-08-01")) == day("2027-07-31")
    assert fixed_period("tax year", (8, 1)).last_day(day("2026-08-01")) == day("2027-04-05")


@given(st.sampled_from(KINDS), DAYS)
def test_a_day_belongs_to_exactly_one_stretch_of_each_kind(said: str, one: datetime.date) -> None:
    period = fixed_period(said, (4, 30))
    last = period.last_day(one)
    assert one <= last
    assert period.last_day(last) == last
    assert period.last_day(last + ONE_DAY) > last
    assert (period.key(one) == period.key(one + ONE_DAY)) is (one != last)


@given(DAYS)
def test_a_week_runs_from_monday_to_sunday(one: datetime.date) -> None:
    last = fixed_period("week", (1, 1)).last_day(one)
    assert last.weekday() == calendar.SUNDAY
    assert (last - one).days < 7


@given(DAYS, DAYS)
def test_a_day_has_its_own_key_and_ever_has_one_for_all(
    one: datetime.date, other: datetime.date
) -> None:
    daily = fixed_period("day", (1, 1))
    assert (daily.key(one) == daily.key(other)) is (one == other)
    for said in ("ever", "claim", "session", "entry"):
        period = fixed_period(said, (1, 1))
        assert period.key(one) == period.key(other)
        assert not period.is_rolling


def test_a_rolling_time_ends_with_the_day_itself() -> None:
    days = Period(kind=PeriodKind.ROLLING_DAYS, words="in 28 days", size=28)
    assert days.first_of_rolling(day("2026-06-28")) == day("2026-06-01")
    months = Period(kind=PeriodKind.ROLLING_MONTHS, words="in 12 months", size=12)
    assert months.first_of_rolling(day("2026-06-28")) == day("2025-06-29")
    assert days.is_rolling
    assert months.is_rolling


@pytest.mark.parametrize(
    ("start", "months", "found"),
    [
        ("2025-11-30", 3, "2026-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-31", 3, "2026-04-30"),
        ("2026-06-15", 12, "2027-06-15"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-06-15", 0, "2026-06-15"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_that_month(
    start: str, months: int, found: str
) -> None:
    assert add_months(day(start), months) == day(found)


@given(DAYS, st.integers(-60, 60))
def test_months_later_is_so_many_months_later(one: datetime.date, months: int) -> None:
    found = add_months(one, months)
    assert (found.year - one.year) * 12 + found.month - one.month == months
    assert found.day == one.day or (found.day < one.day and found == last_of_month(found))


def test_working_days_leave_out_weekends_and_holidays() -> None:
    friday, holidays = day("2026-05-22"), frozenset({day("2026-05-25")})
    assert add_working_days(friday, 1, holidays) == day("2026-05-26")
    assert add_working_days(friday, 1, NOBODY) == day("2026-05-25")
    assert add_working_days(friday, 5, holidays) == day("2026-06-01")
    assert add_working_days(day("2026-05-23"), 0, holidays) == day("2026-05-23")
    assert working_days_between(friday, day("2026-05-26"), holidays) == 1
    assert working_days_between(friday, friday, holidays) == 0
    assert not is_working_day(day("2026-05-23"), NOBODY)
    assert not is_working_day(day("2026-05-24"), NOBODY)
    assert [is_working_day(day("2026-05-25"), one) for one in (NOBODY, holidays)] == [True, False]


@given(DAYS, st.integers(1, 40), st.sets(DAYS, max_size=3))
def test_counting_working_days_there_and_back_agrees(
    one: datetime.date, count: int, holidays: set[datetime.date]
) -> None:
    off = frozenset(holidays) | {one + datetime.timedelta(days=n) for n in (2, 9)}
    found = add_working_days(one, count, off)
    assert is_working_day(found, off)
    assert working_days_between(one, found, off) == count
