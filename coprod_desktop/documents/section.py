"""Set a part of a paper with its heading at the left of its text, under a rule."""

from collections.abc import Sequence

from coprod_desktop.documents.lines import Block, set_block
from coprod_desktop.documents.opening import SHEET
from coprod_desktop.documents.page import Group, Piece, text_pieces
from coprod_desktop.documents.styles import BODY, BODY_STRONG, MM, ROW_RULE
from coprod_desktop.documents.tagging import Pen

_LEFT = SHEET.margin
_SIDE = 38 * MM
BODY_LEFT = _LEFT + _SIDE + 6 * MM
BODY_ROOM = SHEET.room - _SIDE - 6 * MM
_BULLET = 5 * MM


def section_pieces(text: str, body: list[Piece]) -> list[Piece]:
    """Set a heading at the left of its text, under a rule."""
    heading = set_block(text, BODY_STRONG, _SIDE)
    pad = 3.3 * MM

    def paint(pen: Pen, top: float) -> None:
        with pen.marked("H2"):
            pen.block(heading, _LEFT, top + pad)

    covered = 0.0
    for number, piece in enumerate(body):
        if covered < heading.height:  # the text beside the heading stays with it
            body[number] = piece._replace(is_kept=True)
        covered += piece.height + piece.space
    missing = max(0.0, heading.height - covered)
    body[-1] = body[-1]._replace(height=body[-1].height + missing, is_kept=False)
    return [Piece(pad, paint, space=3.7 * MM, is_kept=True, rule=ROW_RULE), *body]


def paragraphs(texts: Sequence[str]) -> list[Piece]:
    """Set texts one after the other, beside their heading."""
    pieces: list[Piece] = []
    for text in filter(None, map(str.strip, texts)):
        block = set_block(text, BODY, BODY_ROOM)
        pieces += text_pieces(block, BODY_LEFT, space=1.6 * MM if pieces else 0.0)
    return pieces


def bullets(texts: Sequence[str]) -> list[Piece]:
    """Set texts as a list, beside their heading."""
    group = Group("L")
    pieces = []
    for text in filter(None, map(str.strip, texts)):
        pieces.append(_item(set_block(text, BODY, BODY_ROOM - _BULLET), group))
    return pieces


def _item(block: Block, group: Group) -> Piece:
    bullet = set_block("•", BODY, _BULLET)

    def paint(pen: Pen, top: float) -> None:
        pen.begin("LI")
        with pen.marked("Lbl"):
            pen.block(bullet, BODY_LEFT, top)
        with pen.marked("LBody"):
            pen.block(block, BODY_LEFT + _BULLET, top)
        pen.end()

    return Piece(block.height, paint, groups=(group,))
