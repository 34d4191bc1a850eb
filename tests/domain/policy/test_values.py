"""Money, lengths and clock times are read exactly, and a slip is explained."""

import contextlib
import datetime
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.facts import FactKind
from coprod_desktop.domain.policy.values import (
    ValueUnreadableError,
    read_clock,
    read_day,
    read_fact,
    read_length,
    read_money,
    read_number,
    read_share,
    read_words,
    read_yes_no,
    shown,
)


@pytest.mark.parametrize(
    ("value", "pence"),
    [
        (20, 2000),
        (Decimal("20.00"), 2000),
        (Decimal("0.374"), Fraction(374, 10)),
        ("£20", 2000),
        ("£ 1,234.50", 123450),
        ("45p", 45),
        ("37.4 P", Fraction(374, 10)),
    ],
)
def test_money_is_pounds_or_says_what_it_is(value: object, pence: Fraction) -> None:
    assert read_money(value) == pence


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("3h", 180),
        ("3h10", 190),
        ("3 hours and 10 minutes", 190),
        ("90m", 90),
        ("1h30m", 90),
        ("1h 5", 65),
        ("1.5 hours", 90),
        ("2 days", 2880),
        ("2 weeks, 1 day", 15 * 1440),
        ("0h", 0),
    ],
)
def test_lengths_are_minutes(value: str, minutes: int) -> None:
    assert read_length(value) == minutes


@pytest.mark.parametrize(
    ("value", "minutes"),
    [("06:40", 400), ("6.40", 400), ("24:00", 1440), (datetime.time(19, 5), 1145)],
)
def test_clock_times_are_minutes_after_midnight(value: object, minutes: int) -> None:
    assert read_clock(value) == minutes


@pytest.mark.parametrize(
    ("value", "share"),
    [("1/7", Fraction(1, 7)), ("50%", Fraction(1, 2)), ("150 %", Fraction(3, 2))],
)
def test_shares_are_exact(value: object, share: Fraction) -> None:
    assert read_share(value) == share


@pytest.mark.parametrize(
    ("reader", "value"),
    [
        (read_money, "20 pounds"),
        (read_money, "£,"),
        (read_money, ",p"),
        (read_money, -1),
        (read_money, True),
        (read_money, 10**13),
        (read_number, "3"),
        (read_number, Decimal("NaN")),
        (read_length, 3),
        (read_length, ""),
        (read_length, "h"),
        (read_length, "3h75"),
        (read_length, "4 hours minus 1"),
        (read_clock, "24:01"),
        (read_clock, "7am"),
        (read_share, "1/0"),
        (read_share, -1),
        (read_words, 3),
        (read_yes_no, "yes"),
        (read_day, "2026-06-01"),
        (read_day, datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC)),
    ],
)
def test_a_value_of_another_kind_is_refused_with_what_to_write(
    reader: Callable[[object], object], value: object
) -> None:
    with pytest.raises(ValueUnreadableError) as raised:
        reader(value)
    assert str(raised.value)


def test_facts_are_kept_by_their_kind() -> None:
    assert read_fact(FactKind.WORDS, "  São  Paulo ") == "sao paulo"
    assert read_fact(FactKind.YES_NO, True) is True
    assert read_fact(FactKind.MONEY, "45p") == 45
    assert read_fact(FactKind.NUMBER, 3) == 3
    assert read_fact(FactKind.CLOCK, "07:00") == 420
    assert read_fact(FactKind.DAY, datetime.date(2026, 6, 1)) == datetime.date(2026, 6, 1)
    with pytest.raises(ValueUnreadableError, match="below nothing"):
        read_fact(FactKind.NUMBER, -1)


def test_a_sentence_quotes_values_briefly() -> None:
    assert shown({"a": 1}) == "a table"
    assert shown([1]) == "a list"
    assert shown(True) == "true"
    assert shown("two\nlines\x07") == "two lines"
    assert len(shown("x" * 500)) == 61


@given(st.text(max_size=40))
def test_no_text_stops_a_reader_in_any_other_way(text: str) -> None:
    for reader in (read_money, read_length, read_clock, read_share):
        with contextlib.suppress(ValueUnreadableError):
            assert reader(text) >= 0


@given(st.integers(0, 500), st.integers(0, 59))
def test_every_length_in_hours_and_minutes_is_exact(hours: int, minutes: int) -> None:
    assert read_length(f"{hours}h{minutes:02}") == hours * 60 + minutes
    assert read_length(f"{hours} hours {minutes} minutes") == hours * 60 + minutes
