"""The form's rules go out as a text, come back the same, and pay what the form says."""

import datetime
import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import (
    DayTooLongError,
    DurationNotPositiveError,
    MoneyTooLargeError,
    NegativeMoneyError,
    RateMissingError,
    TextIsFormulaError,
    TextUnprintableError,
)
from coprod_desktop.domain.policy import (
    Answer,
    SimplePolicy,
    TimeBasis,
    clean_simple,
    read_policy,
    simple_of,
    simple_version,
    text_of,
)
from coprod_desktop.domain.policy.simple import has_remarks
from coprod_desktop.domain.policy.working_out import PublishedRate
from tests.domain.policy.priced import answer_of, cost, journey, paid, work


def a_form(**fields: Any) -> SimplePolicy:
    """Return rules of the form with some of its fields changed."""
    return SimplePolicy(**fields)


PENCE = st.integers(0, 100_000_000)
MILE = st.none() | st.integers(0, 10_000)
NOTES = st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=60)
SIMPLE = st.builds(
    SimplePolicy,
    basis=st.sampled_from(TimeBasis),
    hourly_pence=PENCE,
    half_day_pence=st.integers(1, 100_000_000),
    half_day_up_to_minutes=st.integers(1, 1440),
    day_pence=st.integers(1, 100_000_000),
    car_mile_pence=MILE,
    motorcycle_mile_pence=MILE,
    bicycle_mile_pence=MILE,
    unpaid_kinds=NOTES | st.just("Reading\n\n  Travel time \r\n"),
    rate_source=NOTES | st.just('Trustees, "March" \\ 2026'),
)
HALF_DAYS: dict[str, Any] = {
    "basis": TimeBasis.HALF_DAY,
    "half_day_pence": 7500,
    "day_pence": 15_000,
}


def published(code: str, day: datetime.date) -> PublishedRate:
    return PublishedRate(Fraction(len(code)), f"{code} of {day.year}")


def answered(simple: SimplePolicy, entry: str) -> Answer:
    """Return what the rules of the form pay for one entry, with HMRC's rates invented."""
    return answer_of(text_of(clean_simple(simple)), entry, published=published)


# --- out and back --------------------------------------------------------------------------------


@given(SIMPLE)
def test_what_the_form_writes_comes_back_to_the_form(simple: SimplePolicy) -> None:
    try:
        clean = clean_simple(simple)
    except TextIsFormulaError:
        return
    text = text_of(clean)
    back = simple_of(text)
    assert back is not None
    assert text_of(back) == text
    assert (back.basis, back.hourly_pence) == (clean.basis, clean.hourly_pence)
    assert back.rate_source == clean.rate_source
    assert (back.car_mile_pence, back.motorcycle_mile_pence, back.bicycle_mile_pence) == (
        clean.car_mile_pence,
        clean.motorcycle_mile_pence,
        clean.bicycle_mile_pence,
    )
    kinds = [kind.strip() for kind in clean.unpaid_kinds.splitlines() if kind.strip()]
    assert back.unpaid_kinds.splitlines() == kinds
    if clean.basis is TimeBasis.HALF_DAY:
        assert (back.half_day_pence, back.half_day_up_to_minutes, back.day_pence) == (
            clean.half_day_pence,
            clean.half_day_up_to_minutes,
            clean.day_pence,
        )


@given(SIMPLE)
def test_what_the_form_writes_is_a_policy(simple: SimplePolicy) -> None:
    try:
        text = text_of(clean_simple(simple))
    except TextIsFormulaError:
        return
    assert read_policy(text).source == clean_simple(simple).rate_source


@pytest.mark.parametrize("kind", ["Not attended", "Given", "Not given", "not"])
def test_any_kind_of_work_may_be_left_unpaid(kind: str) -> None:
    simple = SimplePolicy(hourly_pence=1200, unpaid_kinds=kind)
    assert answered(simple, work(kind=kind, time="1h")).payment_pence == 0
    assert answered(simple, work(kind="Meeting", time="1h")).payment_pence == 1200


@pytest.mark.parametrize(
    "change",
    [
        ("[[expense]]", '[[expense]]\nname = "Bus"\n\n[[expense]]'),
        ('name = "Time"', 'name = "Hours"'),
        ('per = "hour"', 'per = "30m"'),
        ('vehicle = "bicycle"', 'vehicle = "van"'),
        ("[policy]", "[policy]\nfrom = 2026-04-01"),
        ('[[expense]]\nname = "Costs"\n', ""),
        ('rate = "hmrc-car"', 'rate = "hmrc-motorcycle"'),
        ("rate = 12.00", "rate = 12.005"),
        ("[policy]", "policy]"),
        ('name = "What we pay"', "name = 3"),
    ],
)
def test_a_text_that_the_form_cannot_hold_is_not_taken_for_its_own(change: tuple[str, str]) -> None:
    text = text_of(SimplePolicy(hourly_pence=1200))
    assert change[0] in text
    assert simple_of(text.replace(*change)) is None
    assert not has_remarks(text.replace(*change))


@pytest.mark.parametrize("text", ["", "[policy]\n", "mileage = 3\n", "[[mileage]]\nrate = 1\n"])
def test_another_text_is_not_taken_for_the_forms(text: str) -> None:
    assert simple_of(text) is None


def test_a_sum_changed_by_hand_is_read_back() -> None:
    text = text_of(SimplePolicy(hourly_pence=1200)).replace("rate = 12.00", "rate = 13.5")
    assert simple_of(text) == SimplePolicy(hourly_pence=1350)


def test_remarks_do_not_matter_and_are_noticed() -> None:
    text = text_of(SimplePolicy(hourly_pence=1200))
    assert not has_remarks(text)
    remarked = text.replace("rate = 12.00", "rate = 12.00  # since May")
    assert simple_of(remarked) == SimplePolicy(hourly_pence=1200)
    assert has_remarks(remarked)


def test_a_version_holds_the_text_of_its_rules() -> None:
    day = datetime.date(2026, 4, 1)
    version = simple_version(effective_on=day, hourly_pence=1200)
    assert (version.effective_on, version.policy_id, version.version) == (day, 0, 1)
    assert version.text == text_of(SimplePolicy(hourly_pence=1200))
    with pytest.raises(NegativeMoneyError):
        simple_version(effective_on=day, hourly_pence=-1)


# --- by the hour, by the half day, expenses only -------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "rate", "pence"),
    [(150, 1200, 3000), (30, 1381, 691), (60, 2750, 2750), (1, 1200, 20)],
)
def test_time_by_the_hour_is_priced(minutes: int, rate: int, pence: int) -> None:
    found = answered(SimplePolicy(hourly_pence=rate), work(time=f"{minutes}m"))
    assert (found.payment_pence, found.value_pence) == (pence, 0)


@given(st.integers(1, 1440), st.integers(0, 100_000))
def test_time_by_the_hour_is_the_exact_sum_rounded_half_up(minutes: int, rate: int) -> None:
    found = answered(SimplePolicy(hourly_pence=rate), work(time=f"{minutes}m"))
    assert found.payment_pence == math.floor(Fraction(minutes * rate, 60) + Fraction(1, 2))


# National Voices pays £50 and £100; NHS England £75 up to and including 4 hours and £150 above.
@pytest.mark.parametrize(
    ("minutes", "half_day", "day", "up_to", "pence"),
    [
        (1, 7500, 15_000, 240, 7500),
        (240, 7500, 15_000, 240, 7500),
        (241, 7500, 15_000, 240, 15_000),
        (1440, 5000, 10_000, 240, 10_000),
        (210, 7500, 15_000, 210, 7500),
        (211, 7500, 15_000, 210, 15_000),
    ],
)
def test_exactly_the_longest_half_day_is_still_a_half_day(
    minutes: int, half_day: int, day: int, up_to: int, pence: int
) -> None:
    simple = SimplePolicy(
        basis=TimeBasis.HALF_DAY,
        half_day_pence=half_day,
        day_pence=day,
        half_day_up_to_minutes=up_to,
    )
    assert answered(simple, work(time=f"{minutes}m")).payment_pence == pence


@pytest.mark.parametrize(
    "simple",
    [
        SimplePolicy(hourly_pence=1200),
        SimplePolicy(hourly_pence=1200, **HALF_DAYS),
        SimplePolicy(hourly_pence=1200, basis=TimeBasis.UNPAID),
    ],
)
def test_a_rate_agreed_with_the_person_goes_before_the_form(simple: SimplePolicy) -> None:
    assert answered(simple, work(time="2h30", agreed_rate=15)).payment_pence == 3750
    assert answered(simple, work(time="2h30", agreed_rate=0)).payment_pence == 0


@pytest.mark.parametrize(
    ("simple", "facts", "because"),
    [
        (SimplePolicy(hourly_pence=1200), {"unpaid": True}, "Recorded as unpaid work."),
        (
            SimplePolicy(hourly_pence=1200, basis=TimeBasis.UNPAID),
            {},
            "Expenses only: We pay expenses only, for now.",
        ),
        (
            SimplePolicy(hourly_pence=1200, unpaid_kinds="Reading\n\n MEETING \n"),
            {},
            "Recorded and not paid: This kind of work is recorded and not paid.",
        ),
        (
            SimplePolicy(hourly_pence=1200, unpaid_kinds="Meeting", **HALF_DAYS),
            {},
            "Recorded and not paid: This kind of work is recorded and not paid.",
        ),
    ],
)
def test_unpaid_time_is_offered_nothing_and_has_a_worth(
    simple: SimplePolicy, facts: dict[str, object], because: str
) -> None:
    found = answered(simple, work(kind="Meeting", time="2h30", **facts))
    assert (found.payment_pence, found.value_pence, found.value_rate_pence) == (0, 3000, 1200)
    assert [one.because for one in found.refused] == [because]


# --- journeys and costs --------------------------------------------------------------------------


@pytest.mark.parametrize("vehicle", ["car", "motorcycle", "bicycle"])
def test_a_mile_pays_its_rate_or_the_approved_one(vehicle: str) -> None:
    ten = journey(vehicle=vehicle, miles=10)
    own = a_form(**{f"{vehicle}_mile_pence": 37})
    assert answered(own, ten).reimbursement_pence == 370
    found = answered(SimplePolicy(), ten)
    assert found.reimbursement_pence == 10 * len(f"hmrc-{vehicle}")
    assert found.lines[0].because.endswith(f"hmrc-{vehicle} of 2026.")
    nothing = a_form(**{f"{vehicle}_mile_pence": 0})
    assert answered(nothing, ten).reimbursement_pence == 0


@given(st.integers(0, 99_999), st.integers(0, 200))
def test_a_journey_is_the_exact_sum_rounded_half_up(tenths: int, rate: int) -> None:
    miles = journey(vehicle="car", miles=Decimal(tenths) / 10)
    found = answered(SimplePolicy(car_mile_pence=rate), miles)
    assert found.reimbursement_pence == math.floor(Fraction(tenths * rate, 10) + Fraction(1, 2))


def test_costs_are_paid_as_they_are() -> None:
    assert paid(text_of(SimplePolicy()), cost(12.34, kind="anything")) == 1234


# --- what the form accepts -----------------------------------------------------------------------


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
def test_amounts_are_in_bounds(field: str) -> None:
    with pytest.raises(NegativeMoneyError):
        clean_simple(a_form(**{field: -1}))
    with pytest.raises(MoneyTooLargeError):
        clean_simple(a_form(**{field: 100_000_001}))


@pytest.mark.parametrize(
    ("field", "missing"), [("half_day_pence", "half day"), ("day_pence", "day")]
)
def test_rules_by_the_half_day_need_both_amounts(field: str, missing: str) -> None:
    with pytest.raises(RateMissingError) as raised:
        clean_simple(a_form(**{**HALF_DAYS, field: 0}))
    assert raised.value.facts == {"basis": TimeBasis.HALF_DAY, "missing": missing}
    assert clean_simple(a_form(**{field: 0})).basis is TimeBasis.HOUR


@pytest.mark.parametrize(
    ("minutes", "error"), [(0, DurationNotPositiveError), (1441, DayTooLongError)]
)
def test_a_half_day_has_a_length_that_can_be(minutes: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        clean_simple(a_form(half_day_up_to_minutes=minutes, **HALF_DAYS))
    assert clean_simple(SimplePolicy(half_day_up_to_minutes=minutes)).basis is TimeBasis.HOUR


def test_texts_are_tidied_or_refused() -> None:
    simple = SimplePolicy(rate_source="  Trustees,\n March ", unpaid_kinds="Reading\r\n")
    clean = clean_simple(simple)
    assert (clean.rate_source, clean.unpaid_kinds) == ("Trustees, March", "Reading")
    with pytest.raises(TextUnprintableError):
        clean_simple(SimplePolicy(unpaid_kinds="A\x7fB"))
