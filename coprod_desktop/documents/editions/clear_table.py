"""Set rows with the same columns as a table in clear print, and their totals below."""

from collections.abc import Sequence

from coprod_desktop.documents import paper
from coprod_desktop.documents.editions.frame import Frame
from coprod_desktop.documents.lines import Block, set_block
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.styles import MM, ROW_RULE, STRONG_RULE
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.documents.tagging import summary

# Left before a column of figures, where the column before it is text.
_BEFORE_FIGURES = 2 * MM


def entries(part: paper.Entries, frame: Frame) -> list[Piece]:
    """Set a table; its head returns on every page, no row is split, the totals stay with it."""
    if not part.rows and not part.totals:
        return []
    setter = _Setter(part.columns, frame)
    table = Table(
        frame.left,
        setter.columns,
        pad=(0.7 if frame.is_side else 0.95) * MM,
        extra=summary(part.caption),
    )
    pieces = [table.head(setter.headings())]
    for number, row in enumerate(part.rows, 1):
        pieces += _row(table, setter, row, is_last=number == len(part.rows))
    for number, total in enumerate(part.totals, 1):
        is_last = number == len(part.totals)
        rule = 0.0 if frame.look.has_sides or not is_last else ROW_RULE
        pieces.append(table.row(setter.cells(total.cells, is_total=True), rule=rule))
        pieces[-1] = pieces[-1]._replace(is_kept=not is_last)
    if not part.totals:
        pieces[-1] = pieces[-1]._replace(is_kept=False)
    return pieces


def _row(table: Table, setter: "_Setter", row: paper.Entry, *, is_last: bool) -> list[Piece]:
    """Set a row and, below it, what stands across the table."""
    cells = setter.cells(row.cells)
    rule = STRONG_RULE if is_last else ROW_RULE
    if not row.below:
        return [table.row(cells, rule=rule, is_kept=is_last)]
    below = [Cell(), setter.across(row.below)]
    return [
        table.row(cells, rule=0.0, is_kept=True),
        table.row(below, rule=rule, is_kept=is_last),
    ]


class _Setter:
    """Break the texts of a table to its columns."""

    def __init__(self, columns: Sequence[paper.Column], frame: Frame) -> None:
        self._said = columns
        self._small = frame.look.small
        self._strong = frame.look.small_strong
        self.columns = _columns(columns, frame.room)
        follows = [*(column.is_right for column in columns[1:]), False]
        self._rooms = [
            column.room - (_BEFORE_FIGURES if is_before and not column.is_right else 0.0)
            for column, is_before in zip(self.columns, follows, strict=True)
        ]

    def headings(self) -> list[Block]:
        """Set the headings of the columns."""
        return [
            set_block(said.heading, self._strong, column.room)
            for said, column in zip(self._said, self.columns, strict=True)
        ]

    def across(self, text: str) -> Cell:
        """Set a text across every column but the first."""
        room = sum(column.width for column in self.columns[1:])
        return Cell((set_block(text, self._small, room),), columns=len(self.columns) - 1)

    def cells(self, cells: Sequence[paper.Cell], *, is_total: bool = False) -> list[Cell]:
        """Set the cells of one row."""
        made = []
        number = 0
        for cell in cells:
            after = number + cell.columns
            room = self._rooms[number]
            if cell.columns > 1:
                spanned = self.columns[number:after]
                room = sum(column.width for column in spanned) - spanned[0].gap
            blocks = self._blocks(cell, room, is_total=is_total)
            made.append(Cell(blocks, cell.columns, "Row" if cell.is_heading else ""))
            number = after
        return made

    def _blocks(self, cell: paper.Cell, room: float, *, is_total: bool) -> tuple[Block, ...]:
        """Set the lines of a cell; its first and its strong lines are figures, where it has any."""
        blocks = []
        for number, text in enumerate(cell.texts):
            is_strong = is_total or (number < len(cell.strong) and cell.strong[number])
            is_figures = cell.is_figures and (is_strong or not number)
            style = self._strong if is_strong else self._small
            blocks.append(set_block(text, style, room, is_figures=is_figures))
        return tuple(blocks)


def _columns(columns: Sequence[paper.Column], room: float) -> list[Column]:
    """Give each column its width; those without share what is left."""
    left = room - sum(column.millimetres * MM for column in columns)
    sharing = sum(1 for column in columns if not column.millimetres)
    return [
        Column(
            column.millimetres * MM or left / sharing,
            is_right=column.is_right,
            gap=column.gap * MM,
        )
        for column in columns
    ]
