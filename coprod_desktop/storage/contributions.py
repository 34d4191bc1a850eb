"""List contributions page by page, and find those that wait for something."""

import dataclasses
import datetime
import functools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.storage import many_ids, search
from coprod_desktop.storage.schema import Whole, key_of, table_of, whole_sum
from coprod_desktop.storage.work import Reading

_work = table_of(Contribution)
_people = table_of(Participant)
_projects = table_of(Project)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which contributions to list; what is left out does not matter."""

    typed: str = ""
    participant_id: int | None = None
    project_id: int | None = None
    activity_id: int | None = None
    state: WorkState | None = None
    from_on: datetime.date | None = None
    to_on: datetime.date | None = None


# A common word typed in a very large file; the newest entries come at once.
_MANY_HITS = 2_000
_NEWEST_HITS = 1_000


def page(
    reading: Reading, chosen: Filter, *, after: tuple[datetime.date, int] | None, limit: int
) -> tuple[ContributionSummary, ...]:
    """Return the next contributions, latest work first, from behind a (day, id).

    Where over 2,000 entries have the words typed and nothing else is chosen, the newest 1,000 of
    them are listed.
    """
    narrowing, values = _narrowing(reading, chosen)
    if after is not None:
        values |= {"after_on": after[0], "after_id": after[1]}
    query = _page_query(narrowing, is_after=after is not None)
    return reading.fetch(ContributionSummary, query, {**values, "most": limit})


def marks(
    reading: Reading, chosen: Filter, every: int
) -> tuple[int, tuple[tuple[datetime.date, int], ...]]:
    """Return how many there are, and the (day, id) of every so-manieth in the order of `page`.

    With them a list can go to any place at once, without reading all that stands before.
    """
    narrowing, values = _narrowing(reading, chosen)
    number = sa.func.row_number().over(order_by=_LATEST).label("number")
    keys = sa.select(_work.c.worked_on, _work.c.contribution_id, number)
    numbered = _narrowed(keys, narrowing).subquery("numbered")
    ends = (
        sa.select(numbered.c.worked_on, numbered.c.contribution_id)
        .where(numbered.c.number % every == 0)
        .order_by(numbered.c.number)
    )
    total = _narrowed(sa.select(sa.func.count()).select_from(_work), narrowing)
    found = reading.connection.execute(ends, values).all()
    count = reading.connection.execute(total, values).scalar_one()
    return count, tuple((row[0], row[1]) for row in found)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Narrowing:
    """Which conditions a list has; queries are made once for each, since making them takes long."""

    dialect: str
    names: tuple[str, ...]
    is_typed: bool = False
    newest_hits: int | None = None


def _narrowing(reading: Reading, chosen: Filter) -> tuple[_Narrowing, dict[str, object]]:
    """Return the conditions and their values."""
    values: dict[str, object] = {
        name: value for name in _FILTERS if (value := getattr(chosen, name)) is not None
    }
    dialect, names = reading.connection.dialect.name, tuple(values)
    if not chosen.typed.strip():
        return _Narrowing(dialect=dialect, names=names), values
    words = search.wanted(reading.connection, chosen.typed)
    if words is None:  # signs only, which nothing has
        return _Narrowing(dialect=dialect, names=(*names, "nothing")), values
    is_vague = not values and search.are_more_than(
        reading, chosen.typed, "contributions", _MANY_HITS
    )
    hits = _NEWEST_HITS if is_vague else None
    typed = _Narrowing(dialect=dialect, names=names, is_typed=True, newest_hits=hits)
    return typed, {**values, "wanted": words}


def _narrowed(query: sa.Select[Any], narrowing: _Narrowing) -> sa.Select[Any]:
    query = query.where(*(_CONDITIONS[name]() for name in narrowing.names))
    if narrowing.is_typed:
        found = search.matching(narrowing.dialect, "contributions").limit(narrowing.newest_hits)
        query = query.where(_work.c.contribution_id.in_(found))
    return query


@functools.cache
def _page_query(narrowing: _Narrowing, *, is_after: bool) -> sa.Select[Any]:
    some = _narrowed(sa.select(_work), narrowing)
    if is_after:
        behind = sa.tuple_(
            sa.bindparam("after_on", type_=sa.Date), sa.bindparam("after_id", type_=Whole)
        )
        some = some.where(sa.tuple_(_work.c.worked_on, _work.c.contribution_id) < behind)
    most = sa.bindparam("most", type_=sa.Integer)
    rows = some.order_by(*_LATEST).limit(most).subquery("some")
    named = _with_names(rows)
    return named.order_by(rows.c.worked_on.desc(), rows.c.contribution_id.desc())


def _with_names(rows: sa.FromClause) -> sa.Select[Any]:
    return (
        sa.select(
            *(rows.c[name] for name in _SHOWN),
            _people.c.name.label("participant"),
            _projects.c.name.label("project"),
        )
        .join(_people, _people.c.participant_id == rows.c.participant_id)
        .join(_projects, _projects.c.project_id == rows.c.project_id)
    )


def summaries(reading: Reading, ids: Sequence[int]) -> tuple[ContributionSummary, ...]:
    """Return the list's rows of these contributions, in any order."""
    found: list[ContributionSummary] = []
    for is_it in many_ids.among(reading.connection, key_of(_work), ids):
        found.extend(reading.fetch(ContributionSummary, _with_names(_work).where(is_it)))
    return tuple(found)


_LATEST = (_work.c.worked_on.desc(), _work.c.contribution_id.desc())


def _equal(name: str) -> Callable[[], sa.ColumnElement[bool]]:
    return lambda: _work.c[name] == sa.bindparam(name, type_=_work.c[name].type)


_FILTERS = ("participant_id", "project_id", "activity_id", "state", "from_on", "to_on")
_CONDITIONS: Mapping[str, Callable[[], sa.ColumnElement[bool]]] = {
    "participant_id": _equal("participant_id"),
    "project_id": _equal("project_id"),
    "activity_id": _equal("activity_id"),
    "state": _equal("state"),
    "from_on": lambda: _work.c.worked_on >= sa.bindparam("from_on", type_=sa.Date),
    "nothing": sa.false,
    "to_on": lambda: _work.c.worked_on <= sa.bindparam("to_on", type_=sa.Date),
}
_SHOWN = (
    "contribution_id",
    "worked_on",
    "participant_id",
    "what",
    "kind_of_work",
    "capacity",
    "minutes",
    "pay",
    "is_paid",
    "offered_pence",
    "agreed_pence",
    "choice",
    "state",
    "because",
)


def minutes_on(reading: Reading, participant_id: int, worked_on: datetime.date) -> int:
    """Return the minutes that a person already has on a day."""
    total = sa.select(whole_sum(_work.c.minutes)).where(
        _work.c.participant_id == participant_id, _work.c.worked_on == worked_on
    )
    return reading.connection.execute(total).scalar_one()


def minutes_on_day(reading: Reading, worked_on: datetime.date) -> dict[int, int]:
    """Return the minutes that each person already has on a day."""
    query = (
        sa.select(_work.c.participant_id, sa.func.sum(_work.c.minutes).label("minutes"))
        .where(_work.c.worked_on == worked_on)
        .group_by(_work.c.participant_id)
    )
    return {row.participant_id: int(row.minutes) for row in reading.connection.execute(query)}


def minutes_by_day(reading: Reading) -> dict[tuple[int, datetime.date], int]:
    """Return the minutes of every person on every day, for checking a whole sheet at once."""
    query = sa.select(
        _work.c.participant_id, _work.c.worked_on, whole_sum(_work.c.minutes).label("minutes")
    ).group_by(_work.c.participant_id, _work.c.worked_on)
    return {
        (row.participant_id, row.worked_on): row.minutes
        for row in reading.connection.execute(query)
    }


def known_import_keys(reading: Reading, keys: Iterable[str]) -> frozenset[str]:
    """Return which of these import keys are in the file already."""
    wanted, known = sorted(set(keys)), set[str]()
    for start in range(0, len(wanted), 500):
        chunk = wanted[start : start + 500]
        query = sa.select(_work.c.import_key).where(_work.c.import_key.in_(chunk))
        known.update(reading.connection.scalars(query))
    return frozenset(known)


def of_period(
    reading: Reading, participant_id: int, from_on: datetime.date, to_on: datetime.date
) -> tuple[Contribution, ...]:
    """Return a person's contributions of a period, oldest first."""
    query = (
        sa.select(_work)
        .where(_work.c.participant_id == participant_id)
        .where(_work.c.worked_on.between(from_on, to_on))
        .order_by(_work.c.worked_on, _work.c.contribution_id)
    )
    return reading.fetch(Contribution, query)


def of_person(reading: Reading, participant_id: int) -> tuple[Contribution, ...]:
    """Return all that a person contributed, oldest first."""
    query = (
        sa.select(_work)
        .where(_work.c.participant_id == participant_id)
        .order_by(_work.c.worked_on, _work.c.contribution_id)
    )
    return reading.fetch(Contribution, query)


def not_yet_agreed(reading: Reading, from_on: datetime.date) -> tuple[Contribution, ...]:
    """Return what nobody approved yet of the work from a day on, oldest first."""
    query = (
        sa.select(_work)
        .where(_work.c.state.in_([WorkState.DRAFT, WorkState.LOGGED, WorkState.SENT_BACK]))
        .where(_work.c.worked_on >= from_on)
        .order_by(_work.c.worked_on, _work.c.contribution_id)
    )
    return reading.fetch(Contribution, query)


def to_pay(
    reading: Reading, up_to_on: datetime.date, project_ids: Collection[int] | None = None
) -> tuple[Contribution, ...]:
    """Return the approved contributions with money agreed, worked up to a day.

    Of these projects only, where some are named.
    """
    query = (
        sa.select(_work)
        .where(_work.c.state == WorkState.APPROVED, _work.c.agreed_pence > 0)
        .where(_work.c.worked_on <= up_to_on)
        .order_by(_work.c.participant_id, _work.c.worked_on, _work.c.contribution_id)
    )
    if project_ids is not None:
        query = query.where(_work.c.project_id.in_(project_ids))
    return reading.fetch(Contribution, query)
