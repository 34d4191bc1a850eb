"""The small parts of rules: names, days, facts, roundings and added time."""

import datetime
from fractions import Fraction

import pytest

from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.domain.policy.read_rule_parts import (
    read_added_time,
    read_dates,
    read_facts,
    read_name,
    read_quantity_rounding,
    read_sum_rounding,
)
from coprod_desktop.domain.policy.rounding import Direction
from tests.domain.policy.texts import a_table


def test_the_parts_are_read() -> None:
    day = datetime.date(2026, 4, 5)
    table = a_table(
        {"name": " Car ", "until": day, "for": ["role", "place"], "round": "up to 10p"}
        | {"round_quantity": "up to 15m", "adds_time": "50%"}
    )
    assert read_name(table) == "Car"
    assert read_dates(table) == (None, day)
    assert read_facts(table, "for") == ("role", "place")
    assert read_added_time(table) == (Fraction(0), Fraction(1, 2))
    assert read_added_time(a_table({"adds_time": "1h"})) == (Fraction(60), Fraction(0))
    rounding = read_quantity_rounding(table, "time")
    assert rounding is not None
    assert (rounding.direction, rounding.step) == (Direction.UP, Fraction(15))
    table.reading.finish()


@pytest.mark.parametrize(
    ("said", "unit", "step"),
    [("up to 10p", "", 10), ("down to 0.5", "points", 50), ("nearest 1 point", "points", 100)],
)
def test_sums_are_rounded_in_pence_or_hundredths(said: str, unit: str, step: int) -> None:
    rounding = read_sum_rounding(a_table({"round": said}), unit)
    assert rounding is not None
    assert rounding.step == step


def test_what_is_mistaken_is_kept() -> None:
    table = a_table(
        {"from": datetime.date(2026, 4, 6), "until": datetime.date(2026, 4, 5)}
        | {"for": "rolle", "round": "up to 5", "round_quantity": "up to 5p", "adds_time": 4}
    )
    assert read_name(table) == ""
    read_dates(table)
    assert read_facts(table, "for") == ()
    assert read_sum_rounding(table, "") is None
    assert read_quantity_rounding(table, "time") is None
    assert read_added_time(table) == (Fraction(0), Fraction(0))
    with pytest.raises(PolicyFileError) as raised:
        table.reading.finish()
    said = " ".join(problem.sentence for problem in raised.value.problems)
    for words in (
        "[[fee]] needs a name.",
        "“until” is before “from”.",
        "Did you mean “role”?",
        "“5” is not an amount",
        "“5p” is not a length of time",
        "“4” is not a length of time",
    ):
        assert words in said
