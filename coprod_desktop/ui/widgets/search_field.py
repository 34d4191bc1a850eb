"""A field that searches while somebody types."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from coprod_desktop.i18n import _
from coprod_desktop.ui.icons import draw_icon, icon
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import ICON, XS, S, grown

PAUSE_MS = 120


class SearchField(QLineEdit):
    """Send `searched(text)` once the typing pauses for a moment, and at once on Enter.

    Esc or the small cross empties it; Down sends `left_downwards`, to go to the list below. A list
    that drops stale answers by itself needs no pause: `pause_ms` of 0 sends with every letter.
    """

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(self, name: str, hint: str = "", *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint or name)
        self._clear = QAction(icon("x", "ink_2"), _("Empty the search"), self)
        self._clear.triggered.connect(self._empty)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._sent = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._send)
        self.textChanged.connect(self._wait)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search at once with Enter, empty with Esc, leave with Down."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self._empty()
        elif key == Qt.Key.Key_Down:
            self._send()
            self.left_downwards.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._send()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and a magnifying glass before the text."""
        self.setTextMargins(grown(ICON) + S - XS, 0, 0, 0)
        super().paintEvent(event)
        side = grown(ICON)
        square = QRect(S + 2, (self.height() - side) // 2, side, side)
        draw_icon(QPainter(self), square, "search", current_tokens().color("ink_2"))

    def _wait(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()

    def _empty(self) -> None:
        self.clear()
        self._send()

    def _send(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._sent:
            self._sent = text
            self.searched.emit(text)
