"""Read what people added to the rows of a list: flags, notes and columns of their own."""

from collections.abc import Sequence

import sqlalchemy as sa

from coprod_desktop.domain.own_columns import OwnColumn, OwnValue
from coprod_desktop.domain.row_marks import RowMark
from coprod_desktop.storage import many_ids
from coprod_desktop.storage.schema import table_of
from coprod_desktop.storage.work import Reading

_marks = table_of(RowMark)
_columns = table_of(OwnColumn)
_values = table_of(OwnValue)


def marks(reading: Reading, subject: str, ids: Sequence[int]) -> dict[int, RowMark]:
    """Return the flags and notes of these rows, by row."""
    found: dict[int, RowMark] = {}
    for is_it in many_ids.among(reading.connection, _marks.c.subject_id, ids):
        query = sa.select(_marks).where(_marks.c.subject == subject, is_it)
        found.update((mark.subject_id, mark) for mark in reading.fetch(RowMark, query))
    return found


def has_marks(reading: Reading, subject: str) -> bool:
    """Say whether any row of a list has a flag or a note."""
    query = sa.select(_marks.c.row_mark_id).where(_marks.c.subject == subject).limit(1)
    return reading.connection.execute(query).first() is not None


def own_values(reading: Reading, subject: str, ids: Sequence[int]) -> dict[int, dict[int, str]]:
    """Return what stands in our own columns of these rows, by row and column."""
    found: dict[int, dict[int, str]] = {}
    same = _columns.c.own_column_id == _values.c.own_column_id
    for is_it in many_ids.among(reading.connection, _values.c.subject_id, ids):
        query = sa.select(_values).join(_columns, same).where(_columns.c.subject == subject, is_it)
        for one in reading.fetch(OwnValue, query):
            found.setdefault(one.subject_id, {})[one.own_column_id] = one.value
    return found
