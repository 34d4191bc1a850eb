"""A sum stands beside its limit to the penny and the minute, whatever order it is added in."""

import datetime
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Choice, Contribution, Pay
from coprod_desktop.domain.limit_sums import (
    Counted,
    Level,
    Limits,
    LimitWarning,
    PayDay,
    counted,
    month_of_weeks,
    universal_credit_reduction,
    weigh,
    year_of_weeks,
)
from coprod_desktop.domain.limits import LimitRule, LimitWatch
from tests.builders import a_contribution, a_limit_watch

WORKED = datetime.date(2026, 4, 8)
PAID = datetime.date(2026, 4, 22)
WEEK = datetime.timedelta(days=7)
PERMITTED_2025 = Limits(pence=19_550, minutes=16 * 60)


def work(minutes: int, pence: int, **override: Any) -> Counted:
    said = {"worked_on": WORKED, "paid_on": PAID, **override}
    return Counted(minutes=minutes, pence=pence, **said)


def watching(rule: LimitRule, **override: Any) -> LimitWatch:
    return a_limit_watch(rule=rule, **override)


def weighed(
    rule: LimitRule,
    limits: Limits,
    *added: Counted,
    known: Sequence[Counted] = (),
    **override: Any,
) -> LimitWarning | None:
    return weigh(watching(rule, **override), limits, known, added, PAID, PayDay.PROMISED)


def level(*args: Any, **named: Any) -> Level | None:
    found = weighed(*args, **named)
    return found.level if found is not None else None


# --- the published limits ------------------------------------------------------------------------


# Worked examples 10 to 12: fewer than 16 hours, and not more than the amount.
@pytest.mark.parametrize(
    ("limit", "minutes", "pence", "is_over"),
    [
        (19_550, 15 * 60, 19_550, False),
        (19_550, 15 * 60, 19_551, True),
        (19_550, 16 * 60, 10_000, True),
        (19_550, 15 * 60 + 59, 10_000, False),
        (20_350, 15 * 60 + 30, 20_350, False),
        (20_350, 15 * 60 + 30, 20_351, True),
        (18_350, 15 * 60, 18_350, False),
    ],
)
def test_permitted_work_is_under_16_hours_and_not_more_than_the_amount(
    limit: int, minutes: int, pence: int, is_over: bool
) -> None:
    limits = Limits(pence=limit, minutes=16 * 60)
    found = level(LimitRule.PERMITTED_WORK, limits, work(minutes, pence))
    assert (found is Level.OVER) is is_over


# Worked example 15: a cliff, so one penny more loses the week.
def test_carers_allowance_is_kept_at_the_limit_and_lost_a_penny_above() -> None:
    limits = Limits(pence=20_400)
    assert level(LimitRule.CARERS_ALLOWANCE, limits, work(600, 20_400)) is Level.AT
    assert level(LimitRule.CARERS_ALLOWANCE, limits, work(600, 20_401)) is Level.OVER


# Worked example 16, as mygov.scot states the limit of Carer Support Payment.
def test_a_weekly_limit_is_told_for_a_month_and_a_year() -> None:
    assert month_of_weeks(20_400) == 88_400
    assert year_of_weeks(20_400) == 1_060_800


# Worked examples 17 to 19.
@pytest.mark.parametrize(
    ("earned", "unearned", "percent", "reduction"),
    [
        (90_000 - 67_300, 0, 55, 12_485),
        (100_000, 40_000, 55, 95_000),
        (1_000, 100, 63, 730),
        (1, 0, 50, 1),
        (0, 0, 55, 0),
    ],
)
def test_universal_credit_falls_by_the_taper(
    earned: int, unearned: int, percent: int, reduction: int
) -> None:
    assert universal_credit_reduction(earned, unearned, taper_percent=percent) == reduction


def test_universal_credit_shows_what_lies_above_the_work_allowance() -> None:
    limits = Limits(pence=67_300, taper_percent=55)
    found = weighed(LimitRule.UNIVERSAL_CREDIT, limits, work(60, 90_000))
    assert found is not None
    assert (found.level, found.above_pence, found.fits_pence) == (Level.OVER, 22_700, 67_300)
    none = weighed(LimitRule.UNIVERSAL_CREDIT, Limits(taper_percent=55), work(60, 90_000))
    assert none is not None
    assert (none.level, none.above_pence, none.can_part) == (Level.COUNTS, 90_000, False)


def test_a_universal_credit_month_is_told_long_before_the_allowance_is_used() -> None:
    limits = Limits(pence=67_300, taper_percent=55)
    assert level(LimitRule.UNIVERSAL_CREDIT, limits, work(60, 1)) is Level.COUNTS


# --- what counts ---------------------------------------------------------------------------------


# Worked example 50: what was declined was never earned; what is given back was received.
@pytest.mark.parametrize(
    ("piece", "pence"),
    [
        (a_contribution(offered_pence=7_500, choice=Choice.DECLINE), None),
        (a_contribution(offered_pence=7_500, choice=Choice.DONATE), 7_500),
        (a_contribution(offered_pence=7_500, choice=Choice.VOUCHER), 7_500),
        (a_contribution(offered_pence=7_500, choice=Choice.PART, agreed_pence=2_000), 2_000),
        (a_contribution(pay=Pay.UNPAID), None),
        (a_contribution(pay=Pay.SALARY), None),
    ],
)
def test_declined_and_unpaid_work_counts_nothing_and_what_was_received_counts(
    piece: Contribution, pence: int | None
) -> None:
    found = counted(piece, PAID)
    assert (found.pence if found is not None else None) == pence
    assert found is None or (found.minutes, found.paid_on) == (piece.minutes, PAID)


def test_work_that_waits_counts_its_hours_and_no_money() -> None:
    piece = a_contribution(minutes=16 * 60, choice=Choice.DEFER)
    found = counted(piece, PAID)
    assert found is not None
    assert found.paid_on is None
    warning = weighed(LimitRule.PERMITTED_WORK, PERMITTED_2025, found)
    assert warning is not None
    assert warning.are_hours_over
    assert (warning.money.added, warning.can_wait) == (0, False)


def test_money_counts_on_the_day_of_payment_and_hours_on_the_day_of_work() -> None:
    earlier = work(10 * 60, 15_000, worked_on=WORKED - WEEK, paid_on=PAID)
    alongside = work(10 * 60, 15_000, worked_on=WORKED, paid_on=PAID + WEEK)
    by_money = weighed(LimitRule.PERMITTED_WORK, PERMITTED_2025, work(60, 5_000), known=[earlier])
    assert by_money is not None
    assert (by_money.money.total, by_money.level) == (20_000, Level.OVER)
    assert by_money.time is not None
    assert by_money.time.total == 60
    by_hours = weighed(
        LimitRule.PERMITTED_WORK, PERMITTED_2025, work(360, 5_000), known=[alongside]
    )
    assert by_hours is not None
    assert by_hours.are_hours_over
    assert by_hours.money.total == 5_000


def test_the_fullest_week_of_several_is_told() -> None:
    pieces = [work(60, 100), work(15 * 60, 100, worked_on=WORKED - WEEK)]
    found = weighed(LimitRule.PERMITTED_WORK, PERMITTED_2025, *pieces)
    assert found is not None
    assert found.time is not None
    assert found.time.total == 15 * 60
    assert found.time.period.holds(WORKED - WEEK)


# --- what would fit ------------------------------------------------------------------------------


def test_the_largest_part_that_fits_is_told() -> None:
    known = [work(60, 12_000)]
    found = weighed(LimitRule.OWN_WEEK, Limits(pence=19_550), work(60, 10_000), known=known)
    assert found is not None
    assert (found.fits_pence, found.can_part, found.above_pence) == (7_550, True, 2_450)


def test_nothing_fits_where_the_limit_is_used_up_or_the_hours_are_over() -> None:
    known = [work(60, 20_000)]
    used = weighed(LimitRule.OWN_WEEK, Limits(pence=19_550), work(60, 100), known=known)
    assert used is not None
    assert (used.fits_pence, used.can_part, used.can_wait) == (0, False, True)
    hours = weighed(LimitRule.PERMITTED_WORK, PERMITTED_2025, work(16 * 60, 100))
    assert hours is not None
    assert hours.fits_pence == 0


@pytest.mark.parametrize(
    ("pence", "expected"),
    [(8_999, None), (9_000, Level.NEAR), (9_999, Level.NEAR), (10_000, Level.AT)],
)
def test_near_begins_at_nine_tenths(pence: int, expected: Level | None) -> None:
    assert level(LimitRule.OWN_WEEK, Limits(pence=10_000), work(60, pence)) is expected


def test_an_own_figure_in_hours_may_be_reached_and_not_passed() -> None:
    limits = Limits(minutes=300)
    assert level(LimitRule.OWN_WEEK, limits, work(300, 1)) is Level.AT
    assert level(LimitRule.OWN_WEEK, limits, work(301, 1)) is Level.OVER
    assert level(LimitRule.OWN_WEEK, limits, work(100, 1)) is None


def test_nothing_is_said_where_nothing_is_added() -> None:
    known = [work(20 * 60, 50_000)]
    assert weighed(LimitRule.PERMITTED_WORK, PERMITTED_2025, known=known) is None


# --- whatever comes ------------------------------------------------------------------------------

near_days = st.dates(WORKED - 3 * WEEK, WORKED + 3 * WEEK)
pieces = st.builds(
    Counted,
    worked_on=near_days,
    minutes=st.integers(1, 600),
    pence=st.integers(1, 15_000),
    paid_on=st.one_of(st.none(), near_days),
)
added_pieces = st.builds(
    Counted,
    worked_on=near_days,
    minutes=st.integers(1, 600),
    pence=st.integers(1, 15_000),
    paid_on=st.sampled_from([None, PAID]),
)
rules = st.sampled_from(LimitRule)
limits_of_all = st.builds(
    Limits,
    pence=st.one_of(st.none(), st.integers(1, 40_000)),
    minutes=st.one_of(st.none(), st.integers(1, 1_200)),
    taper_percent=st.just(55),
)


@given(
    rules, limits_of_all, st.lists(pieces, max_size=6), st.lists(added_pieces, max_size=4), pieces
)
def test_more_known_never_lowers_the_level_nor_lets_more_fit(
    rule: LimitRule, limits: Limits, known: list[Counted], added: list[Counted], more: Counted
) -> None:
    before = weighed(rule, limits, *added, known=known)
    after = weighed(rule, limits, *added, known=[*known, more])
    if before is not None:
        assert after is not None
        assert after.level >= before.level
        assert after.fits_pence <= before.fits_pence


@given(
    rules,
    limits_of_all,
    st.lists(pieces, max_size=6),
    st.lists(added_pieces, max_size=4),
    st.randoms(use_true_random=False),
)
def test_the_order_does_not_matter(
    rule: LimitRule, limits: Limits, known: list[Counted], added: list[Counted], random: Any
) -> None:
    other_known, other_added = known[:], added[:]
    random.shuffle(other_known)
    random.shuffle(other_added)
    expected = weighed(rule, limits, *added, known=known, limit_watch_id=1, participant_id=2)
    found = weighed(
        rule, limits, *other_added, known=other_known, limit_watch_id=1, participant_id=2
    )
    assert found == expected


@given(st.integers(1, 40_000), st.lists(st.integers(1, 15_000), max_size=4), st.integers(1, 50_000))
def test_what_fits_stays_within_and_a_penny_more_does_not(
    limit: int, known: list[int], new: int
) -> None:
    before = [work(60, pence) for pence in known]
    limits = Limits(pence=limit)
    found = weighed(LimitRule.OWN_WEEK, limits, work(60, new), known=before)
    if found is None:
        assert sum(known) + new < limit
        return
    fits = found.fits_pence
    if fits:
        assert level(LimitRule.OWN_WEEK, limits, work(60, fits), known=before) is not Level.OVER
    if fits < new:
        assert level(LimitRule.OWN_WEEK, limits, work(60, fits + 1), known=before) is Level.OVER
