"""Set boxes to sign in, with room for a hand that needs it."""

from collections.abc import Sequence

from coprod_desktop.documents.fonts import Weight, set_name, set_text
from coprod_desktop.documents.lines import Block, break_lines, set_block
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.styles import MM, ROW_RULE, SHEET, STRONG_RULE
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.i18n import _

_GAP = 5 * MM
_PAD = 3 * MM
_TOP_PAD = 1.6 * MM
_FOOT = 2 * MM
_HAND = 12 * MM


def signature_piece(people: Sequence[tuple[str, str]], x: float, width: float) -> Piece:
    """Set one box for each role and name; raises LetterMissingError for a name."""
    each = (width - _GAP * (len(people) - 1)) / len(people)
    room = each - 2 * _PAD
    boxes = [_label(role, name, room) for role, name in people]
    signature, date = (set_block(text, SHEET, room) for text in (_("Signature"), _("Date")))
    tall = max(box.height for box in boxes)
    line_at = _TOP_PAD + tall + _HAND
    height = line_at + 0.6 * MM + signature.height + _FOOT

    def paint(pen: Pen, top: float) -> None:
        for number, box in enumerate(boxes):
            left = x + number * (each + _GAP)
            y = pen.height - top
            with pen.artefact():
                outline = f"{left:.2f} {y - height:.2f} {each:.2f} {height:.2f} re"
                pen.draw(f"{STRONG_RULE} w {outline} S")
            with pen.marked("P"):
                pen.block(box, left + _PAD, top + _TOP_PAD)
            pen.rule(left + _PAD, top + line_at, room, ROW_RULE)
            below = top + line_at + 0.6 * MM
            with pen.marked("P"):
                pen.block(signature, left + _PAD, below)
                pen.block(date, left + _PAD + room * 0.6, below)

    return Piece(height, paint, space=3 * MM)


def _label(role: str, name: str, room: float) -> Block:
    """Set the role and the name after it."""
    runs = set_text(f"{role} ", Weight.SEMIBOLD) + set_name(name)
    return break_lines(runs, SHEET, room)
