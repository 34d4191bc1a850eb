"""Say in plain words what became of each piece of work and each expense."""

import datetime
from collections.abc import Sequence

from coprod_desktop.documents import spoken
from coprod_desktop.documents.spoken import pounds
from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.statements import (
    StatementContent,
    StatementExpense,
    StatementTopUp,
    StatementWork,
)
from coprod_desktop.i18n import _

_RATES_NAMED = 3


def is_one_year(content: StatementContent, day: datetime.date) -> bool:
    """Say whether a day's year is plain from the period."""
    return content.from_on.year == content.to_on.year == day.year


def day_words(day: datetime.date, content: StatementContent) -> str:
    """Write a day as "17 July", with the year where it is not plain from the period."""
    return spoken.bare_day(day) if is_one_year(content, day) else spoken.long_day(day)


def table_day(day: datetime.date, content: StatementContent) -> str:
    """Write a day for a narrow column: "17 July", or "17 Jul 2026" where the year is needed."""
    if is_one_year(content, day):
        return spoken.bare_day(day)
    return f"{spoken.short_day(day)}\N{NO-BREAK SPACE}{day.year}"


def work_day(day: datetime.date, content: StatementContent) -> tuple[str, ...]:
    """Write the day of work as "Thu 2 Jul", the year under it where the period spans years."""
    short = spoken.short_weekday_day(day)
    is_plain = content.from_on.year == content.to_on.year
    return (short,) if is_plain else (short, str(day.year))


def rates_words(rates: Sequence[int]) -> str:
    """Name up to three rates, or the lowest and the highest of more."""
    named = [pounds(rate) for rate in rates]
    if len(named) == 1:
        return named[0]
    if len(named) > _RATES_NAMED:
        return _("{lowest} to {highest}").format(lowest=named[0], highest=named[-1])
    return _("{some} and {last}").format(some=", ".join(named[:-1]), last=named[-1])


def what_was_done(work: StatementWork) -> str:
    """Say what the work was; where nobody wrote it down, which kind it was."""
    return work.what or work.kind_of_work


def projects(content: StatementContent) -> tuple[str, ...]:
    """Name each project of the work once, in the order of the work."""
    return tuple(dict.fromkeys(work.project for work in content.work if work.project))


# --- payments for work --------------------------------------------------------------------------


def payment(
    work: StatementWork, content: StatementContent, *, in_full: bool = False
) -> tuple[str, tuple[str, ...]]:
    """Say what was offered for a piece of work, what the person chose, and when it is paid.

    Returns the amount, empty where there is none, and what became of it; `in_full` where there is
    room for whole words.
    """
    if work.pay is Pay.SALARY:
        return "", (_("in your salary"),)
    if not work.offered_pence:
        return "", (_("no payment\N{NO-BREAK SPACE}offered"),)
    offered = pounds(work.offered_pence)
    if work.choice is Choice.DECLINE:
        if not content.shows_declined:
            return "", (_("no payment"),)
        said = _("{pounds} offered, you\N{NO-BREAK SPACE}declined")
        return "", (said.format(pounds=offered),)
    return pounds(work.whole_pence), tuple(_became_of(work, content, offered, in_full=in_full))


def _became_of(
    work: StatementWork, content: StatementContent, offered: str, *, in_full: bool
) -> list[str]:
    lines = []
    if work.choice is Choice.PART and content.shows_declined:
        said = _("of {pounds}, as\N{NO-BREAK SPACE}you\N{NO-BREAK SPACE}chose")
        lines.append(said.format(pounds=offered))
    if work.agreed_pence:
        when = _when(work, content, in_full=in_full)
        lines.append(f"{pounds(work.agreed_pence)} {when}" if work.top_ups else when)
    lines += [on_top(each, content) for each in work.top_ups]
    if work.choice is Choice.DONATE:
        lines.append(_("you chose to\N{NO-BREAK SPACE}donate\N{NO-BREAK SPACE}it"))
    return lines


def on_top(top_up: StatementTopUp, content: StatementContent) -> str:
    """Say what came on top as the rate went up, and when."""
    more = pounds(top_up.pence)
    if top_up.paid_on:
        day = table_day(top_up.paid_on, content)
        return _("{pounds} more paid {day}, as the rate went up").format(pounds=more, day=day)
    if top_up.pay_by_on:
        day = table_day(top_up.pay_by_on, content)
        return _("{pounds} more by {day}, as the rate went up").format(pounds=more, day=day)
    return _("{pounds} more to come, as the rate went up").format(pounds=more)


def _when(work: StatementWork, content: StatementContent, *, in_full: bool) -> str:
    """Say when and how it was paid, or by when it will be."""
    if work.paid_on:
        return _paid_sentence(work).format(day=table_day(work.paid_on, content))
    if work.choice is Choice.DEFER:
        return _("to be paid later, as\N{NO-BREAK SPACE}you\N{NO-BREAK SPACE}chose")
    as_voucher = work.choice is Choice.VOUCHER
    if work.pay_by_on is None:
        return _("voucher to come") if as_voucher else _("to come")
    if as_voucher:
        sentence = _("voucher by {day}")
    else:
        sentence = _("to be paid by {day}") if in_full else _("by {day}")
    return sentence.format(day=table_day(work.pay_by_on, content))


def _paid_sentence(work: StatementWork) -> str:
    if work.choice is Choice.VOUCHER or work.paid_how is PaidBy.VOUCHER:
        return _("voucher {day}")
    if work.paid_how is PaidBy.CASH:
        return _("paid in cash {day}")
    if work.paid_how is PaidBy.CHEQUE:
        return _("paid by cheque {day}")
    return _("paid {day}")


def payment_in_full(work: StatementWork, content: StatementContent) -> str:
    """Say all that became of a payment in one line."""
    amount, lines = payment(work, content, in_full=True)
    return ", ".join(filter(None, (amount, *lines)))


# --- expenses -----------------------------------------------------------------------------------


def expense_notes(expense: StatementExpense, content: StatementContent) -> tuple[str, ...]:
    """Say what was claimed, why it differs from what was agreed, and what came on top."""
    notes = []
    if expense.claimed_pence != expense.agreed_pence:
        claimed = pounds(expense.claimed_pence)
        notes.append(_("You claimed {pounds}.").format(pounds=claimed))
    if expense.because:
        notes.append(expense.because)
    if expense.top_ups:
        first = pounds(expense.agreed_pence)
        notes.append(_("{pounds} was agreed first.").format(pounds=first))
        notes += [f"{on_top(each, content)}." for each in expense.top_ups]
    return tuple(notes)


def expense_paid(expense: StatementExpense, content: StatementContent) -> str:
    """Say when an expense was paid back."""
    if not expense.whole_pence:
        return _("not agreed")
    return table_day(expense.paid_on, content) if expense.paid_on else _("to come")
