"""A condition holds for exactly the facts that its words describe."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.conditions import (
    ALWAYS,
    Against,
    All,
    AnyOf,
    Edges,
    Facts,
    IsGiven,
    IsOneOf,
    Lies,
    Not,
    facts_of,
)
from tests.domain.policy.priced import MONDAY, paid, work

NUMBERS = st.fractions(-100, 100)


@pytest.mark.parametrize(
    ("edges", "inside", "outside"),
    [
        (Edges(high=Fraction(240)), [0, 239, 240], [241]),
        (Edges(high=Fraction(240), has_high=False), [239], [240, 241]),
        (Edges(low=Fraction(240)), [240, 241], [239]),
        (Edges(low=Fraction(240), has_low=False), [241], [239, 240]),
        (Edges(Fraction(1001), True, Fraction(1500), True), [1001, 1500], [1000, 1501]),
        (Edges(Fraction(5), False, Fraction(10), True), [6, 10], [5, 11]),
        (Edges(), [-1, 0, 10**9], []),
    ],
)
def test_an_edge_belongs_or_not(edges: Edges, inside: list[int], outside: list[int]) -> None:
    assert [value for value in inside if not edges.hold(Fraction(value))] == []
    assert [value for value in outside if edges.hold(Fraction(value))] == []


@given(NUMBERS, NUMBERS, st.booleans(), st.booleans())
def test_a_value_lies_on_one_side_of_an_edge_only(
    edge: Fraction, value: Fraction, is_low: bool, belongs: bool
) -> None:
    low, high = Edges(low=edge, has_low=belongs), Edges(high=edge, has_high=not belongs)
    assert low.hold(value) is not high.hold(value)


def test_a_fact_is_one_of_several_or_none_of_them() -> None:
    of_city = IsOneOf("place", frozenset({"london", "leeds"}))
    assert of_city.holds({"place": "leeds"})
    assert not of_city.holds({"place": "york"})
    assert not of_city.holds({})
    elsewhere = IsOneOf("place", frozenset({"london"}), is_not=True)
    assert [elsewhere.holds(one) for one in ({"place": "york"}, {"place": "london"}, {})] == [
        True,
        False,
        True,
    ]


def test_one_of_several_words_is_enough() -> None:
    hotel = IsOneOf("also_that_day", frozenset({"hotel"}))
    assert hotel.holds({"also_that_day": frozenset({"bus", "hotel"})})
    assert not hotel.holds({"also_that_day": frozenset({"bus"})})
    none = IsOneOf("also_that_day", frozenset({"hotel"}), is_not=True)
    assert not none.holds({"also_that_day": frozenset({"bus", "hotel"})})
    assert none.holds({"also_that_day": frozenset()})


def test_a_comparison_with_a_fact_that_is_not_given_fails() -> None:
    assert not Lies("time", Edges(high=Fraction(60))).holds({})
    assert not Lies("time", Edges()).holds({})
    for facts in ({}, {"agreed_on": MONDAY}, {"on": MONDAY}):
        assert not Against("agreed_on", "on", is_below=True, is_itself=True).holds(facts)


@pytest.mark.parametrize(
    ("is_below", "is_itself", "holds"),
    [
        (True, True, [True, True, False]),
        (True, False, [True, False, False]),
        (False, True, [False, True, True]),
        (False, False, [False, False, True]),
    ],
)
def test_a_fact_is_compared_with_another(
    is_below: bool, is_itself: bool, holds: list[bool]
) -> None:
    condition = Against("agreed_on", "on", is_below=is_below, is_itself=is_itself)
    days = [MONDAY + datetime.timedelta(days=n) for n in (-1, 0, 1)]
    assert [condition.holds({"agreed_on": day, "on": MONDAY}) for day in days] == holds


@pytest.mark.parametrize(
    ("facts", "is_given"),
    [
        ({"receipt": True}, True),
        ({"receipt": False}, False),
        ({}, False),
        ({"receipt": "yes"}, True),
        ({"receipt": Fraction(0)}, True),
        ({"receipt": 0}, True),
    ],
)
def test_a_no_is_as_good_as_nothing(facts: Facts, is_given: bool) -> None:
    assert IsGiven("receipt").holds(facts) is is_given
    assert IsGiven("receipt", is_given=False).holds(facts) is not is_given


def test_conditions_are_joined() -> None:
    yes, no = IsGiven("a"), IsGiven("b")
    facts: Facts = {"a": "x"}
    assert [one.holds(facts) for one in (ALWAYS, All((yes, no)), All((yes, yes)))] == [
        True,
        False,
        True,
    ]
    assert [AnyOf(parts).holds(facts) for parts in ((no, yes), (no, no), ())] == [
        True,
        False,
        False,
    ]
    assert (Not(yes).holds(facts), Not(no).holds(facts)) == (False, True)


def test_a_condition_names_every_fact_that_it_looks_at() -> None:
    condition = All(
        (
            AnyOf((IsGiven("a"), Not(Lies("b", Edges())))),
            Against("c", "d", is_below=True, is_itself=True),
            IsOneOf("e", frozenset({"x"})),
        )
    )
    assert facts_of(condition) == {"a", "b", "c", "d", "e"}
    assert facts_of(ALWAYS) == frozenset()


# What the page says of `when`, with the fee of a pound for work that fits.
@pytest.mark.parametrize(
    ("when", "facts", "fits"),
    [
        ('place = "London"', {"place": "LONDON"}, True),
        ('place = "London"', {"place": "London Bridge"}, False),
        ('place = ["London", "Leeds"]', {"place": "leeds"}, True),
        ('place = ["London", "Leeds"]', {}, False),
        ('place = "not London"', {"place": "Leeds"}, True),
        ('place = "not London"', {"place": "London"}, False),
        ('place = "not London"', {}, True),
        ('kind = "not only meeting"', {"kind": "x"}, True),
        ("count = 3", {"count": 3}, True),
        ("count = 3", {"count": 4}, False),
        ("on = 2026-06-01", {}, True),
        ("on = 2026-06-02", {}, False),
        ("online = true", {"online": True}, True),
        ("online = true", {}, False),
        ("online = false", {}, True),
        ("attended = true", {}, True),
        ('time = "over 4h"', {"time": "4h"}, False),
        ('time = "over 4h"', {"time": "4h01"}, True),
        ('time = "over 4h"', {}, False),
        ('time = "under 4h"', {}, False),
        ('time = "over 4h and up to 6h"', {"time": "6h"}, True),
        ('time = "over 4h and up to 6h"', {"time": "6h01"}, False),
        ('engine_cc = "1001 to 1500"', {"engine_cc": 1500}, True),
        ('engine_cc = "1001 to 1500"', {"engine_cc": 1000}, False),
        ('starts = "before 07:00"', {"starts": "06:59"}, True),
        ('starts = "before 07:00"', {"starts": "07:00"}, False),
        ('ends = "after 20:00"', {"starts": "19:00", "ends": "00:30"}, True),
        ('on = "from 2026-06-01"', {}, True),
        ('on = "after 2026-06-01"', {}, False),
        ('fare = "at most 10"', {"fare": 10}, True),
        ('fare = "at most 10"', {"fare": 10.01}, False),
        ('engine_cc = "given"', {"engine_cc": 1}, True),
        ('engine_cc = "given"', {}, False),
        ('engine_cc = "not given"', {}, True),
        ('engine_cc = "not given"', {"engine_cc": 1}, False),
        ('any = [{ place = "London" }, { online = true }]', {"online": True}, True),
        ('any = [{ place = "London" }, { online = true }]', {"place": "Leeds"}, False),
        ('not = { place = "London" }', {"place": "London"}, False),
        ('not = { place = "London", online = true }', {"place": "London"}, True),
        ('place = "London", online = true', {"place": "London"}, False),
        ('place = "London", online = true', {"place": "London", "online": True}, True),
        ('agreed_on = "up to on"', {"agreed_on": MONDAY}, True),
        ('agreed_on = "before on"', {"agreed_on": MONDAY}, False),
        ('agreed_on = "up to on"', {}, False),
    ],
)
def test_a_rule_fits_when_its_conditions_hold(
    when: str, facts: dict[str, object], fits: bool
) -> None:
    fee = f'[[fee]]\nname = "Time"\npays = 1.00\nwhen = {{ {when} }}\n'
    assert paid(fee, work(**facts)) == (100 if fits else 0)
