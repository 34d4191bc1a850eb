"""Read what changed, and take the last change back."""

import json
from collections.abc import Collection

import sqlalchemy as sa

from coprod_desktop.domain.changes import Change, RowChange
from coprod_desktop.domain.errors import CannotUndoError, NotFoundError
from coprod_desktop.storage import failures, images, journal, removed_files, schema
from coprod_desktop.storage.work import Reading, Work


def latest(reading: Reading, limit: int, before_id: int | None = None) -> tuple[Change, ...]:
    """Return the newest changes first, at most `limit`, those before a number if given."""
    changes = schema.changes
    undone = changes.alias("undone")
    is_undone = sa.exists().where(undone.c.undoes_id == changes.c.change_id)
    query = sa.select(changes, is_undone.label("is_undone")).order_by(changes.c.change_id.desc())
    if before_id is not None:
        query = query.where(changes.c.change_id < before_id)
    return reading.fetch(Change, query.limit(limit))


def change(reading: Reading, change_id: int) -> Change:
    """Return one change; raises NotFoundError."""
    found = latest(reading, 1, before_id=change_id + 1)
    if not found or found[0].change_id != change_id:
        raise NotFoundError(noun="change", name=change_id)
    return found[0]


def how_often(reading: Reading, verb: str) -> int:
    """Return how often something was done, taken back or not."""
    changes = schema.changes
    query = sa.select(sa.func.count()).where(changes.c.verb == verb)
    return int(reading.connection.scalar(query) or 0)


def rows_of(reading: Reading, change_id: int) -> tuple[RowChange, ...]:
    """Return the rows of a change in the order they were made."""
    rows = schema.row_changes
    query = sa.select(rows).where(rows.c.change_id == change_id).order_by(rows.c.position)
    return tuple(journal.parse(row) for row in reading.connection.execute(query))


def rows_about(reading: Reading, row_id: int) -> tuple[tuple[Change, RowChange], ...]:
    """Return every change of one record, oldest first."""
    rows = schema.row_changes
    query = sa.select(rows).where(rows.c.row_id == row_id)
    found = reading.connection.execute(query.order_by(rows.c.change_id, rows.c.position)).all()
    made = {number: change(reading, number) for number in {row.change_id for row in found}}
    return tuple((made[row.change_id], journal.parse(row)) for row in found)


def is_changed_since(reading: Reading, change_id: int, things: Collection[tuple[str, int]]) -> bool:
    """Say whether any of these rows, by table and id, was changed later by a change that stands."""
    rows, changes = schema.row_changes, schema.changes
    undone = changes.alias("undone")
    ids = sorted({row_id for _table, row_id in things})
    for start in range(0, len(ids), 500):
        query = (
            sa.select(rows.c.table_name, rows.c.row_id)
            .join(changes, changes.c.change_id == rows.c.change_id)
            .where(rows.c.row_id.in_(ids[start : start + 500]), rows.c.change_id > change_id)
            .where(changes.c.undoes_id.is_(None))
            .where(~sa.exists().where(undone.c.undoes_id == changes.c.change_id))
        )
        if any((row.table_name, row.row_id) in things for row in reading.connection.execute(query)):
            return True
    return False


def last_undoable(reading: Reading, besides: Collection[str] = ()) -> Change | None:
    """Return the newest change that is neither undone nor itself an undoing.

    Changes of the verbs `besides` are passed over.
    """
    changes = schema.changes
    undone = changes.alias("undone")
    query = (
        sa.select(changes, sa.literal(False).label("is_undone"))
        .where(changes.c.undoes_id.is_(None))
        .where(~sa.exists().where(undone.c.undoes_id == changes.c.change_id))
        .where(changes.c.verb.not_in(besides))
        .order_by(changes.c.change_id.desc())
        .limit(1)
    )
    found = reading.fetch(Change, query)
    return found[0] if found else None


def take_back(work: Work, change_id: int) -> None:
    """Put every row of a change back as it was before, as a new change.

    Raises NotFoundError, or CannotUndoError where a row has changed since or the change was taken
    back already ("later"), where what a row points to is gone ("missing"), or where its image was
    blanked ("erased").
    """
    if change(work, change_id).is_undone:
        raise CannotUndoError(because="later")
    work.journal.undoes_id = change_id
    for row in reversed(rows_of(work, change_id)):
        try:
            _put_back(work, row)
        except sa.exc.IntegrityError as error:
            is_gone = row.before is not None and failures.is_broken_link(error)
            raise CannotUndoError(because="missing" if is_gone else "later") from error


def _put_back(work: Work, row: RowChange) -> None:
    if row.before is None and row.after is None:
        raise CannotUndoError(because="erased")
    record: type = schema.record_of(row.table)
    table = schema.table_of(record)
    now: tuple[object, ...] = work.find(record, **{schema.key_of(table).name: row.row_id})
    told = json.loads(images.image(as_row(now[0]))) if now else None
    if told != row.after:
        raise CannotUndoError(because="later")
    if row.before is None:
        work.remove(now[0])
        return
    held = as_row(now[0]) if now else {}
    files = removed_files.bring_back(work.connection, table, row.before, held)
    if files is None:
        raise CannotUndoError(because="erased")
    before = record(**{**journal.restore(table, row.before), **files})
    if row.after is None:
        work.add(before)
    else:
        work.update(before)


def as_row(record: object) -> dict[str, object]:
    """Return a record's fields as a row."""
    table = schema.table_of(type(record))
    return {column.name: getattr(record, column.name) for column in table.columns}
