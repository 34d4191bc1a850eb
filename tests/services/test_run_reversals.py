"""Taking back a run whose money may have left takes two; others take one."""

import pytest

from coprod_desktop.domain.errors import OwnWorkError, ReasonMissingError, WrongStateError
from coprod_desktop.domain.pay_errors import ReversalAskedError, ReversalNotAskedError
from coprod_desktop.domain.pay_runs import RunState
from tests.services.world import GRACE, IDRIS, World


def exported(world: World) -> int:
    world.approved(world.person())
    number = world.approved_run().number
    world.office.payment_files.record(number)
    return number


def test_a_run_whose_files_are_not_made_is_taken_back_by_one(world: World) -> None:
    world.approved(world.person())
    assert world.office.pay_runs.reverse(world.approved_run().number, "No").state == "reversed"


def test_files_that_were_made_may_be_at_the_bank_so_it_takes_two(world: World) -> None:
    number = exported(world)
    assert world.office.pay_runs.reverse(number, "Wrong day").state is RunState.EXPORTED
    world.sit(IDRIS)
    run = world.office.pay_runs.reverse(number, "The bank has stopped it")
    assert (run.state, run.note) == (RunState.REVERSED, "Wrong day\nThe bank has stopped it")


def test_whoever_asks_says_why(world: World) -> None:
    number = exported(world)
    with world.refused(ReasonMissingError):
        world.office.pay_runs.reverse(number, " ")


def test_a_run_that_is_let_stand_is_asked_for_anew(world: World) -> None:
    number = exported(world)
    world.office.pay_runs.reverse(number, "Wrong day")
    with world.refused(ReasonMissingError):
        world.office.pay_runs.let_stand(number, "")
    world.sit(IDRIS)
    world.office.pay_runs.let_stand(number, "It is the right day")
    assert world.office.pay_runs.approval(number).reversal is None
    with world.refused(ReversalNotAskedError):
        world.office.pay_runs.let_stand(number, "It is the right day")
    assert world.office.pay_runs.reverse(number, "It is not").state is RunState.EXPORTED
    with world.refused(ReversalAskedError):
        world.office.pay_runs.reverse(number)
    world.sit(GRACE)
    assert world.office.pay_runs.reverse(number).state is RunState.REVERSED
    with world.refused(WrongStateError):
        world.office.pay_runs.reverse(number, "Again")


def test_a_request_is_taken_back_with_undo(world: World) -> None:
    number = exported(world)
    world.office.pay_runs.reverse(number, "Wrong day")
    assert world.office.history.undo().verb == "ask to take pay run back"
    assert world.office.pay_runs.approval(number).reversal is None


@pytest.mark.parametrize("is_first", [True, False])
def test_whom_a_run_pays_neither_asks_nor_confirms(world: World, is_first: bool) -> None:
    world.approved(world.operator_who_takes_part("Nia Morgan"))
    number = exported(world)
    if not is_first:
        world.office.pay_runs.reverse(number, "Wrong day")
    world.sit("Nia Morgan")
    with world.refused(OwnWorkError):
        world.office.pay_runs.reverse(number, "Wrong day")


def test_a_request_leaves_the_approvals_as_they_are(world: World) -> None:
    number = exported(world)
    world.office.pay_runs.reverse(number, "Wrong day")
    assert [one.name for one in world.office.pay_runs.approval(number).approvers] == [IDRIS]
