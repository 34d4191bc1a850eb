"""Write rows as text for the history, all rows of one table at once."""

import datetime
import functools
import hashlib
import itertools
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

FILE_MARK = "sha256:"
_Column = tuple[Any, ...]
_Writer = Callable[[_Column], Iterable[str]]


def image(row: Mapping[str, object]) -> str:
    """Write a row as text with its columns in order; a file's bytes are told by their hash."""
    return _ENCODER.encode(row)


def images(table: sa.Table, columns: Sequence[_Column], names: tuple[str, ...] = ()) -> list[str]:
    """Write rows as `image` does, given column by column in the order of the table's columns.

    A pay run of ten thousand people writes 70,000 images. `names` are the columns, where not all.
    """
    labels, writers = _plan(table, names or tuple(table.columns.keys()))
    pieces: list[Iterable[str]] = []
    said = "{"
    for at, (label, write, column) in enumerate(zip(labels, writers, columns, strict=True)):
        said += f"{',' if at else ''}{label}:"
        if at and len(column) > 1 and are_alike(column):
            said += next(iter(write(column[:1])))  # what all rows say alike is written once
        else:
            pieces += (itertools.repeat(said, len(column)), write(column))
            said = ""
    pieces.append(itertools.repeat(said + "}", len(columns[0])))
    return list(map("".join, zip(*pieces, strict=True)))


def are_alike(column: Sequence[Any]) -> bool:
    """Say whether all rows have the same value in a column."""
    first = column[0]
    return bool(first == column[-1]) and column.count(first) == len(column)


@functools.cache
def _plan(table: sa.Table, names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[_Writer, ...]]:
    labels = tuple(map(_ENCODER.encode, names))
    return labels, tuple(_writer(table.c[name]) for name in names)


def _writer(column: sa.Column[Any]) -> _Writer:
    one: Callable[[Any], str]
    if isinstance(column.type, sa.Integer):
        one = int.__repr__
    elif isinstance(column.type, sa.Text):
        one = json.encoder.encode_basestring
    else:
        return _few
    return functools.partial(_with_nulls, one) if column.nullable else functools.partial(map, one)


def _with_nulls(one: Callable[[Any], str], values: _Column) -> Iterable[str]:
    return ["null" if value is None else one(value) for value in values]


def _few(values: _Column) -> Iterable[str]:
    """Write values that repeat, as days and yes or no do, each once."""
    known = {value: _ENCODER.encode(value) for value in set(values)}
    return map(known.__getitem__, values)


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        return FILE_MARK + hashlib.sha256(value).hexdigest()
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


# Made once: `json.dumps` would make an encoder for every row, and twice for every row with other
# settings than its own.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)
