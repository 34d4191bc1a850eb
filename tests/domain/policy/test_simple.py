"""A quote pays what the policy says, and says which rule and which numbers it used."""

import dataclasses
import math
import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import (
    DayTooLongError,
    DurationNotPositiveError,
    MoneyTooLargeError,
    NegativeMoneyError,
    RateMissingError,
)
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.policy import (
    Policy,
    Quote,
    TimeBasis,
    TimeCase,
    clean_policy,
    quote_miles,
    quote_time,
)
from coprod_desktop.domain.time import words_for_minutes
from tests.builders import a_policy, a_time_case

MINUTES = st.integers(1, 1440)
RATES = st.integers(0, 100_000)


@pytest.mark.parametrize(
    ("minutes", "rate", "offered", "because"),
    [
        (
            150,
            1200,
            3000,
            "2\xa0hours 30\xa0minutes at £12.00 an hour is £30.00. Policy version 1.",
        ),
        (
            30,
            1381,
            691,
            "30\xa0minutes at £13.81 an hour is £6.91. Rounded to the nearest penny. "
            "Policy version 1.",
        ),
        (60, 2750, 2750, "1\xa0hour at £27.50 an hour is £27.50. Policy version 1."),
        (1, 1200, 20, "1\xa0minute at £12.00 an hour is £0.20. Policy version 1."),
    ],
)
def test_time_by_the_hour_is_priced_and_explained(
    minutes: int, rate: int, offered: int, because: str
) -> None:
    quote = quote_time(a_policy(hourly_pence=rate), a_time_case(minutes=minutes))
    assert quote == Quote(offered_pence=offered, rate_pence=rate, because=because)


@given(MINUTES, RATES)
def test_an_hourly_quote_is_the_exact_sum_rounded_half_up(minutes: int, rate: int) -> None:
    quote = quote_time(a_policy(hourly_pence=rate), a_time_case(minutes=minutes))
    assert quote.offered_pence == math.floor(Fraction(minutes * rate, 60) + Fraction(1, 2))
    is_rounded = "Rounded to the nearest penny." in quote.because
    assert is_rounded == (Fraction(minutes * rate, 60).denominator != 1)


@given(MINUTES, RATES, st.integers(0, 1440))
def test_more_time_is_never_paid_less(minutes: int, rate: int, more: int) -> None:
    policy = a_policy(hourly_pence=rate)
    longer = min(minutes + more, 1440)
    offers = [quote_time(policy, a_time_case(minutes=m)).offered_pence for m in (minutes, longer)]
    assert 0 <= offers[0] <= offers[1]


# National Voices pays £50 and £100; NHS England £75 up to and including 4 hours and £150 above.
@pytest.mark.parametrize(
    ("minutes", "half_day", "day", "offered", "rule"),
    [
        (1, 7500, 15_000, 7500, "up to and including 4\xa0hours is a half day, £75.00"),
        (239, 7500, 15_000, 7500, "up to and including 4\xa0hours is a half day, £75.00"),
        (240, 7500, 15_000, 7500, "up to and including 4\xa0hours is a half day, £75.00"),
        (241, 7500, 15_000, 15_000, "more than 4\xa0hours is a day, £150.00"),
        (300, 7500, 15_000, 15_000, "more than 4\xa0hours is a day, £150.00"),
        (1440, 5000, 10_000, 10_000, "more than 4\xa0hours is a day, £100.00"),
        (120, 5000, 10_000, 5000, "up to and including 4\xa0hours is a half day, £50.00"),
    ],
)
def test_exactly_four_hours_is_still_a_half_day(
    minutes: int, half_day: int, day: int, offered: int, rule: str
) -> None:
    policy = a_policy(basis=TimeBasis.HALF_DAY, half_day_pence=half_day, day_pence=day)
    quote = quote_time(policy, a_time_case(minutes=minutes))
    assert quote.offered_pence == offered
    assert quote.because == f"{words_for_minutes(minutes)}: {rule}. Policy version 1."


def test_the_policy_says_where_a_half_day_ends() -> None:
    policy = a_policy(basis=TimeBasis.HALF_DAY, half_day_up_to_minutes=210)
    offers = [quote_time(policy, a_time_case(minutes=m)).offered_pence for m in (210, 211)]
    assert offers == [7500, 15_000]


def test_a_half_day_still_names_the_hourly_rate_that_values_unpaid_time() -> None:
    policy = a_policy(basis=TimeBasis.HALF_DAY)
    assert quote_time(policy, a_time_case()).rate_pence == 1200
    assert quote_time(policy, a_time_case(is_paid=False)).rate_pence == 1200


@pytest.mark.parametrize("basis", TimeBasis)
def test_a_rate_agreed_with_the_person_goes_before_the_policy(basis: TimeBasis) -> None:
    quote = quote_time(a_policy(basis=basis), a_time_case(agreed_hourly_pence=1500))
    assert quote == Quote(
        offered_pence=3750,
        rate_pence=1500,
        because="2\xa0hours 30\xa0minutes at £15.00 an hour is £37.50. The rate agreed with you.",
    )


def test_a_rate_of_nothing_may_be_agreed() -> None:
    quote = quote_time(a_policy(), a_time_case(agreed_hourly_pence=0))
    assert (quote.offered_pence, quote.rate_pence) == (0, 0)


@pytest.mark.parametrize(
    ("policy", "is_paid", "because"),
    [
        (a_policy(), False, "Recorded as unpaid work."),
        (
            a_policy(basis=TimeBasis.UNPAID),
            True,
            "We pay expenses only, for now. Policy version 1.",
        ),
        (
            a_policy(unpaid_kinds="Reading\nMeeting\n", version=3),
            True,
            "Meeting is recorded and not paid. Policy version 3.",
        ),
        (
            a_policy(unpaid_kinds="  MEETING ", basis=TimeBasis.HALF_DAY),
            True,
            "Meeting is recorded and not paid. Policy version 1.",
        ),
    ],
)
def test_unpaid_time_is_offered_nothing_and_keeps_its_rate(
    policy: Policy, is_paid: bool, because: str
) -> None:
    quote = quote_time(policy, a_time_case(is_paid=is_paid))
    assert quote == Quote(offered_pence=0, rate_pence=1200, because=because)


def test_an_empty_line_among_the_unpaid_kinds_is_no_kind() -> None:
    policy = a_policy(unpaid_kinds="Reading\n\nTravel time")
    assert quote_time(policy, a_time_case(kind_of_work="")).offered_pence == 3000


@pytest.mark.parametrize("basis", TimeBasis)
@pytest.mark.parametrize(
    ("minutes", "error"),
    [(0, DurationNotPositiveError), (-1, DurationNotPositiveError), (1441, DayTooLongError)],
)
def test_no_basis_prices_a_time_that_cannot_be(
    basis: TimeBasis, minutes: int, error: type[Exception]
) -> None:
    with pytest.raises(error):
        quote_time(a_policy(basis=basis), a_time_case(minutes=minutes))


@given(
    st.sampled_from(TimeBasis),
    MINUTES,
    RATES,
    st.booleans(),
    st.none() | RATES,
    st.sampled_from(["Meeting", "Reading"]),
)
def test_every_reason_names_the_amount_or_says_that_nothing_is_paid(
    basis: TimeBasis, minutes: int, rate: int, is_paid: bool, agreed: int | None, kind: str
) -> None:
    policy = a_policy(basis=basis, hourly_pence=rate, unpaid_kinds="Reading")
    quote = quote_time(
        policy,
        a_time_case(
            minutes=minutes, is_paid=is_paid, agreed_hourly_pence=agreed, kind_of_work=kind
        ),
    )
    assert quote.offered_pence >= 0
    named = re.findall(r"£[\d,]+\.\d\d", quote.because)
    if named:
        assert format_pounds(quote.offered_pence) in named
        assert words_for_minutes(minutes) in quote.because
    else:
        assert quote.offered_pence == 0


def test_a_reason_can_name_nobody_because_a_case_knows_nobody() -> None:
    known = {field.name for field in dataclasses.fields(TimeCase)}
    assert known == {"minutes", "kind_of_work", "is_paid", "agreed_hourly_pence"}


# HMRC's mileage rates: 55p for cars from 6 April 2026 and 45p before, 24p and 20p throughout.
@pytest.mark.parametrize(
    ("vehicle", "tenth_miles", "rate", "pence", "because"),
    [
        ("car", 1200, 55, 6600, "120 miles by car at 55p a mile is £66.00."),
        ("car", 1200, 45, 5400, "120 miles by car at 45p a mile is £54.00."),
        ("car", 220, 55, 1210, "22 miles by car at 55p a mile is £12.10."),
        ("car", 10, 55, 55, "1 mile by car at 55p a mile is £0.55."),
        (
            "car",
            225,
            55,
            1238,
            "22.5 miles by car at 55p a mile is £12.38. Rounded to the nearest penny.",
        ),
        ("car", 1, 55, 6, "0.1 miles by car at 55p a mile is £0.06. Rounded to the nearest penny."),
        ("car", 360, 40, 1440, "36 miles by car at 40p a mile is £14.40."),
        (
            "motorcycle",
            100_010,
            24,
            240_024,
            "10,001 miles by motorcycle at 24p a mile is £2,400.24.",
        ),
        ("bicycle", 100_010, 20, 200_020, "10,001 miles by bicycle at 20p a mile is £2,000.20."),
        ("bicycle", 120, 20, 240, "12 miles by bicycle at 20p a mile is £2.40."),
    ],
)
def test_journeys_are_priced_by_the_mile_and_explained(
    vehicle: str, tenth_miles: int, rate: int, pence: int, because: str
) -> None:
    policy = a_policy(**{f"{vehicle}_mile_pence": rate})
    quote = quote_miles(policy, vehicle, tenth_miles, approved_pence=1)
    assert quote == Quote(
        offered_pence=pence, rate_pence=rate, because=f"{because} Policy version 1."
    )


@given(st.integers(0, 99_999), st.integers(0, 200))
def test_a_journey_is_the_exact_sum_rounded_half_up(tenth_miles: int, rate: int) -> None:
    quote = quote_miles(a_policy(car_mile_pence=rate), "car", tenth_miles, approved_pence=1)
    assert quote.offered_pence == math.floor(Fraction(tenth_miles * rate, 10) + Fraction(1, 2))


@pytest.mark.parametrize("vehicle", ["car", "motorcycle", "bicycle"])
def test_a_policy_without_a_rate_of_its_own_pays_the_approved_one_and_says_so(vehicle: str) -> None:
    policy = a_policy(**{f"{vehicle}_mile_pence": None})
    quote = quote_miles(policy, vehicle, 100, approved_pence=55)
    assert quote.because == f"10 miles by {vehicle} at 55p a mile is £5.50. HMRC's approved rate."
    assert (quote.offered_pence, quote.rate_pence) == (550, 55)


def test_a_policy_may_pay_nothing_for_journeys() -> None:
    assert quote_miles(a_policy(car_mile_pence=0), "car", 100, approved_pence=55).offered_pence == 0


def test_a_journey_below_nothing_is_refused() -> None:
    with pytest.raises(NegativeMoneyError):
        quote_miles(a_policy(), "car", -10, approved_pence=55)


@pytest.mark.parametrize(
    "field",
    [
        "hourly_pence",
        "half_day_pence",
        "day_pence",
        "car_mile_pence",
        "motorcycle_mile_pence",
        "bicycle_mile_pence",
    ],
)
def test_amounts_of_a_policy_are_in_bounds(field: str) -> None:
    with pytest.raises(NegativeMoneyError):
        clean_policy(a_policy(**{field: -1}))
    with pytest.raises(MoneyTooLargeError):
        clean_policy(a_policy(**{field: 100_000_001}))


@pytest.mark.parametrize(
    ("field", "missing"), [("half_day_pence", "half day"), ("day_pence", "day")]
)
def test_a_policy_by_the_half_day_needs_both_amounts(field: str, missing: str) -> None:
    with pytest.raises(RateMissingError) as raised:
        clean_policy(a_policy(basis=TimeBasis.HALF_DAY, **{field: 0}))
    assert raised.value.facts == {"basis": TimeBasis.HALF_DAY, "missing": missing}
    assert clean_policy(a_policy(basis=TimeBasis.HOUR, **{field: 0})).basis is TimeBasis.HOUR


def test_a_half_day_has_a_length() -> None:
    with pytest.raises(DurationNotPositiveError):
        clean_policy(a_policy(basis=TimeBasis.HALF_DAY, half_day_up_to_minutes=0))


def test_texts_of_a_policy_are_tidied() -> None:
    policy = clean_policy(a_policy(rate_source="  Trustees,\n March ", unpaid_kinds="Reading\r\n"))
    assert (policy.rate_source, policy.unpaid_kinds) == ("Trustees, March", "Reading")
