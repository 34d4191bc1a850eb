"""Everything that waits up to a day is approved in one step, one's own left for others."""

from coprod_desktop.domain.approvals import Approval
from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.services.approvals import ApprovedUpTo
from tests.builders import TODAY, WORKED_ON, a_project
from tests.services.world import World


def test_work_and_claims_up_to_the_day_are_approved(world: World) -> None:
    person = world.person()
    world.log(person)
    late = world.log(person, worked_on=TODAY)
    world.claim(person)
    done = world.office.approvals.approve_up_to(WORKED_ON)
    assert done == ApprovedUpTo(contributions=1, claims=1, own_left=0)
    assert world.office.contributions.get(late.contribution_id).state is WorkState.LOGGED
    assert len(world.records(Approval)[Approval]) == 2


def test_ones_own_is_left_and_counted(world: World) -> None:
    own = world.operator_who_takes_part("Nia Morgan")
    world.log(own)
    world.claim(own)
    world.log(world.person())
    world.sit("Nia Morgan")
    done = world.office.approvals.approve_up_to(TODAY)
    assert done == ApprovedUpTo(contributions=1, claims=0, own_left=2)


def test_one_project_can_be_chosen_by_name(world: World) -> None:
    person = world.person()
    garden = world.office.projects.add(a_project(name="Garden"))
    world.log(person)
    world.log(person, project_id=garden.project_id)
    assert world.office.approvals.approve_up_to(TODAY, "GARDEN").contributions == 1
    with world.refused(NotFoundError):
        world.office.approvals.approve_up_to(TODAY, "Nowhere")


def test_what_was_sent_back_waits_for_its_own_look(world: World) -> None:
    logged = world.log(world.person())
    world.office.contributions.send_back(logged.contribution_id, "An hour?")
    assert world.office.approvals.approve_up_to(TODAY).contributions == 0
    (piece,) = world.records(Contribution)[Contribution]
    assert piece.state is WorkState.SENT_BACK
