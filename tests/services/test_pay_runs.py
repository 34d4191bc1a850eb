"""A run pays each piece of work once, prepared by one person and approved by another."""

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.contributions import Choice, Contribution, WorkState
from coprod_desktop.domain.errors import (
    NotFoundError,
    NothingToPayError,
    OwnWorkError,
    ReasonMissingError,
    SamePersonError,
    WrongStateError,
)
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentLine, RunState
from tests.builders import PAID_ON, TODAY, WORKED_ON
from tests.services.world import GRACE, IDRIS, World


def test_a_run_collects_approved_work_and_claims_by_person(world: World) -> None:
    person, other = world.person(), world.person("Bronwen Pugh", paid_by=PaidBy.CASH)
    world.approved(person)
    world.approved(person, minutes=60)
    world.approved_claim(person)
    world.approved(other, minutes=90)
    world.log(other)
    prepared = world.office.pay_runs.prepare(TODAY, PAID_ON)
    assert [
        (p.name, pay.method, pay.payment_pence, pay.reimbursement_pence)
        for p, pay in prepared.payments
    ] == [("Aisha Rahman", PaidBy.BANK, 4200, 460), ("Bronwen Pugh", PaidBy.CASH, 1800, 0)]
    assert prepared.total_pence == 6460
    assert prepared.held == ()
    assert (prepared.run.number, prepared.run.pay_on) == (1, PAID_ON)
    assert prepared.run.prepared_by_id == world.operators[GRACE]
    assert prepared.run.prepared_at == world.clock.now
    assert world.office.pay_runs.details(1) == prepared


def test_account_details_are_frozen_on_the_payment(world: World) -> None:
    person = world.person()
    world.approved(person)
    number = world.prepared().number
    details = world.office.bank_details.get(person.participant_id)
    assert details is not None
    changed = replace(details, account_number="99999999")
    world.office.bank_details.save(changed)
    ((_person, payment),) = world.office.pay_runs.details(number).payments
    assert payment.account_number == details.account_number


def test_work_after_the_day_waits_for_the_next_run(world: World) -> None:
    person = world.person()
    early, late = world.approved(person), world.approved(person, worked_on=TODAY)
    run = world.prepared(WORKED_ON)
    states = {c.contribution_id: c.state for c in world.records(Contribution)[Contribution]}
    assert states[early.contribution_id] is WorkState.IN_PAY_RUN
    assert states[late.contribution_id] is WorkState.APPROVED
    assert (run.number, world.prepared().number) == (1, 2)


def test_nothing_to_pay_is_said_and_makes_no_run(world: World) -> None:
    person = world.person()
    world.log(person)
    world.approved(person, choice=Choice.DECLINE)
    with world.refused(NothingToPayError):
        world.prepared()
    assert world.office.pay_runs.to_pay(TODAY) == ((), ())


def test_the_next_run_holds_nothing_of_the_last(world: World) -> None:
    world.approved(world.person())
    world.prepared()
    with world.refused(NothingToPayError):
        world.prepared()


def test_the_one_who_prepared_a_run_does_not_approve_it(world: World) -> None:
    world.approved(world.person())
    number = world.prepared().number
    with world.refused(SamePersonError):
        world.office.pay_runs.approve(number)
    world.sit(IDRIS)
    approved = world.office.pay_runs.approve(number)
    assert approved.state is RunState.APPROVED
    assert approved.approved_by_id == world.operators[IDRIS]
    assert approved.approved_at == world.clock.now


def test_one_person_may_do_both_where_the_trustees_said_so(world: World) -> None:
    organisation = world.office.organisation.get()
    note = "We are two people; the accountant looks at every run. Trustees, 3 May 2026."
    world.office.organisation.save(replace(organisation, four_eyes_note=note))
    world.approved(world.person())
    number = world.prepared().number
    assert world.office.pay_runs.approve(number).state is RunState.APPROVED
    assert world.office.payment_files.sheet(number).four_eyes_note == note


def test_nobody_approves_a_run_that_pays_them(world: World) -> None:
    person = world.operator_who_takes_part("Nia Morgan")
    world.approved(person)
    number = world.prepared().number
    world.sit("Nia Morgan")
    with world.refused(OwnWorkError):
        world.office.pay_runs.approve(number)


def test_settling_marks_the_work_paid_with_its_day(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.approved_claim(person)
    run = world.settled_run()
    assert (run.state, run.settled_on) == (RunState.SETTLED, PAID_ON)
    found = world.records(Contribution, ExpenseClaim, Payment)
    assert {one.state for one in found[Contribution]} == {WorkState.PAID}
    assert {one.state for one in found[ExpenseClaim]} == {WorkState.PAID}
    assert {one.paid_on for one in found[Payment]} == {PAID_ON}


def test_a_run_taken_back_is_owed_again_and_paid_by_the_next(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.approved_claim(person)
    first = world.settled_run()
    world.taken_back(first.number, "The bank sent it back.")
    assert {one.state for one in world.records(Contribution)[Contribution]} == {WorkState.APPROVED}
    assert {line.is_live for line in world.records(PaymentLine)[PaymentLine]} == {False}
    second = world.settled_run()
    summaries = world.office.pay_runs.summaries()
    assert [(row.number, row.state) for row in summaries] == [
        (second.number, RunState.SETTLED),
        (first.number, RunState.REVERSED),
    ]
    assert [row.payment_pence + row.reimbursement_pence for row in summaries] == [3460, 3460]
    assert world.findings() == ()


def test_taking_back_needs_a_reason_and_happens_once(world: World) -> None:
    world.approved(world.person())
    number = world.prepared().number
    with world.refused(ReasonMissingError):
        world.taken_back(number, " ")
    run = world.taken_back(number, "Wrong day")
    assert (run.state, run.note) == (RunState.REVERSED, "Wrong day")
    with world.refused(WrongStateError):
        world.taken_back(number, "Again")


def test_the_steps_of_a_run_come_in_their_order(world: World) -> None:
    world.approved(world.person())
    number = world.prepared().number
    with world.refused(WrongStateError):
        world.office.settling.settle(number, PAID_ON)
    world.sit(IDRIS)
    world.office.pay_runs.approve(number)
    with world.refused(WrongStateError):
        world.office.pay_runs.approve(number)
    with world.refused(WrongStateError):
        world.office.settling.settle(number, PAID_ON)


@pytest.mark.parametrize("verb", ["details", "approve", "settle", "reverse"])
def test_a_run_that_is_not_there_is_named(world: World, verb: str) -> None:
    more: dict[str, tuple[object, ...]] = {"settle": (PAID_ON,), "reverse": ("Wrong",)}
    service = world.office.settling if verb == "settle" else world.office.pay_runs
    with world.refused(NotFoundError) as caught:
        getattr(service, verb)(7, *more.get(verb, ()))
    assert caught.value.facts == {"noun": "pay run", "name": 7}


def test_held_people_stand_with_a_prepared_run_only(world: World) -> None:
    world.approved(world.person())
    world.approved(world.person("Bronwen Pugh", has_account=False))
    number = world.prepared().number
    assert [held.name for held in world.office.pay_runs.details(number).held] == ["Bronwen Pugh"]
    world.sit(IDRIS)
    world.office.pay_runs.approve(number)
    assert world.office.pay_runs.details(number).held == ()


def test_every_line_of_a_run_says_what_it_pays(world: World) -> None:
    person = world.person()
    piece = world.approved(person)
    claim = world.approved_claim(person)
    world.prepared()
    lines = world.records(PaymentLine)[PaymentLine]
    assert {(line.kind, line.subject_id, line.pence) for line in lines} == {
        (LineKind.CONTRIBUTION, piece.contribution_id, 3000),
        (LineKind.EXPENSE_CLAIM, claim.expense_claim_id, 460),
    }


def test_runs_of_other_days_do_not_disturb_each_other(world: World) -> None:
    person = world.person()
    world.approved(person)
    first = world.prepared()
    world.approved(person, worked_on=WORKED_ON + datetime.timedelta(days=1))
    second = world.prepared()
    world.taken_back(first.number, "Wrong day")
    assert world.office.pay_runs.details(second.number).total_pence == 3000
    assert world.findings() == ()


def test_each_payment_is_explained_by_its_own_lines(world: World) -> None:
    person = world.person("Ceri Walsh", paid_by=PaidBy.CASH)
    world.approved(person, minutes=60)
    prepared = world.office.pay_runs.prepare(TODAY)
    ((_who, payment),) = prepared.payments
    lines = world.office.pay_runs.paid_for(payment.payment_id)
    assert sum(line.pence for line in lines) == payment.pence
    assert [line.minutes for line in lines] == [60]
    assert all(line.because for line in lines)
    assert world.office.pay_runs.paid_for(1) == ()
