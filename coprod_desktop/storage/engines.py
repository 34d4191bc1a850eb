"""Connect to an encrypted file with SQLCipher, or to a PostgreSQL server."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from coprod_desktop.domain.errors import ServerUnreachableError
from coprod_desktop.storage.search_words import to_index

APPLICATION_ID = 0x434F5052  # "COPR"
_SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # WAL with NORMAL lost saved work in every simulated power cut
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "secure_delete=ON",
    "cell_size_check=ON",
    "busy_timeout=5000",
    "cache_size=-32000",
)
# While a sheet of 100,000 rows comes in, pages that find no room go to the disk, encrypted, again
# and again; so a writer has more room, of which it takes what it needs.
_ROOM_TO_READ, _ROOM_TO_WRITE = -32_000, -256_000  # kibibytes
_ROWS_LOOKED_AT = 1000  # of each index; SQLite's own advice, since all of a large one takes seconds


def for_file(path: Path, key: str) -> sa.Engine:
    """Return an engine on an existing file; `key` is key and salt in hexadecimal."""
    return _sqlcipher_engine(lambda: connect(path, key, mode="rw"))


def for_new_file(path: Path, key: str) -> sa.Engine:
    """Return an engine on a file that is made now."""
    with contextlib.closing(connect(path, key, mode="rwc")) as first:
        first.execute(f"PRAGMA application_id={APPLICATION_ID}")
    return for_file(path, key)


def connect(path: Path, key: str, *, mode: str, settings: tuple[str, ...] = _SETTINGS) -> Any:
    """Open one connection (the DB-API has no types): "rw", "rwc" (make the file) or "ro"."""
    # mode=rw: a missing file would otherwise open silently as a new, empty one.
    raw = sqlcipher.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        raw.execute("PRAGMA cipher_log_level=NONE")  # before the key, or it logs to stderr
        raw.execute(f"PRAGMA key=\"x'{key}'\"")
        raw.create_function("words_to_index", 1, to_index, deterministic=True)
        for setting in settings if mode != "ro" else ():
            raw.execute(f"PRAGMA {setting}")
    except sqlcipher.DatabaseError:
        raw.close()
        raise
    return raw


def _sqlcipher_engine(creator: Callable[[], Any]) -> sa.Engine:
    engine = sa.create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=creator,
        poolclass=sa.pool.QueuePool,
        pool_size=2,
        hide_parameters=True,
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    # A writer takes its lock at once: a read that later wants to write fails whatever the timeout.
    is_writing = connection.get_execution_options().get("is_writing", False)
    room = _ROOM_TO_WRITE if is_writing else _ROOM_TO_READ
    connection.exec_driver_sql(f"PRAGMA cache_size={room}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def for_address(address: str) -> sa.Engine:
    """Return an engine on a shared PostgreSQL database; raises ServerUnreachableError."""
    try:
        url = sa.make_url(address).set(drivername="postgresql+psycopg")
    except (sa.exc.ArgumentError, ValueError) as error:  # no address at all, or a port in letters
        raise ServerUnreachableError() from error
    return sa.create_engine(url, hide_parameters=True, connect_args={"connect_timeout": 10})


def remove_logs(path: Path) -> None:
    """Take away what SQLite keeps beside a file while it is open."""
    for ending in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def put_into_one_file(engine: sa.Engine) -> None:
    """Move what stands in the write-ahead log into the file itself, so that it can be copied."""
    with contextlib.closing(engine.raw_connection()) as raw:
        cursor = raw.cursor()
        with contextlib.suppress(sqlcipher.Error):  # it only helps speed, and wants room
            cursor.execute("PRAGMA optimize")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def learn_sizes(engine: sa.Engine) -> None:
    """Let SQLite count anew what grew tenfold, so that it picks the right index."""
    if engine.dialect.name == "sqlite":
        with contextlib.closing(engine.raw_connection()) as raw:
            cursor = raw.cursor()
            cursor.execute(f"PRAGMA analysis_limit={_ROWS_LOOKED_AT}")
            cursor.execute("PRAGMA optimize")
