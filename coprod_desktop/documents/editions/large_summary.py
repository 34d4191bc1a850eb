"""Set the box that says the most in large letters, its figures under one another."""

from coprod_desktop.documents.editions.sizes import BAR, KEY, KEY_GAP, RULE, STRONG, Sizes
from coprod_desktop.documents.figures import draw_bar, draw_key
from coprod_desktop.documents.lines import Block, set_block
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.paper import Bar, Figure, Summary
from coprod_desktop.documents.styles import MM
from coprod_desktop.documents.tagging import Pen, figure

_PAD = 6 * MM
_CELL_PAD = 2.6 * MM
_BAR_SPACE = 2 * MM


def summary(part: Summary, sizes: Sizes) -> list[Piece]:
    """Set the summary; the two figures of a row stay together, paid over unpaid."""
    pieces: list[Piece] = []
    for row in part.rows:
        cells = [_figure(each, sizes) for each in row]
        if not pieces and part.headline:
            cells.insert(0, _headline(part, sizes))
        pieces.append(_box(cells, sizes, space=0.0 if pieces else 4 * MM))
    return pieces


def _box(cells: list[Piece], sizes: Sizes, *, space: float) -> Piece:
    """Draw an outline round cells, with rules between them."""
    height = sum(cell.height for cell in cells)

    def paint(pen: Pen, top: float) -> None:
        with pen.artefact():
            foot = pen.height - top - height
            outline = f"{sizes.left:.2f} {foot:.2f} {sizes.room:.2f} {height:.2f} re"
            pen.draw(f"{STRONG} w {outline} S")
        for number, cell in enumerate(cells):
            if number:
                pen.rule(sizes.left, top, sizes.room, RULE)
            cell.paint(pen, top)
            top += cell.height

    return Piece(height, paint, space=space)


def _headline(part: Summary, sizes: Sizes) -> Piece:
    """Set how much there is in all, over its bar."""
    room = sizes.room - 2 * _PAD
    said = _balanced(part.headline, sizes, room)
    bar = part.bar if part.bar and part.bar.minutes_paid + part.bar.minutes_unpaid else None
    height = said.height + 2 * _CELL_PAD + (BAR + 2 * _BAR_SPACE if bar else 0.0)

    def paint(pen: Pen, top: float) -> None:
        with pen.marked("H2"):
            pen.block(said, sizes.left + _PAD, top + _CELL_PAD)
        if bar:
            at = top + _CELL_PAD + said.height + _BAR_SPACE
            _paint_bar(pen, bar, sizes.left + _PAD, at, room)

    return Piece(height, paint)


def _balanced(text: str, sizes: Sizes, room: float) -> Block:
    """Break a text so that its last line is no single word, where that takes no more lines."""
    widest = set_block(text, sizes.figure, room)
    if len(widest.lines) > 1:
        for tenths in (10, 9, 8, 7, 6):
            block = set_block(text, sizes.figure, room * tenths / 10)
            is_same = len(block.lines) == len(widest.lines)
            if is_same and any(" " in stretch.text for stretch in block.lines[-1].stretches):
                return block
    return widest


def _paint_bar(pen: Pen, bar: Bar, x: float, top: float, room: float) -> None:
    foot = pen.height - top - BAR
    with pen.marked("Figure", figure(bar.says, (x, foot, x + room, foot + BAR))):
        draw_bar(pen, x, top, (room, BAR), bar.minutes_paid, bar.minutes_unpaid)


def _figure(each: Figure, sizes: Sizes) -> Piece:
    """Set one figure: its sign and label, how much, and a note."""
    room = sizes.room - 2 * _PAD
    indent = KEY + KEY_GAP if each.mark else 0.0
    blocks = [set_block(each.label, sizes.strong, room - indent)]
    blocks.append(set_block(each.amount, sizes.figure, room))
    if each.note:
        blocks.append(set_block(each.note, sizes.body, room))
    height = sum(block.height for block in blocks) + 2 * _CELL_PAD

    def paint(pen: Pen, top: float) -> None:
        x, at = sizes.left + _PAD, top + _CELL_PAD
        draw_key(pen, each.mark, x, at + (sizes.strong.leading - KEY) / 2, KEY)
        for number, block in enumerate(blocks):
            with pen.marked("P"):
                pen.block(block, x if number else x + indent, at)
            at += block.height

    return Piece(height, paint)
