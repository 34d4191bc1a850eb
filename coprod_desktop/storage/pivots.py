"""Add up one figure by two groups at once, in the database."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.contributions import NOT_CLAIMED, Contribution, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.pivots import GroupKey, PivotBy, PivotFigure
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.top_ups import Days
from coprod_desktop.storage.work import Reading

_work = table_of(Contribution)
_claims = table_of(ExpenseClaim)
_items = table_of(ExpenseItem)
_people = table_of(Participant)
_projects = table_of(Project)
_top_ups = table_of(TopUp)

EXPENSES = "(expenses)"
"""The group of expenses among kinds of work, and among paid and unpaid: they are neither."""
Sums = dict[tuple[GroupKey, GroupKey], int]


def sums(
    reading: Reading, figure: PivotFigure, rows_by: PivotBy, columns_by: PivotBy | None, days: Days
) -> Sums:
    """Return a figure by the keys of two groups, or of one and "" where there is no second.

    Work counts on the day it was done, an expense on the day it was spent, and what was paid on
    top with what it tops up. A claim that was sent back, or is a draft, counts nothing.
    """
    by = (rows_by, columns_by)
    if figure is PivotFigure.EXPENSES:
        found = _spent(reading, by, days)
        _add(found, _topped(reading, by, days, LineKind.EXPENSE_CLAIM))
        return found
    found = _worked(reading, figure, by, days)
    if figure in (PivotFigure.AGREED, PivotFigure.PAID):
        is_paid = figure is PivotFigure.PAID
        _add(found, _topped(reading, by, days, LineKind.CONTRIBUTION, is_paid=is_paid))
    return found


def people(reading: Reading, days: Days) -> int:
    """Return how many people worked in these days."""
    query = sa.select(_HEADS).where(days.hold(_work.c.worked_on))
    return int(reading.connection.scalar(query) or 0)


def names(reading: Reading, by: PivotBy) -> dict[GroupKey, str]:
    """Return how people or projects are called, by their ids; nothing for other groups."""
    table = {PivotBy.PERSON: _people, PivotBy.PROJECT: _projects}.get(by)
    if table is None:
        return {}
    key = next(iter(table.primary_key.columns))
    return {row[0]: row[1] for row in reading.connection.execute(sa.select(key, table.c.name))}


_HEADS = sa.func.count(_work.c.participant_id.distinct())
_FIGURES: Mapping[PivotFigure, sa.ColumnElement[int]] = {
    PivotFigure.HOURS: whole_sum(_work.c.minutes),
    PivotFigure.PAID_HOURS: whole_sum(sa.case((_work.c.is_paid, _work.c.minutes), else_=0)),
    PivotFigure.UNPAID_HOURS: whole_sum(sa.case((_work.c.is_paid, 0), else_=_work.c.minutes)),
    PivotFigure.OFFERED: whole_sum(_work.c.offered_pence),
    PivotFigure.AGREED: whole_sum(_work.c.agreed_pence),
    PivotFigure.PAID: whole_sum(
        sa.case((_work.c.state == WorkState.PAID, _work.c.agreed_pence), else_=0)
    ),
    PivotFigure.PEOPLE: _HEADS,
}


def _worked(
    reading: Reading, figure: PivotFigure, by: tuple[PivotBy, PivotBy | None], days: Days
) -> Sums:
    groups = [_group_of_work(reading, one) for one in by]
    rows: sa.FromClause = _work
    if PivotBy.FUNDER in by:
        rows = rows.join(_projects, _projects.c.project_id == _work.c.project_id)
    query = _grouped(groups, _FIGURES[figure]).select_from(rows)
    return _found(reading, query.where(days.hold(_work.c.worked_on)))


def _spent(reading: Reading, by: tuple[PivotBy, PivotBy | None], days: Days) -> Sums:
    groups = [_group_of_expenses(reading, one) for one in by]
    query = _grouped(groups, whole_sum(_items.c.agreed_pence)).select_from(_with_claims(by))
    narrowed = query.where(_claims.c.state.not_in(NOT_CLAIMED), days.hold(_items.c.spent_on))
    return _found(reading, narrowed)


def _topped(
    reading: Reading,
    by: tuple[PivotBy, PivotBy | None],
    days: Days,
    kind: LineKind,
    *,
    is_paid: bool = False,
) -> Sums:
    is_work = kind is LineKind.CONTRIBUTION
    group_of = _group_of_work if is_work else _group_of_expenses
    day = _work.c.worked_on if is_work else _items.c.spent_on
    rows: sa.FromClause = _work if is_work else _with_claims(by)
    if is_work and PivotBy.FUNDER in by:
        rows = rows.join(_projects, _projects.c.project_id == _work.c.project_id)
    subject = _work.c.contribution_id if is_work else _items.c.expense_item_id
    query = (
        _grouped([group_of(reading, one) for one in by], whole_sum(_top_ups.c.pence))
        .select_from(rows.join(_top_ups, _top_ups.c.subject_id == subject))
        .where(_top_ups.c.is_live, _top_ups.c.kind == kind, days.hold(day))
    )
    if is_paid:
        query = query.where(_top_ups.c.state == WorkState.PAID)
    return _found(reading, query)


def _with_claims(by: tuple[PivotBy, PivotBy | None]) -> sa.FromClause:
    rows: sa.FromClause = _items.join(_claims)
    if PivotBy.CAPACITY in by:
        rows = rows.join(_people, _people.c.participant_id == _claims.c.participant_id)
    if PivotBy.FUNDER in by:
        rows = rows.join(_projects, _projects.c.project_id == _claims.c.project_id)
    return rows


def _grouped(groups: list[Any], figure: sa.ColumnElement[int]) -> sa.Select[Any]:
    """Return a query by two groups; a group is named, for PostgreSQL compares its parameters."""
    row, column = (group.label(f"by_{number}") for number, group in enumerate(groups))
    return sa.select(row, column, figure).group_by("by_0", "by_1")


def _group_of_work(reading: Reading, by: PivotBy | None) -> sa.ColumnElement[Any]:
    if by in (PivotBy.MONTH, PivotBy.WEEK):
        return _stretch(reading, by, _work.c.worked_on)
    groups: dict[PivotBy | None, sa.ColumnElement[Any]] = {
        PivotBy.PERSON: _work.c.participant_id,
        PivotBy.PROJECT: _work.c.project_id,
        PivotBy.KIND: _work.c.kind_of_work,
        PivotBy.CAPACITY: _work.c.capacity,
        PivotBy.PAID: sa.case((_work.c.is_paid, "paid"), else_="unpaid"),
        PivotBy.FUNDER: _projects.c.fund,
    }
    return groups.get(by, sa.literal_column("''"))


def _group_of_expenses(reading: Reading, by: PivotBy | None) -> sa.ColumnElement[Any]:
    if by in (PivotBy.MONTH, PivotBy.WEEK):
        return _stretch(reading, by, _items.c.spent_on)
    groups: dict[PivotBy | None, sa.ColumnElement[Any]] = {
        PivotBy.PERSON: _claims.c.participant_id,
        PivotBy.PROJECT: _claims.c.project_id,
        PivotBy.CAPACITY: _people.c.capacity,
        PivotBy.FUNDER: _projects.c.fund,
    }
    return groups.get(by, sa.literal_column(f"'{EXPENSES}'"))


def _stretch(reading: Reading, by: PivotBy | None, day: sa.Column[Any]) -> sa.ColumnElement[str]:
    """Return the month of a day as "2026-11", or the Monday of its week as "2026-11-16"."""
    is_month = by is PivotBy.MONTH
    if reading.connection.dialect.name == "postgresql":
        whole = day if is_month else sa.func.date_trunc("week", day)
        return sa.func.to_char(whole, "YYYY-MM" if is_month else "YYYY-MM-DD", type_=sa.String)
    if is_month:
        return sa.func.substr(day, 1, 7, type_=sa.String)
    return sa.func.date(day, "-6 days", "weekday 1", type_=sa.String)


def _found(reading: Reading, query: sa.Select[Any]) -> Sums:
    rows = reading.connection.execute(query)
    return {(_plain(row[0]), _plain(row[1])): row[2] for row in rows if row[2]}


def _plain(key: object) -> GroupKey:
    return key if isinstance(key, int) else str(key)


def _add(sums_so_far: Sums, more: Sums) -> None:
    for key, amount in more.items():
        sums_so_far[key] = sums_so_far.get(key, 0) + amount
