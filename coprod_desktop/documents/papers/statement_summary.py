"""Say the most of a statement in one box: paid beside unpaid work, payments beside expenses."""

from coprod_desktop.documents import spoken
from coprod_desktop.documents.paper import Bar, Figure, Mark, Summary
from coprod_desktop.documents.papers import statement_words as words
from coprod_desktop.documents.spoken import hours, pounds
from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.money import at_hourly_rate
from coprod_desktop.domain.statements import StatementContent
from coprod_desktop.i18n import _


def summary(content: StatementContent) -> Summary:
    """Say how much work there was, paid and unpaid alike, and what was paid."""
    right = _to_come(content) if "expenses" in content.left_out else expenses(content)
    rows = ((paid_work(content), unpaid_work(content)), (payments(content), right))
    return Summary(rows=rows, headline=headline(content), bar=_bar(content))


def headline(content: StatementContent) -> str:
    """Say how much work there was."""
    if not content.minutes:
        return _("No work is written down this time")
    return _("You did {hours} of work").format(hours=hours(content.minutes))


def _bar(content: StatementContent) -> Bar:
    says = _("Of {all} of work, {paid} were paid and {unpaid} were unpaid.").format(
        all=hours(content.minutes),
        paid=hours(content.minutes_paid),
        unpaid=hours(content.minutes_unpaid),
    )
    return Bar(minutes_paid=content.minutes_paid, minutes_unpaid=content.minutes_unpaid, says=says)


def paid_work(content: StatementContent) -> Figure:
    """Say how much of the work was paid, and at which rate."""
    return Figure(
        label=_("Paid work"),
        amount=hours(content.minutes_paid),
        note=_paid_note(content),
        mark=Mark.PAID,
    )


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
        said = _("Paid at {rates} an hour, or in your salary.")
    else:
        said = _("Paid at {rates} an hour.")
    return said.format(rates=words.rates_words(rates))


def unpaid_work(content: StatementContent) -> Figure:
    """Say how much of the work was unpaid, and what it is worth."""
    return Figure(
        label=_("Unpaid work"),
        amount=hours(content.minutes_unpaid),
        note=_unpaid_note(content),
        mark=Mark.UNPAID,
    )


def _unpaid_note(content: StatementContent) -> str:
    if not content.minutes_unpaid:
        return _("No unpaid work this time.")
    if "value" in content.left_out:
        return _("It counts the same.")
    if not content.value_pence:
        return _("We have no rate to value it at.")
    return _("Valued at {rates} an hour: {value}.").format(
        rates=words.rates_words(content.unpaid_rates_pence), value=pounds(content.value_pence)
    )


def payments(content: StatementContent) -> Figure:
    """Say what was paid for work and what is to come."""
    amount = _("{pounds} paid").format(pounds=pounds(content.paid_pence))
    return Figure(label=_("Payments for your work"), amount=amount, note=_payments_note(content))


def _payments_note(content: StatementContent) -> str:
    if not content.payments_pence:
        return _("No payments this time.")
    if not content.to_come_pence:
        return _("Nothing more is to come.")
    more = pounds(content.to_come_pence)
    waiting = [each.pay_by_on for each in content.work if each.agreed_pence and not each.paid_on]
    on_top = [each for work in content.work for each in work.top_ups]
    waiting += [each.pay_by_on for each in on_top if not each.paid_on]
    days = [day for day in waiting if day]
    if len(days) < len(waiting):
        return _("{pounds} more is to come.").format(pounds=more)
    last = words.day_words(max(days), content)
    return _("{pounds} more, to be paid by {day}.").format(pounds=more, day=last)


def expenses(content: StatementContent) -> Figure:
    """Say what was paid back of expenses and what is to come."""
    amount = _("{pounds} paid").format(pounds=pounds(content.reimbursed_pence))
    more = content.reimbursements_pence - content.reimbursed_pence
    if not content.expenses:
        note = _("No expenses this time.")
    elif more:
        note = _("{pounds} more is to come.").format(pounds=pounds(more))
    else:
        note = _("Separate from your payments.")
    return Figure(label=_("Your expenses, paid back"), amount=amount, note=note)


def _to_come(content: StatementContent) -> Figure:
    """Say what is still to come, where the expenses are left out."""
    return Figure(label=_("Still to come"), amount=pounds(content.to_come_pence))


def months_says(content: StatementContent) -> str:
    """Say the first and the last month of a chart."""
    return _("Your work from {first} to {last}, month by month").format(
        first=spoken.month_and_year(content.from_on), last=spoken.month_and_year(content.to_on)
    )
