"""Totals add up the same time and money, however they are grouped."""

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.errors import PeriodBackwardsError
from coprod_desktop.domain.summaries import TotalsRow
from coprod_desktop.services.totals import GROUPS, sum_of
from tests.builders import TODAY, WORKED_ON
from tests.services.world import World

NOUGHT = TotalsRow(
    name="",
    minutes_paid=0,
    minutes_unpaid=0,
    payments_pence=0,
    reimbursements_pence=0,
    value_pence=0,
)


@pytest.mark.parametrize("by", GROUPS)
def test_every_grouping_has_the_same_sum(world: World, by: str) -> None:
    first, second = world.person(), world.person("Bronwen Pugh")
    world.log(first)
    world.log(first, pay=Pay.UNPAID, kind_of_work="Reading", minutes=35)
    world.log(second, pay=Pay.SALARY, worked_on=datetime.date(2026, 9, 30))
    world.log(second, choice=Choice.DECLINE, minutes=60)
    world.claim(first)
    expected = replace(
        NOUGHT,
        minutes_paid=300,
        minutes_unpaid=95,
        payments_pence=3000,
        reimbursements_pence=460,
        value_pence=1900,
    )
    rows = world.office.totals.rows(by)
    assert len(rows) > 1 or by == "project"
    assert sum_of(rows) == expected


def test_a_period_has_its_first_and_its_last_day(world: World) -> None:
    world.log(world.person())
    for from_on, to_on, count in (
        (WORKED_ON, WORKED_ON, 1),
        (WORKED_ON + datetime.timedelta(days=1), TODAY, 0),
        (None, WORKED_ON - datetime.timedelta(days=1), 0),
    ):
        assert len(world.office.totals.rows("month", from_on, to_on)) == count
    with world.refused(PeriodBackwardsError):
        world.office.totals.rows("month", TODAY, WORKED_ON)


def test_one_person_without_work_has_noughts(world: World) -> None:
    row = world.office.totals.of_participant(world.person().participant_id)
    assert replace(row, name="") == NOUGHT


def test_the_sum_of_nothing_is_nought() -> None:
    assert sum_of((), "In all") == replace(NOUGHT, name="In all")
