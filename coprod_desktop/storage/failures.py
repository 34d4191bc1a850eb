"""Tell apart what can go wrong with a file, a disk or a server."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from coprod_desktop.domain.errors import (
    DiskFullError,
    DomainError,
    FileDamagedError,
    FileInUseError,
    FileMissingError,
    FileReadOnlyError,
    NotACoprodFileError,
    ServerUnreachableError,
    WrongPassphraseOrDamagedError,
)
from coprod_desktop.domain.pay_errors import NotSavedError
from coprod_desktop.storage import keys

_SMALLEST_BYTES = 4096
# A failure comes wrapped, or bare where a connection is used without SQLAlchemy.
_Failure = (sa.exc.DBAPIError, sqlcipher.Error)

# What PostgreSQL says when it cannot be used at all: no connection, a wrong name or password, no
# such database, too many guests, or shutting down.
_UNREACHABLE = ("08", "28", "3D", "53300", "57P")
_SERVER_DISK_FULL = "53100"
_NO_SUCH_LINK = "23503"
# After these the transaction may be in the file all the same (seen with fsync that fails).
_IN_DOUBT = ("SQLITE_IOERR", "SQLITE_FULL")
_LEAST_FREE_BYTES = 64 * 1024


def check_looks_like_ours(path: Path) -> None:
    """Refuse an empty file or one that begins as another kind does; raises NotACoprodFileError."""
    try:
        with path.open("rb") as file:
            start = file.read(16)
        size = path.stat().st_size
    except OSError as error:
        raise FileReadOnlyError(path=path) from error
    if size < _SMALLEST_BYTES or keys.begins_as_another_kind(start):
        raise NotACoprodFileError(path=path)


@contextlib.contextmanager
def opening(path: Path) -> Iterator[None]:
    """Word what goes wrong while the first page is read with a key."""
    try:
        yield
    except _Failure as error:
        if _name(error) == "SQLITE_NOTADB":
            raise WrongPassphraseOrDamagedError(path=path) from error
        _raise_typed(error, path)


@contextlib.contextmanager
def worded(path: Path | None) -> Iterator[None]:
    """Turn a failure of the database into a typed error; a fault of ours passes as it is."""
    try:
        yield
    except _Failure as error:
        _raise_typed(error, path)


def commit(connection: sa.Connection) -> sa.exc.DBAPIError | None:
    """Save a transaction; return the failure where it may or may not have been saved.

    A disk or a server that fails while committing can have saved all the same, so the connection
    is given up, and what is there must be read anew.
    """
    try:
        connection.commit()
    except sa.exc.DBAPIError as error:
        if _name(error) in _IN_DOUBT or error.connection_invalidated:
            connection.invalidate()
            return error
        raise
    return None


def not_saved(error: sa.exc.DBAPIError, path: Path | None) -> DomainError:
    """Return what to say where a look showed that a failed saving saved nothing."""
    said = typed(error, path)
    return said if isinstance(said, DiskFullError) else NotSavedError()


def is_broken_link(error: sa.exc.IntegrityError) -> bool:
    """Say whether a row was refused because what it points to is not there."""
    return _name(error) == _NO_SUCH_LINK or "FOREIGN KEY" in str(error.orig)


def _raise_typed(error: Exception, path: Path | None) -> NoReturn:
    foreseen = typed(error, path)
    if foreseen is None:
        raise error
    raise foreseen from error


def typed(error: Exception, path: Path | None) -> DomainError | None:
    """Return the typed error for a failure of the database; None for a fault of ours."""
    name = _name(error)
    if name in ("SQLITE_FULL", _SERVER_DISK_FULL) or (name == "SQLITE_IOERR" and _is_full(path)):
        return DiskFullError(path=path)
    if name in ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"):
        is_gone = path is not None and not path.exists()
        return FileMissingError(path=path) if is_gone else FileReadOnlyError(path=path)
    if name in ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR"):
        return FileDamagedError(path=path, findings=())
    if name == "SQLITE_BUSY":
        return FileInUseError(path=path, process="", host="")
    if path is None and _is_unreachable(error, name):
        return ServerUnreachableError()
    return None


def _is_full(path: Path | None) -> bool:
    # With no room for its shared memory, SQLite complains of the disk and not of its room.
    try:
        return path is not None and shutil.disk_usage(path.parent).free < _LEAST_FREE_BYTES
    except OSError:
        return False


def _is_unreachable(error: Exception, name: str) -> bool:
    if getattr(error, "connection_invalidated", False) or name.startswith(_UNREACHABLE):
        return True
    return isinstance(error, sa.exc.OperationalError) and not name  # no answer, so no code


def _name(error: Exception) -> str:
    """Return SQLite's name or PostgreSQL's code of a failure; empty where there is none.

    The driver tells SQLite's plain codes only ("SQLITE_IOERR", never "SQLITE_IOERR_WRITE"), and
    none at all for a backup.
    """
    bare = getattr(error, "orig", error)
    told = getattr(bare, "sqlite_errorname", None) or getattr(bare, "sqlstate", None)
    return str(told) if told else _NAMES.get(str(bare), "")


_NAMES = {
    "database or disk is full": "SQLITE_FULL",
    "unable to open database file": "SQLITE_CANTOPEN",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "database is locked": "SQLITE_BUSY",
    "disk I/O error": "SQLITE_IOERR",
    "database disk image is malformed": "SQLITE_CORRUPT",
}
