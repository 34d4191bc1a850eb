"""Ways around the rules that somebody tried: each is closed, and says so in plain words."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.errors import (
    AccountUncheckedError,
    OwnWorkError,
    SamePersonError,
    ToppedUpError,
)
from coprod_desktop.domain.participants import BankDetails
from coprod_desktop.domain.pay_errors import (
    AccountChangedSinceError,
    MoneyIntoEmptyFileError,
    PaidDayUnlikelyError,
    ReversalAskedError,
)
from coprod_desktop.domain.pay_runs import Payment, PaymentLine, PayRun, RunState
from coprod_desktop.services.dues import TOO_MUCH, UNCHECKED_ACCOUNT, UNWRITABLE_NAME
from tests.builders import PAID_ON, TODAY, a_bank_details
from tests.services.raising import on_top, owed, paid_at_45p, rule, settled
from tests.services.world import GRACE, IDRIS, World

ONE_DAY = datetime.timedelta(days=1)


def the_payment(world: World) -> Payment:
    found: tuple[Payment, ...] = world.records(Payment)[Payment]
    (payment,) = found
    return payment


def held(world: World) -> list[str]:
    _due, waiting = world.office.pay_runs.to_pay(TODAY)
    return [one.because for one in waiting]


def from_bank(world: World, tmp_path: Path, line: str) -> tuple[int, int]:
    path = tmp_path / "bank.csv"
    path.write_text(f"Date,Type,Description,Value,Balance\n{line}\n", encoding="utf-8")
    told = world.office.bank_statements.read(path)
    settled = world.office.bank_statements.settle(told)
    return settled.paid, settled.returned


# --- the bank's statement ------------------------------------------------------------------------


def test_money_that_somebody_gives_is_no_payment_that_came_back(
    world: World, tmp_path: Path
) -> None:
    world.approved(world.person(), choice=Choice.DONATE)
    world.settled_run()
    line = f"{TODAY:%d/%m/%Y},FPI,MISS A RAHMAN GIFT TO CHARITY,30.00,900.00"
    assert from_bank(world, tmp_path, line) == (0, 0)
    world.office.gifts.record(the_payment(world).payment_id, 3000, TODAY)
    assert from_bank(world, tmp_path, line) == (0, 0)
    assert world.office.pay_runs.to_pay(TODAY)[0] == ()


def test_a_shops_line_of_the_same_amount_settles_nobody(world: World, tmp_path: Path) -> None:
    world.approved(world.person())
    world.office.payment_files.record(world.approved_run().number)
    line = f"{TODAY:%d/%m/%Y},POS,TIMBER AND PAINT CARD 4411,-30.00,900.00"
    assert from_bank(world, tmp_path, line) == (0, 0)
    told = world.office.bank_statements.read(tmp_path / "bank.csv")
    (unclear,) = world.office.bank_statements.match(told).unclear
    assert [one.name for one in unclear.payments] == ["Aisha Rahman"]


# --- accounts ------------------------------------------------------------------------------------


def test_an_account_made_anew_after_undo_waits_as_a_changed_one(world: World) -> None:
    person = world.person()
    made = world.office.history.latest(1)[0].change_id
    world.approved(person)
    world.settled_run()
    world.office.history.undo(made)
    other = a_bank_details(participant_id=person.participant_id, account_number="66666666")
    world.office.bank_details.save(other)
    world.approved(person)
    assert held(world) == [UNCHECKED_ACCOUNT]


def test_an_account_that_lost_its_history_is_not_approved(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.settled_run()
    world.approved(person)
    number = world.prepared().number
    known = world.office.bank_details.get(person.participant_id)
    assert known is not None
    changed = replace(known, account_number="66666666", previous_ending="", checked_at=None)
    with world.office.desk.transaction("forge") as work:
        work.update(changed)
    world.sit(IDRIS)
    with world.refused(AccountUncheckedError):
        world.office.pay_runs.approve(number)


def test_a_name_corrected_after_preparing_is_taken_when_approval_is_asked_for_again(
    world: World,
) -> None:
    person = world.person()
    world.approved(person)
    number = world.prepared().number
    known = world.office.bank_details.get(person.participant_id)
    assert known is not None
    world.office.bank_details.save(replace(known, account_name="AISHA RAHMAN"))
    world.sit(IDRIS)
    with world.refused(AccountChangedSinceError):
        world.office.pay_runs.approve(number)
    world.sit(GRACE)
    world.office.pay_runs.prepare_again(number)
    assert the_payment(world).account_name == "AISHA RAHMAN"
    world.sit(IDRIS)
    assert world.office.pay_runs.approve(number).state is RunState.APPROVED


@pytest.mark.parametrize(
    ("name", "minutes", "because"),
    [("محمد", 60, UNWRITABLE_NAME), ("MR M ELSAYED", 60, None)],
)
def test_a_name_that_no_bank_takes_is_told_before_anybody_approves(
    world: World, name: str, minutes: int, because: str | None
) -> None:
    person = world.person(has_account=False)
    details = a_bank_details(participant_id=person.participant_id, account_name=name)
    world.office.bank_details.save(details)
    world.approved(person, minutes=minutes)
    assert held(world) == ([because] if because else [])


def test_more_than_a_bank_sends_at_once_is_told_before_anybody_approves(world: World) -> None:
    person = world.person()
    for number in range(2):
        claim = world.claim(person)
        (item,) = world.office.expenses.items(claim.expense_claim_id)
        pence = 100_000_000 if number == 0 else 1
        world.office.expenses.agree(item.expense_item_id, pence, "A very long journey")
        world.office.expenses.approve([claim.expense_claim_id])
        assert held(world) == ([] if number == 0 else [TOO_MUCH])


# --- four eyes -----------------------------------------------------------------------------------


def test_the_note_under_which_a_run_was_approved_stays_on_its_papers(world: World) -> None:
    world.approved(world.person())
    number = world.prepared().number
    charity = world.office.organisation.get()
    world.office.organisation.save(replace(charity, four_eyes_note="Minute 4 of 3 March"))
    change = world.office.history.latest(1)[0].change_id
    world.office.pay_runs.approve(number)
    world.office.history.undo(change)
    assert world.office.payment_files.sheet(number).four_eyes_note == "Minute 4 of 3 March"
    assert world.office.pay_runs.approval(number).four_eyes_note == "Minute 4 of 3 March"


def test_nobody_makes_their_own_work_somebody_elses(world: World) -> None:
    person = world.operator_who_takes_part("Nia Morgan")
    world.approved(person)
    world.sit("Nia Morgan")
    present = world.office.operators.present
    with world.refused(OwnWorkError):
        world.office.operators.save(replace(present, participant_id=None))


def test_nobody_records_that_their_own_money_came_back(world: World) -> None:
    person = world.operator_who_takes_part("Nia Morgan")
    world.approved(person)
    world.settled_run()
    world.sit("Nia Morgan")
    with world.refused(OwnWorkError):
        world.office.settling.came_back([the_payment(world).payment_id], TODAY, "Lost")
    with world.refused(OwnWorkError):
        world.office.pay_runs.reverse(1, "Lost")


def test_nobody_takes_back_alone_a_run_whose_money_may_have_left(world: World) -> None:
    world.approved(world.person())
    number = world.settled_run().number
    reverse = world.office.pay_runs.reverse
    assert reverse(number, "The bank sent it back").state is RunState.SETTLED
    asked = world.office.pay_runs.approval(number).reversal
    assert asked is not None
    assert (asked.name, asked.reason) == (GRACE, "The bank sent it back")
    with world.refused(ReversalAskedError):
        reverse(number, "The bank sent it back")
    world.sit(IDRIS)
    run = reverse(number)
    assert (run.state, run.note) == (RunState.REVERSED, "The bank sent it back")
    assert world.office.pay_runs.approval(number).reversal is None
    assert len(world.office.pay_runs.to_pay(TODAY)[0]) == 1
    assert world.findings() == ()


def test_one_person_takes_back_what_left_where_the_trustees_allow_it(world: World) -> None:
    world.approved(world.person())
    number = world.settled_run().number
    organisation = world.office.organisation.get()
    world.office.organisation.save(replace(organisation, four_eyes_note="Agreed on 3 May"))
    assert world.office.pay_runs.reverse(number, "Lost").state is RunState.REVERSED


def test_whoever_prepared_stands_among_those_held_whoever_looks(world: World) -> None:
    person = world.operator_who_takes_part("Nia Morgan")
    world.approved(person)
    world.approved(world.person())
    world.sit("Nia Morgan")
    number = world.prepared().number
    world.sit(IDRIS)
    assert [one.name for one in world.office.pay_runs.details(number).held] == ["Nia Morgan"]
    with world.refused(SamePersonError):
        world.sit("Nia Morgan")
        world.office.pay_runs.approve(number)


# --- days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [datetime.date(1999, 1, 1), datetime.date(2099, 1, 1)])
def test_a_day_of_another_year_is_not_the_day_of_payment(world: World, day: datetime.date) -> None:
    world.approved(world.person())
    number = world.approved_run().number
    world.office.payment_files.record(number)
    with world.refused(PaidDayUnlikelyError):
        world.office.settling.settle(number, day)
    world.office.settling.settle(number, PAID_ON)


def test_a_run_approved_after_its_day_is_paid_on_the_next_day_that_banks_work(
    world: World,
) -> None:
    world.approved(world.person())
    number = world.office.pay_runs.prepare(TODAY, TODAY).run.number
    world.clock.go_to(datetime.date(2026, 11, 21))  # a Saturday
    world.sit(IDRIS)
    assert world.office.pay_runs.approve(number).pay_on == datetime.date(2026, 11, 23)


# --- a workbook ----------------------------------------------------------------------------------


def test_a_workbook_brings_no_approved_run_into_a_file_that_has_work(
    world: World, tmp_path: Path
) -> None:
    world.approved(world.person())
    out = tmp_path / "whole.xlsx"
    world.approved_run()
    world.office.exports.open_workbook(out)
    for _step in range(3):  # the run and its approval are taken back, and the workbook has them
        world.office.history.undo()
    assert world.records(PayRun)[PayRun] == ()
    before = world.records()
    with pytest.raises(MoneyIntoEmptyFileError):
        world.office.imports.open_workbook(out)
    assert world.records() == before


def test_bank_details_of_a_workbook_are_no_way_around_the_check(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.settled_run()
    known: BankDetails | None = world.office.bank_details.get(person.participant_id)
    assert known is not None
    with world.office.desk.transaction("import open workbook") as work:
        work.remove(known)
        work.add(replace(known, account_number="66666666", changed_by_id=None))
    world.approved(person)
    assert held(world) == [UNCHECKED_ACCOUNT]


# --- rises upon rises ----------------------------------------------------------------------------


def test_a_rise_that_came_back_while_a_later_one_stands_is_paid_by_the_next_run(
    world: World,
) -> None:
    person = paid_at_45p(world)
    first = world.office.top_ups.prepare().run.number
    settled(world, first)
    rule(world, car_mile_pence=60)
    settled(world, world.office.top_ups.prepare().run.number)
    (payment,) = [one for one in world.records(Payment)[Payment] if one.pence == 220]
    world.office.settling.came_back([payment.payment_id], TODAY, "Account closed")
    assert owed(world) == []
    due, _held = world.office.pay_runs.to_pay(TODAY)
    assert [(one.participant.name, one.reimbursement_pence) for one in due] == [(person.name, 220)]
    settled(world, world.prepared().number)
    assert world.office.pay_runs.to_pay(TODAY)[0] == ()
    assert [one.pence for one in on_top(world)] == [220, 110]
    assert world.findings() == ()


def test_what_a_difference_was_paid_on_top_of_is_taken_back_with_it_or_not_at_all(
    world: World,
) -> None:
    paid_at_45p(world)
    settled(world, world.office.top_ups.prepare().run.number)
    first, second = sorted(world.records(PaymentLine)[PaymentLine], key=lambda one: one.pence)
    with world.refused(ToppedUpError):
        world.office.settling.take_back([second.payment_line_id], "Another journey")
    both = [first.payment_line_id, second.payment_line_id]
    world.office.settling.take_back(both, "Another journey")
    assert on_top(world) == []
    assert world.findings() == ()
