"""Set the rows of a table as a list of records, for letters too large for columns."""

from collections.abc import Sequence
from typing import NamedTuple

from coprod_desktop.documents.editions.sizes import KEY, KEY_GAP, RULE, STRONG, Sizes
from coprod_desktop.documents.figures import draw_key
from coprod_desktop.documents.fonts import set_text
from coprod_desktop.documents.lines import Block, break_lines, set_block
from coprod_desktop.documents.page import HEAD_AGAIN, Group, Piece, text_pieces
from coprod_desktop.documents.paper import Entries, Entry, Pair
from coprod_desktop.documents.styles import MM
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.i18n import _

_PAD = 3.4 * MM
_GAP = 6 * MM
_LEAST = 48 * MM
_MOST = 80 * MM


class _Grid(NamedTuple):
    """Where labels begin, and where what they say begins, in points from the left edge."""

    indent: float
    column: float


def entries(part: Entries, sizes: Sizes, heading: str = "") -> list[Piece]:
    """Set rows and totals as records; a list that goes on over a page says so under its heading."""
    group = Group("L")
    head = _continued(heading, sizes) if heading else None
    grid = _grid((*part.rows, *part.totals), sizes)
    pieces: list[Piece] = []
    for number, row in enumerate((*part.rows, *part.totals)):
        is_total = number >= len(part.rows)
        rule = STRONG if number == len(part.rows) else RULE
        record = _record(row, sizes, grid, group, is_total=is_total)
        pieces += [record[0]._replace(rule=rule, space=0.0), *record[1:]]
        if is_total and number + 1 < len(part.rows) + len(part.totals):
            pieces[-1] = pieces[-1]._replace(is_kept=True)
    if pieces:
        pieces[0] = pieces[0]._replace(space=sizes.between)
    return [piece._replace(head=head) for piece in pieces]


def _continued(heading: str, sizes: Sizes) -> Piece:
    """Set the heading that stands over a list again where it begins a page."""
    runs = set_text(heading, sizes.heading.weight)
    runs += set_text(" " + _("(continued)"), sizes.body.weight)
    block = break_lines(runs, sizes.heading, sizes.room)

    def paint(pen: Pen, top: float) -> None:
        pen.block(block, sizes.left, top)

    return Piece(block.height + sizes.between, paint, groups=(HEAD_AGAIN,))


def _grid(rows: Sequence[Entry], sizes: Sizes) -> _Grid:
    """Make room for the signs where there are any, and for the longest label."""
    pairs = [pair for row in rows for pair in row.pairs]
    indent = KEY + KEY_GAP if any(pair.mark for pair in pairs) else 0.0
    labels = [set_block(pair.label, sizes.body, sizes.room).width for pair in pairs]
    widest = indent + max(labels, default=0.0) + _GAP
    return _Grid(indent, min(max(widest, _LEAST), _MOST))


def _record(
    row: Entry, sizes: Sizes, grid: _Grid, list_group: Group, *, is_total: bool
) -> list[Piece]:
    """Set a title, the lines below it, and what each label says, as one item of the list."""
    groups = (list_group, Group("LI"), Group("LBody"))
    pieces = [_space(_PAD, groups)]
    texts = [(row.title, sizes.strong)] + [(line, sizes.body) for line in row.lines]
    for said, style in texts:
        strong = sizes.strong if is_total else style
        if said.strip():
            block = set_block(said.strip(), strong, sizes.room)
            pieces += text_pieces(block, sizes.left, groups=groups)
    pieces += [_pair(pair, sizes, grid, groups, is_total=is_total) for pair in row.pairs]
    pieces.append(_space(_PAD, groups))
    kept = [piece._replace(is_kept=True) for piece in pieces[:-1]]
    return [*kept, pieces[-1]]


def _space(height: float, groups: tuple[Group, ...]) -> Piece:
    return Piece(height, lambda _pen, _top: None, groups=groups)


def _pair(
    pair: Pair, sizes: Sizes, grid: _Grid, groups: tuple[Group, ...], *, is_total: bool
) -> Piece:
    """Set a label with its sign, and what it says beside it."""
    label = set_block(pair.label, sizes.body, grid.column - grid.indent - _GAP / 2)
    said = set_block(pair.text, sizes.strong if is_total else sizes.body, sizes.room - grid.column)
    height = max(label.height, said.height)

    def paint(pen: Pen, top: float) -> None:
        draw_key(pen, pair.mark, sizes.left, top + (sizes.body.leading - KEY) / 2, KEY)
        with pen.marked("P"):
            _draw(pen, label, sizes.left + grid.indent, top)
            _draw(pen, said, sizes.left + grid.column, top)

    return Piece(height, paint, groups=groups)


def _draw(pen: Pen, block: Block, x: float, top: float) -> None:
    if block.width:
        pen.block(block, x, top)
