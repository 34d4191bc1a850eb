"""Lengths of time are whole minutes, read as people write them."""

import math
from fractions import Fraction

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import (
    DayTooLongError,
    DurationNotPositiveError,
    DurationUnreadableError,
)
from coprod_desktop.domain.time import (
    MINUTES_IN_DAY,
    check_minutes,
    format_hours,
    parse_minutes,
    read_as_clock,
    short_hours,
    words_for_minutes,
)
from tests.invented import in_arabic_digits, in_full_width


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("0", 0),
        ("1", 60),
        ("1:30", 90),
        ("01:30", 90),
        ("1:30h", 90),
        ("1:30 hrs", 90),
        ("1:30:30", 91),
        ("1:30:29", 90),
        ("1.5", 90),
        ("1,5", 90),
        (".5", 30),
        ("1.", 60),
        ("0.25", 15),
        ("=1.5", 90),
        ("2.5h", 150),
        ("2h30", 150),
        ("2h 30m", 150),
        ("2 hrs", 120),
        ("2 hours and 30 minutes", 150),
        ("2 Hours 30 Mins.", 150),
        ("90m", 90),
        ("90 min", 90),
        ("½", 30),
        ("½h", 30),
        ("1½", 90),
        ("1 ½ hours", 90),
        ("1 1/2", 90),
        ("1/4", 15),
        ("3/4 hour", 45),
        ("an hour", 60),
        ("half an hour", 30),
        ("an hour and a half", 90),
        ("2 and a half hours", 150),
        (in_full_width("2:30"), 150),
        (in_arabic_digits("2:30"), 150),
        ("25:00", 1500),
    ],
)
def test_times_are_read_as_people_write_them(text: str, minutes: int) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("=1:30+0:45", 135),
        ("1:30+0:45", 135),
        ("2*1:15", 150),
        ("2 x 1:15", 150),
        ("3*20m", 60),
        ("1+0:30", 90),
        ("½+½", 60),
        ("2*1½", 180),
        ("(1+2)*0:20", 60),
        ("1h30+15m", 105),
        ("half an hour + 10 m", 40),
        ("=90m/2", 45),
        ("=12/3", 240),
        ("=2-0:30", 90),
        ("=1:30-1:30", 0),
    ],
)
def test_times_are_added_up_and_multiplied(text: str, minutes: int) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(
    "text", ["1:30*1:30", "1:30+", "=1/0", "=2h/1h", "(1:30", "2-0:30", "12/3"]
)
def test_a_sum_of_times_that_is_unclear_is_refused(text: str) -> None:
    # Without "=" a minus may part two times of day, and a stroke the parts of a date.
    with pytest.raises(DurationUnreadableError):
        parse_minutes(text)


def test_a_sum_below_nothing_is_named_as_such() -> None:
    with pytest.raises(DurationNotPositiveError) as raised:
        parse_minutes("=0:30-1:00")
    assert raised.value.facts == {"minutes": -30}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1.30", 90), ("7.05", 425), ("1.30h", 90), ("1.25", None), ("1.50", None), ("1.00", None),
     ("1.3", None), ("1:30", None), ("1.75", None)],
)  # fmt: skip
def test_a_full_stop_that_may_mean_a_colon_is_known(text: str, minutes: int | None) -> None:
    assert read_as_clock(text) == minutes


@given(st.lists(st.integers(0, 600), min_size=1, max_size=6))
def test_a_sum_of_written_times_is_the_sum_of_their_minutes(times: list[int]) -> None:
    assert parse_minutes("=" + "+".join(map(format_hours, times))) == sum(times)


def test_a_full_stop_parts_tenths_of_hours_and_not_minutes() -> None:
    # "7.30" might be meant as half past; the field answers with the words, so that it is seen.
    assert words_for_minutes(parse_minutes("7.30")) == "7\xa0hours 18\xa0minutes"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        *(
            "h | m | . | 1:5 | 1:60 | 2h60 | 2h90m | 1h.5 | 1'30 | 1..5 | 1e2 | nan | 1 30 | "
            "1 5 | 1,500 | 1, 30 | 30m2h | 1:30pm | 10-12 | 10:00-12:30 | 1 day | two"
        ).split(" | "),
    ],
)
def test_an_unclear_time_is_refused_rather_than_guessed(text: str) -> None:
    with pytest.raises(DurationUnreadableError) as raised:
        parse_minutes(text)
    assert raised.value.facts == {"text": text}


@pytest.mark.parametrize(("text", "minutes"), [("-1", -60), ("−1:30", -90), ("-90m", -90)])
def test_a_time_below_nothing_is_named_as_such(text: str, minutes: int) -> None:
    with pytest.raises(DurationNotPositiveError) as raised:
        parse_minutes(text)
    assert raised.value.facts == {"minutes": minutes}


def test_a_pasted_page_is_refused_at_once() -> None:
    with pytest.raises(DurationUnreadableError):
        parse_minutes("1" * 5000)


@given(st.integers(0, 9999 * 60))
def test_column_and_table_times_are_read_back(minutes: int) -> None:
    assert parse_minutes(format_hours(minutes)) == minutes
    assert parse_minutes(short_hours(minutes)) == minutes


@given(st.integers(0, 999 * 60 + 59))
def test_times_in_words_are_read_back(minutes: int) -> None:
    assert parse_minutes(words_for_minutes(minutes)) == minutes


@given(st.decimals(0, 24, places=4))
def test_tenths_of_hours_go_to_the_nearest_minute_half_up(hours: object) -> None:
    exact = Fraction(str(hours)) * 60
    assert parse_minutes(f"{hours}") == math.floor(exact + Fraction(1, 2))


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        assert parse_minutes(text) >= 0
    except (DurationUnreadableError, DurationNotPositiveError):
        event("refused")


@pytest.mark.parametrize("minutes", [1, MINUTES_IN_DAY])
def test_a_time_within_one_day_comes_back_unchanged(minutes: int) -> None:
    assert check_minutes(minutes) == minutes


@pytest.mark.parametrize("minutes", [0, -1])
def test_no_time_at_all_is_refused(minutes: int) -> None:
    with pytest.raises(DurationNotPositiveError):
        check_minutes(minutes)


@pytest.mark.parametrize("text", ["25", "25:00", "24:01"])
def test_more_than_24_hours_are_refused(text: str) -> None:
    with pytest.raises(DayTooLongError):
        check_minutes(parse_minutes(text))


@pytest.mark.parametrize(
    ("minutes", "column", "table", "words"),
    [
        (0, "0:00", "0\xa0h\xa000", "0\xa0minutes"),
        (1, "0:01", "0\xa0h\xa001", "1\xa0minute"),
        (60, "1:00", "1\xa0h\xa000", "1\xa0hour"),
        (150, "2:30", "2\xa0h\xa030", "2\xa0hours 30\xa0minutes"),
        (61, "1:01", "1\xa0h\xa001", "1\xa0hour 1\xa0minute"),
        (73_800, "1230:00", "1230\xa0h\xa000", "1,230\xa0hours"),
    ],
)
def test_times_are_written_for_columns_tables_and_sentences(
    minutes: int, column: str, table: str, words: str
) -> None:
    assert (format_hours(minutes), short_hours(minutes)) == (column, table)
    assert words_for_minutes(minutes) == words
