"""Each failure of a disk or a server gets its own name; a fault of ours keeps its own."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import (
    DiskFullError,
    DomainError,
    FileMissingError,
    FileReadOnlyError,
    ServerUnreachableError,
)
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_errors import NotSavedError
from coprod_desktop.storage import failures, soundness
from coprod_desktop.storage.database import Database, create, open_database
from tests.builders import a_contribution, a_participant
from tests.storage import processes
from tests.storage.places import forbid_writing, small_disk
from tests.storage.world import PASSPHRASE, all_of, new_file, save


def test_a_full_disk_is_said_to_be_full_and_loses_nothing(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", "3m") as stick:
        made = new_file(str(stick / "Rivermead.coprod"))
        with pytest.raises(DiskFullError):
            fill(made)
        saved = len(all_of(made, Participant))
        assert 5 < saved < 1000
        assert soundness.findings(made) == ()
        made.close()
        again = open_database(str(stick / "Rivermead.coprod"), PASSPHRASE)
        assert len(all_of(again, Participant)) == saved
        again.close()


def fill(database: Database) -> None:
    for _each in range(1000):
        save(database, a_participant(access_needs="x" * 50_000))


def test_a_disk_with_no_room_for_a_new_file_is_said_to_be_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", "64k") as stick:
        with pytest.raises(DiskFullError):
            create(str(stick / "Rivermead.coprod"), PASSPHRASE)
        assert list(stick.iterdir()) == []


def test_a_disk_that_becomes_read_only_is_said_to_be_so(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", "8m") as stick:
        made = new_file(str(stick / "Rivermead.coprod"))
        save(made, a_participant())
        made.close()
        forbid_writing(stick)
        with pytest.raises(FileReadOnlyError):
            open_database(str(stick / "Rivermead.coprod"), PASSPHRASE)
        with pytest.raises(FileReadOnlyError):
            create(str(stick / "Other.coprod"), PASSPHRASE)


def test_a_file_that_is_taken_away_while_open_is_missed(file: Database) -> None:
    assert file.path is not None
    save(file, a_participant())
    moved = file.path.rename(file.path.with_name("moved.coprod"))
    with pytest.raises(FileMissingError):
        save(file, a_participant())
    moved.rename(file.path)
    save(file, a_participant())
    assert len(all_of(file, Participant)) == 2


def test_a_fault_of_ours_passes_as_it_is(database: Database) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        save(database, a_contribution())
    with database.reading() as reading, pytest.raises(sa.exc.DBAPIError):
        reading.connection.exec_driver_sql("SELECT nothing FROM nowhere")
    save(database, a_participant())  # and the connection still works
    assert all_of(database, Contribution) == ()


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://nobody@/nowhere?host=/tmp/no-such-folder",
        "postgresql+psycopg://",
        "postgresql://host:port/name",
    ],
)
def test_a_server_that_does_not_answer_is_said_not_to(address: str) -> None:
    with pytest.raises(ServerUnreachableError):
        open_database(address, "")
    with pytest.raises(ServerUnreachableError):
        create(address, "")


def test_an_unknown_name_or_database_of_a_server_is_said_to_be_unreachable(
    postgresql_url: str,
) -> None:
    for wrong in ("coprod@/nowhere", "nobody@/postgres"):
        start, _at, rest = postgresql_url.partition("coprod@/")
        with pytest.raises(ServerUnreachableError):
            open_database(start + wrong + "?" + rest.partition("?")[2], "")


def test_a_server_that_hangs_up_is_said_not_to_answer(postgresql_url: str) -> None:
    made = create(postgresql_url, "")
    other = create_engine(postgresql_url)
    with pytest.raises(ServerUnreachableError):
        read_after_the_end(made, other)
    save(made, a_participant())  # it answers again
    made.close()


def test_a_server_that_hangs_up_while_saving_leaves_it_in_doubt(postgresql_url: str) -> None:
    made = create(postgresql_url, "")
    other = create_engine(postgresql_url)
    with made.engine.connect() as connection:
        connection.execute(sa.text("SELECT 1"))
        end_all(other)
        assert failures.commit(connection) is not None
    made.close()


def test_what_a_server_did_not_save_is_said_not_to_be_saved(postgresql_url: str) -> None:
    made = create(postgresql_url, "")
    other = create_engine(postgresql_url)
    with pytest.raises(NotSavedError):
        save_while_ending(made, other)
    assert all_of(made, Participant) == ()
    save(made, a_participant())
    made.close()


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace makes the disk fail")
def test_after_a_disk_fails_at_the_end_it_is_looked_up_what_was_saved(path: Path) -> None:
    new_file(str(path)).close()
    said: set[str] = set()
    promised: set[int] = set()
    for when in ("1", "2", "2..3", "3..5", "2+"):
        told = processes.failing_disk(path, when)
        assert len(told) == 4
        for _number, is_there, what in told:
            assert what == "CommitUncertainError" or is_there == (what == "saved")
            said.add(what)
        promised |= {number for number, _there, what in told if what == "saved"}
    assert {"saved", "NotSavedError"} <= said <= {"saved", "NotSavedError", "CommitUncertainError"}
    again = open_database(str(path), PASSPHRASE)
    assert promised <= {one.participant_id for one in all_of(again, Participant)}
    assert soundness.findings(again) == ()
    again.close()


@pytest.mark.parametrize("is_saved", [True, False])
def test_a_failure_after_the_saving_is_told_from_one_before_it(
    file: Database, monkeypatch: pytest.MonkeyPatch, is_saved: bool
) -> None:
    told: list[frozenset[str]] = []
    file.on_committed = told.append
    dialect = file.engine.dialect
    commit = dialect.do_commit

    def fail(connection: Any) -> None:  # as SQLite was seen to do where forcing the log failed
        if is_saved:
            commit(connection)
        else:
            dialect.do_rollback(connection)
        monkeypatch.setattr(dialect, "do_commit", commit)
        raise Failure("SQLITE_IOERR")

    monkeypatch.setattr(dialect, "do_commit", fail)
    if is_saved:
        save(file, a_participant())
    else:
        with pytest.raises(NotSavedError):
            save(file, a_participant())
    assert len(all_of(file, Participant)) == len(told) == int(is_saved)
    assert soundness.findings(file) == ()


def save_while_ending(database: Database, other: sa.Engine) -> None:
    """Save while the server ends every connection just before it would commit."""
    with database.transaction("log", "Grace Okafor") as work:
        work.add(a_participant())
        sa.event.listen(work.connection, "commit", lambda _connection: end_all(other), once=True)


def read_after_the_end(database: Database, other: sa.Engine) -> None:
    with database.reading() as reading:
        end_all(other)
        reading.find(Participant)


def create_engine(url: str) -> sa.Engine:
    return sa.create_engine(url, poolclass=sa.pool.NullPool)


def end_all(engine: sa.Engine) -> None:
    """End every other connection, as a server does that is switched off."""
    with engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


class Failure(sqlcipher.OperationalError):  # type: ignore[misc]  # the driver has no types
    """A failure of SQLite with its name, as the driver raises it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.sqlite_errorname = name


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("SQLITE_FULL", "DiskFullError"),
        ("SQLITE_READONLY", "FileReadOnlyError"),
        ("SQLITE_CANTOPEN", "FileReadOnlyError"),
        ("SQLITE_PERM", "FileReadOnlyError"),
        ("SQLITE_CORRUPT", "FileDamagedError"),
        ("SQLITE_NOTADB", "FileDamagedError"),
        ("SQLITE_IOERR", "FileDamagedError"),
        ("SQLITE_BUSY", "FileInUseError"),
        ("SQLITE_ERROR", "Failure"),
        ("SQLITE_CONSTRAINT", "Failure"),
    ],
)
def test_each_name_of_sqlite_has_its_error(path: Path, name: str, error: str) -> None:
    path.touch()
    with pytest.raises((DomainError, Failure)) as refusal, failures.worded(path):
        raise Failure(name)
    assert type(refusal.value).__name__ == error


def test_a_file_that_is_gone_is_missed(path: Path) -> None:
    with pytest.raises(FileMissingError), failures.worded(path):
        raise Failure("SQLITE_READONLY")
