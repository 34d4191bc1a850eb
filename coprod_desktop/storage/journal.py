"""Write the history of the file: every row before and after, chained so that nothing is lost."""

import datetime
import hashlib
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import sqlalchemy as sa

from coprod_desktop.domain.changes import RowChange
from coprod_desktop.storage import inserting, schema

GENESIS = "0" * 64


class RowImages(NamedTuple):
    """One row of the transaction: its table, its id, and how it was and is; None where it is not.

    `changed` names the fields that differ; None where they are not known, or all of them. Where
    they are known, `before` tells just those: a change of state would else take half the file.
    A tuple, since an import makes 100,000 of them.
    """

    table: str
    row_id: int
    before: str | None
    after: str | None
    changed: frozenset[str] | None = None


def restore(table: sa.Table, told: Mapping[str, object]) -> dict[str, object]:
    """Turn a row image back into values of the table's columns."""
    return {name: _value(table.c[name], value) for name, value in told.items()}


def _value(column: sa.Column[object], value: object) -> object:
    if not isinstance(value, str):
        return value
    if isinstance(column.type, schema.Instant):
        return datetime.datetime.fromisoformat(value)
    if isinstance(column.type, sa.Date):
        return datetime.date.fromisoformat(value)
    if isinstance(column.type, sa.Enum) and column.type.enum_class is not None:
        return column.type.enum_class(value)
    return value


def row_digest(table: str, row_id: int, before: str | None, after: str | None) -> str:
    """Return the fingerprint of one row's change; it stays when the images are blanked."""
    told = f"{table}\x1f{row_id}\x1f{before or ''}\x1f{after or ''}"
    return hashlib.sha256(told.encode()).hexdigest()


def chain_digest(previous: str, header: Iterable[object], rows: Iterable[str]) -> str:
    """Return the fingerprint of a change: the one before, its header, and its rows."""
    digest = hashlib.sha256(previous.encode())
    digest.update("\x1f".join(map(str, header)).encode())
    digest.update("".join(rows).encode())
    return digest.hexdigest()


class Journal:
    """Collect what one transaction changes and write it as one change."""

    def __init__(self, verb: str, operator: str, made_at: datetime.datetime) -> None:
        self.verb = verb
        self.operator = operator
        self.made_at = made_at.astimezone(datetime.UTC).replace(microsecond=0)
        self.undoes_id: int | None = None
        self.rows: list[RowImages] = []
        self.digest = ""
        """The fingerprint of the change once it is written; no other change has the same."""

    def note(
        self,
        table: str,
        row_id: int,
        before: str | None,
        after: str | None,
        changed: frozenset[str] | None = None,
    ) -> None:
        """Remember one row's images, and which fields differ where that is known."""
        self.note_all(table, [(row_id, before, after)], changed)

    def note_all(
        self,
        table: str,
        images: Iterable[tuple[int, str | None, str | None]],
        changed: frozenset[str] | None = None,
    ) -> None:
        """Remember ids and images of rows of a table, and which fields differ in all of them.

        Of a secret row only that it changed is remembered.
        """
        table = str(table)  # SQLAlchemy's own kind of text takes the driver a third longer
        if table in schema.SECRET:
            images = ((row_id, None, None) for row_id, _before, _after in images)
        self.rows += [
            RowImages(table, row_id, before, after, changed) for row_id, before, after in images
        ]

    def forget(self, connection: sa.Connection, table: str, row_id: int) -> None:
        """Blank every image of one row, those of this transaction too; fingerprints stay."""
        rows = schema.row_changes
        is_it = (rows.c.table_name == table) & (rows.c.row_id == row_id)
        connection.execute(sa.update(rows).where(is_it).values(before=None, after=None))
        blank = RowImages(table, row_id, None, None)
        self.rows = [blank if row[:2] == blank[:2] else row for row in self.rows]

    @property
    def tables(self) -> frozenset[str]:
        """The names of the tables that changed."""
        return frozenset(row.table for row in self.rows)

    def write(self, connection: sa.Connection) -> int | None:
        """Add the change to the chain and return its number; None where nothing changed."""
        if not self.rows:
            return None
        change_id, previous = _last(connection)
        change_id += 1
        *columns, _changed = zip(*self.rows, strict=True)
        digests = list(map(row_digest, *columns))
        header = (change_id, self.made_at.isoformat(), self.operator, self.verb, self.undoes_id)
        digest = self.digest = chain_digest(previous, header, digests)
        told = (len(self.rows), self.undoes_id, previous, digest)
        change = (change_id, self.made_at, self.operator, self.verb, *told)
        inserting.insert(connection, schema.changes, [(value,) for value in change])
        numbers, positions = (change_id,) * len(digests), range(len(digests))
        written = (numbers, positions, *columns, digests)
        inserting.insert(connection, schema.row_changes, written)
        return change_id


_LAST = (
    sa.select(schema.changes.c.change_id, schema.changes.c.digest)
    .order_by(schema.changes.c.change_id.desc())
    .limit(1)
)


def _last(connection: sa.Connection) -> tuple[int, str]:
    last = connection.execute(_LAST).first()
    return (last.change_id, last.digest) if last else (0, GENESIS)


def parse(row: sa.Row[tuple[object, ...]]) -> RowChange:
    """Turn a stored row change into its record; `before` may tell just what differs."""
    told = row._mapping
    before = json.loads(told["before"]) if told["before"] else None
    after = json.loads(told["after"]) if told["after"] else None
    if before is not None and after is not None:
        before = after | before
    return RowChange(table=told["table_name"], row_id=told["row_id"], before=before, after=after)


def broken_links(connection: sa.Connection) -> list[int]:
    """Return the numbers of the changes whose fingerprints do not fit; the chain must be whole.

    A blanked image is no break: what is checked then is the fingerprint that it left.
    """
    changes, broken = schema.changes, set[int]()
    told = _digests(connection, broken)
    next_id, digests = next(told, _NO_MORE)
    previous, expected_id = GENESIS, 1
    query = sa.select(changes).order_by(changes.c.change_id)
    for change in connection.execute(query, execution_options={"yield_per": 5000}):
        while next_id < change.change_id:  # rows of a change that is not there
            broken.add(next_id)
            next_id, digests = next(told, _NO_MORE)
        rows: list[str] = []
        if next_id == change.change_id:
            rows = digests
            next_id, digests = next(told, _NO_MORE)
        is_whole = change.change_id == expected_id and len(rows) == change.rows
        is_chained = change.previous_digest == previous and change.digest == _anew(change, rows)
        if not is_whole or not is_chained:
            broken.add(change.change_id)
        previous, expected_id = change.digest, change.change_id + 1
    while next_id != _NO_MORE[0]:
        broken.add(next_id)
        next_id, digests = next(told, _NO_MORE)
    return sorted(broken)


_NO_MORE: tuple[int, list[str]] = (2**63, [])


def _anew(change: sa.Row[tuple[object, ...]], rows: list[str]) -> str:
    told = change._mapping
    header = (
        told["change_id"],
        told["made_at"].isoformat(),
        told["operator"],
        told["verb"],
        told["undoes_id"],
    )
    return chain_digest(told["previous_digest"], header, rows)


def _digests(connection: sa.Connection, broken: set[int]) -> Iterator[tuple[int, list[str]]]:
    """Give the row fingerprints of each change in turn; note those that do not fit the images."""
    rows = schema.row_changes
    query = sa.select(rows).order_by(rows.c.change_id, rows.c.position)
    found = connection.execute(query, execution_options={"yield_per": 5000})
    for change_id, group in itertools.groupby(found, key=lambda row: int(row.change_id)):
        digests = []
        for row in group:
            is_blanked = row.before is None and row.after is None
            expected = row_digest(row.table_name, row.row_id, row.before, row.after)
            if not is_blanked and expected != row.digest:
                broken.add(change_id)
            digests.append(row.digest)
        yield change_id, digests
