"""Decimal commas and lengths in words are known, and nothing that may mean two things."""

from fractions import Fraction

import pytest

from coprod_desktop.spreadsheets.numbers_abroad import (
    count_days,
    has_decimal_commas,
    plain_length,
    with_points,
)


@pytest.mark.parametrize(
    ("column", "has_commas"),
    [(["12,50"], True), (["1.234,50", "7"], True), (["1,234"], False), (["12.50"], False),
     (["12,50", "12.50"], False), ([12.5, None], False), (["1,234.50"], False)],
)  # fmt: skip
def test_a_column_has_decimal_commas_only_where_none_has_points(
    column: list[object], has_commas: bool
) -> None:
    assert has_decimal_commas(column) is has_commas


def test_an_amount_is_written_as_on_a_uk_keyboard() -> None:
    assert [with_points(text) for text in ("1.234,50", "1 234,5", "12")] == [
        "1234.50",
        "1234.5",
        "12",
    ]


def test_words_for_hours_and_minutes_become_letters() -> None:
    assert plain_length("2 Stunden und 5 Minuten").replace(" ", "") == "2h5m"
    assert plain_length("1:30") == "1:30"


@pytest.mark.parametrize(
    ("text", "days"),
    [("half a day", Fraction(1, 2)), ("1 day", Fraction(1)), ("2¼ days", Fraction(9, 4)),
     ("½-day", Fraction(1, 2)), ("day", None), ("1.5", None), ("2 hours", None)],
)  # fmt: skip
def test_days_are_counted(text: str, days: Fraction | None) -> None:
    assert count_days(text) == days
