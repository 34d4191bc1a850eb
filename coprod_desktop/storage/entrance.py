"""Look at a file before anything is written to it: does the key fit, is it ours, is it known."""

import contextlib
from collections.abc import Collection
from pathlib import Path

from coprod_desktop.domain.errors import FileFromNewerVersionError, NotACoprodFileError
from coprod_desktop.storage import engines, failures

_TABLES = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"


def check(path: Path, key: str, revisions: Collection[str]) -> None:
    """Refuse what is not to be opened, and leave it as it is.

    Raises WrongPassphraseOrDamagedError, FileDamagedError, FileInUseError, NotACoprodFileError, or
    FileFromNewerVersionError where the revision is not one of `revisions`.
    """
    with failures.opening(path):
        # Not "ro": a reader that may not write leaves the files of the write-ahead log behind.
        looking = engines.connect(path, key, mode="rw", settings=())
        with contextlib.closing(looking):
            is_ours = looking.execute(_TABLES).fetchone()[0] == 1
            application_id = looking.execute("PRAGMA application_id").fetchone()[0]
            if not is_ours or application_id != engines.APPLICATION_ID:
                raise NotACoprodFileError(path=path)
            found = looking.execute("SELECT version_num FROM alembic_version").fetchone()
    if found is None or found[0] not in revisions:
        raise FileFromNewerVersionError(path=path)
