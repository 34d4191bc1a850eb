"""Make copies that are proved by opening them."""

import contextlib
import os
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from coprod_desktop.domain.errors import (
    BackupFailedError,
    DiskFullError,
    FileExistsAlreadyError,
    FileMissingError,
    FileReadOnlyError,
    NotACoprodFileError,
    WrongPassphraseOrDamagedError,
)
from coprod_desktop.storage import engines, failures, keys

_SMALL_BYTES = 64_000_000


def copy_verified(source: Path, key: str, destination: Path) -> None:
    """Copy a file, also while it is in use, with the same key, and prove the copy.

    Raises FileExistsAlreadyError, FileReadOnlyError, DiskFullError or BackupFailedError.
    """
    if destination.exists():
        raise FileExistsAlreadyError(path=destination)
    if not destination.parent.is_dir():
        raise FileReadOnlyError(path=destination)
    partial = destination.with_name(destination.name + ".partial")
    try:
        _remove(partial)
        _copy(source, key, partial)
        _prove(partial, key)
        _force_to_disk(partial)
        # A log left by a file that was once there would be taken for this one's.
        engines.remove_logs(destination)
        partial.replace(destination)
    except OSError as error:
        raise FileReadOnlyError(path=destination) from error
    except sqlcipher.Error as error:
        typed = failures.typed(error, destination)
        if isinstance(typed, (DiskFullError, FileReadOnlyError)):
            raise typed from error
        raise BackupFailedError(path=destination) from error
    finally:
        with contextlib.suppress(OSError):
            _remove(partial)


def restore_verified(backup: Path, passphrase: str, destination: Path) -> None:
    """Make a new file from a copy; the copy may lie where nothing can be written.

    Raises FileMissingError, NotACoprodFileError, WrongPassphraseOrDamagedError, and as
    `copy_verified`.
    """
    if not backup.is_file():
        raise FileMissingError(path=backup)
    failures.check_looks_like_ours(backup)
    key = keys.derive_key(passphrase, keys.salt_of(backup))
    try:
        with contextlib.closing(engines.connect(backup, key, mode="ro")) as reader:
            found = reader.execute("PRAGMA application_id").fetchone()[0]
            reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        raise WrongPassphraseOrDamagedError(path=backup) from error
    if found != engines.APPLICATION_ID:
        raise NotACoprodFileError(path=backup)
    copy_verified(backup, key, destination)


def _copy(source: Path, key: str, partial: Path) -> None:
    with (
        contextlib.closing(engines.connect(source, key, mode="ro")) as reader,
        contextlib.closing(engines.connect(partial, key, mode="rwc", settings=())) as writer,
    ):
        # What is copied half is thrown away, and the whole copy is forced to disk once, below.
        writer.execute("PRAGMA journal_mode=OFF")
        writer.execute("PRAGMA synchronous=OFF")
        reader.backup(writer)
        # One single file: a copy in WAL mode could not be opened from a read-only place.
        writer.execute("PRAGMA journal_mode=DELETE")


def _prove(path: Path, key: str) -> None:
    """Read every page anew; what is on the disk must be what was written.

    Each page carries a code that only the key can make, of its bytes and its place. How the pages
    hang together is the file's own soundness, which `soundness` tells; a small copy is asked that
    too, since it takes no time.
    """
    with contextlib.closing(engines.connect(path, key, mode="ro")) as connection:
        findings = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if path.stat().st_size <= _SMALL_BYTES:
            findings += unsound_pages(connection, quickly=True)
        connection.execute("SELECT count(*) FROM alembic_version").fetchone()
    if findings:
        raise BackupFailedError(path=path)


def unsound_pages(connection: Any, *, quickly: bool = False) -> list[str]:
    """Return what the two page checks of a raw connection complain of; empty where all is well.

    The quick way leaves out whether each index fits its table.
    """
    findings = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    check = "PRAGMA quick_check" if quickly else "PRAGMA integrity_check"
    try:
        findings += [str(row[0]) for row in connection.execute(check)]
    except sqlcipher.DatabaseError as error:
        findings.append(str(error))
    return [finding for finding in findings if finding != "ok"]


def _force_to_disk(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    engines.remove_logs(path)
