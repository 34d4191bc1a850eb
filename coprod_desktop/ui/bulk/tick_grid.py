"""Fields with a tick before each: only what is ticked is meant."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from coprod_desktop.domain.bulk_edits import TextEdit, TextWay
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import L, M, S
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.field_box import ReadsText
from coprod_desktop.ui.widgets.labels import announce, label, set_role
from coprod_desktop.ui.widgets.plain_fields import line_field


@dataclass(frozen=True, slots=True)
class _Row:
    box: QCheckBox
    field: QWidget
    error: QLabel


class WordsEdit(QWidget):
    """Words, and whether they come after what stands there or take its place."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = line_field(name)
        ways = [
            Choice(TextWay.APPEND, _("Add at the end")),
            Choice(TextWay.REPLACE, _("Put in its place")),
        ]
        self.way = ChoiceEdit(_("{field}: add or replace").format(field=name), ways)
        self.way.set_value(TextWay.APPEND)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self.line, stretch=2)
        row.addWidget(self.way, stretch=1)
        self.setFocusProxy(self.line)

    def edit(self) -> TextEdit:
        """Return what the text becomes."""
        return TextEdit(text=self.line.text().strip(), way=self.way.value() or TextWay.APPEND)


class TickGrid(QWidget):
    """Hold fields by key, each with a tick; who writes in a field ticks it. `changed` follows."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, _Row] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(L)
        self._grid.setVerticalSpacing(M)
        self._grid.setColumnStretch(1, 1)

    def add(self, key: str, text: str, field: QWidget) -> None:
        """Add a field under the others."""
        box = QCheckBox(text)
        box.setAccessibleName(_("Change: {field}").format(field=text))
        row = _Row(box, field, label("", "bad", wraps=True))
        row.error.hide()
        at = self._grid.rowCount()
        self._grid.addWidget(box, at, 0)
        self._grid.addWidget(field, at, 1)
        self._grid.addWidget(row.error, at + 1, 1)
        self._rows[key] = row
        self._watch(key, field)
        box.toggled.connect(lambda is_ticked: self._toggle(key, is_ticked=is_ticked))

    def add_plain(self, text: str, field: QWidget) -> None:
        """Add a field without a tick, such as which rows are meant."""
        name = label(text)
        name.setBuddy(field)
        at = self._grid.rowCount()
        self._grid.addWidget(name, at, 0)
        self._grid.addWidget(field, at, 1)

    def box(self, key: str) -> QCheckBox:
        """Return the tick of a field; raises KeyError."""
        return self._rows[key].box

    def field(self, key: str) -> QWidget:
        """Return a field; raises KeyError."""
        return self._rows[key].field

    def is_ticked(self, key: str) -> bool:
        """Say whether a field is meant."""
        return self._rows[key].box.isChecked()

    def focus_first(self) -> None:
        """Put the keyboard on the first tick."""
        first = next(iter(self._rows.values()), None)
        if first is not None:
            first.box.setFocus()

    def show_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field; an empty sentence takes it away."""
        row = self._rows[key]
        row.error.setText(sentence)
        row.error.setVisible(bool(sentence))
        row.field.setAccessibleDescription(sentence)
        set_role(row.field, "true" if sentence else "false", name="problem")
        if sentence:
            row.field.setFocus()
            announce(row.field, sentence)

    def settle(self) -> bool:
        """Have every ticked field read its text; go to the first not understood."""
        for key, row in self._rows.items():
            self.show_error(key, "")
            if row.box.isChecked() and isinstance(row.field, ReadsText) and not row.field.settle():
                self.show_error(key, row.field.problem)
                return False
        return True

    def require(self, key: str, *, is_there: bool) -> bool:
        """Say whether a field has what it needs, and ask for it otherwise."""
        if not is_there:
            self.show_error(key, _("Write or choose it, or take the tick away."))
        return is_there

    def _toggle(self, key: str, *, is_ticked: bool) -> None:
        if not is_ticked:
            self.show_error(key, "")
        self.changed.emit()

    def _watch(self, key: str, field: QWidget) -> None:
        note = self._noter(key)
        if isinstance(field, ChoiceEdit):
            field.value_changed.connect(note)
        for part in (field, *field.findChildren(QWidget)):
            if isinstance(part, QLineEdit):
                part.textEdited.connect(note)
            elif isinstance(part, QPlainTextEdit):
                part.textChanged.connect(note)
        if isinstance(field, QLineEdit) and isinstance(field, ReadsText):
            field.problem_changed.connect(lambda words: self._follow_problem(key, words))
            changed = getattr(field, "value_changed", None)  # keys change a day without typing
            if changed is not None:
                changed.connect(note)

    def _noter(self, key: str) -> Callable[..., None]:
        def note(*_what: object) -> None:
            self.show_error(key, "")
            self._rows[key].box.setChecked(True)
            self.changed.emit()

        return note

    def _follow_problem(self, key: str, sentence: str) -> None:
        row = self._rows[key]
        row.error.setText(sentence)
        row.error.setVisible(bool(sentence))
