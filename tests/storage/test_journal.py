"""The history is one chain: what was altered, left out or put elsewhere is named."""

import datetime
import hashlib
import json
import zoneinfo
from dataclasses import replace

import pytest
import sqlalchemy as sa

from coprod_desktop.domain.organisation import Operator
from coprod_desktop.storage import history, journal, schema
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.images import image
from coprod_desktop.storage.journal import Journal, broken_links, chain_digest, row_digest
from tests.builders import NOW, a_participant, a_receipt, an_operator
from tests.money_builders import an_operator_pin
from tests.storage.world import GRACE, change, one_of_each, remove, save

changes, rows = schema.changes, schema.row_changes


@pytest.fixture
def four_changes(database: Database) -> Database:
    """Save four changes of two rows each: 1 and 2 add, 3 renames, 4 removes."""
    one, two = a_participant(name="One"), a_participant(name="Two")
    others = (an_operator(), an_operator(name="Joan Eve"))
    save(database, one, two)
    save(database, *others)
    change(database, a_participant(participant_id=one.participant_id, name="Uno"))
    remove(database, *others)
    return database


def broken(database: Database) -> list[int]:
    with database.reading() as reading:
        return broken_links(reading.connection)


def tamper(database: Database, *statements: sa.Executable) -> None:
    """Do what only somebody with the key and a database tool could do."""
    with database.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.execute("PRAGMA foreign_keys=OFF")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    database.engine.dispose()


def test_a_history_that_nobody_touched_is_whole(four_changes: Database) -> None:
    assert broken(four_changes) == []


def test_an_empty_history_is_whole(database: Database) -> None:
    assert broken(database) == []


def test_every_kind_of_record_chains(database: Database) -> None:
    records = one_of_each()
    save(database, *records)
    assert broken(database) == []


@pytest.mark.parametrize(
    "values",
    [
        {"operator": "Somebody Else"},
        {"verb": "nothing of note"},
        {"made_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)},
        {"undoes_id": 1},
        {"rows": 3},
        {"digest": "0" * 64},
        {"previous_digest": "0" * 64},
    ],
)
def test_an_altered_change_is_named(four_changes: Database, values: dict[str, object]) -> None:
    tamper(four_changes, sa.update(changes).where(changes.c.change_id == 2).values(values))
    assert 2 in broken(four_changes)


@pytest.mark.parametrize(
    "values",
    [
        {"after": '{"operator_id":1}'},
        {"before": "{}"},
        {"table_name": "participants"},
        {"row_id": 99},
        {"digest": "0" * 64},
    ],
)
def test_an_altered_row_is_named(four_changes: Database, values: dict[str, object]) -> None:
    first = (rows.c.change_id == 2) & (rows.c.position == 0)
    tamper(four_changes, sa.update(rows).where(first).values(values))
    assert broken(four_changes) == [2]


def test_an_image_altered_with_its_own_fingerprint_is_named(four_changes: Database) -> None:
    forged = {"after": "{}", "digest": row_digest("operators", 5, None, "{}")}
    first = (rows.c.change_id == 2) & (rows.c.position == 0)
    tamper(four_changes, sa.update(rows).where(first).values(forged))
    assert broken(four_changes) == [2]


def test_a_change_that_was_left_out_is_noticed(four_changes: Database) -> None:
    tamper(
        four_changes,
        sa.delete(rows).where(rows.c.change_id == 2),
        sa.delete(changes).where(changes.c.change_id == 2),
    )
    assert broken(four_changes) == [3]


def test_rows_without_their_change_are_noticed(four_changes: Database) -> None:
    tamper(four_changes, sa.delete(changes).where(changes.c.change_id == 4))
    assert broken(four_changes) == [4]


def test_a_row_that_was_left_out_is_noticed(four_changes: Database) -> None:
    first = (rows.c.change_id == 2) & (rows.c.position == 0)
    tamper(four_changes, sa.delete(rows).where(first))
    assert broken(four_changes) == [2]


def test_rows_in_another_order_are_noticed(four_changes: Database) -> None:
    of_two = rows.c.change_id == 2
    swap = [
        sa.update(rows).where(of_two, rows.c.position == old).values(position=new)
        for old, new in ((0, 7), (1, 0), (7, 1))
    ]
    tamper(four_changes, *swap)
    assert broken(four_changes) == [2]


def test_changes_in_another_order_are_noticed(four_changes: Database) -> None:
    swap = [
        sa.update(table).where(table.c.change_id == old).values(change_id=new)
        for old, new in ((2, 7), (3, 2), (7, 3))
        for table in (changes, rows)
    ]
    tamper(four_changes, *swap)
    assert set(broken(four_changes)) >= {2, 3}


def test_blanked_images_keep_the_chain_whole(four_changes: Database) -> None:
    tamper(
        four_changes, sa.update(rows).where(rows.c.change_id <= 3).values(before=None, after=None)
    )
    assert broken(four_changes) == []


def test_a_blanked_row_cannot_be_given_another_fingerprint(four_changes: Database) -> None:
    first = (rows.c.change_id == 2) & (rows.c.position == 0)
    blank = {"before": None, "after": None, "digest": "0" * 64}
    tamper(four_changes, sa.update(rows).where(first).values(blank))
    assert broken(four_changes) == [2]


def test_the_rule_of_the_chain_is_the_one_that_the_documentation_gives(
    four_changes: Database,
) -> None:
    with four_changes.engine.connect() as connection:
        told = connection.execute(sa.select(changes).order_by(changes.c.change_id)).all()
        images = connection.execute(sa.select(rows).order_by(rows.c.change_id, rows.c.position))
        by_change: dict[int, list[str]] = {}
        for row in images:
            text = f"{row.table_name}\x1f{row.row_id}\x1f{row.before or ''}\x1f{row.after or ''}"
            digest = hashlib.sha256(text.encode()).hexdigest()
            by_change.setdefault(row.change_id, []).append(digest)
    previous = "0" * 64
    for one in told:
        moment = one.made_at.strftime("%Y-%m-%dT%H:%M:%S+00:00")
        header = f"{one.change_id}\x1f{moment}\x1f{one.operator}\x1f{one.verb}\x1f{one.undoes_id}"
        text = previous + header + "".join(by_change[one.change_id])
        previous = hashlib.sha256(text.encode()).hexdigest()
        assert previous == one.digest


def test_a_clock_of_another_zone_makes_the_same_chain(database: Database) -> None:
    kathmandu = zoneinfo.ZoneInfo("Asia/Kathmandu")
    database.clock = lambda: NOW.astimezone(kathmandu)
    save(database, an_operator())
    assert broken(database) == []


def test_the_bytes_of_a_file_are_told_by_their_hash() -> None:
    receipt = a_receipt(content=b"secret bytes")
    told = json.loads(image({"content": receipt.content, "file_name": "a.png"}))
    assert told == {
        "content": "sha256:" + hashlib.sha256(b"secret bytes").hexdigest(),
        "file_name": "a.png",
    }


def test_an_image_turns_back_into_the_row() -> None:
    for record in one_of_each():
        table = schema.table_of(type(record))
        row = {column.name: getattr(record, column.name) for column in table.columns}
        without_files = {name: value for name, value in row.items() if not is_file(value)}
        told = json.loads(image(without_files))
        assert journal.restore(table, told) == without_files


def is_file(value: object) -> bool:
    return isinstance(value, bytes)


def test_only_what_an_image_can_tell_is_written() -> None:
    with pytest.raises(TypeError):
        image({"odd": object()})


def test_a_journal_in_which_nothing_happened_writes_nothing(database: Database) -> None:
    with database.transaction("look", GRACE) as work:
        work.find(Operator)
        assert Journal("look", GRACE, NOW).write(work.connection) is None
    with database.reading() as reading:
        assert reading.connection.execute(sa.select(changes)).all() == []


def test_the_fingerprint_of_a_change_depends_on_every_part() -> None:
    parts = {
        chain_digest("0" * 64, (1, "a", None), ["x"]),
        chain_digest("1" * 64, (1, "a", None), ["x"]),
        chain_digest("0" * 64, (2, "a", None), ["x"]),
        chain_digest("0" * 64, (1, "a", 1), ["x"]),
        chain_digest("0" * 64, (1, "a", None), ["x", "x"]),
        chain_digest("0" * 64, (1, "a", None), []),
    }
    assert len(parts) == 6


def test_of_a_secret_row_only_that_it_changed_is_kept(database: Database) -> None:
    operator = an_operator()
    pin = an_operator_pin(operator_id=operator.operator_id)
    save(database, operator, pin)
    change(database, replace(pin, wrong_tries=1))
    remove(database, pin)
    with database.reading() as reading:
        rows = [row for number in (1, 2, 3) for row in history.rows_of(reading, number)]
        assert broken_links(reading.connection) == []
    about = [row for row in rows if row.table == "operator_pins"]
    assert [(row.before, row.after) for row in about] == [(None, None)] * 3
    assert len(rows) == 4
