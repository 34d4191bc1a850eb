"""A field of one line that offers what was written in it before; anything else may be typed."""

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from coprod_desktop.domain.text import fold
from coprod_desktop.ui.widgets.choice_edit import Choice, matching

V = TypeVar("V", bound=Hashable)
LETTERS_NEEDED = 2
_MOST_SHOWN = 8


class SuggestEdit(QLineEdit, Generic[V]):
    """Offer earlier texts after two letters, whatever their accents; Down and Enter take one.

    `picked(value)` comes with the value of the one that was taken.
    """

    picked = Signal(object)

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self._choices: dict[str, V] = {}
        self._matches = QStringListModel(self)
        completer = QCompleter(self._matches, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST_SHOWN)
        self.list = QListView()
        self.list.setObjectName("choices")
        self.list.setAccessibleName(name)
        completer.setPopup(self.list)
        self.setCompleter(completer)
        self.textEdited.connect(self._find)
        completer.activated.connect(self._take)

    def set_choices(self, choices: Sequence[Choice[V]]) -> None:
        """Offer these, the likeliest first; of two with the same text the first one counts."""
        self._choices = {}
        for choice in choices:
            self._choices.setdefault(choice.text, choice.value)

    @property
    def offers(self) -> list[str]:
        """Return the texts on offer."""
        return self._matches.stringList()

    def _find(self, typed: str) -> None:
        found: list[str] = []
        if len(fold(typed)) >= LETTERS_NEEDED:
            found = matching(list(self._choices), typed)[:_MOST_SHOWN]
        self._matches.setStringList([] if found == [typed] else found)

    def _take(self, text: str) -> None:
        self.setText(text)
        if text in self._choices:
            self.picked.emit(self._choices[text])


def suggest_texts(field: SuggestEdit[str], texts: Sequence[str]) -> None:
    """Offer plain texts in a field."""
    field.set_choices([Choice(text, text) for text in texts])
