"""What waits up to a day is approved at once, except one's own."""

import datetime

from coprod_desktop.domain.approvals import Approval
from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.expenses import ExpenseClaim
from tests.builders import WORKED_ON, a_project
from tests.services.world import World

BEFORE = WORKED_ON - datetime.timedelta(days=1)


def test_work_and_claims_up_to_the_day_are_approved_in_one_change(world: World) -> None:
    person = world.person()
    world.office.sessions.log(world.session(world.row(person)))
    world.claim(person)
    assert world.office.approvals.approve_up_to(BEFORE).contributions == 0
    done = world.office.approvals.approve_up_to(WORKED_ON)
    assert (done.contributions, done.claims, done.own_left) == (2, 1, 0)
    records = world.records(Contribution, ExpenseClaim, Approval)
    assert {one.state for one in records[Contribution]} == {WorkState.APPROVED}
    assert {one.state for one in records[ExpenseClaim]} == {WorkState.APPROVED}
    assert len(records[Approval]) == 3
    assert world.office.history.latest(1)[0].rows == 6
    assert world.office.approvals.approve_up_to(WORKED_ON).contributions == 0


def test_another_project_waits(world: World) -> None:
    world.office.projects.add(a_project(name="Garden"))
    world.office.sessions.log(world.session(world.row(world.person())))
    assert world.office.approvals.approve_up_to(WORKED_ON, "garden").contributions == 0
    assert world.office.approvals.approve_up_to(WORKED_ON, world.project.name).contributions == 2
    with world.refused(NotFoundError):
        world.office.approvals.approve_up_to(WORKED_ON, "Moon")


def test_ones_own_work_is_left_for_somebody_else(world: World) -> None:
    own = world.operator_who_takes_part()
    other = world.person("Bronwen Pugh")
    world.office.sessions.log(world.session(world.row(own), world.row(other)))
    world.sit("Nia Morgan")
    done = world.office.approvals.approve_up_to(WORKED_ON)
    assert (done.contributions, done.own_left) == (2, 2)
    waiting = [
        one.participant_id
        for one in world.records(Contribution)[Contribution]
        if one.state is WorkState.LOGGED
    ]
    assert set(waiting) == {own.participant_id}
