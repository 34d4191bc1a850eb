"""Say in plain words what a statement shows, alike for the printed and the read edition."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.dates import MONTHS, WEEKDAYS, long_day, short_day
from coprod_desktop.domain.money import at_hourly_rate, format_pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.statements import (
    StatementContent,
    StatementExpense,
    StatementTopUp,
    StatementWork,
)
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _

_RATES_NAMED = 3


class Figure(NamedTuple):
    """One of the four figures of the summary: what it is, how much, and a note."""

    label: str
    amount: str
    note: str


class PaymentWords(NamedTuple):
    """What stands in the payment column: the amount, if there is one, and what became of it."""

    amount: str
    lines: tuple[str, ...]


class Section(NamedTuple):
    """A part of the statement with its heading; paragraphs, or a list where `is_list`."""

    heading: str
    paragraphs: tuple[str, ...]
    is_list: bool = False


def hours(minutes: int) -> str:
    """Write time in words; no time at all is "0 hours"."""
    return words_for_minutes(minutes) if minutes else _("0\N{NO-BREAK SPACE}hours")


def day_words(day: datetime.date, content: StatementContent) -> str:
    """Write a day as "17 July", with the year where it is not plain from the period."""
    if content.from_on.year == content.to_on.year == day.year:
        return f"{day.day}\N{NO-BREAK SPACE}{MONTHS[day.month - 1]}"
    return long_day(day)


def table_day(day: datetime.date, content: StatementContent) -> str:
    """Write a day for a narrow column: "17 July", or "17 Jul 2026" where the year is needed."""
    if content.from_on.year == content.to_on.year == day.year:
        return day_words(day, content)
    return f"{short_day(day)}\N{NO-BREAK SPACE}{day.year}"


def work_day(day: datetime.date, content: StatementContent) -> tuple[str, ...]:
    """Write the day of work as "Thu 2 Jul", the year under it where the period spans years."""
    short = f"{WEEKDAYS[day.weekday()][:3]}\N{NO-BREAK SPACE}{short_day(day)}"
    if content.from_on.year == content.to_on.year:
        return (short,)
    return (short, str(day.year))


# --- the summary --------------------------------------------------------------------------------


def headline(content: StatementContent) -> str:
    """Say how much work there was."""
    if not content.minutes:
        return _("No work is written down this time")
    return _("You did {hours} of work").format(hours=hours(content.minutes))


def bar_words(content: StatementContent) -> str:
    """Say what the bar shows."""
    return _("Of {all} of work, {paid} were paid and {unpaid} were unpaid.").format(
        all=hours(content.minutes),
        paid=hours(content.minutes_paid),
        unpaid=hours(content.minutes_unpaid),
    )


def paid_work(content: StatementContent) -> Figure:
    """Say how much of the work was paid, and at which rate."""
    return Figure(_("Paid work"), hours(content.minutes_paid), _paid_note(content))


def _paid_note(content: StatementContent) -> str:
    paid = [work for work in content.work if work.is_paid]
    by_us = [work for work in paid if work.pay is not Pay.SALARY]
    if not paid:
        return _("No paid work this time.")
    if not by_us:
        return _("It is part of your salary.")
    rates = content.paid_rates_pence
    by_hour = all(
        work.rate_pence
        and not work.top_ups
        and work.agreed_pence == at_hourly_rate(work.minutes, work.rate_pence)
        for work in by_us
    )
    if not by_hour or not rates:
        return _("Each payment is in the list below.")
    if len(by_us) < len(paid):
        return _("Paid at {rates} an hour, or in your salary.").format(rates=rates_words(rates))
    return _("Paid at {rates} an hour.").format(rates=rates_words(rates))


def unpaid_work(content: StatementContent) -> Figure:
    """Say how much of the work was unpaid, and what it is worth."""
    return Figure(_("Unpaid work"), hours(content.minutes_unpaid), _unpaid_note(content))


def _unpaid_note(content: StatementContent) -> str:
    if not content.minutes_unpaid:
        return _("No unpaid work this time.")
    if not content.value_pence:
        return _("We have no rate to value it at.")
    return _("Valued at {rates} an hour: {value}.").format(
        rates=rates_words(content.unpaid_rates_pence), value=format_pounds(content.value_pence)
    )


def payments(content: StatementContent) -> Figure:
    """Say what was paid for work and what is to come."""
    amount = _("{pounds} paid").format(pounds=format_pounds(content.paid_pence))
    return Figure(_("Payments for your work"), amount, _payments_note(content))


def _payments_note(content: StatementContent) -> str:
    if not content.payments_pence:
        return _("No payments this time.")
    if not content.to_come_pence:
        return _("Nothing more is to come.")
    more = format_pounds(content.to_come_pence)
    waiting = [each.pay_by_on for each in content.work if each.agreed_pence and not each.paid_on]
    on_top = [each for work in content.work for each in work.top_ups]
    waiting += [each.pay_by_on for each in on_top if not each.paid_on]
    days = [day for day in waiting if day]
    if len(days) < len(waiting):
        return _("{pounds} more is to come.").format(pounds=more)
    return _("{pounds} more, to be paid by {day}.").format(
        pounds=more, day=day_words(max(days), content)
    )


def expenses(content: StatementContent) -> Figure:
    """Say what was paid back of expenses and what is to come."""
    amount = _("{pounds} paid").format(pounds=format_pounds(content.reimbursed_pence))
    more = content.reimbursements_pence - content.reimbursed_pence
    if not content.expenses:
        note = _("No expenses this time.")
    elif more:
        note = _("{pounds} more is to come.").format(pounds=format_pounds(more))
    else:
        note = _("Separate from your payments.")
    return Figure(_("Your expenses, paid back"), amount, note)


def rates_words(rates: Sequence[int]) -> str:
    """Name up to three rates, or the lowest and the highest of more."""
    named = [format_pounds(rate) for rate in rates]
    if len(named) == 1:
        return named[0]
    if len(named) > _RATES_NAMED:
        return _("{lowest} to {highest}").format(lowest=named[0], highest=named[-1])
    return _("{some} and {last}").format(some=", ".join(named[:-1]), last=named[-1])


# --- the lists ----------------------------------------------------------------------------------


def what_was_done(work: StatementWork) -> str:
    """Say what the work was; where nobody wrote it down, which kind it was."""
    return work.what or work.kind_of_work


def projects(content: StatementContent) -> tuple[str, ...]:
    """Name each project of the work once, in the order of the work."""
    return tuple(dict.fromkeys(work.project for work in content.work if work.project))


def payment(work: StatementWork, content: StatementContent) -> PaymentWords:
    """Say what was offered for a piece of work, what the person chose, and when it is paid."""
    offered = format_pounds(work.offered_pence)
    if work.pay is Pay.SALARY:
        return PaymentWords("", (_("in your salary"),))
    if not work.offered_pence:
        return PaymentWords("", (_("no payment\N{NO-BREAK SPACE}offered"),))
    if work.choice is Choice.DECLINE:
        return PaymentWords(
            "", (_("{pounds} offered, you\N{NO-BREAK SPACE}declined").format(pounds=offered),)
        )
    lines = []
    if work.choice is Choice.PART:
        lines.append(
            _("of {pounds}, as\N{NO-BREAK SPACE}you\N{NO-BREAK SPACE}chose").format(pounds=offered)
        )
    if work.agreed_pence and work.top_ups:
        first = format_pounds(work.agreed_pence)
        lines.append(f"{first} {_when(work, content)}")
    elif work.agreed_pence:
        lines.append(_when(work, content))
    lines += [_on_top(each, content) for each in work.top_ups]
    if work.choice is Choice.DONATE:
        lines.append(_("you chose to\N{NO-BREAK SPACE}donate\N{NO-BREAK SPACE}it"))
    return PaymentWords(format_pounds(work.whole_pence), tuple(lines))


def _on_top(top_up: StatementTopUp, content: StatementContent) -> str:
    """Say what came on top as the rate went up, and when."""
    pounds = format_pounds(top_up.pence)
    if top_up.paid_on:
        day = table_day(top_up.paid_on, content)
        return _("{pounds} more paid {day}, as the rate went up").format(pounds=pounds, day=day)
    if top_up.pay_by_on:
        day = table_day(top_up.pay_by_on, content)
        return _("{pounds} more by {day}, as the rate went up").format(pounds=pounds, day=day)
    return _("{pounds} more to come, as the rate went up").format(pounds=pounds)


def _when(work: StatementWork, content: StatementContent) -> str:
    """Say when and how it was paid, or by when it will be."""
    if work.paid_on:
        return _paid_sentence(work).format(day=table_day(work.paid_on, content))
    if work.choice is Choice.DEFER:
        return _("to be paid later, as\N{NO-BREAK SPACE}you\N{NO-BREAK SPACE}chose")
    as_voucher = work.choice is Choice.VOUCHER
    if work.pay_by_on is None:
        return _("voucher to come") if as_voucher else _("to come")
    sentence = _("voucher by {day}") if as_voucher else _("by {day}")
    return sentence.format(day=table_day(work.pay_by_on, content))


def _paid_sentence(work: StatementWork) -> str:
    if work.choice is Choice.VOUCHER or work.paid_how is PaidBy.VOUCHER:
        return _("voucher {day}")
    if work.paid_how is PaidBy.CASH:
        return _("paid in cash {day}")
    if work.paid_how is PaidBy.CHEQUE:
        return _("paid by cheque {day}")
    return _("paid {day}")


def payment_totals(content: StatementContent) -> tuple[str, ...]:
    """Say what was paid for all the work, and what is to come."""
    paid = _("{pounds} paid").format(pounds=format_pounds(content.paid_pence))
    if not content.to_come_pence:
        return (paid,)
    more = _("{pounds} to come").format(pounds=format_pounds(content.to_come_pence))
    return (paid, more)


def expense_notes(expense: StatementExpense) -> tuple[str, ...]:
    """Say what was claimed and why it differs from what was agreed."""
    notes = []
    if expense.claimed_pence != expense.agreed_pence:
        claimed = format_pounds(expense.claimed_pence)
        notes.append(_("You claimed {pounds}.").format(pounds=claimed))
    if expense.because:
        notes.append(expense.because)
    return tuple(notes)


def expense_on_top(expense: StatementExpense, content: StatementContent) -> tuple[str, ...]:
    """Say what was agreed first and what came on top as the rate went up; mostly nothing."""
    if not expense.top_ups:
        return ()
    first = _("{pounds} was agreed first.").format(pounds=format_pounds(expense.agreed_pence))
    return (first, *(f"{_on_top(each, content)}." for each in expense.top_ups))


def expense_paid(expense: StatementExpense, content: StatementContent) -> str:
    """Say when an expense was paid back."""
    if not expense.whole_pence:
        return _("not agreed")
    return table_day(expense.paid_on, content) if expense.paid_on else _("to come")
