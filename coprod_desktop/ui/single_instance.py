"""One window for each person at this computer: a second start hands its file to the first."""

import hashlib
import os
import socket
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

_SECONDS = 2.0
_ANYBODY = -1


def door_of(settings: Path) -> str:
    """Name the door at which the window of whoever has these settings listens."""
    return f"coprod-{hashlib.sha256(str(settings).casefold().encode()).hexdigest()[:16]}"


def hand_over(path: Path | None, door: str) -> bool:
    """Give a file, or nothing but a knock, to the window that runs already; False where none does.

    Written with Python alone, because Qt's network library would keep the first page waiting.
    """
    words = (str(path) if path is not None else "").encode() + b"\n"
    try:
        _knock(door, words)
    except OSError:
        return False
    return True


if sys.platform == "win32":
    import ctypes

    def _knock(door: str, words: bytes) -> None:
        ctypes.windll.user32.AllowSetForegroundWindow(_ANYBODY)
        with Path(rf"\\.\pipe\{door}").open("r+b", buffering=0) as pipe:
            pipe.write(words)
else:

    def _knock(door: str, words: bytes) -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knocking:
            knocking.settimeout(_SECONDS)
            knocking.connect(os.path.join(tempfile.gettempdir(), door))  # noqa: PTH118 - as Qt names it
            knocking.sendall(words)


class SingleInstance(QObject):
    """Listen for later starts; `called(path)` gets the file of each, or None for a mere knock."""

    def __init__(self, called: Callable[[Path | None], None], parent: QObject, door: str) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer  # loads once the first page is painted

        self._called = called
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if not self._server.listen(door) and not hand_over(None, door):
            # Nobody answers there: what a killed window left behind is taken away.
            QLocalServer.removeServer(door)
            self._server.listen(door)

    @property
    def is_listening(self) -> bool:
        """Say whether later starts are heard here."""
        return self._server.isListening()

    def stop(self) -> None:
        """Listen no longer, because the window goes."""
        self._server.close()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            guest = self._server.nextPendingConnection()
            guest.readyRead.connect(lambda guest=guest: self._read(guest))
            guest.disconnected.connect(guest.deleteLater)
            self._read(guest)

    def _read(self, guest: QObject) -> None:
        """Take the one line that a guest says; a line that is not whole yet stays for later."""
        from PySide6.QtNetwork import QLocalSocket

        if isinstance(guest, QLocalSocket) and guest.canReadLine():
            line = bytes(guest.readLine().data()).decode(errors="replace").strip()
            self._called(Path(line) if line else None)
