"""Hand out whole tables row by row, and take whole tables back."""

import dataclasses
import enum
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence

import sqlalchemy as sa

from coprod_desktop.storage import schema
from coprod_desktop.storage.work import Reading, Work

HISTORY = "changes"
_AT_ONCE = 2000


class RowsDoNotFitError(Exception):
    """Rows break a rule of the tables: a link leads nowhere, or a number is not allowed."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


class ValueUnreadableError(Exception):
    """A value is not of the kind that its column holds."""

    def __init__(self, column: str, value: object) -> None:
        super().__init__(column)
        self.column = column
        self.value = value


def table_names() -> tuple[str, ...]:
    """Return the name of every table that may go out, each after those it points to.

    What somebody told in confidence stays in the encrypted file, and so do tables that others own:
    a workbook is read by others.
    """
    names = (schema.table_of(record).name for record in schema.records())
    return tuple(name for name in names if name not in schema.PRIVATE | schema.NOT_OURS)


def columns_of(table_name: str) -> tuple[str, ...]:
    """Return the names of a table's columns, the id first."""
    return tuple(column.name for column in _table(table_name).columns)


def stream(reading: Reading, table_name: str) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a table by id, without holding them all."""
    table = _table(table_name)
    query = sa.select(table).order_by(schema.key_of(table))
    options = {"yield_per": _AT_ONCE}
    for row in reading.connection.execute(query, execution_options=options):
        yield tuple(row)


def ids_in(reading: Reading, table_name: str) -> frozenset[int]:
    """Return the ids of all rows of a table."""
    key = schema.key_of(_table(table_name))
    return frozenset(reading.connection.scalars(sa.select(key)))


def values_in(reading: Reading, table_name: str, column: str) -> frozenset[object]:
    """Return the different values of a column, those that are nothing left out."""
    return frozenset(value for (value,) in values_together(reading, table_name, (column,)))


def values_together(
    reading: Reading, table_name: str, columns: Sequence[str]
) -> frozenset[tuple[object, ...]]:
    """Return the different values of columns together, those with nothing in one left out."""
    chosen = [_table(table_name).c[column] for column in columns]
    query = sa.select(*chosen).where(*(column.is_not(None) for column in chosen)).distinct()
    return frozenset(map(tuple, reading.connection.execute(query)))


def record_from(table_name: str, told: Mapping[str, object]) -> object:
    """Return the record that a row of plain values tells; raises ValueUnreadableError.

    A column that is left out has the value that new records have.
    """
    record = schema.record_of(table_name)
    hints = typing.get_type_hints(record)
    values: dict[str, object] = {}
    for field in dataclasses.fields(record):
        if field.name in told:
            values[field.name] = _value(field.name, hints[field.name], told[field.name])
        elif field.default is dataclasses.MISSING:
            raise ValueUnreadableError(field.name, "")
    made: object = record(**values)
    return made


def _value(name: str, hint: object, value: object) -> object:
    kinds = typing.get_args(hint) or (hint,)
    if value is None and type(None) in kinds:
        return None
    kind = typing.cast(type, next(kind for kind in kinds if kind is not type(None)))
    if issubclass(kind, enum.StrEnum):
        try:
            return kind(str(value))
        except ValueError:
            raise ValueUnreadableError(name, value) from None
    # `type`, not isinstance: True would pass as a number and an instant as a day.
    if type(value) is not kind:
        raise ValueUnreadableError(name, value)
    return value


def put_back(work: Work, table_name: str, records: Iterable[object]) -> None:
    """Add records with the ids that they have; raises RowsDoNotFitError."""
    try:
        work.add_all(schema.record_of(table_name), records)
    except sa.exc.IntegrityError as error:
        raise RowsDoNotFitError(table_name) from error


def clear(work: Work, table_name: str) -> None:
    """Remove every row of a small table; raises RowsDoNotFitError where others point to one."""
    try:
        kind: type[object] = schema.record_of(table_name)
        for record in work.find(kind):
            work.remove(record)
    except sa.exc.IntegrityError as error:
        raise RowsDoNotFitError(table_name) from error


def _table(name: str) -> sa.Table:
    return schema.changes if name == HISTORY else schema.table_of(schema.record_of(name))
