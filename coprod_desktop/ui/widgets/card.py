"""A white box with a thin border that keeps together what belongs together."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.ui.scale import L, M, S
from coprod_desktop.ui.widgets.labels import ElidedLabel, label


class Card(QFrame):
    """Show a heading, perhaps with one big figure before it, then whatever is added to `body`."""

    def __init__(self, heading: str = "", hint: str = "", *, figure: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self._figure = label(figure, "figure")
        self._heading = ElidedLabel(heading, "section")
        self._hint = ElidedLabel(hint, "quiet")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._heading)
        words.addWidget(self._hint)
        self._head = QHBoxLayout()
        self._head.setSpacing(M)
        self._head.addWidget(self._figure)
        self._head.addLayout(words, stretch=1)
        self.body = QVBoxLayout()
        self.body.setSpacing(S)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(L, M, L, M)
        outer.setSpacing(S)
        outer.addLayout(self._head)
        outer.addLayout(self.body, stretch=1)
        self.set_words(heading, hint, figure=figure)

    def set_words(self, heading: str, hint: str = "", *, figure: str = "") -> None:
        """Change the heading, the line under it, and the big figure; empty ones take no room."""
        for part, text in ((self._figure, figure), (self._heading, heading), (self._hint, hint)):
            part.setText(text)
            part.setVisible(bool(text))

    def add_head_action(self, widget: QWidget) -> None:
        """Put a button or a link at the right of the heading."""
        self._head.addWidget(widget)
