"""Each check gets what it needs from the file: the day's other entries, receipts, prices."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.checks import CheckKind, Finding
from coprod_desktop.domain.contributions import Choice, Contribution, Pay
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.participants import Participant
from coprod_desktop.services.expenses import ExpenseLine
from tests.builders import TINY_PNG, TODAY, WORKED_ON, a_policy
from tests.services.world import World

DAY = datetime.timedelta(days=1)


@pytest.fixture
def aisha(world: World) -> Participant:
    """Add somebody, at a rate above the minimum wage."""
    world.policy(hourly_pence=2500, effective_on=datetime.date(2021, 1, 1))
    return world.person()


def kinds(world: World, *pieces: Contribution) -> list[list[CheckKind]]:
    found = world.office.checks.of_contributions([one.contribution_id for one in pieces])
    return [[one.kind for one in found.get(piece.contribution_id, ())] for piece in pieces]


def the_finding(world: World, piece: Contribution) -> Finding:
    (found,) = world.office.checks.of_contributions([piece.contribution_id])[piece.contribution_id]
    return found


def all_kinds(world: World) -> list[CheckKind]:
    return sorted(one.finding.kind for one in world.office.checks.open_findings().found)


def phone(pence: int, spent_on: datetime.date = WORKED_ON) -> ExpenseLine:
    return ExpenseLine(spent_on=spent_on, kind=ExpenseKind.PHONE, what="Data", pence=pence)


# --- one entry -----------------------------------------------------------------------------------


def test_an_ordinary_session_has_nothing_to_look_at(world: World, aisha: Participant) -> None:
    row = world.row(aisha, minutes=(("Preparation", 30), ("Meeting", 150), ("Travel time", 30)))
    world.office.sessions.log(world.session(row))
    pieces = world.records(Contribution)[Contribution]
    assert kinds(world, *pieces) == [[], [], []]
    assert world.office.checks.open_findings().found == ()


def test_a_low_fee_a_day_to_come_and_a_second_entry_are_found(
    world: World, aisha: Participant
) -> None:
    world.policy(hourly_pence=1000, effective_on=TODAY)
    low = world.log(aisha, worked_on=TODAY)
    ahead = world.log(aisha, worked_on=TODAY + 9 * DAY, pay=Pay.UNPAID)
    first, second = world.log(aisha), world.log(aisha)
    assert kinds(world, low, ahead, first, second) == [
        [CheckKind.LOW_FEE],
        [CheckKind.FUTURE],
        [CheckKind.DUPLICATE],
        [CheckKind.DUPLICATE],
    ]


def test_sessions_at_one_time_are_found_also_where_only_one_is_asked_for(
    world: World, aisha: Participant
) -> None:
    world.office.sessions.log(world.session(world.row(aisha)))
    other = world.session(
        world.row(aisha, minutes=(("Meeting", 60),), choice=Choice.DECLINE),
        title="Carers' panel",
        starts_at="12:00",
        ends_at="13:00",
    )
    world.office.sessions.log(other)
    newest = world.records(Contribution)[Contribution][-1]
    found = the_finding(world, newest)
    assert found.kind is CheckKind.SAME_HOUR
    assert "Steering group, 10:00 to 12:30, £62.50" in found.because
    assert "Carers' panel, 12:00 to 13:00, unpaid" in found.because


def test_other_people_change_nothing(world: World, aisha: Participant) -> None:
    for person in (aisha, world.person("Bronwen Pugh"), world.person("Carys Mills")):
        world.office.sessions.log(world.session(world.row(person)))
    assert world.office.checks.open_findings().found == ()


# --- claims --------------------------------------------------------------------------------------


def test_flat_allowances_of_a_month_are_found_on_each_claim_until_there_are_bills(
    world: World, aisha: Participant, tmp_path: Path
) -> None:
    first, second = world.claim(aisha, phone(2000)), world.claim(aisha, phone(1500))
    ids = [first.expense_claim_id, second.expense_claim_id]
    found = world.office.checks.of_claims(ids)
    assert [[one.kind for one in found[row]] for row in ids] == [[CheckKind.ALLOWANCE]] * 2
    assert "£35.00 in November 2026" in found[ids[0]][0].because
    assert world.office.checks.of_claims(ids[:1])[ids[0]] == found[ids[0]]
    bill = tmp_path / "bill.png"
    bill.write_bytes(TINY_PNG)
    item = world.office.expenses.items(first.expense_claim_id)[0]
    world.office.expenses.attach_receipt(item.expense_item_id, bill)
    assert world.office.checks.of_claims(ids) == {}


def test_spending_ahead_is_found(world: World, aisha: Participant) -> None:
    ahead = ExpenseLine(spent_on=TODAY + DAY, kind=ExpenseKind.TRAIN, pence=1000)
    claim = world.claim(aisha, ahead)
    found = world.office.checks.of_claims([claim.expense_claim_id])
    assert [one.kind for one in found[claim.expense_claim_id]] == [CheckKind.FUTURE]


def test_a_claim_after_the_deadline_of_the_rules_is_found_and_can_be_paid(
    world: World, aisha: Participant
) -> None:
    rules = a_policy(effective_on=datetime.date(2022, 1, 1))
    text = f'{rules.text}\n[claims]\ndeadlines = [{{ days = 3, after = "activity" }}]\n'
    two = tuple(
        ExpenseLine(spent_on=day, kind=ExpenseKind.BUS, pence=100)
        for day in (WORKED_ON, WORKED_ON - DAY)
    )
    late = world.office.expenses.log(world.entry(aisha, *two, claimed_on=WORKED_ON + 3 * DAY))
    in_time = world.office.expenses.log(world.entry(aisha, claimed_on=WORKED_ON + 3 * DAY))
    ids = [late.expense_claim_id, in_time.expense_claim_id]
    assert world.office.checks.of_claims(ids) == {}
    world.office.policies.save(text, rules.effective_on)
    found = world.office.checks.of_claims(ids)
    assert [one.kind for one in found[late.expense_claim_id]] == [CheckKind.LATE_CLAIM]
    assert in_time.expense_claim_id not in found
    assert world.office.expenses.approve([late.expense_claim_id]) == 1


# --- before it is saved --------------------------------------------------------------------------


def test_a_sheet_that_is_being_typed_is_looked_at_and_nothing_is_saved(
    world: World, aisha: Participant
) -> None:
    world.office.sessions.log(world.session(world.row(aisha)))
    entry = world.session(
        world.row(aisha, minutes=(("Meeting", 60),)), starts_at="12:00", ends_at="13:00"
    )
    before = world.records()
    pieces = [one for row in world.office.sessions.quote(entry) for one in row.contributions]
    activity = Activity(
        activity_id=1,
        project_id=entry.project_id,
        title=entry.title,
        held_on=entry.held_on,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
    )
    found = world.office.checks.before_saving(pieces, activity)
    assert [(one.kind, one.participant_id) for one in found] == [
        (CheckKind.SAME_HOUR, aisha.participant_id)
    ]
    assert world.records() == before
    world.office.projects.save(replace(world.project, budget_pence=10_000))
    assert [one.kind for one in world.office.checks.before_saving(pieces, expense_pence=2000)] == [
        CheckKind.BUDGET
    ]
    assert world.office.checks.before_saving(pieces, expense_pence=0) == ()


def test_a_correction_is_looked_at_as_it_would_be_priced(world: World, aisha: Participant) -> None:
    other = world.log(aisha, minutes=60)
    piece = world.log(aisha)
    checks = world.office.checks
    assert checks.before_correcting(piece) == ()
    same = checks.before_correcting(replace(piece, minutes=other.minutes))
    assert [one.kind for one in same] == [CheckKind.DUPLICATE]
    world.policy(hourly_pence=1000, effective_on=TODAY)
    moved = checks.before_correcting(replace(piece, worked_on=TODAY))
    assert [one.kind for one in moved] == [CheckKind.LOW_FEE]
    assert checks.before_correcting(piece) == ()
