"""Add up time and money by participant, project, month or kind of work."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.contributions import NOT_CLAIMED, Contribution
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import TotalsRow
from coprod_desktop.storage import top_ups
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.top_ups import Days
from coprod_desktop.storage.work import Reading

_work = table_of(Contribution)
_claims = table_of(ExpenseClaim)
_items = table_of(ExpenseItem)
_people = table_of(Participant)
_projects = table_of(Project)

EXPENSES = "Expenses"
_WORK_SUMS = (
    whole_sum(sa.case((_work.c.is_paid, _work.c.minutes), else_=0)),
    whole_sum(sa.case((_work.c.is_paid, 0), else_=_work.c.minutes)),
    whole_sum(_work.c.agreed_pence),
    whole_sum(_work.c.value_pence),
)


def rows(
    reading: Reading, by: str, from_on: datetime.date | None, to_on: datetime.date | None
) -> tuple[TotalsRow, ...]:
    """Return the sums by "participant", "project", "month" (as "2026-11") or "kind", by name.

    Work counts in the month it was done, an expense in the month it was spent; expenses have no
    kind of work and stand in a row of their own. A claim that was sent back, or is a draft, counts
    nothing. What was paid on top counts with what it tops up.
    """
    spent = _spent(reading, by, from_on, to_on)
    days = Days(from_on=from_on, to_on=to_on)
    topped = _by_name(by, top_ups.sums(reading, by, LineKind.CONTRIBUTION, days))
    found: list[TotalsRow] = []
    for group, name, paid, unpaid, payments, value in _worked(reading, by, from_on, to_on):
        found.append(
            TotalsRow(
                name=name,
                minutes_paid=paid,
                minutes_unpaid=unpaid,
                payments_pence=payments + topped.get(group, 0),
                reimbursements_pence=spent.pop(group, 0),
                value_pence=value,
            )
        )
    names = _names(reading, by) if spent else {}
    for group, pence in spent.items():  # nobody worked there, but somebody spent
        nothing = {"minutes_paid": 0, "minutes_unpaid": 0, "payments_pence": 0, "value_pence": 0}
        name = names.get(group, str(group))
        found.append(TotalsRow(name=name, reimbursements_pence=pence, **nothing))
    return tuple(sorted(found, key=lambda row: row.name))


def of_participant(reading: Reading, participant_id: int) -> TotalsRow:
    """Return the sums of one participant; noughts where there is nothing."""
    work = sa.select(*_WORK_SUMS).where(_work.c.participant_id == participant_id)
    spent = (
        sa.select(whole_sum(_items.c.agreed_pence))
        .select_from(_items.join(_claims))
        .where(_claims.c.participant_id == participant_id)
        .where(_claims.c.state.not_in(NOT_CLAIMED))
    )
    paid, unpaid, payments, value = reading.connection.execute(work).one()
    topped = top_ups.sums_of_participant(reading, participant_id)
    return TotalsRow(
        name=reading.get(Participant, participant_id).name,
        minutes_paid=paid,
        minutes_unpaid=unpaid,
        payments_pence=payments + topped.get(LineKind.CONTRIBUTION, 0),
        reimbursements_pence=(
            reading.connection.execute(spent).scalar_one() + topped.get(LineKind.EXPENSE_CLAIM, 0)
        ),
        value_pence=value,
    )


def _worked(
    reading: Reading, by: str, from_on: datetime.date | None, to_on: datetime.date | None
) -> Iterable[Sequence[Any]]:
    """Give the group, its name, and four sums of work."""
    rows = reading.connection.execute(_work_query(by, from_on, to_on)).all()
    if by != "month":
        return rows
    months: dict[str, list[Any]] = {}
    for day, _day, *sums in rows:
        month = months.setdefault(str(day)[:7], [str(day)[:7], str(day)[:7], 0, 0, 0, 0])
        for index, value in enumerate(sums, start=2):
            month[index] += value
    return months.values()


def _work_query(
    by: str, from_on: datetime.date | None, to_on: datetime.date | None
) -> sa.Select[Any]:
    group, name, rows = _GROUPS[by]
    query = sa.select(
        group,
        name.label("name"),
        *_WORK_SUMS,
    )
    grouped = query.select_from(rows).group_by(group, name)
    return _within(grouped, _work.c.worked_on, from_on, to_on)


# What is grouped by, what a group is called, and from where. A person's year is read from the
# index person by person, and with it the name.
_GROUPS: Mapping[str, tuple[sa.ColumnElement[Any], sa.ColumnElement[Any], sa.FromClause]] = {
    "participant": (
        _people.c.participant_id,
        _people.c.name,
        _people.join(_work, _work.c.participant_id == _people.c.participant_id),
    ),
    "project": (
        _projects.c.project_id,
        _projects.c.name,
        _projects.join(_work, _work.c.project_id == _projects.c.project_id),
    ),
    "month": (_work.c.worked_on, _work.c.worked_on, _work),
    "kind": (_work.c.kind_of_work, _work.c.kind_of_work, _work),
}


def _spent(
    reading: Reading, by: str, from_on: datetime.date | None, to_on: datetime.date | None
) -> dict[Any, int]:
    """Return what was agreed of expenses, by group."""
    group = {
        "participant": _claims.c.participant_id,
        "project": _claims.c.project_id,
        "month": _items.c.spent_on,
        "kind": sa.literal(EXPENSES),
    }[by]
    query = (
        sa.select(group, whole_sum(_items.c.agreed_pence))
        .select_from(_items.join(_claims))
        .where(_claims.c.state.not_in(NOT_CLAIMED))
    )
    grouped = query.group_by(group) if by != "kind" else query.having(sa.func.count() > 0)
    found = reading.connection.execute(_within(grouped, _items.c.spent_on, from_on, to_on))
    sums = _by_name(by, {row[0]: row[1] for row in found})
    days = Days(from_on=from_on, to_on=to_on)
    topped = top_ups.sums(reading, by, LineKind.EXPENSE_CLAIM, days)
    for group_of, pence in _by_name(by, topped).items():
        name = EXPENSES if by == "kind" else group_of
        sums[name] = sums.get(name, 0) + pence
    return sums


def _by_name(by: str, sums: Mapping[Any, int]) -> dict[Any, int]:
    """Add up days to their months; other groups stay as they are."""
    found: dict[Any, int] = {}
    for key, pence in sums.items():
        name = str(key)[:7] if by == "month" else key
        found[name] = found.get(name, 0) + pence
    return found


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
