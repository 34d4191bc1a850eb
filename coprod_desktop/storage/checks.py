"""Find what the soft checks look at: what stands on the same day, and what may be worth a look."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import sqlalchemy as sa

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.checks import Dismissal
from coprod_desktop.domain.checks.money import BudgetUse, FlatSum
from coprod_desktop.domain.contributions import NOT_CLAIMED, Contribution, Pay, WorkState
from coprod_desktop.domain.expenses import (
    ExpenseClaim,
    ExpenseItem,
    Receipt,
    SupportCost,
)
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentLine
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.work import Reading

PersonDay = tuple[int, datetime.date]
WagePeriod = tuple[datetime.date, int]
T = TypeVar("T")

_work = table_of(Contribution)
_activities = table_of(Activity)
_claims = table_of(ExpenseClaim)
_items = table_of(ExpenseItem)
_receipts = table_of(Receipt)
_projects = table_of(Project)
_payments = table_of(Payment)
_lines = table_of(PaymentLine)
_support = table_of(SupportCost)
_top_ups = table_of(TopUp)
_dismissals = table_of(Dismissal)
_AT_ONCE = 200


def dismissals_of(reading: Reading, fingerprints: Iterable[str]) -> tuple[Dismissal, ...]:
    """Return the dismissals of findings with these fingerprints, oldest first."""
    found: list[Dismissal] = []
    for some in _chunks(sorted(set(fingerprints))):
        query = sa.select(_dismissals).where(_dismissals.c.fingerprint.in_(some))
        found.extend(reading.fetch(Dismissal, query))
    return tuple(sorted(found, key=lambda one: one.dismissal_id))


def work_of_days(reading: Reading, days: Iterable[PersonDay]) -> tuple[Contribution, ...]:
    """Return everything that these people did on these days."""
    found: list[Contribution] = []
    person_day = sa.tuple_(_work.c.participant_id, _work.c.worked_on)
    for some in _chunks(sorted(set(days))):
        found.extend(reading.fetch(Contribution, sa.select(_work).where(person_day.in_(some))))
    return tuple(found)


def ahead(reading: Reading, today: datetime.date, limit: int) -> tuple[Contribution, ...]:
    """Return work that is entered for a day to come, the furthest first."""
    query = sa.select(_work).where(_work.c.worked_on > today)
    return reading.fetch(Contribution, _newest(query).limit(limit))


def low_fees(
    reading: Reading, wages: Sequence[WagePeriod], since_on: datetime.date, limit: int
) -> tuple[Contribution, ...]:
    """Return paid work since a day whose offer is below the minimum wage for its time.

    `wages` are first days and pence an hour, newest first. A penny of rounding is not looked at
    here, so some of the work found may be just at the minimum.
    """
    found: list[Contribution] = []
    before_on: datetime.date | None = None
    for from_on, hourly_pence in wages:
        query = (
            sa.select(_work)
            .where(_work.c.worked_on >= max(from_on, since_on))
            .where(_work.c.pay == Pay.PAID, _work.c.offered_pence > 0)
            .where(_work.c.offered_pence * 60 < _work.c.minutes * hourly_pence)
        )
        if before_on is not None:
            query = query.where(_work.c.worked_on < before_on)
        found.extend(reading.fetch(Contribution, _newest(query).limit(limit - len(found))))
        before_on = from_on
        if len(found) >= limit or from_on <= since_on:
            break
    return tuple(found)


def valued_though_paid(
    reading: Reading, since_on: datetime.date, limit: int
) -> tuple[Contribution, ...]:
    """Return work that is paid, or in a salary, and valued as unpaid time as well."""
    is_paid = (_work.c.agreed_pence > 0) | (_work.c.pay == Pay.SALARY)
    query = sa.select(_work).where(_work.c.worked_on >= since_on, _work.c.value_pence > 0, is_paid)
    return reading.fetch(Contribution, _newest(query).limit(limit))


def days_of_overlaps(
    reading: Reading, since_on: datetime.date, limit: int
) -> tuple[PersonDay, ...]:
    """Return who took part on which day in two sessions whose clock times overlap."""
    other = _activities.alias("other")
    first, second = _work.alias("first"), _work.alias("second")
    query = (
        sa.select(first.c.participant_id, first.c.worked_on)
        .select_from(_activities)
        .join(
            other,
            (other.c.held_on == _activities.c.held_on)
            & (other.c.activity_id > _activities.c.activity_id)
            & (other.c.starts_at < _activities.c.ends_at)
            & (_activities.c.starts_at < other.c.ends_at),
        )
        .join(first, first.c.activity_id == _activities.c.activity_id)
        .join(
            second,
            (second.c.activity_id == other.c.activity_id)
            & (second.c.participant_id == first.c.participant_id),
        )
        .where(_activities.c.held_on >= since_on)
        .where(_activities.c.starts_at != "", other.c.starts_at != "")
        .distinct()
        .order_by(first.c.worked_on.desc(), first.c.participant_id)
        .limit(limit)
    )
    return tuple((row[0], row[1]) for row in reading.connection.execute(query))


def days_of_repeats(reading: Reading, since_on: datetime.date, limit: int) -> tuple[PersonDay, ...]:
    """Return who has entries of one kind on one day for one project more than once.

    That holds the entries that are alike, and those that come to more than their session.
    """
    query = (
        sa.select(_work.c.participant_id, _work.c.worked_on)
        .where(_work.c.worked_on >= since_on)
        .group_by(
            _work.c.worked_on, _work.c.participant_id, _work.c.project_id, _work.c.kind_of_work
        )
        .having(sa.func.count() > 1)
        .order_by(_work.c.worked_on.desc(), _work.c.participant_id)
        .limit(limit)
    )
    return tuple((row[0], row[1]) for row in reading.connection.execute(query))


def paid_by_run(reading: Reading, pay_run_id: int) -> dict[LineKind, list[int]]:
    """Return the ids of the work and of the claims that a pay run pays."""
    query = (
        sa.select(_lines.c.kind, _lines.c.subject_id)
        .join(_payments, _payments.c.payment_id == _lines.c.payment_id)
        .where(_payments.c.pay_run_id == pay_run_id)
    )
    found: dict[LineKind, list[int]] = {kind: [] for kind in LineKind}
    for kind, subject_id in reading.connection.execute(query):
        found[kind].append(subject_id)
    return found


def _newest(query: sa.Select[tuple[object, ...]]) -> sa.Select[tuple[object, ...]]:
    return query.order_by(_work.c.worked_on.desc(), _work.c.contribution_id.desc())


# --- claims and budgets --------------------------------------------------------------------------


def claims_since(reading: Reading, since_on: datetime.date, limit: int) -> tuple[ExpenseClaim, ...]:
    """Return the claims made since a day, newest first."""
    newest = (_claims.c.claimed_on.desc(), _claims.c.expense_claim_id.desc())
    query = sa.select(_claims).where(_claims.c.claimed_on >= since_on).order_by(*newest)
    return reading.fetch(ExpenseClaim, query.limit(limit))


def without_receipt(
    reading: Reading, participant_ids: Iterable[int], from_on: datetime.date, to_on: datetime.date
) -> tuple[FlatSum, ...]:
    """Return the lines without a receipt that people spent in a period.

    Claims that were sent back, and drafts, are left out.
    """
    has_receipt = sa.exists().where(_receipts.c.expense_item_id == _items.c.expense_item_id)
    found: list[ExpenseItem] = []
    for some in _chunks(sorted(set(participant_ids))):
        query = (
            sa.select(_items)
            .join(_claims, _claims.c.expense_claim_id == _items.c.expense_claim_id)
            .where(_claims.c.participant_id.in_(some), _items.c.spent_on.between(from_on, to_on))
            .where(_claims.c.state.not_in(NOT_CLAIMED), ~has_receipt)
        )
        found.extend(reading.fetch(ExpenseItem, query))
    ids = {item.expense_claim_id for item in found}
    claims = {one.expense_claim_id: one for one in reading.among(ExpenseClaim, ids)}
    return tuple(FlatSum(claim=claims[item.expense_claim_id], item=item) for item in found)


def budget_uses(
    reading: Reading, project_ids: Iterable[int] | None = None
) -> tuple[BudgetUse, ...]:
    """Return what the budgets of projects are used for; all projects with a budget where None.

    Support to take part counts as spent. An expense claim that was sent back, or is a draft, counts
    nothing.
    """
    chosen = sa.select(_projects.c.project_id, _projects.c.budget_pence)
    chosen = chosen.where(_projects.c.budget_pence > 0)
    if project_ids is not None:
        chosen = chosen.where(_projects.c.project_id.in_(sorted(set(project_ids))))
    budgets = {row[0]: row[1] for row in reading.connection.execute(chosen)}
    used = {project_id: {"spent": 0, "agreed": 0, "offered": 0} for project_id in budgets}
    for project_id, state, pence in _used(reading, sorted(budgets)):
        used[project_id][_BUCKETS[state]] += pence
    return tuple(
        BudgetUse(
            project_id=project_id,
            budget_pence=budget,
            spent_pence=used[project_id]["spent"],
            agreed_pence=used[project_id]["agreed"],
            offered_pence=used[project_id]["offered"],
        )
        for project_id, budget in sorted(budgets.items())
    )


_BUCKETS = {
    WorkState.PAID: "spent",
    WorkState.IN_PAY_RUN: "agreed",
    WorkState.APPROVED: "agreed",
    WorkState.DRAFT: "offered",
    WorkState.LOGGED: "offered",
    WorkState.SENT_BACK: "offered",
}


def _used(reading: Reading, project_ids: Sequence[int]) -> Iterator[tuple[int, WorkState, int]]:
    """Give project, state and pence of work, expenses, top-ups and support."""
    run = reading.connection.execute
    work = sa.select(_work.c.project_id, _work.c.state, whole_sum(_work.c.agreed_pence))
    for row in run(
        work.where(_work.c.project_id.in_(project_ids)).group_by(_work.c.project_id, _work.c.state)
    ):
        yield row[0], row[1], row[2]
    items = (
        sa.select(_claims.c.project_id, _claims.c.state, whole_sum(_items.c.agreed_pence))
        .join_from(_claims, _items, _items.c.expense_claim_id == _claims.c.expense_claim_id)
        .where(_claims.c.project_id.in_(project_ids), _claims.c.state.not_in(NOT_CLAIMED))
        .group_by(_claims.c.project_id, _claims.c.state)
    )
    for row in run(items):
        yield row[0], row[1], row[2]
    topped = (
        sa.select(_top_ups.c.project_id, _top_ups.c.state, whole_sum(_top_ups.c.pence))
        .where(_top_ups.c.project_id.in_(project_ids), _top_ups.c.is_live)
        .group_by(_top_ups.c.project_id, _top_ups.c.state)
    )
    for row in run(topped):
        yield row[0], row[1], row[2]
    support = sa.select(_support.c.project_id, whole_sum(_support.c.cost_pence))
    for row in run(
        support.where(_support.c.project_id.in_(project_ids)).group_by(_support.c.project_id)
    ):
        yield row[0], WorkState.PAID, row[1]


def _chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
