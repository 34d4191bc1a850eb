"""Set headings, paragraphs, lists and notices of a paper in clear print."""

from collections.abc import Sequence

from coprod_desktop.documents.editions.frame import Frame
from coprod_desktop.documents.editions.voice import said
from coprod_desktop.documents.fonts import set_text
from coprod_desktop.documents.lines import Block, break_lines, set_block
from coprod_desktop.documents.page import Group, Piece, text_pieces
from coprod_desktop.documents.paper import Code, Named, Notice, Pictured
from coprod_desktop.documents.square_code import code_says, draw_code
from coprod_desktop.documents.styles import FIGURE, MM, STRONG_RULE, Style
from coprod_desktop.documents.tagging import Pen

_BULLET = 5 * MM
_NOTICE_PAD = 1.5 * MM
_CODE = 24 * MM
_CODE_GAP = 6 * MM


def heading(text: str, frame: Frame) -> list[Piece]:
    """Set a heading over what follows; beside the heading of a section it is a lower one."""
    tag, style = ("H3", frame.look.strong) if frame.is_side else ("H2", frame.look.heading)
    pieces = text_pieces(set_block(text, style, frame.room), frame.left, tag=tag)
    return [piece._replace(is_kept=True) for piece in pieces]


def worded(lines: Sequence[str]) -> list[str]:
    """Return the texts that have words, without space around them."""
    return [text if text == text.strip() else text.strip() for text in lines if text.strip()]


def texts(lines: Sequence[str], frame: Frame, style: Style | None = None) -> list[Piece]:
    """Set texts one after the other; what has no words is left out."""
    pieces: list[Piece] = []
    for text in worded(lines):
        block = set_block(text, style or frame.look.body, frame.room)
        pieces += text_pieces(block, frame.left, space=frame.look.between if pieces else 0.0)
    return pieces


def named(part: Named, frame: Frame) -> list[Piece]:
    """Set a paragraph that begins with what it is about."""
    runs = set_text(part.name, frame.look.strong.weight)
    if part.text:
        runs += set_text(f" {part.text}", frame.look.body.weight)
    return text_pieces(break_lines(runs, frame.look.body, frame.room), frame.left)


def bullets(lines: Sequence[str], frame: Frame) -> list[Piece]:
    """Set texts as a list."""
    group = Group("L")
    style = frame.look.body
    bullet = set_block("•", style, _BULLET)
    return [
        _item(bullet, set_block(text, style, frame.room - _BULLET), frame, group)
        for text in worded(lines)
    ]


def _item(bullet: Block, block: Block, frame: Frame, group: Group) -> Piece:
    def paint(pen: Pen, top: float) -> None:
        pen.begin("LI")
        with pen.marked("Lbl"):
            pen.block(bullet, frame.left, top)
        with pen.marked("LBody"):
            pen.block(block, frame.left + _BULLET, top)
        pen.end()

    return Piece(block.height, paint, groups=(group,))


def notice(part: Notice, frame: Frame) -> list[Piece]:
    """Set what must be read first between two strong rules."""
    pieces = [_strong_rule(frame, _NOTICE_PAD, 0.0)]
    pieces += text_pieces(set_block(part.heading, frame.look.strong, frame.room), frame.left)
    for text in worded(part.texts):
        pieces += text_pieces(set_block(text, frame.look.body, frame.room), frame.left)
    pieces.append(_strong_rule(frame, _NOTICE_PAD, _NOTICE_PAD))
    return [piece._replace(is_kept=True) for piece in pieces]


def _strong_rule(frame: Frame, height: float, at: float) -> Piece:
    def paint(pen: Pen, top: float) -> None:
        pen.rule(frame.left, top + at, frame.room, STRONG_RULE)

    return Piece(height, paint)


def code(part: Code, frame: Frame) -> list[Piece]:
    """Set a square code with what it says beside it."""
    left = frame.left + _CODE + _CODE_GAP
    says = set_block(part.says, frame.look.small, frame.room - _CODE - _CODE_GAP)
    height = max(_CODE, says.height)
    alternative = said(code_says)

    def paint(pen: Pen, top: float) -> None:
        draw_code(pen, part.content, frame.left, top, _CODE, alternative)
        with pen.marked("P"):
            pen.block(says, left, top + (height - says.height) / 2)

    return [Piece(height, paint)]


def pictured(part: Pictured, frame: Frame) -> list[Piece]:
    """Set the words of a part with a picture; clear print has no pictures."""
    pieces = [*texts(part.texts, frame), *texts((part.figure,), frame, FIGURE)]
    return [*pieces, *texts(part.after, frame)]
