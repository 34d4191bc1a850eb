"""Set the box that says the most: two figures side by side, the same size and width."""

from collections.abc import Sequence
from typing import Protocol

from coprod_desktop.documents.figures import draw_bar, draw_key
from coprod_desktop.documents.lines import Block, set_block
from coprod_desktop.documents.opening import SHEET
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.paper import Bar, Mark
from coprod_desktop.documents.styles import (
    BODY_STRONG,
    FIGURE,
    MM,
    NOTE,
    ROW_RULE,
    STRONG_RULE,
    TITLE,
)
from coprod_desktop.documents.tagging import Pen, figure

_PAD = 5 * MM
_TOP_PAD = 2.4 * MM
BAR = 6 * MM
_BAR_SPACE = 1.5 * MM
_X = SHEET.margin
_WIDTH = SHEET.room
KEY = 4.6 * MM
KEY_GAP = 2.4 * MM
_CELL_TOP = 2.2 * MM
_CELL_FOOT = 2.6 * MM


class Said(Protocol):
    """One figure: what it is, how much, a note, and its sign."""

    @property
    def label(self) -> str:
        """What it is."""

    @property
    def amount(self) -> str:
        """How much it is."""

    @property
    def note(self) -> str:
        """What else is to say, if anything."""

    @property
    def mark(self) -> Mark:
        """Its sign, if it is of paid or unpaid work."""


class _Set:
    """A figure of the summary set for half the box; both halves have the same sizes."""

    def __init__(self, figure: Said, room: float) -> None:
        indent = KEY + KEY_GAP if figure.mark else 0.0
        self.mark = figure.mark
        self.indent = indent
        label = set_block(figure.label, BODY_STRONG, room - indent)
        self.blocks = [label, set_block(figure.amount, FIGURE, room)]
        if figure.note:
            self.blocks.append(set_block(figure.note, NOTE, room))
        self.height = sum(block.height for block in self.blocks)

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw the swatch, the label, the figure and the note."""
        draw_key(pen, self.mark, x, top + (BODY_STRONG.leading - KEY) / 2, KEY)
        indent = self.indent
        for block in self.blocks:
            with pen.marked("P"):
                pen.block(block, x + indent, top)
            top += block.height
            indent = 0.0


def summary_piece(
    rows: Sequence[tuple[Said, Said]], *, headline: str = "", bar: Bar | None = None
) -> Piece:
    """Set rows of two figures in a box; over them, where given, a headline and a bar."""
    room = _WIDTH / 2 - 2 * _PAD
    pairs = [(_Set(left, room), _Set(right, room)) for left, right in rows]
    top = set_block(headline, TITLE, _WIDTH - 2 * _PAD)
    top_height = _top_height(top, bar) if headline else 0.0
    heights = [max(left.height, right.height) + _CELL_TOP + _CELL_FOOT for left, right in pairs]
    levels = [top_height + sum(heights[:number]) for number in range(len(heights) + 1)]

    def paint(pen: Pen, at: float) -> None:
        _box(pen, at, levels)
        if headline:
            with pen.marked("H2"):
                pen.block(top, _X + _PAD, at + _TOP_PAD)
        if bar and has_work(bar):
            at_bar = at + _TOP_PAD + top.height + _BAR_SPACE
            paint_bar(pen, bar, _X + _PAD, at_bar, _WIDTH - 2 * _PAD)
        for (left, right), level in zip(pairs, levels, strict=False):
            left.paint(pen, _X + _PAD, at + level + _CELL_TOP)
            right.paint(pen, _X + _WIDTH / 2 + _PAD, at + level + _CELL_TOP)

    return Piece(levels[-1], paint, space=3 * MM)


def has_work(bar: Bar | None) -> bool:
    """Say whether there is anything for a bar to show."""
    return bar is not None and bar.minutes_paid + bar.minutes_unpaid > 0


def _top_height(headline: Block, bar: Bar | None) -> float:
    """Say how high the part over the figures is, in points."""
    return _TOP_PAD + headline.height + (BAR + _BAR_SPACE if has_work(bar) else 0.0) + 3.4 * MM


def paint_bar(pen: Pen, bar: Bar, x: float, top: float, length: float) -> None:
    """Draw the bar as a figure with words that stand for it."""
    foot = pen.height - top - BAR
    with pen.marked("Figure", figure(bar.says, (x, foot, x + length, foot + BAR))):
        draw_bar(pen, x, top, (length, BAR), bar.minutes_paid, bar.minutes_unpaid)


def _box(pen: Pen, top: float, levels: Sequence[float]) -> None:
    """Draw the outline, the level rules and the rule down the middle."""
    x, width, height = _X, _WIDTH, levels[-1]
    y = pen.height - top
    middle = x + width / 2
    strokes = [f"{STRONG_RULE} w {x:.2f} {y - height:.2f} {width:.2f} {height:.2f} re S"]
    for number, level in enumerate(levels[:-1]):
        if level:
            thickness = STRONG_RULE if number else ROW_RULE
            line = f"{x:.2f} {y - level:.2f} m {x + width:.2f} {y - level:.2f} l S"
            strokes.append(f"{thickness} w {line}")
    down = f"{middle:.2f} {y - levels[0]:.2f} m {middle:.2f} {y - height:.2f} l S"
    with pen.artefact():
        pen.draw(f"{' '.join(strokes)} {ROW_RULE} w {down}")
