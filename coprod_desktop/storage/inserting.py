"""Insert rows without the preparation by SQLAlchemy, which takes longer than the file itself."""

import contextlib
import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from coprod_desktop.storage.images import are_alike

_Column = Sequence[Any]
_Writer = Callable[[_Column], Iterable[Any]]
_AT_ONCE = 5_000
_ENOUGH = 100
_MANY = 5_000
_TIMES_MORE = 4
_CODE = re.compile(r"[a-z_]{0,30}")
_INDEXES = "SELECT name, sql FROM sqlite_schema WHERE tbl_name = ? AND type = 'index' AND sql > ''"


def insert(connection: sa.Connection, table: sa.Table, columns: Sequence[_Column]) -> None:
    """Insert rows told column by column, in the order of the table's columns."""
    if connection.dialect.name != "sqlite":
        names = table.columns.keys()
        rows = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
        connection.execute(_statement(table), rows)
        return
    beginning, writers = _plan(table, connection.dialect)
    values, bound = [], []
    for write, column in zip(writers, columns, strict=True):
        # What all rows say alike stands in the statement: to hand it over with every row takes a
        # third of the time.
        alike = _literal(write, column) if len(column) >= _ENOUGH else "?"
        values.append(alike)
        if alike == "?":
            bound.append(write(column))
    told, text = zip(*bound, strict=True), f"{beginning}({', '.join(values)})"
    while some := list(itertools.islice(told, _AT_ONCE)):
        connection.exec_driver_sql(text, some)


def _literal(write: _Writer, column: _Column) -> str:
    """Return what all rows of a column say as SQL; a question mark where they do not."""
    if not are_alike(column):
        return "?"
    (value,) = write(column[:1])
    if value is None:
        return "NULL"
    if type(value) is int:
        return str(value)
    # A word such as "accepted"; what people wrote stays out of statements, which may be logged.
    if type(value) is str and _CODE.fullmatch(value):
        return f"'{value}'"
    return "?"


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


@functools.cache
def _plan(table: sa.Table, dialect: sa.Dialect) -> tuple[str, tuple[_Writer, ...]]:
    """Return the statement up to its values, and how each column is written."""
    writers: list[_Writer] = []
    for column in table.columns:
        one = column.type.dialect_impl(dialect).bind_processor(dialect)
        is_file = isinstance(column.type, sa.LargeBinary)
        writers.append(
            iter if one is None else functools.partial(map if is_file else _each_once, one)
        )
    text = str(_statement(table).compile(dialect=dialect))
    return text[: text.rindex("(")], tuple(writers)


def _each_once(one: Callable[[Any], Any], values: _Column) -> Iterable[Any]:
    """Write values that repeat, as days and states do, each once."""
    known = {value: one(value) for value in set(values)}
    return map(known.__getitem__, values)
