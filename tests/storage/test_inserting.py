"""Rows inserted the quick way are written exactly as SQLAlchemy itself writes them."""

import dataclasses

import pytest
import sqlalchemy as sa

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.storage import schema
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.history import as_row
from coprod_desktop.storage.inserting import insert
from tests.builders import NOW, a_contribution, a_participant, a_project
from tests.storage.world import GRACE, all_of, empty, one_of_each, save


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
                    insert(connection, table, [(value,) for value in row.values()])
                else:
                    connection.execute(sa.insert(table), row)
            connection.commit()
        written.append(
            {t.name: stored(database, t) for t in map(schema.table_of, schema.records())}
        )
    assert written[0] == written[1]
    assert all(written[0].values())


COUNT = 5_000


def indexes(database: Database) -> list[tuple[object, ...]]:
    """Return name and statement of each index of pieces of work."""
    query = "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'contributions' AND sql > ''"
    with database.engine.connect() as connection:
        found = connection.exec_driver_sql(f"{query} AND type = 'index' ORDER BY name")
        return [tuple(row) for row in found]


def some_work(file: Database) -> list[Contribution]:
    """Save a person and a project, and return so much work for them that indexes are made anew."""
    person, project = a_participant(), a_project()
    save(file, person, project)
    links = {"participant_id": person.participant_id, "project_id": project.project_id}
    return [a_contribution(**links, import_key=f"key {n}") for n in range(COUNT)]


def add_many(file: Database, records: list[Contribution]) -> int:
    """Add many pieces of work as an import does; return how many indexes were kept meanwhile."""
    kept = "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'ix_contributions%'"
    with file.transaction("import", GRACE) as work:
        with work.adding_many(Contribution, len(records)):
            during = work.connection.exec_driver_sql(kept).scalar_one()
            work.add_all(Contribution, records)
    return int(during)


def test_the_indexes_of_a_small_table_are_made_anew_after_many_rows(file: Database) -> None:
    before, records = indexes(file), some_work(file)
    assert add_many(file, records[:10]) == len(before) - 1
    assert add_many(file, records[10:]) == len(before) - 1  # they are fewer than 5,000
    more = some_work(file)
    fresh = [dataclasses.replace(one, import_key=f"more {n}") for n, one in enumerate(more)]
    assert add_many(file, fresh) == len(before) - 1  # there are as many already
    assert indexes(file) == before


def test_in_an_empty_table_indexes_are_whole_afterwards(file: Database) -> None:
    before, records = indexes(file), some_work(file)
    assert add_many(file, records) == 0
    assert indexes(file) == before
    with file.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"


def test_a_key_that_comes_twice_is_refused_and_nothing_has_changed(file: Database) -> None:
    before, records = indexes(file), some_work(file)
    records[-1] = dataclasses.replace(records[-1], import_key="key 7")
    with pytest.raises(sa.exc.IntegrityError):
        add_many(file, records)
    assert indexes(file) == before
    assert all_of(file, Contribution) == ()
    save(file, records[0])


def test_many_rows_come_into_a_file_and_a_shared_database_alike(database: Database) -> None:
    records = some_work(database)
    with database.transaction("import", GRACE) as work:
        with work.adding_many(Contribution, len(records)):
            work.add_all(Contribution, records)
    assert all_of(database, Contribution) == tuple(records)


@pytest.mark.parametrize("what", ["O'Brien? 100%s :x", "garden", "Two\nlines", "", "\\", '"'])
def test_what_all_rows_say_alike_is_written_as_it_is(file: Database, what: str) -> None:
    records = [dataclasses.replace(one, what=what) for one in some_work(file)[:120]]
    save(file, *records)
    with file.transaction("import", GRACE) as work:
        for one in records:
            work.remove(one)
        work.add_all(Contribution, records)
    assert all_of(file, Contribution) == tuple(records)


def test_a_row_with_a_value_too_few_is_refused(database: Database) -> None:
    with (
        database.engine.connect() as connection,
        pytest.raises((sa.exc.DBAPIError, ValueError, IndexError)),
    ):
        insert(connection, schema.changes, [(1,), (NOW,)])
