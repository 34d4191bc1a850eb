"""A field to choose one of a list, by typing a part of its name with or without accents."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView

from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.labels import set_role

V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True)  # without slots, for the reason given in columns.py
class Choice(Generic[V]):
    """One thing to choose: what it is, how it is called, and how else it may be typed."""

    value: V
    text: str
    also: str = ""


class ChoiceEdit(QComboBox, Generic[V]):
    """Choose from a list; "llyr" finds "Llŷr".

    `value_changed(value | None)` follows the choosing; `problem_changed(sentence)` says on
    leaving that the text is none of the choices.
    """

    value_changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, name: str, choices: Sequence[Choice[V]] = ()) -> None:
        super().__init__()
        self._choices: tuple[Choice[V], ...] = ()
        self._value: V | None = None
        self._problem = ""
        self._line = QLineEdit()
        self._line.setAccessibleName(name)
        self.setEditable(True)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self._matches = QStringListModel(self)
        completer = QCompleter(self._matches, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list = popup = QListView()
        popup.setObjectName("choices")
        popup.setAccessibleName(name)
        self.view().setAccessibleName(name)
        completer.setPopup(popup)
        self.setCompleter(completer)
        self._line.textEdited.connect(self._type)
        self._line.editingFinished.connect(self.settle)
        completer.activated.connect(self._take)
        self.activated.connect(lambda at: self._take(self._choices[at].text))
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice[V]]) -> None:
        """Offer these; the value stays if it is still among them."""
        self._choices = tuple(choices)
        self.blockSignals(True)
        self.clear()
        self.addItems([choice.text for choice in self._choices])
        self.blockSignals(False)
        self.set_value(self._value)

    @property
    def line(self) -> QLineEdit:
        """Return the field that is typed in."""
        return self._line

    def value(self) -> V | None:
        """Return what is chosen, or None."""
        return self._value

    def set_value(self, value: V | None) -> None:
        """Choose a value; None, or one that is not offered, chooses nothing."""
        values = [choice.value for choice in self._choices]
        at = values.index(value) if value in values else -1
        self.setCurrentIndex(at)
        self._line.setText(self._choices[at].text if at >= 0 else "")
        self._line.setCursorPosition(0)  # a long name shows its beginning
        self._keep(value if at >= 0 else None)
        self._tell_problem("")

    def _type(self, text: str) -> None:
        self._tell_problem("")
        self._matches.setStringList(self._matching(text))
        exact = self._find(text)
        self._keep(None if exact is None else exact.value)

    def _take(self, text: str) -> None:
        found = self._find(text)
        if found is not None:
            self.set_value(found.value)

    @property
    def problem(self) -> str:
        """Return what is wrong with the text, or nothing."""
        return self._problem

    def settle(self) -> bool:
        """Take what was typed if it can mean only one thing; return whether it does."""
        self._list.hide()  # an open one would keep the keys of the form to itself
        text = self._line.text()
        found = self._find(text)
        matches = self._matching(text)
        if found is None and text.strip() and len(matches) == 1:
            found = self._find(matches[0])
        if found is not None:
            self.set_value(found.value)
        elif text.strip():
            self._keep(None)
            self._tell_problem(_("That is not in the list. Type a part of a name and choose one."))
        else:
            self.set_value(None)
        return not self._problem

    def _matching(self, typed: str) -> list[str]:
        """Return the names that fit; those that are only also called so come last."""
        by_name = matching([choice.text for choice in self._choices], typed)
        if not typed.strip():
            return by_name
        others = [one for one in self._choices if one.also and matching([one.also], typed)]
        return list(dict.fromkeys((*by_name, *(one.text for one in others))))

    def _find(self, text: str) -> Choice[V] | None:
        exact = [choice for choice in self._choices if choice.text == text]
        same = exact or [choice for choice in self._choices if fold(choice.text) == fold(text)]
        return same[0] if len(same) == 1 or exact else None

    def _keep(self, value: V | None) -> None:
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _tell_problem(self, sentence: str) -> None:
        if sentence != self._problem:
            self._problem = sentence
            set_role(self, "true" if sentence else "false", name="problem")
            self.problem_changed.emit(sentence)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._line.selectAll()


def matching(texts: Sequence[str], typed: str) -> list[str]:
    """Return the texts that hold every word typed at the start of a word; best ones first."""
    wanted = fold(typed).split()
    scored = []
    for text in texts:
        words = fold(text).split()
        if all(any(word.startswith(part) for word in words) for part in wanted):
            scored.append((not fold(text).startswith(fold(typed)), text))
    return [text for _is_later, text in sorted(scored, key=lambda pair: pair[0])]
