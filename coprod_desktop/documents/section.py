"""Set a part of a paper with its heading at the left of its text, under a rule."""

from coprod_desktop.documents.lines import set_block
from coprod_desktop.documents.opening import SHEET
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.styles import BODY_STRONG, MM, ROW_RULE
from coprod_desktop.documents.tagging import Pen

_LEFT = SHEET.margin
_SIDE = 38 * MM
BODY_LEFT = _LEFT + _SIDE + 6 * MM
BODY_ROOM = SHEET.room - _SIDE - 6 * MM


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
