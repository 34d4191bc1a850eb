"""A time of day is read as people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.clock import format_clock, parse_clock
from coprod_desktop.domain.errors import ClockUnreadableError


@given(st.integers(0, 24 * 60 - 1))
def test_a_shown_time_of_day_can_be_typed_again(minutes: int) -> None:
    assert parse_clock(format_clock(minutes)) == minutes


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("10", 600), ("9:30", 570), ("1430", 870), ("2.30 pm", 870), ("12am", 0), ("12 p.m.", 720)],
)
def test_a_time_of_day_is_read_as_people_write_it(typed: str, minutes: int) -> None:
    assert parse_clock(typed) == minutes


@pytest.mark.parametrize("typed", ["25", "10:70", "13 pm", "half", ""])
def test_a_time_of_day_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(ClockUnreadableError):
        parse_clock(typed)
