"""Make, open and close the charity's file or shared database, and run transactions on it."""

import contextlib
import datetime
import os
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from coprod_desktop.domain.errors import (
    CommitUncertainError,
    DomainError,
    FileExistsAlreadyError,
    FileMissingError,
    FileReadOnlyError,
)
from coprod_desktop.storage import engines, entrance, failures, keys, schema, search, upgrade
from coprod_desktop.storage.journal import Journal
from coprod_desktop.storage.lock import WriterLock
from coprod_desktop.storage.work import Reading, Work

Clock = Callable[[], datetime.datetime]
_MANY_ROWS = 5_000


def utc_now() -> datetime.datetime:
    """Return the present moment in UTC."""
    return datetime.datetime.now(datetime.UTC)


class Database:
    """An open file or shared database; one thread at a time uses it."""

    def __init__(
        self,
        engine: sa.Engine,
        *,
        path: Path | None = None,
        key: str = "",
        lock: WriterLock | None = None,
        clock: Clock = utc_now,
    ) -> None:
        self.engine = engine
        self.path = path
        self.key = key
        self.clock = clock
        self.on_committed: Callable[[frozenset[str]], None] = lambda _tables: None
        self._lock = lock
        self._turn = threading.RLock()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Reading]:
        """Read a consistent view; nothing can be changed."""
        with self._turn, failures.worded(self.path), self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                # There, each statement would see what others saved in between.
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            yield Reading(connection)
            connection.rollback()

    @contextlib.contextmanager
    def transaction(self, verb: str, operator: str) -> Iterator[Work]:
        """Do one verb of the office: all of it is saved with its history, or nothing is.

        Raises FileMissingError where the file was taken away while it was open, DiskFullError,
        FileDamagedError, NotSavedError where the disk failed at the very end and nothing was
        saved, or CommitUncertainError where not even that can be found out.
        """
        journal = Journal(verb, operator, self.clock())
        with self._turn:
            with failures.worded(self.path), self._writing() as connection:
                yield Work(connection, journal)
                search.refresh(connection, journal.rows)
                change_id = journal.write(connection)
                doubt = failures.commit(connection)
            if doubt is not None:
                self._look_up(change_id, journal.digest, doubt)
            if len(journal.rows) >= _MANY_ROWS:
                with contextlib.suppress(sqlcipher.Error):  # all is saved; it only helps speed
                    engines.learn_sizes(self.engine)
            if journal.tables:
                self.on_committed(journal.tables)

    def _look_up(self, change_id: int | None, digest: str, doubt: sa.exc.DBAPIError) -> None:
        """Go on where a change is in the file although saving it failed; it is never tried again.

        All connections are closed before, so that SQLite reads its log anew as after a power cut,
        and what it does not find then never comes to light later. What it finds is forced to the
        disk once more. A server holds its lock until the failed transaction has ended there.
        """
        is_this = sa.select(schema.changes.c.digest).where(schema.changes.c.change_id == change_id)
        try:
            self.engine.dispose()
            with self._writing() as connection:
                is_there = connection.scalar(is_this) == digest
                connection.rollback()
            if is_there and self.path is not None:
                engines.put_into_one_file(self.engine)
        except (sa.exc.SQLAlchemyError, sqlcipher.Error, DomainError) as error:
            raise CommitUncertainError(change_id=change_id) from error
        if not is_there:
            raise failures.not_saved(doubt, self.path) from doubt

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        # Where an open file may be moved, SQLite would go on writing to wherever it is now.
        if self.path is not None and not self.path.exists():
            raise FileMissingError(path=self.path)
        with self.engine.connect().execution_options(is_writing=True) as connection:
            if connection.dialect.name == "postgresql":
                # The file has its lock and BEGIN IMMEDIATE; a shared database gets the same order
                # here, since the history is one chain.
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(20261121)")
            yield connection

    def close(self) -> None:
        """Put everything into the one file and let others open it."""
        with self._turn:
            try:
                if self.path is not None:
                    # What stands in the way is told at the next opening; nothing saved is lost.
                    with contextlib.suppress(sa.exc.DBAPIError, sqlcipher.Error):
                        engines.put_into_one_file(self.engine)
                self.engine.dispose()
            finally:
                if self._lock is not None:
                    self._lock.free()


def is_address(location: str) -> bool:
    """Say whether a location is a shared database rather than a file."""
    return re.match(r"postgresql(\+\w+)?://", location) is not None


def create(location: str, passphrase: str, *, clock: Clock = utc_now) -> Database:
    """Make an empty file (encrypted) or the tables of an empty shared database.

    Raises FileExistsAlreadyError, PassphraseTooShortError, FileInUseError, FileReadOnlyError,
    DiskFullError or ServerUnreachableError; then nothing is left behind.
    """
    if is_address(location):
        return _create_shared(location, clock)
    path = Path(location)
    if path.exists():
        raise FileExistsAlreadyError(path=path)
    keys.check_new_passphrase(passphrase)
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise FileReadOnlyError(path=path)
    key = keys.derive_key(passphrase, keys.new_salt())
    with contextlib.ExitStack() as undo:
        lock = _locked(path, undo)
        if path.exists():  # made by somebody else a moment ago
            raise FileExistsAlreadyError(path=path)
        undo.callback(_remove_partial, path)
        with failures.worded(path):
            engine = engines.for_new_file(path, key)
            undo.callback(engine.dispose)
            _make_tables(engine)
        undo.pop_all()
    return Database(engine, path=path, key=key, lock=lock, clock=clock)


def _locked(path: Path, undo: contextlib.ExitStack) -> WriterLock:
    lock = WriterLock(path)
    lock.take()
    undo.callback(lock.free)
    return lock


def _remove_partial(path: Path) -> None:
    path.unlink(missing_ok=True)
    engines.remove_logs(path)


def _create_shared(location: str, clock: Clock) -> Database:
    engine = engines.for_address(location)
    with contextlib.ExitStack() as undo:
        undo.callback(engine.dispose)
        with failures.worded(None):
            if upgrade.revision(engine) is not None:
                raise FileExistsAlreadyError(path=engine.url.database)
            _make_tables(engine)
        undo.pop_all()
    return Database(engine, clock=clock)


def _make_tables(engine: sa.Engine) -> None:
    with engine.connect().execution_options(is_writing=True) as connection:
        schema.metadata.create_all(connection)
        search.create(connection)
        upgrade.stamp(connection)
        connection.commit()


def open_database(
    location: str,
    passphrase: str,
    *,
    clock: Clock = utc_now,
    steps: upgrade.Steps = upgrade.OURS,
    derive: Callable[[str, bytes], str] = keys.derive_key,
) -> Database:
    """Open a file or shared database: lock, key, version, upgrade if older.

    `derive` turns passphrase and salt into the key, which may have been begun before.

    Raises FileMissingError, FileInUseError, NotACoprodFileError, WrongPassphraseOrDamagedError,
    FileDamagedError, FileFromNewerVersionError, FileReadOnlyError or ServerUnreachableError; what
    is refused stays as it is.
    """
    if is_address(location):
        return _open_shared(location, clock, steps)
    path = Path(location)
    if not path.is_file():
        raise FileMissingError(path=path)
    failures.check_looks_like_ours(path)
    if not os.access(path, os.W_OK):
        raise FileReadOnlyError(path=path)
    with contextlib.ExitStack() as undo:
        lock = _locked(path, undo)
        key = derive(passphrase, keys.salt_of(path))
        entrance.check(path, key, steps.revisions)
        engine = engines.for_file(path, key)
        undo.callback(engine.dispose)
        with failures.worded(path):
            upgrade.bring_up_to_date(engine, path, key, steps)
        undo.pop_all()
    return Database(engine, path=path, key=key, lock=lock, clock=clock)


def _open_shared(location: str, clock: Clock, steps: upgrade.Steps) -> Database:
    engine = engines.for_address(location)
    with contextlib.ExitStack() as undo:
        undo.callback(engine.dispose)
        with failures.worded(None):
            upgrade.bring_up_to_date(engine, None, "", steps)
        undo.pop_all()
    return Database(engine, clock=clock)
