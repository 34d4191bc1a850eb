"""The stretches of time over which sums and quantities are counted."""

import calendar
import dataclasses
import datetime
import enum
from collections.abc import Hashable


class PeriodKind(enum.StrEnum):
    """What kind of stretch; a day belongs to exactly one of each but the rolling ones."""

    ENTRY = "entry"
    SESSION = "session"
    DAY = "day"
    CLAIM = "claim"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ROLLING_DAYS = "days"
    ROLLING_MONTHS = "months"
    EVER = "ever"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time; a year begins on `starts` (month, day), a rolling one has a `size`."""

    kind: PeriodKind
    words: str
    size: int = 0
    starts: tuple[int, int] = (1, 1)

    @property
    def is_rolling(self) -> bool:
        """Whether it ends on each day anew instead of on fixed days."""
        return self.kind in (PeriodKind.ROLLING_DAYS, PeriodKind.ROLLING_MONTHS)

    def key(self, day: datetime.date) -> Hashable:
        """Return what all days of one fixed stretch have in common."""
        if self.kind is PeriodKind.DAY:
            return day
        if self.kind in _LAST_DAYS:
            return self.last_day(day)
        return None

    def first_of_rolling(self, day: datetime.date) -> datetime.date:
        """Return the first day that still counts on a day, which itself belongs to the stretch."""
        if self.kind is PeriodKind.ROLLING_DAYS:
            return day - datetime.timedelta(days=self.size - 1)
        return add_months(day, -self.size) + datetime.timedelta(days=1)

    def last_day(self, day: datetime.date) -> datetime.date:
        """Return the last day of the week, month, quarter or year that holds a day."""
        return _LAST_DAYS[self.kind](day, self.starts)


def _last_of_week(day: datetime.date, _starts: tuple[int, int]) -> datetime.date:
    return day + datetime.timedelta(days=6 - day.weekday())


def last_of_month(day: datetime.date, _starts: tuple[int, int] = (1, 1)) -> datetime.date:
    """Return the last day of the month that holds a day."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _last_of_quarter(day: datetime.date, _starts: tuple[int, int]) -> datetime.date:
    return last_of_month(day.replace(day=1, month=(day.month - 1) // 3 * 3 + 3))


def _last_of_year(day: datetime.date, starts: tuple[int, int]) -> datetime.date:
    next_start = datetime.date(day.year, *starts)
    if next_start <= day:
        next_start = datetime.date(day.year + 1, *starts)
    return next_start - datetime.timedelta(days=1)


_LAST_DAYS = {
    PeriodKind.WEEK: _last_of_week,
    PeriodKind.MONTH: last_of_month,
    PeriodKind.QUARTER: _last_of_quarter,
    PeriodKind.YEAR: _last_of_year,
}


def add_months(day: datetime.date, months: int) -> datetime.date:
    """Return the same day of a later (or earlier) month, or its last where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_working_days(
    day: datetime.date, count: int, holidays: frozenset[datetime.date]
) -> datetime.date:
    """Return the day that is so many working days later; weekends and holidays do not count."""
    while count > 0:
        day += datetime.timedelta(days=1)
        count -= is_working_day(day, holidays)
    return day


def working_days_between(
    first: datetime.date, last: datetime.date, holidays: frozenset[datetime.date]
) -> int:
    """Return how many working days come after the first day up to and including the last."""
    days = (first + datetime.timedelta(days=n) for n in range(1, (last - first).days + 1))
    return sum(is_working_day(day, holidays) for day in days)


def is_working_day(day: datetime.date, holidays: frozenset[datetime.date]) -> bool:
    """Say whether a day is neither at a weekend nor one of the holidays."""
    return day.weekday() < 5 and day not in holidays
