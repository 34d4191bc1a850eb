"""Find which step is taken back next, and which is done again.

A change that was done has no `undoes_id`. One that takes it back points to it, and one that does it
again points to the taking back. So a change stands while each taking back of it was followed.
"""

from collections.abc import Collection

import sqlalchemy as sa

from coprod_desktop.domain.changes import Change
from coprod_desktop.storage import schema
from coprod_desktop.storage.work import Reading

_made = schema.changes
_target = schema.changes.alias("target")
_JOINED = _made.outerjoin(_target, _target.c.change_id == _made.c.undoes_id)
IS_UNDOING = _made.c.undoes_id.is_not(None) & _target.c.undoes_id.is_(None)
ROOT = sa.func.coalesce(_target.c.undoes_id, _made.c.undoes_id, _made.c.change_id)


def joined() -> sa.Join:
    """Return the changes, each with what it points to; IS_UNDOING and ROOT are about them."""
    return _JOINED


def is_undone(change_id: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    """Return the condition that a change was taken back and not done again since."""
    back, again = schema.changes.alias("taken_back"), schema.changes.alias("done_again")
    is_again = sa.exists().where(again.c.undoes_id == back.c.change_id)
    return sa.exists().where(back.c.undoes_id == change_id, ~is_again)


def last_standing(
    reading: Reading, besides: Collection[str] = (), before_id: int | None = None
) -> Change | None:
    """Return the change that counts and was done, or done again, last.

    Changes of the verbs `besides` are passed over, and with `before_id` all from there on.
    """
    query = (
        sa.select(ROOT)
        .select_from(_JOINED)
        .where(~IS_UNDOING, _made.c.verb.not_in(besides), ~is_undone(ROOT))
        .order_by(_made.c.change_id.desc())
        .limit(1)
    )
    if before_id is not None:
        query = query.where(_made.c.change_id < before_id)
    return _change(reading, reading.connection.scalar(query))


def last_taken_back(reading: Reading, besides: Collection[str] = ()) -> Change | None:
    """Return what was taken back last and nothing new was done after; it may be done again.

    Changes of the verbs `besides` are nothing new.
    """
    newest = (
        sa.select(_made.c.change_id)
        .where(_made.c.undoes_id.is_(None), _made.c.verb.not_in(besides))
        .order_by(_made.c.change_id.desc())
        .limit(1)
    )
    again = schema.changes.alias("again")
    query = (
        sa.select(_made.c.undoes_id)
        .select_from(_JOINED)
        .where(IS_UNDOING, ~sa.exists().where(again.c.undoes_id == _made.c.change_id))
        .where(_made.c.change_id > (reading.connection.scalar(newest) or 0))
        .order_by(_made.c.change_id.desc())
        .limit(1)
    )
    return _change(reading, reading.connection.scalar(query))


def standing_undoing(reading: Reading, change_id: int) -> int | None:
    """Return the number of the change that took this one back, if it was not done again."""
    again = schema.changes.alias("again")
    query = sa.select(_made.c.change_id).where(
        _made.c.undoes_id == change_id,
        ~sa.exists().where(again.c.undoes_id == _made.c.change_id),
    )
    return reading.connection.scalar(query)


def done_at(reading: Reading, change_id: int) -> int:
    """Return the number under which a change was done last: its own, or that of doing it again."""
    query = sa.select(sa.func.max(_made.c.change_id)).select_from(_JOINED)
    last = reading.connection.scalar(query.where(_target.c.undoes_id == change_id))
    return int(last or change_id)


def back_to(reading: Reading, change_id: int, limit: int) -> tuple[Change, ...]:
    """Return the changes that count and were done since this one, newest first, and itself."""
    query = (
        sa.select(ROOT)
        .select_from(_JOINED)
        .where(~IS_UNDOING, ~is_undone(ROOT))
        .where(_made.c.change_id >= done_at(reading, change_id))
        .order_by(_made.c.change_id.desc())
        .limit(limit)
    )
    found = dict.fromkeys(reading.connection.scalars(query))
    return tuple(one for key in found if (one := _change(reading, key)) is not None)


def root_of(reading: Reading, change_id: int) -> int:
    """Return the change that a taking back or doing again is about, or the change itself."""
    query = sa.select(ROOT).select_from(_JOINED).where(_made.c.change_id == change_id)
    return int(reading.connection.scalar(query) or change_id)


def later_change_of(
    reading: Reading, change_id: int, things: Collection[tuple[str, int]]
) -> Change | None:
    """Return the newest change that counts, was done after a number, and is about such rows.

    The rows are told by table and id.
    """
    rows = schema.row_changes
    ids, newest = sorted({row_id for _table, row_id in things}), 0
    for start in range(0, len(ids), 500):
        query = (
            sa.select(rows.c.table_name, rows.c.row_id, ROOT.label("root"))
            .select_from(_JOINED.join(rows, rows.c.change_id == _made.c.change_id))
            .where(rows.c.row_id.in_(ids[start : start + 500]), rows.c.change_id > change_id)
            .where(~IS_UNDOING, ~is_undone(ROOT))
        )
        for row in reading.connection.execute(query):
            if (row.table_name, row.row_id) in things:
                newest = max(newest, row.root)
    return _change(reading, newest or None)


def _change(reading: Reading, change_id: int | None) -> Change | None:
    if change_id is None:
        return None
    query = sa.select(_made, is_undone(_made.c.change_id).label("is_undone"))
    found = reading.fetch(Change, query.where(_made.c.change_id == change_id))
    return found[0] if found else None
