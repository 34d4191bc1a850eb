"""Write a file whole or not at all."""

import contextlib
import errno
import os
import time
from pathlib import Path

from coprod_desktop.domain.errors import DiskFullError, FileReadOnlyError

_TRIES = 5


def write_file(path: Path, content: bytes) -> None:
    """Write bytes beside the target, force them to disk, then put them in its place.

    Raises FileReadOnlyError or DiskFullError; an existing file is then as it was.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _replace(partial, path)
    except OSError as error:
        with contextlib.suppress(OSError):  # there is none where the folder itself is a file
            partial.unlink()
        if error.errno == errno.ENOSPC:
            raise DiskFullError(path=path) from error
        raise FileReadOnlyError(path=path) from error


def put_in_place(made: Path, path: Path) -> None:
    """Put a file that was written elsewhere in its place; raises as `write_file`."""
    write_file(path, made.read_bytes())


def check_folder(folder: Path) -> None:
    """Make a folder where there is none, and see that files can be written into it.

    Raises FileReadOnlyError or DiskFullError.
    """
    probe = folder / ".coprod-tries-this-folder"
    write_file(probe, b"?")
    probe.unlink(missing_ok=True)


def _replace(partial: Path, path: Path) -> None:
    """Put the new file in place; on Windows a virus scanner may hold it for a moment."""
    for attempt in range(1, _TRIES + 1):
        try:
            partial.replace(path)
        except PermissionError:
            if attempt == _TRIES:
                raise
            time.sleep(0.1 * attempt)
        else:
            return
