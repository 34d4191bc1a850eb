"""Test that a heading at the side never loses the text beside it."""

from coprod_desktop.documents.lines import set_block
from coprod_desktop.documents.page import Piece, text_pieces
from coprod_desktop.documents.section import BODY_LEFT, BODY_ROOM, section_pieces
from coprod_desktop.documents.styles import BODY

TALL = "A heading of very many words that needs several lines at the side"


def paragraphs(texts: list[str]) -> list[Piece]:
    blocks = [set_block(text, BODY, BODY_ROOM) for text in texts]
    return [piece for block in blocks for piece in text_pieces(block, BODY_LEFT)]


def test_a_short_text_leaves_room_for_a_tall_heading() -> None:
    pieces = section_pieces(TALL, paragraphs(["One line."]))

    assert sum(piece.height for piece in pieces) > 4 * BODY.leading


def test_the_text_beside_a_heading_stays_with_it_and_the_rest_may_go_on() -> None:
    pieces = section_pieces(TALL, paragraphs([f"Text {number}" for number in range(12)]))

    kept = [piece.is_kept for piece in pieces]
    assert kept[0]
    assert kept == sorted(kept, reverse=True)
    assert not kept[-1]
