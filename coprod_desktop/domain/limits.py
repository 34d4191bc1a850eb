"""Limits that a person asked to be told about before work or a payment goes over them."""

import calendar
import dataclasses
import datetime
import enum
from collections.abc import Callable

from coprod_desktop.domain.errors import DateImpossibleError, LimitMissingError
from coprod_desktop.domain.money import check_pence

_DAY = datetime.timedelta(days=1)
_FirstDay = Callable[[int, int], int]


class LimitRule(enum.StrEnum):
    """Which limit a person asked to be told about."""

    OWN_WEEK = "own weekly figure"
    OWN_MONTH = "own monthly figure"
    PERMITTED_WORK = "permitted work"
    CARERS_ALLOWANCE = "carer's allowance"
    UNIVERSAL_CREDIT = "universal credit month"


class WorkAllowance(enum.StrEnum):
    """Which work allowance a person says they have in Universal Credit."""

    NONE = "none"
    HOUSING = "with help for housing"
    NO_HOUSING = "without help for housing"


OWN_RULES = frozenset({LimitRule.OWN_WEEK, LimitRule.OWN_MONTH})
MONTHLY_RULES = frozenset({LimitRule.OWN_MONTH, LimitRule.UNIVERSAL_CREDIT})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LimitWatch:
    """What one person asked us to watch; there is none unless they asked.

    `week_starts` is the weekday on which their benefit week begins (Monday is 0); benefit weeks
    differ by person. `assessment_day` is the day of the month on which their month begins. Their
    own figures are in pence and minutes, for the week or the month.
    """

    limit_watch_id: int
    participant_id: int
    rule: LimitRule
    own_pence: int | None = None
    own_minutes: int | None = None
    week_starts: int = 0
    assessment_day: int = 1
    work_allowance: WorkAllowance = WorkAllowance.NONE
    asked_on: datetime.date


def clean_watch(watch: LimitWatch) -> LimitWatch:
    """Return the watch without what its rule does not need.

    Raises LimitMissingError (an own figure without one), DateImpossibleError or
    NegativeMoneyError.
    """
    if not 0 <= watch.week_starts <= 6 or not 1 <= watch.assessment_day <= 31:
        raise DateImpossibleError(text=watch.assessment_day)
    is_own, is_credit = watch.rule in OWN_RULES, watch.rule is LimitRule.UNIVERSAL_CREDIT
    if is_own and not (watch.own_pence or watch.own_minutes):
        raise LimitMissingError()
    return dataclasses.replace(
        watch,
        own_pence=check_pence(watch.own_pence) if is_own and watch.own_pence else None,
        own_minutes=watch.own_minutes if is_own and watch.own_minutes else None,
        week_starts=0 if watch.rule in MONTHLY_RULES else watch.week_starts,
        assessment_day=watch.assessment_day if watch.rule in MONTHLY_RULES else 1,
        work_allowance=watch.work_allowance if is_credit else WorkAllowance.NONE,
    )


# --- weeks and months ----------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LimitPeriod:
    """A benefit week or a month; its first and last day belong to it."""

    first_on: datetime.date
    last_on: datetime.date

    def holds(self, day: datetime.date | None) -> bool:
        """Say whether a day lies in it; no day lies nowhere."""
        return day is not None and self.first_on <= day <= self.last_on


def week_of(day: datetime.date, week_starts: int) -> LimitPeriod:
    """Return the week that holds a day, by the weekday on which weeks begin."""
    first = day - ((day.weekday() - week_starts) % 7) * _DAY
    return LimitPeriod(first_on=first, last_on=first + 6 * _DAY)


def month_of(day: datetime.date, begins: int) -> LimitPeriod:
    """Return the month that holds a day; one that begins too late begins on its last day."""
    return _month(day, lambda year, month: min(begins, _length(year, month)))


def assessment_period_of(day: datetime.date, begins: int) -> LimitPeriod:
    """Return the Universal Credit assessment period that holds a day.

    One of the 31st begins on the last day of each month; one of the 29th or 30th begins in February
    on the 27th, in a leap year on the 28th (Universal Credit Regulations 2013, reg. 21(2)).
    """

    def first(year: int, month: int) -> int:
        is_short = month == 2 and begins in (29, 30)
        return _length(year, month) - 1 if is_short else min(begins, _length(year, month))

    return _month(day, first)


def _month(day: datetime.date, first: _FirstDay) -> LimitPeriod:
    year, month = day.year, day.month
    if day.day < first(year, month):
        year, month = _add_month(year, month, -1)
    begins = datetime.date(year, month, first(year, month))
    year, month = _add_month(year, month, 1)
    return LimitPeriod(
        first_on=begins, last_on=datetime.date(year, month, first(year, month)) - _DAY
    )


def _add_month(year: int, month: int, by: int) -> tuple[int, int]:
    years, at = divmod(year * 12 + month - 1 + by, 12)
    return years, at + 1


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def period_of(watch: LimitWatch, day: datetime.date) -> LimitPeriod:
    """Return the week or month of a watch that holds a day."""
    if watch.rule is LimitRule.UNIVERSAL_CREDIT:
        return assessment_period_of(day, watch.assessment_day)
    if watch.rule is LimitRule.OWN_MONTH:
        return month_of(day, watch.assessment_day)
    return week_of(day, watch.week_starts)
