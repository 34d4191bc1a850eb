"""Test the head of a paper: name, own script and period beside each other where they fit."""

import pytest

from coprod_desktop.documents.opening import SHEET, Opening, opening_pieces, repeat_opening
from coprod_desktop.documents.styles import NAME
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.errors import LetterMissingError
from tests.paper_reading import page_texts


def an_opening(name: str = "Aisha Rahman", script: str = "", charity: str = "") -> Opening:
    return Opening(
        organisation="Rivermead Together",
        charity_number=charity,
        number="Statement 7",
        title="The work you did",
        name=name,
        name_in_script=script,
        when="1 July to 30 September 2026",
    )


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
    repeat_opening(pen, an_opening())

    assert page_texts(pen.finish()) == ["Rivermead Together Statement 7"]


def test_a_script_without_letters_here_is_refused() -> None:
    with pytest.raises(LetterMissingError):
        opening_pieces(an_opening(script="王小明"))
