"""The bytes of a removed receipt are kept once, and found again by their hash."""

import dataclasses

import sqlalchemy as sa

from coprod_desktop.domain.expenses import Receipt
from coprod_desktop.storage import removed_files, schema
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.history import as_row
from tests.builders import a_receipt
from tests.storage.world import change, of_kind, one_of_each, remove, save

TABLE = schema.table_of(Receipt)


def kept(database: Database) -> list[bytes]:
    with database.reading() as reading:
        query = sa.select(schema.removed_files.c.content)
        return list(reading.connection.scalars(query))


def test_bytes_are_kept_when_they_go_and_only_once(database: Database) -> None:
    records = one_of_each()
    receipt = of_kind(records, Receipt)
    twin = dataclasses.replace(receipt, receipt_id=receipt.receipt_id + 50_000)
    save(database, *records, twin)
    change(database, dataclasses.replace(receipt, file_name="other.png"))
    assert kept(database) == []
    change(database, dataclasses.replace(receipt, content=b"new"))
    remove(database, twin)
    assert kept(database) == [receipt.content]


def test_bytes_are_brought_back_from_the_row_or_from_what_was_kept(database: Database) -> None:
    records = one_of_each()
    receipt = of_kind(records, Receipt)
    save(database, *records)
    told = {"content": f"sha256:{receipt.sha256}"}
    with database.reading() as reading:
        here = removed_files.bring_back(reading.connection, TABLE, told, as_row(receipt))
        nowhere = removed_files.bring_back(reading.connection, TABLE, told, {})
    assert (here, nowhere) == ({"content": receipt.content}, None)
    remove(database, receipt)
    with database.reading() as reading:
        again = removed_files.bring_back(reading.connection, TABLE, told, {})
        other = a_receipt(content=b"other")
        exchanged = removed_files.bring_back(reading.connection, TABLE, told, as_row(other))
    assert again == exchanged == {"content": receipt.content}


def test_a_table_without_files_has_nothing_to_bring_back(database: Database) -> None:
    table = schema.changes
    with database.reading() as reading:
        assert removed_files.bring_back(reading.connection, table, {}, {}) == {}
