"""What a policy asks about an entry besides its own fields, and what the entry would come to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from coprod_desktop.domain.policy.facts import FactKind, FactValue
from coprod_desktop.i18n import _
from coprod_desktop.services.asked_facts import AskedFact
from coprod_desktop.services.circumstance_lines import read_lines, write_lines
from coprod_desktop.services.fact_words import fact_hint, fact_words
from coprod_desktop.ui.asked_fields import SHORT, Field, Today, make_field, put_value, value_of
from coprod_desktop.ui.scale import M
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.labels import announce, label, rule
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.why_list import WhyLine, WhyList


class AskedBlock(QWidget):
    """Show one field for each fact that a policy asks for; all may stay empty.

    `changed` comes with every change, `grown` when other fields or words are shown. The keyboard
    comes here after the widget `after`.
    """

    changed = Signal()
    grown = Signal()

    def __init__(self, word_error: WordError, today: Today, after: QWidget) -> None:
        super().__init__()
        self._word_error, self._today, self._after = word_error, today, after
        self._before = ""
        self._kept: dict[tuple[str, FactKind], FactValue | None] = {}
        self._asked: tuple[AskedFact, ...] = ()
        self._fields: dict[str, Field] = {}
        self._form: Form | None = None
        self._answer = WhyList()
        self._said: WhyLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        self._column.addWidget(self._answer)
        self.hide()

    def start(self, circumstances: str) -> None:
        """Begin with the lines that an entry has already."""
        self._before = circumstances

    def ask(self, asked: Sequence[AskedFact]) -> None:
        """Show these fields; what was typed for a fact before stands in its field again."""
        if tuple(asked) == self._asked:
            return
        now = self._values()
        self._kept |= {(fact.name, fact.kind): now.get(fact.name) for fact in self._asked}
        self._asked = tuple(asked)
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._fields = {
            fact.name: make_field(fact, self._word_error, self._today) for fact in self._asked
        }
        self._fill()
        self._form = self._filled_form() if self._asked else None
        if self._form is not None:
            self._column.insertWidget(0, self._form)
            self._form.changed.connect(self.changed)
            self._form.show()
        self._put_in_order()
        self._fit()

    def text(self) -> str:
        """Return the lines of the entry with what is typed now; other lines stay as they were."""
        return write_lines(self._before, self._asked, self._values())

    def show_answer(self, line: WhyLine | None) -> None:
        """Say what the entry would come to, and have it read aloud; None says nothing."""
        if line == self._said:
            return
        self._said = line
        self._answer.show_lines([] if line is None else [line])
        self._fit()
        if line is not None:
            announce(self, f"{line.what} {line.amount}. {line.because}")

    @property
    def answer(self) -> WhyLine | None:
        """Return what is said about the entry."""
        return self._said

    def begin_typing(self) -> None:
        """Put the keyboard into the first field."""
        for field in list(self._fields.values())[:1]:
            field.setFocus()

    def field(self, name: str) -> QWidget:
        """Return the field of a fact; raises KeyError."""
        return self._fields[name]

    # --- how it works --------------------------------------------------------------------------

    def _fit(self) -> None:
        self._answer.setVisible(self._said is not None)
        self.setVisible(bool(self._asked) or self._said is not None)
        self.grown.emit()

    def _values(self) -> dict[str, FactValue]:
        values = {fact.name: value_of(self._fields[fact.name], fact) for fact in self._asked}
        return {name: value for name, value in values.items() if value is not None}

    def _fill(self) -> None:
        """Put into each field what was typed there before, or what the entry has already."""
        told = read_lines(self._before, self._asked)
        for fact in self._asked:
            value = self._kept.get((fact.name, fact.kind), told.get(fact.name))
            if value is not None:
                put_value(self._fields[fact.name], fact, value)

    def _filled_form(self) -> Form:
        """Return the fields under a heading; short ones stand two in a row."""
        form = Form()
        form.add_widget(rule())
        form.add_widget(label(_("The policy also asks"), "strong"))
        row: list[tuple[str, str, QWidget]] = []
        for fact in self._asked:
            field = self._fields[fact.name]
            if fact.kind in SHORT:
                row.append((fact.name, fact_words(fact), field))
                if len(row) < 2:
                    continue
            _add_row(form, row)
            if isinstance(field, QCheckBox):
                form.add_widget(field)
                field.clicked.connect(lambda _is_checked: form.changed.emit())
            elif fact.kind not in SHORT:
                form.add_field(fact.name, fact_words(fact), field, fact_hint(fact))
        _add_row(form, row)
        return form

    def _put_in_order(self) -> None:
        last = self._after
        for field in self._fields.values():
            QWidget.setTabOrder(last, field)
            last = field


def _add_row(form: Form, row: list[tuple[str, str, QWidget]]) -> None:
    if row:
        form.add_row(row)
        row.clear()
