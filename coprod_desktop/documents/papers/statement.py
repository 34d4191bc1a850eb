"""Say on one paper what a person's work was: the sum of it first, then day by day."""

from coprod_desktop.documents import spoken
from coprod_desktop.documents.paper import (
    Cell,
    Column,
    Entries,
    Entry,
    Heading,
    Mark,
    Notice,
    Opening,
    Pair,
    Paper,
    Part,
    Section,
    Text,
)
from coprod_desktop.documents.papers import statement_words as words
from coprod_desktop.documents.papers.statement_changes import replaced_because
from coprod_desktop.documents.papers.statement_sections import sections_after_expenses, value
from coprod_desktop.documents.papers.statement_summary import summary
from coprod_desktop.documents.spoken import hours, pounds, short_hours
from coprod_desktop.domain.statements import StatementContent, StatementExpense, StatementWork
from coprod_desktop.i18n import _, language

_MANY_MINUTES = 100 * 60


def statement_paper(content: StatementContent) -> Paper:
    """Word a statement in the language that is spoken now."""
    heading = _("The work you did")
    number = _("Statement {number}").format(number=content.number)
    when = spoken.period(content.from_on, content.to_on)
    opening = Opening(
        organisation=content.organisation,
        charity_number=content.charity_number,
        number=number,
        title=heading,
        name=content.name,
        name_in_script=content.name_in_script,
        when=when,
        logo=content.logo,
    )
    return Paper(
        title=f"{heading}, {content.name}, {when}",
        foot=number,
        author=content.organisation,
        language=language(),
        parts=(
            opening,
            *_replaced(content),
            summary(content),
            *_work(content),
            *value(content),
            *_expenses(content),
            *sections_after_expenses(content),
        ),
    )


def _replaced(content: StatementContent) -> tuple[Notice, ...]:
    """Say which statement this one replaces and what changed; nothing where it replaces none."""
    if not content.replaces_number:
        return ()
    said = _("This replaces statement {number}.").format(number=content.replaces_number)
    return (Notice(heading=said, texts=replaced_because(content)),)


# --- the work -----------------------------------------------------------------------------------


def _work(content: StatementContent) -> list[Part]:
    """List the work day by day, paid and unpaid in one list."""
    if not content.work:
        return []
    names = words.projects(content)
    parts: list[Part] = [Heading(text=_("Your work, day by day"))]
    if len(names) == 1:
        parts.append(Text(text=_("Project: {name}").format(name=names[0]), is_small=True))
    work = sorted(content.work, key=lambda work: work.worked_on)
    rows = tuple(_work_entry(each, content, names_project=len(names) > 1) for each in work)
    parts.append(
        Entries(
            caption=_("Each piece of work, paid and unpaid"),
            columns=_work_columns(content),
            rows=rows,
            totals=(_work_total(content),),
        )
    )
    return parts


def _work_columns(content: StatementContent) -> tuple[Column, ...]:
    """Choose the columns: a hundred hours need more room than ten."""
    most = max(content.minutes_paid, content.minutes_unpaid)
    is_wide = most >= _MANY_MINUTES or language() != "en"  # "awr" is longer than "h"
    paid, unpaid = (22.0, 22.0) if is_wide else (17.0, 18.0)
    return (
        Column(heading=_("Date"), millimetres=26),
        Column(heading=_("What you did")),
        Column(heading=_("Paid"), millimetres=paid, is_right=True),
        Column(heading=_("Unpaid"), millimetres=unpaid, is_right=True),
        Column(heading=_("Payment"), millimetres=40, is_right=True, gap=3),
    )


def _work_entry(work: StatementWork, content: StatementContent, *, names_project: bool) -> Entry:
    what = [words.what_was_done(work)]
    if names_project and work.project:
        what.append(work.project)
    time = Cell(texts=(short_hours(work.minutes),), is_figures=True)
    amount, lines = words.payment(work, content)
    payment = Cell(
        texts=(amount, *lines) if amount else lines,
        strong=(True,) if amount else (),
        is_figures=True,
    )
    return Entry(
        cells=(
            Cell(texts=words.work_day(work.worked_on, content)),
            Cell(texts=tuple(what)),
            time if work.is_paid else Cell(),
            Cell() if work.is_paid else time,
            payment,
        ),
        title=spoken.weekday_day(
            work.worked_on, with_year=not words.is_one_year(content, work.worked_on)
        ),
        lines=tuple(what),
        pairs=(
            Pair(
                label=_("Paid") if work.is_paid else _("Unpaid"),
                text=hours(work.minutes),
                mark=Mark.PAID if work.is_paid else Mark.UNPAID,
            ),
            Pair(label=_("Payment"), text=words.payment_in_full(work, content)),
        ),
    )


def _work_total(content: StatementContent) -> Entry:
    in_all = _("In all: {hours}").format(hours=hours(content.minutes))
    paid, unpaid = (
        Cell(texts=(short_hours(minutes),), strong=(True,), is_figures=True)
        for minutes in (content.minutes_paid, content.minutes_unpaid)
    )
    totals = _payment_totals(content)
    return Entry(
        cells=(
            Cell(texts=(in_all,), strong=(True,), columns=2, is_heading=True),
            paid,
            unpaid,
            Cell(texts=totals, strong=(True,) * len(totals), is_figures=True),
        ),
        title=in_all,
        pairs=(
            Pair(label=_("Paid"), text=hours(content.minutes_paid), mark=Mark.PAID),
            Pair(label=_("Unpaid"), text=hours(content.minutes_unpaid), mark=Mark.UNPAID),
            Pair(label=_("Payment"), text=", ".join(totals)),
        ),
    )


def _payment_totals(content: StatementContent) -> tuple[str, ...]:
    """Say what was paid for all the work, and what is to come."""
    paid = _("{pounds} paid").format(pounds=pounds(content.paid_pence))
    if not content.to_come_pence:
        return (paid,)
    return (paid, _("{pounds} to come").format(pounds=pounds(content.to_come_pence)))


# --- the expenses -------------------------------------------------------------------------------


def _expenses(content: StatementContent) -> list[Part]:
    """List the expenses in a table of their own, with their own total."""
    if not content.expenses or "expenses" in content.left_out:
        return []
    expenses = sorted(content.expenses, key=lambda expense: expense.spent_on)
    more = content.reimbursements_pence - content.reimbursed_pence
    totals = [_expense_total(_("Expenses paid back"), content.reimbursed_pence)]
    if more:
        totals.append(_expense_total(_("Expenses to come"), more))
    table = Entries(
        caption=_("Each expense"),
        columns=(
            Column(heading=_("Date"), millimetres=27),
            Column(heading=_("For"), gap=2),
            Column(heading=_("Paid back"), millimetres=30, gap=3),
            Column(heading=_("Amount"), millimetres=26, is_right=True, gap=2),
        ),
        rows=tuple(_expense_entry(each, content) for each in expenses),
        totals=tuple(totals),
    )
    return [Section(heading=_("Your expenses"), parts=(table,))]


def _expense_entry(expense: StatementExpense, content: StatementContent) -> Entry:
    """List an expense and, below it, why it was not paid as claimed."""
    amount = pounds(expense.whole_pence)
    paid = words.expense_paid(expense, content)
    notes = words.expense_notes(expense, content)
    return Entry(
        cells=(
            Cell(texts=(words.table_day(expense.spent_on, content),)),
            Cell(texts=(expense.what,)),
            Cell(texts=(paid,)),
            Cell(texts=(amount,), is_figures=True),
        ),
        title=words.day_words(expense.spent_on, content),
        lines=(expense.what, *notes),
        pairs=(
            Pair(label=_("Amount"), text=amount),
            Pair(label=_("Paid back"), text=paid),
        ),
        below=" ".join(notes),
    )


def _expense_total(label: str, pence: int) -> Entry:
    amount = pounds(pence)
    return Entry(
        cells=(
            Cell(texts=(label,), strong=(True,), columns=3, is_heading=True),
            Cell(texts=(amount,), strong=(True,), is_figures=True),
        ),
        title=label,
        lines=(amount,),
    )
