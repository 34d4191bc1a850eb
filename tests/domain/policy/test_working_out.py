"""Every shape of a price gives the sum that the page promises, exactly, with its reason."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.facts import FactValue
from coprod_desktop.domain.policy.prices import AN_HOUR, Part, Price, Tariff, Unit
from coprod_desktop.domain.policy.working_out import (
    Calculator,
    PublishedRate,
    Sum,
    UnansweredError,
    needed,
    with_own_quantity,
)
from tests.domain.policy.priced import answer_of, paid, policy_from, work

HOURLY = 'rate = 20.00\nper = "hour"\n'
BLOCKS = 'rate = 20.00\nper = "3h"\npart = "{}"\n'
BANDS = """bands = [
  { up_to = "1h", pays = 25.00 },
  { over = "1h", up_to = "4h", pays = 75.00 },
  { over = "4h", pays = 150.00 },
]
"""
RATED_BANDS = """bands = [
  { under = "2h", rate = 15.00, per = "hour" },
  { from = "2h", pays = 40.00 },
]
"""
TIERS = """tiers = [
  { first = "2h", rate = 25.00, per = "hour" },
  { rate = 15.00, per = "hour" },
]
"""
FIXED_THEN_HOURS = """tiers = [
  { first = "2h", pays = 30.00 },
  { rate = 12.00, per = "hour", part = "counts whole" },
]
"""
EVERY = """by = "away"
every = { each = "24h", pays = 32.35 }
bands = [
  { up_to = "5h", pays = 0 },
  { over = "5h", up_to = "10h", pays = 4.90 },
  { over = "10h", pays = 10.70 },
]
"""
BY_AGE = 'by = "age"\nbands = [{ under = 18, pays = 5 }, { from = 18, pays = 9 }]'
RATES_BY_AGE = 'by = "age"\nbands = [{ rate = 5, per = "hour" }]'
EVERY_AND_2 = 'by = "away"\nevery = { each = "24h", pays = 9 }\nbands = [{ pays = 2 }]'


def fee(shape: str) -> str:
    return f'[[fee]]\nname = "Time"\n{shape}\n'


def published(code: str, _day: datetime.date) -> PublishedRate:
    return PublishedRate(Fraction(1345), f"the figure {code}")


CALCULATOR = Calculator(lambda code: published(code, datetime.date.min))


@pytest.mark.parametrize(
    ("shape", "time", "pence"),
    [
        (HOURLY, "1h", 2000),
        (HOURLY, "3h10", 6333),
        (HOURLY, "1m", 33),
        (BLOCKS.format("counts whole"), "3h", 2000),
        (BLOCKS.format("counts whole"), "3h01", 4000),
        (BLOCKS.format("counts whole"), "1m", 2000),
        (BLOCKS.format("counts nothing"), "2h59", 0),
        (BLOCKS.format("counts nothing"), "3h", 2000),
        (BLOCKS.format("counts nothing"), "5h59", 2000),
        (BLOCKS.format("in proportion"), "1h30", 1000),
        ('rate = 20.00\nper = "3h"\n', "1h30", 1000),
        ("pays = 50.00\n", "9h", 5000),
        (BANDS, "1h", 2500),
        (BANDS, "1h01", 7500),
        (BANDS, "4h", 7500),
        (BANDS, "4h01", 15_000),
        (RATED_BANDS, "1h59", 2975),
        (RATED_BANDS, "2h", 4000),
        (TIERS, "2h", 5000),
        (TIERS, "1h", 2500),
        (TIERS, "3h", 6500),
        ('tiers = [{ first = "8h", rate = 9, per = "hour" }]', "8h", 7200),
        (FIXED_THEN_HOURS, "5m", 3000),
        (FIXED_THEN_HOURS, "2h", 3000),
        (FIXED_THEN_HOURS, "2h01", 4200),
        (FIXED_THEN_HOURS, "3h", 4200),
        (FIXED_THEN_HOURS, "3h01", 5400),
    ],
)
def test_a_length_of_work_pays_what_its_shape_says(shape: str, time: str, pence: int) -> None:
    assert paid(fee(shape), work(time=time)) == pence


@pytest.mark.parametrize(
    ("shape", "facts", "pence"),
    [
        ('rate = 5.00\nper = "count"\n', {"count": 3}, 1500),
        ('rate = 5.00\nper = "count"\n', {}, 500),
        ('rate = 5.00\nper = "child"\n', {"children": 2}, 1000),
        ('rate = 5.00\nper = "night"\n', {}, 500),
        ('rate = 5.00\nper = "passenger"\n', {"passengers": 2}, 1000),
        (EVERY, {"away": "5h"}, 0),
        (EVERY, {"away": "24h"}, 1070),
        (EVERY, {"away": "24h01"}, 3235),
        (EVERY, {"away": "30h"}, 3235 + 490),
        (EVERY, {"away": "48h"}, 6470),
        (EVERY, {"away": "2 days 10h01"}, 6470 + 1070),
        (EVERY_AND_2, {"away": "48h"}, 1800),
        (EVERY_AND_2, {"away": "49h"}, 2000),
        (RATES_BY_AGE, {"age": 17, "time": "2h"}, 1000),
        (BY_AGE, {"age": 17}, 500),
        (BY_AGE, {"age": 18}, 900),
        ('by = "count"\nbands = [{ up_to = 2, pays = 5 }, { over = 2, pays = 9 }]', {}, 500),
        (
            'by = "count"\nbands = [{ up_to = 2, pays = 5 }, { over = 2, pays = 9 }]',
            {"count": 3},
            900,
        ),
    ],
)
def test_other_things_than_time_are_priced(
    shape: str, facts: dict[str, object], pence: int
) -> None:
    assert paid(fee(shape), work(**facts)) == pence


@pytest.mark.parametrize(
    ("more", "facts", "pence"),
    [
        ('round_quantity = "up to 15m"', {"time": "1h01"}, 2500),
        ('round_quantity = "up to 15m"', {"time": "1h15"}, 2500),
        ('round_quantity = "down to 30m"', {"time": "1h59"}, 3000),
        ('round_quantity = "nearest 1h"', {"time": "1h29"}, 2000),
        ('round_quantity = "nearest 1h"', {"time": "1h30"}, 4000),
        ('adds_time = "1h"', {"time": "2h"}, 6000),
        ('adds_time = "50%"', {"time": "2h"}, 6000),
        ('adds_time = "10m"\nround_quantity = "up to 30m"', {"time": "1h55"}, 5000),
        ("times = 1.5", {"time": "1h"}, 3000),
        ('times = "150%"', {"time": "1h"}, 3000),
        ('times = "people"', {"time": "1h", "people": 3}, 6000),
        ('times = "people"', {"time": "1h"}, 2000),
        ('times = ["people", 0.5]', {"time": "1h", "people": 3}, 3000),
        ('times = { fact = "passengers", after = 1 }', {"time": "1h", "passengers": 3}, 4000),
        ('times = { fact = "passengers", after = 1 }', {"time": "1h", "passengers": 1}, 0),
        ('times = { fact = "passengers", after = 1 }', {"time": "1h"}, 0),
        ('times = { fact = "passengers", at_most = 4 }', {"time": "1h", "passengers": 6}, 8000),
        ('times = { fact = "passengers", at_most = 4 }', {"time": "1h", "passengers": 3}, 6000),
        ("at_least = 15.00", {"time": "30m"}, 1500),
        ("at_least = 15.00", {"time": "45m"}, 1500),
        ("at_least = 15.00", {"time": "46m"}, 1533),
        ("at_most = 50.00", {"time": "2h30"}, 5000),
        ("at_most = 50.00", {"time": "2h29"}, 4967),
        ("at_most = 50.00", {"time": "9h"}, 5000),
        ("at_most = 50.00\ntimes = 2", {"time": "2h"}, 5000),
    ],
)
def test_a_price_is_rounded_lengthened_multiplied_and_bounded(
    more: str, facts: dict[str, object], pence: int
) -> None:
    assert paid(fee(HOURLY + more), work(**facts)) == pence


@pytest.mark.parametrize(
    ("more", "time", "pence"),
    [
        ("", "1m", 33),
        ('round = "up to 1p"', "1m", 34),
        ('round = "down to 1p"', "2m", 66),
        ('round = "nearest 5p"', "1m", 35),
        ('round = "up to 10p"', "1m", 40),
        ('round = "nearest £1"', "4m", 100),
        ('round = "nearest £1"', "1h31", 3000),
    ],
)
def test_a_sum_is_rounded_once_as_its_rule_says(more: str, time: str, pence: int) -> None:
    assert paid(fee(HOURLY + more), work(time=time)) == pence


@pytest.mark.parametrize(
    ("more", "pence"),
    [("", 3), ('round = "nearest 1p, half to even"', 2), ('round = "down to 1p"', 2)],
)
def test_half_a_penny_goes_up_unless_the_rule_says_otherwise(more: str, pence: int) -> None:
    assert paid(fee(f'rate = "2.5p"\nper = "count"\n{more}'), work()) == pence


@pytest.mark.parametrize(
    ("shape", "facts", "said"),
    [
        ('bands = [{ up_to = "8h", pays = 9 }]', {"time": "9h"}, "9\xa0hours"),
        ('tiers = [{ first = "8h", rate = 9, per = "hour" }]', {"time": "9h"}, "9\xa0hours"),
        (
            'bands = [{ up_to = "4h", pays = 9 }, { over = "4h", unclear = "Nobody knows." }]',
            {"time": "9h"},
            "Nobody knows.",
        ),
        (
            'tiers = [{ first = "4h", pays = 9 }, { unclear = "Nobody knows." }]',
            {"time": "9h"},
            "Nobody knows.",
        ),
        (HOURLY, {}, "“time”"),
        ('rate = 5.00\nper = "passenger"\n', {}, "“passengers”"),
        ('pays = "fare"\n', {}, "“fare”"),
        (BANDS, {}, "“time”"),
        (TIERS, {}, "“time”"),
    ],
)
def test_where_the_policy_or_the_case_leaves_a_gap_the_whole_entry_is_held(
    shape: str, facts: dict[str, object], said: str
) -> None:
    answer = answer_of(fee(shape), work(**facts))
    assert answer.lines == ()
    assert [one.is_held for one in answer.refused] == [True]
    assert answer.refused[0].because.startswith("Time: ")
    assert said in answer.refused[0].because


def test_a_gap_is_no_matter_for_what_lies_outside_it() -> None:
    shape = 'bands = [{ up_to = "4h", pays = 9 }, { over = "4h", unclear = "Nobody knows." }]'
    assert paid(fee(shape), work(time="4h")) == 900
    shape = 'tiers = [{ first = "4h", pays = 9 }, { unclear = "Nobody knows." }]'
    assert paid(fee(shape), work(time="4h")) == 900


def test_a_sum_may_be_a_money_fact_of_the_case() -> None:
    policy = '[facts]\nauthorised_amount = "money"\n' + fee('pays = "authorised_amount"')
    assert paid(policy, work(authorised_amount=12.34)) == 1234
    policy = '[facts]\nauthorised_rate = "money"\n' + fee('rate = "authorised_rate"\nper = "hour"')
    assert paid(policy, work(authorised_rate=12, time="30m")) == 600


def test_a_number_fact_of_the_policys_own_may_be_counted() -> None:
    policy = '[facts]\npages = "number"\n' + fee('rate = 0.105\nper = "page"')
    assert paid(policy, work(pages=3)) == 32


def test_points_are_whole_unless_the_rule_says_else_and_never_pence() -> None:
    points = fee('rate = 5\nper = "hour"\nunit = "points"')
    for time, points_given in (("1h", 5), ("1h05", 5), ("1h06", 6)):
        answer = answer_of(points, work(time=time))
        assert (answer.points, answer.payment_pence) == (Fraction(points_given), 0)
    halves = fee('rate = 5\nper = "hour"\nunit = "points"\nround = "down to 0.5"')
    assert answer_of(halves, work(time="1h11")).points == Fraction(11, 2)
    answer = answer_of(fee('pays = 20\nunit = "points"'), work())
    assert (answer.points, answer.payment_pence) == (Fraction(20), 0)
    assert "20\xa0points" in answer.lines[0].because


def test_a_voucher_is_money_and_is_marked() -> None:
    answer = answer_of(fee('pays = 20.00\nas = "voucher"'), work())
    assert answer.payment_pence == 2000
    assert answer.lines[0].is_voucher
    assert not answer_of(fee("pays = 20.00"), work()).lines[0].is_voucher


def test_a_published_rate_is_used_and_its_source_is_told() -> None:
    policy = fee('rate = "real-living-wage-uk"\nper = "hour"')
    answer = answer_of(policy, work(time="2h"), published=published)
    assert answer.payment_pence == 2690
    assert answer.lines[0].because.endswith("the figure real-living-wage-uk.")


def test_a_source_is_told_once() -> None:
    tiers = (
        'tiers = [{ first = "1h", rate = "nmw-a", per = "hour" }, { rate = "nmw-a", per = "hour" }]'
    )
    answer = answer_of(fee(tiers), work(time="2h"), published=published)
    assert answer.lines[0].because.count("the figure nmw-a") == 1


def test_the_reason_says_how_the_sum_came_about() -> None:
    def because(shape: str, **facts: object) -> str:
        return answer_of(fee(shape), work(**facts)).lines[0].because.replace("\xa0", " ")

    assert because(HOURLY, time="1h") == "Time: 1 hour at £20.00 an hour, which makes £20.00."
    assert because("pays = 5", time="1h") == "Time: £5.00."
    assert because(HOURLY, time="1m") == (
        "Time: 1 minute at £20.00 an hour, rounded to the nearest penny, which makes £0.33."
    )
    assert because(BLOCKS.format("counts whole"), time="4h") == (
        "Time: 4 hours counts as 2 × 3 hours at £20.00 for 3 hours, which makes £40.00."
    )
    assert because(BANDS, time="2h") == ("Time: 2 hours is over 1 hour and up to 4 hours: £75.00.")
    assert because(TIERS, time="3h") == (
        "Time: 2 hours at £25.00 an hour and 1 hour at £15.00 an hour, which makes £65.00."
    )
    assert because(EVERY, away="30h") == (
        "Time: 1 × 24 hours at £32.35, then 6 hours is over 5 hours and up to 10 hours: £4.90, "
        "which makes £37.25."
    )
    assert because(HOURLY + "times = 1.5", time="1h").endswith("times 1.5, which makes £30.00.")
    assert "at most £5.00" in because(HOURLY + "at_most = 5", time="1h")
    assert "at least £50.00" in because(HOURLY + "at_least = 50", time="1h")


# --- alone ---------------------------------------------------------------------------------------


@given(
    st.fractions(0, 5000),
    st.fractions(0, 10_000),
    st.integers(1, 600),
    st.sampled_from(Part),
)
def test_a_rate_is_exact(quantity: Fraction, rate: Fraction, size: int, part: Part) -> None:
    price = Price(
        quantity="time",
        tariff=Tariff(rate=rate, unit=Unit("time", Fraction(size), "a block"), part=part),
    )
    found = CALCULATOR.price(price, {"time": quantity}).pence
    exact = quantity / size * rate
    if part is Part.IN_PROPORTION:
        assert found == exact
    elif part is Part.COUNTS_WHOLE:
        assert exact <= found < exact + rate or found == exact
    else:
        assert exact - rate < found <= exact or found == exact


def test_what_was_used_before_counts_for_tiers() -> None:
    policy = fee(TIERS)
    price = price_of(policy)
    facts: dict[str, FactValue] = {"time": Fraction(180)}
    assert CALCULATOR.price(price, facts).pence == 6500
    assert CALCULATOR.price(price, facts, Fraction(60)).pence == 2500 + 3000
    assert CALCULATOR.price(price, facts, Fraction(120)).pence == 4500
    fixed = price_of(fee(FIXED_THEN_HOURS))
    assert CALCULATOR.price(fixed, facts, Fraction(60)).pence == 2400
    assert CALCULATOR.price(fixed, {"time": Fraction(30)}, Fraction(150)).pence == 0


def price_of(policy: str) -> Price:
    price = policy_from(policy).rules[0].price
    assert price is not None
    return price


def test_a_fact_that_is_missing_is_named() -> None:
    assert needed({"fare": Fraction(3)}, "fare") == 3
    assert needed({}, "nights") == 1
    with pytest.raises(UnansweredError, match="“agreed rate”"):
        needed({}, "agreed_rate")
    with pytest.raises(UnansweredError, match="names no sum"):
        CALCULATOR.price(Price(quantity="time"), {})


def test_time_that_is_not_known_is_not_made_longer() -> None:
    price = Price(quantity="time", tariff=Tariff(rate=Fraction(1), unit=AN_HOUR))
    assert with_own_quantity(price, {}) == {}
    assert CALCULATOR.multiplied((), {}, Sum(Fraction(3))).pence == 3
