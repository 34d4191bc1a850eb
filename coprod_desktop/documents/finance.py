"""Set what the papers for finance share: their head, their sentences and their columns."""

from collections.abc import Sequence

from coprod_desktop.documents.fonts import Runs, Weight, set_name, set_text
from coprod_desktop.documents.lines import Block, break_lines, set_block
from coprod_desktop.documents.page import Piece, Sheet, text_pieces
from coprod_desktop.documents.styles import (
    A4,
    A4_LANDSCAPE,
    MM,
    SHEET,
    SHEET_STRONG,
    SHEET_TITLE,
)
from coprod_desktop.documents.table import Cell, Column
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.i18n import _

LANDSCAPE = Sheet(A4_LANDSCAPE, 15 * MM, 10 * MM, SHEET)
PORTRAIT = Sheet(A4, 20 * MM, 13 * MM, SHEET)
PAD = 0.6 * MM
"""The room over and under the text of a row of a finance table, in points."""
_MANY_LINES = 6
_GROUP = 8  # a check code is easier to compare in groups


# --- the head and the sentences -----------------------------------------------------------------


def head_piece(
    sheet: Sheet, organisation: str, charity_number: str, title: str, right: Sequence[Block]
) -> Piece:
    """Set the organisation and title at the left and some lines at the right.

    Raises LetterMissingError for an organisation's name that we cannot print.
    """
    x = sheet.margin
    room = sheet.room - max((block.width for block in right), default=0.0) - 8 * MM
    left = [
        ("P", break_lines(_organisation(organisation, charity_number), SHEET_STRONG, room)),
        ("H1", set_block(title, SHEET_TITLE, room)),
    ]

    def paint(pen: Pen, top: float) -> None:
        at = top
        for tag, block in left:
            at += 1.5 * MM if tag == "H1" else 0.0
            with pen.marked(tag):
                pen.block(block, x, at)
            at += block.height
        at = top
        for block in right:
            with pen.marked("P"):
                pen.block(block, x, at, sheet.room)
            at += block.height

    tall = sum(block.height for __, block in left) + 1.5 * MM
    return Piece(max(tall, sum(block.height for block in right)), paint, is_kept=True)


def _organisation(name: str, charity_number: str) -> Runs:
    """Set the organisation's name and, where there is one, its charity number."""
    runs = set_name(name, Weight.SEMIBOLD)
    if not charity_number:
        return runs
    charity = _(", registered charity {number}").format(number=charity_number)
    return runs + set_text(charity, Weight.SEMIBOLD)


def sentence_pieces(
    sheet: Sheet, text: str, *, is_strong: bool = False, space: float = 0.0
) -> list[Piece]:
    """Set a sentence over the whole width."""
    block = set_block(text, SHEET_STRONG if is_strong else SHEET, sheet.room)
    return text_pieces(block, sheet.margin, space=space)


def section_heading(sheet: Sheet, text: str, *, space: float = 4 * MM) -> list[Piece]:
    """Set the heading of a part; it stays with what follows."""
    block = set_block(text, SHEET_STRONG, sheet.room)
    pieces = text_pieces(block, sheet.margin, tag="H2", space=space)
    return [piece._replace(is_kept=True) for piece in pieces]


def labelled_pieces(sheet: Sheet, label: str, text: str) -> list[Piece]:
    """Set a strong label and its text on one line, or on several where it is long."""
    head = set_block(label, SHEET_STRONG, sheet.room)
    indent = head.width + 2 * MM
    body = set_block(text, SHEET, sheet.room - indent)
    if len(body.lines) > _MANY_LINES:
        label_above = text_pieces(head, sheet.margin, space=1 * MM)[0]._replace(is_kept=True)
        return [label_above, *sentence_pieces(sheet, text)]

    def paint(pen: Pen, top: float) -> None:
        with pen.marked("P"):
            pen.block(head, sheet.margin, top)
            pen.block(body, sheet.margin + indent, top)

    return [Piece(max(head.height, body.height), paint, space=1 * MM)]


# --- columns and figures ------------------------------------------------------------------------


def heading_blocks(texts: Sequence[str], columns: Sequence[Column]) -> list[Block]:
    """Set the headings of a table, each to the width of its column."""
    return [
        set_block(text, SHEET_STRONG, column.room)
        for text, column in zip(texts, columns, strict=True)
    ]


def figures(text: str, column: Column, *, is_strong: bool = False) -> Block:
    """Set figures that line up in their column."""
    return set_block(text, SHEET_STRONG if is_strong else SHEET, column.room, is_figures=True)


def method_name(method: PaidBy) -> str:
    """Name a way to be paid."""
    names = {
        PaidBy.BANK: _("Bank"),
        PaidBy.CASH: _("Cash"),
        PaidBy.VOUCHER: _("Voucher"),
        PaidBy.CHEQUE: _("Cheque"),
    }
    return names[method]


def sum_cells(
    amounts: Sequence[int], columns: Sequence[Column], *, is_strong: bool = False
) -> list[Cell]:
    """Set amounts of pence in the columns below which they are sums."""
    return [
        Cell((figures(plain_pounds(pence), column, is_strong=is_strong),))
        for pence, column in zip(amounts, columns, strict=True)
    ]


def plain_pounds(pence: int) -> str:
    """Write an amount for a column whose heading has the pound sign."""
    return format_pounds(pence).replace("£", "")


def grouped(code: str) -> str:
    """Write a check code in groups of eight letters."""
    return " ".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def kept_together(pieces: Sequence[Piece], *, last: int = 0) -> list[Piece]:
    """Return the pieces so that no page ends between them, or between the `last` few of them."""
    first = max(0, len(pieces) - last) if last else 0
    kept = [piece._replace(is_kept=True) for piece in pieces[first:-1]]
    return [*pieces[:first], *kept, *pieces[-1:]]
