"""The periods that a treasurer's pack is usually made for, and how it is called then."""

import datetime

_ONE_DAY = datetime.timedelta(days=1)
_QUARTER = 3

Period = tuple[datetime.date, datetime.date]


def month_of(day: datetime.date) -> Period:
    """Return the first and last day of the month that a day is in."""
    first = day.replace(day=1)
    return first, (first + 31 * _ONE_DAY).replace(day=1) - _ONE_DAY


def last_month(today: datetime.date) -> Period:
    """Return the first and last day of the month before this one."""
    return _before(today.replace(day=1), 1)


def last_quarter(today: datetime.date) -> Period:
    """Return the first and last day of the quarter before this one, quarters from January."""
    month = today.month - (today.month - 1) % _QUARTER
    return _before(today.replace(month=month, day=1), _QUARTER)


def pack_name(days: Period) -> str:
    """Return how the pack of two days is called."""
    return f"treasurers-pack-{days[0]:%Y-%m-%d}-to-{days[1]:%Y-%m-%d}.zip"


def _before(first: datetime.date, months: int) -> Period:
    counted = first.year * 12 + first.month - 1 - months
    return datetime.date(counted // 12, counted % 12 + 1, 1), first - _ONE_DAY
