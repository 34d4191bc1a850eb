"""What SQL knows of the lists that can be filtered and sorted by any column."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, Receipt
from coprod_desktop.domain.list_extracts import ColumnKind
from coprod_desktop.domain.list_looks import Listing
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.storage import contributions, expense_claims, participants, search
from coprod_desktop.storage.listing import Base, Names, Shape, ShapeColumn
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.work import Reading

_work = table_of(Contribution)
_people = table_of(Participant)
_projects = table_of(Project)
_claims = table_of(ExpenseClaim)
_items = table_of(ExpenseItem)
_receipts = table_of(Receipt)
# Of one meeting there may well be as many minutes of travel as of preparation.
_SAME_WORK = ("participant_id", "worked_on", "minutes", "kind_of_work")
_DAY, _MINUTES, _PENCE = ColumnKind.DAY, ColumnKind.MINUTES, ColumnKind.PENCE


def _named(link: sa.Column[Any], named: sa.Table, kind: str) -> ShapeColumn:
    """Return the column of a name that stands in another table."""
    name = sa.select(named.c.name).where(next(iter(named.primary_key.columns)) == link)
    names = Names(link=link, table=named, search_kind=kind)
    return ShapeColumn(value=name.scalar_subquery(), names=names)


def _doubles(table: sa.Table, same: Sequence[str], key: str) -> sa.ColumnElement[bool]:
    """Return the condition that another row has the same in these fields."""
    other = table.alias("other")
    alike = [other.c[name] == table.c[name] for name in same]
    return sa.exists().where(*alike, other.c[key] != table.c[key])


_CONTRIBUTIONS = Shape(
    table=_work,
    columns={
        "date": ShapeColumn(value=_work.c.worked_on, kind=_DAY),
        "participant": _named(_work.c.participant_id, _people, "participants"),
        "what": ShapeColumn(value=_work.c.what),
        "project": _named(_work.c.project_id, _projects, "projects"),
        "kind": ShapeColumn(value=_work.c.kind_of_work),
        "paid": ShapeColumn(
            value=sa.case((_work.c.is_paid, _work.c.minutes), else_=sa.null()), kind=_MINUTES
        ),
        "unpaid": ShapeColumn(
            value=sa.case((_work.c.is_paid, sa.null()), else_=_work.c.minutes), kind=_MINUTES
        ),
        "time": ShapeColumn(value=_work.c.minutes, kind=_MINUTES),
        "offer": ShapeColumn(value=_work.c.offered_pence, kind=_PENCE),
        "agreed": ShapeColumn(value=_work.c.agreed_pence, kind=_PENCE),
        "happened": ShapeColumn(value=_work.c.state),
        "choice": ShapeColumn(value=_work.c.choice),
        "capacity": ShapeColumn(value=_work.c.capacity),
    },
    order=(_work.c.worked_on, _work.c.contribution_id),
    is_descending=True,
    is_double=_doubles(_work, _SAME_WORK, "contribution_id"),
)


def _of_items(value: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    same = _items.c.expense_claim_id == _claims.c.expense_claim_id
    return sa.select(value).where(same).scalar_subquery()


_EXPENSES = Shape(
    table=_claims,
    columns={
        "day": ShapeColumn(value=_claims.c.claimed_on, kind=_DAY),
        "participant": _named(_claims.c.participant_id, _people, "participants"),
        "what": ShapeColumn(value=_of_items(sa.func.coalesce(sa.func.min(_items.c.what), ""))),
        "project": _named(_claims.c.project_id, _projects, "projects"),
        "receipts": ShapeColumn(
            value=sa.select(sa.func.count())
            .select_from(_receipts.join(_items))
            .where(_items.c.expense_claim_id == _claims.c.expense_claim_id)
            .scalar_subquery(),
            kind=ColumnKind.NUMBER,
        ),
        "claimed": ShapeColumn(value=_of_items(whole_sum(_items.c.claimed_pence)), kind=_PENCE),
        "agreed": ShapeColumn(value=_of_items(whole_sum(_items.c.agreed_pence)), kind=_PENCE),
        "state": ShapeColumn(value=_claims.c.state),
    },
    order=(_claims.c.claimed_on, _claims.c.expense_claim_id),
    is_descending=True,
    is_double=_doubles(_claims, ("participant_id", "claimed_on"), "expense_claim_id"),
)


def _of_work(value: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    same = _work.c.participant_id == _people.c.participant_id
    return sa.select(value).where(same).scalar_subquery()


_PARTICIPANTS = Shape(
    table=_people,
    columns={
        "name": ShapeColumn(value=_people.c.name),
        "capacity": ShapeColumn(value=_people.c.capacity),
        "paid": ShapeColumn(
            value=_of_work(whole_sum(sa.case((_work.c.is_paid, _work.c.minutes), else_=0))),
            kind=_MINUTES,
        ),
        "unpaid": ShapeColumn(
            value=_of_work(whole_sum(sa.case((_work.c.is_paid, 0), else_=_work.c.minutes))),
            kind=_MINUTES,
        ),
        "last": ShapeColumn(value=_of_work(sa.func.max(_work.c.worked_on)), kind=_DAY),
        "paid_by": ShapeColumn(value=_people.c.paid_by),
        "edition": ShapeColumn(value=_people.c.edition),
    },
    order=(_people.c.name, _people.c.participant_id),
    is_descending=False,
    is_double=_doubles(_people, ("name",), "participant_id"),
)

SHAPES: Mapping[str, Shape] = {
    "contributions": _CONTRIBUTIONS,
    "expense_claims": _EXPENSES,
    "participants": _PARTICIPANTS,
}

_SUMMARIES: Mapping[str, Callable[[Reading, Sequence[int]], Sequence[object]]] = {
    "contributions": contributions.summaries,
    "expense_claims": expense_claims.summaries,
    "participants": participants.summaries,
}


def base_of(reading: Reading, listing: Listing) -> Base:
    """Return the conditions that come from above a list: the words typed and the part chosen."""
    shape = SHAPES[listing.list_name]
    conditions = []
    if listing.typed.strip():
        # A claim is found by whose it is; everything else by its own words.
        kind = "participants" if shape is _EXPENSES else listing.list_name
        row_id = shape.table.c.participant_id if shape is _EXPENSES else shape.order[-1]
        conditions.append(search.is_found(reading.connection, kind, listing.typed, row_id))
    if listing.part and shape is _PARTICIPANTS:
        conditions.append(_people.c.is_active == (listing.part == "active"))
    elif listing.part:
        conditions.append(shape.table.c.state == WorkState(listing.part))
    return Base(conditions=tuple(conditions))


def summaries(reading: Reading, list_name: str, ids: Sequence[int]) -> tuple[object, ...]:
    """Return the rows of a list with these ids, in the order of the ids; what is gone is left out.

    The id is the first field of every row.
    """
    key = SHAPES[list_name].order[-1].name
    found = {getattr(row, key): row for row in _SUMMARIES[list_name](reading, ids)}
    return tuple(found[row_id] for row_id in ids if row_id in found)
