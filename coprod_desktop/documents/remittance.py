"""Set the note that tells a person what they are paid: work in one list, expenses in another."""

from collections.abc import Sequence

from coprod_desktop.documents.contact_words import whom_to_tell
from coprod_desktop.documents.lines import set_block
from coprod_desktop.documents.opening import (
    NEXT_TOP,
    SHEET,
    TOP,
    Opening,
    opening_pieces,
    repeat_opening,
)
from coprod_desktop.documents.page import Piece, compose, print_pages, text_pieces
from coprod_desktop.documents.section import paragraphs, section_pieces
from coprod_desktop.documents.statement_words import Figure
from coprod_desktop.documents.styles import (
    BODY,
    HEADING,
    MM,
    ROW_RULE,
    STRONG_RULE,
    TABLE,
    TABLE_STRONG,
)
from coprod_desktop.documents.summary import summary_piece
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.run_papers import Remittance, RemittanceLine
from coprod_desktop.domain.time import short_hours
from coprod_desktop.i18n import _

_LEFT = SHEET.margin
_COLUMNS = (
    Column(44 * MM),
    Column(SHEET.room - 92 * MM),
    Column(20 * MM, is_right=True),
    Column(28 * MM, is_right=True, gap=4 * MM),
)
_EXPENSE_COLUMNS = (_COLUMNS[0], Column(SHEET.room - 72 * MM), _COLUMNS[3])


def remittance_pdf(remittance: Remittance) -> bytes:
    """Print a payment's note as tagged PDF; raises LetterMissingError for a name."""
    opening = Opening(
        organisation=remittance.organisation,
        charity_number="",
        number=_("Pay run {number}").format(number=remittance.number),
        title=_("What we are paying you"),
        name=remittance.name,
        name_in_script=remittance.name_in_script,
        when=long_day(remittance.pay_on),
    )
    title = f"{opening.title}, {remittance.name}, {opening.when}"
    pen = Pen(title, remittance.organisation, SHEET.size, "en-GB")
    head = [piece._replace(is_kept=True) for piece in opening_pieces(opening)]
    pieces = [*head, _figures(remittance), *_how(remittance)]
    if remittance.work:
        pieces += _work(remittance)
    if remittance.expenses:
        pieces += _expenses(remittance)
    pieces += _wrong(remittance)
    pages = compose(pieces, TOP, NEXT_TOP, SHEET.bottom)
    return print_pages(pen, SHEET, pages, opening.number, lambda pen: repeat_opening(pen, opening))


def _figures(remittance: Remittance) -> Piece:
    """Set the payment beside the expenses; the two are never added together."""
    work = Figure(
        _("Payment for your work"),
        format_pounds(remittance.payment_pence),
        _("The work is listed below.") if remittance.work else _("No work this time."),
    )
    expenses = Figure(
        _("Your expenses, paid back"),
        format_pounds(remittance.reimbursement_pence),
        _("Separate from your payment.") if remittance.expenses else _("No expenses this time."),
    )
    return summary_piece([(work, expenses)])


def _how(remittance: Remittance) -> list[Piece]:
    """Say by which way the money comes."""
    sentence = _way(remittance).format(
        day=long_day(remittance.pay_on), ending=remittance.account_ending
    )
    if remittance.payment_pence and remittance.reimbursement_pence:
        together = _("Your payment and your expenses may come together.")
        sentence = f"{sentence} {together}"
    return text_pieces(set_block(sentence, BODY, SHEET.room), _LEFT, space=3 * MM)


def _way(remittance: Remittance) -> str:
    if not remittance.payment_pence + remittance.reimbursement_pence:
        return _("Nothing is sent on {day}. The list below says why.")
    if remittance.method is PaidBy.CASH:
        return _("We pay you in cash on {day}.")
    if remittance.method is PaidBy.VOUCHER:
        return _("We give you a voucher on {day}.")
    if remittance.method is PaidBy.CHEQUE:
        return _("We send you a cheque on {day}.")
    if remittance.account_ending:
        return _("We send it to your bank account ending {ending} on {day}.")
    return _("We send it to your bank account on {day}.")


def _work(remittance: Remittance) -> list[Piece]:
    headings = (_("Date"), _("What you did"), _("Time"), _("Payment"))
    table = Table(_LEFT, _COLUMNS)
    pieces = _table_head(table, _COLUMNS, _("Your work"), headings)
    for number, line in enumerate(remittance.work, 1):
        cells = _line_cells(line)
        if line.minutes:
            time = short_hours(line.minutes)
            cells[2] = Cell((set_block(time, TABLE, _COLUMNS[2].room, is_figures=True),))
        is_last = number == len(remittance.work)
        rule = STRONG_RULE if is_last else ROW_RULE
        pieces.append(table.row(cells, rule=rule, is_kept=is_last))
    pieces.append(_total(table, _("Payment for your work"), remittance.payment_pence, 3))
    return pieces


def _expenses(remittance: Remittance) -> list[Piece]:
    headings = (_("Date"), _("For"), _("Amount"))
    table = Table(_LEFT, _EXPENSE_COLUMNS)
    pieces = _table_head(table, _EXPENSE_COLUMNS, _("Your expenses"), headings)
    for number, line in enumerate(remittance.expenses, 1):
        date, what, __, amount = _line_cells(line)
        is_last = number == len(remittance.expenses)
        rule = STRONG_RULE if is_last else ROW_RULE
        pieces.append(table.row([date, what, amount], rule=rule, is_kept=is_last))
    pieces.append(_total(table, _("Expenses paid back"), remittance.reimbursement_pence, 2))
    return pieces


def _table_head(
    table: Table, columns: Sequence[Column], text: str, headings: Sequence[str]
) -> list[Piece]:
    heading = set_block(text, HEADING, SHEET.room)
    blocks = [
        set_block(each, TABLE_STRONG, column.room)
        for each, column in zip(headings, columns, strict=True)
    ]
    kept = [
        piece._replace(is_kept=True)
        for piece in text_pieces(heading, _LEFT, tag="H2", space=4 * MM)
    ]
    return [*kept, table.head(blocks)]


def _line_cells(line: RemittanceLine) -> list[Cell]:
    amount = set_block(format_pounds(line.pence), TABLE, _COLUMNS[3].room, is_figures=True)
    return [
        Cell((set_block(long_day(line.day), TABLE, _COLUMNS[0].room),)),
        Cell((set_block(line.what, TABLE, _COLUMNS[1].room - 2 * MM),)),
        Cell(),
        Cell((amount,)),
    ]


def _total(table: Table, label: str, pence: int, columns: int) -> Piece:
    amount = set_block(format_pounds(pence), TABLE_STRONG, _COLUMNS[3].room, is_figures=True)
    heading = set_block(label, TABLE_STRONG, SHEET.room / 2)
    cells = [Cell((heading,), columns=columns, scope="Row"), Cell((amount,))]
    return table.row(cells, rule=0.0)


def _wrong(remittance: Remittance) -> list[Piece]:
    tell = whom_to_tell(
        remittance.organisation,
        remittance.contact_name,
        remittance.contact_phone,
        remittance.contact_email,
    )
    advice = _("This note is not advice. For questions about benefits or tax, ask an adviser.")
    return section_pieces(_("Is anything wrong?"), paragraphs([f"{tell} {advice}"]))
