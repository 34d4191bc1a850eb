"""Connections are encrypted, careful, and tell nobody the key."""

import logging
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from coprod_desktop.domain.participants import Participant
from coprod_desktop.storage import engines
from coprod_desktop.storage.database import Database, open_database
from tests.builders import a_participant
from tests.storage.world import GRACE, PASSPHRASE, all_of, new_file, save


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("cell_size_check", 1),
        ("busy_timeout", 5000),
        ("application_id", engines.APPLICATION_ID),
    ],
)
def test_every_connection_is_careful(file: Database, setting: str, value: object) -> None:
    for connection in (file.engine.connect(), file.engine.connect()):
        with connection:
            assert connection.exec_driver_sql(f"PRAGMA {setting}").scalar() == value


def test_nothing_can_be_read_without_the_key(file: Database) -> None:
    assert file.path is not None
    save(file, a_participant(name="Planted Marker", phone="01632 960 777"))
    beside = list(file.path.parent.iterdir())
    assert {found.name for found in beside} >= {"Rivermead.coprod", "Rivermead.coprod-wal"}
    for found in beside:
        assert not any(word in found.read_bytes() for word in (b"Planted", b"960 777", b"particip"))
    file.close()
    assert b"Planted" not in file.path.read_bytes()


def test_the_key_and_what_people_typed_are_never_logged(
    path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    # SQLAlchemy's own DEBUG would tell whole rows; its INFO, every statement.
    for name, level in (("", logging.DEBUG), ("sqlalchemy", logging.INFO)):
        caplog.set_level(level, logger=name)
    made = new_file(str(path))
    save(made, a_participant(name="Planted Marker"))
    made.close()
    opened = open_database(str(path), PASSPHRASE)
    assert len(all_of(opened, Participant)) == 1
    opened.close()
    assert "INSERT INTO participants" in caplog.text  # so it would have been seen
    for secret in (opened.key, opened.key[:64], PASSPHRASE, "Planted"):
        assert secret not in caplog.text
        assert secret not in "".join(capfd.readouterr())
        assert secret not in repr(opened.engine)


def test_a_failure_does_not_tell_what_was_written(file: Database) -> None:
    person = a_participant(name="Planted Marker")
    save(file, person)
    with pytest.raises(sa.exc.IntegrityError) as refusal:
        save(file, person)
    assert "Planted" not in str(refusal.value)


def test_a_reader_sees_one_moment_while_another_thread_waits_its_turn(database: Database) -> None:
    save(database, a_participant())
    seen: list[int] = []
    begun = threading.Event()

    def write() -> None:
        begun.wait()
        save(database, a_participant())

    writer = threading.Thread(target=write)
    writer.start()
    with database.reading() as reading:
        seen.append(len(reading.find(Participant)))
        begun.set()
        writer.join(0.2)
        seen.append(len(reading.find(Participant)))
    writer.join()
    seen.append(len(all_of(database, Participant)))
    assert seen == [1, 1, 2]


def test_a_view_of_a_shared_database_is_of_one_moment(postgresql_url: str) -> None:
    mine, theirs = new_file(postgresql_url), open_database(postgresql_url, "")
    save(mine, a_participant())
    with mine.reading() as reading:
        assert len(reading.find(Participant)) == 1
        save(theirs, a_participant())
        assert len(reading.find(Participant)) == 1
    assert len(all_of(mine, Participant)) == 2
    mine.close()
    theirs.close()


def test_many_threads_may_read_and_write_one_after_the_other(database: Database) -> None:
    failed: list[BaseException] = []

    def work() -> None:
        try:
            for _each in range(10):
                save(database, a_participant())
                all_of(database, Participant)
        except BaseException as error:  # the thread tells the test, whatever it was
            failed.append(error)
            raise

    threads = [threading.Thread(target=work) for _each in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(all_of(database, Participant)) == 40


def test_two_programs_on_one_shared_database_write_one_chain(postgresql_url: str) -> None:
    programs = [new_file(postgresql_url), open_database(postgresql_url, "")]

    def work(database: Database) -> None:
        for _each in range(20):
            with database.transaction("log", GRACE) as one:
                one.add(a_participant())

    threads = [threading.Thread(target=work, args=(program,)) for program in programs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with programs[0].reading() as reading:
        numbers = reading.connection.scalars(sa.text("SELECT change_id FROM changes ORDER BY 1"))
        assert list(numbers) == list(range(1, 41))
    for program in programs:
        program.close()
