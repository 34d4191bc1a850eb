"""Set the payment sheet that finance checks and signs: each payee, each total, who is held back."""

import datetime
import zoneinfo
from collections.abc import Sequence

from coprod_desktop.documents.fonts import Runs, Weight, set_name, set_text
from coprod_desktop.documents.lines import Block, break_lines, set_block, set_name_block
from coprod_desktop.documents.page import Piece, Sheet, compose, print_pages, text_pieces
from coprod_desktop.documents.signatures import signature_piece
from coprod_desktop.documents.styles import (
    A4_LANDSCAPE,
    MM,
    ROW_RULE,
    SHEET,
    SHEET_STRONG,
    SHEET_TITLE,
    SHEET_TOTAL,
    STRONG_RULE,
)
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.dates import format_day, long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy, format_sort_code
from coprod_desktop.domain.pay_runs import Held, PaymentSheet, PaymentSheetLine, RunState
from coprod_desktop.domain.time import short_hours
from coprod_desktop.i18n import _, ngettext

LANDSCAPE = Sheet(A4_LANDSCAPE, 15 * MM, 10 * MM, SHEET)
_LEFT = LANDSCAPE.margin
_ROOM = LANDSCAPE.room
_TOP = 15 * MM
_UK = "Europe/London"
_MANY_LINES = 6
_GROUP = 8  # a check code is easier to compare in groups
_COLUMNS = (
    Column(8 * MM, is_right=True),
    Column(_ROOM - 223 * MM, gap=4 * MM),
    Column(21 * MM),
    Column(23 * MM),
    Column(17 * MM),
    Column(18 * MM, is_right=True),
    Column(25 * MM, is_right=True),
    Column(33 * MM, is_right=True, gap=3.5 * MM),
    Column(24 * MM, is_right=True),
    Column(24 * MM, gap=5 * MM),
    Column(30 * MM, gap=1 * MM),
)
_HELD_COLUMNS = (Column(60 * MM), Column(120 * MM), Column(24 * MM, is_right=True))


def payment_sheet_pdf(sheet: PaymentSheet) -> bytes:
    """Print a payment sheet as tagged PDF; raises LetterMissingError for a name."""
    title = _("Payment sheet, pay run {number}").format(number=sheet.number)
    pen = Pen(f"{title}, {sheet.organisation}", sheet.organisation, LANDSCAPE.size, "en-GB")
    pieces = [
        _opening(sheet, title),
        *_status(sheet),
        *_payments(sheet),
        *_held(sheet),
        *_bank_file(sheet),
        _signatures(sheet, title),
    ]
    pages = compose(pieces, _TOP, _TOP, LANDSCAPE.bottom)
    return print_pages(pen, LANDSCAPE, pages, title)


# --- the head -----------------------------------------------------------------------------------


def _opening(sheet: PaymentSheet, title: str) -> Piece:
    """Set the organisation and title at the left, the sum of all payments at the right."""
    people = ngettext("{count} person, on {day}", "{count} people, on {day}", len(sheet.lines))
    people = people.format(count=len(sheet.lines), day=format_day(sheet.pay_on))
    right = [
        set_block(_("To pay"), SHEET, _ROOM / 2),
        set_block(format_pounds(sheet.pence), SHEET_TOTAL, _ROOM / 2),
        set_block(people, SHEET, _ROOM / 2),
    ]
    room = _ROOM - max(block.width for block in right) - 8 * MM
    left = [
        ("P", break_lines(_organisation(sheet), SHEET_STRONG, room)),
        ("H1", set_block(title, SHEET_TITLE, room)),
    ]

    def paint(pen: Pen, top: float) -> None:
        at = top
        for tag, block in left:
            at += 1.5 * MM if tag == "H1" else 0.0
            with pen.marked(tag):
                pen.block(block, _LEFT, at)
            at += block.height
        at = top
        for block in right:
            with pen.marked("P"):
                pen.block(block, _LEFT, at, _ROOM)
            at += block.height

    tall = sum(block.height for __, block in left) + 1.5 * MM
    return Piece(max(tall, sum(block.height for block in right)), paint, is_kept=True)


def _organisation(sheet: PaymentSheet) -> Runs:
    """Set the organisation's name and, where there is one, its charity number."""
    name = set_name(sheet.organisation, Weight.SEMIBOLD)
    if not sheet.charity_number:
        return name
    charity = _(", registered charity {number}").format(number=sheet.charity_number)
    return name + set_text(charity, Weight.SEMIBOLD)


def _status(sheet: PaymentSheet) -> list[Piece]:
    """Say who prepared and approved the run, and warn where it must not be paid."""
    up_to = _("For everything up to {day}.").format(day=long_day(sheet.up_to_on))
    sentences = [sheet.top_up_note, up_to] if sheet.top_up_note else [up_to]
    sentences.append(_prepared(sheet))
    if sheet.approved_by and sheet.approved_at:
        approved = _("{name} approved it on {day}.")
        sentences.append(approved.format(name=sheet.approved_by, day=_day(sheet.approved_at)))
    pieces = _sheet_text(" ".join(sentences), is_strong=False, space=1 * MM)
    if sheet.state is RunState.PREPARED:
        warning = _("Not approved yet. Please pay nothing from this sheet before it is approved.")
        pieces += _sheet_text(warning, is_strong=True)
    elif sheet.state is RunState.REVERSED:
        warning = _("This pay run was reversed. Please pay nothing from this sheet.")
        pieces += _sheet_text(warning, is_strong=True)
    if sheet.four_eyes_note:
        pieces += _labelled(_("One person prepared and approved it"), sheet.four_eyes_note)
    return [piece._replace(is_kept=True) for piece in pieces]


def _prepared(sheet: PaymentSheet) -> str:
    sentence = _("{name} prepared it on {day}.")
    return sentence.format(name=sheet.prepared_by, day=_day(sheet.prepared_at))


def _day(instant: datetime.datetime) -> str:
    """Write the day of an instant as it was in the United Kingdom."""
    return long_day(instant.astimezone(zoneinfo.ZoneInfo(_UK)).date())


def _sheet_text(text: str, *, is_strong: bool, space: float = 0.0) -> list[Piece]:
    block = set_block(text, SHEET_STRONG if is_strong else SHEET, _ROOM)
    return text_pieces(block, _LEFT, space=space)


def _labelled(label: str, text: str) -> list[Piece]:
    """Set a strong label and its text on one line, or on several where it is long."""
    head = set_block(label, SHEET_STRONG, _ROOM)
    indent = head.width + 2 * MM
    body = set_block(text, SHEET, _ROOM - indent)
    if len(body.lines) > _MANY_LINES:
        return [*text_pieces(head, _LEFT, space=1 * MM), *_sheet_text(text, is_strong=False)]

    def paint(pen: Pen, top: float) -> None:
        with pen.marked("P"):
            pen.block(head, _LEFT, top)
            pen.block(body, _LEFT + indent, top)

    return [Piece(max(head.height, body.height), paint, space=1 * MM)]


# --- the payments -------------------------------------------------------------------------------


def _payments(sheet: PaymentSheet) -> list[Piece]:
    """Set a row for each payee, the sums for each way of paying, and the sum of all."""
    table = Table(_LEFT, _COLUMNS, pad=0.6 * MM)
    headings = (
        _("No."),
        _("Payee, as on the account"),
        _("Sort code"),
        _("Account"),
        _("Method"),
        _("Paid time"),
        _("Involvement payment £"),
        _("Reimbursement £"),
        _("Total £"),
        _("Cost code"),
        _("Approved by"),
    )
    pieces = [table.head(_headings(headings, _COLUMNS), space=2 * MM)]
    for number, line in enumerate(sheet.lines, 1):
        is_last = number == len(sheet.lines)
        rule = STRONG_RULE if is_last else ROW_RULE
        pieces.append(table.row(_payee(number, line), rule=rule, is_kept=is_last))
    methods = [method for method in PaidBy if _by(sheet, method)]
    for method in methods:
        is_last = method is methods[-1]
        cells = _sum_cells(_method_words(sheet, method), _by(sheet, method), is_strong=False)
        pieces.append(table.row(cells, rule=ROW_RULE if is_last else 0.0, is_kept=True))
    words = ngettext("The one payment", "All {count} payments", len(sheet.lines))
    words = words.format(count=len(sheet.lines))
    pieces.append(table.row(_sum_cells(words, sheet.lines, is_strong=True), rule=STRONG_RULE))
    return pieces


def _headings(texts: Sequence[str], columns: Sequence[Column]) -> list[Block]:
    return [
        set_block(text, SHEET_STRONG, column.room)
        for text, column in zip(texts, columns, strict=True)
    ]


def _by(sheet: PaymentSheet, method: PaidBy) -> tuple[PaymentSheetLine, ...]:
    return tuple(line for line in sheet.lines if line.method is method)


def _payee(number: int, line: PaymentSheetLine) -> list[Cell]:
    """Set a payee's row; whoever did the work stands below where the account is another's."""
    payee = [set_name_block(line.payee, SHEET, _COLUMNS[1].room - 2 * MM)]
    if line.participant.casefold() != line.payee.casefold():
        whom = set_text(_("for "), Weight.REGULAR) + set_name(line.participant)
        payee.append(break_lines(whom, SHEET, _COLUMNS[1].room - 2 * MM))
    account = _("ends {digits}").format(digits=line.account_number[-4:])
    return [
        Cell((_figures(str(number), _COLUMNS[0]),)),
        Cell(tuple(payee)),
        Cell((_figures(format_sort_code(line.sort_code) if line.sort_code else "–", _COLUMNS[2]),)),
        Cell((_figures(account if line.account_number else "–", _COLUMNS[3]),)),
        Cell((set_block(_method_name(line.method), SHEET, _COLUMNS[4].room),)),
        Cell((_figures(short_hours(line.minutes) if line.minutes else "–", _COLUMNS[5]),)),
        Cell((_figures(_pounds(line.payment_pence), _COLUMNS[6]),)),
        Cell((_figures(_pounds(line.reimbursement_pence), _COLUMNS[7]),)),
        Cell((_figures(_pounds(line.pence), _COLUMNS[8], is_strong=True),)),
        Cell((set_block(line.cost_codes, SHEET, _COLUMNS[9].room),)),
        Cell((set_block(line.approved_by, SHEET, _COLUMNS[10].room),)),
    ]


def _sum_cells(words: str, lines: Sequence[PaymentSheetLine], *, is_strong: bool) -> list[Cell]:
    style = SHEET_STRONG if is_strong else SHEET
    work = sum(line.payment_pence for line in lines)
    expenses = sum(line.reimbursement_pence for line in lines)
    minutes = sum(line.minutes for line in lines)
    figures = (short_hours(minutes), _pounds(work), _pounds(expenses), _pounds(work + expenses))
    return [
        Cell(),
        Cell((set_block(words, style, 100 * MM),), columns=4, scope="Row"),
        *(
            Cell((_figures(text, column, is_strong=is_strong),))
            for text, column in zip(figures, _COLUMNS[5:9], strict=True)
        ),
        Cell(columns=2),
    ]


def _figures(text: str, column: Column, *, is_strong: bool = False) -> Block:
    return set_block(text, SHEET_STRONG if is_strong else SHEET, column.room, is_figures=True)


def _pounds(pence: int) -> str:
    """Write an amount for a column whose heading has the pound sign."""
    return format_pounds(pence).replace("£", "")


def _method_name(method: PaidBy) -> str:
    names = {
        PaidBy.BANK: _("Bank"),
        PaidBy.CASH: _("Cash"),
        PaidBy.VOUCHER: _("Voucher"),
        PaidBy.CHEQUE: _("Cheque"),
    }
    return names[method]


def _method_words(sheet: PaymentSheet, method: PaidBy) -> str:
    count = len(_by(sheet, method))
    if method is PaidBy.BANK:
        words = ngettext("{count} bank payment", "{count} bank payments", count)
    elif method is PaidBy.CASH:
        words = ngettext("{count} paid in cash", "{count} paid in cash", count)
    elif method is PaidBy.VOUCHER:
        words = ngettext("{count} paid in vouchers", "{count} paid in vouchers", count)
    else:
        words = ngettext("{count} paid by cheque", "{count} paid by cheque", count)
    return words.format(count=count)


# --- below the payments -------------------------------------------------------------------------


def _held(sheet: PaymentSheet) -> list[Piece]:
    """Set who is not paid now and why."""
    if not sheet.held:
        return []
    heading = set_block(_("Not paid now"), SHEET_STRONG, _ROOM)
    pieces = text_pieces(heading, _LEFT, tag="H2", space=3 * MM)
    pieces = [piece._replace(is_kept=True) for piece in pieces]
    table = Table(_LEFT, _HELD_COLUMNS, pad=0.6 * MM)
    headings = (_("Name"), _("Why"), _("Held £"))
    pieces.append(table.head(_headings(headings, _HELD_COLUMNS)))
    return [*pieces, *(table.row(_held_cells(held)) for held in sheet.held)]


def _held_cells(held: Held) -> list[Cell]:
    name, why, amount = _HELD_COLUMNS
    return [
        Cell((set_name_block(held.name, SHEET, name.room - 2 * MM),)),
        Cell((set_block(held.because, SHEET, why.room - 2 * MM),)),
        Cell((_figures(_pounds(held.pence), amount),)),
    ]


def _bank_file(sheet: PaymentSheet) -> list[Piece]:
    """Name the file for the bank and its check code."""
    if not sheet.bank_file:
        return []
    by_bank = _by(sheet, PaidBy.BANK)
    words = ngettext(
        "{file}, {count} payment, {pounds}", "{file}, {count} payments, {pounds}", len(by_bank)
    )
    words = words.format(
        file=sheet.bank_file,
        count=len(by_bank),
        pounds=format_pounds(sum(line.pence for line in by_bank)),
    )
    pieces = _labelled(_("Bank file"), words)
    code = sheet.bank_file_sha256
    if code:
        groups = [code[start : start + _GROUP] for start in range(0, len(code), _GROUP)]
        pieces += _labelled(_("Check code (SHA-256)"), " ".join(groups))
    return pieces


def _signatures(sheet: PaymentSheet, title: str) -> Piece:
    """Set the boxes in which people sign."""
    count = len(sheet.lines)
    people = (
        (_("Prepared by"), sheet.prepared_by),
        (_("Approved by"), sheet.approved_by),
        (_("Second approval"), ""),
    )
    # Alone on a page, the signatures say again what is signed.
    words = ngettext("{title}: one payment, {pounds}", "{title}: {count} payments, {pounds}", count)
    words = words.format(title=title, count=count, pounds=format_pounds(sheet.pence))
    head = text_pieces(set_block(words, SHEET_STRONG, _ROOM), _LEFT)[0]
    again = head._replace(height=head.height + 3 * MM)
    return signature_piece(people, _LEFT, _ROOM)._replace(head=again)
