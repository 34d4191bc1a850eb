"""Number, list and look up issued statements."""

import datetime

import sqlalchemy as sa

from coprod_desktop.domain.contributions import NOT_CLAIMED, Contribution
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.statements import Statement
from coprod_desktop.storage.schema import table_of
from coprod_desktop.storage.work import Reading

_statements = table_of(Statement)
_work = table_of(Contribution)
_claims = table_of(ExpenseClaim)
_items = table_of(ExpenseItem)


def next_number(reading: Reading, year: int) -> int:
    """Return the running number that the next statement of a year gets."""
    start = f"S-{year}-"
    number = _statements.c.number
    # The longest is the last: as text, S-2026-9999 stands behind S-2026-10000.
    last = reading.connection.scalar(
        sa.select(number)
        .where(number.startswith(start))
        .order_by(sa.func.length(number).desc(), number.desc())
        .limit(1)
    )
    return int(last.removeprefix(start)) + 1 if last else 1


def standing(
    reading: Reading, participant_id: int, from_on: datetime.date, to_on: datetime.date
) -> Statement | None:
    """Return the statement of this person and period that is not replaced, if there is one."""
    found = reading.find(
        Statement, participant_id=participant_id, from_on=from_on, to_on=to_on, is_replaced=False
    )
    return found[-1] if found else None


def people_of_period(
    reading: Reading, from_on: datetime.date, to_on: datetime.date
) -> tuple[int, ...]:
    """Return the ids of everybody with work or expenses in a period.

    A claim that was sent back, or is a draft, counts nothing.
    """
    worked = sa.select(_work.c.participant_id).where(_work.c.worked_on.between(from_on, to_on))
    spent = (
        sa.select(_claims.c.participant_id)
        .select_from(_claims.join(_items))
        .where(_items.c.spent_on.between(from_on, to_on))
        .where(_claims.c.state.not_in(NOT_CLAIMED))
    )
    return tuple(reading.connection.scalars(worked.union(spent)))
