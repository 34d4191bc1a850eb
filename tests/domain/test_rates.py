"""A figure is chosen by its day, a charity's own goes before, and miles share one band a year."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import (
    DomainError,
    FigureOutOfRangeError,
    NotFoundError,
    PeriodBackwardsError,
    SourceMissingError,
)
from coprod_desktop.domain.rates import (
    LARGEST,
    Confidence,
    Journey,
    OwnRate,
    Rate,
    RateBook,
    Unit,
    approved_mileage_pence,
    clean_own_rate,
    miles_pence,
    minimum_wage,
    rate_on,
    tax_year,
)
from tests.builders import an_own_rate
from tests.invented import TODAY

FIRST = datetime.date(2026, 4, 6)
LAST = datetime.date(2026, 4, 5)
BEGINNING = datetime.date(2011, 4, 6)


def a_rate(**said: Any) -> Rate:
    usual: dict[str, Any] = {
        "scheme": "Invented",
        "code": "car",
        "unit": Unit.PENCE_A_MILE,
        "effective_from": FIRST,
        "source_title": "An invented table",
        "source_url": "https://rates.example/",
        "checked_on": TODAY,
        "confidence": Confidence.OFFICIAL,
    }
    return Rate(**(usual | said | {"value": Decimal(said["value"])}))


OLD = a_rate(value=45, effective_from=BEGINNING, effective_to=LAST)
NEW = a_rate(value=55)
BICYCLE = a_rate(code="bicycle", value=20)
BAND = a_rate(code="car-band-miles", value=10_000, unit=Unit.MILES_A_YEAR, effective_from=BEGINNING)
BEYOND = a_rate(code="car-over-10000", value=25, effective_from=BEGINNING)
MILES = RateBook((OLD, NEW, BICYCLE, BAND, BEYOND))


@example(FIRST)
@example(LAST)
@example(OLD.effective_from)
@given(st.dates(OLD.effective_from, datetime.date(2040, 1, 1)))
def test_every_day_has_the_rate_of_its_time(day: datetime.date) -> None:
    expected = 45 if day <= LAST else 55
    assert rate_on((NEW, BICYCLE, OLD), "car", day).value == expected
    assert MILES.on("car", day).value == expected


@pytest.mark.parametrize(
    ("code", "day"),
    [("car", datetime.date(2011, 4, 5)), ("bicycle", LAST), ("horse", FIRST)],
)
@pytest.mark.parametrize(
    "find", [lambda *told: rate_on((OLD, NEW, BICYCLE), *told), MILES.on, MILES.published_on]
)
def test_a_rate_that_nobody_published_is_not_made_up(
    find: Callable[[str, datetime.date], Rate], code: str, day: datetime.date
) -> None:
    with pytest.raises(NotFoundError) as raised:
        find(code, day)
    assert raised.value.facts == {"noun": "rate", "name": code}


# --- the charity's own figures ------------------------------------------------------------------


def test_an_own_figure_goes_before_the_published_one_from_its_day_to_its_last() -> None:
    own = an_own_rate(effective_on=datetime.date(2027, 1, 1), effective_to=FIRST.replace(year=2027))
    book = RateBook((OLD, NEW), (own,))
    day, after = own.effective_on - datetime.timedelta(days=1), datetime.date(2027, 4, 7)
    assert [book.on("car", when).value for when in (LAST, day, own.effective_on, after)] == [
        45,
        55,
        60,
        55,
    ]
    found = book.on("car", own.effective_on)
    assert (found.is_own, found.own_rate_id) == (True, own.own_rate_id)
    assert found.confidence is None
    assert book.published_on("car", own.effective_on) is NEW
    assert not book.on("car", day).is_own


@given(st.permutations((1, 2, 3)))
def test_of_own_figures_the_one_of_the_latest_day_holds_and_of_those_the_newest(
    order: list[int],
) -> None:
    ones = {
        1: an_own_rate(own_rate_id=1, effective_on=FIRST, value_thousandths=61_000),
        2: an_own_rate(own_rate_id=2, effective_on=FIRST, value_thousandths=62_000),
        3: an_own_rate(own_rate_id=3, effective_on=LAST, value_thousandths=63_000),
    }
    book = RateBook((OLD, NEW), [ones[number] for number in order])
    assert book.on("car", FIRST).value == 62
    assert book.on("car", LAST).value == 63
    assert [rate.own_rate_id for rate in book.of("car")] == [2, 1, 3, None, None]


def test_a_figure_that_nobody_published_for_a_day_can_be_the_charitys_own() -> None:
    book = RateBook((OLD,), (an_own_rate(effective_on=FIRST),))
    assert book.on("car", FIRST).value == 60
    with pytest.raises(NotFoundError):
        book.published_on("car", FIRST)


def test_an_own_figure_tidies_its_words_and_keeps_a_part_of_a_penny() -> None:
    own = clean_own_rate(
        an_own_rate(value_thousandths=45_500, source_title="  A  letter ", note="Seen.\n\n")
    )
    assert own.value == Decimal("45.5")
    assert (own.source_title, own.note) == ("A letter", "Seen.")


@pytest.mark.parametrize(
    ("own", "kind"),
    [
        (an_own_rate(value_thousandths=-1), FigureOutOfRangeError),
        (an_own_rate(value_thousandths=LARGEST + 1), FigureOutOfRangeError),
        (an_own_rate(effective_on=FIRST, effective_to=LAST), PeriodBackwardsError),
        (an_own_rate(source_title="  "), SourceMissingError),
    ],
)
def test_an_own_figure_that_cannot_be_meant_is_refused(
    own: OwnRate, kind: type[DomainError]
) -> None:
    with pytest.raises(kind):
        clean_own_rate(own)


# --- minimum wage -------------------------------------------------------------------------------

BEFORE = {"effective_from": LAST, "effective_to": LAST}
WAGES = (
    a_rate(code="nmw-23", value=1042, from_age=23, **BEFORE),
    a_rate(code="nmw-21-22", value=1018, from_age=21, to_age=22, **BEFORE),
    a_rate(code="nmw-21", value=1144, from_age=21),
    a_rate(code="nmw-18-20", value=860, from_age=18, to_age=20),
    a_rate(code="nmw-under-18", value=640, to_age=17),
    a_rate(code="nmw-apprentice", value=1),
)


@pytest.mark.parametrize(
    ("age", "day", "pence"),
    [
        (16, FIRST, 640),
        (17, FIRST, 640),
        (18, FIRST, 860),
        (20, FIRST, 860),
        (21, FIRST, 1144),
        (90, FIRST, 1144),
        (22, LAST, 1018),
        (23, LAST, 1042),
    ],
)
def test_an_age_has_the_wage_of_its_band_on_that_day(
    age: int, day: datetime.date, pence: int
) -> None:
    assert minimum_wage(RateBook(WAGES), age, day).value == pence


def test_an_own_figure_for_a_band_keeps_the_ages_of_the_band() -> None:
    own = an_own_rate(code="nmw-18-20", value_thousandths=900_000, effective_on=FIRST)
    book = RateBook(WAGES, (own,))
    assert [minimum_wage(book, age, FIRST).value for age in (17, 19, 21)] == [640, 900, 1144]


def test_an_age_without_a_band_has_no_wage() -> None:
    with pytest.raises(NotFoundError):
        minimum_wage(RateBook(WAGES), 20, LAST)


# --- miles --------------------------------------------------------------------------------------

journeys = st.lists(
    st.builds(
        Journey,
        travelled_on=st.dates(datetime.date(2025, 4, 6), datetime.date(2027, 12, 31)),
        vehicle=st.just("car"),
        tenth_miles=st.integers(0, 60_000),
    ),
    max_size=8,
)


def drive(tenth_miles: int, day: datetime.date, vehicle: str = "car") -> Journey:
    return Journey(travelled_on=day, vehicle=vehicle, tenth_miles=tenth_miles)


@given(journeys, st.randoms())
def test_the_order_in_which_journeys_are_told_does_not_matter(
    driven: list[Journey], random: Any
) -> None:
    shuffled = list(driven)
    random.shuffle(shuffled)
    assert approved_mileage_pence(MILES, shuffled) == approved_mileage_pence(MILES, driven)


@given(journeys)
def test_miles_are_worth_the_first_rate_up_to_the_band_and_the_second_beyond(
    driven: list[Journey],
) -> None:
    exact = Decimal(0)
    for year in {tax_year(one.travelled_on) for one in driven}:
        miles = sum(one.tenth_miles for one in driven if tax_year(one.travelled_on) == year)
        first = 55 if year >= 2026 else 45
        band = min(miles, 100_000)
        exact += Decimal(band * first + (miles - band) * 25) / 10
    assert abs(approved_mileage_pence(MILES, driven) - exact) <= Decimal("0.5")


@given(journeys, st.integers(0, 60_000))
def test_one_journey_is_worth_as_much_in_two_parts(driven: list[Journey], first: int) -> None:
    whole = drive(60_000, datetime.date(2026, 7, 1))
    parts = [drive(first, whole.travelled_on), drive(60_000 - first, whole.travelled_on)]
    assert approved_mileage_pence(MILES, [*driven, whole]) == approved_mileage_pence(
        MILES, [*driven, *parts]
    )


def test_a_new_tax_year_begins_with_a_full_band() -> None:
    assert [tax_year(day) for day in (LAST, FIRST, datetime.date(2026, 12, 31))] == [
        2025,
        2026,
        2026,
    ]
    driven = [drive(100_000, LAST), drive(100_000, FIRST)]
    assert approved_mileage_pence(MILES, driven) == 450_000 + 550_000


def test_a_bicycle_has_no_band() -> None:
    assert approved_mileage_pence(MILES, [drive(100_010, FIRST, "bicycle")]) == 200_020


@given(st.integers(0, 100_000), st.integers(0, 200))
def test_miles_at_a_part_of_a_penny_are_rounded_half_up(tenths: int, halves: int) -> None:
    rate = a_rate(value=Decimal(halves) / 2)
    exact = Decimal(halves) / 2 * tenths / 10
    pence = miles_pence(rate, tenths)
    assert Decimal("-0.5") < pence - exact <= Decimal("0.5")
