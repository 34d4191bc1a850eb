"""What a run pays moves with it, and a run is closed when nothing of it waits."""

from coprod_desktop.domain.approvals import Decision
from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.pay_runs import PaymentLine, RunState
from coprod_desktop.services.run_moves import (
    decisions_of,
    free_lines,
    move_subjects,
    note_decision,
    settle_run_if_done,
)
from tests.services.boxes import exported
from tests.services.world import World


def test_live_lines_move_what_they_pay_and_dead_ones_do_not(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.approved_claim(person)
    world.prepared()
    with world.office.desk.transaction("try") as work:
        free_lines(work, work.find(PaymentLine))
        assert {one.state for one in work.find(Contribution)} == {WorkState.APPROVED}
        assert {one.state for one in work.find(ExpenseClaim)} == {WorkState.APPROVED}
        assert {one.is_live for one in work.find(PaymentLine)} == {False}
        move_subjects(work, work.find(PaymentLine), WorkState.PAID)
        assert {one.state for one in work.find(Contribution)} == {WorkState.APPROVED}


def test_a_run_with_something_that_waits_stays_open(world: World) -> None:
    world.approved(world.person())
    run = exported(world)
    with world.office.desk.transaction("try") as work:
        assert settle_run_if_done(work, run) == run
    assert world.office.pay_runs.details(run.number).run.state is RunState.EXPORTED


def test_decisions_are_told_in_their_order(world: World) -> None:
    world.approved(world.person())
    run = world.prepared()
    with world.office.desk.transaction("try") as work:
        note_decision(world.office.desk, work, run, Decision.SENT_BACK, " Who  is this? ")
        found = decisions_of(work, run)
    assert [(one.decision, one.reason) for one in found] == [
        (Decision.PREPARED, ""),
        (Decision.SENT_BACK, "Who is this?"),
    ]
