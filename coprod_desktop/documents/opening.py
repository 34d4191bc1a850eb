"""Set the head of a paper for a person: who it is from, its number, its name and for whom."""

from coprod_desktop.documents.images import logo_size
from coprod_desktop.documents.lines import Block, set_block, set_name_block
from coprod_desktop.documents.page import Piece, Sheet, text_pieces
from coprod_desktop.documents.paper import Opening
from coprod_desktop.documents.styles import (
    A4,
    BODY,
    BODY_STRONG,
    MM,
    NAME,
    ROW_RULE,
    TABLE,
    TITLE,
    Style,
)
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.i18n import _

SHEET = Sheet(A4, 20 * MM, 13 * MM)
TOP = 20 * MM
NEXT_TOP = 33 * MM
_LEFT = SHEET.margin
_SCRIPT = Style(17, 26)
_GAP = 8 * MM
LOGO = 11 * MM
_LOGO_GAP = 3 * MM


def opening_pieces(opening: Opening) -> list[Piece]:
    """Set the head of the first page; raises LetterMissingError for a name we cannot print."""
    title = set_block(opening.title, TITLE, SHEET.room)
    pieces = [_who_from(opening), *text_pieces(title, _LEFT, tag="H1", space=3 * MM)]
    if opening.name:
        pieces.append(_who_for(opening))
    elif opening.when:
        pieces += text_pieces(set_block(opening.when, BODY, SHEET.room), _LEFT)
    return pieces


def repeat_head(
    pen: Pen, organisation: str, number: str, logo: bytes, style: Style = BODY_STRONG
) -> None:
    """Draw from whom a paper is, with the logo, and its number, over a rule."""
    right = set_block(number, style._replace(weight=BODY.weight), SHEET.room / 2)
    size = logo_size(logo, LOGO)
    indent = size[0] + _LOGO_GAP if logo else 0.0
    room = SHEET.room - right.width - _GAP - indent
    name = set_name_block(organisation, style, room)
    tall = max(style.leading, size[1])
    if logo:
        pen.picture(logo, _LEFT, TOP, size, organisation)
    at = TOP + (tall - style.leading) / 2
    pen.block(Block(name.lines[:1], style), _LEFT + indent, at)
    pen.block(right, _LEFT, at, SHEET.room)
    pen.rule(_LEFT, NEXT_TOP - 2 * MM, SHEET.room, ROW_RULE)


def _who_from(opening: Opening) -> Piece:
    right = set_block(opening.number, BODY, SHEET.room / 2)
    logo = logo_size(opening.logo, LOGO)
    indent = logo[0] + _LOGO_GAP if opening.logo else 0.0
    room = SHEET.room - right.width - _GAP - indent
    name = set_name_block(opening.organisation, BODY_STRONG, room)
    charity = _("Registered charity {number}").format(number=opening.charity_number)
    below = set_block(charity if opening.charity_number else "", TABLE, room)
    tall = name.height + (below.height if opening.charity_number else 0.0)
    height = max(tall, logo[1])

    def paint(pen: Pen, top: float) -> None:
        if opening.logo:
            middle = top + (height - logo[1]) / 2
            pen.picture(opening.logo, _LEFT, middle, logo, opening.organisation)
        top += (height - tall) / 2
        with pen.marked("P"):
            pen.block(name, _LEFT + indent, top)
        if opening.charity_number:
            with pen.marked("P"):
                pen.block(below, _LEFT + indent, top + name.height)
        if opening.number:
            with pen.marked("P"):
                pen.block(right, _LEFT, top, SHEET.room)

    return Piece(height, paint)


def _who_for(opening: Opening) -> Piece:
    """Set the name, its own script after it, and the when: on one line where they fit."""
    name = set_name_block(opening.name, NAME, SHEET.room)
    script = set_name_block(opening.name_in_script, _SCRIPT, SHEET.room)
    when = set_block(opening.when, BODY, SHEET.room)
    gap = 5 * MM if opening.name_in_script else 0.0
    script_beside = len(name.lines) == 1 and name.width + gap + script.width <= SHEET.room
    script_x = name.width + gap if script_beside else 0.0
    script_top = 0.0 if script_beside else name.height
    height = name.height
    if opening.name_in_script and not script_beside:
        height += script.height
    used = script_x + script.width if opening.name_in_script else name.width
    when_beside = height <= NAME.leading and used + _GAP + when.width <= SHEET.room
    when_top = (NAME.leading - BODY.leading) * 0.75 if when_beside else height
    height += 0.0 if when_beside or not opening.when else when.height

    def paint(pen: Pen, top: float) -> None:
        with pen.marked("P"):
            pen.block(name, _LEFT, top)
        if opening.name_in_script:
            with pen.marked("P"):
                pen.block(script, _LEFT + script_x, top + script_top)
        if opening.when:
            with pen.marked("P"):
                room = SHEET.room if when_beside else 0.0
                pen.block(when, _LEFT, top + when_top, room)

    return Piece(height, paint)
