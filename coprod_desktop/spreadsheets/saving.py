"""Put a written file in its place whole or not at all."""

import errno
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from coprod_desktop.domain.errors import DiskFullError, FileMissingError, FileReadOnlyError

_TRIES = 5
_WAIT_SECONDS = 0.2


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Write a file beside its place and move it there, so that it is never half a file.

    Raises FileReadOnlyError (also while Excel holds the old one open), DiskFullError, or
    FileMissingError for a folder that is not there.
    """
    if not path.parent.is_dir():
        raise FileMissingError(path=path.parent)
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise _file_error(error, path) from error
    spare = Path(name)
    try:
        write(spare)
        with spare.open("r+b") as file:
            os.fsync(file.fileno())
        _move(spare, path)
    except OSError as error:
        raise _file_error(error, path) from error
    finally:
        spare.unlink(missing_ok=True)


def _move(spare: Path, path: Path) -> None:
    for attempt in range(_TRIES):
        try:
            spare.replace(path)
            return
        except PermissionError:  # on Windows, while a virus scanner or Excel looks at the old file
            if attempt == _TRIES - 1:
                raise
            time.sleep(_WAIT_SECONDS)


def _file_error(error: OSError, path: Path) -> Exception:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError(path=path)
    return FileReadOnlyError(path=path)
