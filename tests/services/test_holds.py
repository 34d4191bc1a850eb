"""Money waits for a reason, and everything that does not wait is paid."""

import datetime

import pytest

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.errors import (
    NotFoundError,
    NothingLeftInRunError,
    NothingToPayError,
    ReasonMissingError,
    SamePersonError,
    WrongStateError,
)
from coprod_desktop.domain.holds import HoldOn
from coprod_desktop.domain.pay_runs import Payment, PaymentLine
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.domain.vouchers import Voucher, VoucherState
from tests.builders import TODAY
from tests.services.boxes import bought, by_voucher, payments
from tests.services.test_settling import line_ids, paid_in_error
from tests.services.world import GRACE, IDRIS, World

DAY = datetime.timedelta(days=1)


def test_a_hold_keeps_a_person_out_until_it_ends_or_is_lifted(world: World) -> None:
    person = world.person()
    world.approved(person)
    hold = world.office.holds.place(person.participant_id, " Asked  to wait ", until_on=TODAY + DAY)
    assert hold.because == "Asked to wait"
    with world.refused(NothingToPayError):
        world.prepared()
    _due, held = world.office.pay_runs.to_pay(TODAY)
    assert [(one.because, one.until_on) for one in held] == [("Asked to wait", TODAY + DAY)]
    assert len(world.office.pay_runs.to_pay(TODAY, TODAY + DAY)[0]) == 1
    assert world.office.holds.in_force() == (hold,)
    world.office.holds.lift([hold.hold_id])
    assert world.office.holds.in_force() == ()
    assert world.prepared().number == 1


@pytest.mark.parametrize("on", [HoldOn.CONTRIBUTION, HoldOn.EXPENSE_CLAIM])
def test_one_piece_waits_and_the_rest_is_paid(world: World, on: HoldOn) -> None:
    person = world.person()
    subjects = {
        HoldOn.CONTRIBUTION: world.approved(person).contribution_id,
        HoldOn.EXPENSE_CLAIM: world.approved_claim(person).expense_claim_id,
    }
    world.office.holds.place(person.participant_id, "A question", on=on, subject_id=subjects[on])
    paid = payments(world, world.prepared())["Aisha Rahman"]
    expected = (0, 460) if on is HoldOn.CONTRIBUTION else (3000, 0)
    assert (paid.payment_pence, paid.reimbursement_pence) == expected


def test_a_hold_needs_a_reason_and_something_to_hold(world: World) -> None:
    person = world.person()
    with world.refused(ReasonMissingError):
        world.office.holds.place(person.participant_id, " ")
    for on in HoldOn:
        with world.refused(NotFoundError):
            world.office.holds.place(1, "Asked", on=on)
    with world.refused(NotFoundError):
        world.office.holds.lift([1])


def test_a_person_is_taken_out_of_a_run_and_waits(world: World) -> None:
    for name in ("Aisha Rahman", "Bronwen Pugh"):
        world.approved(world.person(name))
    run = world.prepared()
    payment = payments(world, run)["Aisha Rahman"]
    world.sit(IDRIS)
    world.office.holds.hold_payment(payment.payment_id, "Asked")
    assert list(payments(world, run)) == ["Bronwen Pugh"]
    with world.refused(SamePersonError):
        world.office.pay_runs.approve(run.number)
    with world.refused(NothingLeftInRunError):
        world.office.holds.hold_payment(payments(world, run)["Bronwen Pugh"].payment_id, "Asked")
    assert world.findings() == ()


def test_a_run_that_is_approved_is_not_changed(world: World) -> None:
    world.approved(world.person())
    payment = payments(world, world.approved_run())["Aisha Rahman"]
    with world.refused(WrongStateError):
        world.office.holds.hold_payment(payment.payment_id, "Asked")
    with world.refused(WrongStateError):
        world.office.holds.put_off(payment.payment_id, line_ids(world, payment), "Asked")


def test_a_payment_is_split_and_the_rest_of_it_is_paid_now(world: World) -> None:
    person = world.person()
    first, second = world.approved(person), world.approved(person, minutes=50)
    run = world.prepared()
    payment = payments(world, run)["Aisha Rahman"]
    lines = {one.subject_id: one for one in world.records(PaymentLine)[PaymentLine]}
    later = lines[first.contribution_id].payment_line_id
    world.approved(person, minutes=25)  # approved since: it waits for a run of its own
    world.office.holds.put_off(payment.payment_id, [later], "A question", until_on=TODAY + DAY)
    assert payments(world, run)["Aisha Rahman"].pence == 1000
    states = [world.office.contributions.get(one.contribution_id).state for one in (first, second)]
    assert states == [WorkState.APPROVED, WorkState.IN_PAY_RUN]
    assert world.findings() == ()


def test_what_is_split_off_must_be_of_the_payment(world: World) -> None:
    world.approved(world.person())
    payment = payments(world, world.prepared())["Aisha Rahman"]
    with world.refused(WrongStateError):
        world.office.holds.put_off(payment.payment_id, [1], "A question")
    with world.refused(NothingLeftInRunError):
        world.office.holds.put_off(payment.payment_id, line_ids(world, payment), "A question")


def test_no_more_is_kept_back_than_the_rest_of_a_split_payment_earned(world: World) -> None:
    world.approved(world.person("Bronwen Pugh"))
    paid_in_error(world, minutes=300)
    person = next(one for one in world.office.participants.everybody() if one.name[0] == "A")
    world.approved(person, minutes=25)
    put_off = world.approved(person, minutes=50)
    world.approved(world.person("Ceri Walsh"))
    run = world.prepared()
    payment = payments(world, run)["Aisha Rahman"]
    assert payment.pence == 0
    world.approved(person, minutes=300)  # approved since, so it is no part of this run
    lines = {one.subject_id: one for one in world.records(PaymentLine)[PaymentLine]}
    later = lines[put_off.contribution_id].payment_line_id
    world.office.holds.put_off(payment.payment_id, [later], "A question")
    assert payments(world, run)["Aisha Rahman"].pence == 0
    found = world.records(Recovery)[Recovery]
    kept = sum(one.pence for one in found if one.state is WorkState.IN_PAY_RUN)
    left = sum(one.pence for one in found if one.state is WorkState.APPROVED)
    assert (kept, left) == (500, 5500)
    assert world.findings() == ()


def test_vouchers_of_a_held_payment_are_in_stock_again(world: World) -> None:
    by_voucher(world, "Ion Țurcanu", 10)
    by_voucher(world, "Amina Yusuf", 10)
    bought(world, 2)
    run = world.prepared()
    world.office.vouchers.set_aside(run.number)
    world.office.holds.hold_payment(payments(world, run)["Ion Țurcanu"].payment_id, "Asked")
    vouchers = world.records(Voucher)[Voucher]
    assert sorted(one.state for one in vouchers) == [VoucherState.IN_STOCK, VoucherState.SET_ASIDE]
    assert len(world.records(Payment)[Payment]) == 1
    assert world.office.operators.present.name == GRACE
