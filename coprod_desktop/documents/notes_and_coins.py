"""Set the list of notes and coins to draw from the bank, on a page without anybody's name."""

from coprod_desktop.documents.finance import (
    LANDSCAPE,
    PAD,
    figures,
    heading_blocks,
    kept_together,
    plain_pounds,
    sentence_pieces,
)
from coprod_desktop.documents.lines import set_block
from coprod_desktop.documents.page import Piece, text_pieces
from coprod_desktop.documents.styles import (
    MM,
    ROW_RULE,
    SHEET,
    SHEET_STRONG,
    SHEET_TITLE,
    STRONG_RULE,
)
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.domain.cash_sheets import CashSheet, denominations
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _

_LEFT = LANDSCAPE.margin
_COLUMNS = (
    Column(45 * MM),
    Column(30 * MM, is_right=True),
    Column(38 * MM, is_right=True),
)
_SMALLEST_NOTE = 500
_POUND = 100


def notes_and_coins(sheet: CashSheet) -> list[Piece]:
    """Set how many of each kind are needed; raises NegativeMoneyError for cash below nothing."""
    title = _("Notes and coins for pay run {number}, {day}")
    title = title.format(number=sheet.number, day=long_day(sheet.pay_on))
    heading = text_pieces(set_block(title, SHEET_TITLE, LANDSCAPE.room), _LEFT, tag="H2")
    words = _(
        "With these notes and coins each person can be handed the exact sum. Nobody’s name stands "
        "on this page, so you can take it to the bank."
    )
    table = Table(_LEFT, _COLUMNS, pad=PAD)
    headings = (_("Note or coin"), _("How many"), _("Amount £"))
    kinds = denominations(row.cash_pence for row in sheet.rows)
    rows = [
        table.row(_cells(kind_words(kind), count, kind * count), rule=_rule(kind == kinds[-1][0]))
        for kind, count in kinds
    ]
    pieces = sum(count for __, count in kinds)
    total = table.row(
        _cells(_("All the cash"), pieces, sheet.cash_pence, is_strong=True), rule=STRONG_RULE
    )
    head = table.head(heading_blocks(headings, _COLUMNS), space=3 * MM)
    return kept_together(
        [*heading, *sentence_pieces(LANDSCAPE, words, space=2 * MM), head, *rows, total]
    )


def _rule(is_last: bool) -> float:
    return STRONG_RULE if is_last else ROW_RULE


def kind_words(pence: int) -> str:
    """Name a note or a coin, as "£20 note" or "50p coin"."""
    value = format_pounds(pence).removesuffix(".00") if pence >= _POUND else f"{pence}p"
    name = _("{value} note") if pence >= _SMALLEST_NOTE else _("{value} coin")
    return name.format(value=value)


def _cells(words: str, count: int, pence: int, *, is_strong: bool = False) -> list[Cell]:
    name = set_block(words, SHEET_STRONG if is_strong else SHEET, _COLUMNS[0].room)
    return [
        Cell((name,), scope="Row"),
        Cell((figures(f"{count:,}", _COLUMNS[1], is_strong=is_strong),)),
        Cell((figures(plain_pounds(pence), _COLUMNS[2], is_strong=is_strong),)),
    ]
