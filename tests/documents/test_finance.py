"""Test the parts that finance's papers share."""

import pytest

from coprod_desktop.documents.finance import (
    PORTRAIT,
    grouped,
    head_piece,
    kept_together,
    labelled_pieces,
    plain_pounds,
    section_heading,
)
from coprod_desktop.documents.lines import set_block
from coprod_desktop.documents.page import Piece, compose, print_pages
from coprod_desktop.documents.styles import SHEET
from coprod_desktop.documents.tagging import Pen
from tests.paper_reading import found, page_texts, structure


def printed(*pieces: Piece) -> bytes:
    pen = Pen("A paper", "A charity", PORTRAIT.size, "en-GB")
    return print_pages(pen, PORTRAIT, compose(pieces, 40, 40, PORTRAIT.bottom), "A paper")


def test_the_head_names_the_organisation_before_the_title() -> None:
    right = [set_block("£10.00", SHEET, 200)]
    pdf = printed(head_piece(PORTRAIT, "Cwm Siân", "1100099", "A title", right))

    assert page_texts(pdf)[0].startswith("Cwm Siân, registered charity 1100099 A title £10.00")
    assert [len(found(structure(pdf), tag)) for tag in ("H1", "P")] == [1, 2]
    assert "charity" not in page_texts(printed(head_piece(PORTRAIT, "Cwm", "", "A title", [])))[0]


def test_a_long_text_stands_below_its_label_and_never_without_it() -> None:
    (short,) = labelled_pieces(PORTRAIT, "Note", "word")
    label, *rest = labelled_pieces(PORTRAIT, "Note", "word " * 200)

    assert not short.is_kept
    assert label.is_kept
    assert rest
    assert page_texts(printed(label, *rest))[0].startswith("Note word word")


def test_a_heading_stays_with_what_follows() -> None:
    assert all(piece.is_kept for piece in section_heading(PORTRAIT, "A part"))


@pytest.mark.parametrize(
    ("count", "last", "kept"),
    [(0, 0, []), (1, 0, [False]), (3, 0, [True, True, False]), (4, 2, [False, False, True, False])],
)
def test_pieces_are_kept_with_the_next_and_the_last_is_free(
    count: int, last: int, kept: list[bool]
) -> None:
    piece = labelled_pieces(PORTRAIT, "Note", "word")[0]

    assert [one.is_kept for one in kept_together([piece] * count, last=last)] == kept


def test_amounts_and_codes_are_written_to_be_compared() -> None:
    assert plain_pounds(123456) == "1,234.56"
    assert plain_pounds(-450) == "−4.50"
    assert grouped("0123456789abcdef0") == "01234567 89abcdef 0"
