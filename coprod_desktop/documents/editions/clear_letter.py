"""Set the head of a letter: the charity and its address, whom it is for, and what it is about."""

from coprod_desktop.documents.editions.frame import LETTER
from coprod_desktop.documents.fonts import Weight
from coprod_desktop.documents.images import logo_size
from coprod_desktop.documents.lines import Block, set_block, set_name_block
from coprod_desktop.documents.page import Piece, text_pieces
from coprod_desktop.documents.paper import Letterhead
from coprod_desktop.documents.styles import MM, STRONG_RULE, Style
from coprod_desktop.documents.tagging import Pen

_ORGANISATION = Style(18, 22, Weight.BOLD)
_MOST_HIGH = 25 * MM
_LOGO = 18 * MM
_GAP = 4 * MM
_ABOVE_RULE = 3.5 * MM
_LEFT = LETTER.left
_ROOM = LETTER.room
_BODY = LETTER.look.body


def letterhead(part: Letterhead) -> list[Piece]:
    """Set the head of a letter; raises LetterMissingError for a name we cannot print."""
    title = set_name_block(part.title, LETTER.look.title, _ROOM)
    return [
        _who_from(part),
        _who_for(part),
        *text_pieces(title, _LEFT, tag="H1", space=5 * MM),
    ]


def _who_from(part: Letterhead) -> Piece:
    address = [set_block(line, _BODY, _ROOM * 0.45) for line in part.address]
    tall = sum(block.height for block in address)
    wide = max((block.width for block in address), default=0.0)
    logo = logo_size(part.logo, min(_MOST_HIGH, max(tall, _LOGO)))
    indent = logo[0] + _GAP if part.logo else 0.0
    name = set_name_block(part.organisation, _ORGANISATION, _ROOM - wide - indent - 2 * _GAP)
    height = max(tall, logo[1], name.height)

    def paint(pen: Pen, top: float) -> None:
        if part.logo:
            pen.picture(part.logo, _LEFT, top, logo, part.organisation)
        down = max(0.0, (logo[1] - name.height) / 2)
        with pen.marked("P"):
            pen.block(name, _LEFT + indent, top + down)
        _right(pen, address, top)
        pen.rule(_LEFT, top + height + _ABOVE_RULE, _ROOM, STRONG_RULE)

    return Piece(height + _ABOVE_RULE, paint)


def _who_for(part: Letterhead) -> Piece:
    """Set whom the letter is for beside its day and number."""
    when = [set_block(line, _BODY, _ROOM * 0.4) for line in (part.day, part.number) if line]
    wide = max((block.width for block in when), default=0.0)
    to = [set_name_block(line, _BODY, _ROOM - wide - _GAP) for line in part.to]
    height = max(sum(block.height for block in blocks) for blocks in (to, when))

    def paint(pen: Pen, top: float) -> None:
        at = top
        for block in to:
            with pen.marked("P"):
                pen.block(block, _LEFT, at)
            at += block.height
        _right(pen, when, top)

    return Piece(height, paint, space=5 * MM)


def _right(pen: Pen, blocks: list[Block], top: float) -> None:
    """Draw lines that end together at the right."""
    for block in blocks:
        with pen.marked("P"):
            pen.block(block, _LEFT, top, _ROOM)
        top += block.height
