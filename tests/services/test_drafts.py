"""A draft of work counts as work given, a draft of a claim counts nowhere, until it is sent."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.domain.checks import CheckKind
from coprod_desktop.domain.contributions import Choice, Contribution, WorkState
from coprod_desktop.domain.errors import (
    AlreadyPaidError,
    DomainError,
    FileMissingError,
    NegativeMoneyError,
    NotFoundError,
    NothingToPayError,
    WrongStateError,
)
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, ExpenseKind, Receipt
from coprod_desktop.domain.limit_sums import Level
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_errors import ClaimEmptyError
from coprod_desktop.domain.statements import StatementContent
from coprod_desktop.services.expenses import ExpenseLine
from coprod_desktop.services.sentences import sentence
from coprod_desktop.services.statement_contents import StatementContents
from tests.builders import TINY_PNG, TODAY, WORKED_ON, a_limit_watch, a_policy
from tests.services.world import World

BUS = ExpenseLine(spent_on=WORKED_ON, kind=ExpenseKind.BUS, what="Bus", pence=460)
TRAIN = ExpenseLine(spent_on=WORKED_ON, kind=ExpenseKind.TRAIN, what="Train", pence=1240)
DEADLINE = '\n[claims]\ndeadlines = [{ days = 3, after = "activity" }]\n'


def kept_work(world: World, person: Participant, minutes: int = 150) -> Contribution:
    return world.log(person, state=WorkState.DRAFT, minutes=minutes)


def kept_claim(world: World, person: Participant, *lines: ExpenseLine) -> ExpenseClaim:
    entry = replace(world.entry(person), lines=lines or (BUS,), is_draft=True)
    return world.office.expenses.log(entry)


def told(world: World, person: Participant) -> StatementContent:
    with world.office.desk.reading() as reading:
        return StatementContents(reading, WORKED_ON, TODAY, TODAY).of(person)


# --- removing ------------------------------------------------------------------------------------


def test_a_draft_of_a_claim_is_removed_with_lines_and_receipts_and_brought_back(
    world: World, tmp_path: Path
) -> None:
    claim = kept_claim(world, world.person(), BUS, TRAIN)
    slip = tmp_path / "slip.png"
    slip.write_bytes(TINY_PNG)
    for item in world.office.expenses.items(claim.expense_claim_id):
        world.office.expenses.attach_receipt(item.expense_item_id, slip)
    before = world.records()
    world.office.expenses.remove(claim.expense_claim_id)
    gone = world.records(ExpenseClaim, ExpenseItem, Receipt)
    assert gone == {ExpenseClaim: (), ExpenseItem: (), Receipt: ()}
    world.office.history.undo()
    assert world.records() == before
    assert world.findings() == ()


def test_only_a_draft_is_removed(world: World) -> None:
    sent = kept_claim(world, world.person())
    world.office.expenses.submit([sent.expense_claim_id])
    with world.refused(WrongStateError) as caught:
        world.office.expenses.remove(sent.expense_claim_id)
    assert "Only a draft is removed" in sentence(caught.value)
    with world.refused(NotFoundError):
        world.office.expenses.remove(7)


# --- keeping and sending -------------------------------------------------------------------------


def test_a_session_kept_as_a_draft_holds_its_work_and_claims_back(world: World) -> None:
    row = world.row(world.person(), expense_kind=ExpenseKind.BUS, expense_pence=460)
    world.office.sessions.log(world.session(row, is_draft=True))
    kinds = world.records(Contribution, ExpenseClaim)
    assert {one.state for rows in kinds.values() for one in rows} == {WorkState.DRAFT}
    world.office.approvals.approve_up_to(TODAY)
    with world.refused(NothingToPayError):
        world.office.pay_runs.prepare(TODAY)


def test_a_draft_stays_one_while_it_is_corrected_and_chosen_about(world: World) -> None:
    draft = kept_work(world, world.person())
    corrected = world.office.contributions.correct(replace(draft, minutes=60))
    assert (corrected.state, corrected.offered_pence) == (WorkState.DRAFT, 1200)
    world.office.contributions.choose(draft.contribution_id, Choice.DECLINE)
    chosen = world.office.contributions.choose(draft.contribution_id, Choice.ACCEPT)
    assert chosen.state is WorkState.DRAFT


def test_work_is_sent_then_approved_and_paid(world: World) -> None:
    draft = kept_work(world, world.person())
    with world.refused(WrongStateError) as caught:
        world.office.contributions.approve([draft.contribution_id])
    assert "Send it for approval first" in sentence(caught.value)
    with world.refused(WrongStateError):
        world.office.contributions.send_back(draft.contribution_id, "An hour?")
    assert world.office.contributions.submit([draft.contribution_id]) == 1
    world.office.contributions.approve([draft.contribution_id])
    world.prepared()
    (run,) = world.office.pay_runs.summaries()
    assert run.payment_pence == 3000


def test_sending_work_is_all_or_none(world: World) -> None:
    person = world.person()
    draft, waiting = kept_work(world, person), world.log(person)
    ids = [draft.contribution_id, waiting.contribution_id]
    with world.refused(WrongStateError) as caught:
        world.office.contributions.submit(ids)
    assert "waits for approval already" in sentence(caught.value)
    with world.refused(NotFoundError):
        world.office.contributions.submit([draft.contribution_id, 12])
    assert world.office.contributions.submit([draft.contribution_id, draft.contribution_id]) == 1


def test_a_claim_is_sent_then_approved_and_paid_back(world: World) -> None:
    claim = kept_claim(world, world.person())
    ids = [claim.expense_claim_id]
    with world.refused(WrongStateError):
        world.office.expenses.approve(ids)
    assert world.office.expenses.submit(ids) == 1
    with world.refused(WrongStateError):
        world.office.expenses.submit(ids)
    world.office.expenses.approve(ids)
    world.prepared()
    (run,) = world.office.pay_runs.summaries()
    assert run.reimbursement_pence == 460


def test_a_claim_without_a_line_can_be_kept_but_not_logged_nor_sent(world: World) -> None:
    person = world.person()
    with world.refused(ClaimEmptyError):
        world.office.expenses.log(replace(world.entry(person), lines=()))
    empty = world.office.expenses.log(replace(world.entry(person), lines=(), is_draft=True))
    whole = kept_claim(world, person)
    with world.refused(ClaimEmptyError):
        world.office.expenses.submit([whole.expense_claim_id, empty.expense_claim_id])
    world.office.expenses.add_line(empty.expense_claim_id, BUS)
    assert world.office.expenses.submit([empty.expense_claim_id, whole.expense_claim_id]) == 2


# --- claims that grow ----------------------------------------------------------------------------


def test_a_draft_grows_line_by_line_with_receipts(world: World, tmp_path: Path) -> None:
    claim = kept_claim(world, world.person())
    ticket = tmp_path / "ticket.png"
    ticket.write_bytes(TINY_PNG)
    item = world.office.expenses.add_line(claim.expense_claim_id, replace(TRAIN, receipt=ticket))
    items = world.office.expenses.items(claim.expense_claim_id)
    assert sorted(one.claimed_pence for one in items) == [460, 1240]
    (receipt,) = world.office.expenses.receipts(item.expense_item_id)
    assert receipt.file_name == "ticket.png"
    assert world.office.expenses.claim(claim.expense_claim_id).state is WorkState.DRAFT


def test_a_line_added_to_what_was_sent_back_asks_for_approval_again(world: World) -> None:
    claim = world.claim(world.person())
    world.office.expenses.send_back(claim.expense_claim_id, "And the way home?")
    world.office.expenses.add_line(claim.expense_claim_id, BUS)
    assert world.office.expenses.claim(claim.expense_claim_id).state is WorkState.LOGGED


def test_what_is_approved_or_being_paid_grows_no_more(world: World) -> None:
    claim = world.approved_claim(world.person())
    with world.refused(WrongStateError):
        world.office.expenses.add_line(claim.expense_claim_id, TRAIN)
    world.prepared()
    with world.refused(AlreadyPaidError):
        world.office.expenses.add_line(claim.expense_claim_id, TRAIN)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (replace(TRAIN, pence=-1), NegativeMoneyError),
        (replace(TRAIN, receipt=Path("nowhere/ticket.png")), FileMissingError),
    ],
)
def test_a_line_that_cannot_be_changes_nothing(
    world: World, line: ExpenseLine, error: type[DomainError]
) -> None:
    claim = kept_claim(world, world.person())
    with world.refused(error):
        world.office.expenses.add_line(claim.expense_claim_id, line)


# --- where drafts count --------------------------------------------------------------------------


def test_a_statement_tells_of_the_work_and_not_of_the_claim(world: World) -> None:
    person = world.person()
    kept_work(world, person)
    claim = kept_claim(world, person)
    content = told(world, person)
    assert [one.minutes for one in content.work] == [150]
    assert content.expenses == ()
    world.office.expenses.submit([claim.expense_claim_id])
    assert [one.claimed_pence for one in told(world, person).expenses] == [460]


def test_who_has_nothing_but_a_draft_claim_gets_no_statement(world: World) -> None:
    kept_claim(world, world.person())
    kept_work(world, world.person("Bronwen Pugh"))
    assert [row.participant for row in world.office.statements.list(WORKED_ON, TODAY)] == [
        "Bronwen Pugh"
    ]


@pytest.mark.parametrize("by", ["participant", "project", "month", "kind"])
def test_totals_count_the_work_and_not_the_claim(world: World, by: str) -> None:
    person = world.person()
    kept_work(world, person)
    kept_claim(world, person)
    rows = world.office.totals.rows(by)
    assert sum(row.minutes_paid for row in rows) == 150
    assert sum(row.payments_pence for row in rows) == 3000
    assert sum(row.reimbursements_pence for row in rows) == 0
    assert world.office.totals.of_participant(person.participant_id).reimbursements_pence == 0


def test_a_budget_is_used_by_the_work_and_not_by_the_claim(world: World) -> None:
    person = world.person()
    world.office.projects.save(replace(world.project, budget_pence=3000))
    kept_work(world, person)
    claim = kept_claim(world, person)
    (summary,) = world.office.projects.summaries()
    assert summary.agreed_pence == 3000
    project_id = world.project.project_id
    assert world.office.checks.of_projects([project_id]) == {}
    world.office.expenses.submit([claim.expense_claim_id])
    (found,) = world.office.checks.of_projects([project_id])[project_id]
    assert found.kind is CheckKind.BUDGET
    assert "£4.60 more than the budget" in found.because


def test_a_watched_limit_counts_the_work(world: World) -> None:
    person = world.person()
    world.office.limits.save(a_limit_watch(participant_id=person.participant_id, own_pence=5000))
    (priced,) = world.office.sessions.quote(world.session(world.row(person)))
    (alone,) = world.office.limits.warnings_for_entry([priced.contributions])
    assert alone is None
    kept_work(world, person)
    (warning,) = world.office.limits.warnings_for_entry([priced.contributions])
    assert warning is not None
    assert (warning.level, warning.money.before) == (Level.OVER, 3000)
    assert world.office.limits.warnings_before_run(TODAY) == ()


def test_a_claim_is_late_only_once_it_is_sent(world: World) -> None:
    rules = a_policy(effective_on=datetime.date(2022, 1, 1))
    world.office.policies.save(rules.text + DEADLINE, rules.effective_on)
    late = replace(
        world.entry(world.person(), TRAIN),
        claimed_on=WORKED_ON + datetime.timedelta(days=5),
        is_draft=True,
    )
    claim_id = world.office.expenses.log(late).expense_claim_id
    assert world.office.checks.of_claims([claim_id]) == {}
    world.office.expenses.submit([claim_id])
    (found,) = world.office.checks.of_claims([claim_id])[claim_id]
    assert found.kind is CheckKind.LATE_CLAIM


def test_a_flat_sum_in_a_draft_counts_towards_no_likely_cost(world: World) -> None:
    data = ExpenseLine(spent_on=WORKED_ON, kind=ExpenseKind.PHONE, what="Data", pence=2000)
    person = world.person()
    claim, draft = world.claim(person, data), kept_claim(world, person, data)
    assert world.office.checks.of_claims([claim.expense_claim_id]) == {}
    world.office.expenses.submit([draft.expense_claim_id])
    assert len(world.office.checks.of_claims([claim.expense_claim_id])) == 1


def test_the_file_is_sound_with_drafts(world: World) -> None:
    person = world.person()
    kept_work(world, person)
    kept_claim(world, person)
    world.office.expenses.log(replace(world.entry(person), lines=(), is_draft=True))
    assert world.findings() == ()
