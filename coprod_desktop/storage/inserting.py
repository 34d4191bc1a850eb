"""Insert rows without the preparation by SQLAlchemy, which takes longer than the file itself."""

import contextlib
import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

_Row = tuple[Any, ...]
_AT_ONCE = 5_000
_MANY = 5_000
_TIMES_MORE = 4
_INDEXES = "SELECT name, sql FROM sqlite_schema WHERE tbl_name = ? AND type = 'index' AND sql > ''"


def insert(connection: sa.Connection, table: sa.Table, rows: Sequence[_Row]) -> None:
    """Insert rows whose values stand in the order of the table's columns."""
    if connection.dialect.name != "sqlite":
        names = table.columns.keys()
        connection.execute(_statement(table), [dict(zip(names, row, strict=True)) for row in rows])
        return
    text, writers = _plan(table, connection.dialect)
    for start in range(0, len(rows), _AT_ONCE):
        connection.exec_driver_sql(text, _as_written(rows[start : start + _AT_ONCE], writers))


@contextlib.contextmanager
def many(connection: sa.Connection, table: sa.Table, count: int) -> Iterator[None]:
    """Make a table's indexes anew after so many rows, where that is quicker than to keep them.

    It is where far more rows come in than there are, as with the first sheet of a new file. What
    goes wrong in between takes the whole transaction back, and so the indexes are as they were.
    """
    is_large = connection.dialect.name == "sqlite" and count >= _MANY
    indexes = _indexes(connection, table) if is_large and _are_few(connection, table, count) else []
    for name, _made in indexes:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    yield
    for _name, made in indexes:
        connection.exec_driver_sql(made)


def _are_few(connection: sa.Connection, table: sa.Table, count: int) -> bool:
    some = sa.select(sa.literal(1)).select_from(table).limit(count // _TIMES_MORE + 1)
    there = connection.scalar(sa.select(sa.func.count()).select_from(some.subquery()))
    return int(there or 0) * _TIMES_MORE <= count


def _indexes(connection: sa.Connection, table: sa.Table) -> list[tuple[str, str]]:
    """Return name and statement of each index that was made by a statement."""
    return [(name, made) for name, made in connection.exec_driver_sql(_INDEXES, (table.name,))]


@functools.cache
def _statement(table: sa.Table) -> sa.Insert:
    return sa.insert(table)


_Writers = tuple[tuple[int, Callable[[tuple[Any, ...]], Iterable[Any]]], ...]


@functools.cache
def _plan(table: sa.Table, dialect: sa.Dialect) -> tuple[str, _Writers]:
    """Return the plain statement, and how the columns that are not plain are written."""
    writers: list[tuple[int, Callable[[tuple[Any, ...]], Iterable[Any]]]] = []
    for index, column in enumerate(table.columns):
        one = column.type.dialect_impl(dialect).bind_processor(dialect)
        if one is not None:
            is_file = isinstance(column.type, sa.LargeBinary)
            writers.append((index, functools.partial(map if is_file else _each_once, one)))
    return str(_statement(table).compile(dialect=dialect)), tuple(writers)


def _each_once(one: Callable[[Any], Any], values: tuple[Any, ...]) -> Iterable[Any]:
    """Write values that repeat, as days and states do, each once."""
    known = {value: one(value) for value in set(values)}
    return map(known.__getitem__, values)


def _as_written(rows: Sequence[_Row], writers: _Writers) -> list[_Row]:
    if not writers:
        return list(rows)
    columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
    for index, write in writers:
        columns[index] = write(tuple(columns[index]))
    return list(zip(*columns, strict=True))
