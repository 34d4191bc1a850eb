"""Set rows as records in half of a page: what would be columns stands line under line."""

from collections.abc import Sequence

from coprod_desktop.documents.editions.frame import Frame
from coprod_desktop.documents.figures import draw_key
from coprod_desktop.documents.fonts import set_text
from coprod_desktop.documents.lines import Block, break_lines, set_block
from coprod_desktop.documents.page import Group, Piece
from coprod_desktop.documents.paper import Entries, Entry, Mark, Pair
from coprod_desktop.documents.styles import MM, ROW_RULE, STRONG_RULE
from coprod_desktop.documents.summary import KEY, KEY_GAP
from coprod_desktop.documents.tagging import Pen

_ABOVE = 1.6 * MM
_BELOW = 1.8 * MM
_Line = tuple[Block, Mark]


def records(part: Entries, frame: Frame) -> list[Piece]:
    """Set each row as a record under a rule, and the totals under a stronger one."""
    group = Group("L")
    rows = [_record(row, frame, ROW_RULE, group) for row in part.rows]
    if rows:
        rows[0] = rows[0]._replace(rule=STRONG_RULE)
    totals = [
        _record(total, frame, ROW_RULE if number else STRONG_RULE, group)
        for number, total in enumerate(part.totals)
    ]
    pieces = [*rows, *totals]
    # The totals stay with the last record.
    last = len(pieces) - 1
    return [
        piece._replace(is_kept=len(rows) - 1 <= number < last)
        for number, piece in enumerate(pieces)
    ]


def _record(entry: Entry, frame: Frame, rule: float, group: Group) -> Piece:
    lines = _lines(entry, frame)
    height = sum(block.height for block, __ in lines) + _BELOW

    def paint(pen: Pen, top: float) -> None:
        pen.begin("LI")
        pen.begin("LBody")
        at = top
        for block, mark in lines:
            _paint_line(pen, block, mark, (frame.left, at))
            at += block.height
        pen.end()
        pen.end()

    return Piece(height, paint, space=_ABOVE, groups=(group,), rule=rule)


def _paint_line(pen: Pen, block: Block, mark: Mark, place: tuple[float, float]) -> None:
    x, top = place
    draw_key(pen, mark, x, top + (block.style.leading - KEY) / 2, KEY)
    with pen.marked("P"):
        pen.block(block, x + _indent(mark), top)


def _lines(entry: Entry, frame: Frame) -> list[_Line]:
    """Set the title, the lines and the pairs of a record."""
    look = frame.look
    lines: list[_Line] = [(set_block(entry.title, look.strong, frame.room), Mark.NONE)]
    lines += [(set_block(line, look.body, frame.room), Mark.NONE) for line in _told(entry)]
    lines += [(_pair(pair, frame), pair.mark) for pair in entry.pairs]
    return lines


def _told(entry: Entry) -> Sequence[str]:
    return [line for line in entry.lines if line.strip()]


def _pair(pair: Pair, frame: Frame) -> Block:
    """Set a label in heavier letters and what it says after it."""
    look = frame.look
    runs = set_text(pair.label, look.strong.weight)
    runs += set_text(f" {pair.text}", look.body.weight)
    return break_lines(runs, look.body, frame.room - _indent(pair.mark))


def _indent(mark: Mark) -> float:
    return KEY + KEY_GAP if mark else 0.0
