"""A field of one line that completes what was written before, as cells of spreadsheets do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from coprod_desktop.domain.text import fold
from coprod_desktop.ui.widgets.labels import announce

LETTERS_NEEDED = 2
_PARTS = ", "


class CompletingEdit(QLineEdit):
    """Complete the text after two letters; what is added is selected, so typing on replaces it.

    Accents and case do not count. With `has_parts` each part behind a comma is completed by
    itself. Down and Up go through the other texts that fit; Backspace takes the rest off.
    """

    def __init__(
        self, name: str, texts: Callable[[], Sequence[str]], *, has_parts: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._texts = texts
        self._has_parts = has_parts
        self._typed = ""
        self._shown = ""  # what stands for the letters typed, as earlier text has them
        self._fitting: list[str] = []
        self._at = -1
        self._is_erasing = False
        self.textEdited.connect(self._complete)

    @property
    def fitting(self) -> list[str]:
        """Return the earlier texts that fit what was typed, newest first."""
        return list(self._fitting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through what fits with Down and Up; everything else is typing."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and len(self._fitting) > 1:
            self._show((self._at + step) % len(self._fitting))
            return
        self._is_erasing = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        super().keyPressEvent(event)
        self._is_erasing = False

    @property
    def is_choosing(self) -> bool:
        """Say whether Down and Up go through several texts."""
        return len(self._fitting) > 1

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing more."""
        super().focusOutEvent(event)
        self._fitting = []
        self.setCursorPosition(0)  # a long text is read from where it begins

    def _complete(self, text: str) -> None:
        is_at_end = self.cursorPosition() == len(text)
        self._typed, self._fitting, self._at = self._as_typed(text), [], -1
        self._shown = ""
        if is_at_end and not self._is_erasing:
            self._fitting = self._fits()
        if self._fitting:
            self._show(0)
        elif self._typed != text:
            self.setText(self._typed)

    def _as_typed(self, text: str) -> str:
        """Return the text with the letters as somebody typed them, before they were completed."""
        if self._shown and text.startswith(self._shown):
            return self._typed + text[len(self._shown) :]
        return text

    def _fits(self) -> list[str]:
        _before, part = self._split(self._typed)
        wanted = fold(part)
        if len(wanted) < LETTERS_NEEDED:
            return []
        found = dict.fromkeys(one for one in self._all() if fold(one).startswith(wanted))
        return [one for one in found if fold(one) != wanted]

    def _all(self) -> Sequence[str]:
        if not self._has_parts:
            return self._texts()
        return [part.strip() for text in self._texts() for part in text.split(_PARTS.strip())]

    def _split(self, text: str) -> tuple[str, str]:
        """Return what is finished, and the part that is being typed."""
        if not self._has_parts:
            return "", text
        before, comma, part = text.rpartition(",")
        return before + comma + part[: len(part) - len(part.lstrip())], part.lstrip()

    def _show(self, at: int) -> None:
        self._at = at
        before, part = self._split(self._typed)
        whole = self._fitting[at]
        self.setText(before + whole)
        kept = len(before) + min(len(part), len(whole))
        self._shown = self.text()[:kept]
        self.setSelection(len(self.text()), kept - len(self.text()))
        announce(self, whole)
