"""What is said about an entry is kept as lines that read as the same again."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import TextUnprintableError
from coprod_desktop.domain.policy.facts import FactKind, FactValue
from coprod_desktop.domain.text import clean_line
from coprod_desktop.services.asked_facts import AskedFact
from coprod_desktop.services.circumstance_lines import read_lines, write_lines
from coprod_desktop.services.entries import fact_table

FACTS = tuple(
    AskedFact(name=name, kind=kind)
    for name, kind in {
        "passengers": FactKind.NUMBER,
        "fare": FactKind.MONEY,
        "notice": FactKind.LENGTH,
        "left_home": FactKind.CLOCK,
        "agreed_on": FactKind.DAY,
        "in_travel_plan": FactKind.YES_NO,
        "evidence": FactKind.WORDS,
    }.items()
)
PASSENGERS = FACTS[0]


def _is_clean(text: str) -> bool:
    try:
        return clean_line(text) == text
    except Exception:  # noqa: BLE001 - whatever a form would refuse before
        return False


SAID = st.fixed_dictionaries(
    {},
    optional={
        "passengers": st.integers(0, 10**9 * 1000).map(lambda number: Fraction(number, 1000)),
        "fare": st.integers(0, 10**8).map(Fraction),
        "notice": st.integers(0, 10_000).map(Fraction),
        "left_home": st.integers(0, 24 * 60 - 1),
        "agreed_on": st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 1, 1)),
        "in_travel_plan": st.booleans(),
        "evidence": st.text(min_size=1, max_size=40).filter(_is_clean),
    },
)


@given(SAID)
def test_what_is_written_reads_as_the_same(said: dict[str, FactValue]) -> None:
    assert read_lines(write_lines("", FACTS, said), FACTS) == said


@given(SAID, SAID)
def test_what_is_said_later_takes_the_place_of_what_was_said(
    first: dict[str, FactValue], later: dict[str, FactValue]
) -> None:
    text = write_lines(write_lines("", FACTS, first), FACTS, later)
    assert read_lines(text, FACTS) == later


@given(st.text(max_size=60), SAID)
def test_no_text_that_was_there_keeps_a_fact_from_being_read(
    before: str, said: dict[str, FactValue]
) -> None:
    assert read_lines(write_lines(before, FACTS, said), FACTS).items() >= said.items()


def test_lines_look_as_the_guide_to_policies_writes_them() -> None:
    said: dict[str, FactValue] = {
        "passengers": Fraction(2),
        "fare": Fraction(460),
        "notice": Fraction(2160),
        "left_home": 400,
        "agreed_on": datetime.date(2026, 11, 16),
        "in_travel_plan": True,
        "evidence": 'A "return" from Llŷn',
    }
    assert write_lines("", FACTS, said).splitlines() == [
        "passengers = 2",
        "fare = 4.6",
        'notice = "2160m"',
        'left_home = "06:40"',
        "agreed_on = 2026-11-16",
        "in_travel_plan = true",
        'evidence = "A \\"return\\" from Llŷn"',
    ]


def test_other_lines_are_kept_behind_what_is_said() -> None:
    before = "# from the paper form\npassengers = 1\nengine_cc = 998\n[other]\nx = 1"
    text = write_lines(before, [PASSENGERS], {"passengers": Fraction(3)})
    assert text == "passengers = 3\n# from the paper form\nengine_cc = 998\n[other]\nx = 1"
    assert write_lines(text, [PASSENGERS], {}) == text.removeprefix("passengers = 3\n")


def test_a_value_of_another_kind_stays_until_a_better_one_is_said() -> None:
    before = 'passengers = "two"'
    assert read_lines(before, [PASSENGERS]) == {}
    assert write_lines(before, [PASSENGERS], {}) == before
    assert write_lines(before, [PASSENGERS], {"passengers": Fraction(2)}) == "passengers = 2"


@pytest.mark.parametrize("line", ["there were two of them", "engine_cc = 1\nengine_cc = 2"])
def test_what_nothing_can_read_becomes_a_remark(line: str) -> None:
    text = write_lines(line, [PASSENGERS], {"passengers": Fraction(2)})
    assert fact_table(text)["passengers"] == 2
    assert all(f"# {part}" in text for part in line.splitlines())


def test_words_that_no_paper_could_show_are_refused() -> None:
    with pytest.raises(TextUnprintableError):
        write_lines("", FACTS, {"evidence": "a\x7fb"})
