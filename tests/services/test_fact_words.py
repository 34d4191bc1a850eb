"""Facts are asked for in words that a person understands."""

import pytest

from coprod_desktop.domain.policy.facts import FACTS, FactKind
from coprod_desktop.services.asked_facts import AskedFact
from coprod_desktop.services.fact_words import fact_hint, fact_words


def fact(name: str, kind: FactKind = FactKind.WORDS, *examples: str) -> AskedFact:
    return AskedFact(name=name, kind=kind, examples=examples)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("passengers", "Passengers"),
        ("engine_cc", "Engine size in cc"),
        ("agreed_on", "Agreed beforehand on"),
        ("left_home", "Left home at"),
        ("attended", "Did not attend"),
        ("registration_number", "Registration number"),
    ],
)
def test_a_fact_has_a_label(name: str, words: str) -> None:
    assert fact_words(fact(name)) == words


def test_no_label_shows_how_the_file_writes_a_fact() -> None:
    assert not [name for name in FACTS if "_" in fact_words(fact(name))]


def test_the_words_that_a_policy_names_are_the_hint() -> None:
    assert fact_hint(fact("cancelled_by", FactKind.WORDS, "person", "us")) == (
        "The policy names “person”, “us”."
    )
    assert fact_hint(fact("supplier")) == ""
