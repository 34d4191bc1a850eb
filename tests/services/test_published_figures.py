"""Worked examples that others published, or that follow from a published rule, come out so."""

import datetime

import pytest

from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.money import at_hourly_rate, round_half_up
from coprod_desktop.domain.rates import Journey, approved_mileage_pence, minimum_wage
from coprod_desktop.services.rates import mileage_pence, shipped_book

DAY = datetime.date
BOOK = shipped_book()


def rate(code: str, day: datetime.date) -> int:
    return int(BOOK.on(code, day).value)


@pytest.mark.parametrize(
    ("code", "last_of_old", "first_of_new"),
    [
        ("car", 45, 55),
        ("car-over-10000", 25, 25),
        ("motorcycle", 24, 24),
        ("bicycle", 20, 20),
        ("passenger", 5, 5),
    ],
)
def test_mileage_changed_on_6_april_2026(code: str, last_of_old: int, first_of_new: int) -> None:
    assert rate(code, DAY(2026, 4, 5)) == last_of_old
    assert rate(code, DAY(2026, 4, 6)) == first_of_new


def test_a_journey_has_the_rate_of_its_own_day_and_not_of_today() -> None:
    assert mileage_pence("car", DAY(2026, 4, 5)) * 120 == 5400
    assert mileage_pence("car", DAY(2026, 4, 6)) * 120 == 6600


def test_a_journey_before_the_known_rates_is_not_priced() -> None:
    with pytest.raises(NotFoundError):
        mileage_pence("car", DAY(2011, 4, 5))


# HMRC EIM71155; a volunteer's 10,000 miles count over all organisations together.
@pytest.mark.parametrize(
    ("vehicle", "miles", "day", "pence"),
    [
        ("car", (5_000,), DAY(2026, 3, 1), 225_000),
        ("car", (6_000, 6_000), DAY(2026, 4, 5), 500_000),
        ("car", (6_000, 6_000), DAY(2026, 4, 6), 600_000),
        ("motorcycle", (10_001,), DAY(2026, 4, 6), 240_024),
        ("bicycle", (10_001,), DAY(2026, 4, 6), 200_020),
    ],
)
def test_miles_of_a_year_are_worth_what_hmrc_says(
    vehicle: str, miles: tuple[int, ...], day: datetime.date, pence: int
) -> None:
    driven = [Journey(travelled_on=day, vehicle=vehicle, tenth_miles=10 * one) for one in miles]
    assert approved_mileage_pence(BOOK, driven) == pence


@pytest.mark.parametrize(
    ("day", "week", "hours"),
    [
        (DAY(2014, 6, 1), 10_100, 16),
        (DAY(2022, 6, 1), 15_200, 16),
        (DAY(2023, 6, 1), 16_700, 16),
        (DAY(2025, 4, 6), 18_350, 16),
        (DAY(2025, 4, 7), 19_550, 16),
        (DAY(2026, 4, 6), 20_350, 16),
    ],
)
def test_permitted_work_has_the_limit_of_its_week(
    day: datetime.date, week: int, hours: int
) -> None:
    assert (rate("permitted-work-week", day), rate("permitted-work-hours", day)) == (week, hours)
    assert rate("permitted-work-lower-week", day) == 2000


# Since 2022/23 the limit is 16 hours at the National Living Wage, rounded up to the next 50p.
@pytest.mark.parametrize("year", range(2022, 2027))
def test_the_limit_of_permitted_work_agrees_with_the_wage_of_the_year(year: int) -> None:
    day = DAY(year, 5, 1)
    sixteen_hours = 16 * int(minimum_wage(BOOK, 30, day).value)
    assert rate("permitted-work-week", day) == -(-sixteen_hours // 50) * 50


def test_a_limit_that_was_not_found_is_left_out() -> None:
    for day in (DAY(2018, 6, 1), DAY(2014, 4, 6), DAY(2027, 4, 12)):
        with pytest.raises(NotFoundError):
            BOOK.on("permitted-work-week", day)


def test_carers_have_the_limit_of_their_week_and_country() -> None:
    days = (DAY(2025, 4, 6), DAY(2025, 4, 7), DAY(2026, 4, 6))
    assert [rate("carers-allowance-week", day) for day in days] == [15_100, 19_600, 20_400]
    week = rate("carer-support-payment-week", DAY(2026, 4, 6))
    assert (week * 52, round_half_up(week * 52, 12)) == (1_060_800, 88_400)


# DWPhelp (2024/25), and PolicyEngine-UK's uc_income_reduction.yaml for the taper.
@pytest.mark.parametrize(
    ("day", "code", "earned", "unearned", "less"),
    [
        (DAY(2024, 9, 1), "uc-work-allowance-no-housing", 90_000, 0, 12_485),
        (DAY(2025, 9, 1), None, 100_000, 40_000, 95_000),
        (DAY(2021, 11, 23), None, 1_000, 100, 730),
        (DAY(2021, 11, 24), None, 1_000, 100, 650),
    ],
)
def test_an_award_falls_by_the_taper_above_the_work_allowance(
    day: datetime.date, code: str | None, earned: int, unearned: int, less: int
) -> None:
    above = earned - (rate(code, day) if code else 0)
    assert round_half_up(above * rate("uc-taper", day), 100) + unearned == less


@pytest.mark.parametrize(
    ("day", "housing", "without"),
    [
        (DAY(2024, 4, 8), 404, 673),
        (DAY(2025, 4, 7), 411, 684),
        (DAY(2026, 4, 6), 427, 710),
    ],
)
def test_work_allowances_are_those_of_the_month(
    day: datetime.date, housing: int, without: int
) -> None:
    assert rate("uc-work-allowance-housing", day) == housing * 100
    assert rate("uc-work-allowance-no-housing", day) == without * 100


# Government Digital Service, smart-answers, minimum_wage_calculator_test.rb.
@pytest.mark.parametrize(
    ("day", "wages"),
    [
        (DAY(2023, 6, 1), {17: 528, 19: 749, 21: 1018, 22: 1018, 23: 1042}),
        (DAY(2024, 3, 31), {21: 1018, 23: 1042}),
        (DAY(2024, 4, 1), {17: 640, 19: 860, 20: 860, 21: 1144, 24: 1144}),
        (DAY(2025, 6, 1), {17: 755, 19: 1000, 21: 1221, 24: 1221}),
        (DAY(2026, 6, 1), {17: 800, 19: 1085, 21: 1271, 24: 1271}),
    ],
)
def test_the_minimum_wage_is_that_of_the_age_and_the_day(
    day: datetime.date, wages: dict[int, int]
) -> None:
    assert {age: int(minimum_wage(BOOK, age, day).value) for age in wages} == wages


def test_a_week_at_the_minimum_wage_comes_to_what_is_published() -> None:
    for day, pence in ((DAY(2025, 6, 1), 39_000), (DAY(2026, 6, 1), 42_315)):
        assert at_hourly_rate(39 * 60, int(minimum_wage(BOOK, 19, day).value)) == pence
    assert rate("nmw-apprentice", DAY(2026, 6, 1)) == 800


# employeebenefits.co.uk, 2023 and 2025: a year of 37.5 hours a week above the wage before.
@pytest.mark.parametrize(
    ("code", "paid_from", "wage", "pence"),
    [
        ("real-living-wage-uk", DAY(2026, 5, 1), 1221, 241_800),
        ("real-living-wage-london", DAY(2026, 5, 1), 1221, 505_050),
        ("real-living-wage-uk", DAY(2024, 5, 1), 1042, 308_100),
        ("real-living-wage-london", DAY(2024, 5, 1), 1042, 532_350),
    ],
)
def test_the_real_living_wage_is_above_by_what_is_published(
    code: str, paid_from: datetime.date, wage: int, pence: int
) -> None:
    assert (rate(code, paid_from) - wage) * 75 * 52 == pence * 2


def test_nihr_rose_by_a_tenth_and_its_lowest_to_the_next_ten_pence() -> None:
    last, first = DAY(2025, 12, 15), DAY(2025, 12, 16)
    codes = [code for code in BOOK.codes() if code.startswith("nihr-")]
    old = [rate(code, last) for code in codes]
    assert old == [1250, 2500, 5000, 7500, 15_000, 30_000, 45_000]
    raised = [pence * 11 // 10 for pence in old]
    assert raised[0] == 1375
    assert [rate(code, first) for code in codes] == [1380, *raised[1:]]


def test_the_day_of_nhs_england_is_twice_its_half_day() -> None:
    day = DAY(2026, 6, 1)
    assert (rate("nhse-up-to-4-hours", day), rate("nhse-more-than-4-hours", day)) == (7500, 15_000)


def test_the_heritage_funds_day_has_seven_hours() -> None:
    day = DAY(2026, 6, 1)
    skilled, hours = rate("heritage-skilled-day", day), rate("heritage-day-hours", day)
    assert round_half_up(14 * skilled, hours) == 30_000
    assert rate("heritage-unskilled-day", day) == 5000
    assert rate("heritage-professional-day", day) == 35_000
