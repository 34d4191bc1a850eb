"""Set the box that says the most: two figures side by side, the same size and width."""

from collections.abc import Sequence
from typing import NamedTuple

from coprod_desktop.documents.figures import draw_bar, draw_paid, draw_unpaid
from coprod_desktop.documents.lines import Block, set_block
from coprod_desktop.documents.opening import SHEET
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.statement_words import Figure
from coprod_desktop.documents.styles import (
    BODY_STRONG,
    FIGURE,
    MM,
    NOTE,
    ROW_RULE,
    STRONG_RULE,
    TITLE,
)
from coprod_desktop.documents.tagging import Pen, alternative

_PAD = 5 * MM
_TOP_PAD = 2.4 * MM
_BAR = 6 * MM
_BAR_SPACE = 1.5 * MM
_X = SHEET.margin
_WIDTH = SHEET.room
_KEY = 4.6 * MM
_KEY_GAP = 2.4 * MM
_CELL_TOP = 2.2 * MM
_CELL_FOOT = 2.6 * MM


class Bar(NamedTuple):
    """Paid and unpaid minutes drawn as one bar, and the words that say the same."""

    paid: int
    unpaid: int
    says: str


class _Set:
    """A figure of the summary set for half the box; both halves have the same sizes."""

    def __init__(self, figure: Figure, room: float, key: str = "") -> None:
        indent = _KEY + _KEY_GAP if key else 0.0
        self.key = key
        self.indent = indent
        self.label = set_block(figure.label, BODY_STRONG, room - indent)
        self.amount = set_block(figure.amount, FIGURE, room)
        self.note = set_block(figure.note, NOTE, room)
        self.height = self.label.height + self.amount.height + self.note.height

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw the swatch, the label, the figure and the note."""
        if self.key:
            square = (_KEY, _KEY)
            at = top + (BODY_STRONG.leading - _KEY) / 2
            with pen.artefact():
                if self.key == "paid":
                    draw_paid(pen, x, at, square)
                else:
                    draw_unpaid(pen, x, at, square, _KEY / 2, 0.55 * MM)
        for block, indent in ((self.label, self.indent), (self.amount, 0.0), (self.note, 0.0)):
            with pen.marked("P"):
                pen.block(block, x + indent, top)
            top += block.height


def summary_piece(
    rows: Sequence[tuple[Figure, Figure]], *, headline: str = "", bar: Bar | None = None
) -> Piece:
    """Set rows of two figures in a box; over them, where given, a headline and a bar.

    With a bar the first row carries its key.
    """
    room = _WIDTH / 2 - 2 * _PAD
    keys = ("paid", "unpaid") if bar else ("", "")
    pairs = [(_Set(rows[0][0], room, keys[0]), _Set(rows[0][1], room, keys[1]))]
    pairs += [(_Set(left, room), _Set(right, room)) for left, right in rows[1:]]
    top = set_block(headline, TITLE, _WIDTH - 2 * _PAD)
    top_height = _top_height(top, bar) if headline else 0.0
    heights = [max(left.height, right.height) + _CELL_TOP + _CELL_FOOT for left, right in pairs]
    levels = [top_height + sum(heights[:number]) for number in range(len(heights) + 1)]

    def paint(pen: Pen, at: float) -> None:
        _box(pen, at, levels)
        if headline:
            with pen.marked("H2"):
                pen.block(top, _X + _PAD, at + _TOP_PAD)
        if bar and bar.paid + bar.unpaid:
            _paint_bar(pen, bar, at + _TOP_PAD + top.height + _BAR_SPACE)
        for (left, right), level in zip(pairs, levels, strict=False):
            left.paint(pen, _X + _PAD, at + level + _CELL_TOP)
            right.paint(pen, _X + _WIDTH / 2 + _PAD, at + level + _CELL_TOP)

    return Piece(levels[-1], paint, space=3 * MM)


def _top_height(headline: Block, bar: Bar | None) -> float:
    """Say how high the part over the figures is, in points."""
    has_bar = bar is not None and bar.paid + bar.unpaid > 0
    return _TOP_PAD + headline.height + (_BAR + _BAR_SPACE if has_bar else 0.0) + 3.4 * MM


def _paint_bar(pen: Pen, bar: Bar, top: float) -> None:
    """Draw the bar as a figure with words that stand for it."""
    foot = pen.height - top - _BAR
    x, length = _X + _PAD, _WIDTH - 2 * _PAD
    box = f"{x:.2f} {foot:.2f} {x + length:.2f} {foot + _BAR:.2f}"
    with pen.marked(
        "Figure", f"{alternative(bar.says)}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
    ):
        draw_bar(pen, x, top, (length, _BAR), bar.paid, bar.unpaid)


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
