"""The usual periods end where they should, whatever day it is."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import check_period
from coprod_desktop.ui.papers.periods import usual_periods

ONE_DAY = datetime.timedelta(days=1)
DAYS = st.dates(datetime.date(1991, 1, 1), datetime.date(2100, 12, 31))


def days_of(today: datetime.date, key: str) -> tuple[str, str]:
    (period,) = (one for one in usual_periods(today) if one.key == key)
    return period.from_on.isoformat(), period.to_on.isoformat()


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("quarter", "2026-10-01", "2026-11-19"),
        ("last quarter", "2026-07-01", "2026-09-30"),
        ("month", "2026-11-01", "2026-11-19"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("year", "2026-04-01", "2026-11-19"),
        ("last year", "2025-04-01", "2026-03-31"),
    ],
)
def test_each_period_has_its_first_and_last_day(key: str, first: str, last: str) -> None:
    assert days_of(datetime.date(2026, 11, 19), key) == (first, last)


def test_periods_reach_back_over_new_year() -> None:
    today = datetime.date(2027, 1, 1)
    assert days_of(today, "last quarter") == ("2026-10-01", "2026-12-31")
    assert days_of(today, "last month") == ("2026-12-01", "2026-12-31")
    assert days_of(today, "year") == ("2026-04-01", "2027-01-01")


@given(today=DAYS)
def test_no_period_is_backwards_and_whole_ones_touch_the_one_after(today: datetime.date) -> None:
    found = {period.key: period for period in usual_periods(today)}
    for period in found.values():
        check_period(period.from_on, period.to_on)
        assert period.to_on <= today
    for now, before in (
        ("quarter", "last quarter"),
        ("month", "last month"),
        ("year", "last year"),
    ):
        assert found[before].to_on + ONE_DAY == found[now].from_on
        assert found[now].to_on == today
