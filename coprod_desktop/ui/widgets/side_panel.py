"""A panel at the right of a page, under its head; Esc closes it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import SIDE_PANEL, L, M, S, scaled
from coprod_desktop.ui.widgets.buttons import IconButton
from coprod_desktop.ui.widgets.labels import ElidedLabel, label


class SidePanel(QFrame):
    """Show a heading, a line under it, and whatever is added to `body`; 360 px wide.

    It starts hidden. `closed` comes when somebody closes it; the keyboard returns to where it was.
    """

    closed = Signal()

    def __init__(self, heading: str = "", sub_line: str = "") -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self._heading = ElidedLabel(heading, "section")
        self._sub_line = label(sub_line, "quiet", wraps=True)
        self._came_from: QWidget | None = None
        close = IconButton("x", _("Close this panel"))
        close.clicked.connect(self.close_panel)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WindowShortcut)
        escape.activated.connect(self.close_panel)
        head = QHBoxLayout()
        head.addWidget(self._heading, stretch=1)
        head.addWidget(label(_("Esc"), "key"), alignment=Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(close)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, S, 0)
        self.body.setSpacing(M)
        scrolled = QScrollArea()
        scrolled.setWidget(inside)
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, S, M)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self._sub_line)
        column.addWidget(scrolled, stretch=1)
        self._sub_line.setVisible(bool(sub_line))
        self.setFixedWidth(scaled(SIDE_PANEL))
        self.hide()

    def set_words(self, heading: str, sub_line: str = "") -> None:
        """Change the heading and the line under it."""
        self._heading.setText(heading)
        self._sub_line.setText(sub_line)
        self._sub_line.setVisible(bool(sub_line))
        self.setAccessibleName(heading)

    def open_panel(self) -> None:
        """Show the panel; the keyboard stays where it is."""
        self._came_from = self.window().focusWidget()
        self.show()

    def close_panel(self) -> None:
        """Hide the panel, and give the keyboard back to where it was."""
        had_keyboard = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if had_keyboard and self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(SIDE_PANEL))
