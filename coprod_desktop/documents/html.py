"""Write the same statement as one page for a screen, a screen reader or a magnifier."""

from collections.abc import Iterable, Sequence
from html import escape

from coprod_desktop.documents import statement_sections as sections
from coprod_desktop.documents import statement_words as words
from coprod_desktop.documents.html_style import STYLE
from coprod_desktop.domain.dates import format_period
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.statements import StatementContent, StatementExpense, StatementWork
from coprod_desktop.domain.time import short_hours
from coprod_desktop.i18n import _

_FIGURE = ' class="n"'


def statement_html(content: StatementContent) -> str:
    """Return the statement as one HTML file without scripts or anything from elsewhere."""
    period = escape(format_period(content.from_on, content.to_on))
    heading = escape(_("The work you did"))
    name = escape(content.name)
    if content.name_in_script:
        name += f' <bdi class="script">{escape(content.name_in_script)}</bdi>'
    charity = _("Registered charity {number}").format(number=content.charity_number)
    number = _("Statement {number}").format(number=content.number)
    parts = [
        "<header>",
        f'<p class="from">{escape(content.organisation)}</p>',
        _paragraph(charity, "small") if content.charity_number else "",
        _paragraph(number, "small"),
        f"<h1>{heading}</h1>",
        f'<p class="name">{name}</p>',
        f"<p>{period}</p>",
        "</header>",
        "<main>",
        _replaced(content),
        _summary(content),
        _work(content),
        *_sections(content),
        "</main>",
    ]
    title = f"{heading}, {escape(content.name)}, {period}"
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(part for part in parts if part)
        + "\n</body>\n</html>\n"
    )


def _paragraph(text: str, kind: str = "") -> str:
    of_kind = f' class="{kind}"' if kind else ""
    return f"<p{of_kind}>{escape(text)}</p>"


def _replaced(content: StatementContent) -> str:
    said = sections.replaced(content)
    if not said:
        return ""
    inside = _paragraph(said[0], "strong") + "".join(_paragraph(text) for text in said[1:])
    return f'<div class="replaces">{inside}</div>'


# --- the summary --------------------------------------------------------------------------------


def _summary(content: StatementContent) -> str:
    """Put paid and unpaid side by side, the same size and width."""
    pairs = (
        _figure(words.paid_work(content), "paid") + _figure(words.unpaid_work(content), "unpaid"),
        _figure(words.payments(content)) + _figure(words.expenses(content)),
    )
    inside = "".join(f'<div class="pair">{pair}</div>' for pair in pairs)
    headline = f"<h2>{escape(words.headline(content))}</h2>"
    top = f'<div class="top">{headline}{_bar(content)}</div>'
    return f'<section class="summary">{top}{inside}</section>'


def _figure(figure: words.Figure, key: str = "") -> str:
    swatch = f'<span class="key {key}" aria-hidden="true"></span> ' if key else ""
    return (
        f'<div class="figure"><h3>{swatch}{escape(figure.label)}</h3>'
        f'<p class="amount">{escape(figure.amount)}</p>{_paragraph(figure.note, "small")}</div>'
    )


def _bar(content: StatementContent) -> str:
    """Draw the bar; its parts are as wide as their minutes."""
    if not content.minutes:
        return ""
    parts = (("paid", content.minutes_paid), ("unpaid", content.minutes_unpaid))
    inside = "".join(
        f'<span class="{kind}" style="flex-grow: {minutes}"></span>'
        for kind, minutes in parts
        if minutes
    )
    said = escape(words.bar_words(content), quote=True)
    return f'<div class="bar" role="img" aria-label="{said}">{inside}</div>'


# --- the lists ----------------------------------------------------------------------------------


def _table(caption: str, heads: Sequence[tuple[str, bool]], rows: Iterable[str], foot: str) -> str:
    """Write a table; a heading that stands over figures is marked so."""
    cells = "".join(
        f'<th scope="col"{_FIGURE if is_figure else ""}>{escape(text)}</th>'
        for text, is_figure in heads
    )
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(caption, quote=True)}">'
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{cells}</tr></thead><tbody>{''.join(rows)}</tbody>"
        f"<tfoot>{foot}</tfoot></table></div>"
    )


def _work(content: StatementContent) -> str:
    if not content.work:
        return ""
    names = words.projects(content)
    one = names[0] if len(names) == 1 else ""
    project = _paragraph(_("Project: {name}").format(name=one)) if one else ""
    heads = (
        (_("Date"), False),
        (_("What you did"), False),
        (_("Paid"), True),
        (_("Unpaid"), True),
        (_("Payment"), True),
    )
    work = sorted(content.work, key=lambda work: work.worked_on)
    rows = [_work_row(each, content, names_project=len(names) > 1) for each in work]
    in_all = _("In all: {hours}").format(hours=words.hours(content.minutes))
    totals = "<br>".join(escape(text) for text in words.payment_totals(content))
    foot = (
        f'<tr><th scope="row" colspan="2">{escape(in_all)}</th>'
        + _cell(_("Paid"), short_hours(content.minutes_paid), _FIGURE)
        + _cell(_("Unpaid"), short_hours(content.minutes_unpaid), _FIGURE)
        + _cell(_("Payment"), totals, _FIGURE)
        + "</tr>"
    )
    caption = _("Each piece of work, paid and unpaid")
    heading = escape(_("Your work, day by day"))
    return f"<section><h2>{heading}</h2>{project}{_table(caption, heads, rows, foot)}</section>"


def _work_row(work: StatementWork, content: StatementContent, *, names_project: bool) -> str:
    day = " ".join(words.work_day(work.worked_on, content))
    what = escape(words.what_was_done(work))
    if names_project and work.project:
        what += f'<br><span class="small">{escape(work.project)}</span>'
    time = short_hours(work.minutes)
    paid, unpaid = (time, "") if work.is_paid else ("", time)
    said = words.payment(work, content)
    amount = [f"<strong>{escape(said.amount)}</strong>"] if said.amount else []
    payment = "<br>".join([*amount, *map(escape, said.lines)])
    when = f'<time datetime="{work.worked_on.isoformat()}">{escape(day)}</time>'
    cells = (
        _cell(_("Date"), when),
        _cell(_("What you did"), what),
        _cell(_("Paid"), paid, _FIGURE),
        _cell(_("Unpaid"), unpaid, _FIGURE),
        _cell(_("Payment"), payment, _FIGURE),
    )
    return f"<tr>{''.join(cells)}</tr>"


def _cell(name: str, inside: str, kind: str = "") -> str:
    """Write a cell that knows its heading, for screens too narrow for columns."""
    return f'<td data-name="{escape(name, quote=True)}"{kind}>{inside}</td>'


def _expenses(content: StatementContent) -> str:
    """Put the expenses in a table of their own, with their own total."""
    heads = (
        (_("Date"), False),
        (_("For"), False),
        (_("Paid back"), False),
        (_("Amount"), True),
    )
    expenses = sorted(content.expenses, key=lambda expense: expense.spent_on)
    rows = [_expense_row(each, content) for each in expenses]
    more = content.reimbursements_pence - content.reimbursed_pence
    foot = _expense_total(_("Expenses paid back"), content.reimbursed_pence)
    if more:
        foot += _expense_total(_("Expenses to come"), more)
    table = _table(_("Each expense"), heads, rows, foot)
    return f"<section><h2>{escape(_('Your expenses'))}</h2>{table}</section>"


def _expense_row(expense: StatementExpense, content: StatementContent) -> str:
    notes = (*words.expense_notes(expense), *words.expense_on_top(expense, content))
    what = "<br>".join(map(escape, (expense.what, *notes)))
    day = escape(words.table_day(expense.spent_on, content))
    paid = escape(words.expense_paid(expense, content))
    amount = format_pounds(expense.whole_pence)
    cells = (
        _cell(_("Date"), day),
        _cell(_("For"), what),
        _cell(_("Paid back"), paid),
        _cell(_("Amount"), amount, _FIGURE),
    )
    return f"<tr>{''.join(cells)}</tr>"


def _expense_total(label: str, pence: int) -> str:
    amount = format_pounds(pence)
    heading = f'<th scope="row" colspan="3">{escape(label)}</th>'
    return f'<tr>{heading}<td class="n">{amount}</td></tr>'


# --- the sections -------------------------------------------------------------------------------


def _sections(content: StatementContent) -> list[str]:
    value = sections.value_section(content)
    written = [_section(value)] if value else []
    if content.expenses:
        written.append(_expenses(content))
    return written + [_section(each) for each in sections.sections_after_expenses(content)]


def _section(section: words.Section) -> str:
    texts = [text.strip() for text in section.paragraphs if text.strip()]
    if section.is_list:
        inside = "".join(f"<li>{escape(text)}</li>" for text in texts)
        inside = f"<ul>{inside}</ul>"
    else:
        inside = "".join(_paragraph(text) for text in texts)
    return f"<section><h2>{escape(section.heading)}</h2>{inside}</section>"
