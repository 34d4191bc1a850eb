"""Test what stands in halves, and what is stacked where it cannot."""

import dataclasses

from coprod_desktop.documents.editions.half_parts import (
    HALVES,
    MIDDLE,
    notice_texts,
    stacked,
    strong_rule,
    summary_piece,
    with_room_below,
)
from coprod_desktop.documents.lines import Stacked
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.paper import Bar, Blank, Mark, Notice, Stripe, Summary, Text, Ticks
from coprod_desktop.documents.styles import A4
from coprod_desktop.documents.tagging import Pen
from tests.edition_papers import a_summary
from tests.paper_marks import aloud, told

CODES = ("cy-GB", "en-GB")


def painted(piece: Piece) -> bytes:
    pen = Pen("Halves", "A charity", A4, "cy-GB")
    piece.paint(pen, 100)
    return pen.finish()


def test_the_halves_have_the_same_width_on_both_sides_of_the_middle() -> None:
    left, right = HALVES

    assert left.room == right.room
    assert left.left + left.room < MIDDLE < right.left
    assert MIDDLE - (left.left + left.room) == right.left - MIDDLE


def test_every_figure_is_read_in_welsh_and_then_in_english() -> None:
    pdf = painted(summary_piece((a_summary(), a_summary()), CODES))
    figure, welsh, english = told(pdf).kids

    assert figure.says["Alt"] == "12 hours were paid, 4 hours unpaid."
    assert [said.text for said in welsh.all()] == [said.text for said in english.all()]
    assert [said.tag for said in welsh.kids][:2] == ["H2", "P"]


def test_the_words_for_the_bar_are_said_in_both_languages() -> None:
    welsh = dataclasses.replace(
        a_summary(), bar=Bar(minutes_paid=1, minutes_unpaid=1, says="hanner")
    )
    english = dataclasses.replace(welsh, bar=Bar(minutes_paid=1, minutes_unpaid=1, says="half"))
    pdf = painted(summary_piece((welsh, english), CODES))

    assert aloud(pdf)[0] == ("Figure", "hanner\nhalf")


def test_without_work_there_is_no_bar() -> None:
    none = dataclasses.replace(a_summary(), bar=Bar(minutes_paid=0, minutes_unpaid=0, says=""))
    bare = Summary(rows=a_summary().rows)
    with_bar, without, without_headline = (
        summary_piece((one, one), CODES) for one in (a_summary(), none, bare)
    )

    assert without_headline.height < without.height < with_bar.height
    assert "Figure" not in [tag for tag, __ in aloud(painted(without))]


def test_a_notice_becomes_paragraphs() -> None:
    notice = Notice(heading="Read this.", texts=("Why.",))

    assert notice_texts(notice) == [Text(text="Read this.", is_strong=True), Text(text="Why.")]
    assert notice_texts(None) == []
    assert strong_rule().is_kept


def test_room_below_a_piece_makes_it_higher_and_the_rule_longer() -> None:
    piece = Piece(20, lambda pen, top: None)

    assert with_room_below(piece, 7, MIDDLE).height == 27
    pen = Pen("Halves", "A charity", A4, "cy-GB")
    with_room_below(piece, 7, 0).paint(pen, 100)
    drawn = len(pen._code)
    with_room_below(piece, 7, MIDDLE).paint(pen, 100)
    assert len(pen._code) == drawn + 3


def test_words_that_differ_are_stacked_and_all_else_is_kept() -> None:
    both = stacked(
        (Ticks(texts=("Ydw.", "£"), blanks=(None, "£")), Ticks(texts=("Yes.", "£"))), CODES
    )

    assert both.blanks == (None, "£")
    assert both.texts == ("Ydw.\nYes.", "£")
    assert isinstance(both.texts[0], Stacked)
    assert not isinstance(both.texts[1], Stacked)


def test_numbers_and_signs_stay_what_they_are() -> None:
    welsh, english = (Stripe(label=label, minutes_paid=60, says="") for label in ("Mai", "May"))
    both = stacked((welsh, english), CODES)

    assert (both.label, both.minutes_paid) == ("Mai\nMay", 60)
    assert stacked((Blank(label="Enw", lines=3), Blank(label="Name", lines=3)), CODES).lines == 3
    summary = stacked((a_summary(), a_summary()), CODES)
    assert summary.rows[0][0].mark is Mark.PAID


def test_what_only_one_language_has_is_not_stacked() -> None:
    assert stacked((None, Blank(label="Name")), CODES) == Blank(label="Name")
