"""Count people and add up money as reports need it, for all projects or for some."""

import datetime
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.contributions import NOT_CLAIMED, Contribution
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, SupportCost
from coprod_desktop.domain.outputs import Credit, Output
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.top_ups import Days
from coprod_desktop.storage.work import Reading

_work = table_of(Contribution)
_claims = table_of(ExpenseClaim)
_items = table_of(ExpenseItem)
_support = table_of(SupportCost)
_top_ups = table_of(TopUp)
_outputs = table_of(Output)
_credits = table_of(Credit)
Projects = Collection[int] | None
_HEADS = sa.func.count(_work.c.participant_id.distinct())


def people(reading: Reading, days: Days, projects: Projects, *, are_unpaid: bool = False) -> int:
    """Return how many people worked, or worked unpaid."""
    query = _of_work(sa.select(_HEADS), days, projects)
    if are_unpaid:
        query = query.where(sa.not_(_work.c.is_paid))
    return int(reading.connection.scalar(query) or 0)


def sessions(reading: Reading, days: Days, projects: Projects) -> int:
    """Return how many sessions the work belongs to."""
    query = sa.select(sa.func.count(_work.c.activity_id.distinct()))
    return int(reading.connection.scalar(_of_work(query, days, projects)) or 0)


def work_by_kind(
    reading: Reading, days: Days, projects: Projects, *, are_unpaid: bool = False
) -> tuple[Sequence[Any], ...]:
    """Return kind of work, people, minutes paid and minutes unpaid, by kind."""
    query = _of_work(_counted(_work.c.kind_of_work), days, projects)
    if are_unpaid:
        query = query.where(sa.not_(_work.c.is_paid))
    return tuple(reading.connection.execute(query.order_by(_work.c.kind_of_work)))


def work_by_project(reading: Reading, days: Days, projects: Projects) -> dict[int, Sequence[Any]]:
    """Return project id, people, minutes paid and minutes unpaid, by project."""
    query = _of_work(_counted(_work.c.project_id), days, projects)
    return {row[0]: row for row in reading.connection.execute(query)}


def work_by_capacity(reading: Reading, days: Days, projects: Projects) -> tuple[Sequence[Any], ...]:
    """Return what people take part as, people, minutes paid and minutes unpaid."""
    query = _of_work(_counted(_work.c.capacity), days, projects)
    return tuple(reading.connection.execute(query))


def unpaid_by_rate(reading: Reading, days: Days, projects: Projects) -> tuple[Sequence[Any], ...]:
    """Return kind of work, rate an hour, people, minutes and value of unpaid work."""
    by = (_work.c.kind_of_work, _work.c.rate_pence)
    query = (
        sa.select(*by, _HEADS, whole_sum(_work.c.minutes), whole_sum(_work.c.value_pence))
        .where(sa.not_(_work.c.is_paid))
        .group_by(*by)
        .order_by(*by)
    )
    return tuple(reading.connection.execute(_of_work(query, days, projects)))


def value_of_unpaid(reading: Reading, days: Days, projects: Projects) -> int:
    """Return what unpaid time is worth, in pence; it is no money."""
    query = _of_work(sa.select(whole_sum(_work.c.value_pence)), days, projects)
    return int(reading.connection.scalar(query) or 0)


def expenses_by_kind(reading: Reading, days: Days, projects: Projects) -> dict[str, int]:
    """Return what was agreed of expenses, and paid on top, by what it was spent on."""
    of_claims = _items.join(_claims)
    agreed = (
        sa.select(_items.c.kind, whole_sum(_items.c.agreed_pence))
        .select_from(of_claims)
        .where(_claims.c.state.not_in(NOT_CLAIMED))
    )
    more = (
        sa.select(_items.c.kind, whole_sum(_top_ups.c.pence))
        .select_from(of_claims.join(_top_ups, _top_ups.c.subject_id == _items.c.expense_item_id))
        .where(_top_ups.c.is_live, _top_ups.c.kind == LineKind.EXPENSE_CLAIM)
    )
    found: dict[str, int] = {}
    for query in (agreed, more):
        narrowed = query.where(days.hold(_items.c.spent_on)).group_by(_items.c.kind)
        if projects is not None:
            narrowed = narrowed.where(_claims.c.project_id.in_(projects))
        for kind, pence in reading.connection.execute(narrowed):
            found[str(kind)] = found.get(str(kind), 0) + pence
    return found


def support_by_kind(reading: Reading, days: Days, projects: Projects) -> tuple[Sequence[Any], ...]:
    """Return kind, how many, and what it cost so that people could take part."""
    query = (
        sa.select(_support.c.kind, sa.func.count(), whole_sum(_support.c.cost_pence))
        .where(days.hold(_support.c.incurred_on))
        .group_by(_support.c.kind)
        .order_by(_support.c.kind)
    )
    if projects is not None:
        query = query.where(_support.c.project_id.in_(projects))
    return tuple(reading.connection.execute(query))


def who_worked(reading: Reading, days: Days, projects: Projects) -> tuple[Participant, ...]:
    """Return who worked, by id."""
    query = _of_work(sa.select(_work.c.participant_id).distinct(), days, projects)
    return reading.among(Participant, reading.connection.scalars(query))


def outputs(
    reading: Reading, from_on: datetime.date, to_on: datetime.date, projects: Projects
) -> tuple[Output, ...]:
    """Return what was made in these days, oldest first; what has no day is in none."""
    query = (
        sa.select(_outputs)
        .where(_outputs.c.made_on.between(from_on, to_on))
        .order_by(_outputs.c.made_on, _outputs.c.output_id)
    )
    if projects is not None:
        query = query.where(_outputs.c.project_id.in_(projects))
    return reading.fetch(Output, query)


def credits_of(reading: Reading, projects: Projects) -> tuple[Credit, ...]:
    """Return what people are credited with in these projects."""
    query = sa.select(_credits).order_by(_credits.c.credit_id)
    if projects is not None:
        query = query.join(_outputs, _outputs.c.output_id == _credits.c.output_id).where(
            _outputs.c.project_id.in_(projects)
        )
    return reading.fetch(Credit, query)


def _counted(by: sa.ColumnElement[Any]) -> sa.Select[Any]:
    paid = whole_sum(sa.case((_work.c.is_paid, _work.c.minutes), else_=0))
    unpaid = whole_sum(sa.case((_work.c.is_paid, 0), else_=_work.c.minutes))
    return sa.select(by, _HEADS, paid, unpaid).group_by(by)


def _of_work(query: sa.Select[Any], days: Days, projects: Projects) -> sa.Select[Any]:
    narrowed = query.where(days.hold(_work.c.worked_on))
    if projects is not None:
        narrowed = narrowed.where(_work.c.project_id.in_(projects))
    return narrowed
