"""The tables of reports count each person once and keep two types of money apart."""

import contextlib
from collections.abc import Iterator

from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.pivots import PivotFigure
from coprod_desktop.domain.reports import MatchRate
from coprod_desktop.services import report_tables as tables
from coprod_desktop.services.report_tables import Scope
from tests.builders import WORKED_ON
from tests.services.world import World


@contextlib.contextmanager
def day_of_work(world: World) -> Iterator[Scope]:
    """Look at the day on which tests work."""
    with world.office.desk.reading() as reading:
        yield Scope(reading=reading, from_on=WORKED_ON, to_on=WORKED_ON)


def test_somebody_in_two_capacities_stands_in_two_rows(world: World) -> None:
    person = world.person()
    world.log(person)
    world.log(person, capacity=Capacity.TRUSTEE, minutes=30)
    with day_of_work(world) as scope:
        assert tables.by_capacity(scope).rows == (
            ("Lived experience", 1, 150, 0),
            ("Trustee", 1, 30, 0),
        )
        assert tables.by_project(scope).rows[0][1:3] == (1, 180)
        assert scope.money(PivotFigure.AGREED) == {world.project.project_id: 3600}


def test_work_without_a_kind_and_at_one_rate_is_told(world: World) -> None:
    person = world.person()
    world.log(person, kind_of_work="", pay=Pay.UNPAID, minutes=45)
    with day_of_work(world) as scope:
        match = MatchRate(hourly_pence=1001, source="Theirs")
        row = tables.time_given(scope, match).rows[0]
        assert (row[0], row[1], row[2], row[4]) == ("No kind named", 1, 45, 751)
        assert tables.by_kind(scope, are_unpaid=True).rows == (("No kind named", 1, 45),)


def test_expenses_say_what_they_were_for_and_access_costs_are_no_part_of_them(
    world: World,
) -> None:
    world.claim(world.person())
    with day_of_work(world) as scope:
        assert tables.money_spent(scope).rows == (("Expenses: Bus", None, 460),)
        assert tables.access_costs(scope).rows == ()
        assert tables.things_made(scope).rows == ()
