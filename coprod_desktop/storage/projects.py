"""Look up projects and add up what they took and cost."""

import sqlalchemy as sa

from coprod_desktop.domain.contributions import NOT_CLAIMED, Contribution
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, SupportCost
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ProjectSummary
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.work import Reading

_projects = table_of(Project)
_work = table_of(Contribution)
_claims = table_of(ExpenseClaim)
_items = table_of(ExpenseItem)
_support = table_of(SupportCost)
_top_ups = table_of(TopUp)


def ids_by_folded_name(reading: Reading) -> dict[str, int]:
    """Return the id of every project by folded name."""
    query = sa.select(_projects.c.name, _projects.c.project_id).order_by(
        _projects.c.project_id.desc()
    )
    return {fold(row.name): row.project_id for row in reading.connection.execute(query)}


def all_summaries(reading: Reading) -> tuple[ProjectSummary, ...]:
    """Return every project with its sums, open ones first, by name.

    An expense claim that was sent back, or is a draft, counts nothing.
    """
    work = _work_sums().subquery("work")
    expenses = _expense_sums().subquery("expenses")
    topped = (
        sa.select(_top_ups.c.project_id, whole_sum(_top_ups.c.pence).label("pence"))
        .where(_top_ups.c.is_live)
        .group_by(_top_ups.c.project_id)
        .subquery("topped")
    )
    support = (
        sa.select(_support.c.project_id, whole_sum(_support.c.cost_pence).label("pence"))
        .group_by(_support.c.project_id)
        .subquery("support")
    )

    def zero(column: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
        return sa.func.coalesce(column, 0)

    agreed = zero(work.c.agreed) + zero(expenses.c.pence) + zero(topped.c.pence)
    query = (
        sa.select(
            _projects.c.project_id,
            _projects.c.name,
            _projects.c.cost_code,
            _projects.c.is_open,
            zero(work.c.people).label("people"),
            zero(work.c.paid).label("minutes_paid"),
            zero(work.c.unpaid).label("minutes_unpaid"),
            _projects.c.budget_pence,
            agreed.label("agreed_pence"),
            zero(support.c.pence).label("support_pence"),
        )
        .select_from(
            _projects.outerjoin(work, work.c.project_id == _projects.c.project_id)
            .outerjoin(expenses, expenses.c.project_id == _projects.c.project_id)
            .outerjoin(topped, topped.c.project_id == _projects.c.project_id)
            .outerjoin(support, support.c.project_id == _projects.c.project_id)
        )
        .order_by(_projects.c.is_open.desc(), _projects.c.name, _projects.c.project_id)
    )
    return reading.fetch(ProjectSummary, query)


def _work_sums() -> sa.Select[tuple[int, ...]]:
    return sa.select(
        _work.c.project_id,
        sa.func.count(_work.c.participant_id.distinct()).label("people"),
        whole_sum(sa.case((_work.c.is_paid, _work.c.minutes), else_=0)).label("paid"),
        whole_sum(sa.case((_work.c.is_paid, 0), else_=_work.c.minutes)).label("unpaid"),
        whole_sum(_work.c.agreed_pence).label("agreed"),
    ).group_by(_work.c.project_id)


def _expense_sums() -> sa.Select[tuple[int, ...]]:
    return (
        sa.select(_claims.c.project_id, whole_sum(_items.c.agreed_pence).label("pence"))
        .join_from(_claims, _items, _items.c.expense_claim_id == _claims.c.expense_claim_id)
        .where(_claims.c.state.not_in(NOT_CLAIMED))
        .group_by(_claims.c.project_id)
    )
