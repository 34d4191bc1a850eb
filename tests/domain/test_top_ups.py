"""Only a rise is paid on top, only of what was accepted whole, and never more than it rose."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.top_ups import (
    Agreed,
    NoTopUp,
    difference,
    reason,
    share_out,
    version_in,
)
from tests.top_up_builders import a_top_up

WORK = Agreed(
    kind=LineKind.CONTRIBUTION,
    subject_id=1,
    participant_id=2,
    project_id=3,
    on=datetime.date(2026, 4, 10),
    what="Steering group",
    offered_pence=3000,
    agreed_pence=3000,
    because="2 hours 30 minutes at £12.00 an hour. Policy version 1.",
    is_by_policy=True,
    pay=Pay.PAID,
    choice=Choice.ACCEPT,
)
MILES = replace(
    WORK, kind=LineKind.EXPENSE_CLAIM, offered_pence=990, agreed_pence=990, pay=None, choice=None
)
pence = st.integers(0, 100_000)


@given(was=st.integers(1, 100_000), topped=pence, now=pence)
def test_what_was_given_and_the_difference_make_the_new_price(
    was: int, topped: int, now: int
) -> None:
    agreed = replace(WORK, offered_pence=was, agreed_pence=was, topped_pence=topped)
    found = difference(agreed, now)
    if isinstance(found, int):
        assert found > 0
        assert was + topped + found == now
    else:
        assert now <= was + topped
        assert found is (NoTopUp.FALL if now < was + topped else None)


@given(now=st.integers(0, 100_000), topped=pence)
def test_nothing_is_topped_up_twice(now: int, topped: int) -> None:
    found = difference(replace(MILES, topped_pence=topped), now)
    if isinstance(found, int):
        assert difference(replace(MILES, topped_pence=topped + found), now) is None


@pytest.mark.parametrize("choice", [Choice.ACCEPT, Choice.VOUCHER, Choice.DONATE])
def test_these_choices_count_as_accepted(choice: Choice) -> None:
    assert difference(replace(WORK, choice=choice), 3250) == 250


@pytest.mark.parametrize(
    ("choice", "agreed_pence", "why"),
    [
        (Choice.DECLINE, 0, NoTopUp.DECLINED),
        (Choice.PART, 1000, NoTopUp.PART),
        (Choice.PART, 3000, NoTopUp.PART),
        (Choice.DEFER, 3000, NoTopUp.DEFERRED),
    ],
)
def test_these_choices_stand_whatever_the_price(
    choice: Choice, agreed_pence: int, why: NoTopUp
) -> None:
    agreed = replace(WORK, choice=choice, agreed_pence=agreed_pence)
    assert difference(agreed, 3250) is why
    assert difference(agreed, 3000) is None
    assert difference(agreed, 2750) is None


@pytest.mark.parametrize("pay", [Pay.UNPAID, Pay.SALARY])
def test_work_that_is_not_paid_by_us_is_not_spoken_of(pay: Pay) -> None:
    assert difference(replace(WORK, pay=pay, offered_pence=0, agreed_pence=0), 3250) is None


def test_what_no_policy_priced_keeps_its_amount() -> None:
    by_hand = replace(MILES, because="By the short way", is_by_policy=False)
    assert difference(by_hand, 1210) is NoTopUp.BY_HAND
    assert difference(by_hand, 900) is None
    from_a_sheet = replace(WORK, because="As in the imported sheet.", is_by_policy=False)
    assert difference(from_a_sheet, 3250) is NoTopUp.BY_HAND


def test_nothing_is_added_to_work_without_a_payment_but_to_an_expense() -> None:
    work, miles = (replace(one, offered_pence=0, agreed_pence=0) for one in (WORK, MILES))
    assert difference(work, 3250) is NoTopUp.NOTHING_PAID
    assert difference(work, 0) is None
    assert difference(miles, 1210) == 1210


@given(st.lists(st.integers(1, 1000)), st.integers(-1000, 5000))
def test_shared_out_it_is_never_more_than_there_is(rises: list[int], most: int) -> None:
    found = share_out(rises, most)
    assert sum(found) == min(sum(rises), max(0, most))
    assert all(0 <= one <= rise for one, rise in zip(found, rises, strict=True))


def test_the_last_version_that_a_reason_names_counts() -> None:
    assert version_in("At 45p. Policy version 12.") == 12
    assert version_in("Over Policy version 1. Then. Policy version 2.") == 2
    assert version_in("As in the imported sheet.") is None


def test_the_reason_names_both_amounts_and_both_versions() -> None:
    said = reason(MILES, 220, 1210, "22 miles at 55p. Policy version 2.")
    assert said == (
        "£9.90 was agreed by policy version 1. Policy version 2 gives £12.10; £2.20 is paid on "
        "top. 22 miles at 55p. Policy version 2."
    )
    again = reason(replace(MILES, topped_pence=220), 110, 1320, "At 60p. Policy version 3.")
    assert "£9.90 was agreed by policy version 1 and £2.20 was paid on top before." in again
    figures = reason(MILES, 220, 1210, "At 55p. Policy version 1.")
    assert "By the figures of today policy version 1 gives £12.10" in figures
    less = reason(MILES, 100, 1210, "At 55p. Policy version 2.")
    assert "£1.00 is paid on top, as other entries that are counted together" in less


def test_a_top_up_is_for_work_or_for_an_expense() -> None:
    assert not a_top_up().is_for_work
    assert a_top_up(kind=LineKind.CONTRIBUTION).is_for_work
