"""A price follows the policy of the day and what was agreed, the latest agreement first."""

import datetime

from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.policy import TimeBasis
from coprod_desktop.services.pricing import PriceList
from tests.builders import TODAY, WORKED_ON, an_engagement, an_expense_item
from tests.services.world import World


def test_each_day_has_the_policy_of_that_day(world: World) -> None:
    person = world.person()
    world.policy(effective_on=TODAY, basis=TimeBasis.HALF_DAY)
    with world.office.desk.reading() as reading:
        prices = PriceList(reading)
        early, late = (prices.price(world.work(person, worked_on=d)) for d in (WORKED_ON, TODAY))
    assert (early.offered_pence, late.offered_pence) == (3000, 7500)
    assert "version 1" in early.because
    assert "version 2" in late.because


def test_the_agreement_made_last_counts_where_two_hold(world: World) -> None:
    person = world.person()
    for pence in (1800, 2000):
        world.office.projects.agree(
            an_engagement(
                engagement_id=0,
                participant_id=person.participant_id,
                project_id=world.project.project_id,
                hourly_pence=pence,
            )
        )
    with world.office.desk.reading() as reading:
        prices = PriceList(reading)
        assert prices.price(world.work(person)).rate_pence == 2000
        key = (person.participant_id, world.project.project_id, WORKED_ON)
        assert prices.agreed_pence(*key) == 2000
        before = datetime.date(2026, 3, 31)
        assert prices.agreed_pence(*key[:2], before) is None


def test_unpaid_and_salaried_work_are_valued_and_say_why(world: World) -> None:
    person = world.person()
    with world.office.desk.reading() as reading:
        prices = PriceList(reading)
        unpaid = prices.price(world.work(person, pay=Pay.UNPAID))
        salary = prices.price(world.work(person, pay=Pay.SALARY))
    assert (unpaid.offered_pence, unpaid.value_pence) == (0, 3000)
    assert (salary.offered_pence, salary.value_pence) == (0, 0)
    assert unpaid.because != salary.because


def test_a_journey_is_priced_by_the_policys_own_rate_or_else_hmrcs(world: World) -> None:
    world.policy(effective_on=TODAY, car_mile_pence=None)
    person = world.person().participant_id
    with world.office.desk.reading() as reading:
        prices = PriceList(reading)
        own, approved = (
            prices.price_item(
                person,
                world.project.project_id,
                an_expense_item(kind=ExpenseKind.CAR, tenth_miles=100, spent_on=day),
                has_receipt=False,
            )
            for day in (WORKED_ON, TODAY)
        )
    assert (own.agreed_pence, approved.agreed_pence) == (550, 550)
    assert "Policy version 1" in own.because
    assert "HMRC" in approved.because
