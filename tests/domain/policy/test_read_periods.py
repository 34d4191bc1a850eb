"""Stretches of time, days of the year and roundings are read from words."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.periods import Period, PeriodKind
from coprod_desktop.domain.policy.read_periods import (
    PER,
    RUNNING,
    TOGETHER,
    fixed_period,
    read_month_day,
    read_period,
    read_rounding,
)
from coprod_desktop.domain.policy.rounding import Direction
from coprod_desktop.domain.policy.values import ValueUnreadableError, read_money
from tests.domain.policy.texts import a_table, mistakes_of


def period_of(said: object, allowed: tuple[str, ...] = PER) -> Period | None:
    table = a_table({"per": said})
    table.reading.year_starts = (8, 1)
    found = read_period(table, "per", allowed)
    table.reading.finish()
    return found


@pytest.mark.parametrize(
    ("said", "kind", "size", "starts"),
    [
        ("month", PeriodKind.MONTH, 0, (1, 1)),
        ("A Month", PeriodKind.MONTH, 0, (1, 1)),
        ("year", PeriodKind.YEAR, 0, (8, 1)),
        ("calendar year", PeriodKind.YEAR, 0, (1, 1)),
        ("tax year", PeriodKind.YEAR, 0, (4, 6)),
        ("financial year", PeriodKind.YEAR, 0, (4, 1)),
        ("academic year", PeriodKind.YEAR, 0, (9, 1)),
        ("28 days", PeriodKind.ROLLING_DAYS, 28, (1, 1)),
        ("4 weeks", PeriodKind.ROLLING_DAYS, 28, (1, 1)),
        ("12 months", PeriodKind.ROLLING_MONTHS, 12, (1, 1)),
        ("2 years", PeriodKind.ROLLING_MONTHS, 24, (1, 1)),
        ("ever", PeriodKind.EVER, 0, (1, 1)),
    ],
)
def test_a_stretch_of_time_is_known_by_its_words(
    said: str, kind: PeriodKind, size: int, starts: tuple[int, int]
) -> None:
    period = period_of(said)
    assert period is not None
    assert (period.kind, period.size, period.starts) == (kind, size, starts)


@pytest.mark.parametrize(
    ("said", "words"),
    [("month", "a month"), ("28 days", "in 28 days"), ("ever", "in all"), ("entry", "an entry")],
)
def test_a_stretch_ends_the_sentence_about_a_limit(said: str, words: str) -> None:
    period = period_of(said)
    assert period is not None
    assert period.words == words


@pytest.mark.parametrize("said", ["fortnight", "0 days", "99999 days", "99999 years", 3, ""])
def test_other_stretches_are_refused(said: object) -> None:
    (line,) = mistakes_of(
        f'[[cap]]\nname = "C"\ncovers = "fees"\nat_most = 1\nper = {said!r}\n'.replace("'", '"')
    )
    assert line.startswith("Line 7: “per”: ")


def test_each_key_has_its_own_stretches() -> None:
    assert period_of("session", TOGETHER) == fixed_period("session", (1, 1))
    for said, allowed in (("28 days", TOGETHER), ("session", RUNNING), ("year", TOGETHER)):
        table = a_table({"per": said})
        assert read_period(table, "per", allowed) is None
    assert period_of("each", RUNNING) == Period(kind=PeriodKind.ENTRY, words="an entry")


@pytest.mark.parametrize(
    ("said", "day"),
    [("1 August", (8, 1)), ("31st of March", (3, 31)), ("Sept 5", (9, 5)), ("30 APR", (4, 30))],
)
def test_a_day_of_the_year_is_month_and_day(said: str, day: tuple[int, int]) -> None:
    assert read_month_day(said) == day


@pytest.mark.parametrize("said", ["31 April", "29 February", "0 May", "1 Ju", "1/8", "August", 3])
def test_a_day_that_is_not_there_every_year_is_refused(said: object) -> None:
    with pytest.raises(ValueUnreadableError):
        read_month_day(said)


@pytest.mark.parametrize(
    ("said", "direction", "step", "words"),
    [
        ("up to 10p", Direction.UP, 10, "up to the next 10p"),
        ("Up to the next penny", Direction.UP, 1, "up to the next 1p"),
        ("down to 1p", Direction.DOWN, 1, "down to a full 1p"),
        ("nearest 5p", Direction.NEAREST, 5, "to the nearest 5p"),
        ("to the nearest pound", Direction.NEAREST, 100, "to the nearest £1"),
        (
            "nearest £1, half to even",
            Direction.NEAREST_EVEN,
            100,
            "to the nearest £1, half to even",
        ),
        ("nearest 5p, half up", Direction.NEAREST, 5, "to the nearest 5p"),
    ],
)
def test_roundings_say_where_a_part_goes(
    said: str, direction: Direction, step: int, words: str
) -> None:
    rounding = read_rounding(said, read_money)
    assert (rounding.direction, rounding.step, rounding.words) == (direction, Fraction(step), words)


@pytest.mark.parametrize("said", ["up", "5p", "up to 0p", "nearest cat", 5, Decimal(5)])
def test_a_rounding_without_way_or_step_is_refused(said: object) -> None:
    with pytest.raises(ValueUnreadableError):
        read_rounding(said, read_money)


READERS: list[Callable[[object], object]] = [
    read_month_day,
    lambda value: read_rounding(value, lambda _said: Fraction(1)),
]


@given(st.text(max_size=30), st.sampled_from(READERS))
def test_no_text_stops_the_readers_in_any_other_way(
    text: str, reader: Callable[[object], object]
) -> None:
    try:
        reader(text)
    except ValueUnreadableError:
        return
