"""Set what should be left of the cash once all is handed out, and who counted it."""

from coprod_desktop.documents.finance import LANDSCAPE, PAD, figures, plain_pounds
from coprod_desktop.documents.lines import set_block
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.signatures import signature_piece
from coprod_desktop.documents.styles import MM, ROW_RULE, SHEET, SHEET_STRONG
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.cash_sheets import CashSheet
from coprod_desktop.i18n import _

_LEFT = LANDSCAPE.margin
_ROOM = LANDSCAPE.room
_COLUMNS = (Column(76 * MM), Column(30 * MM, is_right=True))
_WIDTH = 106 * MM
_BESIDE = 114 * MM
_BOX_ROW = 9 * MM
_OVER_BOX = 1 * MM


def count_piece(sheet: CashSheet, *, has_vouchers: bool) -> Piece:
    """Set the sum of the cash at the left and the boxes of two who count at the right.

    A sheet without cash has the boxes only.
    """
    lines = _cash_left(sheet) if sheet.cash_pence else []
    if not has_vouchers:
        counted = _("Cash counted by")
    elif not lines:
        counted = _("Vouchers counted by")
    else:
        counted = _("Cash and vouchers counted by")
    return beside_signatures(lines, counted)


def beside_signatures(lines: list[Piece], counted: str) -> Piece:
    """Set the lines of a sum at the left, if there are any, and at the right two boxes to sign.

    `counted` says what the first of the two has counted.
    """
    people = ((counted, ""), (_("Count checked by someone else"), ""))
    beside = _BESIDE if lines else 0.0
    signed = signature_piece(people, _LEFT + beside, _ROOM - beside)

    def paint(pen: Pen, top: float) -> None:
        if lines:
            _paint_table(pen, lines, top)
        signed.paint(pen, top)

    tall = sum(line.height for line in lines)
    return Piece(max(tall, signed.height), paint, space=4 * MM)


def _paint_table(pen: Pen, lines: list[Piece], top: float) -> None:
    pen.begin("Table")
    for line in lines:
        line.paint(pen, top)
        top += line.height
    pen.end()


def _cash_left(sheet: CashSheet) -> list[Piece]:
    """Set the sum from the cash drawn to the cash counted, with boxes for what is not known."""
    lines = [sum_line(_drawn(sheet), sheet.drawn_pence)]
    if sheet.payment_pence:
        lines.append(sum_line(_("Cash for involvement"), -sheet.payment_pence))
    if sheet.reimbursement_pence:
        lines.append(sum_line(_("Cash for expenses"), -sheet.reimbursement_pence))
    left = sheet.left_pence
    if left is not None and left < 0:
        words, left = _("Cash still to be drawn, £"), -left
    else:
        words = _("Cash that should be left, £")
    lines.append(sum_line(words, left, is_strong=True))
    return [*lines, sum_line(_("Cash counted, £"), None)]


def _drawn(sheet: CashSheet) -> str:
    if sheet.drawn_note:
        return _("Cash drawn, {note}").format(note=sheet.drawn_note)
    return _("Cash drawn") if sheet.drawn_pence is not None else _("Cash drawn, £")


def sum_line(words: str, pence: int | None, *, is_strong: bool = False) -> Piece:
    """Set a line of the sum; the strong one, its result, stands under a rule.

    An amount that nobody knows yet has a box to write it in.
    """
    table = Table(_LEFT, _COLUMNS, pad=PAD)
    label = set_block(words, SHEET_STRONG if is_strong else SHEET, _COLUMNS[0].room - 2 * MM)
    cells = [Cell((label,), scope="Row"), Cell()]
    if pence is not None:
        cells[1] = Cell((figures(plain_pounds(pence), _COLUMNS[1], is_strong=is_strong),))
    row = table.row(cells, rule=0.0, least=_BOX_ROW if pence is None else 0.0)

    def paint(pen: Pen, top: float) -> None:
        if is_strong:
            pen.rule(_LEFT, top, _WIDTH, ROW_RULE)
        row.paint(pen, top)
        if pence is None:
            _paint_box(pen, top + row.height)

    return row._replace(paint=paint)


def _paint_box(pen: Pen, bottom: float) -> None:
    """Draw the box over the column of amounts."""
    width, tall = _COLUMNS[1].width, _BOX_ROW - _OVER_BOX
    box = f"{_LEFT + _WIDTH - width:.2f} {pen.height - bottom:.2f} {width:.2f} {tall:.2f} re"
    with pen.artefact():
        pen.draw(f"{ROW_RULE} w {box} S")
