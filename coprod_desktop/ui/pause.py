"""Wait for a pause in typing before asking anything that takes a moment."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 250


class Pause(QTimer):
    """Call `then` once nobody has typed for a quarter of a second; `begin` with every change."""

    def __init__(self, then: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(_PAUSE_MS)
        self.timeout.connect(then)

    def begin(self) -> None:
        """Wait from now on."""
        self.start()
