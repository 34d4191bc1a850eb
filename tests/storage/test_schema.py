"""Each record has its table, made of the record's own fields."""

import dataclasses

import pytest
import sqlalchemy as sa

from coprod_desktop.storage import schema
from coprod_desktop.storage.database import Database


@pytest.mark.parametrize("record", schema.records(), ids=lambda record: record.__name__)
def test_a_table_has_the_fields_of_its_record(record: type) -> None:
    table = schema.table_of(record)
    fields = [field.name for field in dataclasses.fields(record)]
    assert list(table.columns.keys()) == fields
    assert schema.key_of(table).name == fields[0]
    assert schema.record_of(table.name) is record


def test_records_stand_after_those_they_point_to() -> None:
    seen = set[str]()
    for record in schema.records():
        table = schema.table_of(record)
        targets = {link.column.table.name for link in table.foreign_keys} - {table.name}
        assert targets <= seen
        seen.add(table.name)


def test_everything_that_ends_like_a_link_is_one() -> None:
    # Bank codes, subjects of several kinds, and ids of other places are none.
    no_links = {"subject_id", "row_id"}
    loose = [
        f"{table.name}.{column.name}"
        for table in schema.metadata.sorted_tables
        for column in table.columns
        if column.name.endswith("_id")
        and not column.primary_key
        and not column.foreign_keys
        and column.name not in no_links
    ]
    assert loose == []


def test_a_row_of_a_file_lies_under_its_id(file: Database) -> None:
    with file.engine.connect() as connection:
        for record in schema.records():
            table = schema.table_of(record)
            key = schema.key_of(table)
            query = sa.select(key).where(key == sa.literal_column("1")).compile(file.engine)
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}")
            assert "USING INTEGER PRIMARY KEY" in str(plan.all())
