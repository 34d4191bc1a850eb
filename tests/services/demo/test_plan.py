"""The year is planned before it is told, and the oldest work is left out first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.services.demo.plan import (
    Plan,
    PlannedSession,
    keep_latest,
    length_of,
    plan_year,
)
from coprod_desktop.services.demo.script import load_script

SCRIPT = load_script()
EVERYBODY = frozenset(person["key"] for person in SCRIPT.people)
WHOLE = plan_year(SCRIPT, EVERYBODY, 2026)


def first_day(plan: Plan) -> str:
    return min(str(one["on"]) for one in (*(s.told for s in plan.sessions), *plan.pieces))


def titled(session: PlannedSession) -> str:
    title: str = session.told["title"]
    return title


@given(st.integers(1, WHOLE.contributions))
def test_what_is_kept_is_the_latest_and_exactly_so_much(most: int) -> None:
    kept = keep_latest(WHOLE, most)
    assert kept.contributions == most
    assert set(map(titled, kept.sessions)) <= set(map(titled, WHOLE.sessions))
    left_out = [one for one in WHOLE.pieces if one not in kept.pieces]
    assert all(str(one["on"]) <= first_day(kept) for one in left_out)


def test_more_than_there_is_keeps_everything() -> None:
    assert keep_latest(WHOLE, 99_999) == WHOLE
    assert keep_latest(WHOLE, 0).contributions == 0


def test_the_same_seed_plans_the_same_and_another_another() -> None:
    assert plan_year(SCRIPT, EVERYBODY, 2026) == WHOLE
    assert plan_year(SCRIPT, EVERYBODY, 2027) != WHOLE


def test_people_of_whom_something_is_told_surely_come() -> None:
    for session in WHOLE.sessions:
        who = {planned.who for planned in session.rows}
        assert {row["who"] for row in session.told.get("row", ())} <= who
        assert len(who) == len(session.rows)


@pytest.mark.parametrize(("start", "end", "minutes"), [("10:00", "12:30", 150), ("9:45", "10", 15)])
def test_a_session_is_as_long_as_its_clock_times(start: str, end: str, minutes: int) -> None:
    told = {"from": start.zfill(5), "to": end if ":" in end else f"{end}:00"}
    assert length_of(told) == minutes


def test_nobody_is_planned_who_is_not_in_this_telling() -> None:
    few = plan_year(SCRIPT, frozenset({"bethan", "llyr"}), 2026)
    who = {planned.who for session in few.sessions for planned in session.rows}
    assert who == {"bethan", "llyr"}
    assert {piece["who"] for piece in few.pieces} == {"llyr"}
