"""What counts towards a limit, how close the sum is, and what would still fit."""

import dataclasses
import datetime
import enum
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.contributions import Choice, Contribution
from coprod_desktop.domain.limits import LimitPeriod, LimitRule, LimitWatch, period_of
from coprod_desktop.domain.money import round_half_up

_NEAR_PERCENT = 90
_WEEKS_IN_YEAR, _MONTHS_IN_YEAR = 52, 12


class Level(enum.IntEnum):
    """How close a sum is; COUNTS where there is no edge to come close to, or none is known."""

    COUNTS = 1
    NEAR = 2
    AT = 3
    OVER = 4


class PayDay(enum.StrEnum):
    """Where the expected day of a payment comes from."""

    PROMISED = "the day promised"
    OVERDUE = "the earliest day, as the day promised has passed"
    RUN = "the day of this pay run"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Work that counts: its minutes on the day of work, its pence on the day of payment.

    `paid_on` is the day it was paid or is expected to be; None while it waits.
    """

    worked_on: datetime.date
    minutes: int
    pence: int
    paid_on: datetime.date | None


def counted(piece: Contribution, paid_on: datetime.date | None) -> Counted | None:
    """Return what counts of a piece of work, given the day of its payment; None for nothing.

    Work without money counts nothing: unpaid, in a salary, or declined. Vouchers and what is given
    back after payment count in full, as they were received. Reimbursements and support costs are no
    contributions, so they never come here.
    """
    if not piece.agreed_pence:
        return None
    return Counted(
        worked_on=piece.worked_on,
        minutes=piece.minutes,
        pence=piece.agreed_pence,
        paid_on=None if piece.choice is Choice.DEFER else paid_on,
    )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The figures in force: at most so many pence and minutes; None where there is none.

    Minutes of permitted work stay strictly under the figure. `taper_percent` is what Universal
    Credit takes of each pound above the work allowance. `is_known` is False for a day whose
    published figure is not in the file.
    """

    pence: int | None = None
    minutes: int | None = None
    taper_percent: int = 0
    is_known: bool = True


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LimitSum:
    """What one period comes to: what was known before, what would be added, and the limit."""

    period: LimitPeriod
    before: int
    added: int
    limit: int | None
    is_strict: bool = False

    @property
    def total(self) -> int:
        """Pence or minutes in all."""
        return self.before + self.added

    @property
    def room(self) -> int:
        """How much more stays within the limit; everything where there is none."""
        if self.limit is None:
            return self.added
        return max(0, self.limit - (1 if self.is_strict else 0) - self.before)

    @property
    def level(self) -> Level | None:
        """How close the sum is; None for far away, or where nothing is added."""
        if self.limit is None or not self.added:
            return None
        if self.added > self.room:
            return Level.OVER
        if self.total == self.limit:
            return Level.AT
        return Level.NEAR if self.total * 100 >= self.limit * _NEAR_PERCENT else None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LimitWarning:
    """One person's sum beside the limit that they asked about; it explains and blocks nothing.

    Money is looked at by the day of payment, time by the day of work, so the two may lie in
    different weeks. `time` is None where the rule does not look at hours.
    """

    participant_id: int
    rule: LimitRule
    level: Level
    pay_on: datetime.date
    pay_day: PayDay
    money: LimitSum
    time: LimitSum | None = None
    taper_percent: int = 0
    is_known: bool = True

    @property
    def fits_pence(self) -> int:
        """The largest part of what is added that stays within; nothing where hours are over."""
        return 0 if self.are_hours_over else min(self.money.added, self.money.room)

    @property
    def are_hours_over(self) -> bool:
        """Say whether the hours alone are over, which waiting with money does not change."""
        return self.time is not None and self.time.level is Level.OVER

    @property
    def above_pence(self) -> int:
        """What lies above the limit or work allowance, or all of it where there is none."""
        return max(0, self.money.total - (self.money.limit or 0))

    @property
    def can_part(self) -> bool:
        """Say whether a part, and not all, would stay within."""
        return 0 < self.fits_pence < self.money.added

    @property
    def can_wait(self) -> bool:
        """Say whether there is money that could wait for another day."""
        return self.money.added > 0


def weigh(
    watch: LimitWatch,
    limits: Limits,
    known: Sequence[Counted],
    added: Sequence[Counted],
    pay_on: datetime.date,
    pay_day: PayDay,
) -> LimitWarning | None:
    """Say how close somebody comes by what is added; None while it is far away.

    What is added is all expected to be paid on `pay_on`, but for what waits.
    """
    money = _money(watch, limits, known, added, pay_on)
    time = _fullest(watch, limits, known, added)
    levels = [one.level for one in (money, time) if one is not None and one.level is not None]
    is_told_always = watch.rule is LimitRule.UNIVERSAL_CREDIT or not limits.is_known
    if is_told_always and money.added:
        levels.append(Level.COUNTS)
    if not levels:
        return None
    return LimitWarning(
        participant_id=watch.participant_id,
        rule=watch.rule,
        level=max(levels),
        pay_on=pay_on,
        pay_day=pay_day,
        money=money,
        time=time,
        taper_percent=limits.taper_percent,
        is_known=limits.is_known,
    )


def _money(
    watch: LimitWatch,
    limits: Limits,
    known: Iterable[Counted],
    added: Iterable[Counted],
    pay_on: datetime.date,
) -> LimitSum:
    period = period_of(watch, pay_on)
    return LimitSum(
        period=period,
        before=sum(one.pence for one in known if period.holds(one.paid_on)),
        added=sum(one.pence for one in added if one.paid_on is not None),
        limit=limits.pence,
    )


def _fullest(
    watch: LimitWatch, limits: Limits, known: Sequence[Counted], added: Sequence[Counted]
) -> LimitSum | None:
    """Return the hours of the week or month of work that comes closest; None without a rule."""
    if limits.minutes is None or not added:
        return None
    periods = {period_of(watch, one.worked_on) for one in added}
    sums = [
        LimitSum(
            period=period,
            before=sum(one.minutes for one in known if period.holds(one.worked_on)),
            added=sum(one.minutes for one in added if period.holds(one.worked_on)),
            limit=limits.minutes,
            is_strict=watch.rule is LimitRule.PERMITTED_WORK,
        )
        for period in sorted(periods, key=lambda period: period.first_on)
    ]
    return max(sums, key=lambda one: one.total)


# --- what a benefit makes of it ------------------------------------------------------------------


def universal_credit_reduction(
    earned_pence: int, unearned_pence: int = 0, *, taper_percent: int
) -> int:
    """Return by how much Universal Credit falls in a month, in pence, half a penny up.

    `earned_pence` is what lies above the work allowance; unearned income counts in full
    (Universal Credit Regulations 2013, reg. 22).
    """
    return round_half_up(earned_pence * taper_percent, 100) + unearned_pence


def year_of_weeks(week_pence: int) -> int:
    """Return a weekly limit as an amount for a year of 52 weeks, as mygov.scot states it."""
    return week_pence * _WEEKS_IN_YEAR


def month_of_weeks(week_pence: int) -> int:
    """Return a weekly limit as an amount for a month, to the nearest penny."""
    return round_half_up(year_of_weeks(week_pence), _MONTHS_IN_YEAR)
