"""The line at the foot of the window: what is saved, and a few figures of the page."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from coprod_desktop.domain.selection_sums import SelectionSums
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import STATUS_BAR, XL, L, M, S, grown
from coprod_desktop.ui.selection_words import selection_words, sums_to_copy
from coprod_desktop.ui.widgets.buttons import link_button
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
        self._sums = _Sums()
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(M, 0, M, 0)
        row.setSpacing(XL)
        row.addWidget(self._left)
        row.addStretch()
        row.addWidget(self._sums)
        row.addWidget(self._right)
        self.addWidget(whole, stretch=1)
        self.dress()

    def set_saved(self, words: str, icon_name: str = "circle-check", colour: str = "good") -> None:
        """Say what is saved, such as "All changes saved, 10:42"; it is read aloud.

        Empty words take it away.
        """
        if words and words != self._left.words(0):
            announce(self, words)
        self._left.set_field(0, words, icon_name, colour)

    def set_backup(self, words: str, icon_name: str = "hard-drive", colour: str = "ink") -> None:
        """Say where and when the last backup was made; empty words take it away."""
        self._left.set_field(1, words, icon_name, colour)

    def set_figures(self, figures: Sequence[str]) -> None:
        """Show figures of the page at the right, such as "64 participants"."""
        self._right.set_all(figures)

    def show_sums(self, sums: SelectionSums | None) -> None:
        """Show what the selected cells come to, in the place of the figures; None: nothing."""
        self._sums.show_sums(sums)
        self._right.setVisible(sums is None)
        self._fit()

    @property
    def sums_words(self) -> tuple[str, ...]:
        """Return what the line says of the selected cells."""
        return self._sums.said

    def copy_sums(self) -> None:
        """Put the sums of the selected cells on the clipboard."""
        self._sums.copy()

    @property
    def words(self) -> tuple[str, ...]:
        """Return everything the line says."""
        return (*self._left.all_words(), *self._right.all_words())

    def dress(self) -> None:
        """Take sizes again."""
        self.setFixedHeight(grown(STATUS_BAR))

    def _fit(self) -> None:
        """Let the sums have the place of what is saved where there is no room for both."""
        wanted = self._left.sizeHint().width() + self._sums.sizeHint().width() + XL + 2 * M
        self._left.setVisible(not self.sums_words or wanted <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.dress()


class _Sums(QWidget):
    """Say what the selected cells come to, with a way to copy it."""

    def __init__(self) -> None:
        super().__init__()
        self.said: tuple[str, ...] = ()
        self._known: SelectionSums | None = None
        self._fields = _Fields()
        self._copy = link_button(_("Copy"))
        self._copy.setAccessibleName(_("Copy the sums of the selected cells"))
        self._copy.clicked.connect(self.copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        row.addWidget(self._fields)
        row.addWidget(self._copy)
        self.hide()

    def show_sums(self, sums: SelectionSums | None) -> None:
        self._known = sums
        self.said = () if sums is None else selection_words(sums)
        self._fields.set_all(self.said)
        self.setAccessibleName(", ".join(self.said))
        self.setVisible(sums is not None)

    def copy(self) -> None:
        if self._known is not None:
            QGuiApplication.clipboard().setText(sums_to_copy(self._known))


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
