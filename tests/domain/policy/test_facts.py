"""Every fact of the page is known, is written as the page says, and counts as it promises."""

import datetime
import re
from fractions import Fraction
from pathlib import Path

import pytest

from coprod_desktop.domain.policy.facts import FACTS, FactKind, FactValue, quantity_of

PAGE = Path(__file__).parents[3] / "docs" / "policy-format.md"
KINDS = {"clock": FactKind.CLOCK, "yes or no": FactKind.YES_NO, "day": FactKind.DAY}
KINDS |= {"words": FactKind.WORDS, "length": FactKind.LENGTH}
KINDS |= {"number": FactKind.NUMBER, "money": FactKind.MONEY}


def facts_of_the_page() -> list[tuple[str, str]]:
    """Return the names and kinds of the table under “The facts”."""
    table = PAGE.read_text(encoding="utf-8").split("### The facts")[1].split("**Facts of")[0]
    found = []
    for row in re.findall(r"^\| (`.+?) \| (.+?) \|", table, re.MULTILINE):
        names = re.findall(r"`(\w+)`", row[0])
        kinds = row[1].split(", ") if len(row[1].split(", ")) == len(names) else [row[1]]
        found += list(zip(names, kinds * len(names), strict=False))
    return found


def test_the_page_holds_a_table_of_facts() -> None:
    assert len(facts_of_the_page()) >= 45


@pytest.mark.parametrize(("name", "kind"), facts_of_the_page())
def test_a_fact_of_the_page_is_known_and_is_of_its_kind(name: str, kind: str) -> None:
    assert FACTS[name].kind is KINDS[kind]


@pytest.mark.parametrize("name", ["count", "nights", "days", "children", "people"])
def test_of_some_things_a_person_has_one_unless_somebody_says_else(name: str) -> None:
    assert quantity_of({}, name) == 1
    assert quantity_of({name: Fraction(0)}, name) == 0


@pytest.mark.parametrize("name", ["time", "miles", "cost", "passengers", "away"])
def test_of_other_things_nothing_is_known_until_it_is_said(name: str) -> None:
    assert quantity_of({}, name) is None
    assert quantity_of({name: Fraction(7)}, name) == 7


@pytest.mark.parametrize("value", ["car", datetime.date(2026, 6, 1), frozenset({"hotel"})])
def test_words_and_days_are_no_quantity(value: FactValue) -> None:
    assert quantity_of({"x": value}, "x") is None


def test_clock_times_and_answers_may_be_counted() -> None:
    assert quantity_of({"starts": 600}, "starts") == 600
    assert quantity_of({"online": True}, "online") == 1
