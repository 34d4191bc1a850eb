"""A field with its label, its hint, and what is wrong with what was typed."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.ui.scale import XS
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import announce, label, set_role


@runtime_checkable
class ReadsText(Protocol):
    """A field that reads what is typed, and words what it does not understand."""

    problem_changed: SignalInstance

    @property
    def problem(self) -> str:
        """Return what is wrong with the text, or nothing."""

    def settle(self) -> bool:
        """Read the text; return whether it is understood."""


class FieldBox(QWidget):
    """One field with its label above, its hint under the label, and a sentence under the field.

    A field that reads what is typed shows its own problems here.
    """

    def __init__(self, text: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._hint_text = hint
        self._label = label(text, "secondary")
        self._label.setBuddy(field)
        self._error_icon = IconMark("circle-alert", "bad")
        self._error = label("", "bad", wraps=True)
        self._error_icon.hide()
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self._label)
        if hint:
            column.addWidget(label(hint, "secondary", wraps=True))
        column.addWidget(field)
        error_row = QHBoxLayout()
        error_row.addWidget(self._error_icon)
        error_row.addWidget(self._error, stretch=1)
        column.addLayout(error_row)
        if not field.accessibleName():
            field.setAccessibleName(text)
        if isinstance(field, ReadsText):
            field.problem_changed.connect(self.show_error)
        field.setAccessibleDescription(hint)
        self.setFocusProxy(field)

    @property
    def error(self) -> str:
        """Return the sentence under the field."""
        return self._error.text()

    def own_problem(self) -> str:
        """Have the field read its text; return what it does not understand, or nothing."""
        if isinstance(self.field, ReadsText):
            self.field.settle()
            return self.field.problem
        return ""

    def show_error(self, sentence: str) -> None:
        """Show what is wrong under the field; an empty sentence takes it away."""
        if sentence == self._error.text():
            return
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._error_icon.setVisible(bool(sentence))
        set_role(self.field, "true" if sentence else "false", name="problem")
        self.field.setAccessibleDescription(" ".join(filter(None, (self._hint_text, sentence))))
        announce(self.field, sentence)
