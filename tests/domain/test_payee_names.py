"""A name is found as banks write it: cut, folded, by initial, surname first; and no other name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.payee_names import KnownTexts, name_of, reference_of, words_of
from tests.domain import slow_payee_names

PEOPLE = (
    "Aisha Rahman",
    "Samir Rahman",
    "Siân O'Brien",
    "Łukasz Þór Smith-Jones",
    "Christopher Featherstonehaugh",
    "Llŷr",
    "Mr J. Van Dijk",
    "Ann Lee",
)
KNOWN = KnownTexts(
    [name_of(person) for person in PEOPLE], ["Pay run 7", "Pay run 70", "Involvement pay run 12"]
)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("AISHA RAHMAN", "Aisha Rahman"),
        ("Rahman, Aisha B", "Aisha Rahman"),
        ("MISS A RAHMAN FP 13/11/26", "Aisha Rahman"),
        ("RAHMAN A", "Aisha Rahman"),
        ("SIAN OBRIEN", "Siân O'Brien"),
        ("SIAN O BRIEN", "Siân O'Brien"),
        ("S O’BRIEN", "Siân O'Brien"),
        ("LUKASZ SMITHJONES", "Łukasz Þór Smith-Jones"),
        ("LUKASZ THOR SMITH JONES", "Łukasz Þór Smith-Jones"),
        ("CHRISTOPHER FEATHE", "Christopher Featherstonehaugh"),
        ("CHRISTOPHER FEATHERSTONEHAUGH", "Christopher Featherstonehaugh"),
        ("LLYR", "Llŷr"),
        ("JAN VAN DIJK", "Mr J. Van Dijk"),
        ("MR J VANDIJK", "Mr J. Van Dijk"),
    ],
)
def test_a_name_is_found_as_a_bank_writes_it(text: str, person: str) -> None:
    assert KNOWN.names_in(words_of(text)) == {name_of(person)}


@pytest.mark.parametrize(
    "text",
    [
        "RAHMAN",
        "B RAHMAN",
        "JOANN LEEDS",
        "CHRISTOPHER FEATHERLEY",
        "CHRISTOPHER",
        "VAN HIRE DIJKSTRA",
        "",
    ],
)
def test_another_name_is_not_taken_for_one_that_we_know(text: str) -> None:
    assert KNOWN.names_in(words_of(text)) == frozenset()


def test_a_line_that_fits_two_names_tells_both() -> None:
    both = KnownTexts([name_of("John Smith"), name_of("Jane Smith")], [])
    assert len(both.names_in(words_of("J SMITH"))) == 2
    assert both.names_in(words_of("JANE SMITH")) == {("jane", "smith")}


def test_a_name_in_full_goes_before_one_that_we_know_by_its_initial() -> None:
    both = KnownTexts([name_of("A. Rahman"), name_of("Aisha Rahman")], [])
    assert both.names_in(words_of("AISHA RAHMAN")) == {("aisha", "rahman")}
    assert len(both.names_in(words_of("A RAHMAN"))) == 2


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("PAY RUN 7", {"payrun7"}),
        ("PAYRUN7", {"payrun7"}),
        ("AISHA PAY-RUN 7 FP", {"payrun7"}),
        ("PAY RUN 70", {"payrun70"}),
        ("PAY RUN 71", set()),
        ("PAY RUN 7 PAY RUN 70", {"payrun7", "payrun70"}),
        ("INVOLVEMENT PAY RU", {"involvementpayrun12"}),
    ],
)
def test_a_reference_is_found_whole(text: str, references: set[str]) -> None:
    assert KNOWN.references_in(words_of(text)) == references


def test_titles_are_no_part_of_a_name_unless_there_is_nothing_else() -> None:
    assert name_of("Dr. Aisha Rahman") == ("aisha", "rahman")
    assert name_of("Master") == ("master",)
    assert name_of("  ") == ()
    assert reference_of("Pay run 7!") == "payrun7"


# Few letters and words, so that names share them; long ones are cut by banks.
WORDS = st.sampled_from(
    ["a", "b", "ab", "ba", "bab", "abba", "aabbaabb", "babababababababa", "ab" * 9, "ba" * 10]
)
MANY_NAMES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(tuple), max_size=12)


@given(names=MANY_NAMES, line=st.lists(WORDS, max_size=5), data=st.data())
def test_looking_up_finds_what_trying_every_name_finds(
    names: list[tuple[str, ...]], line: list[str], data: st.DataObject
) -> None:
    told = line
    if names:  # a line that tells one of them, perhaps as a bank cuts it
        text = " ".join([*data.draw(st.sampled_from(names)), *line])
        told = text[: data.draw(st.sampled_from([5, 12, 17, 18, 19, 40]))].split()
    for words in (tuple(line), tuple(told), tuple(reversed(told))):
        assert KnownTexts(names, []).names_in(words) == slow_payee_names.names_in(names, words)
