"""An approver sees what is late, new, changed, or kept back before saying yes."""

import datetime
from dataclasses import replace
from pathlib import Path

from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import Payment, PaymentLine
from coprod_desktop.services.run_looks import GoesOut, Look, RunLook, WayChange
from tests.builders import PAID_ON, TODAY, WORKED_ON
from tests.paper_reading import paper_text
from tests.services.world import GRACE, IDRIS, World


def look_at(world: World, number: int) -> tuple[RunLook, dict[str, Look]]:
    found = world.office.pay_runs.look(number)
    payments = world.office.pay_runs.details(number).payments
    return found, {person.name: found.looks[one.payment_id] for person, one in payments}


def payment_of(world: World, number: int, person: Participant) -> Payment:
    payments = world.office.pay_runs.details(number).payments
    (found,) = [one for who, one in payments if who.participant_id == person.participant_id]
    return found


def test_the_promise_is_counted_from_the_oldest_piece_of_work(world: World) -> None:
    charity = world.office.organisation.get()
    world.office.organisation.save(replace(charity, promise_days=10))
    late, on_time = world.person(), world.person("Bronwen Pugh")
    world.approved(late)
    world.approved(late, worked_on=PAID_ON)
    world.approved(on_time, worked_on=TODAY - datetime.timedelta(days=10))
    _look, looks = look_at(world, world.prepared().number)
    assert looks["Aisha Rahman"].late_days == (TODAY - WORKED_ON).days - 10 == 4
    assert looks["Bronwen Pugh"].late_days == 0


def test_everybody_is_new_in_the_first_run_and_nobody_in_the_next(world: World) -> None:
    person = world.person()
    world.approved(person)
    first = world.settled_run().number
    found, looks = look_at(world, first)
    assert (found.since.number, found.since.first_payments, found.since.new_accounts) == (
        None,
        1,
        0,
    )
    assert looks["Aisha Rahman"].is_first_payment
    world.approved(person)
    found, looks = look_at(world, world.prepared().number)
    assert (found.since.number, found.since.first_payments) == (first, 0)
    assert not looks["Aisha Rahman"].is_first_payment


def test_a_changed_account_is_told_with_who_changed_and_who_checked_it(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.settled_run()
    known = world.office.bank_details.get(person.participant_id)
    assert known is not None
    world.office.bank_details.save(replace(known, account_number="76543210"))
    world.sit(IDRIS)
    world.office.bank_details.confirm(person.participant_id, "Phoned the number we had")
    world.sit(GRACE)
    world.approved(person)
    found, looks = look_at(world, world.prepared().number)
    assert looks["Aisha Rahman"].is_new_account
    (change,) = found.accounts
    assert (change.was_ending, change.now_ending) == ("4567", "3210")
    assert (change.changed_by, change.checked_by) == (GRACE, IDRIS)
    assert change.how_checked == "Phoned the number we had"
    assert found.since.new_accounts == 1


def test_somebody_paid_in_another_way_than_before_is_marked(world: World) -> None:
    person, same = world.person(), world.person("Bronwen Pugh", paid_by=PaidBy.CASH)
    world.office.cash.draw(10_000, WORKED_ON)
    for one in (person, same):
        world.approved(one)
    found, looks = look_at(world, world.settled_run().number)
    assert found.ways == ()
    world.office.participants.save(replace(person, paid_by=PaidBy.CASH))
    for one in (person, same):
        world.approved(one)
    number = world.approved_run().number
    found, looks = look_at(world, number)
    (change,) = found.ways
    assert change == WayChange(name="Aisha Rahman", was=(PaidBy.BANK,), now=PaidBy.CASH, pence=3000)
    assert looks["Aisha Rahman"].previous_ways == (PaidBy.BANK,)
    assert looks["Bronwen Pugh"].previous_ways == ()
    world.office.payment_files.record(number)
    world.office.settling.settle(number, PAID_ON)
    world.office.participants.save(person)
    for one in (person, same):
        world.approved(one)
    found, _looks = look_at(world, world.prepared().number)
    assert [(one.was, one.now) for one in found.ways] == [((PaidBy.CASH,), PaidBy.BANK)]


def test_the_control_sheet_marks_another_way(world: World, tmp_path: Path) -> None:
    person, other = world.person(), world.person("Bronwen Pugh")
    for one in (person, other):
        world.approved(one)
    world.settled_run()
    world.office.participants.save(replace(person, paid_by=PaidBy.CASH))
    for one in (person, other):
        world.approved(one)
    made = world.office.payment_files.export(world.approved_run().number, tmp_path / "out")
    assert made.control_sheet is not None
    text = paper_text(made.control_sheet.read_bytes())
    assert "Paid in another way than the last time" in text
    assert "Aisha Rahman Bank Cash" in text


def test_what_goes_out_is_told_by_its_way(world: World) -> None:
    world.approved(world.person())
    world.approved(world.person("Bronwen Pugh"), minutes=60)
    world.approved_claim(world.person("Ceri Walsh", paid_by=PaidBy.CASH))
    found, looks = look_at(world, world.prepared().number)
    assert found.goes_out == (
        GoesOut(method=PaidBy.BANK, people=2, pence=4200),
        GoesOut(method=PaidBy.CASH, people=1, pence=460),
    )
    assert [name for name, look in looks.items() if look.is_expenses_only] == ["Ceri Walsh"]


def test_an_account_of_somebody_else_is_named(world: World) -> None:
    person = world.person()
    known = world.office.bank_details.get(person.participant_id)
    assert known is not None
    world.office.bank_details.save(replace(known, is_third_party=True, holder="Her sister, Noor"))
    world.approved(person)
    _found, looks = look_at(world, world.prepared().number)
    assert looks["Aisha Rahman"].is_third_party
    assert looks["Aisha Rahman"].holder == "Her sister, Noor"


def test_what_is_kept_back_and_what_is_paid_again_are_told(world: World) -> None:
    person = world.person()
    piece = world.approved(person)
    first = world.settled_run().number
    payment = payment_of(world, first, person)
    (line,) = world.records(PaymentLine)[PaymentLine]
    assert line.payment_id == payment.payment_id
    world.office.settling.take_back([line.payment_line_id], "One hour, not two and a half")
    world.office.contributions.correct(
        replace(world.office.contributions.get(piece.contribution_id), minutes=60)
    )
    world.office.contributions.approve([piece.contribution_id])
    world.approved(person, worked_on=PAID_ON)
    found, looks = look_at(world, world.prepared().number)
    assert looks["Aisha Rahman"].kept_back_pence == 3000
    assert looks["Aisha Rahman"].is_paid_again
    assert (found.since.kept_back, found.since.paid_again) == (1, 1)
    assert found.goes_out[0].pence == 1200 + 3000 - 3000
