"""A cap says what it covers, how much, and over what."""

from fractions import Fraction

import pytest

from coprod_desktop.domain.policy.periods import PeriodKind
from coprod_desktop.domain.policy.prices import Over, Price
from coprod_desktop.domain.policy.read_caps import read_cap, read_excess
from coprod_desktop.domain.policy.rules import Cap, Measure
from tests.domain.policy.texts import a_table, mistakes_of, policy_of

FEE = '[[fee]]\nname = "Audience"\npays = 1\n'


def cap_of(text: str) -> Cap:
    return policy_of(f'{FEE}[[cap]]\nname = "C"\n{text}').caps[0]


@pytest.mark.parametrize(
    ("said", "measure", "amount"),
    [
        ("30.00", Measure.MONEY, 3000),
        ('"£30"', Measure.MONEY, 3000),
        ('"15h"', Measure.TIME, 900),
        ('"6 times"', Measure.TIMES, 6),
        ('"Once"', Measure.TIMES, 1),
        ('"100 miles"', Measure.MILES, 100),
    ],
)
def test_a_cap_counts_what_its_limit_is_written_in(
    said: str, measure: Measure, amount: int
) -> None:
    cap = cap_of(f'covers = "fees"\nat_most = {said}\nper = "month"\n')
    assert (cap.measure, cap.at_most) == (measure, Fraction(amount))


def test_a_cap_keeps_all_that_the_page_names() -> None:
    cap = cap_of(
        'covers = ["Audience", "mileage"]\nat_most = { rate = 25, per = "night" }\n'
        'per = "28 days"\nfor_each = ["project"]\nwhen = { role = "member" }\n'
        'unless = { agreed_before = true }\nfrom = 2026-01-01\nbecause = "Agreed."\n'
    )
    assert cap.covers == {"audience", "mileage"}
    assert isinstance(cap.at_most, Price)
    assert cap.per.kind is PeriodKind.ROLLING_DAYS
    assert cap.for_each == ("project",)
    assert cap.when.holds({"role": "member"})
    assert cap.unless is not None
    assert cap.starts_on is not None
    assert cap.because == "Agreed."
    assert cap.line == 6


def test_a_cap_may_only_warn() -> None:
    cap = cap_of('covers = "fees"\nat_most = 5\nper = "month"\nover = "warned"\n')
    assert (cap.is_excess, cap.over) == (False, Over.WARNED)


def test_an_excess_is_the_first_part_that_is_not_paid() -> None:
    text = f'{FEE}[[excess]]\nname = "X"\ncovers = "fees"\nfirst = "1h"\nper = "month"\n'
    (cap,) = policy_of(text).caps
    assert cap.is_excess
    assert (cap.measure, cap.at_most) == (Measure.TIME, Fraction(60))
    said = mistakes_of(text.replace("first =", "at_most ="))
    assert said == [
        "Line 6: [[excess]] names no amount. Add “first”.",
        "Line 9: “at_most” is not a key of [[excess]]. Did you mean “first”?",
    ]


def test_a_limit_may_be_a_money_fact() -> None:
    cap = cap_of('covers = "fees"\nat_most = "fare"\nper = "day"\n')
    assert isinstance(cap.at_most, Price)
    assert cap.at_most.tariff is not None
    assert cap.at_most.tariff.pays == "fact:fare"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('at_most = 1\nper = "day"', "does not say what it covers"),
        ('covers = "fees"\nper = "day"', "names no amount"),
        ('covers = "fees"\nat_most = 1', 'Add per = "month".'),
        ('covers = "fees"\nat_most = -1\nper = "day"', "-1 is below nothing"),
        ('covers = "fees"\nat_most = "6 cats"\nper = "day"', "is not a limit; write 30.00"),
        ('covers = "fees"\nat_most = "lots"\nper = "day"', "neither an amount"),
        ('covers = "fees"\nat_most = {}\nper = "day"', "“at_most” names no sum"),
        ('covers = "fees"\nlimit = 1\nat_most = 1\nper = "day"', "Did you mean “at_most”?"),
        ('covers = "fees"\nat_most = 1\nper = "day"\nfor_each = "x"', "is not a fact"),
        ('covers = []\nat_most = 1\nper = "day"', "“covers” names nothing"),
    ],
)
def test_a_cap_that_lacks_something_is_told_what(text: str, words: str) -> None:
    (said,) = mistakes_of(f'[[cap]]\nname = "C"\n{text}\n')
    assert words in said


def test_a_cap_can_be_read_alone() -> None:
    table = a_table({"name": "C", "covers": "fees", "at_most": 1, "per": "ever"})
    assert read_cap(table).at_most == Fraction(100)
    table.reading.finish()
    table = a_table({"name": "C", "covers": "fees", "first": 1, "per": "ever"})
    assert read_excess(table).is_excess
    table.reading.finish()
