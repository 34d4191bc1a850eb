"""The desk knows the day, hands out ids, and records who does what."""

import datetime

from coprod_desktop.domain.organisation import Operator
from coprod_desktop.services.desk import Desk
from tests.builders import NOW, TODAY
from tests.services.world import GRACE, World


def test_the_day_and_the_moment_are_of_the_desks_clock(world: World) -> None:
    assert (world.office.desk.now(), world.office.desk.today()) == (NOW, TODAY)
    desk = Desk(world.office.desk.database)
    now = datetime.datetime.now(datetime.UTC)
    assert abs(desk.now() - now) < datetime.timedelta(hours=1)


def test_ids_are_never_the_same(world: World) -> None:
    ids = [world.office.desk.new_id() for _n in range(100)]
    assert len(set(ids)) == 100


def test_a_transaction_is_recorded_under_the_operator(world: World) -> None:
    desk = world.office.desk
    with desk.transaction("add operator") as work:
        work.add(Operator(operator_id=desk.new_id(), name="Nia Morgan"))
    (change,) = world.office.history.latest(1)
    assert (change.verb, change.operator) == ("add operator", GRACE)
