"""Candidates for the soft checks are found in SQL, and nothing that is no candidate."""

import datetime
from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from coprod_desktop.domain.contributions import Contribution, Pay, WorkState
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.storage import checks
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.work import Reading
from tests.builders import (
    TODAY,
    WORKED_ON,
    a_contribution,
    a_dismissal,
    a_participant,
    a_project,
    a_receipt,
    a_support_cost,
    an_activity,
    an_operator,
)
from tests.storage.world import a_claim_of, paid_by_run, save

T = TypeVar("T")
DAY = datetime.timedelta(days=1)
LONG_AGO = datetime.date(1990, 1, 1)
PEOPLE = [a_participant(name=name) for name in ("Ann Smith", "Siân Llŷr")]
ANN, SIAN = (person.participant_id for person in PEOPLE)
PROJECT = a_project(budget_pence=10_000)
OPERATOR = an_operator()


@pytest.fixture
def office(database: Database) -> Database:
    save(database, *PEOPLE, PROJECT, OPERATOR)
    return database


def ask(database: Database, question: Callable[[Reading], T]) -> T:
    with database.reading() as reading:
        return question(reading)


def work(participant_id: int = ANN, **override: Any) -> Contribution:
    links = {"participant_id": participant_id, "project_id": PROJECT.project_id}
    return a_contribution(**{**links, **override})


def ids(found: tuple[Contribution, ...]) -> set[int]:
    return {one.contribution_id for one in found}


def test_dismissals_are_found_by_their_fingerprints(office: Database) -> None:
    links = {"operator_id": OPERATOR.operator_id}
    one, other = a_dismissal(fingerprint="a" * 64, **links), a_dismissal(**links)
    save(office, one, other)
    assert ask(office, lambda r: checks.dismissals_of(r, ["a" * 64, "b" * 64])) == (one,)
    assert ask(office, lambda r: checks.dismissals_of(r, [])) == ()


def test_the_work_of_a_persons_day_is_found_and_no_other(office: Database) -> None:
    mine = [work(), work(minutes=10)]
    others = [work(SIAN), work(worked_on=WORKED_ON - DAY)]
    save(office, *mine, *others)
    found = ask(office, lambda r: checks.work_of_days(r, [(ANN, WORKED_ON), (SIAN, TODAY)]))
    assert ids(found) == {one.contribution_id for one in mine}
    many = [(ANN, WORKED_ON - number * DAY) for number in range(500)]
    assert len(ask(office, lambda r: checks.work_of_days(r, many))) == 3


def test_work_ahead_is_found_the_furthest_first(office: Database) -> None:
    near, far = work(worked_on=TODAY + DAY), work(worked_on=TODAY + 9 * DAY)
    save(office, near, far, work(worked_on=TODAY))
    assert ask(office, lambda r: checks.ahead(r, TODAY, 9)) == (far, near)
    assert ask(office, lambda r: checks.ahead(r, TODAY, 1)) == (far,)


def test_each_fee_is_held_against_the_wage_of_its_own_day(office: Database) -> None:
    rise = WORKED_ON
    wages = [(rise, 1201), (rise - 100 * DAY, 1200)]
    low, before = work(), work(worked_on=rise - DAY)
    none = work(worked_on=rise - 200 * DAY, offered_pence=1, agreed_pence=1)
    unpaid, declined = work(pay=Pay.UNPAID), work(offered_pence=0, agreed_pence=0)
    save(office, low, before, none, unpaid, declined)
    assert ask(office, lambda r: checks.low_fees(r, wages, LONG_AGO, 9)) == (low,)
    higher = [(rise, 1300), (rise - 100 * DAY, 1300)]
    assert ask(office, lambda r: checks.low_fees(r, higher, LONG_AGO, 9)) == (low, before)
    assert ask(office, lambda r: checks.low_fees(r, higher, rise, 9)) == (low,)
    assert ask(office, lambda r: checks.low_fees(r, higher, LONG_AGO, 1)) == (low,)


def test_work_that_is_paid_and_valued_is_found(office: Database) -> None:
    both, salary = work(value_pence=1), work(pay=Pay.SALARY, value_pence=1)
    save(office, both, salary, work(), work(pay=Pay.UNPAID), work(pay=Pay.SALARY))
    found = ask(office, lambda r: checks.valued_though_paid(r, LONG_AGO, 9))
    assert ids(found) == {both.contribution_id, salary.contribution_id}


def test_people_in_two_sessions_at_one_time_are_found(office: Database) -> None:
    links = {"project_id": PROJECT.project_id}
    first = an_activity(starts_at="10:00", ends_at="12:30", **links)
    second = an_activity(starts_at="12:00", ends_at="13:00", **links)
    after = an_activity(starts_at="13:00", ends_at="14:00", **links)
    untimed = an_activity(starts_at="", ends_at="", **links)
    next_day = an_activity(starts_at="10:00", ends_at="12:30", held_on=WORKED_ON + DAY, **links)
    save(office, first, second, after, untimed, next_day)
    both = (first, second, after, untimed, next_day)
    save(office, *(work(activity_id=one.activity_id) for one in both))
    save(office, *(work(SIAN, activity_id=one.activity_id) for one in (first, after)))
    question = checks.days_of_overlaps
    assert ask(office, lambda r: question(r, LONG_AGO, 9)) == ((ANN, WORKED_ON),)
    assert ask(office, lambda r: question(r, WORKED_ON + DAY, 9)) == ()


def test_people_with_two_entries_of_a_kind_on_a_day_are_found(office: Database) -> None:
    save(office, work(), work(minutes=10), work(kind_of_work="Reading"))
    save(office, work(SIAN), work(SIAN, worked_on=WORKED_ON - DAY))
    question = checks.days_of_repeats
    assert ask(office, lambda r: question(r, LONG_AGO, 9)) == ((ANN, WORKED_ON),)
    assert ask(office, lambda r: question(r, TODAY, 9)) == ()


def test_what_a_run_pays_is_found_by_kind(office: Database) -> None:
    piece, other = work(state=WorkState.IN_PAY_RUN), work()
    run, payment, line = paid_by_run(piece, OPERATOR.operator_id)
    save(office, piece, other, run, payment, line)
    assert ask(office, lambda r: checks.paid_by_run(r, run.pay_run_id)) == {
        LineKind.CONTRIBUTION: [piece.contribution_id],
        LineKind.EXPENSE_CLAIM: [],
        LineKind.TOP_UP: [],
        LineKind.RECOVERY: [],
    }


def test_lines_without_a_receipt_are_found_by_person_and_period(office: Database) -> None:
    claim, items = a_claim_of(ANN, PROJECT.project_id, 100, 200)
    back, back_items = a_claim_of(ANN, PROJECT.project_id, 300, state=WorkState.SENT_BACK)
    early, early_items = a_claim_of(ANN, PROJECT.project_id, 400, claimed_on=WORKED_ON - 60 * DAY)
    theirs, their_items = a_claim_of(SIAN, PROJECT.project_id, 500)
    receipt = a_receipt(expense_item_id=items[0].expense_item_id)
    save(office, claim, back, early, theirs)
    save(office, *items, *back_items, *early_items, *their_items, receipt)
    period = (WORKED_ON - DAY, WORKED_ON)
    found = ask(office, lambda r: checks.without_receipt(r, [ANN], *period))
    assert [(one.claim, one.item) for one in found] == [(claim, items[1])]
    newest = ask(office, lambda r: checks.claims_since(r, WORKED_ON, 9))
    assert set(newest) == {claim, back, theirs}
    assert len(ask(office, lambda r: checks.claims_since(r, LONG_AGO, 1))) == 1


def test_a_budget_is_used_by_work_claims_and_support_in_their_states(office: Database) -> None:
    for state, pence in zip(WorkState, (32, 1, 2, 4, 8, 16), strict=True):
        save(office, work(state=state, offered_pence=pence))
        claim, items = a_claim_of(ANN, PROJECT.project_id, 100 * pence, state=state)
        save(office, claim, *items)
    save(office, a_support_cost(project_id=PROJECT.project_id, cost_pence=5000))
    free = a_project(name="Garden", budget_pence=0)
    save(office, free)
    (use,) = ask(office, lambda r: checks.budget_uses(r))
    assert (use.project_id, use.budget_pence) == (PROJECT.project_id, 10_000)
    # In their order: draft, logged, sent back, approved, in a pay run, paid.
    assert use.offered_pence == 32 + 1 + 2 + 100
    assert use.agreed_pence == 4 + 8 + 400 + 800
    assert use.spent_pence == 16 + 1600 + 5000
    assert ask(office, lambda r: checks.budget_uses(r, [free.project_id])) == ()
    assert ask(office, lambda r: checks.budget_uses(r, [PROJECT.project_id])) == (use,)
