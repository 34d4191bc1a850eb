"""Clock times of a session belong to the session's own work, and overlaps are found by them."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.checks.clock import TimedWork, clock_of, clusters, minute_of, sessions_of
from coprod_desktop.domain.contributions import Pay
from tests.builders import WORKED_ON, a_contribution, an_activity


def entry(starts_at: str, ends_at: str, kind: str = "Meeting", **override: object) -> TimedWork:
    activity = an_activity(starts_at=starts_at, ends_at=ends_at)
    work = a_contribution(activity_id=activity.activity_id, kind_of_work=kind, **override)
    return TimedWork(work=work, activity=activity)


def test_a_time_is_read_and_written() -> None:
    assert minute_of("09:05") == 545
    assert clock_of(545) == "09:05"


@given(st.integers(0, 1439))
def test_a_time_that_is_written_is_read_back(minute: int) -> None:
    assert minute_of(clock_of(minute)) == minute


def test_only_the_work_of_the_session_itself_has_its_times() -> None:
    assert entry("10:00", "12:30").span == (600, 750)
    assert entry("10:00", "12:30", "Travel time").span is None
    assert entry("10:00", "12:30", "Travel time").session_span == (600, 750)
    assert entry("10:00", "").span is None
    assert TimedWork(work=a_contribution()).span is None


def test_a_session_that_ends_before_it_begins_has_no_times() -> None:
    assert entry("22:00", "01:00").span is None


def test_work_that_was_moved_to_another_day_has_no_times() -> None:
    later = WORKED_ON + datetime.timedelta(days=1)
    assert entry("10:00", "12:30", worked_on=later).span is None


def test_an_hour_has_worth_by_money_by_a_salary_or_as_unpaid_time() -> None:
    assert entry("10:00", "11:00").is_worth
    assert entry("10:00", "11:00", pay=Pay.SALARY).is_worth
    assert entry("10:00", "11:00", pay=Pay.UNPAID).is_worth
    assert not entry("10:00", "11:00", pay=Pay.UNPAID, rate_pence=0).is_worth


def test_sessions_that_touch_do_not_overlap() -> None:
    first, second = entry("10:00", "11:00"), entry("11:00", "12:00")
    assert clusters([first, second]) == []
    third = entry("10:59", "11:30")
    (group,) = clusters([second, third, first])
    assert group == [first, third, second]


def test_a_short_session_inside_a_long_one_does_not_hide_the_next() -> None:
    long, short, late = entry("10:00", "15:00"), entry("11:00", "12:00"), entry("14:00", "16:00")
    assert clusters([late, short, long]) == [[long, short, late]]


def test_several_entries_of_one_session_are_no_overlap() -> None:
    activity = an_activity()
    pieces = [
        TimedWork(work=a_contribution(activity_id=activity.activity_id), activity=activity)
        for _number in range(3)
    ]
    assert clusters(pieces) == []
    assert sessions_of(pieces) == {activity.activity_id}
