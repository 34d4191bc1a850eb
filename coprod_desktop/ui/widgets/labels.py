"""Words on the window that nobody types into."""

import unicodedata

from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def label(text: str = "", role: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label of plain text.

    `role` is one of title, section, figure, strong, quiet, secondary, good, warn, bad, key, or
    nothing for usual text.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)  # a name may hold "<"
    made.setWordWrap(wraps)
    if role:
        made.setProperty("role", role)
    return made


def left_to_right(text: str) -> str:
    """Let a sentence run from the left, although it begins with a name in Arabic or Hebrew."""
    sides = (unicodedata.bidirectional(letter) for letter in text)
    first = next((side for side in sides if side in ("L", "R", "AL")), "L")
    return text if first == "L" else f"\N{LEFT-TO-RIGHT MARK}{text}"


def set_role(widget: QWidget, role: str, *, name: str = "role") -> None:
    """Change the role of a label, or another property that the style sheet looks at."""
    if widget.property(name) != role:
        widget.setProperty(name, role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def rule() -> QFrame:
    """Return a thin line between parts of a card."""
    line = QFrame()
    line.setObjectName("rule")
    return line


class ElidedLabel(QLabel):
    """Show one line that ends in "…" where there is no room for all of it."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Allow the line to become very short."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the text as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        fitting = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip("" if fitting == self.text() else self.text())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, fitting)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say these words now."""
    # Named in full: importing these by name would cost every start a few milliseconds.
    if words and QtGui.QAccessible.isActive():
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, words))
