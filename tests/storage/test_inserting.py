"""Rows inserted the quick way are written exactly as SQLAlchemy itself writes them."""

import pytest
import sqlalchemy as sa

from coprod_desktop.storage import schema
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.history import as_row
from coprod_desktop.storage.inserting import insert
from tests.builders import NOW
from tests.storage.world import empty, one_of_each


def stored(database: Database, table: sa.Table) -> list[tuple[object, ...]]:
    """Read a table as the driver gives it, with nothing turned into our types."""
    with database.engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table.name}")]  # noqa: S608 - our own names


def test_what_is_written_is_what_sqlalchemy_writes(database: Database) -> None:
    records = one_of_each()
    written: list[dict[str, list[tuple[object, ...]]]] = []
    for is_quick in (True, False):
        empty(database)
        with database.engine.connect().execution_options(is_writing=True) as connection:
            for record in records:
                table, row = schema.table_of(type(record)), as_row(record)
                if is_quick:
                    insert(connection, table, [tuple(row.values())])
                else:
                    connection.execute(sa.insert(table), row)
            connection.commit()
        written.append(
            {t.name: stored(database, t) for t in map(schema.table_of, schema.records())}
        )
    assert written[0] == written[1]
    assert all(written[0].values())


def test_a_row_with_a_value_too_few_is_refused(database: Database) -> None:
    with (
        database.engine.connect() as connection,
        pytest.raises((sa.exc.DBAPIError, ValueError, IndexError)),
    ):
        insert(connection, schema.changes, [(1, NOW)])
