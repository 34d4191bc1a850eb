"""Say in short sentences what was paid for work, what was declined, and what was paid back."""

import datetime
from collections.abc import Sequence

from coprod_desktop.documents import spoken
from coprod_desktop.documents.paper import Part, Pictured, Section
from coprod_desktop.documents.papers.easy_sentences import easy_texts, ended
from coprod_desktop.documents.papers.statement_words import rates_words
from coprod_desktop.documents.spoken import hours, pounds
from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.statements import (
    StatementContent,
    StatementExpense,
    StatementTopUp,
    StatementWork,
)
from coprod_desktop.i18n import _

# More answers to offers, or expenses not agreed as claimed, are said in one sum.
_ONE_BY_ONE = 3


def payments_and_expenses(content: StatementContent) -> list[Part]:
    """Say what was paid for work and, apart from it, what was paid back of expenses."""
    payments = (
        *_paid(content),
        *_to_come(content),
        *_chosen(content),
        *_in_salary(content),
    )
    nothing = Pictured(picture="pound", texts=(_("There are no payments this time."),))
    parts: list[Part] = [Section(heading=_("Payments for your work"), parts=payments or (nothing,))]
    if content.expenses and "expenses" not in content.left_out:
        parts.append(Section(heading=_("Your expenses"), parts=tuple(_expenses(content))))
    return parts


# --- payments -----------------------------------------------------------------------------------


def _paid(content: StatementContent) -> list[Part]:
    """Say what was paid, how, and what of it came as rates went up."""
    if not content.paid_pence:
        return []
    paid_work = [work for work in content.work if work.paid_on]
    picture, way = _way(paid_work)
    after = [way] if way else []
    on_top = sum(each.pence for work in content.work for each in work.top_ups if each.paid_on)
    if on_top:
        after += [
            _("Our rates went up."),
            _("So {pounds} of it came on top.").format(pounds=pounds(on_top)),
        ]
    donated = sum(work.paid_pence for work in content.work if work.choice is Choice.DONATE)
    if donated:
        after.append(_("You chose to donate {pounds}.").format(pounds=pounds(donated)))
    said = _("We paid you this money for your work:")
    figure = pounds(content.paid_pence)
    return [Pictured(picture=picture, texts=(said,), figure=figure, after=tuple(after))]


def _way(paid: Sequence[StatementWork]) -> tuple[str, str]:
    """Choose a picture and a sentence where all of it was paid in one way."""
    ways = {
        PaidBy.VOUCHER if work.choice is Choice.VOUCHER else work.paid_how
        for work in paid
        if work.agreed_pence
    }
    known = {
        PaidBy.BANK: ("bank-card", _("It went to your bank account.")),
        PaidBy.CASH: ("cash", _("You got it in cash.")),
        PaidBy.VOUCHER: ("voucher", _("You got it as vouchers.")),
        PaidBy.CHEQUE: ("paper-tick", _("You got it by cheque.")),
    }
    only = next(iter(ways)) if len(ways) == 1 else None
    return known[only] if only else ("pound", "")


def _to_come(content: StatementContent) -> list[Part]:
    """Say what is still to come, and by when."""
    if not content.to_come_pence:
        return []
    more = pounds(content.to_come_pence)
    if content.paid_pence:
        texts = [_("We will pay you {pounds} more.").format(pounds=more)]
    else:
        texts = [_("We will pay you {pounds}.").format(pounds=more)]
    waiting = [work for work in content.work if work.agreed_pence and not work.paid_on]
    later = sum(work.agreed_pence for work in waiting if work.choice is Choice.DEFER)
    days = [work.pay_by_on for work in waiting if work.choice is not Choice.DEFER]
    on_top = [each for work in content.work for each in work.top_ups if not each.paid_on]
    days += [each.pay_by_on for each in on_top]
    texts += _by_when(days, is_part=later > 0)
    if later:
        texts.append(_("You asked us to pay {pounds} later.").format(pounds=pounds(later)))
    if on_top:
        texts += _rates_went_up(on_top)
    if waiting and all(work.choice is Choice.VOUCHER for work in waiting) and not on_top:
        texts.append(_("You will get it as vouchers."))
    return [Pictured(picture="calendar", texts=tuple(texts))]


def _by_when(days: Sequence[datetime.date | None], *, is_part: bool) -> list[str]:
    """Say the last day by which it is paid, where each day is known."""
    known = [day for day in days if day]
    if not days:
        return []
    if len(known) < len(days):
        return [_("You can ask us when.")]
    day = spoken.weekday_day(max(known))
    said = _("We will pay the rest by {day}.") if is_part else _("We will pay it by {day}.")
    return [said.format(day=day)]


def _rates_went_up(on_top: Sequence[StatementTopUp]) -> list[str]:
    more = pounds(sum(each.pence for each in on_top))
    return [_("Our rates went up."), _("So {pounds} of it comes on top.").format(pounds=more)]


def _chosen(content: StatementContent) -> list[Part]:
    """Say which offers the person declined, whole or in part, as far as they wish it said."""
    if not content.shows_declined:
        return []
    chosen = [
        work
        for work in sorted(content.work, key=lambda work: work.worked_on)
        if work.pay is not Pay.SALARY and work.offered_pence and work.choice in _WORDED
    ]
    if len(chosen) > _ONE_BY_ONE:
        return [_chosen_in_sum(chosen)]
    return [Pictured(picture="choice", texts=_one_choice(work)) for work in chosen]


_WORDED = (Choice.DECLINE, Choice.PART)


def _one_choice(work: StatementWork) -> tuple[str, ...]:
    """Say what was offered for one piece of work and what the person chose."""
    day = spoken.long_day(work.worked_on)
    told = easy_texts((work.what,)) if work.what.strip() else ()
    if told:
        first = (_("On {day} you did this work:").format(day=day), *map(ended, told))
    else:
        first = (_("On {day} you did some work.").format(day=day),)
    offered = _("We offered you {pounds} for it.").format(pounds=pounds(work.offered_pence))
    if work.choice is Choice.PART:
        took = _("You chose to take {pounds} of it.").format(pounds=pounds(work.agreed_pence))
    else:
        took = _("You chose not to take it.")
    return (*first, offered, took, _("The work still counts."))


def _chosen_in_sum(chosen: Sequence[StatementWork]) -> Pictured:
    """Say of many offers what they came to and how much of it the person took."""
    offered = sum(work.offered_pence for work in chosen)
    taken = sum(work.agreed_pence for work in chosen if work.choice is Choice.PART)
    texts = [_("We offered you {pounds} for some of your work.").format(pounds=pounds(offered))]
    if taken:
        texts.append(_("You chose to take {pounds} of it.").format(pounds=pounds(taken)))
    else:
        texts.append(_("You chose not to take it."))
    return Pictured(picture="choice", texts=(*texts, _("The work still counts.")))


def _in_salary(content: StatementContent) -> list[Part]:
    """Say how much of the work a salary pays for."""
    minutes = sum(work.minutes for work in content.work if work.pay is Pay.SALARY)
    if not minutes:
        return []
    said = _("Your salary pays for this much of your work:")
    return [Pictured(picture="clock", texts=(said,), figure=hours(minutes))]


# --- expenses -----------------------------------------------------------------------------------


def _expenses(content: StatementContent) -> list[Part]:
    """Say what expenses are, what was paid back, what is to come, and what was not agreed."""
    explained = _("Expenses are money you spent to take part.")
    apart = _("Expenses are not pay.")
    more = content.reimbursements_pence - content.reimbursed_pence
    parts: list[Part] = []
    if content.reimbursed_pence:
        back = _("We paid this money back to you:")
        paid = pounds(content.reimbursed_pence)
        texts = (explained, back)
        parts.append(Pictured(picture="receipt", texts=texts, figure=paid, after=(apart,)))
    else:
        parts.append(Pictured(picture="receipt", texts=(explained, apart)))
    if more:
        parts.append(_still_to_pay_back(content, more))
    differ = [each for each in content.expenses if each.claimed_pence != each.agreed_pence]
    if len(differ) > _ONE_BY_ONE:
        claimed = sum(each.claimed_pence for each in differ)
        agreed = sum(each.agreed_pence for each in differ)
        parts.append(Pictured(picture="question", texts=_claimed(claimed, agreed)))
    else:
        parts += [Pictured(picture="question", texts=_one_expense(each)) for each in differ]
    return parts


def _still_to_pay_back(content: StatementContent, more: int) -> Pictured:
    if content.reimbursed_pence:
        said = _("We will pay you back {pounds} more.")
    else:
        said = _("We will pay you back {pounds}.")
    return Pictured(picture="calendar", texts=(said.format(pounds=pounds(more)),))


def _one_expense(expense: StatementExpense) -> tuple[str, ...]:
    """Say what was asked for, what was agreed, and why, where it was said in a few words."""
    what = easy_texts((expense.what,))
    because = map(ended, easy_texts((expense.because,)))
    return (*map(ended, what), *_claimed(expense.claimed_pence, expense.agreed_pence), *because)


def _claimed(claimed: int, agreed: int) -> tuple[str, str]:
    asked = _("You asked for {pounds}.").format(pounds=pounds(claimed))
    if not agreed:
        return asked, _("We did not agree to pay it back.")
    return asked, _("We agreed to {pounds}.").format(pounds=pounds(agreed))


# --- unpaid work --------------------------------------------------------------------------------


def value_of_unpaid(content: StatementContent) -> list[Part]:
    """Say what unpaid work is worth, by which rate, and that it is no payment."""
    if not content.value_pence:
        return []
    worth = Pictured(
        picture="star",
        texts=(_("Your unpaid work has a value of:"),),
        figure=pounds(content.value_pence),
        after=(_("It shows what your work is worth."), _("It is not money paid or owed.")),
    )
    rates = rates_words(content.unpaid_rates_pence)
    texts = [_("For the same work we pay {rates} an hour.").format(rates=rates)]
    said = content.rate_source.strip()
    source = easy_texts((said[:1].upper() + said[1:],))
    if source:
        texts += [_("This is where the rate comes from:"), *map(ended, source)]
    valued = sum(work.minutes for work in content.work if work.value_pence)
    rest = content.minutes_unpaid - valued
    if rest:
        texts.append(_("For {hours} more we have no rate.").format(hours=hours(rest)))
    by_rate = Pictured(picture="paper-tick", texts=tuple(texts))
    return [Section(heading=_("Your unpaid work"), parts=(worth, by_rate))]
