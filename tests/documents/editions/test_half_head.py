"""Test the head and the foot of a paper in two languages."""

import dataclasses

import pytest

from coprod_desktop.documents.editions.half_head import foot, head_pieces
from coprod_desktop.documents.editions.half_parts import SHEET
from coprod_desktop.documents.editions.voice import speaking_together
from coprod_desktop.documents.paper import Letterhead, Opening
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.i18n import speaking
from tests.edition_papers import LONG_NAME, a_letter, a_paper, an_opening
from tests.paper_marks import aloud, drawn_lines

CODES = ("cy-GB", "en-GB")


def said(welsh: Opening | Letterhead, english: Opening | Letterhead) -> list[tuple[str, str]]:
    pen = Pen("A head", "A charity", SHEET.size, "cy-GB")
    with speaking("cy"), speaking_together("cy", "en"):
        top = 60.0
        for piece in head_pieces((welsh, english), CODES):
            piece.paint(pen, top)
            top += piece.height
    return aloud(pen.finish())


def test_what_is_the_same_in_both_languages_is_said_once() -> None:
    welsh = an_opening(title="Y gwaith a wnaethoch", when="1 Gorffennaf i 30 Medi 2026")

    assert said(welsh, an_opening())[0] == ("Figure", "Common Table Cardiff")
    assert said(welsh, an_opening())[3:] == [
        ("P", "1 Gorffennaf i 30 Medi 2026 1 July to 30 September 2026"),
        ("P", "Salma Al-Haddad"),
        ("P", "سلمى الحداد"),
        ("H1", "Y gwaith a wnaethoch"),
        ("H1", "The work you did"),
    ]


def test_the_when_of_a_paper_for_nobody_stands_below_its_title() -> None:
    plain = an_opening(name="", name_in_script="", when="Thursday 15 October", logo=b"")

    assert said(plain, plain)[-4:] == [
        ("H1", "The work you did"),
        ("P", "Thursday 15 October"),
        ("H1", "The work you did"),
        ("P", "Thursday 15 October"),
    ]


def test_a_name_in_its_own_script_goes_below_a_long_one() -> None:
    short, long = (
        head_pieces((one, one), CODES)[1].height
        for one in (an_opening(), an_opening(name=LONG_NAME))
    )

    assert long > short


def test_a_letter_has_its_address_once_and_its_title_twice() -> None:
    (head, *__) = a_letter().parts
    assert isinstance(head, Letterhead)
    welsh = dataclasses.replace(head, day="Iau 8 Hydref 2026", title="Małgorzata Zając: taliadau")
    heard = said(welsh, head)

    assert [text for tag, text in heard if tag == "H1"] == [
        "Małgorzata Zając: taliadau",
        "Małgorzata Zając: payments and expenses",
    ]
    assert heard.count(("P", "Cardiff CF99 9ZZ")) == 1
    assert ("P", "Iau 8 Hydref 2026 Thursday 8 October 2026") in heard


@pytest.mark.parametrize("number", [1, 12])
def test_the_foot_says_its_page_in_both_languages(number: int) -> None:
    pen = Pen("A foot", "A charity", SHEET.size, "cy-GB")
    with pen.repeated():
        foot((a_paper("cy"), a_paper("en")))(pen, number, 12)
    texts = [line.text for line in drawn_lines(pen.finish())[0]]

    assert f"Tudalen {number} o 12" in texts
    assert f"Page {number} of 12" in texts
