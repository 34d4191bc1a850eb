"""What was counted before is found again in the same stretch of time, and only there."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.conditions import Facts
from coprod_desktop.domain.policy.ledger import Tally, group_key
from coprod_desktop.domain.policy.periods import Period, PeriodKind
from coprod_desktop.domain.policy.read_periods import fixed_period

FIRST = datetime.date(2026, 1, 1)
AMOUNTS = st.lists(st.tuples(st.integers(0, 90), st.integers(0, 1000)), max_size=12)
ONE_DAY = datetime.timedelta(days=1)


def on(place: int) -> datetime.date:
    return FIRST + datetime.timedelta(days=place)


def rolling(size: int) -> Period:
    return Period(kind=PeriodKind.ROLLING_DAYS, words=f"in {size} days", size=size)


@given(AMOUNTS, st.integers(0, 90), st.sampled_from(("day", "week", "month", "quarter", "ever")))
def test_a_fixed_stretch_holds_what_was_counted_in_it(
    amounts: list[tuple[int, int]], place: int, said: str
) -> None:
    period = fixed_period(said, (1, 1))
    tally = Tally(period)
    for when, amount in amounts:
        tally.add("mine", on(when), Fraction(amount))
    wanted = sum(n for when, n in amounts if period.key(on(when)) == period.key(on(place)))
    assert tally.so_far("mine", on(place)) == wanted
    assert tally.so_far("another's", on(place)) == 0


@given(AMOUNTS, st.integers(1, 40), st.lists(st.integers(0, 90), min_size=1, max_size=4))
def test_a_rolling_stretch_is_the_fullest_that_holds_the_day(
    amounts: list[tuple[int, int]], size: int, places: list[int]
) -> None:
    tally = Tally(rolling(size))
    for when, amount in amounts:
        tally.add("mine", on(when), Fraction(amount))
    for place in places:
        sums = [
            sum(n for when, n in amounts if end - size < when <= end)
            for end in range(place, place + size)
        ]
        assert tally.so_far("mine", on(place)) == max(sums)
        assert tally.so_far("another's", on(place)) == 0


def test_a_rolling_stretch_may_be_asked_for_in_any_order() -> None:
    tally = Tally(rolling(28))
    tally.add(None, FIRST, Fraction(5))
    assert [tally.so_far(None, on(place)) for place in (40, 27, 28, 0)] == [0, 5, 0, 5]


def test_28_days_are_the_day_and_the_27_before_it() -> None:
    tally = Tally(rolling(28))
    tally.add(None, FIRST, Fraction(5))
    assert tally.so_far(None, on(27)) == 5
    assert tally.so_far(None, on(28)) == 0


def test_twelve_months_end_the_day_before_the_same_day() -> None:
    tally = Tally(Period(kind=PeriodKind.ROLLING_MONTHS, words="in 12 months", size=12))
    tally.add(None, FIRST, Fraction(5))
    assert tally.so_far(None, FIRST.replace(year=2027) - ONE_DAY) == 5
    assert tally.so_far(None, FIRST.replace(year=2027)) == 0


@pytest.mark.parametrize(
    ("said", "are_together"),
    [
        ("entry", [False, False, False]),
        ("session", [True, False, False]),
        ("claim", [True, True, False]),
        ("day", [True, True, True]),
        ("ever", [True, True, True]),
    ],
)
def test_entries_are_together_by_what_they_have_in_common(
    said: str, are_together: list[bool]
) -> None:
    period = fixed_period(said, (1, 1))
    first = group_key(period, 0, {"on": FIRST, "session": "board"})
    others: tuple[Facts, ...] = (
        {"on": FIRST, "session": "board"},
        {"on": FIRST, "session": "panel"},
        {"on": FIRST, "earlier": True},
    )
    found = [group_key(period, 1, one) == first for one in others]
    assert found == are_together


def test_entries_that_name_no_session_are_one_session_a_day() -> None:
    period = fixed_period("session", (1, 1))
    first = group_key(period, 0, {"on": FIRST})
    assert group_key(period, 1, {"on": FIRST}) == first
    assert group_key(period, 2, {"on": on(1)}) != first
    assert group_key(period, 3, {"on": FIRST, "session": "board"}) != first
