"""Findings about real entries are listed, named, set aside with a note, and opened by new facts."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.domain.checks import CheckKind, Dismissal, Finding
from coprod_desktop.domain.contributions import Choice, Contribution, Pay
from coprod_desktop.domain.errors import NotFoundError, ReasonMissingError
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.participants import Participant
from coprod_desktop.services.expenses import ExpenseLine
from tests.builders import TODAY, WORKED_ON
from tests.services.sheet_files import an_office
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


# --- dismissing ----------------------------------------------------------------------------------


def test_a_finding_is_set_aside_with_a_note_for_every_entry_it_concerns(
    world: World, aisha: Participant
) -> None:
    first, second = world.log(aisha), world.log(aisha)
    found = the_finding(world, first)
    made = world.office.checks.dismiss(found, " Morning and afternoon. ")
    assert (made.note, made.kind) == ("Morning and afternoon.", CheckKind.DUPLICATE)
    assert made.operator_id == world.office.operators.present.operator_id
    assert kinds(world, first, second) == [[], []]
    assert world.office.checks.open_findings().found == ()
    for piece in (first, second):
        assert world.office.checks.dismissed("contributions", piece.contribution_id) == (made,)


def test_a_dismissal_needs_a_note_and_something_that_is_there(
    world: World, aisha: Participant
) -> None:
    first, second = world.log(aisha), world.log(aisha)
    found = the_finding(world, first)
    with world.refused(ReasonMissingError):
        world.office.checks.dismiss(found, "  ")
    world.office.contributions.remove(first.contribution_id)
    assert kinds(world, second) == [[]]
    with world.refused(NotFoundError):
        world.office.checks.dismiss(found, "It was so.")


def test_new_facts_end_a_dismissal_and_other_changes_do_not(
    world: World, aisha: Participant
) -> None:
    first, second = world.log(aisha), world.log(aisha)
    world.office.checks.dismiss(the_finding(world, first), "Morning and afternoon.")
    noted = replace(world.office.contributions.get(first.contribution_id), note="In the morning")
    world.office.contributions.correct(noted)
    world.office.contributions.approve([first.contribution_id, second.contribution_id])
    assert kinds(world, first, second) == [[], []]
    third = world.log(aisha)
    assert kinds(world, first, second, third) == [[CheckKind.DUPLICATE]] * 3
    assert world.office.checks.dismissed("contributions", first.contribution_id) == ()


def test_undo_brings_the_finding_back(world: World, aisha: Participant) -> None:
    piece = world.log(aisha, worked_on=TODAY + DAY)
    world.office.checks.dismiss(the_finding(world, piece), "A plan.")
    assert kinds(world, piece) == [[]]
    assert world.office.history.undo().verb == "dismiss check"
    assert kinds(world, piece) == [[CheckKind.FUTURE]]
    assert world.records(Dismissal)[Dismissal] == ()


def test_a_dismissal_comes_back_with_the_open_workbook(file_world: World, tmp_path: Path) -> None:
    piece = file_world.log(file_world.person())
    found = the_finding(file_world, piece)
    assert found.kind is CheckKind.LOW_FEE
    made = file_world.office.checks.dismiss(found, "Recognition, not a wage. Agreed with Siân.")
    book = tmp_path / "All.xlsx"
    file_world.office.exports.open_workbook(book)
    other = an_office(str(tmp_path / "Other.coprod"))
    other.imports.open_workbook(book)
    assert other.checks.of_contributions([piece.contribution_id]) == {}
    assert other.checks.dismissed("contributions", piece.contribution_id) == (made,)
    other.close()


def test_notes_about_claims_and_budgets_are_found_again(world: World, aisha: Participant) -> None:
    claim = world.claim(aisha, phone(5000))
    world.office.projects.save(replace(world.project, budget_pence=100))
    checks = world.office.checks
    for found in (
        checks.of_claims([claim.expense_claim_id])[claim.expense_claim_id][0],
        checks.of_projects([world.project.project_id])[world.project.project_id][0],
    ):
        made = checks.dismiss(found, "Agreed by the trustees.")
        assert checks.dismissed(found.subject, found.subject_id) == (made,)
    assert checks.open_findings().found == ()


# --- everything that is open ---------------------------------------------------------------------


def test_open_findings_are_named_newest_first_and_told_once(
    world: World, aisha: Participant
) -> None:
    world.log(aisha)
    world.log(aisha)
    world.log(aisha, worked_on=TODAY + DAY)
    world.claim(aisha, phone(5000))
    told = world.office.checks.open_findings()
    assert not told.is_cut
    assert [(one.name, one.finding.kind, one.day) for one in told.found] == [
        ("Aisha Rahman", CheckKind.FUTURE, TODAY + DAY),
        ("Aisha Rahman", CheckKind.ALLOWANCE, WORKED_ON),
        ("Aisha Rahman", CheckKind.DUPLICATE, WORKED_ON),
    ]


def test_every_kind_is_found_without_being_asked_for_a_row(
    world: World, aisha: Participant
) -> None:
    world.policy(hourly_pence=1000, effective_on=TODAY)
    world.log(aisha, worked_on=TODAY)
    world.log(aisha, worked_on=TODAY + DAY, pay=Pay.UNPAID)
    world.log(aisha, minutes=10)
    world.log(aisha, minutes=10)
    for starts_at, ends_at in (("10:00", "12:00"), ("11:00", "13:00")):
        row = world.row(aisha, minutes=(("Meeting", 120),), pay=Pay.SALARY)
        held = world.session(row, held_on=WORKED_ON - DAY, starts_at=starts_at, ends_at=ends_at)
        world.office.sessions.log(held)
    activity = world.office.sessions.log(world.session(world.row(aisha)))
    world.log(aisha, activity_id=activity.activity_id, pay=Pay.UNPAID)
    world.claim(aisha, phone(5000))
    world.office.projects.save(replace(world.project, budget_pence=100))
    assert set(all_kinds(world)) == set(CheckKind) - {CheckKind.LATE_CLAIM}


def test_a_piece_that_was_brought_in_as_paid_and_valued_is_found(
    world: World, aisha: Participant
) -> None:
    piece = world.log(aisha)
    with world.office.desk.transaction("import open workbook") as work:
        work.update(replace(piece, value_pence=100))
    assert all_kinds(world) == [CheckKind.SAME_HOUR]


def test_a_project_can_be_looked_at_alone_and_long_ago_is_left_out(
    world: World, aisha: Participant
) -> None:
    other = world.office.projects.add(replace(world.project, name="Garden"))
    old = TODAY - 400 * DAY
    for day, project in ((WORKED_ON, world.project), (WORKED_ON, other), (old, world.project)):
        for _twice in range(2):
            world.log(aisha, worked_on=day, project_id=project.project_id)
    checks = world.office.checks
    assert len(checks.open_findings().found) == 2
    assert len(checks.open_findings(project_id=other.project_id).found) == 1
    assert len(checks.open_findings(since_on=old).found) == 3


def test_a_budget_overrun_counts_what_is_spent_agreed_and_offered(
    world: World, aisha: Participant
) -> None:
    world.approved(aisha, minutes=60)
    world.settled_run()
    world.approved(aisha, minutes=61)
    world.log(aisha, minutes=62, choice=Choice.DECLINE)
    world.log(aisha, minutes=63)
    world.claim(aisha)
    spent, agreed, offered = 2500, 2542, 2625 + 460
    world.office.projects.save(replace(world.project, budget_pence=spent + agreed + offered))
    assert CheckKind.BUDGET not in all_kinds(world)
    world.office.projects.save(replace(world.project, budget_pence=spent + agreed + offered - 1))
    (found,) = [
        one
        for one in world.office.checks.open_findings().found
        if one.finding.kind is CheckKind.BUDGET
    ]
    assert found.name == world.project.name
    of_project = world.office.checks.of_projects([world.project.project_id])
    assert of_project == {world.project.project_id: (found.finding,)}
    assert found.finding.because.startswith("Spent £25.00, agreed £25.42 and offered £30.85 make")
    summary = world.office.projects.summaries()[0]
    assert summary.agreed_pence + summary.support_pence == spent + agreed + offered


# --- a pay run -----------------------------------------------------------------------------------


def test_a_run_tells_the_open_findings_of_what_it_pays(world: World, aisha: Participant) -> None:
    other = world.person("Bronwen Pugh")
    world.approved(aisha)
    world.approved(aisha)
    world.log(other)
    world.log(other)
    world.approved_claim(aisha, phone(5000))
    world.office.projects.save(replace(world.project, budget_pence=100))
    run = world.prepared()
    told = world.office.checks.of_run(run.number)
    assert {(one.name, one.finding.kind) for one in told} == {
        ("Aisha Rahman", CheckKind.DUPLICATE),
        ("Aisha Rahman", CheckKind.ALLOWANCE),
        (world.project.name, CheckKind.BUDGET),
    }
    with pytest.raises(NotFoundError):
        world.office.checks.of_run(99)
