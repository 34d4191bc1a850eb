"""Read everything that stands in a file after every step, quickly."""

import functools
from typing import Any

import sqlalchemy as sa

from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import engines, schema
from tests.services.world import Snapshot

_Rows = tuple[tuple[Any, ...], ...]


class Watch:
    """A connection of its own beside the program's, so that only what was saved is seen.

    SQLite counts what other connections have saved; while that number stays the same, so do the
    records. Otherwise every row of every table is read, and only those of a table that differs
    are made into records anew.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        path = desk.database.path
        assert path is not None
        self._raw = engines.connect(path, desk.database.key, mode="rw")
        self._version = -1
        self._rows: dict[type, _Rows] = {}
        self._records: Snapshot = {}

    def records(self) -> Snapshot:
        """Return every record of every class; the same object where nothing was saved since."""
        version = self._raw.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version = version
            self._read()
        return self._records

    def _read(self) -> None:
        found = {kind: self._read_rows(kind) for kind in schema.records()}
        changed = [kind for kind, rows in found.items() if self._rows.get(kind) != rows]
        with self._desk.reading() as reading:
            self._records = self._records | {kind: reading.find(kind) for kind in changed}
        self._rows = found

    def _read_rows(self, kind: type) -> _Rows:
        return tuple(self._raw.execute(_query(kind)))

    def close(self) -> None:
        """Let go of the file."""
        self._raw.close()


@functools.cache
def _query(kind: type) -> str:
    return str(sa.select(schema.table_of(kind)))
