"""Amounts are exact, and a rate says for what it is paid."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from coprod_desktop.domain.policy.facts import FACTS, Fact, FactKind
from coprod_desktop.domain.policy.prices import Times, Unit
from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.domain.policy.read_units import (
    A_MILE,
    as_written,
    read_amount,
    read_sum,
    read_times,
    read_unit,
)
from coprod_desktop.domain.policy.values import ValueUnreadableError
from tests.domain.policy.texts import a_table

KNOWN: Mapping[str, Fact] = dict(FACTS) | {
    "pages": Fact(name="pages", kind=FactKind.NUMBER),
    "authorised_amount": Fact(name="authorised_amount", kind=FactKind.MONEY),
}


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("hour", Unit("time", Fraction(60), "an hour")),
        ("Hours", Unit("time", Fraction(60), "an hour")),
        ("an hour", Unit("time", Fraction(60), "an hour")),
        ("1h", Unit("time", Fraction(60), "an hour")),
        ("minute", Unit("time", Fraction(1), "a minute")),
        ("3h", Unit("time", Fraction(180), "for 3\u00a0hours")),
        ("15m", Unit("time", Fraction(15), "for 15\u00a0minutes")),
        ("mile", A_MILE),
        ("a mile", A_MILE),
        ("miles", A_MILE),
        ("100 miles", Unit("miles", Fraction(100), "for 100 miles")),
        ("night", Unit("nights", Fraction(1), "a night")),
        ("day", Unit("days", Fraction(1), "a day")),
        ("child", Unit("children", Fraction(1), "a child")),
        ("person", Unit("people", Fraction(1), "a person")),
        ("passenger", Unit("passengers", Fraction(1), "a passenger")),
        ("count", Unit("count", Fraction(1), "each")),
        ("session", Unit("count", Fraction(1), "each")),
        ("task", Unit("count", Fraction(1), "each")),
        ("page", Unit("pages", Fraction(1), "a page")),
        ("10 pages", Unit("pages", Fraction(10), "for 10 pages")),
    ],
)
def test_a_rate_is_paid_for_what_the_words_say(said: str, unit: Unit) -> None:
    assert read_unit(said, KNOWN) == unit


def test_an_hour_can_be_an_hour_of_another_length() -> None:
    assert read_unit("hour", FACTS, "away").fact == "away"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("half day", "leaves open how long that is"),
        ("half an hour", 'Write "30m"'),
        ("week", "leaves open"),
        ("fortnight", "nothing that can be counted"),
        ("cost", "nothing that can be counted"),
        ("0h", "larger"),
        ("0 miles", "larger"),
        (3, "is not text"),
    ],
)
def test_what_cannot_be_counted_is_refused(said: object, words: str) -> None:
    with pytest.raises(ValueUnreadableError, match=words):
        read_unit(said, KNOWN)


def test_a_sum_may_be_money_a_fact_or_a_published_rate() -> None:
    assert read_amount("45p", KNOWN) == 45
    assert read_amount("hmrc-car", KNOWN) == "hmrc-car"
    assert read_amount("authorised_amount", KNOWN) == "fact:authorised_amount"
    for value, words in (("time", "kind “length”"), ("authorised", "neither an amount")):
        with pytest.raises(ValueUnreadableError, match=words):
            read_amount(value, KNOWN)


def test_sums_of_another_unit_are_hundredths_of_it() -> None:
    assert read_sum(20, "points") == read_sum("20 points", "points") == 2000
    assert read_sum("1 point", "points") == 100
    for value in ("£20", "20 stars", -1, True):
        with pytest.raises(ValueUnreadableError):
            read_sum(value, "points")


def test_a_sum_is_multiplied_by_numbers_shares_and_facts() -> None:
    values: dict[str, object] = {"times": ["150%", 2, "people", "child"]}
    assert read_times(a_table(values)) == (
        Times(Fraction(3, 2)),
        Times(Fraction(2)),
        Times("people"),
        Times("children"),
    )
    assert read_times(a_table({"times": "passengers"})) == (Times("passengers"),)
    assert read_times(a_table({})) == ()
    table = a_table({"times": ["peeple", -1, "cost"]})
    assert read_times(table) == ()


def test_a_fact_may_multiply_from_a_number_on_and_up_to_another() -> None:
    table = a_table({"times": {"fact": "passenger", "after": 1, "at_most": 3}})
    assert read_times(table) == (Times("passengers", Fraction(1), Fraction(3)),)
    table = a_table({"times": {"of": "passengers", "after": -1}})
    read_times(table)
    with pytest.raises(PolicyFileError) as raised:
        table.reading.finish()
    assert len(raised.value.problems) == 2


def test_values_are_written_back_as_they_stood() -> None:
    assert [as_written(one) for one in ("4h", 4, Fraction(5, 2))] == ['"4h"', "4", "2.5"]
