"""Set the sheet for paying cash at a session, and the count of its notes and coins."""

from coprod_desktop.documents.boxed_rows import again_below, boxed
from coprod_desktop.documents.cash_count import beside_signatures, sum_line
from coprod_desktop.documents.editions.voice import spoken_code
from coprod_desktop.documents.finance import (
    LANDSCAPE,
    PAD,
    figures,
    heading_blocks,
    kept_together,
    plain_pounds,
    sentence_pieces,
)
from coprod_desktop.documents.fonts import Weight
from coprod_desktop.documents.lines import set_block
from coprod_desktop.documents.notes_and_coins import kind_words
from coprod_desktop.documents.page import Piece, compose, print_pages, text_pieces
from coprod_desktop.documents.papers import session_sheet
from coprod_desktop.documents.papers import session_words as words
from coprod_desktop.documents.spoken import pounds
from coprod_desktop.documents.styles import (
    MM,
    ROW_RULE,
    SHEET,
    SHEET_STRONG,
    SHEET_TITLE,
    STRONG_RULE,
)
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.cash_sheets import KINDS
from coprod_desktop.domain.session_papers import SessionCashContent, SessionPerson
from coprod_desktop.i18n import _, language, ngettext

_LEFT = LANDSCAPE.margin
_RIGHT = _LEFT + LANDSCAPE.room
_TOP = 15 * MM
_ROW = 12.5 * MM
_COUNT_ROW = 9.5 * MM
_GAP = 2 * MM
_MONEY = Column(26 * MM, is_right=True, gap=_GAP)
_CLEAR = 3 * MM  # between an amount and the first box
_TO_WRITE = (
    Column(36 * MM, gap=_CLEAR + _GAP),
    Column(34 * MM, gap=_GAP),
    Column(64 * MM, gap=_GAP),
    Column(28 * MM, gap=_GAP),
)
_NAME = Column(LANDSCAPE.room - _MONEY.width - sum(column.width for column in _TO_WRITE))
_COLUMNS = (_NAME, _MONEY, *_TO_WRITE)
_BOXES = (_TO_WRITE[0]._replace(width=_TO_WRITE[0].width - _CLEAR), *_TO_WRITE[1:])
_COUNTED = (Column(41 * MM, gap=_CLEAR + _GAP), Column(38 * MM, gap=_GAP))
_COUNT_BOXES = (_COUNTED[0]._replace(width=_COUNTED[0].width - _CLEAR), _COUNTED[1])
_PIECES = (
    Column(45 * MM),
    Column(34 * MM, is_right=True),
    Column(34 * MM, is_right=True),
    *_COUNTED,
)


def session_cash_sheet_pdf(content: SessionCashContent) -> bytes:
    """Print the cash sheet of a session as tagged PDF; raises LetterMissingError for a name.

    The notes and coins stand on a page of their own, without a name, to take to the bank. Raises
    NegativeMoneyError where somebody was promised less than nothing.
    """
    session = content.session
    title = _("Cash sheet: {title}").format(title=session.title)
    foot = words.foot(session, _("Cash sheet {number}"), _("Cash sheet"))
    sender, code = content.sender, spoken_code(language())
    pen = Pen(f"{foot}, {title}", sender.organisation, LANDSCAPE.size, code)
    start = session_sheet.opening(sender, session, title)
    pages = compose([start, *_rows(content)], _TOP, _TOP, LANDSCAPE.bottom)
    pages += compose(_notes_and_coins(content), _TOP, _TOP, LANDSCAPE.bottom)
    return print_pages(pen, LANDSCAPE, pages, foot)


def _please() -> list[Piece]:
    said = _(
        "Write down what you hand over, then ask the person to check it and sign. Cover the other "
        "rows when you hand this sheet to someone."
    )
    pieces = sentence_pieces(LANDSCAPE, said, space=2 * MM)
    return [piece._replace(is_kept=True) for piece in pieces]


# --- the rows -----------------------------------------------------------------------------------


def _rows(content: SessionCashContent) -> list[Piece]:
    """Set a row for each person, and keep the last one with the sum and the count."""
    please = _please()
    table = Table(_LEFT, _COLUMNS, pad=PAD)
    headings = (
        _("Paid to"),
        _("Promised £"),
        _("Cash for involvement £"),
        _("Cash for expenses £"),
        _("Signature of the person paid"),
        _("Handed over by"),
    )
    head = table.head(heading_blocks(headings, _COLUMNS), space=3 * MM)
    people = [*content.people, *[SessionPerson(name="")] * content.blank_rows]
    rows = []
    for number, person in enumerate(people, 1):
        rule = STRONG_RULE if number == len(people) else ROW_RULE
        row = table.row(_cells(person), rule=rule, least=_ROW)
        rows.append(boxed(row, _RIGHT, _BOXES))
    sums = table.row(_sum_cells(content), rule=STRONG_RULE, least=_COUNT_ROW)
    rows.append(boxed(sums, _RIGHT, _BOXES))
    counted = beside_signatures(_sum(content), _("Cash counted by"))
    again = again_below(please, head)
    rows = [row._replace(head=again) for row in rows]
    return [*please, head, *rows[:-2], *kept_together([*rows[-2:], counted])]


def _cells(person: SessionPerson) -> list[Cell]:
    empty = [Cell()] * len(_TO_WRITE)
    if not person.name:
        return [Cell(), Cell(), *empty]
    promised = plain_pounds(person.payment_pence) if person.payment_pence else "–"
    name = session_sheet.name_cell(person, _NAME, Weight.SEMIBOLD)
    return [name, Cell((figures(promised, _MONEY),)), *empty]


def _sum_cells(content: SessionCashContent) -> list[Cell]:
    count = len(content.people)
    people = ngettext("{count} person", "{count} people", count).format(count=count)
    return [
        Cell((set_block(people, SHEET_STRONG, _NAME.room),), scope="Row"),
        Cell((figures(plain_pounds(content.payment_pence), _MONEY, is_strong=True),)),
        *[Cell()] * len(_TO_WRITE),
    ]


def _sum(content: SessionCashContent) -> list[Piece]:
    """Set the sum from the cash taken along to the cash counted, with boxes to write in."""
    taken = content.float_pence or None
    return [
        sum_line(_("Cash taken along") if taken else _("Cash taken along, £"), taken),
        sum_line(_("Cash handed over, £"), None),
        sum_line(_("Cash that should be left, £"), None, is_strong=True),
        sum_line(_("Cash counted, £"), None),
    ]


# --- the notes and coins ------------------------------------------------------------------------


def _notes_and_coins(content: SessionCashContent) -> list[Piece]:
    """List every kind: how many to take along, and room for two counts."""
    title = _("Notes and coins: {title}").format(title=words.what_and_when(content.session))
    heading = text_pieces(set_block(title, SHEET_TITLE, LANDSCAPE.room), _LEFT, tag="H2")
    table = Table(_LEFT, _PIECES, pad=PAD)
    headings = (
        _("Note or coin"),
        _("To take along"),
        _("Amount £"),
        _("Counted before"),
        _("Counted after"),
    )
    head = table.head(heading_blocks(headings, _PIECES), space=3 * MM)
    counts = dict(content.pieces)
    right = _LEFT + table.width
    rows = []
    for kind in KINDS:
        cells = _count_cells(kind_words(kind), counts.get(kind, 0), kind * counts.get(kind, 0))
        rule = STRONG_RULE if kind == KINDS[-1] else ROW_RULE
        rows.append(boxed(table.row(cells, rule=rule, least=_COUNT_ROW), right, _COUNT_BOXES))
    pieces = sum(counts.values())
    total = _count_cells(_("All the cash"), pieces, content.ready_pence, is_strong=True)
    rows.append(boxed(table.row(total, rule=STRONG_RULE, least=_COUNT_ROW), right, _COUNT_BOXES))
    said = sentence_pieces(LANDSCAPE, _what_for(content), space=2 * MM)
    return kept_together([*heading, *said, head, *rows])


def _what_for(content: SessionCashContent) -> str:
    """Say what the notes and coins are enough for; nobody's name stands here."""
    if content.fares_pence:
        said = _(
            "With these notes and coins you can hand each person the exact sum, and {pounds} each "
            "for expenses. Nobody’s name stands on this page, so you can take it to the bank."
        )
        return said.format(pounds=pounds(content.fares_pence))
    return _(
        "With these notes and coins each person can be handed the exact sum. Nobody’s name stands "
        "on this page, so you can take it to the bank."
    )


def _count_cells(label: str, count: int, pence: int, *, is_strong: bool = False) -> list[Cell]:
    name = set_block(label, SHEET_STRONG if is_strong else SHEET, _PIECES[0].room)
    return [
        Cell((name,), scope="Row"),
        Cell((figures(f"{count:,}" if count else "–", _PIECES[1], is_strong=is_strong),)),
        Cell((figures(plain_pounds(pence) if pence else "–", _PIECES[2], is_strong=is_strong),)),
        *[Cell()] * len(_COUNTED),
    ]
