"""A benefit week or month holds each day once, also at the end of February."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import (
    DateImpossibleError,
    LimitMissingError,
    NegativeMoneyError,
)
from coprod_desktop.domain.limits import (
    LimitPeriod,
    LimitRule,
    LimitWatch,
    WorkAllowance,
    assessment_period_of,
    clean_watch,
    month_of,
    period_of,
    week_of,
)
from tests.builders import a_limit_watch

DAY = datetime.timedelta(days=1)
days = st.dates(datetime.date(1996, 1, 1), datetime.date(2100, 12, 31))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def period(first: str, last: str) -> LimitPeriod:
    return LimitPeriod(first_on=day(first), last_on=day(last))


# --- weeks and months ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "starts", "first", "last"),
    [
        ("2026-04-08", 0, "2026-04-06", "2026-04-12"),  # a Wednesday, in a week from Monday
        ("2026-04-08", 2, "2026-04-08", "2026-04-14"),
        ("2026-04-08", 3, "2026-04-02", "2026-04-08"),
        ("2026-01-01", 6, "2025-12-28", "2026-01-03"),
    ],
)
def test_a_benefit_week_begins_on_the_weekday_of_the_person(
    held: str, starts: int, first: str, last: str
) -> None:
    assert week_of(day(held), starts) == period(first, last)


# Universal Credit Regulations 2013, reg. 21(2).
@pytest.mark.parametrize(
    ("held", "begins", "first", "last"),
    [
        ("2026-03-10", 14, "2026-02-14", "2026-03-13"),
        ("2026-03-14", 14, "2026-03-14", "2026-04-13"),
        ("2026-02-28", 31, "2026-02-28", "2026-03-30"),
        ("2026-02-27", 31, "2026-01-31", "2026-02-27"),
        ("2028-02-28", 31, "2028-01-31", "2028-02-28"),
        ("2028-02-29", 31, "2028-02-29", "2028-03-30"),
        ("2026-04-30", 31, "2026-04-30", "2026-05-30"),
        ("2026-02-26", 30, "2026-01-30", "2026-02-26"),
        ("2026-02-27", 30, "2026-02-27", "2026-03-29"),
        ("2028-02-28", 29, "2028-02-28", "2028-03-28"),
        ("2026-02-27", 29, "2026-02-27", "2026-03-28"),
        ("2026-02-28", 28, "2026-02-28", "2026-03-27"),
        ("2026-01-01", 1, "2026-01-01", "2026-01-31"),
        ("2026-01-05", 9, "2025-12-09", "2026-01-08"),
    ],
)
def test_an_assessment_period_begins_where_the_regulations_say(
    held: str, begins: int, first: str, last: str
) -> None:
    assert assessment_period_of(day(held), begins) == period(first, last)


def test_a_month_of_ones_own_begins_on_the_last_day_of_a_month_that_is_too_short() -> None:
    assert month_of(day("2026-02-28"), 30) == period("2026-02-28", "2026-03-29")
    assert month_of(day("2026-02-27"), 30) == period("2026-01-30", "2026-02-27")
    assert month_of(day("2026-11-17"), 1) == period("2026-11-01", "2026-11-30")


@given(days, st.integers(0, 6), st.integers(1, 31), st.sampled_from(LimitRule))
def test_every_day_belongs_to_exactly_one_period(
    held: datetime.date, week_starts: int, begins: int, rule: LimitRule
) -> None:
    watch = a_limit_watch(rule=rule, week_starts=week_starts, assessment_day=begins)
    found = period_of(watch, held)
    assert found.holds(held)
    assert period_of(watch, found.first_on) == period_of(watch, found.last_on) == found
    before, after = period_of(watch, found.first_on - DAY), period_of(watch, found.last_on + DAY)
    assert before.last_on == found.first_on - DAY
    assert after.first_on == found.last_on + DAY
    assert not found.holds(None)


@given(days, st.integers(0, 6), st.integers(1, 31))
def test_a_week_has_seven_days_and_a_month_about_thirty(
    held: datetime.date, week_starts: int, begins: int
) -> None:
    week = week_of(held, week_starts)
    assert week.last_on - week.first_on == 6 * DAY
    assert week.first_on.weekday() == week_starts
    for found in (month_of(held, begins), assessment_period_of(held, begins)):
        assert 27 <= (found.last_on - found.first_on).days + 1 <= 32


# --- what is kept --------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", [LimitRule.OWN_WEEK, LimitRule.OWN_MONTH])
def test_ones_own_rule_needs_a_figure(rule: LimitRule) -> None:
    with pytest.raises(LimitMissingError):
        clean_watch(a_limit_watch(rule=rule, own_pence=None, own_minutes=None))
    with pytest.raises(LimitMissingError):
        clean_watch(a_limit_watch(rule=rule, own_pence=0, own_minutes=0))
    assert clean_watch(a_limit_watch(rule=rule, own_pence=None, own_minutes=60)).own_minutes == 60


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"own_pence": -1}, NegativeMoneyError),
        ({"assessment_day": 0}, DateImpossibleError),
        ({"assessment_day": 32}, DateImpossibleError),
        ({"week_starts": 7}, DateImpossibleError),
    ],
)
def test_what_no_calendar_or_purse_has_is_refused(
    said: dict[str, int], error: type[Exception]
) -> None:
    with pytest.raises(error):
        clean_watch(a_limit_watch(**said))


def test_nothing_is_kept_that_the_rule_does_not_need() -> None:
    full = a_limit_watch(
        own_pence=5_000,
        own_minutes=300,
        week_starts=3,
        assessment_day=14,
        work_allowance=WorkAllowance.HOUSING,
    )

    def kept(rule: LimitRule) -> LimitWatch:
        return clean_watch(replace(full, rule=rule))

    week, month = kept(LimitRule.OWN_WEEK), kept(LimitRule.OWN_MONTH)
    assert (week.own_pence, week.own_minutes, week.week_starts) == (5_000, 300, 3)
    assert (week.assessment_day, week.work_allowance) == (1, WorkAllowance.NONE)
    assert (month.assessment_day, month.week_starts) == (14, 0)
    for rule in (LimitRule.PERMITTED_WORK, LimitRule.CARERS_ALLOWANCE):
        named = kept(rule)
        assert (named.own_pence, named.own_minutes, named.week_starts) == (None, None, 3)
    credit = kept(LimitRule.UNIVERSAL_CREDIT)
    assert (credit.own_pence, credit.assessment_day) == (None, 14)
    assert credit.work_allowance is WorkAllowance.HOUSING
