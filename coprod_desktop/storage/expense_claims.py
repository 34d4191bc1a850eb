"""List expense claims and find those that wait to be paid."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, Receipt
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ClaimSummary
from coprod_desktop.storage import many_ids, search
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.work import Reading

_claims = table_of(ExpenseClaim)
_items = table_of(ExpenseItem)
_receipts = table_of(Receipt)
_people = table_of(Participant)
_projects = table_of(Project)


def page(
    reading: Reading,
    *,
    after: tuple[datetime.date, int] | None,
    limit: int,
    state: WorkState | None = None,
    typed: str = "",
    participant_id: int | None = None,
) -> tuple[ClaimSummary, ...]:
    """Return the next claims, newest first, from behind a (day, id)."""
    some = sa.select(_claims)
    if state is not None:
        some = some.where(_claims.c.state == state)
    if participant_id is not None:
        some = some.where(_claims.c.participant_id == participant_id)
    if typed.strip():
        theirs = _claims.c.participant_id
        some = some.where(search.is_found(reading.connection, "participants", typed, theirs))
    if after is not None:
        some = some.where(sa.tuple_(_claims.c.claimed_on, _claims.c.expense_claim_id) < after)
    newest = (_claims.c.claimed_on.desc(), _claims.c.expense_claim_id.desc())
    rows = some.order_by(*newest).limit(limit).subquery("some")
    return reading.fetch(ClaimSummary, _with_sums(rows))


def summary(reading: Reading, expense_claim_id: int) -> ClaimSummary | None:
    """Return the list's row of one claim; None where it is gone."""
    one = sa.select(_claims).where(_claims.c.expense_claim_id == expense_claim_id).subquery("some")
    found = reading.fetch(ClaimSummary, _with_sums(one))
    return found[0] if found else None


def summaries(reading: Reading, ids: Sequence[int]) -> tuple[ClaimSummary, ...]:
    """Return the list's rows of these claims, in any order."""
    found: list[ClaimSummary] = []
    for is_it in many_ids.among(reading.connection, _claims.c.expense_claim_id, ids):
        some = sa.select(_claims).where(is_it).subquery("some")
        found.extend(reading.fetch(ClaimSummary, _with_sums(some)))
    return tuple(found)


def receipt_counts(reading: Reading, expense_claim_id: int) -> dict[int, int]:
    """Return how many receipts each line of a claim has, by the line's id."""
    query = (
        sa.select(_receipts.c.expense_item_id, sa.func.count())
        .select_from(_receipts.join(_items))
        .where(_items.c.expense_claim_id == expense_claim_id)
        .group_by(_receipts.c.expense_item_id)
    )
    return {row[0]: row[1] for row in reading.connection.execute(query)}


def _with_sums(rows: sa.Subquery) -> sa.Select[tuple[object, ...]]:
    receipts = (
        sa.select(sa.func.count())
        .select_from(_receipts.join(_items))
        .where(_items.c.expense_claim_id == rows.c.expense_claim_id)
        .scalar_subquery()
    )
    whole = [rows.c[name] for name in ("expense_claim_id", "claimed_on", "participant_id", "state")]
    return (
        sa.select(
            *whole,
            _people.c.name.label("participant"),
            _projects.c.name.label("project"),
            sa.func.coalesce(sa.func.min(_items.c.what), "").label("what"),
            sa.func.count(_items.c.expense_item_id).label("items"),
            receipts.label("receipts"),
            whole_sum(_items.c.claimed_pence).label("claimed_pence"),
            whole_sum(_items.c.agreed_pence).label("agreed_pence"),
        )
        .join(_people, _people.c.participant_id == rows.c.participant_id)
        .join(_projects, _projects.c.project_id == rows.c.project_id)
        .outerjoin(_items, _items.c.expense_claim_id == rows.c.expense_claim_id)
        .group_by(*whole, _people.c.name, _projects.c.name)
        .order_by(rows.c.claimed_on.desc(), rows.c.expense_claim_id.desc())
    )


def items_of(reading: Reading, claim_ids: Iterable[int]) -> tuple[ExpenseItem, ...]:
    """Return the items of claims, by claim and day."""
    wanted, found = sorted(set(claim_ids)), list[ExpenseItem]()
    for start in range(0, len(wanted), 500):
        chunk = wanted[start : start + 500]
        query = (
            sa.select(_items)
            .where(_items.c.expense_claim_id.in_(chunk))
            .order_by(_items.c.expense_claim_id, _items.c.spent_on, _items.c.expense_item_id)
        )
        found.extend(reading.fetch(ExpenseItem, query))
    return tuple(found)


def items_of_period(
    reading: Reading, participant_id: int, from_on: datetime.date, to_on: datetime.date
) -> tuple[tuple[ExpenseClaim, ExpenseItem], ...]:
    """Return a person's expenses of a period with their claims, oldest first."""
    query = (
        sa.select(_items)
        .join(_claims, _claims.c.expense_claim_id == _items.c.expense_claim_id)
        .where(_claims.c.participant_id == participant_id)
        .where(_items.c.spent_on.between(from_on, to_on))
        .order_by(_items.c.spent_on, _items.c.expense_item_id)
    )
    items = reading.fetch(ExpenseItem, query)
    claims = {
        c.expense_claim_id: c
        for c in reading.among(ExpenseClaim, {item.expense_claim_id for item in items})
    }
    return tuple((claims[item.expense_claim_id], item) for item in items)


def of_person(reading: Reading, participant_id: int) -> tuple[tuple[int, ExpenseItem, int], ...]:
    """Return all expenses of a person, oldest first: project id, item, how many receipts."""
    query = _items_with_claims().where(_claims.c.participant_id == participant_id)
    found = _with_claims_and_receipts(reading, query)
    return tuple((claim.project_id, item, count) for claim, item, count in found)


def not_yet_agreed(
    reading: Reading, from_on: datetime.date
) -> tuple[tuple[ExpenseClaim, ExpenseItem, int], ...]:
    """Return the expenses from a day on whose claims nobody approved yet, oldest first."""
    waiting = [WorkState.DRAFT, WorkState.LOGGED, WorkState.SENT_BACK]
    query = _items_with_claims().where(_claims.c.state.in_(waiting), _items.c.spent_on >= from_on)
    return _with_claims_and_receipts(reading, query)


def _items_with_claims() -> sa.Select[tuple[Any, ...]]:
    same = _claims.c.expense_claim_id == _items.c.expense_claim_id
    order = (_items.c.spent_on, _items.c.expense_item_id)
    return sa.select(_items).join(_claims, same).order_by(*order)


def _with_claims_and_receipts(
    reading: Reading, query: sa.Select[tuple[Any, ...]]
) -> tuple[tuple[ExpenseClaim, ExpenseItem, int], ...]:
    items = reading.fetch(ExpenseItem, query)
    ids = {item.expense_claim_id for item in items}
    claims = {claim.expense_claim_id: claim for claim in reading.among(ExpenseClaim, ids)}
    counting = sa.select(_receipts.c.expense_item_id, sa.func.count())
    rows = reading.connection.execute(counting.group_by(_receipts.c.expense_item_id))
    counts = {row[0]: row[1] for row in rows} if items else {}
    return tuple(
        (claims[item.expense_claim_id], item, counts.get(item.expense_item_id, 0)) for item in items
    )


def known_import_keys(reading: Reading, keys: Iterable[str]) -> frozenset[str]:
    """Return which of these import keys are in the file already."""
    wanted, known = sorted(set(keys)), set[str]()
    for start in range(0, len(wanted), 500):
        chunk = wanted[start : start + 500]
        query = sa.select(_claims.c.import_key).where(_claims.c.import_key.in_(chunk))
        known.update(reading.connection.scalars(query))
    return frozenset(known)


def to_pay(
    reading: Reading, up_to_on: datetime.date, project_ids: Collection[int] | None = None
) -> tuple[ExpenseClaim, ...]:
    """Return the approved claims made up to a day, of these projects only where some are named."""
    query = (
        sa.select(_claims)
        .where(_claims.c.state == WorkState.APPROVED, _claims.c.claimed_on <= up_to_on)
        .order_by(_claims.c.participant_id, _claims.c.claimed_on, _claims.c.expense_claim_id)
    )
    if project_ids is not None:
        query = query.where(_claims.c.project_id.in_(project_ids))
    return reading.fetch(ExpenseClaim, query)
