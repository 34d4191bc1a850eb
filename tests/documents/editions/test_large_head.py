"""Test the heads of papers and letters in large letters."""

import dataclasses

import pytest

from coprod_desktop.documents.editions.large_print import large_print_pdf
from coprod_desktop.documents.paper import Notice, Opening
from coprod_desktop.domain.errors import LetterMissingError
from tests.edition_papers import LONG_NAME, a_letter, a_paper, an_opening
from tests.paper_marks import aloud
from tests.paper_reading import spoken


def heard(opening: Opening) -> list[tuple[str, str]]:
    return aloud(large_print_pdf([a_paper(parts=(opening,))]))


def test_a_paper_opens_with_who_it_is_from_what_it_is_for_whom_and_when() -> None:
    assert heard(an_opening()) == [
        ("Figure", "Common Table Cardiff"),
        ("P", "Common Table Cardiff"),
        ("P", "Registered charity 1100099"),
        ("H1", "The work you did"),
        ("P", "Salma Al-Haddad"),
        ("P", "سلمى الحداد"),
        ("P", "1 July to 30 September 2026"),
    ]


def test_what_a_head_does_not_have_leaves_no_gap() -> None:
    bare = an_opening(logo=b"", charity_number="", name="", name_in_script="", when="")

    assert heard(bare) == [("P", "Common Table Cardiff"), ("H1", "The work you did")]


def test_a_long_name_and_its_script_both_stand_whole() -> None:
    long = an_opening(name=LONG_NAME)

    assert ("P", LONG_NAME) in heard(long)
    assert spoken(large_print_pdf([a_paper(parts=(long,))])) == ["سلمى الحداد"]


def test_a_name_is_never_printed_without_one_of_its_letters() -> None:
    with pytest.raises(LetterMissingError):
        heard(an_opening(name="Salma \N{CJK UNIFIED IDEOGRAPH-597D}"))


def test_a_letter_names_the_charity_the_day_and_whom_it_is_for() -> None:
    letter = a_letter()
    head = aloud(large_print_pdf([dataclasses.replace(letter, parts=letter.parts[:1])]))

    assert head == [
        ("P", "Common Table Cardiff"),
        ("P", "The Old Library, Wharf Street"),
        ("P", "Cardiff CF99 9ZZ"),
        ("P", "hello@commontable.example"),
        ("P", "Thursday 8 October 2026"),
        ("P", "Letter L-2026-0052"),
        ("P", "Jobcentre Plus"),
        ("P", "For the work coach of Małgorzata Zając"),
        ("H1", "Małgorzata Zając: payments and expenses"),
    ]


def test_a_notice_says_its_heading_and_its_texts() -> None:
    notice = Notice(heading="This replaces S-1.", texts=("An hour was missing.", " "))
    told = aloud(large_print_pdf([a_paper(parts=(an_opening(logo=b""), notice))]))

    assert told[-2:] == [("P", "This replaces S-1."), ("P", "An hour was missing.")]
