"""Sum the work and the payments of a letter by week, and by the person's own benefit period."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable

from coprod_desktop.domain.papers import LetterWork

_Span = tuple[datetime.date, datetime.date]
_ONE_DAY = datetime.timedelta(days=1)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LetterSpan:
    """Some days of a letter: the minutes worked and the pence paid for work in them."""

    from_on: datetime.date
    to_on: datetime.date
    minutes: int
    paid_pence: int


def weeks(work: Iterable[LetterWork]) -> tuple[LetterSpan, ...]:
    """Return the weeks (Monday to Sunday) with work or a payment in them, in order."""
    return _spans(work, _week_of)


def benefit_periods(work: Iterable[LetterWork], period_day: int) -> tuple[LetterSpan, ...]:
    """Return the benefit periods with work or a payment in them, in order.

    Each begins on `period_day` (1 to 31) of a month, or on its last day where a month is shorter
    (Universal Credit Regulations 2013, regulation 21).
    """
    return _spans(work, lambda day: _period_of(day, period_day))


def _spans(
    work: Iterable[LetterWork], span_of: Callable[[datetime.date], _Span]
) -> tuple[LetterSpan, ...]:
    minutes: dict[_Span, int] = {}
    paid: dict[_Span, int] = {}
    for each in work:
        worked = span_of(each.worked_on)
        minutes[worked] = minutes.get(worked, 0) + each.minutes
        for payment in each.payments:
            if payment.paid_on:
                span = span_of(payment.paid_on)
                paid[span] = paid.get(span, 0) + payment.pence
    return tuple(
        LetterSpan(
            from_on=span[0],
            to_on=span[1],
            minutes=minutes.get(span, 0),
            paid_pence=paid.get(span, 0),
        )
        for span in sorted(minutes | paid)
    )


def _week_of(day: datetime.date) -> _Span:
    monday = day - datetime.timedelta(days=day.weekday())
    return monday, monday + 6 * _ONE_DAY


def _period_of(day: datetime.date, period_day: int) -> _Span:
    begins = _begins(day, period_day)
    if day < begins:
        return _begins(day.replace(day=1) - _ONE_DAY, period_day), begins - _ONE_DAY
    return begins, _begins(_last_of_month(day) + _ONE_DAY, period_day) - _ONE_DAY


def _begins(month: datetime.date, period_day: int) -> datetime.date:
    last = _last_of_month(month)
    return last.replace(day=min(period_day, last.day))


def _last_of_month(day: datetime.date) -> datetime.date:
    return (day.replace(day=28) + 4 * _ONE_DAY).replace(day=1) - _ONE_DAY
