"""Set the head and the foot of a paper in two languages."""

from collections.abc import Sequence
from typing import Any

from coprod_desktop.documents.editions import clear_letter
from coprod_desktop.documents.editions.half_parts import MIDDLE, SHEET, stacked
from coprod_desktop.documents.editions.strands import Pair
from coprod_desktop.documents.editions.voice import said, speaking_as
from coprod_desktop.documents.fonts import Weight
from coprod_desktop.documents.images import logo_size
from coprod_desktop.documents.lines import set_block, set_name_block
from coprod_desktop.documents.opening import LOGO
from coprod_desktop.documents.page import Foot, Piece, text_pieces
from coprod_desktop.documents.paper import Letterhead, Opening, Paper
from coprod_desktop.documents.styles import BODY, BODY_STRONG, MM, NAME, ROW_RULE, TABLE, Style
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.i18n import _

_TITLE = Style(20, 26, Weight.BOLD)
_LETTER_TITLE = Style(14, 18, Weight.BOLD)
_SCRIPT = Style(17, 26)
_GAP = 5 * MM
_ROOM = SHEET.room / 2 - _GAP


def head_pieces(both: tuple[Any, Any], codes: tuple[str, str]) -> list[Piece]:
    """Set who the paper is from and for, and below that its title in both languages."""
    together = stacked(both, codes)
    style = _LETTER_TITLE if isinstance(together, Letterhead) else _TITLE
    if isinstance(together, Letterhead):
        pieces = clear_letter.letterhead(together)[:2]
    else:
        pieces = [_who_from(together), *_who_for(together)]
    halves = [
        _title(part, x, style) if part else []
        for part, x in zip(both, (SHEET.margin, MIDDLE + _GAP), strict=True)
    ]
    titles = Pair(codes, MIDDLE, has_rule=False).pieces((halves[0], halves[1]), 2 * MM)
    return [piece._replace(is_kept=True) for piece in (*pieces, *titles)]


def _title(part: Opening | Letterhead, x: float, style: Style) -> list[Piece]:
    """Set the title, and below it the when of a paper without a name."""
    pieces = text_pieces(set_name_block(part.title, style, _ROOM), x, tag="H1")
    if isinstance(part, Opening) and part.when and not part.name:
        pieces += text_pieces(set_block(part.when, BODY, _ROOM), x)
    return pieces


def _who_from(opening: Opening) -> Piece:
    """Set the charity at the left and the period at the right, in both languages."""
    when = set_block(opening.when if opening.name else "", BODY, SHEET.room / 2)
    logo = logo_size(opening.logo, LOGO)
    indent = logo[0] + 3 * MM if opening.logo else 0.0
    room = SHEET.room - when.width - 8 * MM - indent
    name = set_name_block(opening.organisation, BODY_STRONG, room)
    number = opening.charity_number
    charity = said(lambda: _("Registered charity {number}").format(number=number))
    below = set_block(charity if number else "", TABLE, room)
    height = max(name.height + (below.height if number else 0.0), when.height, logo[1])

    def paint(pen: Pen, top: float) -> None:
        if opening.logo:
            pen.picture(opening.logo, SHEET.margin, top, logo, opening.organisation)
        left = SHEET.margin + indent
        with pen.marked("P"):
            pen.block(name, left, top)
        if number:
            with pen.marked("P"):
                pen.block(below, left, top + name.height)
        if opening.name and opening.when:
            with pen.marked("P"):
                pen.block(when, SHEET.margin, top, SHEET.room)

    return Piece(height, paint)


def _who_for(opening: Opening) -> list[Piece]:
    """Set the name and, after it, its own script."""
    if not opening.name:
        return []
    name = set_name_block(opening.name, NAME, SHEET.room)
    script = set_name_block(opening.name_in_script, _SCRIPT, SHEET.room)
    is_beside = len(name.lines) == 1 and name.width + _GAP + script.width <= SHEET.room
    has_script = bool(opening.name_in_script)
    x = SHEET.margin + (name.width + _GAP if is_beside else 0.0)
    down = 0.0 if is_beside else name.height

    def paint(pen: Pen, top: float) -> None:
        with pen.marked("P"):
            pen.block(name, SHEET.margin, top)
        if has_script:
            with pen.marked("P"):
                pen.block(script, x, top + down)

    height = name.height + (script.height if has_script and not is_beside else 0.0)
    return [Piece(height, paint, space=3 * MM)]


def foot(papers: Sequence[Paper]) -> Foot:
    """Draw a foot with the number of the paper and the page: Welsh at the left, English right."""

    def draw(pen: Pen, number: int, count: int) -> None:
        top = SHEET.foot_top
        pen.rule(SHEET.margin, top, SHEET.room, ROW_RULE)
        top += 2.2 * MM
        for paper, right in zip(papers, (0.0, SHEET.room), strict=True):
            with speaking_as(paper.language):
                page = _("Page {number} of {count}").format(number=number, count=count)
            for text, down in ((paper.foot, 0.0), (page, BODY.leading)):
                block = set_block(text, BODY, SHEET.room / 2)
                pen.block(block, SHEET.margin, top + down, right)

    return draw
