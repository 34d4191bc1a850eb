"""The periods that statements are usually made for, counted from today."""

import datetime
from dataclasses import dataclass

from coprod_desktop.i18n import _

_ONE_DAY = datetime.timedelta(days=1)
_QUARTER = 3
_APRIL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days with its first and last day, and how it is called."""

    key: str
    words: str
    from_on: datetime.date
    to_on: datetime.date


def usual_periods(today: datetime.date) -> tuple[Period, ...]:
    """Return the periods to choose from; one that is not over yet ends today."""
    month = today.replace(day=1)
    quarter = month.replace(month=today.month - (today.month - 1) % _QUARTER)
    year = today.year if today.month >= _APRIL else today.year - 1
    april = datetime.date(year, _APRIL, 1)
    return (
        _so_far("quarter", _("This quarter so far"), quarter, today),
        _whole("last quarter", _("Last quarter"), _earlier(quarter, _QUARTER), quarter),
        _so_far("month", _("This month so far"), month, today),
        _whole("last month", _("Last month"), _earlier(month, 1), month),
        _so_far("year", _("Since 1 April"), april, today),
        _whole("last year", _("The year before, April to March"), _earlier(april, 12), april),
    )


def _so_far(key: str, words: str, from_on: datetime.date, today: datetime.date) -> Period:
    return Period(key=key, words=words, from_on=from_on, to_on=today)


def _whole(key: str, words: str, from_on: datetime.date, next_from_on: datetime.date) -> Period:
    return Period(key=key, words=words, from_on=from_on, to_on=next_from_on - _ONE_DAY)


def _earlier(first: datetime.date, months: int) -> datetime.date:
    """Return the first of the month so many months before."""
    counted = first.year * 12 + first.month - 1 - months
    return datetime.date(counted // 12, counted % 12 + 1, 1)
