"""Find what was written in forms before, newest first, to be offered again."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.earlier import EarlierCost, EarlierWork
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, SupportCost
from coprod_desktop.domain.text import fold
from coprod_desktop.storage.schema import key_of, table_of
from coprod_desktop.storage.work import Reading

LOOKED_THROUGH = 5_000
"""So many of the newest rows are looked through: enough for years, and quick in a large file."""
_work, _items = table_of(Contribution), table_of(ExpenseItem)
_claims, _activities = table_of(ExpenseClaim), table_of(Activity)
_support = table_of(SupportCost)


def works(reading: Reading, most: int) -> tuple[EarlierWork, ...]:
    """Return what was done under each description, as it was logged the last time."""
    recent = _recent(_work)
    columns = ("what", "project_id", "kind_of_work", "minutes", "skills", "pay")
    rows = _newest_of_each(recent, recent.c.what, columns, most).subquery("rows")
    query = sa.select(*(rows.c[name] for name in columns)).order_by(rows.c.row_id.desc())
    return reading.fetch(EarlierWork, query)


def costs(reading: Reading, most: int) -> tuple[EarlierCost, ...]:
    """Return what money was spent on under each description, as it was the last time."""
    recent = _recent(_items)
    columns = ("what", "kind", "claimed_pence", "tenth_miles", "expense_claim_id")
    rows = _newest_of_each(recent, recent.c.what, columns, most).subquery("rows")
    query = (
        sa.select(
            *(rows.c[name] for name in columns if name != "expense_claim_id"),
            _claims.c.project_id,
        )
        .join(_claims, _claims.c.expense_claim_id == rows.c.expense_claim_id)
        .order_by(rows.c.row_id.desc())
    )
    return reading.fetch(EarlierCost, query)


def skills(reading: Reading, most: int) -> tuple[str, ...]:
    """Return the skills that were named."""
    return _texts(reading, _work.c.skills, most)


def places(reading: Reading, most: int) -> tuple[str, ...]:
    """Return where sessions were."""
    return _texts(reading, _activities.c.place, most)


def titles(reading: Reading, most: int) -> tuple[str, ...]:
    """Return what sessions were called."""
    return _texts(reading, _activities.c.title, most)


def notes(reading: Reading, most: int) -> tuple[str, ...]:
    """Return what was noted on work."""
    return _texts(reading, _work.c.note, most)


def suppliers(reading: Reading, most: int) -> tuple[str, ...]:
    """Return who was paid for support."""
    return _texts(reading, _support.c.supplier, most)


def last_project_id(reading: Reading) -> int | None:
    """Return the project of the newest work."""
    query = sa.select(_work.c.project_id).order_by(_work.c.contribution_id.desc()).limit(1)
    return reading.connection.scalars(query).first()


def _recent(table: sa.Table) -> sa.Subquery:
    """Return the newest rows of a table; ids grow with time.

    Those without a text count too, or a text that is rarely written would take the whole table.
    """
    key = key_of(table)
    newest = sa.select(table, key.label("row_id")).order_by(key.desc())
    return newest.limit(LOOKED_THROUGH).subquery("recent")


def _newest_of_each(
    recent: sa.Subquery, text: sa.ColumnElement[str], columns: Iterable[str], most: int
) -> sa.Select[Any]:
    latest = sa.select(sa.func.max(recent.c.row_id)).where(text != "").group_by(text)
    return (
        sa.select(*(recent.c[name] for name in columns), recent.c.row_id)
        .where(recent.c.row_id.in_(latest))
        .order_by(recent.c.row_id.desc())
        .limit(most)
    )


def _texts(reading: Reading, column: sa.Column[str], most: int) -> tuple[str, ...]:
    """Return the different texts of a column, newest first; accents and case make no difference."""
    recent = _recent(column.table)
    shown = recent.c[column.name]
    latest = sa.func.max(recent.c.row_id)
    query = sa.select(shown).where(shown != "").group_by(shown)
    query = query.order_by(latest.desc()).limit(most)
    found: dict[str, str] = {}
    for text in reading.connection.scalars(query):
        found.setdefault(fold(text), text)
    return tuple(found.values())
