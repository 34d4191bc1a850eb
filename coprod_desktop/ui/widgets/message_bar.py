"""One line that says what happened or what is wrong, and what can be done about it."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import L, M, S, grown
from coprod_desktop.ui.widgets.buttons import IconButton, link_button
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import announce, label, left_to_right


class MessageKind(StrEnum):
    """Say what a message is about; colour, icon and words say it together."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


_ICONS = {
    MessageKind.GOOD: "circle-check",
    MessageKind.WARN: "triangle-alert",
    MessageKind.BAD: "circle-alert",
    MessageKind.INFO: "info",
}
Action = tuple[str, Callable[[], None]]


class MessageBar(QFrame):
    """Show a message with up to two actions; it is read aloud when it appears.

    An action hides the bar before it is done. `closed` comes when the bar goes away.
    """

    closed = Signal()

    def __init__(
        self,
        kind: MessageKind,
        text: str,
        actions: Sequence[Action] = (),
        *,
        is_closable: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName("message")
        self.setProperty("kind", kind.value)
        picture = "accent" if kind is MessageKind.INFO else kind.value
        self._text = text
        words = label(left_to_right(text), wraps=True)
        self.setMinimumHeight(grown(36))
        row = QHBoxLayout(self)
        row.setContentsMargins(M, 3, S, 3)
        row.setSpacing(S)
        row.addWidget(IconMark(_ICONS[kind], picture))
        row.addWidget(words, stretch=1)
        for name, do in actions[:2]:
            button = link_button(name)
            button.clicked.connect(lambda _checked=False, do=do: self._act(do))
            row.addWidget(button)
            row.addSpacing(L - S)
        if is_closable:
            close = IconButton("x", _("Close this message"))
            close.clicked.connect(self.close_bar)
            row.addWidget(close)

    @property
    def text(self) -> str:
        """Return the message."""
        return self._text

    def close_bar(self) -> None:
        """Take the bar away."""
        self.hide()
        self.closed.emit()

    def _act(self, do: Callable[[], None]) -> None:
        self.close_bar()
        do()

    def showEvent(self, event: QShowEvent) -> None:
        """Have it read aloud."""
        super().showEvent(event)
        announce(self, self.text)
