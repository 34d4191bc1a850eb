"""A field that understands what is typed, says so, and words what it does not understand."""

from collections.abc import Callable
from typing import Generic, TypeVar

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QLineEdit

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.ui.widgets.echo_label import EchoLabel
from coprod_desktop.ui.widgets.labels import set_role

V = TypeVar("V")
WordError = Callable[[Exception], str]


class ParsedEdit(QLineEdit, Generic[V]):
    """Hold a value that is typed as text.

    While somebody types, the value follows and `value_changed(value | None)` comes. On leaving,
    the text is written in full, or `problem_changed(sentence)` says what is wrong; an empty
    sentence means that nothing is.
    """

    value_changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, name: str, word_error: WordError) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._word_error = word_error
        self._value: V | None = None
        self._problem = ""
        self._echo: EchoLabel | None = None
        self.textEdited.connect(self._read)
        self.editingFinished.connect(self.settle)

    # What each kind of field says for itself.

    def parse(self, text: str) -> V:
        """Read what was typed; raises a DomainError."""
        raise NotImplementedError

    def write(self, value: V) -> str:
        """Write a value as the field shows it."""
        raise NotImplementedError

    def echo(self, value: V) -> str:
        """Say back how the text was understood; empty for a field that needs no echo."""
        return ""

    def doubt(self, text: str) -> str:
        """Say at once what is surely not meant; empty while a text may only be half typed."""
        return ""

    # What callers use.

    def value(self) -> V | None:
        """Return the value, or None while there is none or the text is not understood."""
        return self._value

    def set_value(self, value: V | None) -> None:
        """Show a value; None empties the field."""
        self.setText("" if value is None else self.write(value))
        self._keep(value)
        self._tell_problem("")

    @property
    def problem(self) -> str:
        """Return what is wrong with the text, or nothing."""
        return self._problem

    def word(self, error: Exception) -> str:
        """Return the sentence about a text that is not understood."""
        return self._word_error(error)

    def read_again(self) -> None:
        """Follow the text anew, because something changed that decides what it means."""
        self._tell_problem("")
        self._keep(self._understood(self.text()))

    def settle(self) -> bool:
        """Write the text in full, or say what is wrong; return whether it is understood."""
        self._hide_echo()
        if not self.text().strip():
            self.set_value(None)
            return True
        try:
            self.set_value(self.parse(self.text()))
        except DomainError as error:
            self._keep(None)
            self._tell_problem(self._word_error(error))
            return False
        return True

    # How it works.

    def _read(self, text: str) -> None:
        """Follow the typing without complaint: half a word is not yet wrong."""
        self._tell_problem("")
        value = self._understood(text)
        self._keep(value)
        words = self.doubt(text) if value is None else self.echo(value)
        self._show_echo(words if text.strip() else "")

    def _understood(self, text: str) -> V | None:
        if not text.strip():
            return None
        try:
            return self.parse(text)
        except DomainError:
            return None

    def _keep(self, value: V | None) -> None:
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _tell_problem(self, sentence: str) -> None:
        if sentence != self._problem:
            self._problem = sentence
            set_role(self, "true" if sentence else "false", name="problem")
            self.problem_changed.emit(sentence)

    def _show_echo(self, words: str) -> None:
        if self._echo is None or not shiboken6.isValid(self._echo):
            if not words:
                return
            self._echo = EchoLabel(self)
        self._echo.show_under(self, words)

    def _hide_echo(self) -> None:
        if self._echo is not None and shiboken6.isValid(self._echo):
            self._echo.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the echo."""
        super().focusOutEvent(event)
        self._hide_echo()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the echo too."""
        super().hideEvent(event)
        self._hide_echo()
