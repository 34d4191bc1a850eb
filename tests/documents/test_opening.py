"""Test the head of a paper: name, own script and period beside each other where they fit."""

import dataclasses

import pytest

from coprod_desktop.documents.opening import (
    LOGO,
    SHEET,
    opening_pieces,
    repeat_head,
)
from coprod_desktop.documents.paper import Opening
from coprod_desktop.documents.styles import NAME
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.errors import LetterMissingError
from tests.edition_papers import a_picture
from tests.paper_marks import aloud
from tests.paper_reading import page_texts


def an_opening(
    name: str = "Aisha Rahman", script: str = "", charity: str = "", logo: bytes = b""
) -> Opening:
    return Opening(
        organisation="Rivermead Together",
        charity_number=charity,
        number="Statement 7",
        title="The work you did",
        name=name,
        name_in_script=script,
        when="1 July to 30 September 2026",
        logo=logo,
    )


def heard(opening: Opening) -> list[tuple[str, str]]:
    pen = Pen("Head", "Rivermead Together", SHEET.size, "en-GB")
    for piece in opening_pieces(opening):
        piece.paint(pen, 60)
    return aloud(pen.finish())


def test_a_short_name_and_the_period_share_a_line_and_a_long_name_does_not() -> None:
    short = opening_pieces(an_opening())[-1].height
    long = opening_pieces(an_opening("Maximiliana Featherstonehaugh-Cholmondeley"))[-1].height

    assert short == NAME.leading
    assert long > NAME.leading


def test_the_charity_number_is_printed_where_there_is_one() -> None:
    pen = Pen("Head", "Rivermead Together", SHEET.size, "en-GB")
    opening_pieces(an_opening(charity="1100099"))[0].paint(pen, 60)

    assert page_texts(pen.finish()) == ["Rivermead Together Registered charity 1100099 Statement 7"]


def test_later_pages_name_the_organisation_and_the_paper() -> None:
    pen = Pen("Head", "Rivermead Together", SHEET.size, "en-GB")
    opening = an_opening()
    repeat_head(pen, opening.organisation, opening.number, opening.logo)

    assert page_texts(pen.finish()) == ["Rivermead Together Statement 7"]


def test_a_script_without_letters_here_is_refused() -> None:
    with pytest.raises(LetterMissingError):
        opening_pieces(an_opening(script="王小明"))


def test_the_logo_stands_for_the_name_of_the_organisation_and_keeps_to_its_height() -> None:
    opening = an_opening(logo=a_picture(size=(30, 60)))

    assert heard(opening)[:2] == [
        ("Figure", "Rivermead Together"),
        ("P", "Rivermead Together"),
    ]
    assert opening_pieces(opening)[0].height == pytest.approx(LOGO)


def test_the_logo_returns_on_later_pages_for_the_eye_only() -> None:
    pen = Pen("Head", "Rivermead Together", SHEET.size, "en-GB")
    with pen.repeated():
        repeat_head(pen, "Rivermead Together", "7", a_picture())
    pdf = pen.finish()

    assert aloud(pdf) == []
    assert page_texts(pdf) == ["Rivermead Together 7"]


def test_a_paper_for_nobody_says_its_when_below_its_title() -> None:
    assert heard(an_opening(name=""))[-2:] == [
        ("H1", "The work you did"),
        ("P", "1 July to 30 September 2026"),
    ]


def test_what_an_opening_has_not_is_left_out() -> None:
    bare = dataclasses.replace(an_opening(name=""), when="", number="")

    assert [text for __, text in heard(bare)] == ["Rivermead Together", "The work you did"]
    timeless = opening_pieces(dataclasses.replace(an_opening("A" * 60), when=""))[-1].height
    assert timeless < opening_pieces(an_opening("A" * 60))[-1].height
