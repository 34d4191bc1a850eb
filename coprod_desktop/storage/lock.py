"""Let one program at a time write a file, and say who has it."""

import contextlib
import json
import os
import socket
import sys
from pathlib import Path
from typing import IO

from coprod_desktop.domain.errors import FileInUseError, FileReadOnlyError

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """A lock file beside the data file; the system frees it even when the program is killed.

    The first byte is what is locked (Windows lets nobody read a locked byte); the holder's process
    and computer stand after it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + ".lock")
        self._data = path
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Take the lock; raises FileInUseError or FileReadOnlyError."""
        file = self._locked()
        while not self._is_named(file):  # its holder gave it back and removed it in between
            file.close()
            file = self._locked()
        self._file = file
        holder = {"process": os.getpid(), "host": socket.gethostname()}
        with contextlib.suppress(OSError):  # on a full disk the lock holds, and names nobody
            file.truncate(0)
            file.write(b" " + json.dumps(holder).encode())

    def free(self) -> None:
        """Give the lock back and take the lock file away."""
        if self._file is None:
            return
        # Elsewhere the name goes before the lock does, so that nobody locks a file without a name;
        # Windows removes no open file, and none that somebody else has opened since.
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        self._file.close()
        self._file = None
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _locked(self) -> IO[bytes]:
        try:
            # Path.open has no opener, and the lock lasts as long as the file stays open.
            file = open(self._path, "r+b", buffering=0, opener=_open_or_make)
        except OSError as error:
            raise FileReadOnlyError(path=self._data) from error
        try:
            _take(file)
        except OSError as error:
            file.close()
            raise FileInUseError(path=self._data, **self._holder()) from error
        return file

    def _is_named(self, file: IO[bytes]) -> bool:
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except OSError:
            return False

    def _holder(self) -> dict[str, object]:
        try:
            with self._path.open("rb") as file:
                file.seek(1)
                told = json.loads(file.read())
        except (OSError, ValueError):
            told = {}
        return {"process": told.get("process", ""), "host": told.get("host", "")}


def _open_or_make(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_CREAT, 0o666)
