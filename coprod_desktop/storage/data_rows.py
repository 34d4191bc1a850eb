"""Hand out every piece of work, expense, person or payment as one plain row with all its names."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import Payment, PaymentState, PayRun
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
_payments = table_of(Payment)
_runs = table_of(PayRun)
_top_ups = table_of(TopUp)
_AT_ONCE = 2000
_WHOSE = (_people.c.name.label("person"), _projects.c.name.label("project"))
_OF_PROJECT = (_projects.c.fund, _projects.c.cost_code)


def work(reading: Reading, days: Days) -> Iterator[sa.Row[Any]]:
    """Yield all work of these days, oldest first, with person, project, fund and cost code."""
    query = (
        sa.select(_work, *_WHOSE, *_OF_PROJECT)
        .join(_people, _people.c.participant_id == _work.c.participant_id)
        .join(_projects, _projects.c.project_id == _work.c.project_id)
        .where(days.hold(_work.c.worked_on))
        .order_by(_work.c.worked_on, _work.c.contribution_id)
    )
    return _streamed(reading, query)


def expenses(reading: Reading, days: Days) -> Iterator[sa.Row[Any]]:
    """Yield all lines of claims of these days, oldest first, with what their claim knows."""
    query = (
        sa.select(_items, _claims.c.claimed_on, _claims.c.state, *_WHOSE, *_OF_PROJECT)
        .join(_claims, _claims.c.expense_claim_id == _items.c.expense_claim_id)
        .join(_people, _people.c.participant_id == _claims.c.participant_id)
        .join(_projects, _projects.c.project_id == _claims.c.project_id)
        .where(days.hold(_items.c.spent_on))
        .order_by(_items.c.spent_on, _items.c.expense_item_id)
    )
    return _streamed(reading, query)


def payments(reading: Reading, days: Days) -> Iterator[sa.Row[Any]]:
    """Yield all payments of runs that pay in these days, run by run, with their person."""
    query = (
        sa.select(
            _payments,
            _people.c.name.label("person"),
            _runs.c.number.label("run"),
            _runs.c.pay_on,
            _runs.c.state.label("run_state"),
        )
        .join(_runs, _runs.c.pay_run_id == _payments.c.pay_run_id)
        .join(_people, _people.c.participant_id == _payments.c.participant_id)
        .where(days.hold(_runs.c.pay_on))
        .order_by(_runs.c.number, _people.c.name, _payments.c.payment_id)
    )
    return _streamed(reading, query)


def people(reading: Reading, days: Days) -> Iterator[sa.Row[Any]]:
    """Yield all people by name, with what each gave and was offered in these days."""
    theirs = sa.and_(
        _work.c.participant_id == _people.c.participant_id, days.hold(_work.c.worked_on)
    )
    query = (
        sa.select(
            _people,
            whole_sum(sa.case((_work.c.is_paid, _work.c.minutes), else_=0)).label("minutes_paid"),
            whole_sum(sa.case((_work.c.is_paid, 0), else_=_work.c.minutes)).label("minutes_unpaid"),
            whole_sum(_work.c.agreed_pence).label("agreed_pence"),
            sa.func.max(_work.c.worked_on).label("last_worked_on"),
        )
        .outerjoin(_work, theirs)
        .group_by(*_people.columns)
        .order_by(_people.c.name, _people.c.participant_id)
    )
    return _streamed(reading, query)


def paid(reading: Reading, days: Days) -> dict[int, tuple[int, int]]:
    """Return what each person was paid in these days: payments and reimbursements, in pence."""
    query = (
        sa.select(
            _payments.c.participant_id,
            whole_sum(_payments.c.payment_pence),
            whole_sum(_payments.c.reimbursement_pence),
        )
        .where(_payments.c.state == PaymentState.PAID, days.hold(_payments.c.paid_on))
        .group_by(_payments.c.participant_id)
    )
    return {row[0]: (row[1], row[2]) for row in reading.connection.execute(query)}


def on_top(reading: Reading) -> dict[int, int]:
    """Return what was paid on top of work and expenses after a rise, by the subject's id."""
    query = (
        sa.select(_top_ups.c.subject_id, whole_sum(_top_ups.c.pence))
        .where(_top_ups.c.is_live)
        .group_by(_top_ups.c.subject_id)
    )
    return {row[0]: row[1] for row in reading.connection.execute(query)}


def _streamed(reading: Reading, query: sa.Select[Any]) -> Iterator[sa.Row[Any]]:
    options = {"yield_per": _AT_ONCE}
    yield from reading.connection.execute(query, execution_options=options)
