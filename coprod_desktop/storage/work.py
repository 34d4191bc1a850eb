"""Read records, and change them with their history, inside one transaction."""

import collections
import contextlib
import dataclasses
import functools
import itertools
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.storage import inserting, many_ids, removed_files, schema
from coprod_desktop.storage.images import image, images
from coprod_desktop.storage.journal import Journal

R = TypeVar("R")


class Reading:
    """A consistent view of the file; hands out frozen records only."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def get(self, record: type[R], row_id: int) -> R:
        """Return the record of this id; raises NotFoundError."""
        found = self.find(record, **{schema.key_of(schema.table_of(record)).name: row_id})
        if not found:
            raise NotFoundError(noun=record.__name__, name=row_id)
        return found[0]

    def find(self, record: type[R], **equal: object) -> tuple[R, ...]:
        """Return the records whose fields equal these values, by id."""
        table = schema.table_of(record)
        query = sa.select(table).order_by(schema.key_of(table))
        for name, value in equal.items():
            query = query.where(table.c[name] == value)
        return self.fetch(record, query)

    def among(self, record: type[R], ids: Iterable[int]) -> tuple[R, ...]:
        """Return the records of these ids, by id."""
        table = schema.table_of(record)
        key = schema.key_of(table)
        found: list[R] = []
        for is_it in many_ids.among(self.connection, key, ids):
            found.extend(self.fetch(record, sa.select(table).where(is_it).order_by(key)))
        return tuple(found)

    def fetch(
        self, record: type[R], query: sa.Select[Any], values: Mapping[str, object] | None = None
    ) -> tuple[R, ...]:
        """Run a query whose columns are the record's fields; `values` are for its parameters."""
        found = self.connection.execute(query, dict(values or {}))
        return _made(record, tuple(found.keys()), found.all())


class Work(Reading):
    """One verb of the office: every change is noted in the journal of the transaction."""

    def __init__(self, connection: sa.Connection, journal: Journal) -> None:
        super().__init__(connection)
        self.journal = journal

    def add(self, *records: object) -> None:
        """Add records, which may be of several classes, in the order given."""
        for record in records:
            self.add_all(type(record), (record,))

    def add_all(self, kind: type[R], records: Iterable[R]) -> None:
        """Add many records of one class at once."""
        rows = map(_reader(schema.table_of(kind))[1], records)
        self._add_columns(kind, list(zip(*rows, strict=True)))

    def add_rows(
        self, kind: type, rows: Sequence[tuple[Any, ...]], names: Sequence[str], ids: Iterable[int]
    ) -> None:
        """Add many records of one class, each told by the values of these fields and the next id.

        The other fields have the values that new records have. Making 100,000 records takes longer
        than saving them.
        """
        if not rows:
            return
        said = dict(zip(names, zip(*rows, strict=True), strict=True))
        _key, *fields = dataclasses.fields(kind)
        others = [said.get(field.name) or (field.default,) * len(rows) for field in fields]
        self._add_columns(kind, [tuple(itertools.islice(ids, len(rows))), *others])

    def _add_columns(self, kind: type, columns: list[tuple[Any, ...]]) -> None:
        if not columns:
            return
        table, ids = schema.table_of(kind), columns[0]
        inserting.insert(self.connection, table, columns)
        noted = zip(ids, itertools.repeat(None), images(table, columns))
        self.journal.note_all(table.name, noted)

    def adding_many(self, kind: type, count: int) -> contextlib.AbstractContextManager[None]:
        """Announce that so many records of a class are about to be added in pieces."""
        return inserting.many(self.connection, schema.table_of(kind), count)

    def update(self, record: object) -> None:
        """Replace the record of the same id; an equal record changes nothing.

        Raises NotFoundError.
        """
        self.update_all((record,))

    def update_all(self, records: Iterable[object]) -> None:
        """Replace several records, which may be of several classes; raises NotFoundError."""
        by_kind: dict[type, list[object]] = {}
        for record in records:
            by_kind.setdefault(type(record), []).append(record)
        for kind, same in by_kind.items():
            self._update_kind(kind, same)

    def _update_kind(self, kind: type, records: list[object]) -> None:
        table = schema.table_of(kind)
        key = schema.key_of(table)
        rows = [_row(record) for record in records]
        now = {old[key.name]: old for old in self._rows_of(kind, [row[key.name] for row in rows])}
        setting = _Setting(self.connection, table)
        for row in rows:
            row_id = row[key.name]
            if row_id not in now:
                raise NotFoundError(noun=kind.__name__, name=row_id)
            before = now[row_id]
            names = tuple(name for name, value in row.items() if before[name] != value)
            if names:
                removed_files.keep(self.connection, table, before, row)
                setting.put(row_id, {name: row[name] for name in names})
                was = image({name: before[name] for name in names})
                self.journal.note(table.name, row_id, was, image(row), frozenset(names))
                now[row_id] = row
        setting.finish()

    def set_all(self, kind: type[R], records: Iterable[R], **fields: object) -> None:
        """Set fields of records that were read in this same transaction, one value for all.

        They are not read again, so that a pay run of thousands takes few statements.
        """
        table = schema.table_of(kind)
        names, read = _reader(table)
        rows = list(map(read, records))
        places = {names.index(name): value for name, value in fields.items()}
        rows = [row for row in rows if any(row[at] != value for at, value in places.items())]
        if not rows:
            return
        before = tuple(zip(*rows, strict=True))  # column by column; the first is the ids
        after = list(before)
        for at, value in places.items():
            after[at] = (value,) * len(rows)
        if removed_files.has_bytes(table):
            for was, row in zip(rows, zip(*after, strict=True), strict=True):
                old, new = dict(zip(names, was, strict=True)), dict(zip(names, row, strict=True))
                removed_files.keep(self.connection, table, old, new)
        was_told = images(table, [before[at] for at in places], tuple(fields))
        noted = zip(before[0], was_told, images(table, after), strict=True)
        self.journal.note_all(table.name, noted, frozenset(fields))
        for is_it in many_ids.among(self.connection, schema.key_of(table), before[0]):
            self.connection.execute(sa.update(table).where(is_it).values(fields))

    def _rows_of(self, kind: type, ids: list[int]) -> list[dict[str, Any]]:
        found: tuple[object, ...] = self.among(kind, ids)
        return [_row(record) for record in found]

    def remove(self, record: object) -> None:
        """Remove the record; raises NotFoundError.

        Of a private one the history keeps that it was there, and nothing of what it said.
        """
        table = schema.table_of(type(record))
        key = schema.key_of(table)
        row = _row(self.get(type(record), _row(record)[key.name]))
        removed_files.keep(self.connection, table, row, {})
        self.connection.execute(sa.delete(table).where(key == row[key.name]))
        self.journal.note(table.name, row[key.name], image(row), None)
        if table.name in schema.PRIVATE:
            self.journal.forget(self.connection, table.name, row[key.name])


class _Setting:
    """Set columns of many rows with few statements.

    Only what differs is set: each column that is set has its indexes written anew.
    """

    def __init__(self, connection: sa.Connection, table: sa.Table) -> None:
        self._connection = connection
        self._table = table
        self._by_names: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        self._ids: set[int] = set()

    def put(self, row_id: int, values: dict[str, Any]) -> None:
        """Set columns of a row, at the latest when all is finished."""
        if row_id in self._ids:  # the second change of a row comes after its first
            self.finish()
        self._ids.add(row_id)
        self._by_names.setdefault(tuple(values), []).append(values | {"its_id": row_id})

    def finish(self) -> None:
        """Run the statements."""
        is_it = schema.key_of(self._table) == sa.bindparam("its_id")
        for names, rows in self._by_names.items():
            statement = sa.update(self._table).where(is_it)
            values = statement.values({name: sa.bindparam(name) for name in names})
            self._connection.execute(values, rows)
        self._by_names, self._ids = {}, set()


def _row(record: object) -> dict[str, Any]:
    # dataclasses.asdict would copy every value; the fields are all plain, and named as the columns.
    names, values = _reader(schema.table_of(type(record)))
    return dict(zip(names, values(record), strict=True))


@functools.cache
def _reader(table: sa.Table) -> tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]]]:
    names = tuple(table.columns.keys())
    return names, operator.attrgetter(*names)


def _made(
    record: type[R], names: tuple[str, ...], rows: Sequence[Iterable[object]]
) -> tuple[R, ...]:
    """Make records of rows, field by field: making them one by one takes longer than reading."""
    kind: type = record
    put = _setters(kind, names)
    if put is None:
        return tuple(record(**dict(zip(names, row, strict=True))) for row in rows)
    made = [object.__new__(record) for _row in rows]
    for setter, column in zip(put, zip(*rows, strict=True), strict=bool(rows)):
        collections.deque(map(setter, made, column), maxlen=0)
    return tuple(made)


@functools.cache
def _setters(record: type, names: tuple[str, ...]) -> list[Callable[[Any, object], None]] | None:
    """Return what sets the fields of a new record; None where it is more than its fields."""
    is_plain = "__slots__" in vars(record) and not hasattr(record, "__post_init__")
    if not is_plain or set(vars(record)["__slots__"]) != set(names):
        return None
    return [vars(record)[name].__set__ for name in names]
