"""List the work, the payments and the expenses of a letter, and the hours of each week."""

from collections.abc import Sequence

from coprod_desktop.documents.paper import Cell, Column, Entries, Entry, Heading, Pair, Part, Text
from coprod_desktop.documents.papers.common import way
from coprod_desktop.documents.spoken import hours, long_day, period, pounds, short_hours
from coprod_desktop.domain.letter_spans import LetterSpan
from coprod_desktop.domain.letter_spans import benefit_periods as spans_of_benefit
from coprod_desktop.domain.letter_spans import weeks as spans_of_weeks
from coprod_desktop.domain.papers import LetterContent, LetterExpense, LetterPayment, LetterWork
from coprod_desktop.domain.participants import Capacity, PaidBy
from coprod_desktop.i18n import _, language, later

_DATE = 40.0
_TIME = 17.0
_PAID = 43.0
_WIDE_TIME = 23.5
_MORE_TIME = 4.0
_MANY_MINUTES = 100 * 60
_WIDE_PAID = 45.5
_AMOUNT = 22.0
_GAP = 4.0
_CAPACITIES = {
    Capacity.LIVED_EXPERIENCE: later("with lived experience"),
    Capacity.CARER: later("as a carer"),
    Capacity.COMMUNITY: later("as a member of the community"),
    Capacity.STAFF: later("as a member of staff"),
    Capacity.TRUSTEE: later("as a trustee"),
    Capacity.FUNDER: later("as a funder"),
    Capacity.PROFESSIONAL: later("as a professional"),
}


# --- the work and its payments ------------------------------------------------------------------


def work_list(content: LetterContent) -> list[Part]:
    """List the work with each payment for it, and its total."""
    heading = Heading(text=_("Payments for involvement"))
    if not content.work:
        return [heading, Text(text=_("There was no work in this time."))]
    work = sorted(content.work, key=lambda each: each.worked_on)
    payments = [payment for each in work for payment in each.payments]
    same = _same_way(payments)
    says_capacity = len({each.capacity for each in work}) > 1
    rows: list[Entry] = []
    for each in work:
        rows += _work_entries(each, says_way=same is None, says_capacity=says_capacity)
    entries = Entries(
        caption=_("Each piece of work, and what was paid for it"),
        columns=_columns(
            _("Date of work"),
            _("Activity"),
            _("Time"),
            needs_room=sum(each.minutes for each in work) >= _MANY_MINUTES,
        ),
        rows=tuple(rows),
        totals=_work_totals(content, same),
    )
    return [heading, entries]


def _columns(date: str, what: str, third: str, *, needs_room: bool = False) -> tuple[Column, ...]:
    """Choose the columns; `needs_room` where a hundred hours stand in the third."""
    # "awr", "Derbynneb" and "Gorffennaf" are longer than "h", "Receipt" and "July".
    time, paid = (_TIME, _PAID) if language() == "en" else (_WIDE_TIME, _WIDE_PAID)
    time += _MORE_TIME if needs_room else 0.0
    return (
        Column(heading=date, millimetres=_DATE),
        Column(heading=what),
        Column(heading=third, millimetres=time, is_right=True),
        Column(heading=_("Date paid"), millimetres=paid, gap=_GAP),
        Column(heading=_("Amount"), millimetres=_AMOUNT, is_right=True),
    )


def _same_way(paid: Sequence[LetterPayment | LetterExpense]) -> PaidBy | None:
    """Return the one way in which all was paid; None where there are several, or none."""
    ways = {one.paid_how or PaidBy.BANK for one in paid if one.paid_on}
    return ways.pop() if len(ways) == 1 else None


def _work_entries(work: LetterWork, *, says_way: bool, says_capacity: bool) -> list[Entry]:
    """Set a row for the work and its first payment, and one for each payment on top."""
    what = [work.what]
    if says_capacity:
        what.append(_(_CAPACITIES[work.capacity]))
    first = work.payments[0] if work.payments else None
    offer = _offer(work)
    entry = Entry(
        cells=(
            Cell(texts=(long_day(work.worked_on),)),
            Cell(texts=tuple(what)),
            Cell(texts=(short_hours(work.minutes),), is_figures=True),
            Cell(texts=_paid_words(first, says_way=says_way)),
            Cell(texts=(pounds(first.pence if first else 0),), is_figures=True),
        ),
        title=long_day(work.worked_on),
        lines=(*what, *((offer,) if offer else ())),
        pairs=(Pair(label=_("Time"), text=hours(work.minutes)), *_pairs(first, says_way=says_way)),
        below=offer,
    )
    return [entry, *(_more(work, one, says_way=says_way) for one in work.payments[1:])]


def _more(work: LetterWork, payment: LetterPayment, *, says_way: bool) -> Entry:
    what = _("More for the same work, as the rate went up")
    return Entry(
        cells=(
            Cell(texts=(long_day(work.worked_on),)),
            Cell(texts=(what,)),
            Cell(),
            Cell(texts=_paid_words(payment, says_way=says_way)),
            Cell(texts=(pounds(payment.pence),), is_figures=True),
        ),
        title=long_day(work.worked_on),
        lines=(work.what, what),
        pairs=_pairs(payment, says_way=says_way),
    )


def _paid_words(paid: LetterPayment | LetterExpense | None, *, says_way: bool) -> tuple[str, ...]:
    """Say when it was paid, and by which way where that differs."""
    if paid is None:
        return (_("no payment"),)
    if paid.paid_on is None:
        return (_("not paid yet"),)
    if says_way:
        return (long_day(paid.paid_on), way(paid.paid_how or PaidBy.BANK))
    return (long_day(paid.paid_on),)


def _pairs(paid: LetterPayment | LetterExpense | None, *, says_way: bool) -> tuple[Pair, ...]:
    when = ", ".join(_paid_words(paid, says_way=says_way))
    return (
        Pair(label=_("Date paid"), text=when),
        Pair(label=_("Amount"), text=pounds(paid.pence if paid else 0)),
    )


def _offer(work: LetterWork) -> str:
    """Say what was offered, accepted and declined, where that is not the same."""
    if work.is_in_salary:
        return _("The pay for this is in a salary.")
    if not work.offered_pence:
        return _("No payment was offered.") if not work.payments else ""
    if not work.declined_pence:
        return ""
    return _("{offered} offered, {accepted} accepted, {declined} declined.").format(
        offered=pounds(work.offered_pence),
        accepted=pounds(work.accepted_pence),
        declined=pounds(work.declined_pence),
    )


def _work_totals(content: LetterContent, same: PaidBy | None) -> tuple[Entry, ...]:
    """Set the time of all the work, then what was paid, then what is not paid yet."""
    paid = _("Payments for involvement, paid")
    label = paid if content.to_come_pence else _total_label(same, paid)
    totals = [_time_total(content), _total(label, content.paid_pence)]
    if content.to_come_pence:
        totals.append(_total(_("Payments for involvement, not paid yet"), content.to_come_pence))
    return tuple(totals)


def _time_total(content: LetterContent) -> Entry:
    """Set the time of all the work, paid or not."""
    label = _("Time in all")
    minutes = sum(each.minutes for each in content.work)
    return Entry(
        cells=(
            Cell(texts=(label,), strong=(True,), columns=2, is_heading=True),
            Cell(texts=(short_hours(minutes),), strong=(True,), is_figures=True),
            Cell(columns=2),
        ),
        title=label,
        lines=(hours(minutes),),
    )


def _total_label(same: PaidBy | None, otherwise: str) -> str:
    if same is PaidBy.BANK:
        return _("Total, all paid by bank transfer")
    if same is PaidBy.CASH:
        return _("Total, all paid in cash")
    if same is PaidBy.VOUCHER:
        return _("Total, all paid as vouchers")
    if same is PaidBy.CHEQUE:
        return _("Total, all paid by cheque")
    return otherwise


def _total(label: str, pence: int) -> Entry:
    amount = Cell(texts=(pounds(pence),), strong=(True,), is_figures=True)
    heading = Cell(texts=(label,), strong=(True,), columns=4, is_heading=True)
    return Entry(cells=(heading, amount), title=label, lines=(pounds(pence),))


# --- the expenses -------------------------------------------------------------------------------


def expense_list(content: LetterContent) -> list[Part]:
    """List the expenses in a table of their own, with their own total."""
    heading = Heading(text=_("Reimbursement of expenses"))
    if not content.expenses:
        return [heading, Text(text=_("There were no expenses in this time."))]
    expenses = sorted(content.expenses, key=lambda each: each.spent_on)
    same = _same_way(expenses)
    more = content.reimbursements_to_come_pence
    paid = _("Expenses reimbursed")
    totals = [_total(paid if more else _total_label(same, paid), content.reimbursed_pence)]
    if more:
        totals.append(_total(_("Expenses not reimbursed yet"), more))
    entries = Entries(
        caption=_("Each expense, and when it was paid back"),
        columns=_columns(_("Date spent"), _("For"), _("Receipt")),
        rows=tuple(_expense_entry(each, says_way=same is None) for each in expenses),
        totals=tuple(totals),
    )
    return [heading, entries]


def _expense_entry(expense: LetterExpense, *, says_way: bool) -> Entry:
    receipt = (Pair(label=_("Receipt"), text=expense.receipt),) if expense.receipt else ()
    return Entry(
        cells=(
            Cell(texts=(long_day(expense.spent_on),)),
            Cell(texts=(expense.what,)),
            Cell(texts=(expense.receipt or "–",)),
            Cell(texts=_paid_words(expense, says_way=says_way)),
            Cell(texts=(pounds(expense.pence),), is_figures=True),
        ),
        title=long_day(expense.spent_on),
        lines=(expense.what,),
        pairs=(*receipt, *_pairs(expense, says_way=says_way)),
    )


# --- by week and by benefit period --------------------------------------------------------------


def week_list(content: LetterContent) -> list[Part]:
    """List the hours and the payments of each week, where the person wants them listed."""
    if not content.has_weeks or not content.work:
        return []
    note = _("Each payment is in the week in which it was paid. Weeks begin on a Monday.")
    entries = _span_list(
        spans_of_weeks(content.work), _("The hours and payments of each week"), _("Week")
    )
    return [Heading(text=_("Week by week")), Text(text=note), entries]


def benefit_periods(content: LetterContent) -> list[Part]:
    """List the hours and the payments of each of the person's benefit periods, if they gave one."""
    if not content.period_day or not content.work:
        return []
    note = _(
        "{name} told us that these periods begin on day {day} of a month. Each payment is in the "
        "period in which it was paid."
    ).format(name=content.name, day=content.period_day)
    entries = _span_list(
        spans_of_benefit(content.work, content.period_day),
        _("The hours and payments of each assessment period"),
        _("Period"),
    )
    return [Heading(text=_("By assessment period")), Text(text=note), entries]


def _span_list(spans: Sequence[LetterSpan], caption: str, first: str) -> Entries:
    return Entries(
        caption=caption,
        columns=(
            Column(heading=first),
            Column(heading=_("Time"), millimetres=28, is_right=True),
            Column(heading=_("Paid for involvement"), millimetres=50, is_right=True, gap=_GAP),
        ),
        rows=tuple(_span_entry(span) for span in spans),
    )


def _span_entry(span: LetterSpan) -> Entry:
    when = period(span.from_on, span.to_on)
    return Entry(
        cells=(
            Cell(texts=(when,), is_heading=True),
            Cell(texts=(short_hours(span.minutes),), is_figures=True),
            Cell(texts=(pounds(span.paid_pence),), is_figures=True),
        ),
        title=when,
        pairs=(
            Pair(label=_("Time"), text=hours(span.minutes)),
            Pair(label=_("Paid for involvement"), text=pounds(span.paid_pence)),
        ),
    )
