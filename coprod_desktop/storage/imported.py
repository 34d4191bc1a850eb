"""Look up what came in from sheets."""

import datetime

import sqlalchemy as sa

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.storage.schema import table_of
from coprod_desktop.storage.work import Reading

_work = table_of(Contribution)
_claims = table_of(ExpenseClaim)


def work_between(
    reading: Reading, from_on: datetime.date, to_on: datetime.date
) -> tuple[Contribution, ...]:
    """Return the work of these days that came in from a sheet, by id."""
    query = (
        sa.select(_work)
        .where(_work.c.import_key.is_not(None), _work.c.worked_on.between(from_on, to_on))
        .order_by(_work.c.contribution_id)
    )
    return reading.fetch(Contribution, query)


def claims_between(
    reading: Reading, from_on: datetime.date, to_on: datetime.date
) -> tuple[ExpenseClaim, ...]:
    """Return the expense claims of these days that came in from a sheet, by id."""
    query = (
        sa.select(_claims)
        .where(_claims.c.import_key.is_not(None), _claims.c.claimed_on.between(from_on, to_on))
        .order_by(_claims.c.expense_claim_id)
    )
    return reading.fetch(ExpenseClaim, query)
