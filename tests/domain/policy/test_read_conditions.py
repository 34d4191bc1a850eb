"""Conditions and needs hold for exactly what they say."""

import datetime
from collections.abc import Mapping
from fractions import Fraction

import pytest

from coprod_desktop.domain.policy.conditions import ALWAYS, Condition, IsGiven, Not
from coprod_desktop.domain.policy.facts import FACTS, Fact, FactKind, FactValue
from coprod_desktop.domain.policy.read_conditions import (
    need_words,
    read_condition,
    read_needs,
    read_of_fact,
    read_unless,
    read_when,
)
from coprod_desktop.domain.policy.rules import Otherwise
from tests.domain.policy.texts import a_table, mistakes_of, rule_of

OWN = '[facts]\npages = "number"\nfound_on = "day"\n'


def condition_of(text: str) -> Condition:
    return rule_of("fee", f"pays = 1\nwhen = {{ {text} }}\n", before=OWN).when


@pytest.mark.parametrize(
    ("text", "facts", "holds"),
    [
        ('kind = "Meeting"', {"kind": "meeting"}, True),
        ('kind = ["meeting", "review"]', {"kind": "review"}, True),
        ('kind = ["meeting", "review"]', {"kind": "travel"}, False),
        ('kind = "meeting"', {}, False),
        ('place = "not London"', {"place": "leeds"}, True),
        ('place = "not London"', {}, True),
        ('place = "not London"', {"place": "london"}, False),
        ('engine_cc = "given"', {"engine_cc": Fraction(998)}, True),
        ('engine_cc = "not given"', {"engine_cc": Fraction(998)}, False),
        ('receipt = "given"', {"receipt": False}, False),
        ("receipt = false", {}, True),
        ("attended = true", {}, True),
        ("attended = false", {}, False),
        ('time = "over 4h"', {"time": Fraction(240)}, False),
        ('time = "over 4h"', {"time": Fraction(241)}, True),
        ('time = "over 4h"', {}, False),
        ('time = "not over 4h"', {"time": Fraction(240)}, True),
        ('time = ["under 2h", "over 8h"]', {"time": Fraction(60)}, True),
        ('time = ["under 2h", "over 8h", "4h"]', {"time": Fraction(240)}, True),
        ('time = ["under 2h", "over 8h"]', {"time": Fraction(240)}, False),
        ('time = "4h"', {"time": Fraction(240)}, True),
        ("cost = 10", {"cost": Fraction(1000)}, True),
        ('cost = "over 10"', {"cost": Fraction(1001)}, True),
        ("age = 16", {"age": Fraction(16)}, True),
        ("on = 2026-06-01", {"on": datetime.date(2026, 6, 1)}, True),
        ('left_home = "before 07:00"', {"left_home": 419}, True),
        ('left_home = "before 07:00"', {"left_home": 420}, False),
        ('weekday = ["Saturday", "Sunday"]', {"weekday": "sunday"}, True),
        ('pages = "at least 10"', {"pages": Fraction(10)}, True),
        ('found_on = "up to on"', {"found_on": datetime.date(2026, 6, 2)}, False),
        ('kind = "x", any = [{ role = "chair" }, { age = "under 16" }]', {"kind": "x"}, False),
        (
            'kind = "x", any = [{ role = "chair" }, { age = "under 16" }]',
            {"kind": "x", "age": Fraction(15)},
            True,
        ),
        ('not = { role = "chair", online = true }', {"role": "chair"}, True),
        ('not = { role = "chair", online = true }', {"role": "chair", "online": True}, False),
    ],
)
def test_a_condition_holds_for_what_it_says(
    text: str, facts: Mapping[str, FactValue], holds: bool
) -> None:
    known: dict[str, FactValue] = {"on": datetime.date(2026, 6, 1)}
    assert condition_of(text).holds(known | dict(facts)) is holds


def test_without_conditions_everything_fits() -> None:
    table = a_table({"when": {}})
    assert read_when(table) == read_when(a_table({})) == ALWAYS
    assert read_unless(a_table({})) is None
    assert read_condition(a_table({"kind": "x"})) == read_of_fact(
        a_table({"kind": "x"}), "kind", FACTS["kind"]
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("voucher = true", "“voucher” is not a fact that is known. Declare it in the policy"),
        ('tiem = "over 4h"', "Did you mean “time”?"),
        ('time = "over 4"', "“time”: “4” is not a length of time"),
        ("kind = 4", "“kind”: “4” is not text"),
        ('online = "yes"', "write true or false"),
        ('place = ["not London"]', "write not = { place = [ … ] }"),
        ("place = []", "“place” names no value"),
        ('place = ""', "no text between the quotation marks"),
        ('weekday = "Sundy"', "is not a weekday"),
        ("not = 3", "“not” is a table"),
        ("any = 3", "“any” is a list of tables"),
    ],
)
def test_a_condition_that_cannot_be_followed_is_named(text: str, words: str) -> None:
    (said,) = mistakes_of(f'[[fee]]\nname = "One"\npays = 1\nwhen = {{ {text} }}\n')
    assert said.startswith("Line 6: ")
    assert words in said


NEEDS = """
needs = [
  "receipt",
  { fact = "receipt", when = { cost = "over 10" } },
  { fact = "registration_number", otherwise = "held" },
  { fact = "evidence", is = ["receipt", "itemised statement"] },
  { fact = "agreed_before", because = "A taxi must be agreed first." },
  { any_of = ["receipt", { fact = "evidence", is = "photo" }], otherwise = "warned" },
]
"""


def test_needs_are_read_as_on_the_page() -> None:
    own = '[facts]\nregistration_number = "words"\n'
    needs = rule_of("expense", NEEDS, before=own).needs
    assert [need.words for need in needs] == [
        "a receipt",
        "a receipt",
        "the registration number",
        "evidence: receipt or itemised statement",
        "agreement beforehand",
        "a receipt or evidence: photo",
    ]
    assert needs[0].holds == IsGiven("receipt")
    assert needs[1].when.holds({"cost": Fraction(1001)})
    assert not needs[1].when.holds({"cost": Fraction(1000)})
    assert needs[2].otherwise is Otherwise.HELD
    assert needs[3].holds.holds({"evidence": "itemised statement"})
    assert not needs[3].holds.holds({"evidence": "ticket"})
    assert needs[4].because == "A taxi must be agreed first."
    assert needs[5].otherwise is Otherwise.WARNED
    assert needs[5].holds.holds({"evidence": "photo"})


def test_a_need_may_be_a_comparison() -> None:
    (need,) = rule_of("fee", "pays = 1\nneeds = { fact = 'age', is = 'at least 16' }\n").needs
    assert need.words == "the age: at least 16"
    assert need.holds.holds({"age": Fraction(16)})
    assert not need.holds.holds({"age": Fraction(15)})


def test_one_need_may_stand_without_a_list() -> None:
    assert [need.words for need in read_needs(a_table({"needs": "receipt"}))] == ["a receipt"]
    assert len(read_needs(a_table({"needs": {"fact": "receipt"}}))) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('["reciept"]', "Did you mean “receipt”?"),
        ("[4]", "“4” is not the name of a fact"),
        ("4", "“needs” is a list"),
        ("[{}]", "A need names one “fact”"),
        ('[{ fact = "receipt", any_of = ["evidence"] }]', "Write one of the two"),
        ("[{ any_of = [] }]", "“any_of” names no fact"),
        ("[{ any_of = [4] }]", "“4” is not the name of a fact"),
        ('[{ fact = "" }]', "“fact” names no fact"),
        ('[{ fact = "receipt", otherwise = "hold" }]', 'Write "refused", "held" or "warned"'),
        ('[{ fact = "evidence", iss = "x" }]', "Did you mean “is”?"),
        ('[{ any_of = ["receipt"], is = "x" }]', "“is” belongs to a “fact”"),
    ],
)
def test_a_need_that_cannot_be_followed_is_named(text: str, words: str) -> None:
    (said,) = mistakes_of(f'[[expense]]\nname = "One"\nneeds = {text}\n')
    assert said.startswith("Line 5: ")
    assert words in said


def test_what_lifts_a_limit_names_a_condition() -> None:
    rule = rule_of("expense", "limit = { pays = 5, unless = { receipt = true } }\n")
    assert rule.limit is not None
    assert rule.limit.unless is not None
    assert rule.limit.unless.holds({"receipt": True})
    assert mistakes_of('[[expense]]\nname = "One"\nlimit = { pays = 5, unless = {} }\n') == [
        "Line 5: “unless” names no condition. Name one, or leave it out."
    ]
    assert isinstance(condition_of('not = { role = "x" }'), Not)


def test_needs_are_named_as_the_end_of_a_sentence() -> None:
    assert need_words(Fact(name="in_travel_plan", kind=FactKind.YES_NO)) == "“in travel plan”"
    assert need_words(Fact(name="vehicle_number", kind=FactKind.WORDS)) == "the vehicle number"
