"""The sentences tell the whole sum, and always end with whom to ask."""

import datetime
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.limit_sums import Counted, Limits, LimitWarning, PayDay, weigh
from coprod_desktop.domain.limit_words import ASK_AN_ADVISER, because
from coprod_desktop.domain.limits import LimitRule
from tests.builders import a_limit_watch

WORKED, PAID = datetime.date(2026, 4, 8), datetime.date(2026, 4, 22)


def plain(warning: LimitWarning) -> str:
    return because(warning).replace("\N{NO-BREAK SPACE}", " ")


def told(
    rule: LimitRule,
    limits: Limits,
    pence: int,
    *,
    known: int = 0,
    minutes: int = 60,
    is_waiting: bool = False,
    **override: Any,
) -> str:
    new = Counted(
        worked_on=WORKED, minutes=minutes, pence=pence, paid_on=None if is_waiting else PAID
    )
    before = Counted(worked_on=WORKED, minutes=600, pence=known, paid_on=PAID)
    watch = a_limit_watch(rule=rule, **override)
    found = weigh(watch, limits, [before] if known else [], [new], PAID, PayDay.PROMISED)
    assert found is not None
    return plain(found)


def test_permitted_work_tells_the_money_by_payment_and_the_hours_by_work() -> None:
    words = told(
        LimitRule.PERMITTED_WORK,
        Limits(pence=19_550, minutes=960),
        7_551,
        known=12_000,
        minutes=300,
    )
    assert words == (
        "If this is paid on 22 April 2026 (the day promised), what is paid from 20 April to 26 "
        "April 2026 comes to £120.00 before this and £75.51 for this, which makes £195.51. The "
        "limit for permitted work is £195.50 a week: this is £0.01 over.\nPaid work done from 6 "
        "April to 12 April 2026 comes to 10 hours before this and 5 hours for this, which makes "
        "15 hours; the rule is fewer than 16 hours, so this is within.\n£75.50 of it would stay "
        "within the limit. Ask first whether taking less is treated as if it had been paid.\nThe "
        "limit is for what is left after tax, National Insurance and half of pension payments, "
        f"which this program does not know. Only what is written in this file is counted. "
        f"{ASK_AN_ADVISER}"
    )


def test_hours_that_are_over_are_not_changed_by_waiting() -> None:
    limits = Limits(pence=19_550, minutes=960)
    words = told(LimitRule.PERMITTED_WORK, limits, 100, known=100, minutes=360)
    assert "which makes 16 hours; the rule is fewer than 16 hours, so this is over." in words
    assert "does not change the hours" in words
    assert "would stay within" not in words
    waiting = told(LimitRule.PERMITTED_WORK, limits, 100, known=100, minutes=360, is_waiting=True)
    assert "£" not in waiting
    assert "so this is over" in waiting


@pytest.mark.parametrize(
    ("pence", "end"),
    [
        (20_400, "Carer's Allowance is £204.00 a week: this is exactly at it, and within."),
        (20_401, "Carer's Allowance is £204.00 a week: this is £0.01 over."),
        (20_300, "Carer's Allowance is £204.00 a week: £1.00 is left."),
    ],
)
def test_carers_allowance_says_how_far_and_that_the_limit_is_net(pence: int, end: str) -> None:
    words = told(LimitRule.CARERS_ALLOWANCE, Limits(pence=20_400), pence)
    assert end in words
    assert "after tax, National Insurance and half of pension payments" in words


def test_universal_credit_shows_the_taper_of_what_is_above() -> None:
    words = told(LimitRule.UNIVERSAL_CREDIT, Limits(pence=67_300, taper_percent=55), 90_000)
    assert "from 1 April to 30 April 2026" in words
    assert "£227.00 is above it, and 55% of that, £124.85, comes off Universal Credit" in words
    assert "£673.00 of it would stay within the work allowance." in words
    within = told(LimitRule.UNIVERSAL_CREDIT, Limits(pence=67_300, taper_percent=55), 7_300)
    assert "The work allowance is £673.00 a month, and £600.00 of it is left." in within
    without = told(LimitRule.UNIVERSAL_CREDIT, Limits(taper_percent=55), 1_000)
    assert "Without a work allowance, 55% of it, £5.50, comes off Universal Credit." in without
    assert "stay within" not in without


def test_a_limit_that_is_not_published_yet_is_said_to_be_missing() -> None:
    for rule in (LimitRule.CARERS_ALLOWANCE, LimitRule.UNIVERSAL_CREDIT):
        words = told(rule, Limits(is_known=False), 100)
        assert "makes £1.00. The published limit for these days is not in this file yet." in words


def test_an_own_figure_is_told_plainly() -> None:
    words = told(LimitRule.OWN_MONTH, Limits(pence=10_000), 5_000, known=10_000)
    assert "The figure to watch is £100.00 a month: this is £50.00 over." in words
    assert "No part of it would stay within the limit." in words
    assert "treated as if" not in words
    hours = told(LimitRule.OWN_WEEK, Limits(minutes=60), 5_000)
    assert "which makes 1 hour; the figure is 1 hour, so this is within." in hours


@given(
    st.sampled_from(LimitRule),
    st.one_of(st.none(), st.integers(1, 20_000)),
    st.one_of(st.none(), st.integers(1, 900)),
    st.integers(1, 40_000),
    st.integers(0, 40_000),
    st.booleans(),
)
def test_every_text_ends_with_whom_to_ask_and_tells_no_one_what_to_do(
    rule: LimitRule,
    limit: int | None,
    minutes: int | None,
    pence: int,
    known: int,
    is_waiting: bool,
) -> None:
    limits = Limits(pence=limit, minutes=minutes, taper_percent=55)
    new = Counted(worked_on=WORKED, minutes=700, pence=pence, paid_on=None if is_waiting else PAID)
    before = [Counted(worked_on=WORKED, minutes=60, pence=known, paid_on=PAID)]
    found = weigh(a_limit_watch(rule=rule), limits, before, [new], PAID, PayDay.RUN)
    if found is None:
        return
    words = plain(found)
    assert words.endswith(ASK_AN_ADVISER)
    assert not re.search(r"\b(must|should|she|he|his|her|user|error|invalid)\b", words)
    assert "  " not in words
