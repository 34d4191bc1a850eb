"""The line at the foot of the window: what is saved, and a few figures of the page."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from coprod_desktop.ui.scale import STATUS_BAR, XL, L, M, S, grown
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import announce, label

_ICON = 14


class StatusBar(QStatusBar):
    """Say at the left what is saved and backed up, at the right a few figures."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._left = _Fields()
        self._right = _Fields()
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(M, 0, M, 0)
        row.setSpacing(XL)
        row.addWidget(self._left)
        row.addStretch()
        row.addWidget(self._right)
        self.addWidget(whole, stretch=1)
        self.dress()

    def set_saved(self, words: str, icon_name: str = "circle-check", colour: str = "good") -> None:
        """Say what is saved, such as "All changes saved, 10:42"; it is read aloud."""
        if words != self._left.words(0):
            announce(self, words)
        self._left.set_field(0, words, icon_name, colour)

    def set_backup(self, words: str, icon_name: str = "hard-drive", colour: str = "ink") -> None:
        """Say where and when the last backup was made; empty words take it away."""
        self._left.set_field(1, words, icon_name, colour)

    def set_figures(self, figures: Sequence[str]) -> None:
        """Show figures of the page at the right, such as "64 participants"."""
        self._right.set_all(figures)

    @property
    def words(self) -> tuple[str, ...]:
        """Return everything the line says."""
        return (*self._left.all_words(), *self._right.all_words())

    def dress(self) -> None:
        """Take sizes again."""
        self.setFixedHeight(grown(STATUS_BAR))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.dress()


class _Fields(QWidget):
    """Some short texts in a row, each perhaps with an icon."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S)
        self._fields: list[tuple[IconMark, QLabel]] = []

    def set_field(self, at: int, words: str, icon_name: str = "", colour: str = "ink") -> None:
        while len(self._fields) <= at:
            self._add()
        picture, text = self._fields[at]
        picture.set_icon(icon_name, colour)
        text.setText(words)
        text.setVisible(bool(words))
        picture.setVisible(bool(words and icon_name))

    def set_all(self, texts: Sequence[str]) -> None:
        for at in range(max(len(texts), len(self._fields))):
            self.set_field(at, texts[at] if at < len(texts) else "")

    def words(self, at: int) -> str:
        return self._fields[at][1].text() if at < len(self._fields) else ""

    def all_words(self) -> tuple[str, ...]:
        return tuple(text.text() for _picture, text in self._fields if text.text())

    def _add(self) -> None:
        picture, text = IconMark("", "ink", _ICON), label("", "small")
        if self._fields:
            self._row.addSpacing(L)
        self._row.addWidget(picture)
        self._row.addWidget(text)
        self._fields.append((picture, text))
