"""Set tables whose rows stay whole and whose head returns on every page."""

from collections.abc import Sequence
from typing import NamedTuple

from coprod_desktop.documents.lines import Block
from coprod_desktop.documents.page import HEAD_AGAIN, Group, Piece
from coprod_desktop.documents.styles import MM, ROW_RULE, STRONG_RULE
from coprod_desktop.documents.tagging import Pen, table_cell


class Column(NamedTuple):
    """A column's width in points; `gap` at its left stays empty."""

    width: float
    is_right: bool = False
    gap: float = 0.0

    @property
    def room(self) -> float:
        """The width that text may fill, in points."""
        return self.width - self.gap


class Cell(NamedTuple):
    """What stands in a cell, one block under the other; `scope` makes it a heading."""

    blocks: tuple[Block, ...] = ()
    columns: int = 1
    scope: str = ""


class _Place(NamedTuple):
    """A cell with its place in the row."""

    cell: Cell
    x: float
    room: float

    @property
    def tall(self) -> float:
        return sum(block.height for block in self.cell.blocks)


class Table:
    """A table being set: `x` is its left edge, all in points; `extra` is what it says of itself."""

    def __init__(
        self, x: float, columns: Sequence[Column], *, pad: float = 0.95 * MM, extra: str = ""
    ) -> None:
        self._x = x
        self._columns = columns
        self._pad = pad
        self._groups = (Group("Table", extra),)
        self._head: Piece | None = None

    @property
    def width(self) -> float:
        """The width of all columns, in points."""
        return sum(column.width for column in self._columns)

    def head(self, cells: Sequence[Block], *, space: float = 0.0) -> Piece:
        """Set the row of headings, standing on a strong rule; it stays with the first row."""
        headings = [Cell((block,), scope="Column") for block in cells]
        row = self.row(headings, rule=STRONG_RULE, is_head=True)
        self._head = row._replace(groups=(HEAD_AGAIN,), is_kept=False)
        return row._replace(space=space, is_kept=True, head=None)

    def row(
        self,
        cells: Sequence[Cell],
        *,
        rule: float = ROW_RULE,
        is_kept: bool = False,
        is_head: bool = False,
        least: float = 0.0,
    ) -> Piece:
        """Set a row with a rule of this thickness below it (none for 0).

        A row that is at least so high, in points, has its cells in the middle of its height.
        """
        places = self._places(cells)
        tall = max(place.tall for place in places)
        tall = max(tall, least - 2 * self._pad)
        height = tall + 2 * self._pad
        above = 1.0 if is_head else 0.5 if least else 0.0

        def paint(pen: Pen, top: float) -> None:
            pen.begin("TR")
            for place in places:
                _paint_cell(pen, place, top + self._pad + above * (tall - place.tall))
            pen.end()
            if rule:
                pen.rule(self._x, top + height, self.width, rule)

        return Piece(height, paint, groups=self._groups, is_kept=is_kept, head=self._head)

    def _places(self, cells: Sequence[Cell]) -> list[_Place]:
        places, number, x = [], 0, self._x
        for cell in cells:
            spanned = self._columns[number : number + cell.columns]
            first, last = spanned[0], spanned[-1]
            length = sum(column.width for column in spanned)
            right = last.is_right and cell.columns == 1
            place = _Place(cell, x + first.gap, length - first.gap if right else 0.0)
            places.append(place)
            number += cell.columns
            x += length
        return places


def _paint_cell(pen: Pen, place: _Place, top: float) -> None:
    cell = place.cell
    pen.begin("TH" if cell.scope else "TD", table_cell(scope=cell.scope, columns=cell.columns))
    if any(block.lines[0].stretches for block in cell.blocks):
        with pen.content():
            for block in cell.blocks:
                pen.block(block, place.x, top, place.room)
                top += block.height
    pen.end()
