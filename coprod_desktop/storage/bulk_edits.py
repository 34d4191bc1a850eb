"""Read what many entries need before they are changed at once, in few questions."""

from collections.abc import Collection, Iterable

import sqlalchemy as sa

from coprod_desktop.domain.expenses import ExpenseItem, Receipt
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.storage import many_ids, pay_runs, schema, top_ups
from coprod_desktop.storage.schema import table_of
from coprod_desktop.storage.work import Reading

_people = table_of(Participant)
_items = table_of(ExpenseItem)
_receipts = table_of(Receipt)


def latest_change_id(reading: Reading) -> int:
    """Return the number of the latest change, taken back or not."""
    return int(reading.connection.scalar(sa.select(sa.func.max(schema.changes.c.change_id))) or 0)


def names_of(reading: Reading, participant_ids: Collection[int]) -> dict[int, str]:
    """Return the names of these people."""
    found: dict[int, str] = {}
    for is_it in many_ids.among(reading.connection, _people.c.participant_id, participant_ids):
        query = sa.select(_people.c.participant_id, _people.c.name).where(is_it)
        found.update((row[0], row[1]) for row in reading.connection.execute(query))
    return found


def items_of_claims(reading: Reading, claim_ids: Iterable[int]) -> tuple[ExpenseItem, ...]:
    """Return the lines of claims, by day."""
    found: list[ExpenseItem] = []
    for is_it in many_ids.among(reading.connection, _items.c.expense_claim_id, claim_ids):
        found.extend(reading.fetch(ExpenseItem, sa.select(_items).where(is_it)))
    return tuple(sorted(found, key=lambda one: (one.spent_on, one.expense_item_id)))


def with_receipts(reading: Reading, item_ids: Collection[int]) -> frozenset[int]:
    """Return which of these lines have a receipt."""
    found: set[int] = set()
    for is_it in many_ids.among(reading.connection, _receipts.c.expense_item_id, item_ids):
        query = sa.select(_receipts.c.expense_item_id).where(is_it).distinct()
        found.update(reading.connection.scalars(query))
    return frozenset(found)


def topped_up_by(reading: Reading, subject_ids: Iterable[int]) -> dict[int, int]:
    """Return the number of the run that paid on top of work or a line, by its id."""
    return {
        one.subject_id: pay_runs.number_paying(reading, one.top_up_id, LineKind.TOP_UP)
        for one in top_ups.live(reading, subject_ids)
    }
