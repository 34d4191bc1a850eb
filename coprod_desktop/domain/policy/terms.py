"""By when a claim is to come, and by when it is to be paid."""

import datetime

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.policy.conditions import Facts
from coprod_desktop.domain.policy.periods import Period, PeriodKind, add_months, add_working_days
from coprod_desktop.domain.policy.rules import Claims, Term

_MONTH = Period(kind=PeriodKind.MONTH, words="a month")
_STARTS = {
    "activity": "on",
    "claim": "sent_on",
    "received": "received_on",
    "approval": "approved_on",
}
Days = frozenset[datetime.date]


def last_day(term: Term, facts: Facts, holidays: Days) -> datetime.date | None:
    """Return the last day of a term, which belongs to it; None where its beginning is unknown."""
    if not term.when.holds(facts):
        return None
    start = facts.get(_STARTS.get(term.after, term.after))
    if start is None and term.after == "received":
        start = facts.get("sent_on")
    if not isinstance(start, datetime.date):
        return None
    if term.by is not None:
        return _next_on(start, *term.by)
    if term.day_of_month:
        return _pay_day(start, term)
    if term.end_of is not None:
        start = term.end_of.last_day(add_months(start, 0))
    day = add_months(start, term.months) + datetime.timedelta(days=term.days)
    if term.end_of is not None and term.end_of.kind is PeriodKind.MONTH and not term.days:
        day = _MONTH.last_day(day)
    return add_working_days(day, term.working_days, holidays)


def _next_on(start: datetime.date, month: int, day: int) -> datetime.date:
    for year in (start.year, start.year + 1):
        found = add_months(datetime.date(year, month, 1), 0).replace(day=1)
        last = _MONTH.last_day(found).day
        found = found.replace(day=min(day, last))
        if found >= start:
            return found
    raise AssertionError("next year holds every day of the calendar")


def _pay_day(start: datetime.date, term: Term) -> datetime.date:
    """Return the pay day of the month, or of the next for what came too late."""
    limit = term.if_by or term.day_of_month
    first = start.replace(day=1)
    if start.day > limit:
        first = add_months(first, 1)
    return first.replace(day=min(term.day_of_month, _MONTH.last_day(first).day))


def deadline(claims: Claims, facts: Facts, holidays: Days) -> datetime.date | None:
    """Return the last day on which an entry can be claimed, or None where there is none."""
    found = [last_day(term, facts, holidays) for term in claims.deadlines]
    days = [day for day in found if day is not None]
    if not days:
        return None
    return max(days) if claims.takes_latest else min(days)


def is_late(claims: Claims, facts: Facts, by: datetime.date) -> bool | None:
    """Say whether an entry was claimed after its deadline; None while nobody says when."""
    claimed = facts.get("received_on" if claims.counts == "received" else "sent_on")
    claimed = claimed or facts.get("sent_on")
    return claimed > by if isinstance(claimed, datetime.date) else None


def late_words(by: datetime.date) -> str:
    """Return the sentence about a late claim."""
    return f"Claimed after the deadline, which was {long_day(by)}."
