"""The first policy: by the hour, or by the half day and day, and so much a mile."""

import dataclasses
import datetime
import enum

from coprod_desktop.domain.errors import RateMissingError
from coprod_desktop.domain.money import at_hourly_rate, check_pence, format_pounds, round_half_up
from coprod_desktop.domain.text import clean_line, clean_note, fold
from coprod_desktop.domain.time import check_minutes, words_for_minutes


class TimeBasis(enum.StrEnum):
    """How time is paid."""

    HOUR = "hour"
    HALF_DAY = "half day and day"
    UNPAID = "expenses only"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The charity's payment rules from a day on; a later version never changes what was agreed.

    `hourly_pence` also values unpaid time, so that the same work has the same worth. A mileage
    rate in pence of None means HMRC's approved rate of the day of the journey.
    `unpaid_kinds` names kinds of work that are recorded and not paid, one a line.
    """

    policy_id: int
    version: int
    effective_on: datetime.date
    basis: TimeBasis = TimeBasis.HOUR
    hourly_pence: int = 0
    half_day_pence: int = 0
    half_day_up_to_minutes: int = 240
    day_pence: int = 0
    car_mile_pence: int | None = None
    motorcycle_mile_pence: int | None = None
    bicycle_mile_pence: int | None = None
    unpaid_kinds: str = ""
    rate_source: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TimeCase:
    """A piece of work to price: minutes, kind of work, and what was agreed with the person."""

    minutes: int
    kind_of_work: str
    is_paid: bool
    agreed_hourly_pence: int | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """An offer in pence, the hourly rate that values the time, and the reason in plain English."""

    offered_pence: int
    rate_pence: int
    because: str


def quote_time(policy: Policy, case: TimeCase) -> Quote:
    """Price a piece of work; the reason names the rule and its numbers.

    A rate agreed with the person goes before the policy's basis. Raises DurationNotPositiveError or
    DayTooLongError.
    """
    check_minutes(case.minutes)
    rate = policy.hourly_pence if case.agreed_hourly_pence is None else case.agreed_hourly_pence
    refusal = _why_unpaid(policy, case)
    if refusal:
        return Quote(offered_pence=0, rate_pence=rate, because=refusal)
    if policy.basis is TimeBasis.HALF_DAY and case.agreed_hourly_pence is None:
        return _quote_day(policy, case)
    offered = at_hourly_rate(case.minutes, rate)
    worked = f"{words_for_minutes(case.minutes)} at {format_pounds(rate)} an hour"
    rounding = " Rounded to the nearest penny." if case.minutes * rate % 60 else ""
    agreed = "The rate agreed with you" if case.agreed_hourly_pence is not None else _name(policy)
    because = f"{worked} is {format_pounds(offered)}.{rounding} {agreed}."
    return Quote(offered_pence=offered, rate_pence=rate, because=because)


def _quote_day(policy: Policy, case: TimeCase) -> Quote:
    is_half = case.minutes <= policy.half_day_up_to_minutes
    offered = policy.half_day_pence if is_half else policy.day_pence
    edge = words_for_minutes(policy.half_day_up_to_minutes)
    rule = f"up to and including {edge} is a half day" if is_half else f"more than {edge} is a day"
    because = (
        f"{words_for_minutes(case.minutes)}: {rule}, {format_pounds(offered)}. {_name(policy)}."
    )
    return Quote(offered_pence=offered, rate_pence=policy.hourly_pence, because=because)


def _why_unpaid(policy: Policy, case: TimeCase) -> str:
    if not case.is_paid:
        return "Recorded as unpaid work."
    if policy.basis is TimeBasis.UNPAID and case.agreed_hourly_pence is None:
        return f"We pay expenses only, for now. {_name(policy)}."
    unpaid = {fold(kind) for kind in policy.unpaid_kinds.splitlines()} - {""}
    if fold(case.kind_of_work) in unpaid:
        return f"{case.kind_of_work.strip()} is recorded and not paid. {_name(policy)}."
    return ""


def quote_miles(policy: Policy, vehicle: str, tenth_miles: int, approved_pence: int) -> Quote:
    """Price a journey in tenths of a mile by "car", "motorcycle" or "bicycle".

    `approved_pence` is HMRC's rate on the day of the journey, for a policy that names no own one.

    Raises NegativeMoneyError or MoneyTooLargeError.
    """
    rates = {
        "car": policy.car_mile_pence,
        "motorcycle": policy.motorcycle_mile_pence,
        "bicycle": policy.bicycle_mile_pence,
    }
    own = rates[vehicle]
    rate, rule = (approved_pence, "HMRC's approved rate") if own is None else (own, _name(policy))
    pence = check_pence(round_half_up(tenth_miles * rate, 10))
    miles = f"{tenth_miles // 10:,}.{tenth_miles % 10}".removesuffix(".0")
    rounding = " Rounded to the nearest penny." if tenth_miles * rate % 10 else ""
    because = (
        f"{miles} mile{'' if tenth_miles == 10 else 's'} by {vehicle} at {rate}p a mile is "
        f"{format_pounds(pence)}.{rounding} {rule}."
    )
    return Quote(offered_pence=pence, rate_pence=rate, because=because)


def _name(policy: Policy) -> str:
    return f"Policy version {policy.version}"


def clean_policy(policy: Policy) -> Policy:
    """Return the policy with its amounts checked and texts tidied.

    Raises NegativeMoneyError, MoneyTooLargeError, RateMissingError or the errors of a length of
    time for the longest half day.
    """
    for pence in (
        policy.hourly_pence,
        policy.half_day_pence,
        policy.day_pence,
        policy.car_mile_pence or 0,
        policy.motorcycle_mile_pence or 0,
        policy.bicycle_mile_pence or 0,
    ):
        check_pence(pence)
    if policy.basis is TimeBasis.HALF_DAY:
        check_minutes(policy.half_day_up_to_minutes)
        for pence, missing in ((policy.half_day_pence, "half day"), (policy.day_pence, "day")):
            if not pence:
                raise RateMissingError(basis=policy.basis, missing=missing)
    return dataclasses.replace(
        policy,
        unpaid_kinds=clean_note(policy.unpaid_kinds),
        rate_source=clean_line(policy.rate_source),
    )
