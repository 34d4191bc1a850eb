"""Set a person's statement in clear print: a summary first, then the work day by day."""

from collections.abc import Sequence

from coprod_desktop.documents import statement_sections as sections
from coprod_desktop.documents import statement_words as words
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
from coprod_desktop.documents.section import (
    BODY_LEFT,
    BODY_ROOM,
    bullets,
    paragraphs,
    section_pieces,
)
from coprod_desktop.documents.styles import (
    BODY,
    BODY_STRONG,
    HEADING,
    MM,
    ROW_RULE,
    STRONG_RULE,
    TABLE,
    TABLE_STRONG,
)
from coprod_desktop.documents.summary import Bar, summary_piece
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.dates import format_period
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.statements import StatementContent, StatementExpense, StatementWork
from coprod_desktop.domain.time import short_hours
from coprod_desktop.i18n import _

_LEFT = SHEET.margin


def statement_pdf(content: StatementContent) -> bytes:
    """Print a statement as tagged PDF; raises LetterMissingError for a name we cannot print."""
    opening = Opening(
        organisation=content.organisation,
        charity_number=content.charity_number,
        number=_("Statement {number}").format(number=content.number),
        title=_("The work you did"),
        name=content.name,
        name_in_script=content.name_in_script,
        when=format_period(content.from_on, content.to_on),
    )
    title = f"{opening.title}, {content.name}, {opening.when}"
    pen = Pen(title, content.organisation, SHEET.size, "en-GB")
    pieces = [
        *_opening(content, opening),
        _summary(content),
        *_work(content),
        *_sections(content),
    ]
    pages = compose(pieces, TOP, NEXT_TOP, SHEET.bottom)
    return print_pages(pen, SHEET, pages, opening.number, lambda pen: repeat_opening(pen, opening))


def _opening(content: StatementContent, opening: Opening) -> list[Piece]:
    """Set the head and the note on the statement that this one replaces."""
    pieces = opening_pieces(opening)
    replaced = sections.replaced(content)
    if replaced:
        pieces.append(_replaced_box(replaced))
    return [piece._replace(is_kept=True) for piece in pieces]


def _summary(content: StatementContent) -> Piece:
    """Set hours in all, paid beside unpaid, payments beside expenses."""
    rows = (
        (words.paid_work(content), words.unpaid_work(content)),
        (words.payments(content), words.expenses(content)),
    )
    bar = Bar(content.minutes_paid, content.minutes_unpaid, words.bar_words(content))
    return summary_piece(rows, headline=words.headline(content), bar=bar)


def _replaced_box(replaced: tuple[str, ...]) -> Piece:
    """Set the note on the statement that this one replaces, between two strong rules."""
    room = SHEET.room
    blocks = [set_block(replaced[0], BODY_STRONG, room)]
    blocks += [set_block(text, BODY, room) for text in replaced[1:]]
    pad = 1.5 * MM
    height = sum(block.height for block in blocks) + 2 * pad

    def paint(pen: Pen, top: float) -> None:
        pen.rule(_LEFT, top, room, STRONG_RULE)
        at = top + pad
        for block in blocks:
            with pen.marked("P"):
                pen.block(block, _LEFT, at)
            at += block.height
        pen.rule(_LEFT, top + height, room, STRONG_RULE)

    return Piece(height, paint, space=2 * MM)


# --- the work -----------------------------------------------------------------------------------


_MANY_MINUTES = 100 * 60


def _work_columns(content: StatementContent) -> tuple[Column, ...]:
    """Choose the columns: a hundred hours need more room than ten."""
    is_wide = max(content.minutes_paid, content.minutes_unpaid) >= _MANY_MINUTES
    paid, unpaid = (22 * MM, 22 * MM) if is_wide else (17 * MM, 18 * MM)
    return (
        Column(26 * MM),
        Column(SHEET.room - 66 * MM - paid - unpaid),
        Column(paid, is_right=True),
        Column(unpaid, is_right=True),
        Column(40 * MM, is_right=True, gap=3 * MM),
    )


def _work(content: StatementContent) -> list[Piece]:
    """Set the work day by day, paid and unpaid in one list."""
    if not content.work:
        return []
    heading = set_block(_("Your work, day by day"), HEADING, SHEET.room)
    pieces = text_pieces(heading, _LEFT, tag="H2", space=4 * MM)
    names = words.projects(content)
    if len(names) == 1:
        only = set_block(_("Project: {name}").format(name=names[0]), TABLE, SHEET.room)
        pieces += text_pieces(only, _LEFT)
    pieces = [piece._replace(is_kept=True) for piece in pieces]
    columns = _work_columns(content)
    table = Table(_LEFT, columns)
    headings = (_("Date"), _("What you did"), _("Paid"), _("Unpaid"), _("Payment"))
    blocks = [
        set_block(text, TABLE_STRONG, column.room)
        for text, column in zip(headings, columns, strict=True)
    ]
    pieces.append(table.head(blocks, space=0.5 * MM))
    work = sorted(content.work, key=lambda work: work.worked_on)
    for number, each in enumerate(work, 1):
        is_last = number == len(work)
        cells = _work_cells(each, content, columns, names_project=len(names) > 1)
        rule = STRONG_RULE if is_last else ROW_RULE
        pieces.append(table.row(cells, rule=rule, is_kept=is_last))
    pieces.append(table.row(_total_cells(content, columns), rule=0.0))
    return pieces


def _work_cells(
    work: StatementWork,
    content: StatementContent,
    columns: Sequence[Column],
    *,
    names_project: bool,
) -> list[Cell]:
    what_room = columns[1].room - 2 * MM
    pay_room = columns[4].room
    days = [
        set_block(line, TABLE, columns[0].room) for line in words.work_day(work.worked_on, content)
    ]
    what = [set_block(words.what_was_done(work), TABLE, what_room)]
    if names_project and work.project:
        what.append(set_block(work.project, TABLE, what_room))
    time = set_block(short_hours(work.minutes), TABLE, columns[2].room, is_figures=True)
    said = words.payment(work, content)
    payment = [set_block(line, TABLE, pay_room) for line in said.lines]
    if said.amount:
        payment.insert(0, set_block(said.amount, TABLE_STRONG, pay_room, is_figures=True))
    return [
        Cell(tuple(days)),
        Cell(tuple(what)),
        Cell((time,) if work.is_paid else ()),
        Cell(() if work.is_paid else (time,)),
        Cell(tuple(payment)),
    ]


def _total_cells(content: StatementContent, columns: Sequence[Column]) -> list[Cell]:
    in_all = _("In all: {hours}").format(hours=words.hours(content.minutes))
    heading = set_block(in_all, TABLE_STRONG, columns[0].room + columns[1].room)
    paid, unpaid = (
        set_block(short_hours(minutes), TABLE_STRONG, columns[2].room, is_figures=True)
        for minutes in (content.minutes_paid, content.minutes_unpaid)
    )
    totals = [
        set_block(text, TABLE_STRONG, columns[4].room, is_figures=True)
        for text in words.payment_totals(content)
    ]
    return [
        Cell((heading,), columns=2, scope="Row"),
        Cell((paid,)),
        Cell((unpaid,)),
        Cell(tuple(totals)),
    ]


# --- the sections -------------------------------------------------------------------------------


_EXPENSE_COLUMNS = (
    Column(27 * MM),
    Column(BODY_ROOM - 83 * MM, gap=2 * MM),
    Column(30 * MM, gap=3 * MM),
    Column(26 * MM, is_right=True, gap=2 * MM),
)


def _sections(content: StatementContent) -> list[Piece]:
    pieces: list[Piece] = []
    value = sections.value_section(content)
    if value:
        pieces += section_pieces(value.heading, paragraphs(value.paragraphs))
    if content.expenses:
        pieces += section_pieces(_("Your expenses"), _expenses(content))
    for section in sections.sections_after_expenses(content):
        body = bullets(section.paragraphs) if section.is_list else paragraphs(section.paragraphs)
        pieces += section_pieces(section.heading, body)
    return pieces


def _expenses(content: StatementContent) -> list[Piece]:
    """Set the expenses in a table of their own, with their own total."""
    table = Table(BODY_LEFT, _EXPENSE_COLUMNS, pad=0.7 * MM)
    headings = (_("Date"), _("For"), _("Paid back"), _("Amount"))
    blocks = [
        set_block(text, TABLE_STRONG, column.room)
        for text, column in zip(headings, _EXPENSE_COLUMNS, strict=True)
    ]
    pieces = [table.head(blocks)]
    expenses = sorted(content.expenses, key=lambda expense: expense.spent_on)
    for number, each in enumerate(expenses, 1):
        pieces += _expense_rows(table, each, content, is_last=number == len(expenses))
    more = content.reimbursements_pence - content.reimbursed_pence
    paid = table.row(
        _expense_total(_("Expenses paid back"), content.reimbursed_pence),
        rule=0.0,
        is_kept=bool(more),
    )
    pieces.append(paid)
    if more:
        pieces.append(table.row(_expense_total(_("Expenses to come"), more), rule=0.0))
    return pieces


def _expense_rows(
    table: Table, expense: StatementExpense, content: StatementContent, *, is_last: bool
) -> list[Piece]:
    """Set an expense and, below it, why it was not paid as claimed."""
    rule = STRONG_RULE if is_last else ROW_RULE
    cells = [
        _expense_cell(0, words.table_day(expense.spent_on, content)),
        _expense_cell(1, expense.what),
        _expense_cell(2, words.expense_paid(expense, content)),
        _expense_cell(3, format_pounds(expense.whole_pence), is_figures=True),
    ]
    said = (*words.expense_notes(expense), *words.expense_on_top(expense, content))
    notes = " ".join(said)
    if not notes:
        return [table.row(cells, rule=rule, is_kept=is_last)]
    below = set_block(notes, TABLE, BODY_ROOM - _EXPENSE_COLUMNS[0].width)
    return [
        table.row(cells, rule=0.0, is_kept=True),
        table.row([Cell(), Cell((below,), columns=3)], rule=rule, is_kept=is_last),
    ]


def _expense_cell(number: int, text: str, *, is_figures: bool = False) -> Cell:
    return Cell((set_block(text, TABLE, _EXPENSE_COLUMNS[number].room, is_figures=is_figures),))


def _expense_total(label: str, pence: int) -> list[Cell]:
    amount = set_block(
        format_pounds(pence), TABLE_STRONG, _EXPENSE_COLUMNS[3].room, is_figures=True
    )
    return [
        Cell((set_block(label, TABLE_STRONG, BODY_ROOM),), columns=3, scope="Row"),
        Cell((amount,)),
    ]
