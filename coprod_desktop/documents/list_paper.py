"""Set any list on paper: one page wide, its head on every page, and page x of y."""

import dataclasses
import datetime
from collections.abc import Sequence
from decimal import Decimal

from coprod_desktop.documents.finance import (
    LANDSCAPE,
    PAD,
    head_piece,
    section_heading,
    sentence_pieces,
)
from coprod_desktop.documents.fonts import Weight
from coprod_desktop.documents.lines import Block, set_block
from coprod_desktop.documents.page import Piece, compose, print_pages
from coprod_desktop.documents.styles import MM, ROW_RULE, SHEET, STRONG_RULE, Style
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.documents.tagging import Pen, summary
from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn, PlainValue
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.reports import ReportTable
from coprod_desktop.domain.time import format_hours
from coprod_desktop.i18n import _

_TOP = 15 * MM
_GAP = 2.5 * MM
_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0, 6.0)
_LOOKED_AT = 400
_FIGURES = (ColumnKind.MINUTES, ColumnKind.PENCE, ColumnKind.NUMBER)
_SUMMED = (ColumnKind.MINUTES, ColumnKind.PENCE)
_MOST_EM, _LEAST_EM = 20.0, 3.2
_SQUEEZE = 1.35  # how much wider than the page columns may wish to be: their words wrap
_LETTER_EM, _FIGURE_EM = 0.55, 0.62  # how wide a usual letter is, and a figure


def list_paper_pdf(
    title: str,
    organisation: str,
    said: Sequence[str],
    day: datetime.date,
    tables: Sequence[ReportTable],
) -> bytes:
    """Print tables under one another as tagged PDF, A4 across; `said` are sentences above them.

    Raises LetterMissingError for an organisation's name that we cannot print.
    """
    sheet = LANDSCAPE
    pen = Pen(f"{title}, {organisation}", organisation, sheet.size, "en-GB")
    right = [set_block(f"{day:%d/%m/%Y}", SHEET, sheet.room / 2)]
    pieces: list[Piece] = [head_piece(sheet, organisation, "", title, right)]
    for words in said:
        pieces += sentence_pieces(sheet, words, space=2 * MM)
    for table in tables:
        if len(tables) > 1 or table.title != title:
            pieces += section_heading(sheet, table.title)
        if table.note:
            pieces += sentence_pieces(sheet, table.note, space=1 * MM)
        pieces += _table_pieces(table)
    pages = compose(pieces, _TOP, _TOP, sheet.bottom)
    return print_pages(pen, sheet, pages, title)


def _table_pieces(table: ReportTable) -> list[Piece]:
    told = _without_empty_columns(table)
    words = [tuple(map(_said, row, told.columns)) for row in told.rows]
    sums = _sums(told)
    size, widths = _fitted(told.columns, [*([sums] if sums else []), *words])
    plain, strong = _style(size, Weight.REGULAR), _style(size, Weight.SEMIBOLD)
    columns = [
        Column(width, is_right=column.kind in _FIGURES, gap=_GAP if at else 0.0)
        for at, (width, column) in enumerate(zip(widths, told.columns, strict=True))
    ]
    grid = Table(LANDSCAPE.margin, columns, pad=PAD, extra=summary(told.title))
    heads = [
        set_block(column.title, strong, place.room)
        for column, place in zip(told.columns, columns, strict=True)
    ]
    pieces = [grid.head(heads, space=3 * MM)]
    last = len(words) - 1
    for number, row in enumerate(words):
        rule = STRONG_RULE if sums and number == last else ROW_RULE
        cells = _cells(row, told.columns, columns, plain)
        pieces.append(grid.row(cells, rule=rule, is_kept=bool(sums) and number == last))
    if sums:
        pieces.append(grid.row(_cells(sums, told.columns, columns, strong), rule=STRONG_RULE))
    return pieces


def _without_empty_columns(told: ReportTable) -> ReportTable:
    """Leave out columns that say nothing in any row; paper has no room for them."""
    filled = [
        at
        for at in range(len(told.columns))
        if not told.rows or any(row[at] not in (None, "", False) for row in told.rows)
    ]
    return dataclasses.replace(
        told,
        columns=tuple(told.columns[at] for at in filled),
        rows=tuple(tuple(row[at] for at in filled) for row in told.rows),
    )


def _cells(
    row: Sequence[str],
    told: Sequence[ExtractColumn],
    columns: Sequence[Column],
    style: Style,
) -> list[Cell]:
    return [
        Cell((_block(text, one, column, style),))
        for text, one, column in zip(row, told, columns, strict=True)
    ]


def _block(text: str, one: ExtractColumn, column: Column, style: Style) -> Block:
    return set_block(text, style, column.room, is_figures=one.kind in _FIGURES)


def _style(size: float, weight: Weight) -> Style:
    return Style(size, size * 1.32, weight)


def _fitted(
    columns: Sequence[ExtractColumn], words: Sequence[Sequence[str]]
) -> tuple[float, list[float]]:
    """Choose the size of letters and the widths of columns, in points, so that all fit the page."""
    room = LANDSCAPE.room
    wished = [_wished_em(at, column, words) for at, column in enumerate(columns)]
    for size in _SIZES:
        gaps = _GAP * (len(columns) - 1)
        if sum(wished) * size + gaps <= room * _SQUEEZE or size == _SIZES[-1]:
            break
    widths = [em * size + (_GAP if at else 0.0) for at, em in enumerate(wished)]
    texts = [at for at, column in enumerate(columns) if column.kind is ColumnKind.TEXT]
    over = room - sum(widths)
    able = sum(widths[at] for at in texts)
    if texts and able + over > _LEAST_EM * size * len(texts):
        # Words take what is left, or give what is missing; figures stay whole.
        for at in texts:
            widths[at] += over * widths[at] / able
    else:
        widths = [width * room / sum(widths) for width in widths]
    return size, widths


def _wished_em(at: int, column: ExtractColumn, words: Sequence[Sequence[str]]) -> float:
    """Return how wide a column would be, in em: its longest cell, its longest word of the head."""
    longest = max((len(row[at]) for row in words[:_LOOKED_AT]), default=0)
    head = max((len(word) for word in column.title.split()), default=0)
    is_text = column.kind is ColumnKind.TEXT
    whole = max(longest, head + 1, min(len(column.title), 8))
    wide = whole * (_LETTER_EM if is_text else _FIGURE_EM)
    return min(max(wide, _LEAST_EM), _MOST_EM if is_text else 40.0)


def _said(value: PlainValue, column: ExtractColumn) -> str:
    """Word a value as the screen does."""
    if value is None:
        return ""
    if column.kind is ColumnKind.TICK:
        return _("yes") if value else ""
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, int) and column.kind is ColumnKind.MINUTES:
        return format_hours(value)
    if isinstance(value, int) and column.kind is ColumnKind.PENCE:
        return format_pounds(value)
    if isinstance(value, Decimal):
        return f"{value:,.2f}"
    if isinstance(value, int):
        return f"{value:,}" if value >= 10_000 else str(value)
    return value


def _sums(told: ReportTable) -> tuple[str, ...]:
    """Return the row of totals; nothing where there is nothing to add up."""
    if not told.has_sums or not any(column.kind in _SUMMED for column in told.columns):
        return ()
    found: list[str] = []
    for at, column in enumerate(told.columns):
        if column.kind in _SUMMED:
            values = (row[at] for row in told.rows)
            total = sum(value for value in values if isinstance(value, int))
            found.append(_said(total, column))
        else:
            found.append(_("In all") if at == 0 else "")
    return tuple(found)
