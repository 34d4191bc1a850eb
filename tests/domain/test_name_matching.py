"""A name in a list means somebody for sure, perhaps, one of several, or nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.name_matching import Meaning, NameMatcher
from coprod_desktop.domain.text import fold
from tests.builders import a_participant

PEOPLE = [
    a_participant(participant_id=number, name=name, name_on_papers=also)
    for number, (name, also) in enumerate(
        [
            ("Amina Yusuf", ""),
            ("Catrin Llŷr", ""),
            ("Samir Khan", ""),
            ("Sam King", ""),
            ("Siân Wyn Ellis", ""),
            ("Tom Brennan", ""),
            ("Tom Brennan", ""),
            ("Mohammed Al-Sayed", "Mo Sayed"),
        ],
        start=1,
    )
]
MATCHER = NameMatcher(PEOPLE, {fold("Sami K."): 3})


def names(written: str) -> list[str]:
    return [person.name for person in MATCHER.match(written).people]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Amina Yusuf", "Amina Yusuf"),
        ("  AMINA   yusuf ", "Amina Yusuf"),
        ("Yusuf, Amina", "Amina Yusuf"),
        ("Dr Catrin Llyr", "Catrin Llŷr"),
        ("Ellis, Siân Wyn", "Siân Wyn Ellis"),
        ("Sami K.", "Samir Khan"),
    ],
)
def test_accents_case_order_titles_and_aliases_do_not_hide_whom_a_name_means(
    written: str, name: str
) -> None:
    match = MATCHER.match(written)
    assert match.meaning is Meaning.SURE
    assert [person.name for person in match.people] == [name]


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Amina Yusof", ["Amina Yusuf"]),
        ("Catrn Llyr", ["Catrin Llŷr"]),
        ("Sam K.", ["Sam King", "Samir Khan"]),
        ("Sian Ellis", ["Siân Wyn Ellis"]),
        ("Mo Sayed", ["Mohammed Al-Sayed"]),
        ("Amina", ["Amina Yusuf"]),
    ],
)
def test_a_short_or_misspelt_name_is_asked_about_and_never_taken(
    written: str, people: list[str]
) -> None:
    assert MATCHER.match(written).meaning is Meaning.CLOSE
    assert names(written) == people


def test_two_people_of_one_name_are_to_be_told_apart() -> None:
    match = MATCHER.match("tom brennan")
    assert match.meaning is Meaning.NAMESAKES
    assert [person.participant_id for person in match.people] == [6, 7]


@pytest.mark.parametrize("written", ["Ffion Abbott", "Zoë", "x", "Joan Smith", ",", "", "…"])
def test_a_name_like_no_other_means_nobody(written: str) -> None:
    assert MATCHER.match(written).meaning is Meaning.NOBODY


def test_an_alias_of_somebody_who_left_means_nobody() -> None:
    matcher = NameMatcher(PEOPLE[:2], {fold("Sami K."): 3})
    assert matcher.match("Sami K.").meaning is Meaning.NOBODY


@given(st.text(max_size=40))
def test_any_text_at_all_gets_an_answer(written: str) -> None:
    match = MATCHER.match(written)
    assert (len(match.people) == 1) or match.meaning is not Meaning.SURE
    assert bool(match.people) is (match.meaning is not Meaning.NOBODY)


@given(st.sampled_from(PEOPLE), st.integers(0, 8), st.sampled_from("abcdeiou"))
def test_one_wrong_letter_never_makes_somebody_else_of_a_person(
    person: object, at: int, letter: str
) -> None:
    name = getattr(person, "name")  # noqa: B009 - hypothesis gives the type as an object
    written = name[:at] + letter + name[at + 1 :]
    match = MATCHER.match(written)
    if match.meaning is Meaning.SURE:
        assert fold(match.people[0].name) == fold(written)
