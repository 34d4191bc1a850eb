"""A back-dated rise is paid by a run of its own, each difference once; a fall costs nobody."""

import datetime

import pytest

from coprod_desktop.domain.contributions import Choice, Pay, WorkState
from coprod_desktop.domain.errors import CannotUndoError, NothingToTopUpError, ToppedUpError
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import LineKind, RunState
from coprod_desktop.domain.top_ups import TopUp
from tests.builders import TODAY
from tests.services.raising import (
    LONG_AGO,
    SIXTH,
    TENTH,
    journey,
    on_top,
    owed,
    paid_at_45p,
    rule,
    settled,
)
from tests.services.world import GRACE, World


@pytest.fixture
def paid_journey(world: World) -> Participant:
    return paid_at_45p(world)


def test_miles_paid_at_the_old_rate_are_topped_up_once(
    world: World, paid_journey: Participant
) -> None:
    found = world.office.top_ups.differences()
    (one,) = found.differences
    assert (one.was_pence, one.now_pence, one.pence) == (990, 1210, 220)
    assert (one.participant, one.day, one.kind) == (
        paid_journey.name,
        TENTH,
        LineKind.EXPENSE_CLAIM,
    )
    assert "policy version 2" in one.because
    assert "Policy version 3 gives £12.10; £2.20 is paid on top." in one.because
    assert found.since_on == SIXTH
    assert found.none == ()
    prepared = world.office.top_ups.prepare()
    ((person, payment),) = prepared.payments
    assert (person, payment.payment_pence, payment.reimbursement_pence) == (paid_journey, 0, 220)
    assert prepared.run.is_top_up
    assert prepared.run.note.startswith("Top-up to policy version 3, from 6")
    assert owed(world) == []
    with world.refused(NothingToTopUpError):
        world.office.top_ups.prepare()
    settled(world, prepared.run.number)
    assert [one.state for one in on_top(world)] == [WorkState.PAID]
    with world.refused(NothingToTopUpError):
        world.office.top_ups.prepare()
    assert world.findings() == ()


def test_hourly_work_is_topped_up_in_an_involvement_payment(world: World) -> None:
    person = world.person()
    piece = world.approved(person)
    run = world.settled_run()
    rule(world, hourly_pence=1300)
    prepared = world.office.top_ups.prepare()
    ((_person, payment),) = prepared.payments
    assert (payment.payment_pence, payment.reimbursement_pence) == (250, 0)
    (one,) = on_top(world)
    assert (one.kind, one.subject_id, one.was_pence) == (
        LineKind.CONTRIBUTION,
        piece.contribution_id,
        3000,
    )
    assert "£30.00 was agreed by policy version 1. Policy version 2 gives £32.50" in one.because
    kept = world.office.contributions.get(piece.contribution_id)
    assert (kept.agreed_pence, kept.because) == (3000, piece.because)
    assert prepared.run.number == run.number + 1


def test_what_is_approved_and_not_paid_yet_gets_its_price_and_the_difference(world: World) -> None:
    person = world.person()
    world.approved(person)
    rule(world, hourly_pence=1300)
    assert owed(world) == [(3000, 3250, 250)]
    world.office.top_ups.prepare()
    assert world.prepared().number == 2
    assert world.findings() == ()


def test_what_is_not_agreed_is_priced_anew_and_never_topped_up(world: World) -> None:
    logged = world.log(world.person())
    assert rule(world, hourly_pence=1300).contributions == 1
    world.office.contributions.approve([logged.contribution_id])
    assert owed(world) == []
    assert world.office.contributions.get(logged.contribution_id).agreed_pence == 3250


def test_a_rise_holds_from_its_day_and_for_no_day_before(world: World) -> None:
    person = world.person()
    early = world.approved(person, worked_on=SIXTH - datetime.timedelta(days=1))
    world.approved(person, worked_on=SIXTH)
    rule(world, SIXTH, hourly_pence=1300)
    (one,) = world.office.top_ups.differences().differences
    assert one.day == SIXTH
    assert one.subject_id != early.contribution_id


def test_a_later_day_and_a_version_narrow_what_is_listed(world: World) -> None:
    person = world.person()
    world.approved(person, worked_on=TENTH)
    world.approved(person, worked_on=TENTH + datetime.timedelta(days=10))
    saved = rule(world, hourly_pence=1300)
    after = TENTH + datetime.timedelta(days=1)
    service = world.office.top_ups
    assert [one.day for one in service.differences(after).differences] == [
        TENTH + datetime.timedelta(days=10)
    ]
    assert len(service.differences(policy_id=saved.version.policy_id).differences) == 2
    assert service.differences(policy_id=1).differences == ()


@pytest.mark.parametrize(
    ("choice", "part", "why"),
    [(Choice.DECLINE, 0, "declined"), (Choice.PART, 1000, "part"), (Choice.DEFER, 0, "wait")],
)
def test_what_the_person_chose_stands_and_is_said(
    world: World, choice: Choice, part: int, why: str
) -> None:
    world.approved(world.person(), choice=choice, agreed_pence=part)
    rule(world, hourly_pence=1300)
    found = world.office.top_ups.differences()
    assert found.differences == ()
    (kept,) = found.none
    assert why in kept.because
    assert (kept.was_pence, kept.now_pence) == (3000 if choice is Choice.DEFER else part, 3250)
    with world.refused(NothingToTopUpError):
        world.office.top_ups.prepare()


@pytest.mark.parametrize(
    ("choice", "method"), [(Choice.VOUCHER, PaidBy.VOUCHER), (Choice.DONATE, PaidBy.BANK)]
)
def test_a_voucher_and_what_is_given_back_count_as_accepted(
    world: World, choice: Choice, method: PaidBy
) -> None:
    world.approved(world.person(), choice=choice)
    world.settled_run()
    rule(world, hourly_pence=1300)
    ((_person, payment),) = world.office.top_ups.prepare().payments
    assert (payment.method, payment.pence) == (method, 250)


def test_unpaid_work_and_work_in_a_salary_get_nothing(world: World) -> None:
    person = world.person()
    world.approved(person, pay=Pay.UNPAID)
    world.approved(person, pay=Pay.SALARY)
    rule(world, hourly_pence=1300)
    found = world.office.top_ups.differences()
    assert (found.differences, found.none) == ((), ())


def test_an_amount_agreed_by_hand_gets_nothing_and_is_named(world: World) -> None:
    rule(world, LONG_AGO, car_mile_pence=45)
    person = world.person()
    by_hand, by_rule = journey(world, person), journey(world, person)
    world.office.expenses.agree(by_hand.expense_item_id, 900, "By the short way")
    world.office.expenses.approve([by_hand.expense_claim_id])
    rule(world, car_mile_pence=55)
    found = world.office.top_ups.differences()
    assert [one.subject_id for one in found.differences] == [by_rule.expense_item_id]
    ((kept),) = found.none
    assert (kept.subject_id, kept.was_pence, kept.now_pence) == (
        by_hand.expense_item_id,
        900,
        1210,
    )
    assert "by hand" in kept.because


def test_a_fall_takes_nothing_back_and_says_so(world: World) -> None:
    piece = world.approved(world.person())
    world.settled_run()
    rule(world, hourly_pence=1100)
    found = world.office.top_ups.differences()
    assert found.differences == ()
    (kept,) = found.none
    assert (kept.was_pence, kept.now_pence) == (3000, 2750)
    assert "nothing is taken back" in kept.because
    assert world.office.contributions.get(piece.contribution_id).agreed_pence == 3000


def test_work_approved_without_a_payment_is_named(world: World) -> None:
    rule(world, LONG_AGO, unpaid_kinds="Meeting")
    assert world.approved(world.person()).agreed_pence == 0
    rule(world, hourly_pence=1300)
    found = world.office.top_ups.differences()
    assert found.differences == ()
    assert "without a payment" in found.none[0].because


def test_another_rise_pays_only_what_is_new(world: World, paid_journey: Participant) -> None:
    settled(world, world.office.top_ups.prepare().run.number)
    rule(world, car_mile_pence=60)
    assert owed(world) == [(1210, 1320, 110)]
    world.office.top_ups.prepare()
    assert [one.pence for one in on_top(world)] == [220, 110]
    assert "£2.20 was paid on top before" in on_top(world)[1].because
    rule(world, car_mile_pence=50)
    found = world.office.top_ups.differences()
    assert (found.differences, found.none[0].was_pence) == ((), 1320)


def test_a_top_up_run_taken_back_frees_what_it_held(
    world: World, paid_journey: Participant
) -> None:
    first = settled(world, world.office.top_ups.prepare().run.number)
    world.taken_back(first.number, "The bank sent it back.")
    assert on_top(world) == []
    again = world.office.top_ups.prepare()
    assert again.total_pence == 220
    settled(world, again.run.number)
    assert len(on_top(world)) == 1
    assert world.findings() == ()
    run = world.office.pay_runs.details(first.number).run
    assert run.state is RunState.REVERSED
    assert run.note.endswith("\nThe bank sent it back.")
    assert run.note.startswith("Top-up to policy version 3")


def test_an_earlier_rise_taken_back_stands_below_the_later_one_and_is_paid_with_the_work(
    world: World,
) -> None:
    world.approved(world.person())
    rule(world, hourly_pence=1300)
    first = world.office.top_ups.prepare().run.number
    rule(world, hourly_pence=1400)
    world.office.top_ups.prepare()
    assert owed(world) == []
    world.taken_back(first, "Sent back")
    assert owed(world) == []
    due, _held = world.office.pay_runs.to_pay(TODAY)
    assert [(one.payment_pence, len(one.work), len(one.top_ups)) for one in due] == [(3250, 1, 1)]


def test_a_run_taken_back_by_undo_counts_once(world: World, paid_journey: Participant) -> None:
    world.office.top_ups.prepare()
    world.office.history.undo()
    assert world.records(TopUp)[TopUp] == ()
    assert owed(world) == [(990, 1210, 220)]


def test_what_was_topped_up_stays_until_its_run_is_taken_back(world: World) -> None:
    person = world.person()
    piece = world.approved(person)
    rule(world, hourly_pence=1300)
    number = world.office.top_ups.prepare().run.number
    office, row_id = world.office, piece.contribution_id
    for change in (
        lambda: office.contributions.choose(row_id, Choice.DECLINE),
        lambda: office.contributions.correct(piece),
        lambda: office.contributions.send_back(row_id, "An hour?"),
        lambda: office.contributions.remove(row_id),
        lambda: office.limits.wait(person.participant_id, TODAY),
    ):
        with world.refused(ToppedUpError) as caught:
            change()
        assert caught.value.facts == {"number": number}
    world.taken_back(number, "She declines")
    assert office.contributions.choose(row_id, Choice.DECLINE).agreed_pence == 0
    assert owed(world) == []


def test_a_claim_that_was_topped_up_stays_too(world: World) -> None:
    rule(world, LONG_AGO, car_mile_pence=45)
    item = journey(world, world.person())
    rule(world, car_mile_pence=55)
    world.office.top_ups.prepare()
    with world.refused(ToppedUpError):
        world.office.expenses.agree(item.expense_item_id, 1210, "The new rate")
    with world.refused(ToppedUpError):
        world.office.expenses.send_back(item.expense_claim_id, "Which way?")


def test_an_approval_is_not_undone_under_a_top_up(world: World) -> None:
    world.approved(world.person())
    approval = world.office.history.latest(1)[0].change_id
    rule(world, hourly_pence=1300)
    world.office.top_ups.prepare()
    with world.refused(CannotUndoError):
        world.office.history.undo(approval)


def test_the_rules_that_a_top_up_names_are_not_undone(world: World) -> None:
    world.approved(world.person())
    rule(world, hourly_pence=1300)
    saved = world.office.history.latest(1)[0].change_id
    world.office.top_ups.prepare()
    with world.refused(CannotUndoError):
        world.office.history.undo(saved)


def test_a_run_of_both_kinds_keeps_them_apart(world: World, paid_journey: Participant) -> None:
    world.approved(paid_journey, worked_on=TENTH)
    world.settled_run()
    rule(world, car_mile_pence=55, hourly_pence=1300)
    found = world.office.top_ups.differences()
    assert (found.payment_pence, found.reimbursement_pence, found.pence) == (250, 220, 470)
    prepared = world.office.top_ups.prepare()
    ((_person, payment),) = prepared.payments
    assert (payment.payment_pence, payment.reimbursement_pence) == (250, 220)
    lines = world.office.pay_runs.paid_for(payment.payment_id)
    assert [(one.kind, one.pence, one.minutes, one.is_top_up) for one in lines] == [
        (LineKind.CONTRIBUTION, 250, 0, True),
        (LineKind.EXPENSE_CLAIM, 220, 0, True),
    ]
    sheet = world.office.payment_files.sheet(prepared.run.number)
    (line,) = sheet.lines
    assert (sheet.pence, line.minutes, line.cost_codes) == (470, 0, "BWR-01")
    assert line.approved_by == GRACE
    assert sheet.top_up_note == prepared.run.note


def test_who_cannot_be_paid_now_waits_and_is_owed_still(world: World) -> None:
    person, other = world.person(has_account=False), world.operator_who_takes_part()
    world.approved(person)
    world.approved(other)
    rule(world, hourly_pence=1300)
    world.sit("Nia Morgan")
    found = world.office.top_ups.differences()
    assert [(one.name, one.pence) for one in found.held] == [
        ("Aisha Rahman", 250),
        ("Nia Morgan", 250),
    ]
    with world.refused(NothingToTopUpError) as caught:
        world.office.top_ups.prepare()
    assert caught.value.facts == {"held": 2}
    world.sit(GRACE)
    prepared = world.office.top_ups.prepare()
    assert [person.name for person, _payment in prepared.payments] == ["Nia Morgan"]
    assert [one.name for one in prepared.held] == ["Aisha Rahman"]
    assert [one.participant for one in world.office.top_ups.differences().differences] == [
        "Aisha Rahman"
    ]


def test_an_ordinary_run_pays_no_top_up(world: World, paid_journey: Participant) -> None:
    world.office.top_ups.prepare()
    assert world.office.pay_runs.to_pay(TODAY) == ((), ())
