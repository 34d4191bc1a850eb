"""Insert rows without the preparation by SQLAlchemy, which takes longer than the file itself."""

import functools
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa

_Row = tuple[Any, ...]


def insert(connection: sa.Connection, table: sa.Table, rows: Sequence[_Row]) -> None:
    """Insert rows whose values stand in the order of the table's columns."""
    if connection.dialect.name != "sqlite":
        names = table.columns.keys()
        connection.execute(_statement(table), [dict(zip(names, row, strict=True)) for row in rows])
        return
    text, written = _plan(table, connection.dialect)
    connection.exec_driver_sql(text, [_as_written(row, written) for row in rows])


@functools.cache
def _statement(table: sa.Table) -> sa.Insert:
    return sa.insert(table)


_Writers = tuple[tuple[int, Callable[[Any], Any]], ...]


@functools.cache
def _plan(table: sa.Table, dialect: sa.Dialect) -> tuple[str, _Writers]:
    """Return the plain statement, and how the columns that are not plain are written."""
    writers = []
    for index, column in enumerate(table.columns):
        writer = column.type.dialect_impl(dialect).bind_processor(dialect)
        if writer is not None:
            writers.append((index, writer))
    return str(_statement(table).compile(dialect=dialect)), tuple(writers)


def _as_written(row: _Row, writers: _Writers) -> _Row:
    values = list(row)
    for index, write in writers:
        values[index] = write(values[index])
    return tuple(values)
