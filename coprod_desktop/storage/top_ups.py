"""Find what was agreed under other rules than today's, and what was paid on top of it."""

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.contributions import Contribution, Pay, WorkState
from coprod_desktop.domain.expenses import MILEAGE_KINDS, ExpenseClaim, ExpenseItem, Receipt
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.work import Reading

_work = table_of(Contribution)
_claims = table_of(ExpenseClaim)
_items = table_of(ExpenseItem)
_receipts = table_of(Receipt)
_top_ups = table_of(TopUp)
AGREED = (WorkState.APPROVED, WorkState.IN_PAY_RUN, WorkState.PAID)
_BY_POLICY = "Policy version "
_AT_ONCE = 500


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A stretch of days; None where it has no end."""

    from_on: datetime.date | None = None
    to_on: datetime.date | None = None

    def hold(self, day: sa.Column[datetime.date]) -> sa.ColumnElement[bool]:
        """Return the condition that a column's day lies inside."""
        after = sa.true() if self.from_on is None else day >= self.from_on
        before = sa.true() if self.to_on is None else day <= self.to_on
        return sa.and_(after, before)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedItem:
    """A line of a claim with whose it is, and whether there is proof of it."""

    item: ExpenseItem
    participant_id: int
    project_id: int
    state: WorkState
    has_receipt: bool


def live(reading: Reading, subject_ids: Iterable[int] | None = None) -> tuple[TopUp, ...]:
    """Return the top-ups that count, by day, or those of some contributions and expense items."""
    query = sa.select(_top_ups).where(_top_ups.c.is_live).order_by(_top_ups.c.top_up_id)
    if subject_ids is None:
        return reading.fetch(TopUp, query)
    wanted, found = sorted(set(subject_ids)), list[TopUp]()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        found += reading.fetch(TopUp, query.where(_top_ups.c.subject_id.in_(some)))
    return tuple(found)


def owed_again(reading: Reading) -> dict[int, tuple[TopUp, ...]]:
    """Return the top-ups whose payment came back while a later one stands on them, by person."""
    found: dict[int, list[TopUp]] = {}
    for one in reading.find(TopUp, is_live=True, state=WorkState.APPROVED):
        found.setdefault(one.participant_id, []).append(one)
    return {key: tuple(same) for key, same in found.items()}


def live_of_person(reading: Reading, participant_id: int) -> tuple[TopUp, ...]:
    """Return the top-ups of a person that count, in the order they were made."""
    return reading.find(TopUp, participant_id=participant_id, is_live=True)


def pence_of_person(reading: Reading, participant_id: int) -> dict[int, int]:
    """Return what was paid on top of a person's work and expenses, by the subject's id."""
    query = (
        sa.select(_top_ups.c.subject_id, whole_sum(_top_ups.c.pence))
        .where(_top_ups.c.participant_id == participant_id, _top_ups.c.is_live)
        .group_by(_top_ups.c.subject_id)
    )
    return {row[0]: row[1] for row in reading.connection.execute(query)}


def without_ground(reading: Reading) -> tuple[int, ...]:
    """Return the ids of top-ups that count although what they top up is not agreed any more."""
    work = sa.exists().where(
        _work.c.contribution_id == _top_ups.c.subject_id, _work.c.state.in_(AGREED)
    )
    item = (
        sa.exists()
        .where(_items.c.expense_item_id == _top_ups.c.subject_id)
        .where(_items.c.expense_claim_id == _claims.c.expense_claim_id)
        .where(_claims.c.state.in_(AGREED))
    )
    query = sa.select(_top_ups.c.top_up_id).where(_top_ups.c.is_live, ~work, ~item)
    return tuple(reading.connection.scalars(query.order_by(_top_ups.c.top_up_id)))


# --- what was agreed -----------------------------------------------------------------------------


def agreed_work(
    reading: Reading, days: Days, *, but_of_version: int | None = None
) -> tuple[Contribution, ...]:
    """Return agreed paid work that a policy priced, oldest first; not what one version priced."""
    query = _in_order(sa.select(_work), days).where(_work.c.because.contains(_BY_POLICY))
    if but_of_version is not None:
        query = query.where(~_work.c.because.contains(_named(but_of_version)))
    return reading.fetch(Contribution, query)


def work_by_hand(reading: Reading, days: Days) -> tuple[Contribution, ...]:
    """Return agreed paid work that no policy priced, oldest first."""
    query = _in_order(sa.select(_work), days).where(~_work.c.because.contains(_BY_POLICY))
    return reading.fetch(Contribution, query)


def _in_order(query: sa.Select[Any], days: Days) -> sa.Select[Any]:
    return (
        query.where(_work.c.state.in_(AGREED), _work.c.pay == Pay.PAID)
        .where(days.hold(_work.c.worked_on))
        .order_by(_work.c.worked_on, _work.c.contribution_id)
    )


def priced_work_of(
    reading: Reading, participant_ids: Iterable[int], days: Days
) -> tuple[Contribution, ...]:
    """Return all that a policy priced of the work of some people, agreed or not."""
    found: list[Contribution] = []
    for some in _chunks(participant_ids):
        query = (
            sa.select(_work)
            .where(_work.c.participant_id.in_(some), _work.c.pay != Pay.SALARY)
            .where(days.hold(_work.c.worked_on), _work.c.because.contains(_BY_POLICY))
        )
        found += reading.fetch(Contribution, query)
    return tuple(found)


def agreed_items(
    reading: Reading, days: Days, *, but_of_version: int | None = None, are_journeys: bool = False
) -> tuple[ClaimedItem, ...]:
    """Return agreed lines of claims that a policy priced; not what one version priced.

    With `are_journeys` only those that are paid by the mile.
    """
    query = _agreed_lines(days).where(_items.c.because.contains(_BY_POLICY))
    if but_of_version is not None:
        query = query.where(~_items.c.because.contains(_named(but_of_version)))
    if are_journeys:
        query = query.where(_items.c.kind.in_(sorted(MILEAGE_KINDS)), _items.c.tenth_miles > 0)
    return _with_claims(reading, query)


def items_by_hand(reading: Reading, days: Days) -> tuple[ClaimedItem, ...]:
    """Return agreed lines of claims that no policy priced."""
    query = _agreed_lines(days).where(~_items.c.because.contains(_BY_POLICY))
    return _with_claims(reading, query)


def priced_items_of(
    reading: Reading, participant_ids: Iterable[int], days: Days
) -> tuple[ClaimedItem, ...]:
    """Return all that a policy priced of the claims of some people, agreed or not."""
    found: list[ClaimedItem] = []
    for some in _chunks(participant_ids):
        query = _lines(days).where(
            _claims.c.participant_id.in_(some), _items.c.because.contains(_BY_POLICY)
        )
        found += _with_claims(reading, query)
    return tuple(found)


def _agreed_lines(days: Days) -> sa.Select[Any]:
    return _lines(days).where(_claims.c.state.in_(AGREED))


def _lines(days: Days) -> sa.Select[Any]:
    return (
        sa.select(_items)
        .join(_claims, _claims.c.expense_claim_id == _items.c.expense_claim_id)
        .where(days.hold(_items.c.spent_on))
        .order_by(_items.c.spent_on, _items.c.expense_item_id)
    )


def _with_claims(reading: Reading, query: sa.Select[Any]) -> tuple[ClaimedItem, ...]:
    items = reading.fetch(ExpenseItem, query)
    ids = {item.expense_claim_id for item in items}
    claims = {claim.expense_claim_id: claim for claim in reading.among(ExpenseClaim, ids)}
    proved = set(reading.connection.scalars(sa.select(_receipts.c.expense_item_id))) if ids else ()
    return tuple(
        ClaimedItem(
            item=item,
            participant_id=claims[item.expense_claim_id].participant_id,
            project_id=claims[item.expense_claim_id].project_id,
            state=claims[item.expense_claim_id].state,
            has_receipt=item.expense_item_id in proved,
        )
        for item in items
    )


def _named(version: int) -> str:
    return f"{_BY_POLICY}{version}."


def _chunks(ids: Iterable[int]) -> Iterable[list[int]]:
    wanted = sorted(set(ids))
    return (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))


# --- sums ----------------------------------------------------------------------------------------


def sums(reading: Reading, by: str, kind: LineKind, days: Days) -> dict[Any, int]:
    """Return what was paid on top by group, as `totals.rows` groups; by the day of the work.

    A group is an id, a day for "month", or a kind of work, which expenses do not have.
    """
    table, key, day = _SUBJECTS[kind]
    groups = {
        "participant": _top_ups.c.participant_id,
        "project": _top_ups.c.project_id,
        "month": day,
        "kind": _work.c.kind_of_work if table is _work else _top_ups.c.kind,
    }
    query = (
        sa.select(groups[by], whole_sum(_top_ups.c.pence))
        .select_from(_top_ups.join(table, key == _top_ups.c.subject_id))
        .where(_top_ups.c.is_live, _top_ups.c.kind == kind, days.hold(day))
        .group_by(groups[by])
    )
    return {row[0]: row[1] for row in reading.connection.execute(query)}


def sums_of_participant(reading: Reading, participant_id: int) -> dict[LineKind, int]:
    """Return what one participant was paid on top, for work and for expenses."""
    query = (
        sa.select(_top_ups.c.kind, whole_sum(_top_ups.c.pence))
        .where(_top_ups.c.is_live, _top_ups.c.participant_id == participant_id)
        .group_by(_top_ups.c.kind)
    )
    return {row[0]: row[1] for row in reading.connection.execute(query)}


_SUBJECTS = {
    LineKind.CONTRIBUTION: (_work, _work.c.contribution_id, _work.c.worked_on),
    LineKind.EXPENSE_CLAIM: (_items, _items.c.expense_item_id, _items.c.spent_on),
}
