"""Set the parts of a paper that has two languages: in halves, or stacked across both."""

import dataclasses
from typing import Any

from coprod_desktop.documents.editions.frame import CLEAR, LETTER, Frame
from coprod_desktop.documents.editions.strands import Strand, paint_middle
from coprod_desktop.documents.figures import draw_key
from coprod_desktop.documents.fonts import Weight
from coprod_desktop.documents.lines import Block, Stacked, set_block
from coprod_desktop.documents.opening import SHEET as ONE_LINE_SHEET
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.paper import Figure, Mark, Notice, Part, Summary, Text
from coprod_desktop.documents.styles import (
    BODY,
    BODY_STRONG,
    FIGURE,
    MM,
    NOTE,
    ROW_RULE,
    STRONG_RULE,
    Style,
)
from coprod_desktop.documents.summary import BAR, KEY, KEY_GAP, has_work, paint_bar
from coprod_desktop.documents.tagging import Pen

SHEET = ONE_LINE_SHEET._replace(foot_from_edge=ONE_LINE_SHEET.foot_from_edge + BODY.leading)
MIDDLE = SHEET.size[0] / 2
_GAP = 5 * MM
_ROOM = SHEET.room / 2 - _GAP
_HEADLINE = Style(20, 26, Weight.BOLD)
_PAD = 5 * MM
_CELL_TOP = 2 * MM
_CELL_FOOT = 2.2 * MM


def _halves(whole: Frame, heading: Style) -> tuple[Frame, Frame]:
    look = whole.look._replace(heading=heading, has_sides=False, has_tables=False)
    return Frame(look, SHEET.margin, _ROOM), Frame(look, MIDDLE + _GAP, _ROOM)


HALVES = _halves(CLEAR, Style(16, 22, Weight.BOLD))
LETTER_HALVES = _halves(LETTER, LETTER.look.heading)


# --- the box that says the most -----------------------------------------------------------------


class _Cell:
    """A figure, or the headline, set for half of the box."""

    def __init__(self, blocks: list[tuple[Block, str]], mark: Mark) -> None:
        self._blocks = blocks
        self._mark = mark
        self.height = sum(block.height for block, __ in blocks)

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw the sign and the words."""
        draw_key(pen, self._mark, x, top + (BODY_STRONG.leading - KEY) / 2, KEY)
        indent = KEY + KEY_GAP if self._mark else 0.0
        for block, tag in self._blocks:
            with pen.marked(tag):
                pen.block(block, x + indent, top)
            top += block.height
            indent = 0.0


def _figure_cell(figure: Figure, room: float) -> _Cell:
    indent = KEY + KEY_GAP if figure.mark else 0.0
    blocks = [set_block(figure.label, BODY_STRONG, room - indent)]
    blocks.append(set_block(figure.amount, FIGURE, room))
    if figure.note:
        blocks.append(set_block(figure.note, NOTE, room))
    return _Cell([(block, "P") for block in blocks], figure.mark)


def _column(summary: Summary, room: float) -> list[_Cell]:
    """Set the headline and every figure of one language, one under the other."""
    cells = []
    if summary.headline:
        headline = set_block(summary.headline, _HEADLINE, room)
        cells.append(_Cell([(headline, "H2")], Mark.NONE))
    return cells + [_figure_cell(figure, room) for row in summary.rows for figure in row]


def summary_piece(both: tuple[Summary, Summary], codes: tuple[str, str]) -> Piece:
    """Set the figures one under the other, each in both languages, with one bar across."""
    room = SHEET.room / 2 - 2 * _PAD
    columns = [_column(summary, room) for summary in both]
    bar = both[0].bar
    says = Stacked.of(
        *((code, one.bar.says) for code, one in zip(codes, both, strict=True) if one.bar)
    )
    has_bar = bool(both[0].headline) and has_work(bar)
    levels = [0.0]
    for number, cells in enumerate(zip(*columns, strict=True)):
        extra = BAR + _CELL_FOOT if has_bar and not number else 0.0
        tall = max(cell.height for cell in cells)
        levels.append(levels[-1] + tall + _CELL_TOP + _CELL_FOOT + extra)

    def paint(pen: Pen, top: float) -> None:
        bar_top = top + levels[1] - BAR - _CELL_FOOT if has_bar else 0.0
        _paint_box(pen, top, levels, bar_top)
        if bar and has_bar:
            whole = dataclasses.replace(bar, says=says)
            paint_bar(pen, whole, SHEET.margin + _PAD, bar_top, SHEET.room - 2 * _PAD)
        for code, column, x in zip(codes, columns, (SHEET.margin, MIDDLE), strict=True):
            piece = Piece(0.0, _painter(column, levels, x + _PAD))
            Strand(code).paint(pen, piece, top)

    return Piece(levels[-1], paint, space=4 * MM)


def _painter(column: list[_Cell], levels: list[float], x: float) -> Any:
    def paint(pen: Pen, top: float) -> None:
        for cell, level in zip(column, levels, strict=False):
            cell.paint(pen, x, top + level + _CELL_TOP)

    return paint


def _paint_box(pen: Pen, top: float, levels: list[float], bar_top: float) -> None:
    """Draw the outline, the rules between the figures and the rule down the middle."""
    x, width, height = SHEET.margin, SHEET.room, levels[-1]
    y = pen.height - top
    strokes = [f"{STRONG_RULE} w {x:.2f} {y - height:.2f} {width:.2f} {height:.2f} re S"]
    strokes += [
        f"{ROW_RULE} w {x:.2f} {y - level:.2f} m {x + width:.2f} {y - level:.2f} l S"
        for level in levels[1:-1]
    ]
    with pen.artefact():
        pen.draw(" ".join(strokes))
    if bar_top:
        paint_middle(pen, MIDDLE, top, bar_top - top - _CELL_TOP)
        paint_middle(pen, MIDDLE, top + levels[1], height - levels[1])
    else:
        paint_middle(pen, MIDDLE, top, height)


# --- notices ------------------------------------------------------------------------------------


def notice_texts(part: Notice | None) -> list[Part]:
    """Return the heading and the texts of a notice as paragraphs."""
    if part is None:
        return []
    return [Text(text=part.heading, is_strong=True), *(Text(text=text) for text in part.texts)]


def strong_rule() -> Piece:
    """Draw a strong rule across the page, for the eye only."""

    def paint(pen: Pen, top: float) -> None:
        pen.rule(SHEET.margin, top, SHEET.room, STRONG_RULE)

    return Piece(STRONG_RULE, paint, is_kept=True)


def with_room_below(piece: Piece, room: float, middle: float) -> Piece:
    """Keep a distance below a piece; the rule between the halves goes on at `middle`, if not 0."""

    def paint(pen: Pen, top: float) -> None:
        piece.paint(pen, top)
        if middle:
            paint_middle(pen, middle, top + piece.height, room)

    return piece._replace(height=piece.height + room, paint=paint)


# --- what cannot be halved ----------------------------------------------------------------------


def stacked(both: tuple[Any, Any], codes: tuple[str, str]) -> Any:
    """Make one part of two that say the same, with the words of both under one another."""
    return _stacked(list(zip(codes, both, strict=True)))


def _stacked(both: list[tuple[str, Any]]) -> Any:
    """Stack texts, and what holds texts; anything else is the same in both."""
    there = [(code, part) for code, part in both if part is not None]
    if not there:
        return None
    first = there[0][1]
    if isinstance(first, str) and not isinstance(first, Mark):
        return Stacked.of(*there)
    if isinstance(first, tuple):
        longest = max(len(part) for __, part in there)
        return tuple(
            _stacked([(code, part[at]) for code, part in there if at < len(part)])
            for at in range(longest)
        )
    if dataclasses.is_dataclass(first) and not isinstance(first, type):
        changed = {
            field.name: _stacked([(code, getattr(part, field.name)) for code, part in there])
            for field in dataclasses.fields(first)
        }
        return dataclasses.replace(first, **changed)
    return first
