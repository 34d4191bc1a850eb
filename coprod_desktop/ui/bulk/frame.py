"""A wide dialog with a title, what goes wrong, a body, and buttons that stay in view."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import XL, XXL, L, M, S, scaled
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind

_SIZE = (940, 700)


class BulkFrame(QDialog):
    """Hold `body`; show it with `open()`, never with `exec()`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._bar: MessageBar | None = None
        self._head = QVBoxLayout()
        self._head.setContentsMargins(XL, 0, XL, 0)
        self._head.setSpacing(M)
        self._head.addWidget(label(title, "title", wraps=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(M)
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(XL, 0, XL, 0)
        self._buttons.setSpacing(M)
        self._buttons.addStretch()
        self.cancel = Button(_("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self._buttons.addWidget(self.cancel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, L, 0, L)
        outer.setSpacing(M)
        outer.addLayout(self._head)
        outer.addLayout(self.body, stretch=1)
        outer.addLayout(self._buttons)

    def add_button(self, button: Button, *, is_first: bool = False) -> None:
        """Add a button at the right end, or at the left."""
        if is_first:
            self._buttons.insertWidget(0, button)
        else:
            self._buttons.addWidget(button)

    def open(self) -> None:
        """Show the dialog as large as it needs, where the screen has room."""
        super().open()
        room = self.screen().availableSize()
        width, height = (scaled(px) for px in _SIZE)
        self.resize(min(width, room.width() - XL), min(height, room.height() - XXL))

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the whole, above all else; an empty sentence takes it away."""
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
        if sentence:
            self._bar = MessageBar(MessageKind.BAD, sentence)
            self._head.addWidget(self._bar)
            self._bar.show()

    @property
    def problem(self) -> str:
        """Return what is said to be wrong, or nothing."""
        return "" if self._bar is None else self._bar.text


def scrolling(inside: QWidget) -> QScrollArea:
    """Let a part scroll where the screen is too low for large text."""
    inside.setObjectName("scrolled")
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def column_of(inside: QWidget) -> QVBoxLayout:
    """Return the column in which the parts of a body stand."""
    column = QVBoxLayout(inside)
    column.setContentsMargins(XL, 0, XL, S)
    column.setSpacing(M)
    return column
