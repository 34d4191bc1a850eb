"""A sheet is priced exactly as the same work typed in by hand."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.money import at_hourly_rate
from coprod_desktop.services.import_prices import SheetPrices, pay_of, terms_of_sheet
from tests.builders import a_contribution
from tests.services.world import World


def test_the_same_work_costs_the_same_as_when_it_is_logged(file_world: World) -> None:
    office, ann = file_world.office, file_world.person()
    plain = a_contribution(
        participant_id=ann.participant_id, project_id=file_world.project.project_id
    )
    with office.desk.reading() as reading:
        prices = SheetPrices(reading)
        terms = [
            prices.terms(ann, plain.project_id, plain.worked_on, 95, "Meeting", pay)
            for pay in (Pay.PAID, Pay.UNPAID)
            for _time in range(2)
        ]
    for pay, found in zip((Pay.PAID, Pay.PAID, Pay.UNPAID, Pay.UNPAID), terms, strict=True):
        logged = office.contributions.log(
            a_contribution(
                participant_id=ann.participant_id,
                project_id=plain.project_id,
                minutes=95,
                kind_of_work="Meeting",
                pay=pay,
            )
        )
        assert (found.rate_pence, found.offered_pence, found.value_pence, found.because) == (
            logged.rate_pence,
            logged.offered_pence,
            logged.value_pence,
            logged.because,
        )


def test_each_day_has_the_rules_of_its_own(file_world: World) -> None:
    later = datetime.date(2026, 11, 1)
    file_world.policy(effective_on=later, hourly_pence=1500)
    ann = file_world.person()
    with file_world.office.desk.reading() as reading:
        prices = SheetPrices(reading)
        offered = [
            prices.terms(ann, 1, day, 60, "Meeting", Pay.PAID).offered_pence
            for day in (later - datetime.timedelta(days=1), later)
        ]
    assert offered == [1200, 1500]


@given(st.integers(1, 1440), st.integers(1, 1_000_000))
def test_the_rate_of_an_amount_comes_back_to_it_within_a_quarter_of_an_hour_of_a_penny(
    minutes: int, amount: int
) -> None:
    terms = terms_of_sheet(minutes, amount)
    assert terms.offered_pence == amount
    assert abs(at_hourly_rate(minutes, terms.rate_pence) - amount) <= 1 + minutes // 120


@pytest.mark.parametrize(
    ("is_paid", "amount", "expected"),
    [
        (True, None, Pay.PAID),
        (True, 0, Pay.PAID),
        (None, 500, Pay.PAID),
        (None, None, Pay.UNPAID),
        (None, 0, Pay.UNPAID),
        (False, None, Pay.UNPAID),
        (False, 500, Pay.UNPAID),
    ],
)
def test_work_is_paid_where_the_sheet_says_so(
    is_paid: bool | None, amount: int | None, expected: Pay
) -> None:
    assert pay_of(is_paid, amount) is expected
