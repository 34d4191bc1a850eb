"""Add up time and money by participant, project, month or kind of work."""

import datetime
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import TotalsRow
from coprod_desktop.storage.schema import table_of
from coprod_desktop.storage.work import Reading

_work = table_of(Contribution)
_claims = table_of(ExpenseClaim)
_items = table_of(ExpenseItem)
_people = table_of(Participant)
_projects = table_of(Project)

EXPENSES = "Expenses"
_Sums = dict[Any, list[int]]


def rows(
    reading: Reading, by: str, from_on: datetime.date | None, to_on: datetime.date | None
) -> tuple[TotalsRow, ...]:
    """Return the sums by "participant", "project", "month" (as "2026-11") or "kind", by name.

    Work counts in the month it was done, an expense in the month it was spent; expenses have no
    kind of work and stand in a row of their own. A claim that was sent back counts nothing.
    """
    sums: _Sums = {}
    for group, *work in reading.connection.execute(_work_query(reading, by, from_on, to_on)):
        entry = sums.setdefault(_month(group) if by == "month" else group, [0] * 5)
        for index, value in zip((0, 1, 2, 4), work, strict=True):
            entry[index] += int(value)
    for group, pence in reading.connection.execute(_expense_query(by, from_on, to_on)):
        key = {"month": _month(group), "kind": EXPENSES}.get(by, group)
        sums.setdefault(key, [0] * 5)[3] += int(pence)
    names = _names(reading, by)
    return tuple(
        TotalsRow(
            name=names.get(group, str(group)),
            minutes_paid=entry[0],
            minutes_unpaid=entry[1],
            payments_pence=entry[2],
            reimbursements_pence=entry[3],
            value_pence=entry[4],
        )
        for group, entry in sorted(sums.items(), key=lambda item: names.get(item[0], str(item[0])))
    )


def of_participant(reading: Reading, participant_id: int) -> TotalsRow:
    """Return the sums of one participant; noughts where there is nothing."""
    work = sa.select(
        sa.func.sum(sa.case((_work.c.is_paid, _work.c.minutes), else_=0)),
        sa.func.sum(sa.case((_work.c.is_paid, 0), else_=_work.c.minutes)),
        sa.func.sum(_work.c.agreed_pence),
        sa.func.sum(_work.c.value_pence),
    ).where(_work.c.participant_id == participant_id)
    spent = (
        sa.select(sa.func.sum(_items.c.agreed_pence))
        .select_from(_items.join(_claims))
        .where(_claims.c.participant_id == participant_id)
        .where(_claims.c.state != WorkState.SENT_BACK)
    )
    paid, unpaid, payments, value = (
        int(number or 0) for number in reading.connection.execute(work).one()
    )
    return TotalsRow(
        name=reading.get(Participant, participant_id).name,
        minutes_paid=paid,
        minutes_unpaid=unpaid,
        payments_pence=payments,
        reimbursements_pence=int(reading.connection.scalar(spent) or 0),
        value_pence=value,
    )


def _month(day: datetime.date | str) -> str:
    return str(day)[:7]


def _work_query(
    reading: Reading, by: str, from_on: datetime.date | None, to_on: datetime.date | None
) -> sa.Select[Any]:
    group = {
        "participant": _work.c.participant_id,
        "project": _work.c.project_id,
        "month": _work.c.worked_on,
        "kind": _work.c.kind_of_work,
    }[by]
    query = sa.select(
        group,
        sa.func.sum(sa.case((_work.c.is_paid, _work.c.minutes), else_=0)),
        sa.func.sum(sa.case((_work.c.is_paid, 0), else_=_work.c.minutes)),
        sa.func.sum(_work.c.agreed_pence),
        sa.func.sum(_work.c.value_pence),
    ).group_by(group)
    return _within(query, _work.c.worked_on, from_on, to_on)


def _expense_query(
    by: str, from_on: datetime.date | None, to_on: datetime.date | None
) -> sa.Select[Any]:
    group = {
        "participant": _claims.c.participant_id,
        "project": _claims.c.project_id,
        "month": _items.c.spent_on,
        "kind": sa.literal(EXPENSES),
    }[by]
    query = (
        sa.select(group, sa.func.sum(_items.c.agreed_pence))
        .select_from(_items.join(_claims))
        .where(_claims.c.state != WorkState.SENT_BACK)
    )
    grouped = query.group_by(group) if by != "kind" else query.having(sa.func.count() > 0)
    return _within(grouped, _items.c.spent_on, from_on, to_on)


def _within(
    query: sa.Select[Any],
    day: sa.Column[Any],
    from_on: datetime.date | None,
    to_on: datetime.date | None,
) -> sa.Select[Any]:
    if from_on is not None:
        query = query.where(day >= from_on)
    if to_on is not None:
        query = query.where(day <= to_on)
    return query


def _names(reading: Reading, by: str) -> dict[Any, str]:
    if by == "participant":
        query = sa.select(_people.c.participant_id, _people.c.name)
    elif by == "project":
        query = sa.select(_projects.c.project_id, _projects.c.name)
    else:
        return {}
    return {row[0]: row[1] for row in reading.connection.execute(query)}
