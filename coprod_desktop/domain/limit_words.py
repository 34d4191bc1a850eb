"""Say in plain English what a sum comes to beside a limit, and what would still fit."""

from coprod_desktop.domain.dates import format_period, long_day
from coprod_desktop.domain.limit_sums import (
    Level,
    LimitSum,
    LimitWarning,
    universal_credit_reduction,
)
from coprod_desktop.domain.limits import MONTHLY_RULES, OWN_RULES, LimitRule
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.time import words_for_minutes

ASK_AN_ADVISER = "This is not advice. Please ask a benefits adviser before deciding."
_ONLY_KNOWN = "Only what is written in this file is counted."
_NET = (
    "The limit is for what is left after tax, National Insurance and half of pension payments, "
    "which this program does not know."
)
_NOT_KNOWN = "The published limit for these days is not in this file yet."


def because(warning: LimitWarning) -> str:
    """Return the sum of the money, of the hours, what fits, and whom to ask, a line for each."""
    is_net = warning.rule in (LimitRule.PERMITTED_WORK, LimitRule.CARERS_ALLOWANCE)
    lines = (
        (_money(warning), _limit(warning)),
        (_time(warning),),
        (_fit(warning),),
        (_NET if is_net and warning.money.added else "", _ONLY_KNOWN, ASK_AN_ADVISER),
    )
    told = (" ".join(part for part in line if part) for line in lines)
    return "\n".join(line for line in told if line)


def _money(warning: LimitWarning) -> str:
    money = warning.money
    if not money.added:
        return ""
    period = format_period(money.period.first_on, money.period.last_on)
    when = f"If this is paid on {long_day(warning.pay_on)} ({warning.pay_day.value})"
    return (
        f"{when}, what is paid from {period} comes to {format_pounds(money.before)} before this "
        f"and {format_pounds(money.added)} for this, which makes {format_pounds(money.total)}."
    )


def _limit(warning: LimitWarning) -> str:
    if not warning.money.added:
        return ""
    if not warning.is_known:
        return _NOT_KNOWN
    if warning.rule is LimitRule.UNIVERSAL_CREDIT:
        return _taper(warning)
    limit = warning.money.limit
    if limit is None:
        return ""
    each = "month" if warning.rule in MONTHLY_RULES else "week"
    what = {
        LimitRule.PERMITTED_WORK: "The limit for permitted work is",
        LimitRule.CARERS_ALLOWANCE: "The limit for Carer's Allowance is",
    }.get(warning.rule, "The figure to watch is")
    amount = f"{what} {format_pounds(limit)} a {each}"
    apart = format_pounds(abs(limit - warning.money.total))
    if warning.money.total > limit:
        return f"{amount}: this is {apart} over."
    if warning.money.total == limit:
        return f"{amount}: this is exactly at it, and within."
    return f"{amount}: {apart} is left."


def _taper(warning: LimitWarning) -> str:
    """Say what Universal Credit makes of the month; other earnings are not known here."""
    above, percent = warning.above_pence, warning.taper_percent
    off = format_pounds(universal_credit_reduction(above, taper_percent=percent))
    limit = warning.money.limit
    if limit is None:
        return f"Without a work allowance, {percent}% of it, {off}, comes off Universal Credit."
    amount = f"The work allowance is {format_pounds(limit)} a month"
    if not above:
        return f"{amount}, and {format_pounds(limit - warning.money.total)} of it is left."
    return (
        f"{amount}. {format_pounds(above)} is above it, and {percent}% of that, {off}, comes off "
        f"Universal Credit."
    )


def _time(warning: LimitWarning) -> str:
    time = warning.time
    if time is None or time.limit is None or not time.added:
        return ""
    period = format_period(time.period.first_on, time.period.last_on)
    total = (
        f"Paid work done from {period} comes to {_hours(time.before)} before this and "
        f"{_hours(time.added)} for this, which makes {_hours(time.total)}"
    )
    told = f"{total}; {_time_limit(time)}."
    if warning.are_hours_over and warning.can_wait:
        return f"{told} Waiting with the money, or taking less, does not change the hours."
    return told


def _time_limit(time: LimitSum) -> str:
    limit = _hours(time.limit or 0)
    words = f"the rule is fewer than {limit}" if time.is_strict else f"the figure is {limit}"
    if time.level is Level.OVER:
        return f"{words}, so this is over"
    return f"{words}, so this is within"


def _hours(minutes: int) -> str:
    return words_for_minutes(minutes) if minutes else "no hours"


def _fit(warning: LimitWarning) -> str:
    """Say how much of it stays within, and that taking less is a question of its own."""
    if warning.are_hours_over or warning.fits_pence == warning.money.added:
        return ""
    within = "work allowance" if warning.rule is LimitRule.UNIVERSAL_CREDIT else "limit"
    part = f"{format_pounds(warning.fits_pence)} of it" if warning.can_part else "No part of it"
    told = f"{part} would stay within the {within}."
    if warning.rule in OWN_RULES:
        return told
    return f"{told} Ask first whether taking less is treated as if it had been paid."
