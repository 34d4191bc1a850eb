"""All that follows from what a case says is known before any rule is asked."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.conditions import Facts
from coprod_desktop.domain.policy.facts import FactValue
from tests.domain.policy.priced import MONDAY, a_day, cost, journey, known_of, work

TUESDAY = MONDAY + datetime.timedelta(days=1)
ASKS = '[[fee]]\nname = "Time"\npays = 1.00\nwhen = { also_that_day = "not x" }\n'
"""A policy that asks what else was done on a day."""


def facts_of(*entries: str, policy: str = "", place: int = 0) -> Facts:
    """Return what is known of the entry at a place of the case."""
    return next(one.facts for one in known_of(policy, *entries) if one.place == place)


def days(*texts: str) -> frozenset[datetime.date]:
    return frozenset(datetime.date.fromisoformat(text) for text in texts)


# --- where a fact is looked for ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "of_day", "person", "claim", "role"),
    [
        ("own", "day's", "person's", "claim's", "own"),
        ("", "day's", "person's", "claim's", "day's"),
        ("", "", "person's", "claim's", "person's"),
        ("", "", "", "claim's", "claim's"),
    ],
)
def test_the_nearest_fact_counts(
    entry: str, of_day: str, person: str, claim: str, role: str
) -> None:
    def said(value: str) -> str:
        return f'role = "{value}"\n' if value else ""

    case = (
        f"[claim]\non = 2026-06-01\n{said(claim)}[person]\n{said(person)}"
        f"[[day]]\non = 2026-06-01\n{said(of_day)}[[work]]\n{said(entry)}"
    )
    assert facts_of(case)["role"] == role


def test_the_facts_of_a_day_are_of_that_day_only() -> None:
    found = facts_of(work(on=TUESDAY), a_day(MONDAY, place="London"))
    assert "place" not in found


def test_an_entry_without_a_day_is_of_the_day_on_which_the_claim_was_sent() -> None:
    assert facts_of("[claim]\nsent_on = 2026-06-02\n", work())["on"] == TUESDAY


# --- time and breaks -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "time", "breaks", "paid"),
    [
        ("", "6h", {}, 360),
        ("", "6h", {"breaks": "45m"}, 315),
        ("", "30m", {"breaks": "1h"}, 0),
        ('breaks = "paid"', "6h", {"breaks": "45m"}, 360),
        ('automatic_breaks = [{ over = "6h", takes = "30m" }]', "6h", {}, 360),
        ('automatic_breaks = [{ over = "6h", takes = "30m" }]', "6h01", {}, 331),
        ('automatic_breaks = [{ over = "6h", takes = "30m" }]', "8h", {"breaks": "10m"}, 470),
        ('automatic_breaks = [{ over = "6h", takes = "30m" }]', "8h", {"breaks": "0h"}, 480),
        ('automatic_breaks = [{ from = "6h", takes = "30m" }]', "6h", {}, 330),
        (
            'automatic_breaks = [{ over = "4h", takes = "15m" }, { over = "6h", takes = "30m" }]',
            "7h",
            {},
            390,
        ),
        (
            'breaks = "paid"\nautomatic_breaks = [{ over = "4h", takes = "15m" }]',
            "7h",
            {},
            420,
        ),
    ],
)
def test_breaks_are_taken_out(head: str, time: str, breaks: dict[str, object], paid: int) -> None:
    policy = f'[policy]\nname = "Trial"\n{head}\n'
    assert facts_of(work(time=time, **breaks), policy=policy)["time"] == paid


def test_only_work_has_breaks_taken_out() -> None:
    policy = '[policy]\nname = "Trial"\nautomatic_breaks = [{ over = "1h", takes = "30m" }]\n'
    assert facts_of(cost(27, time="3h"), policy=policy)["time"] == 180


def test_a_length_past_midnight_stays_with_its_day() -> None:
    found = known_of("", work(starts="22:00", ends="01:30"), work(on=TUESDAY, time="1h"))
    assert [one.facts["worked_that_day"] for one in found] == [210, 60]
    assert (found[0].facts["starts"], found[0].facts["ends"]) == (22 * 60, 25 * 60 + 30)


def test_an_end_after_the_start_is_on_the_same_day() -> None:
    found = facts_of(work(starts="10:00", ends="13:10"), a_day(left_home="06:40", got_home="00:10"))
    assert (found["time"], found["ends"]) == (190, 13 * 60 + 10)
    assert (found["away"], found["got_home"]) == (17 * 60 + 30, 24 * 60 + 10)


def test_an_end_at_the_start_is_a_whole_day_later() -> None:
    found = facts_of(work(starts="10:00", ends="10:00"))
    assert (found["time"], found["ends"]) == (24 * 60, 34 * 60)


# --- what follows from days ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("agreed_on", "agreed"),
    [("2026-05-31", True), ("2026-06-01", True), ("2026-06-02", False)],
)
def test_what_was_agreed_on_the_day_or_earlier_was_agreed_before(
    agreed_on: str, agreed: bool
) -> None:
    found = facts_of(cost(5, agreed_on=datetime.date.fromisoformat(agreed_on)))
    assert found["agreed_before"] is agreed


def test_nothing_is_known_of_an_agreement_that_nobody_told() -> None:
    assert "agreed_before" not in facts_of(cost(5))
    assert facts_of(cost(5, agreed_before=True))["agreed_before"] is True


@pytest.mark.parametrize(
    ("cancelled_on", "days_before", "working_days"),
    [("2026-06-01", 0, 0), ("2026-05-29", 3, 1), ("2026-05-22", 10, 5)],
)
def test_notice_is_counted_in_days_and_working_days(
    cancelled_on: str, days_before: int, working_days: int
) -> None:
    entry = work(cancelled_by="us", cancelled_on=datetime.date.fromisoformat(cancelled_on))
    known = known_of("", entry, holidays=days("2026-05-25"))[0]
    assert known.facts["notice_days"] == days_before
    assert known.facts["notice_working_days"] == working_days


@pytest.mark.parametrize(
    ("born_on", "age"),
    [("2010-06-01", 16), ("2010-06-02", 15), ("2010-05-31", 16), ("2010-12-01", 15)],
)
def test_age_is_that_of_the_day(born_on: str, age: int) -> None:
    assert facts_of(f"[person]\nborn_on = {born_on}\n[claim]\non = 2026-06-01\n", work())[
        "age"
    ] == Fraction(age)


@given(st.dates(datetime.date(1940, 1, 1), datetime.date(2026, 6, 1)))
def test_an_age_changes_on_the_birthday(born_on: datetime.date) -> None:
    birthdays = sum(
        (year, born_on.month, born_on.day) <= (2026, 6, 1) for year in range(born_on.year + 1, 2027)
    )
    assert facts_of(work(born_on=born_on))["age"] == birthdays


@pytest.mark.parametrize(
    ("on", "weekday", "month", "is_holiday"),
    [
        (datetime.date(2026, 5, 25), "monday", "may", True),
        (datetime.date(2026, 6, 7), "sunday", "june", False),
        (datetime.date(2026, 1, 3), "saturday", "january", False),
        (datetime.date(2026, 12, 31), "thursday", "december", False),
    ],
)
def test_weekday_month_and_bank_holiday_follow_from_the_day(
    on: datetime.date, weekday: str, month: str, is_holiday: bool
) -> None:
    found = known_of("", work(on=on), holidays=days("2026-05-25"))[0].facts
    assert (found["weekday"], found["month"], found["bank_holiday"]) == (
        weekday,
        month,
        is_holiday,
    )


# --- what the entries of a day come to -----------------------------------------------------------


def test_work_of_a_day_is_added_up_without_what_did_not_take_place() -> None:
    entries = (
        work(time="2h"),
        work(time="1h30", unpaid=True),
        work(time="3h", breaks="1h"),
        work(time="8h", cancelled_by="us"),
        work(time="8h", attended=False),
        work(time="8h", on=TUESDAY),
        cost(3, time="8h"),
        journey(miles=2),
    )
    for place in (0, 3, 6, 7):
        found = facts_of(*entries, place=place)
        assert (found["worked_that_day"], found["sessions_that_day"]) == (330, 3)


def test_a_day_without_work_has_no_length() -> None:
    found = facts_of(cost(3))
    assert (found["worked_that_day"], found["sessions_that_day"]) == (0, 0)


@pytest.mark.parametrize(
    ("entries", "place", "away"),
    [
        ([work(away="5h"), work(away="4h"), cost(3), a_day(away="7h")], 2, 420),
        ([work(away="5h"), work(away="4h"), cost(3, away="1h")], 2, 540),
        ([work(away="5h"), cost(3), a_day(away="0h")], 1, 0),
        ([work(time="5h"), cost(3, away="1h")], 1, 60),
        ([work(away="5h", cancelled_by="us"), cost(3, away="1h")], 1, 60),
        ([work(away="5h", on=TUESDAY), cost(3, away="1h")], 1, 60),
        ([a_day(left_home="06:40", got_home="19:10"), cost(3)], 0, 750),
    ],
)
def test_away_is_that_of_the_day_of_its_work_or_of_the_entry(
    entries: list[str], place: int, away: int
) -> None:
    assert facts_of(*entries, place=place)["away_that_day"] == away


def test_nothing_is_known_of_a_time_away_that_nobody_told() -> None:
    assert "away_that_day" not in facts_of(work(time="5h"))
    assert facts_of(work(away="5h"), cost(3), place=1)["away"] == 300


def test_an_entry_knows_the_kinds_of_the_others_of_its_day() -> None:
    entries = (
        cost(90, kind="Hotel"),
        cost(9, kind="meal"),
        journey(vehicle="Car", miles=4),
        work(kind="meeting", on=TUESDAY),
    )
    found: list[FactValue] = [
        facts_of(*entries, policy=ASKS, place=place)["also_that_day"] for place in range(4)
    ]
    assert found == [
        frozenset({"meal", "car"}),
        frozenset({"hotel", "car"}),
        frozenset({"hotel", "meal"}),
        frozenset(),
    ]


def test_two_of_one_kind_know_of_each_other() -> None:
    entries = (cost(90, kind="hotel"), cost(80, kind="hotel"))
    assert facts_of(*entries, policy=ASKS)["also_that_day"] == frozenset({"hotel"})


# --- the order -----------------------------------------------------------------------------------


def test_earlier_entries_come_first_then_days_then_work_journeys_and_costs() -> None:
    entries = (
        cost(3, kind="bus"),
        cost(9, kind="taxi"),
        journey(miles=4),
        journey(miles=40),
        work(time="1h"),
        work(time="3h"),
        cost(1, on=MONDAY - datetime.timedelta(days=1)),
        work(time="1h", on=TUESDAY, earlier=True),
        journey(miles=1, elsewhere=True),
    )
    assert [one.place for one in known_of("", *entries)] == [8, 7, 6, 5, 4, 3, 2, 1, 0]


@pytest.mark.parametrize(
    ("facts", "has_happened"),
    [
        ({}, True),
        ({"attended": True}, True),
        ({"attended": False}, False),
        ({"cancelled_by": "us"}, False),
        ({"cancelled_on": MONDAY}, False),
    ],
)
def test_work_has_happened_unless_it_was_cancelled_or_not_attended(
    facts: dict[str, object], has_happened: bool
) -> None:
    assert known_of("", work(**facts))[0].has_happened is has_happened
