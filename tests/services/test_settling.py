"""What became of the money is recorded once, and what comes back is owed again to the penny."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.errors import (
    NotFoundError,
    OwnWorkError,
    PaymentNotPaidError,
    ReasonMissingError,
    WrongStateError,
)
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_errors import GivenBeforeError, KeptBackBeforeError
from coprod_desktop.domain.pay_runs import Payment, PaymentLine, PaymentState, PayRun, RunState
from coprod_desktop.domain.recoveries import Recovery
from tests.builders import PAID_ON, TODAY
from tests.services.boxes import exported, payments
from tests.services.world import IDRIS, World


def line_ids(world: World, payment: Payment) -> list[int]:
    """Return the lines of a payment."""
    lines = world.records(PaymentLine)[PaymentLine]
    return [one.payment_line_id for one in lines if one.payment_id == payment.payment_id]


def paid_in_error(world: World, name: str = "Aisha Rahman", minutes: int = 150) -> Payment:
    """Pay a piece of work and take it back while the person holds the money."""
    world.approved(world.person(name), minutes=minutes)
    payment = payments(world, world.settled_run())[name]
    world.office.settling.take_back(line_ids(world, payment), "Nobody was there")
    return payment


def owed_back(world: World) -> int:
    """Return what is still to be kept back."""
    found = world.records(Recovery)[Recovery]
    return sum(one.pence for one in found if one.state is WorkState.APPROVED)


def test_some_are_settled_and_the_run_waits_for_the_others(world: World) -> None:
    for name in ("Aisha Rahman", "Bronwen Pugh"):
        world.approved(world.person(name))
    run = exported(world)
    first, second = payments(world, run).values()
    world.office.settling.settle_some([first.payment_id], PAID_ON)
    assert world.office.pay_runs.details(run.number).run.state is RunState.EXPORTED
    with world.refused(WrongStateError):
        world.office.settling.settle_some([first.payment_id, second.payment_id], PAID_ON)
    world.office.settling.settle_some([second.payment_id], TODAY)
    settled = world.office.pay_runs.details(run.number).run
    assert (settled.state, settled.settled_on) == (RunState.SETTLED, TODAY)
    with world.refused(NotFoundError):
        world.office.settling.settle_some([1], PAID_ON)


def test_nobody_settles_a_run_that_pays_them(world: World) -> None:
    world.approved(world.operator_who_takes_part("Nia Morgan"))
    run = exported(world)
    world.sit("Nia Morgan")
    with world.refused(OwnWorkError):
        world.office.settling.settle(run.number, PAID_ON)


def test_a_payment_comes_back_once_and_is_owed_again(world: World) -> None:
    piece = world.approved(world.person())
    payment = payments(world, world.settled_run())["Aisha Rahman"]
    with world.refused(ReasonMissingError):
        world.office.settling.came_back([payment.payment_id], TODAY, " ")
    world.office.settling.came_back([payment.payment_id], TODAY, "Account closed")
    assert world.office.contributions.get(piece.contribution_id).state is WorkState.APPROVED
    with world.refused(WrongStateError):
        world.office.settling.came_back([payment.payment_id], TODAY, "Account closed")
    again = payments(world, world.settled_run())["Aisha Rahman"]
    assert again.pence == payment.pence
    assert world.findings() == ()


def test_nothing_comes_back_before_it_could_leave(world: World) -> None:
    world.approved(world.person())
    payment = payments(world, world.approved_run())["Aisha Rahman"]
    with world.refused(WrongStateError):
        world.office.settling.came_back([payment.payment_id], TODAY, "Account closed")


def test_what_was_paid_in_error_is_kept_back_from_what_comes_next(world: World) -> None:
    paid_in_error(world)
    (piece,) = world.records(Contribution)[Contribution]
    assert (piece.state, piece.note) == (WorkState.SENT_BACK, "Nobody was there")
    world.office.contributions.correct(replace(piece, minutes=100))
    world.office.contributions.approve([piece.contribution_id])
    second = payments(world, world.settled_run())["Aisha Rahman"]
    assert second.pence == 0
    assert owed_back(world) == 1000
    assert world.findings() == ()


def test_only_what_is_paid_and_stands_is_taken_back(world: World) -> None:
    world.approved(world.person())
    payment = payments(world, exported(world))["Aisha Rahman"]
    lines = line_ids(world, payment)
    with world.refused(PaymentNotPaidError):
        world.office.settling.take_back(lines, "Nobody was there")
    world.office.settling.settle_some([payment.payment_id], PAID_ON)
    with world.refused(ReasonMissingError):
        world.office.settling.take_back(lines, "")
    world.office.settling.take_back(lines, "Nobody was there")
    with world.refused(NotFoundError):
        world.office.settling.take_back(lines, "Again")


def test_money_that_comes_back_is_not_kept_back_as_well(world: World) -> None:
    payment = paid_in_error(world)
    world.office.settling.came_back([payment.payment_id], TODAY, "Account closed")
    assert owed_back(world) == 0
    (piece,) = world.records(Contribution)[Contribution]
    world.office.contributions.approve([piece.contribution_id])
    assert payments(world, world.settled_run())["Aisha Rahman"].pence == payment.pence
    assert world.findings() == ()


def test_a_run_reversed_after_something_was_taken_back_keeps_nothing_back(world: World) -> None:
    payment = paid_in_error(world)
    world.taken_back(1, "The bank sent all of it back")
    assert owed_back(world) == 0
    with world.office.desk.reading() as reading:
        assert reading.get(Payment, payment.payment_id).state is PaymentState.CAME_BACK
    world.office.history.undo()
    assert owed_back(world) == payment.pence
    assert world.findings() == ()


def test_money_does_not_come_back_once_it_was_kept_back_from_another_payment(world: World) -> None:
    payment = paid_in_error(world)
    (piece,) = world.records(Contribution)[Contribution]
    world.office.contributions.approve([piece.contribution_id])
    run = world.prepared()
    with world.refused(KeptBackBeforeError) as caught:
        world.office.settling.came_back([payment.payment_id], TODAY, "Account closed")
    assert caught.value.facts == {"number": run.number}
    with world.refused(KeptBackBeforeError):
        world.taken_back(1, "The bank sent all of it back")
    world.taken_back(run.number, "Not needed now")
    world.office.settling.came_back([payment.payment_id], TODAY, "Account closed")
    assert owed_back(world) == 0


def test_a_split_recovery_comes_together_again_when_its_run_is_reversed(world: World) -> None:
    paid_in_error(world)
    (piece,) = world.records(Contribution)[Contribution]
    world.office.contributions.correct(replace(piece, minutes=50))
    world.office.contributions.approve([piece.contribution_id])
    run = world.settled_run()
    assert owed_back(world) == 2000
    world.taken_back(run.number, "The wrong day")
    assert owed_back(world) == 3000
    assert world.findings() == ()


def test_a_gift_stands_in_the_way_of_money_that_comes_back(world: World) -> None:
    world.approved(world.person())
    payment = payments(world, world.settled_run())["Aisha Rahman"]
    gift = world.office.gifts.record(payment.payment_id, 1000, TODAY)
    with world.refused(GivenBeforeError) as caught:
        world.office.settling.came_back([payment.payment_id], TODAY, "Account closed")
    assert caught.value.facts == {"pence": gift.pence}
    with world.refused(GivenBeforeError):
        world.taken_back(1, "The bank sent all of it back")
    world.office.history.undo()
    world.office.settling.came_back([payment.payment_id], TODAY, "Account closed")


def test_a_run_reversed_after_some_came_back_takes_the_others_back(world: World) -> None:
    for name in ("Aisha Rahman", "Bronwen Pugh", "Ceri Walsh"):
        world.approved(world.person(name, paid_by=PaidBy.CASH))
    run = exported(world)
    first, second, _third = payments(world, run).values()
    world.office.settling.settle_some([first.payment_id, second.payment_id], PAID_ON)
    world.office.settling.came_back([first.payment_id], TODAY, "Nobody came")
    before = world.office.cash.left()
    world.taken_back(run.number, "The wrong day")
    states = [one.state for one in world.records(Payment)[Payment]]
    assert states == [PaymentState.CAME_BACK, PaymentState.CAME_BACK, PaymentState.TAKEN_BACK]
    assert world.office.cash.left() == before + second.pence == 0
    assert {one.state for one in world.records(PayRun)[PayRun]} == {RunState.REVERSED}
    assert {one.state for one in world.records(Contribution)[Contribution]} == {WorkState.APPROVED}


@pytest.mark.parametrize("verb", ["settle", "came back"])
def test_a_run_is_closed_with_the_last_of_its_payments(world: World, verb: str) -> None:
    for name in ("Aisha Rahman", "Bronwen Pugh"):
        world.approved(world.person(name))
    run = exported(world)
    first, second = payments(world, run).values()
    world.office.settling.settle_some([first.payment_id], PAID_ON)
    if verb == "settle":
        world.office.settling.settle(run.number, PAID_ON)
    else:
        world.office.settling.came_back([second.payment_id], TODAY, "Account closed")
    assert world.office.pay_runs.details(run.number).run.state is RunState.SETTLED
    world.sit(IDRIS)
    with world.refused(WrongStateError):
        world.office.settling.settle(run.number, PAID_ON)
