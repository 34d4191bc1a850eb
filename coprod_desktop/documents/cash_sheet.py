"""Set the sheet on which people sign for cash and vouchers, and the list of notes and coins."""

from typing import NamedTuple

from coprod_desktop.documents.boxed_rows import again_below, boxed
from coprod_desktop.documents.cash_count import count_piece
from coprod_desktop.documents.finance import (
    LANDSCAPE,
    PAD,
    figures,
    head_piece,
    heading_blocks,
    kept_together,
    labelled_pieces,
    plain_pounds,
    sentence_pieces,
)
from coprod_desktop.documents.fonts import Weight, set_name
from coprod_desktop.documents.lines import break_lines, set_block
from coprod_desktop.documents.notes_and_coins import notes_and_coins
from coprod_desktop.documents.page import Piece, compose, print_pages, text_pieces
from coprod_desktop.documents.styles import MM, ROW_RULE, SHEET, SHEET_STRONG, STRONG_RULE
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.cash_sheets import (
    CashSheet,
    CashSheetRow,
    serial_ranges,
)
from coprod_desktop.domain.dates import format_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _, ngettext

_LEFT = LANDSCAPE.margin
_ROOM = LANDSCAPE.room
_TOP = 15 * MM
_SIGN_ROW = 16 * MM
# Holds £9,999,999.99 in one line of the strong weight.
_MONEY = Column(29 * MM, is_right=True, gap=2.5 * MM)
_SERIALS = Column(34 * MM, gap=5 * MM)
_TO_SIGN = (22 * MM, 52 * MM, 24 * MM)
_TO_SIGN_GAP = 2 * MM
_MOST_LINES = 6  # of serials in one row; more of them are listed below the table


class _Form(NamedTuple):
    """What a sheet has columns for: only what somebody is handed."""

    sheet: CashSheet
    columns: tuple[Column, ...]
    has_work: bool
    has_expenses: bool
    has_vouchers: bool

    @property
    def has_cash(self) -> bool:
        return self.has_work or self.has_expenses


def cash_sheet_pdf(sheet: CashSheet) -> bytes:
    """Print a cash and voucher sheet as tagged PDF; raises LetterMissingError for a name.

    The notes and coins stand on a page of their own, without a name, to take to the bank. Raises
    NegativeMoneyError where a row's cash is below nothing.
    """
    form = _form(sheet)
    title = _title(form)
    pen = Pen(f"{title}, {sheet.organisation}", sheet.organisation, LANDSCAPE.size, "en-GB")
    pieces = [_opening(sheet, title), *_rows(form)]
    pages = compose(pieces, _TOP, _TOP, LANDSCAPE.bottom)
    if form.has_cash:
        pages += compose(notes_and_coins(sheet), _TOP, _TOP, LANDSCAPE.bottom)
    return print_pages(pen, LANDSCAPE, pages, title)


def _form(sheet: CashSheet) -> _Form:
    has_work = any(row.payment_pence for row in sheet.rows)
    has_expenses = any(row.reimbursement_pence for row in sheet.rows)
    has_vouchers = any(row.voucher_pence or row.serials for row in sheet.rows)
    given = [_MONEY] * (has_work + has_expenses)
    given += [_MONEY, _SERIALS] if has_vouchers else []
    signing = [Column(width, gap=_TO_SIGN_GAP) for width in _TO_SIGN]
    name = _ROOM - sum(column.width for column in (*given, *signing))
    if name > 70 * MM:  # the rest is room for the signature
        signing[1] = Column(signing[1].width + name - 70 * MM, gap=_TO_SIGN_GAP)
        name = 70 * MM
    columns = (Column(name), *given, *signing)
    return _Form(sheet, columns, has_work, has_expenses, has_vouchers)


# --- the head -----------------------------------------------------------------------------------


def _title(form: _Form) -> str:
    if not form.has_vouchers:
        title = _("Cash sheet, pay run {number}")
    elif not form.has_cash:
        title = _("Voucher sheet, pay run {number}")
    else:
        title = _("Cash and voucher sheet, pay run {number}")
    return title.format(number=form.sheet.number)


def _opening(sheet: CashSheet, title: str) -> Piece:
    place = _("Paid out at {place}").format(place=sheet.place)
    lines = [place, format_day(sheet.pay_on)] if sheet.place else [format_day(sheet.pay_on)]
    right = [set_block(line, SHEET, _ROOM / 2) for line in lines]
    return head_piece(LANDSCAPE, sheet.organisation, "", title, right)


def _please(sheet: CashSheet) -> list[Piece]:
    """Say what to do with the sheet; it stands on every page that is handed to somebody."""
    sentences = [_("Please check what you were given, then sign.")]
    if sheet.voucher_value_pence and sheet.voucher_count:
        each = _("Each voucher is worth {pounds}.")
        sentences.append(each.format(pounds=format_pounds(sheet.voucher_value_pence)))
    sentences.append(_("Cover the other rows when you hand this sheet to someone."))
    return sentence_pieces(LANDSCAPE, " ".join(sentences), space=2 * MM)


# --- the rows -----------------------------------------------------------------------------------


def _rows(form: _Form) -> list[Piece]:
    """Set a row for each person, and keep the last one with the sums and the count."""
    table = Table(_LEFT, form.columns, pad=PAD)
    please = _please(form.sheet)
    head = table.head(heading_blocks(_headings(form), form.columns), space=3 * MM)
    again = again_below(please, head)
    rows = []
    for number, row in enumerate(form.sheet.rows, 1):
        rule = STRONG_RULE if number == len(form.sheet.rows) else ROW_RULE
        piece = table.row(_cells(form, row), rule=rule, least=_SIGN_ROW)
        boxes = boxed(piece, _LEFT + _ROOM, form.columns[-len(_TO_SIGN) :])
        rows.append(boxes._replace(head=again))
    sums = table.row(_sum_cells(form), rule=STRONG_RULE)._replace(head=again)
    counted = count_piece(form.sheet, has_vouchers=form.has_vouchers)
    end = kept_together([*rows[-1:], sums, *_vouchers_are_income(form), counted])
    start = [piece._replace(is_kept=True) for piece in please]
    return [*start, head, *rows[:-1], *end, *_long_serials(form)]


def _headings(form: _Form) -> list[str]:
    headings = [_("Paid to")]
    headings += [_("Cash for involvement £")] if form.has_work else []
    headings += [_("Cash for expenses £")] if form.has_expenses else []
    headings += [_("Vouchers £"), _("Voucher serials")] if form.has_vouchers else []
    return [*headings, _("Date given"), _("Signature of the person paid"), _("Handed over by")]


def _cells(form: _Form, row: CashSheetRow) -> list[Cell]:
    name = break_lines(
        set_name(row.name, Weight.SEMIBOLD), SHEET_STRONG, form.columns[0].room - 3 * MM
    )
    cells = [Cell((name,), scope="Row")]
    cells += [_amount(row.payment_pence)] if form.has_work else []
    cells += [_amount(row.reimbursement_pence)] if form.has_expenses else []
    if form.has_vouchers:
        serials = set_block(serial_ranges(row.serials) or "–", SHEET, _SERIALS.room - 2 * MM)
        if len(serials.lines) > _MOST_LINES:
            listed = _("{count} vouchers, listed below").format(count=len(row.serials))
            serials = set_block(listed, SHEET, _SERIALS.room - 2 * MM)
        cells += [_amount(row.voucher_pence), Cell((serials,))]
    return [*cells, Cell(), Cell(), Cell()]


def _amount(pence: int, *, is_strong: bool = False) -> Cell:
    """Set an amount, a dash for nothing."""
    return Cell((figures(plain_pounds(pence) if pence else "–", _MONEY, is_strong=is_strong),))


def _sum_cells(form: _Form) -> list[Cell]:
    sheet, count = form.sheet, len(form.sheet.rows)
    people = ngettext("{count} person", "{count} people", count).format(count=count)
    cells = [Cell((set_block(people, SHEET_STRONG, form.columns[0].room),), scope="Row")]
    cells += [_amount(sheet.payment_pence, is_strong=True)] if form.has_work else []
    cells += [_amount(sheet.reimbursement_pence, is_strong=True)] if form.has_expenses else []
    if form.has_vouchers:
        words = ngettext("{count} voucher", "{count} vouchers", sheet.voucher_count)
        words = words.format(count=sheet.voucher_count)
        serials = Cell((set_block(words, SHEET_STRONG, _SERIALS.room),))
        cells += [_amount(sheet.voucher_pence, is_strong=True), serials]
    return [*cells, Cell(columns=len(_TO_SIGN))]


def _vouchers_are_income(form: _Form) -> list[Piece]:
    """Tell finance what benefit rules say of vouchers (domain facts 3.3)."""
    if not form.has_vouchers:
        return []
    words = _("a voucher is treated as income for its full value, just as money is.")
    return labelled_pieces(LANDSCAPE, _("For finance:"), words)


def _long_serials(form: _Form) -> list[Piece]:
    """List the serials that had no room in their row."""
    pieces: list[Piece] = []
    for row in form.sheet.rows if form.has_vouchers else ():
        serials = serial_ranges(row.serials)
        if len(set_block(serials, SHEET, _SERIALS.room - 2 * MM).lines) > _MOST_LINES:
            heading = break_lines(set_name(row.name, Weight.SEMIBOLD), SHEET_STRONG, _ROOM)
            above = text_pieces(heading, _LEFT, tag="H2", space=4 * MM)
            pieces += [piece._replace(is_kept=True) for piece in above]
            pieces += sentence_pieces(LANDSCAPE, serials)
    return pieces
