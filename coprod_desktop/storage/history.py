"""Read what changed, and take a change back."""

import json

import sqlalchemy as sa

from coprod_desktop.domain.changes import Change, RowChange
from coprod_desktop.domain.errors import CannotUndoError, NotFoundError
from coprod_desktop.storage import failures, images, journal, removed_files, schema, undo_line
from coprod_desktop.storage.stretches import stretches
from coprod_desktop.storage.work import Reading, Work


def latest(reading: Reading, limit: int, before_id: int | None = None) -> tuple[Change, ...]:
    """Return the newest changes first, at most `limit`, those before a number if given."""
    changes = schema.changes
    is_undone = undo_line.is_undone(changes.c.change_id).label("is_undone")
    query = sa.select(changes, is_undone).order_by(changes.c.change_id.desc())
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


def take_back(work: Work, change_id: int) -> None:
    """Put every row of a change back as it was before, as a new change.

    Of a taking back that is doing it again; taking that back once more is taking back what was
    done at first. Raises NotFoundError, or CannotUndoError where a row has changed since or the
    change was taken back already ("later"), where what a row points to is gone ("missing"), or
    where its image was blanked ("erased").
    """
    made = change(work, change_id)
    root_id = undo_line.root_of(work, change_id)
    if made.undoes_id not in (None, root_id):  # it was done again
        made = change(work, root_id)
    change_id = made.change_id
    if made.is_undone:
        raise CannotUndoError(because="later")
    work.journal.undoes_id = change_id
    # A server would answer nothing more after a refused row; so one can ask what stood in the way.
    with work.connection.begin_nested():
        for rows in stretches(reversed(rows_of(work, change_id))):
            put_back(work, *rows)


def put_back(work: Work, *rows: RowChange) -> None:
    """Put a row, or a stretch, back as it was before; raises CannotUndoError as `take_back`."""
    try:
        if len(rows) == 1:
            _put_back(work, rows[0])
        else:
            _put_back_together(work, rows)
    except sa.exc.IntegrityError as error:
        is_gone = rows[0].before is not None and failures.is_broken_link(error)
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


def _put_back_together(work: Work, rows: tuple[RowChange, ...]) -> None:
    """Put a stretch back with few statements: ten thousand one by one take a minute."""
    record: type = schema.record_of(rows[0].table)
    table = schema.table_of(record)
    key = schema.key_of(table).name
    found: tuple[object, ...] = work.among(record, [row.row_id for row in rows])
    now = {getattr(one, key): one for one in found}
    for row in rows:
        told = json.loads(images.image(as_row(now[row.row_id]))) if row.row_id in now else None
        if told != row.after:
            raise CannotUndoError(because="later")
    work.update_all(record(**journal.restore(table, row.before or {})) for row in rows)


def as_row(record: object) -> dict[str, object]:
    """Return a record's fields as a row."""
    table = schema.table_of(type(record))
    return {column.name: getattr(record, column.name) for column in table.columns}
