"""A step about money is taken back only while nobody has built on it."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.changes import Change
from coprod_desktop.domain.errors import CannotUndoError
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.domain.pay_runs import Payment
from coprod_desktop.domain.vouchers import Voucher
from coprod_desktop.services.expenses import ExpenseLine
from tests.builders import PAID_ON, TODAY, WORKED_ON
from tests.services.boxes import bought, by_voucher, exported, payments
from tests.services.world import IDRIS, World


def last(world: World) -> int:
    """Return the number of the change just made."""
    change: Change = world.office.history.latest(1)[0]
    return change.change_id


def cannot_undo(world: World, change_id: int) -> None:
    """Expect that a change is not taken back, since something was built on it."""
    with world.refused(CannotUndoError) as caught:
        world.office.history.undo(change_id)
    assert caught.value.facts["because"] in ("later", "paid")


def two_people(world: World) -> None:
    """Approve work of two people."""
    for name in ("Aisha Rahman", "Bronwen Pugh"):
        world.approved(world.person(name))


def test_a_hold_taken_back_brings_nobody_into_a_run_that_was_approved_without_them(
    world: World,
) -> None:
    two_people(world)
    run = world.prepared()
    world.office.holds.hold_payment(payments(world, run)["Aisha Rahman"].payment_id, "Asked")
    held = last(world)
    world.sit(IDRIS)
    world.office.pay_runs.approve(run.number)
    cannot_undo(world, held)


def test_a_hold_is_taken_back_while_nobody_has_approved_since(world: World) -> None:
    two_people(world)
    run = world.prepared()
    before = world.records(Payment)
    world.office.holds.hold_payment(payments(world, run)["Aisha Rahman"].payment_id, "Asked")
    world.office.history.undo(last(world))
    assert world.records(Payment) == before
    assert world.findings() == ()


def test_the_first_of_two_approvals_stays_once_the_second_is_given(world: World) -> None:
    organisation = world.office.organisation.get()
    world.office.organisation.save(replace(organisation, second_approver_above_pence=1))
    third = world.office.operators.add("Ola Brand")
    world.approved(world.person())
    run = world.prepared()
    world.sit(IDRIS)
    world.office.pay_runs.approve(run.number)
    first = last(world)
    world.office.operators.sit_down(third.operator_id)
    world.office.pay_runs.approve(run.number)
    second = last(world)
    cannot_undo(world, first)
    world.office.history.undo(second)
    world.office.history.undo(first)
    assert world.office.pay_runs.approval(run.number).approvers == ()


def test_what_came_back_stays_so_once_its_run_is_settled(world: World) -> None:
    two_people(world)
    run = exported(world)
    world.office.settling.came_back(
        [payments(world, run)["Aisha Rahman"].payment_id], TODAY, "Account closed"
    )
    returned = last(world)
    world.office.settling.settle(run.number, PAID_ON)
    cannot_undo(world, returned)


def test_vouchers_put_back_stay_so_once_the_payment_is_made(world: World) -> None:
    by_voucher(world, "Ion Țurcanu", 10)
    bought(world, 1)
    run = world.prepared()
    world.office.vouchers.set_aside(run.number)
    payment = payments(world, run)["Ion Țurcanu"]
    world.office.vouchers.put_back(payment.payment_id)
    put_back = last(world)
    number = exported_as(world, run.number)
    world.office.settling.settle(number, PAID_ON, without_vouchers="Bought at the shop.")
    cannot_undo(world, put_back)
    assert [one.payment_id for one in world.records(Voucher)[Voucher]] == [None]


def exported_as(world: World, number: int) -> int:
    """Approve a run that is prepared, and say that its files were made."""
    world.sit(IDRIS)
    world.office.pay_runs.approve(number)
    world.office.payment_files.record(number)
    return number


@pytest.mark.parametrize("how", ["agree", "add a line"])
def test_an_amount_stays_as_it_was_approved(world: World, how: str) -> None:
    claim = world.claim(world.person())
    (item,) = world.records(ExpenseItem)[ExpenseItem]
    if how == "agree":
        world.office.expenses.agree(item.expense_item_id, 300, "A day ticket")
    else:
        line = ExpenseLine(spent_on=WORKED_ON, kind=item.kind, what="Back", pence=200)
        world.office.expenses.add_line(claim.expense_claim_id, line)
    changed = last(world)
    world.office.expenses.approve([claim.expense_claim_id])
    cannot_undo(world, changed)
    world.prepared()
    cannot_undo(world, changed)


def test_a_reversal_stays_once_what_it_freed_was_agreed_otherwise(world: World) -> None:
    claim = world.approved_claim(world.person())
    run = world.settled_run()
    world.taken_back(run.number, "The wrong day")
    reversed_then = last(world)
    (item,) = world.records(ExpenseItem)[ExpenseItem]
    world.office.expenses.agree(item.expense_item_id, 300, "A day ticket")
    world.office.expenses.approve([claim.expense_claim_id])
    cannot_undo(world, reversed_then)
