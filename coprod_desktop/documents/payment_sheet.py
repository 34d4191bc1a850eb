"""Set the payment sheet that finance checks and signs: each payee, each total, who is held back."""

from collections.abc import Sequence

from coprod_desktop.documents.finance import (
    LANDSCAPE,
    PAD,
    figures,
    grouped,
    head_piece,
    heading_blocks,
    kept_together,
    labelled_pieces,
    method_name,
    section_heading,
    sentence_pieces,
    sum_cells,
)
from coprod_desktop.documents.fonts import Weight, set_name, set_text
from coprod_desktop.documents.lines import Block, break_lines, set_block, set_name_block
from coprod_desktop.documents.page import Piece, compose, print_pages, text_pieces
from coprod_desktop.documents.signatures import signature_piece
from coprod_desktop.documents.styles import (
    MM,
    ROW_RULE,
    SHEET,
    SHEET_STRONG,
    SHEET_TOTAL,
    STRONG_RULE,
)
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.dates import format_day, long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy, format_sort_code
from coprod_desktop.domain.pay_runs import Held, RunState
from coprod_desktop.domain.run_papers import CostCodeSum, PaymentSheet, PaymentSheetLine
from coprod_desktop.domain.time import short_hours
from coprod_desktop.i18n import _, ngettext

_LEFT = LANDSCAPE.margin
_ROOM = LANDSCAPE.room
_TOP = 15 * MM
_BOXES_IN_ROW = 4
# The columns of money hold £9,999,999.99 in one line of the strong weight.
_MONEY = (
    Column(28 * MM, is_right=True, gap=2.5 * MM),
    Column(32 * MM, is_right=True, gap=3 * MM),
    Column(28 * MM, is_right=True, gap=2.5 * MM),
)
_COLUMNS = (
    Column(8 * MM, is_right=True),
    Column(_ROOM - 226 * MM, gap=4 * MM),
    Column(20 * MM),
    Column(21 * MM),
    Column(17 * MM),
    Column(20 * MM, is_right=True),
    *_MONEY,
    Column(23 * MM, gap=4 * MM),
    Column(29 * MM, gap=3 * MM),
)
_REFERENCE_ROOM = _COLUMNS[2].width + _COLUMNS[3].width - 1 * MM
_CODE_COLUMNS = (Column(sum(column.width for column in _COLUMNS[:6])), *_MONEY)
_HELD_COLUMNS = (
    Column(60 * MM),
    Column(_CODE_COLUMNS[0].width + _MONEY[0].width + _MONEY[1].width - 60 * MM),
    _MONEY[2],
)


def payment_sheet_pdf(sheet: PaymentSheet) -> bytes:
    """Print a payment sheet as tagged PDF; raises LetterMissingError for a name."""
    title = _("Payment sheet, pay run {number}").format(number=sheet.number)
    pen = Pen(f"{title}, {sheet.organisation}", sheet.organisation, LANDSCAPE.size, "en-GB")
    pages = _pages(sheet, title)
    return print_pages(pen, LANDSCAPE, pages, title)


def _pages(sheet: PaymentSheet, title: str) -> list[list[tuple[Piece, float]]]:
    """Lay everything on pages so that who signs has the totals on the same page.

    The signatures stand last where one page holds all of it, and else just below the totals.
    """
    payees, last = _payments(sheet)
    start = [_opening(sheet, title), *_status(sheet), *payees]
    more, bank = [*_cost_codes(sheet), *_held(sheet)], _bank_file(sheet)
    signed = _signatures(sheet, title)
    pages = compose([*start, *last, *more, *bank, *signed], _TOP, _TOP, LANDSCAPE.bottom)
    if len(pages) > 1:
        totals = kept_together([*last, *bank, *signed])
        pages = compose([*start, *totals, *more], _TOP, _TOP, LANDSCAPE.bottom)
    return pages


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
    return head_piece(LANDSCAPE, sheet.organisation, sheet.charity_number, title, right)


def _status(sheet: PaymentSheet) -> list[Piece]:
    """Say who prepared and approved the run, and warn where it must not be paid."""
    up_to = _("For everything up to {day}.").format(day=long_day(sheet.up_to_on))
    sentences = [sheet.top_up_note, up_to] if sheet.top_up_note else [up_to]
    sentences += _people(sheet)
    pieces = sentence_pieces(LANDSCAPE, " ".join(sentences), space=1 * MM)
    warning = _warning(sheet)
    if warning:
        pieces += sentence_pieces(LANDSCAPE, warning, is_strong=True)
    if sheet.four_eyes_note:
        label = _("The trustees let one person prepare and approve")
        if sheet.is_one_person:
            label = _("One person prepared and approved it")
        pieces += labelled_pieces(LANDSCAPE, label, sheet.four_eyes_note)
    return [piece._replace(is_kept=True) for piece in pieces]


def _people(sheet: PaymentSheet) -> list[str]:
    """Say who prepared the run and who approved it, each in a sentence."""
    prepared = _("{name} prepared it on {day}.")
    sentences = [prepared.format(name=sheet.prepared_by, day=long_day(sheet.prepared_on))]
    *before, last = sheet.approver_names or ("",)
    if sheet.approved_on is None or not last:
        return sentences
    approved = _("{name} approved it on {day}.")
    if before:
        approved = _("{names} and {name} approved it; the last approval was on {day}.")
    names, day = ", ".join(before), long_day(sheet.approved_on)
    return [*sentences, approved.format(names=names, name=last, day=day)]


def _warning(sheet: PaymentSheet) -> str:
    if sheet.state in (RunState.PREPARED, RunState.SENT_BACK):
        return _("Not approved yet. Please pay nothing from this sheet before it is approved.")
    if sheet.state is RunState.REVERSED:
        return _("This pay run was reversed. Please pay nothing from this sheet.")
    return ""


# --- the payments -------------------------------------------------------------------------------


def _payments(sheet: PaymentSheet) -> tuple[list[Piece], list[Piece]]:
    """Set a row for each payee; apart, the last row with the sums below it."""
    table = Table(_LEFT, _COLUMNS, pad=PAD)
    has_references = any(line.reference for line in sheet.lines)
    headings = (
        _("No."),
        _("Payee, as on the account"),
        _("Sort code, reference") if has_references else _("Sort code"),
        _("Account"),
        _("Method"),
        _("Paid time"),
        _("Involvement payment £"),
        _("Reimbursement £"),
        _("Total £"),
        _("Cost code"),
        _("Approved by"),
    )
    pieces = [table.head(heading_blocks(headings, _COLUMNS), space=2 * MM)]
    for number, line in enumerate(sheet.lines, 1):
        rule = STRONG_RULE if number == len(sheet.lines) else ROW_RULE
        pieces.append(table.row(_payee(number, line), rule=rule))
    before_last = max(1, len(sheet.lines))
    return pieces[:before_last], [*pieces[before_last:], *_sums(sheet, table)]


def _payee(number: int, line: PaymentSheetLine) -> list[Cell]:
    """Set a payee's row; whoever did the work stands below where the account is another's."""
    payee = [set_name_block(line.payee, SHEET, _COLUMNS[1].room - 2 * MM)]
    if line.participant.casefold() != line.payee.casefold():
        whom = set_text(_("for "), Weight.REGULAR) + set_name(line.participant)
        payee.append(break_lines(whom, SHEET, _COLUMNS[1].room - 2 * MM))
    if line.came_back_on is not None:
        back = _("Came back on {day}").format(day=format_day(line.came_back_on))
        payee.append(set_block(back, SHEET_STRONG, _COLUMNS[1].room - 2 * MM))
    where = [figures(format_sort_code(line.sort_code) if line.sort_code else "–", _COLUMNS[2])]
    if line.reference:  # long enough for both columns, in which nothing else stands so low
        where.append(set_block(line.reference, SHEET, _REFERENCE_ROOM))
    account = _("ends {digits}").format(digits=line.account_number[-4:])
    return [
        Cell((figures(str(number), _COLUMNS[0]),)),
        Cell(tuple(payee)),
        Cell(tuple(where)),
        Cell((figures(account if line.account_number else "–", _COLUMNS[3]),)),
        Cell((set_block(method_name(line.method), SHEET, _COLUMNS[4].room),)),
        Cell((figures(short_hours(line.minutes) if line.minutes else "–", _COLUMNS[5]),)),
        *sum_cells((line.payment_pence, line.reimbursement_pence), _MONEY[:2]),
        *sum_cells((line.pence,), _MONEY[2:], is_strong=True),
        Cell((set_block(line.cost_codes, SHEET, _COLUMNS[9].room),)),
        Cell((set_block(line.approved_by, SHEET, _COLUMNS[10].room),)),
    ]


def _sums(sheet: PaymentSheet, table: Table) -> list[Piece]:
    """Set the sums for each way of paying, and the sum of all."""
    pieces = []
    methods = [method for method in PaidBy if _by(sheet, method)]
    for method in methods:
        cells = _sum_cells(_method_words(sheet, method), _by(sheet, method), is_strong=False)
        pieces.append(table.row(cells, rule=ROW_RULE if method is methods[-1] else 0.0))
    words = ngettext("The one payment", "All {count} payments", len(sheet.lines))
    words = words.format(count=len(sheet.lines))
    pieces.append(table.row(_sum_cells(words, sheet.lines, is_strong=True), rule=STRONG_RULE))
    return pieces


def _by(sheet: PaymentSheet, method: PaidBy) -> tuple[PaymentSheetLine, ...]:
    return tuple(line for line in sheet.lines if line.method is method)


def _sum_cells(words: str, lines: Sequence[PaymentSheetLine], *, is_strong: bool) -> list[Cell]:
    work = sum(line.payment_pence for line in lines)
    expenses = sum(line.reimbursement_pence for line in lines)
    minutes = short_hours(sum(line.minutes for line in lines))
    return [
        Cell(),
        Cell((_words(words, is_strong=is_strong),), columns=4, scope="Row"),
        Cell((figures(minutes, _COLUMNS[5], is_strong=is_strong),)),
        *sum_cells((work, expenses, work + expenses), _MONEY, is_strong=is_strong),
        Cell(columns=2),
    ]


def _words(text: str, *, is_strong: bool) -> Block:
    return set_block(text, SHEET_STRONG if is_strong else SHEET, 100 * MM)


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


def _cost_codes(sheet: PaymentSheet) -> list[Piece]:
    """Set what each budget pays; with what has no cost code it comes to the totals above."""
    if not sheet.by_cost_code:
        return []
    table = Table(_LEFT, _CODE_COLUMNS, pad=PAD)
    headings = (_("Cost code"), _("Involvement payment £"), _("Reimbursement £"), _("Total £"))
    pieces = section_heading(LANDSCAPE, _("The money by cost code"))
    pieces.append(table.head(heading_blocks(headings, _CODE_COLUMNS)))
    for one in sheet.by_cost_code:
        pieces.append(table.row(_code_cells(one.cost_code or _("No cost code"), one)))
    if sheet.outside_cost_codes:
        pieces.append(table.row(_code_cells(_("No cost code"), sheet.outside_cost_codes)))
    totals = CostCodeSum(
        cost_code="",
        payment_pence=sheet.payment_pence,
        reimbursement_pence=sheet.reimbursement_pence,
    )
    pieces[-1] = pieces[-1]._replace(is_kept=True)
    cells = _code_cells(_("All cost codes"), totals, is_strong=True)
    return [*pieces, table.row(cells, rule=STRONG_RULE)]


def _code_cells(words: str, one: CostCodeSum, *, is_strong: bool = False) -> list[Cell]:
    amounts = (one.payment_pence, one.reimbursement_pence, one.pence)
    return [
        Cell((_words(words, is_strong=is_strong),), scope="Row"),
        *sum_cells(amounts, _MONEY, is_strong=is_strong),
    ]


def _held(sheet: PaymentSheet) -> list[Piece]:
    """Set who is not paid now and why."""
    if not sheet.held:
        return []
    pieces = section_heading(LANDSCAPE, _("Not paid now"))
    table = Table(_LEFT, _HELD_COLUMNS, pad=PAD)
    headings = (_("Name"), _("Why"), _("Held £"))
    pieces.append(table.head(heading_blocks(headings, _HELD_COLUMNS)))
    return [*pieces, *kept_together([table.row(_held_cells(held)) for held in sheet.held], last=2)]


def _held_cells(held: Held) -> list[Cell]:
    name, why, amount = _HELD_COLUMNS
    because = held.because
    if held.until_on:
        until = _("Held until {day}.").format(day=long_day(held.until_on))
        because = f"{because} {until}"
    return [
        Cell((set_name_block(held.name, SHEET, name.room - 2 * MM),)),
        Cell((set_block(because, SHEET, why.room - 2 * MM),)),
        *sum_cells((held.pence,), (amount,)),
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
    pieces = labelled_pieces(LANDSCAPE, _("Bank file"), words)
    if sheet.bank_file_sha256:
        code = grouped(sheet.bank_file_sha256)
        pieces += labelled_pieces(LANDSCAPE, _("Check code (SHA-256)"), code)
    return pieces


def _signatures(sheet: PaymentSheet, title: str) -> list[Piece]:
    """Set the boxes in which people sign, with a free one for a second approval."""
    roles = (_("Approved by"), _("Second approval"))
    names = (*sheet.approver_names, "", "")[: max(2, len(sheet.approver_names))]
    people = [(_("Prepared by"), sheet.prepared_by)]
    for place, name in enumerate(names):
        people.append((roles[place] if place < len(roles) else _("Further approval"), name))
    count = len(sheet.lines)
    # Where a page of texts comes between, the signatures say again what is signed.
    words = ngettext("{title}: one payment, {pounds}", "{title}: {count} payments, {pounds}", count)
    words = words.format(title=title, count=count, pounds=format_pounds(sheet.pence))
    head = text_pieces(set_block(words, SHEET_STRONG, _ROOM), _LEFT)[0]
    again = head._replace(height=head.height + 3 * MM)
    rows = [people[at : at + _BOXES_IN_ROW] for at in range(0, len(people), _BOXES_IN_ROW)]
    return [signature_piece(row, _LEFT, _ROOM)._replace(head=again) for row in rows]
