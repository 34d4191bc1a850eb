"""Fields one under another, each with its label, its hint, and what is wrong with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.ui.scale import M
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.suggest_edit import SuggestEdit


class Form(QWidget):
    """Hold fields by key. `changed` comes whenever somebody changes one.

    A form that is shown inside another is checked with it.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, FieldBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)

    def add_field(self, key: str, text: str, field: QWidget, hint: str = "") -> FieldBox:
        """Add a field under the others."""
        box = self._make(key, text, field, hint)
        self._column.addWidget(box)
        return box

    def add_row(self, fields: Sequence[tuple[str, str, QWidget]]) -> None:
        """Add fields beside one another, each as (key, label, field)."""
        row = QHBoxLayout()
        row.setSpacing(M)
        for key, text, field in fields:
            row.addWidget(self._make(key, text, field, ""), stretch=1)
        self._column.addLayout(row)

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is not a field, such as a heading."""
        self._column.addWidget(widget)

    def put_first(self, widget: QWidget) -> None:
        """Put something that is not a field above all fields, such as what is repeated."""
        self._column.insertWidget(0, widget)

    def box(self, key: str) -> FieldBox:
        """Return the box of a field; raises KeyError."""
        return self._boxes[key]

    def first_field(self) -> QWidget | None:
        """Return the first field that can be filled now; None where there is none."""
        boxes = (box for box in self._boxes.values() if box.isVisible() and box.field.isEnabled())
        return next((box.field for box in boxes), None)

    def show_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field, and put the keyboard there; raises KeyError."""
        self._boxes[key].show_error(sentence)
        if sentence:
            self._boxes[key].field.setFocus()

    def clear_errors(self) -> None:
        """Take every such sentence away."""
        for box in self._boxes.values():
            box.show_error("")

    def check(self) -> bool:
        """Have every field read its text; go to the first not understood, and say if all is."""
        wrong = []
        for key, box in self._boxes.items():
            box.show_error(box.own_problem())
            if box.error:
                wrong.append(key)
        inner = [form.check() for form in self.findChildren(Form) if form.isVisibleTo(self)]
        if wrong:
            self._boxes[wrong[0]].field.setFocus()
        return not wrong and all(inner)

    def _make(self, key: str, text: str, field: QWidget, hint: str) -> FieldBox:
        box = FieldBox(text, field, hint)
        self._boxes[key] = box
        for part in (field, *field.findChildren(QWidget)):
            self._watch(part, box)
        return box

    def _watch(self, part: QWidget, box: FieldBox) -> None:
        def changed(*_what: object) -> None:
            box.show_error("")
            self.changed.emit()

        if isinstance(part, QLineEdit):
            part.textEdited.connect(changed)
        elif isinstance(part, QPlainTextEdit):
            part.textChanged.connect(changed)
        elif isinstance(part, QComboBox):
            part.activated.connect(changed)
        elif isinstance(part, QAbstractButton) and part.isCheckable():
            part.clicked.connect(changed)
        if isinstance(part, SuggestEdit):  # taking an offer is no typing
            part.picked.connect(changed)
        if isinstance(part, DateEdit):  # its keys change the day without typing
            part.value_changed.connect(lambda _day: self.changed.emit())
