"""A policy asks about an entry only what its rules look at and the file does not know."""

import datetime
from fractions import Fraction

import pytest

from coprod_desktop.domain.policy import Entry, Subject, read_policy
from coprod_desktop.domain.policy.facts import FactKind, FactValue
from coprod_desktop.services.asked_facts import asked_facts
from tests.asking_policy import POLICY

ON = datetime.date(2026, 11, 17)


def names(text: str, subject: Subject, **facts: FactValue) -> list[str]:
    entry = Entry(subject=subject, facts={"on": ON, **facts})
    return [fact.name for fact in asked_facts(read_policy(text), entry)]


def rules(*written: str) -> str:
    return '[policy]\nname = "P"\n\n' + "\n".join(written)


def cost(kind: str, pence: int = 1000) -> dict[str, FactValue]:
    return {"kind": kind, "cost": Fraction(pence), "receipt": True}


@pytest.mark.parametrize(
    ("vehicle", "asked"), [("car", ["passengers", "engine_cc"]), ("bicycle", [])]
)
def test_a_journey_is_asked_for_what_its_vehicle_needs(vehicle: str, asked: list[str]) -> None:
    miles = Fraction(12)
    assert names(POLICY, Subject.JOURNEY, kind=vehicle, vehicle=vehicle, miles=miles) == asked


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("bus", []),
        ("taxi", ["agreed_on"]),
        ("meal", ["left_home"]),
        ("childcare", ["time", "children", "registration_number"]),
        ("phone and data", []),
    ],
)
def test_a_cost_is_asked_for_what_its_kind_needs(kind: str, asked: list[str]) -> None:
    assert names(POLICY, Subject.EXPENSE, **cost(kind)) == asked


@pytest.mark.parametrize(("pence", "asked"), [(5000, []), (5001, ["in_travel_plan"])])
def test_what_only_a_large_cost_needs_is_asked_of_large_ones(pence: int, asked: list[str]) -> None:
    assert names(POLICY, Subject.EXPENSE, **cost("train", pence)) == ["fare", *asked]


def test_work_is_asked_whether_it_took_place_only_where_a_rule_pays_for_that() -> None:
    work: dict[str, FactValue] = {"time": Fraction(60), "capacity": "community member"}
    assert names(POLICY, Subject.WORK, kind="meeting", **work) == ["cancelled_by", "notice"]
    assert names(POLICY, Subject.WORK, kind="reading", **work) == []


def test_a_place_that_the_session_has_is_not_asked_for() -> None:
    work: dict[str, FactValue] = {"kind": "chairing", "time": Fraction(60)}
    assert names(POLICY, Subject.WORK, **work) == ["online"]
    assert names(POLICY, Subject.WORK, **work, online=True, place="zoom", session="7") == []


def test_a_rate_agreed_with_the_person_leaves_nothing_to_ask_of_the_fees() -> None:
    work: dict[str, FactValue] = {"kind": "chairing", "time": Fraction(60)}
    assert names(POLICY, Subject.WORK, **work, agreed_rate=Fraction(1500)) == []


def test_rules_behind_one_that_surely_fits_ask_nothing() -> None:
    text = rules(
        '[[expense]]\nname = "A"\nwhen = { kind = "bus" }\n',
        '[[expense]]\nname = "B"\nwhen = { nights = "over 2" }\n',
    )
    assert names(text, Subject.EXPENSE, **cost("bus")) == []
    assert names(text, Subject.EXPENSE, **cost("hotel")) == ["nights"]


def test_what_is_surely_refused_is_asked_nothing() -> None:
    text = rules(
        '[[not_paid]]\nname = "N"\nfor = "expense"\nwhen = { kind = "bus" }\n',
        '[[expense]]\nname = "B"\nlimit = { rate = 5, per = "night" }\n',
    )
    assert names(text, Subject.EXPENSE, **cost("bus")) == []
    assert names(text, Subject.EXPENSE, **cost("hotel")) == ["nights"]


def test_conditions_within_any_and_not_are_looked_through() -> None:
    text = rules(
        '[[expense]]\nname = "A"\nwhen = { any = [{ kind = "taxi", agreed_before = true }, '
        '{ kind = "bus" }], not = { place = "london" } }\n'
    )
    assert names(text, Subject.EXPENSE, **cost("taxi")) == ["place", "agreed_before"]
    assert names(text, Subject.EXPENSE, **cost("bus")) == ["place"]
    assert names(text, Subject.EXPENSE, **cost("meal")) == []


def test_a_rule_of_other_days_asks_nothing() -> None:
    text = rules(
        '[[expense]]\nname = "A"\nuntil = 2026-11-16\nwhen = { nights = "over 2" }\n',
        '[[expense]]\nname = "B"\nfrom = 2026-11-17\nwhen = { people = "over 2" }\n',
    )
    assert names(text, Subject.EXPENSE, **cost("hotel")) == ["people"]


def test_a_limit_asks_where_it_covers_the_entry() -> None:
    cap = (
        '[[cap]]\nname = "C"\ncovers = ["Bus"]\nat_most = 5\nper = "day"\n'
        "unless = { agreed_before = true }\n"
    )
    bus = '[[expense]]\nname = "Bus"\nwhen = { kind = "bus" }\n'
    rest = '[[expense]]\nname = "Rest"\n'
    assert names(rules(bus, rest, cap), Subject.EXPENSE, **cost("bus")) == ["agreed_before"]
    assert names(rules(bus, rest, cap), Subject.EXPENSE, **cost("meal")) == []


def test_what_follows_from_something_is_asked_by_that() -> None:
    text = rules(
        '[[fee]]\nname = "F"\npays = 10\n',
        '[[cancellation]]\nname = "C"\nwhen = { notice_working_days = "under 3" }\nshare = "50%"\n',
        '[[allowance]]\nname = "A"\nfor = "work"\nwhen = { weekday = "Sunday" }\npays = 5\n'
        'counts_as = "payment"\n',
        '[[allowance]]\nname = "B"\nfor = "work"\nwhen = { away_that_day = "over 10h" }\n'
        'pays = 5\ncounts_as = "payment"\n',
    )
    assert names(text, Subject.WORK, kind="meeting", time=Fraction(60)) == ["cancelled_on", "away"]


def test_the_words_that_a_policy_names_come_with_the_fact() -> None:
    entry = Entry(subject=Subject.WORK, facts={"on": ON, "kind": "meeting", "time": Fraction(60)})
    by, notice = asked_facts(read_policy(POLICY), entry)
    assert (by.kind, by.examples) == (FactKind.WORDS, ("us",))
    assert (notice.kind, notice.examples) == (FactKind.LENGTH, ())


def test_only_what_is_so_unless_somebody_says_else_is_asked_the_other_way() -> None:
    text = rules(
        '[[fee]]\nname = "F"\npays = 10\nwhen = { online = true }\n',
        '[[cancellation]]\nname = "C"\nwhen = { attended = false }\nshare = "50%"\n',
    )
    entry = Entry(subject=Subject.WORK, facts={"on": ON, "kind": "x", "time": Fraction(60)})
    turned = {fact.name: fact.is_yes_unless_said for fact in asked_facts(read_policy(text), entry)}
    assert turned == {"online": False, "attended": True}
