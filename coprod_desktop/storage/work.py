"""Read records, and change them with their history, inside one transaction."""

import functools
import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import sqlalchemy as sa

from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.storage import inserting, removed_files, schema
from coprod_desktop.storage.journal import Journal, image

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
        table, wanted = schema.table_of(record), sorted(set(ids))
        key = schema.key_of(table)
        found: list[R] = []
        for start in range(0, len(wanted), 500):
            query = sa.select(table).where(key.in_(wanted[start : start + 500])).order_by(key)
            found.extend(self.fetch(record, query))
        return tuple(found)

    def fetch(
        self, record: type[R], query: sa.Select[Any], values: Mapping[str, object] | None = None
    ) -> tuple[R, ...]:
        """Run a query whose columns are the record's fields; `values` are for its parameters."""
        found = self.connection.execute(query, dict(values or {}))
        names = tuple(found.keys())
        return tuple(record(**dict(zip(names, row, strict=True))) for row in found.all())


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
        table = schema.table_of(kind)
        names, read = _reader(table)
        rows = [read(record) for record in records]
        if not rows:
            return
        inserting.insert(self.connection, table, rows)
        for row in rows:  # the first column is the id
            self.journal.note(table.name, row[0], None, image(dict(zip(names, row, strict=True))))

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
                changed = frozenset(names)
                self.journal.note(table.name, row_id, image(before), image(row), changed)
                now[row_id] = row
        setting.finish()

    def set_all(self, kind: type[R], records: Iterable[R], **fields: object) -> None:
        """Set fields of records that were read in this same transaction, one value for all.

        They are not read again, so that a pay run of thousands takes few statements.
        """
        table = schema.table_of(kind)
        key = schema.key_of(table)
        ids: list[int] = []
        for record in records:
            before = _row(record)
            after = before | fields
            if after != before:
                removed_files.keep(self.connection, table, before, after)
                row_id, images = before[key.name], (image(before), image(after))
                self.journal.note(table.name, row_id, *images, frozenset(fields))
                ids.append(before[key.name])
        for start in range(0, len(ids), 500):
            some = sa.update(table).where(key.in_(ids[start : start + 500]))
            self.connection.execute(some.values(fields))

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
