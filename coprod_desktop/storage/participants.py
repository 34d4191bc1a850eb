"""Look up participants and add up what each gave."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.summaries import ParticipantSummary
from coprod_desktop.domain.text import fold
from coprod_desktop.storage import many_ids, search
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.work import Reading

_people = table_of(Participant)
_work = table_of(Contribution)


def named(reading: Reading, name: str) -> tuple[Participant, ...]:
    """Return the participants of this name, accents and case aside."""
    wanted = fold(name)
    near = search.is_found(reading.connection, "participants", name, _people.c.participant_id)
    query = sa.select(_people).where(near)
    found = reading.fetch(Participant, query.order_by(_people.c.participant_id))
    return tuple(person for person in found if fold(person.name) == wanted)


def ids_by_folded_name(reading: Reading) -> dict[str, int]:
    """Return the id of every participant by folded name; of two of one name, the first."""
    query = sa.select(_people.c.name, _people.c.participant_id).order_by(
        _people.c.participant_id.desc()
    )
    return {fold(row.name): row.participant_id for row in reading.connection.execute(query)}


def page(
    reading: Reading,
    *,
    after: tuple[str, int] | None,
    limit: int,
    typed: str = "",
    is_active: bool | None = True,
) -> tuple[ParticipantSummary, ...]:
    """Return the next participants by name, at most `limit`, from behind a (name, id)."""
    chosen = sa.select(_people).order_by(_people.c.name, _people.c.participant_id).limit(limit)
    if is_active is not None:
        chosen = chosen.where(_people.c.is_active == is_active)
    if after is not None:
        chosen = chosen.where(sa.tuple_(_people.c.name, _people.c.participant_id) > after)
    if typed.strip():
        chosen = chosen.where(
            search.is_found(reading.connection, "participants", typed, _people.c.participant_id)
        )
    return reading.fetch(ParticipantSummary, _with_hours(chosen.subquery("some")))


def summaries(reading: Reading, ids: Sequence[int]) -> tuple[ParticipantSummary, ...]:
    """Return the list's rows of these people, in any order."""
    found: list[ParticipantSummary] = []
    for is_it in many_ids.among(reading.connection, _people.c.participant_id, ids):
        some = sa.select(_people).where(is_it).subquery("some")
        found.extend(reading.fetch(ParticipantSummary, _with_hours(some)))
    return tuple(found)


def _with_hours(some: sa.Subquery) -> sa.Select[Any]:
    paid = whole_sum(sa.case((_work.c.is_paid, _work.c.minutes), else_=0))
    unpaid = whole_sum(sa.case((_work.c.is_paid, 0), else_=_work.c.minutes))
    columns = [some.c[name] for name in _SHOWN]
    return (
        sa.select(
            *columns,
            paid.label("minutes_paid"),
            unpaid.label("minutes_unpaid"),
            sa.func.max(_work.c.worked_on).label("last_worked_on"),
        )
        .select_from(some.outerjoin(_work, _work.c.participant_id == some.c.participant_id))
        .group_by(*columns)
        .order_by(some.c.name, some.c.participant_id)
    )


_SHOWN = (
    "participant_id",
    "name",
    "name_in_script",
    "capacity",
    "paid_by",
    "edition",
    "is_active",
)
