"""Say of each mistake in a statement what stood there and what is right."""

import datetime
from typing import NamedTuple

from coprod_desktop.documents.papers.common import quoted
from coprod_desktop.documents.spoken import hours, long_day, pounds
from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.statement_differences import Difference, Differs
from coprod_desktop.i18n import _, later


class Righted(NamedTuple):
    """What a mistake is about, what the statement said and what is right, all in words."""

    what: str
    day: datetime.date | None
    was: str
    now: str


_WHOLE = {
    Differs.SKILLS: later("Skills and knowledge you used"),
    Differs.MADE: later("Things made"),
    Differs.CHANGED: later("What changed because of the work"),
    Differs.NEXT: later("What happens next"),
    Differs.ABOUT: later("How to reach us"),
    Differs.SHOWN: later("What the statement shows"),
}
_CHOICES = {
    Choice.ACCEPT: later("all of the payment"),
    Choice.PART: later("part of the payment"),
    Choice.DECLINE: later("no payment"),
    Choice.DONATE: later("to donate the payment"),
    Choice.VOUCHER: later("a voucher"),
    Choice.DEFER: later("to be paid later"),
}


def righted(change: Difference) -> Righted:
    """Word one mistake."""
    if change.kind in _WHOLE:
        return Righted(_(_WHOLE[change.kind]), None, _("as it stood"), _("put right"))
    was, now = _WORDS[change.kind](change)
    return Righted(_what(change), change.on, was, now)


def _what(change: Difference) -> str:
    if change.kind is Differs.NAME:
        return _("Your name")
    if change.kind is Differs.VALUE:
        return _("The value of unpaid work: {what}").format(what=change.what)
    if change.kind is Differs.WORDS:
        return _("The words for your work")
    if change.kind is Differs.OFFER:
        return _("The payment we offered: {what}").format(what=change.what)
    if change.kind is Differs.CHOICE:
        return _("Your choice: {what}").format(what=change.what)
    return change.what


_WasNow = tuple[str, str]


def _hours(change: Difference) -> _WasNow:
    return hours(change.before_minutes), hours(change.after_minutes)


def _work_added(change: Difference) -> _WasNow:
    return _("nothing"), hours(change.after_minutes)


def _work_removed(change: Difference) -> _WasNow:
    return hours(change.before_minutes), _("taken off")


def _pounds(change: Difference) -> _WasNow:
    return pounds(change.before_pence or 0), pounds(change.after_pence or 0)


def _expense_added(change: Difference) -> _WasNow:
    return _("nothing"), pounds(change.after_pence or 0)


def _expense_removed(change: Difference) -> _WasNow:
    return pounds(change.before_pence or 0), _("taken off")


def _paid(change: Difference) -> _WasNow:
    """Say what was paid; the money of a payment that came back is to be paid again."""
    if change.paid_on is None:
        return _("paid"), _("to be paid again")
    now = _("{pounds} paid on {day}").format(
        pounds=pounds(change.after_pence or 0), day=long_day(change.paid_on)
    )
    return _("not paid"), now


def _texts(change: Difference) -> _WasNow:
    return quoted(change.before), quoted(change.after)


def _choice(change: Difference) -> _WasNow:
    return _(_CHOICES[Choice(change.before)]), _(_CHOICES[Choice(change.after)])


def _day(change: Difference) -> _WasNow:
    was = long_day(change.before_on) if change.before_on else _("another day")
    return was, long_day(change.on) if change.on else _("put right")


def _details(change: Difference) -> _WasNow:
    """Say that a small thing, as the day of a payment, is put right."""
    del change
    return _("as it stood"), _("put right")


_WORDS = {
    Differs.WORK_ADDED: _work_added,
    Differs.WORK_REMOVED: _work_removed,
    Differs.HOURS: _hours,
    Differs.PAYMENT: _pounds,
    Differs.PAID: _paid,
    Differs.CHOICE: _choice,
    Differs.DAY: _day,
    Differs.DETAILS: _details,
    Differs.OFFER: _pounds,
    Differs.VALUE: _pounds,
    Differs.WORDS: _texts,
    Differs.EXPENSE_ADDED: _expense_added,
    Differs.EXPENSE_REMOVED: _expense_removed,
    Differs.EXPENSE: _pounds,
    Differs.EXPENSE_PAID: _paid,
    Differs.NAME: _texts,
}
