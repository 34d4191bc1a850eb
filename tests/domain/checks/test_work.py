"""Pieces of work are looked at: fee, the same hour twice, overlaps, twice entered, ahead."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.checks import CheckKind, Finding
from coprod_desktop.domain.checks.clock import TimedWork, clock_of
from coprod_desktop.domain.checks.work import (
    MinimumWage,
    entry_in_future,
    fee_below_minimum_wage,
    of_one_day,
    paid_and_valued,
)
from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.money import at_hourly_rate
from tests.builders import TODAY, WORKED_ON, a_contribution, an_activity

WAGE = MinimumWage(hourly_pence=1271, ages="from age 21")
PERSON, PROJECT = 41, 42


def held(starts_at: str = "10:00", ends_at: str = "12:30", **override: Any) -> Activity:
    return an_activity(project_id=PROJECT, starts_at=starts_at, ends_at=ends_at, **override)


def entry(activity: Activity | None = None, **override: Any) -> TimedWork:
    work = a_contribution(
        **{"participant_id": PERSON, "project_id": PROJECT, **override},
        activity_id=None if activity is None else activity.activity_id,
    )
    return TimedWork(work=work, activity=activity)


def kinds(found: Sequence[Finding]) -> list[CheckKind]:
    return [one.kind for one in found]


# --- the fee -------------------------------------------------------------------------------------


def test_a_fee_below_the_minimum_wage_is_told_with_its_numbers() -> None:
    found = fee_below_minimum_wage(a_contribution(offered_pence=2000), WAGE)
    assert found is not None
    assert found.kind is CheckKind.LOW_FEE
    words = found.because.replace("\N{NO-BREAK SPACE}", " ")
    assert words == (
        "£20.00 for 2 hours 30 minutes is about £8.00 an hour; on that day the minimum wage from "
        "age 21 is £12.71. We do not know the age, so this is the adult rate."
    )
    assert "recognition, not wages" in found.advice
    assert "ask somebody who knows" in found.advice
    assert not {"law", "illegal", "must", "breach"} & set((words + found.advice).lower().split())


def test_a_known_age_is_not_called_unknown() -> None:
    wage = MinimumWage(hourly_pence=1085, ages="from age 18 to 20", is_age_known=True)
    found = fee_below_minimum_wage(a_contribution(offered_pence=2000), wage)
    assert found is not None
    assert "do not know" not in found.because


@pytest.mark.parametrize("pay", [Pay.UNPAID, Pay.SALARY])
def test_what_is_no_fee_is_not_held_against_the_wage(pay: Pay) -> None:
    assert fee_below_minimum_wage(a_contribution(pay=pay), WAGE) is None
    assert fee_below_minimum_wage(a_contribution(offered_pence=0), WAGE) is None


def test_taking_a_part_is_the_persons_own_choice() -> None:
    piece = a_contribution(rate_pence=2500, choice=Choice.PART, agreed_pence=100)
    assert fee_below_minimum_wage(piece, WAGE) is None


@given(st.integers(1, 1440), st.integers(1, 5000))
def test_pay_at_the_very_minimum_is_enough_in_spite_of_rounding(minutes: int, wage: int) -> None:
    minimum = MinimumWage(hourly_pence=wage, ages="from age 21")
    enough = at_hourly_rate(minutes, wage)
    piece = a_contribution(minutes=minutes, offered_pence=enough)
    assert fee_below_minimum_wage(piece, minimum) is None
    less = a_contribution(minutes=minutes, offered_pence=max(enough - 1, 0))
    assert (fee_below_minimum_wage(less, minimum) is not None) == (enough > 1)


@given(st.integers(1, 1440), st.integers(1, 50_000), st.integers(0, 50_000))
def test_a_higher_offer_is_never_worse(minutes: int, offered: int, more: int) -> None:
    piece = a_contribution(minutes=minutes, offered_pence=offered)
    better = replace(piece, offered_pence=offered + more)
    if fee_below_minimum_wage(piece, WAGE) is None:
        assert fee_below_minimum_wage(better, WAGE) is None


def test_a_dismissal_ends_with_another_offer() -> None:
    piece = a_contribution(offered_pence=2000)
    one = fee_below_minimum_wage(piece, WAGE)
    other = fee_below_minimum_wage(replace(piece, offered_pence=2001), WAGE)
    again = fee_below_minimum_wage(replace(piece, note="Came by bus."), WAGE)
    assert one is not None
    assert other is not None
    assert again is not None
    assert one.fingerprint == again.fingerprint != other.fingerprint


# --- the future ----------------------------------------------------------------------------------


def test_work_of_a_day_to_come_is_highlighted() -> None:
    assert entry_in_future(a_contribution(worked_on=TODAY), TODAY) is None
    tomorrow = TODAY + datetime.timedelta(days=1)
    found = entry_in_future(a_contribution(worked_on=tomorrow), TODAY)
    assert found is not None
    assert found.because.endswith("tomorrow.")
    far = entry_in_future(a_contribution(worked_on=TODAY + datetime.timedelta(days=9)), TODAY)
    assert far is not None
    assert far.because.endswith("9 days ahead.")


# --- the same hour -------------------------------------------------------------------------------


def test_one_piece_is_not_paid_and_valued_as_unpaid_time_too() -> None:
    assert paid_and_valued(a_contribution()) is None
    assert paid_and_valued(a_contribution(pay=Pay.UNPAID)) is None
    assert paid_and_valued(a_contribution(choice=Choice.DECLINE)) is None
    found = paid_and_valued(a_contribution(value_pence=3000))
    assert found is not None
    assert found.kind is CheckKind.SAME_HOUR
    assert found.because == (
        "This work is paid with £30.00, and also valued at £30.00 as unpaid time."
    )
    assert paid_and_valued(a_contribution(pay=Pay.SALARY, value_pence=1)) is not None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({}, {"pay": Pay.UNPAID}),
        ({}, {"choice": Choice.DECLINE}),
        ({}, {"pay": Pay.SALARY}),
        ({"pay": Pay.UNPAID}, {"pay": Pay.UNPAID}),
        ({"pay": Pay.UNPAID}, {"pay": Pay.SALARY}),
    ],
)
def test_two_sessions_at_one_time_value_an_hour_twice(
    first: dict[str, Any], second: dict[str, Any]
) -> None:
    one, other = entry(held(), **first), entry(held("12:00", "13:00"), minutes=60, **second)
    found = of_one_day([one, other])
    assert kinds(found) == [CheckKind.SAME_HOUR] * 2
    ids = {one.work.contribution_id, other.work.contribution_id}
    assert {finding.subject_id for finding in found} == ids
    assert found[0].fingerprint == found[1].fingerprint
    assert "10:00 to 12:30" in found[0].because
    assert "12:00 to 13:00" in found[0].because


def test_two_sessions_in_salary_overlap_and_value_nothing_twice() -> None:
    found = of_one_day(
        [entry(held(), pay=Pay.SALARY), entry(held("12:00", "13:00"), pay=Pay.SALARY)]
    )
    assert kinds(found) == [CheckKind.OVERLAP] * 2


def test_an_overlap_with_work_without_a_worth_is_told_to_that_work() -> None:
    plain = entry(held("12:00", "13:00"), pay=Pay.UNPAID, rate_pence=0)
    paid = entry(held())
    found = of_one_day([paid, plain])
    assert kinds(found) == [CheckKind.OVERLAP] * 2
    twice = of_one_day([paid, plain, entry(held("12:15", "12:45"))])
    of_plain = [one for one in twice if one.subject_id == plain.work.contribution_id]
    assert kinds(of_plain) == [CheckKind.OVERLAP]
    assert len(twice) == 3


def test_preparing_and_travelling_are_no_overlap_with_the_session() -> None:
    activity = held()
    pieces = [
        entry(activity),
        entry(activity, kind_of_work="Preparation", minutes=30),
        entry(activity, kind_of_work="Travel time", minutes=150),
    ]
    assert of_one_day(pieces) == ()


def test_a_session_split_into_paid_and_unpaid_is_right_while_it_fits() -> None:
    activity = held()
    fits = [entry(activity, minutes=90), entry(activity, minutes=60, pay=Pay.UNPAID)]
    assert of_one_day(fits) == ()
    over = [entry(activity, minutes=150), entry(activity, minutes=60, pay=Pay.UNPAID)]
    found = of_one_day(over)
    assert kinds(found) == [CheckKind.SAME_HOUR] * 2
    words = found[0].because.replace("\N{NO-BREAK SPACE}", " ")
    assert words == (
        "2 entries for one session come to 3 hours 30 minutes, and it lasted 2 hours 30 minutes."
    )


def test_hours_in_salary_alone_count_no_hour_twice() -> None:
    activity = held()
    pieces = [entry(activity, minutes=minutes, pay=Pay.SALARY) for minutes in (100, 90)]
    assert of_one_day(pieces) == ()


def test_one_entry_may_be_longer_than_the_session() -> None:
    assert of_one_day([entry(held(), minutes=200)]) == ()


# --- twice entered -------------------------------------------------------------------------------


def test_the_same_work_without_times_may_be_entered_twice() -> None:
    found = of_one_day([entry(), entry()])
    assert kinds(found) == [CheckKind.DUPLICATE] * 2
    words = found[0].because.replace("\N{NO-BREAK SPACE}", " ")
    assert words.startswith("Twice on ")
    assert words.endswith("for the same project: Meeting, 2 hours 30 minutes.")
    assert (
        kinds(of_one_day([entry(), entry(kind_of_work="meeting"), entry()]))
        == [CheckKind.DUPLICATE] * 3
    )


def test_the_same_work_in_salary_and_paid_counts_an_hour_twice() -> None:
    found = of_one_day([entry(), entry(pay=Pay.SALARY)])
    assert kinds(found) == [CheckKind.SAME_HOUR] * 2
    assert "in a salary and also paid or valued" in found[0].because


@pytest.mark.parametrize(
    "other",
    [
        {"participant_id": 1},
        {"project_id": 1},
        {"minutes": 60},
        {"kind_of_work": "Reading"},
        {"worked_on": WORKED_ON - datetime.timedelta(days=1)},
    ],
)
def test_what_differs_in_one_of_these_is_other_work(other: dict[str, Any]) -> None:
    assert of_one_day([entry(), entry(**other)]) == ()


def test_two_sessions_of_a_day_are_told_apart_by_time_and_name() -> None:
    assert of_one_day([entry(held()), entry(held("14:00", "16:30"))]) == ()
    untimed = [entry(held("", "", title=title)) for title in ("Steering group", "Carers")]
    assert of_one_day(untimed) == ()
    again = [entry(held("", "")), entry(held("", "", title="steering  group"))]
    assert kinds(of_one_day(again)) == [CheckKind.DUPLICATE] * 2
    touching = [
        entry(held(*span), kind_of_work="Preparation", minutes=30)
        for span in (("10:00", "12:00"), ("12:00", "14:00"))
    ]
    assert of_one_day(touching) == ()
    preparing = [
        entry(activity, kind_of_work="Preparation", minutes=30)
        for activity in (held(), held("14:00", "16:30"))
    ]
    assert of_one_day(preparing) == ()


def test_a_session_entered_twice_is_told_once_for_each_entry() -> None:
    assert kinds(of_one_day([entry(held()), entry(held())])) == [CheckKind.SAME_HOUR] * 2


# --- in any order, whatever else there is --------------------------------------------------------

spans = st.tuples(st.integers(0, 1380), st.integers(15, 59)).map(
    lambda told: (clock_of(told[0]), clock_of(told[0] + told[1]))
)
activities = st.one_of(
    st.none(),
    spans.map(lambda span: held(*span)),
    st.builds(lambda title: held("", "", title=title), st.sampled_from(["Panel", "Group"])),
)
entries = st.builds(
    entry,
    activities,
    participant_id=st.sampled_from([PERSON, 99]),
    minutes=st.sampled_from([30, 60, 150]),
    pay=st.sampled_from(Pay),
    kind_of_work=st.sampled_from(["Meeting", "Reading"]),
)


@given(st.lists(entries, max_size=8), st.randoms())
def test_the_order_of_entries_does_not_matter(day: list[TimedWork], chance: object) -> None:
    mixed = list(day)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # Hypothesis gives a random.Random
    assert of_one_day(mixed) == of_one_day(day)


@given(st.lists(entries, max_size=6), st.lists(entries, max_size=6))
def test_unrelated_entries_change_nothing(day: list[TimedWork], others: list[TimedWork]) -> None:
    elsewhere = [
        TimedWork(work=replace(one.work, participant_id=1000 + one.work.participant_id),
              activity=one.activity)
        for one in others
    ]  # fmt: skip
    mine = {one.work.contribution_id for one in day}
    together = of_one_day([*day, *elsewhere])
    assert tuple(one for one in together if one.subject_id in mine) == of_one_day(day)


@given(st.lists(entries, max_size=8))
def test_an_entry_given_twice_is_still_one_entry(day: list[TimedWork]) -> None:
    assert of_one_day([*day, *day]) == of_one_day(day)


@given(st.lists(entries, max_size=8))
def test_what_is_found_concerns_at_least_two_entries(day: list[TimedWork]) -> None:
    found = of_one_day(day)
    for one in found:
        others = [other for other in found if other.subject_id != one.subject_id]
        assert one.kind is CheckKind.OVERLAP or any(
            one.fingerprint == other.fingerprint for other in others
        )
