"""Read the history as it is shown: page by page, narrowed, and record by record."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.changes import HistoryFilter, HistoryLine, RowChange, StepKind
from coprod_desktop.storage import journal, many_ids, schema
from coprod_desktop.storage.undo_line import IS_UNDOING, ROOT, is_undone, joined
from coprod_desktop.storage.work import Reading

_made = schema.changes
_rows = schema.row_changes
_PREFIXES = ("undo ", "redo ")
_MOST_GONE = 50  # people whose removed records are looked for by what the history tells of them


def lines(
    reading: Reading,
    wanted: HistoryFilter,
    limit: int,
    before_id: int | None = None,
    removing: Collection[str] = (),
) -> tuple[HistoryLine, ...]:
    """Return the newest changes first, at most `limit`, those before a number if given.

    `removing` are the verbs after which a record is not there to be found by its person.
    """
    conditions = _conditions(reading.connection, wanted, removing)
    query = _query().where(*conditions).order_by(_made.c.change_id.desc())
    if before_id is not None:
        query = query.where(_made.c.change_id < before_id)
    return tuple(map(_line, reading.connection.execute(query.limit(limit))))


def lines_of(reading: Reading, change_ids: Iterable[int]) -> dict[int, HistoryLine]:
    """Return some changes by their numbers."""
    found: dict[int, HistoryLine] = {}
    wanted = sorted(set(change_ids))
    for start in range(0, len(wanted), 500):
        query = _query().where(_made.c.change_id.in_(wanted[start : start + 500]))
        found |= {row.change_id: _line(row) for row in reading.connection.execute(query)}
    return found


def rows_after(
    reading: Reading, change_id: int, after_position: int, limit: int
) -> tuple[RowChange, ...]:
    """Return rows of a change in the order they were made, those after a place."""
    query = (
        sa.select(_rows)
        .where(_rows.c.change_id == change_id, _rows.c.position > after_position)
        .order_by(_rows.c.position)
        .limit(limit)
    )
    return tuple(journal.parse(row) for row in reading.connection.execute(query))


def rows_about(
    reading: Reading, table: str, row_id: int, limit: int
) -> tuple[tuple[int, RowChange], ...]:
    """Return what happened to one record, newest first, each with the number of its change."""
    query = (
        sa.select(_rows)
        .where(_rows.c.row_id == row_id, _rows.c.table_name == table)
        .order_by(_rows.c.change_id.desc(), _rows.c.position.desc())
        .limit(limit)
    )
    found = reading.connection.execute(query)
    return tuple((row.change_id, journal.parse(row)) for row in found)


def last_image(reading: Reading, table: str, row_id: int) -> dict[str, object] | None:
    """Return how a record was when it was last there; None where nothing is kept of it."""
    for _change_id, row in rows_about(reading, table, row_id, limit=1):
        return row.after or row.before
    return None


def restored(table: str, image: Mapping[str, object]) -> dict[str, object]:
    """Return the values of a row image as its record has them."""
    return journal.restore(schema.table_of(schema.record_of(table)), image)


def fields_of(table: str) -> tuple[str, ...]:
    """Return the names of a table's columns; the first is the id."""
    return tuple(schema.table_of(schema.record_of(table)).columns.keys())


def link_of(table: str, field: str) -> str | None:
    """Return the table to which a column points; None where it points to none."""
    keys = schema.table_of(schema.record_of(table)).c[field].foreign_keys
    return next(iter(keys)).column.table.name if keys else None


def removals(
    reading: Reading, verbs: Collection[str], limit: int, before_id: int | None = None
) -> tuple[HistoryLine, ...]:
    """Return the changes of these verbs that stand, newest first."""
    query = (
        _query()
        .where(_made.c.undoes_id.is_(None), _made.c.verb.in_(verbs), ~is_undone(ROOT))
        .order_by(_made.c.change_id.desc())
        .limit(limit)
    )
    if before_id is not None:
        query = query.where(_made.c.change_id < before_id)
    return tuple(map(_line, reading.connection.execute(query)))


def _query() -> sa.Select[Any]:
    return sa.select(
        _made.c.change_id,
        _made.c.made_at,
        _made.c.operator,
        _made.c.verb,
        _made.c.rows,
        _made.c.undoes_id,
        IS_UNDOING.label("is_undoing"),
        ROOT.label("root_id"),
        is_undone(ROOT).label("is_undone"),
    ).select_from(joined())


def _line(row: sa.Row[Any]) -> HistoryLine:
    kind = StepKind.DONE
    if row.undoes_id is not None:
        kind = StepKind.TAKEN_BACK if row.is_undoing else StepKind.DONE_AGAIN
    return HistoryLine(
        change_id=row.change_id,
        made_at=row.made_at,
        operator=row.operator,
        verb=row.verb,
        rows=row.rows,
        kind=kind,
        root_id=row.root_id,
        is_standing=not row.is_undone,
    )


def _conditions(
    connection: sa.Connection, wanted: HistoryFilter, removing: Collection[str]
) -> Iterable[sa.ColumnElement[bool]]:
    if wanted.operator:
        yield _made.c.operator == wanted.operator
    if wanted.verb:
        yield _is_verb([wanted.verb])
    either: list[sa.ColumnElement[bool]] = []
    if wanted.word_verbs is not None:
        either.append(_is_verb(wanted.word_verbs))
    if wanted.participant_ids is not None:
        about = _changes_about(connection, wanted.participant_ids, removing)
        either.append(_made.c.change_id.in_(about))
    if either:
        yield sa.or_(*either)
    if wanted.from_at is not None:
        yield _made.c.made_at >= wanted.from_at
    if wanted.to_at is not None:
        yield _made.c.made_at < wanted.to_at


def _is_verb(verbs: Collection[str]) -> sa.ColumnElement[bool]:
    """Return the condition that a verb was done, taken back or done again."""
    return _made.c.verb.in_([f"{prefix}{one}" for one in verbs for prefix in ("", *_PREFIXES)])


def _changes_about(
    connection: sa.Connection, people: Collection[int], removing: Collection[str]
) -> sa.CompoundSelect[Any]:
    """Return the changes of what people have in the file, and of what was removed of theirs."""

    def is_one(column: sa.Column[int]) -> sa.ColumnElement[bool]:
        return sa.or_(sa.false(), *many_ids.among(connection, column, people))

    parts = [sa.select(_rows.c.change_id).where(is_one(_rows.c.row_id))]
    for record in schema.records():
        table = schema.table_of(record)
        if "participant_id" in table.c and schema.key_of(table).name != "participant_id":
            theirs = sa.select(schema.key_of(table)).where(is_one(table.c.participant_id))
            parts.append(sa.select(_rows.c.change_id).where(_rows.c.row_id.in_(theirs)))
    few = sorted(people)[:_MOST_GONE]
    gone = (_rows.c.before.like(f'%"participant_id":{one},%') for one in few)
    removed = _made.alias("removed")
    parts.append(
        sa.select(_rows.c.change_id)
        .join(removed, removed.c.change_id == _rows.c.change_id)
        .where(removed.c.verb.in_(removing), _rows.c.after.is_(None))
        .where(sa.or_(sa.false(), *gone))
    )
    return sa.union(*parts)
