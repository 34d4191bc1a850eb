"""Edges in words say on which side the value itself stands."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.conditions import Against, Edges
from coprod_desktop.domain.policy.facts import FACTS, FactKind, FactValue
from coprod_desktop.domain.policy.read_edges import (
    is_backwards,
    read_against,
    read_edges,
    read_in_words,
    read_quantity,
    singular,
)
from coprod_desktop.domain.policy.values import ValueUnreadableError

FOUR = Fraction(240)
EIGHT = Fraction(480)


@pytest.mark.parametrize(
    ("words", "edges"),
    [
        *(
            (f"{word} 4h", Edges(high=FOUR))
            for word in ("up to", "at most", "until", "No More Than")
        ),
        *(
            (f"{word} 4 hours", Edges(high=FOUR, has_high=False))
            for word in ("under", "less than", "before", "below", "fewer than")
        ),
        *((f"{word} 4h", Edges(low=FOUR)) for word in ("at least", "from", "not under")),
        *(
            (f"{word}  4h00", Edges(low=FOUR, has_low=False))
            for word in ("over", "more than", "after", "above")
        ),
        ("4h to 8h", Edges(FOUR, True, EIGHT, True)),
        ("4h – 8h", Edges(FOUR, True, EIGHT, True)),
        ("from 4h to 8h", Edges(FOUR, True, EIGHT, True)),
        ("over 4h and up to 8h", Edges(FOUR, False, EIGHT, True)),
        ("over 4h up to 8h", Edges(FOUR, False, EIGHT, True)),
        ("under 8h and at least 4h", Edges(FOUR, True, EIGHT, False)),
        ("over 3 hours and 60 minutes and under 8h", Edges(FOUR, False, EIGHT, False)),
        (">= 4h", Edges(low=FOUR)),
        ("<8h", Edges(high=EIGHT, has_high=False)),
        ("4h or more", Edges(low=FOUR)),
        ("4h or less", Edges(high=FOUR)),
        ("4h", None),
    ],
)
def test_words_for_edges_mean_the_same_everywhere(words: str, edges: Edges | None) -> None:
    assert read_edges(FACTS["time"], words) == edges


@pytest.mark.parametrize(
    ("fact", "words", "edges"),
    [
        ("cost", "over 10", Edges(low=Fraction(1000), has_low=False)),
        ("cost", "up to £1,000.50", Edges(high=Fraction(100050))),
        ("cost", "under 50p", Edges(high=Fraction(50), has_high=False)),
        ("engine_cc", "1001 to 1500", Edges(Fraction(1001), True, Fraction(1500), True)),
        ("engine_cc", "1,001-1,500cc", Edges(Fraction(1001), True, Fraction(1500), True)),
        ("miles", "over 2.5 miles", Edges(low=Fraction(5, 2), has_low=False)),
        ("left_home", "before 07:00", Edges(high=420, has_high=False)),  # type: ignore[arg-type]  # minutes after midnight
        ("on", "before 2026-06-01", Edges(high=datetime.date(2026, 6, 1), has_high=False)),
        (
            "on",
            "2026-06-01 to 2026-06-30",
            Edges(datetime.date(2026, 6, 1), True, datetime.date(2026, 6, 30), True),
        ),
    ],
)
def test_edges_are_read_by_the_kind_of_the_fact(fact: str, words: str, edges: Edges) -> None:
    assert read_edges(FACTS[fact], words) == edges


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("over 8h and up to 4h", "nothing lies in"),
        ("over 4h and up to 4h", "nothing lies in"),
        ("8h to 4h", "nothing lies in"),
        ("over 4h and over 8h", "names two lower edges"),
        ("up to 4h and under 8h", "names two upper edges"),
        ("over 4", "is not a length of time"),
        ("over lunch", "is not a length of time"),
    ],
)
def test_edges_that_cannot_be_meant_are_refused(words: str, why: str) -> None:
    with pytest.raises(ValueUnreadableError, match=why):
        read_edges(FACTS["time"], words)


@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 5000))
def test_over_and_up_to_hold_exactly_what_they_say(low: int, size: int, value: int) -> None:
    edges = read_edges(FACTS["time"], f"over {low}m and up to {low + size + 1}m")
    assert edges is not None
    assert edges.hold(Fraction(value)) is (low < value <= low + size + 1)


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("weekday", "Sundays", "sunday"),
        ("weekday", "tue", "tuesday"),
        ("month", "Sept", "september"),
        ("place", "London", "london"),
        ("age", "exactly 16", Fraction(16)),
        ("age", "16 years old", Fraction(16)),
        ("receipt_day", "2026-02-03", datetime.date(2026, 2, 3)),
    ],
)
def test_values_are_read_from_text(fact: str, text: str, value: FactValue) -> None:
    known = FACTS.get(fact) or FACTS["on"]
    assert read_in_words(known, text) == value


@pytest.mark.parametrize(
    ("fact", "text"),
    [("weekday", "T"), ("weekday", "day"), ("month", "ju"), ("on", "1 June"), ("age", "16 cats")],
)
def test_text_that_is_no_value_is_refused(fact: str, text: str) -> None:
    with pytest.raises(ValueUnreadableError):
        read_in_words(FACTS[fact], text)


def test_a_quantity_is_a_number_of_the_facts_own_measure() -> None:
    assert read_quantity(FACTS["time"], "2h") == 120
    assert read_quantity(FACTS["miles"], 10000) == 10000
    assert read_quantity(FACTS["cost"], "£5") == 500
    with pytest.raises(ValueUnreadableError):
        read_quantity(FACTS["place"], "London")


def test_a_fact_is_compared_with_another_of_its_kind() -> None:
    assert read_against(FACTS["agreed_on"], "up to on", FACTS) == Against(
        "agreed_on", "on", is_below=True, is_itself=True
    )
    assert read_against(FACTS["cost"], "over fare", FACTS) == Against(
        "cost", "fare", is_below=False, is_itself=False
    )
    assert read_against(FACTS["cost"], "over 10", FACTS) is None
    assert read_against(FACTS["cost"], "10", FACTS) is None
    with pytest.raises(ValueUnreadableError, match="only facts of one kind"):
        read_against(FACTS["cost"], "over time", FACTS)


def test_an_empty_stretch_is_backwards() -> None:
    assert is_backwards(Edges(FOUR, True, FOUR, False))
    assert not is_backwards(Edges(FOUR, True, FOUR, True))
    assert not is_backwards(Edges(high=FOUR))


def test_one_of_a_counted_fact_has_its_own_word() -> None:
    assert [singular(one) for one in ("miles", "children", "people", "notice_days")] == [
        "mile",
        "child",
        "person",
        "notice day",
    ]
    assert FACTS["miles"].kind is FactKind.NUMBER
