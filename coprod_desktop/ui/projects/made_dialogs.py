"""The forms about what was made: the thing, a credit for it, and the names of all contributors."""

import dataclasses
import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from coprod_desktop.domain.outputs import Credit, Output, RollLine
from coprod_desktop.domain.participants import Participant
from coprod_desktop.i18n import _
from coprod_desktop.ui.projects.things_made import CreditWish
from coprod_desktop.ui.scale import XL, M, scaled
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field

_ROLL_SIZE = (460, 420)


class OutputDialog(FormDialog):
    """Collect what was made; `remove_requested` takes away one that is there."""

    remove_requested = Signal()

    def __init__(
        self,
        before: Output,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        is_new = before.output_id == 0
        title = _("Add a thing made") if is_new else _("Change a thing made")
        super().__init__(title, _("Add") if is_new else _("Save"), parent)
        self._before = before
        self._title = line_field(_("What it is called"), before.title)
        self._kind = line_field(_("What it is"), before.kind)
        self._day = DateEdit(_("When it was ready"), word_error, today)
        self._day.set_day(before.made_on)
        self._where = line_field(_("Where it can be found"), before.where)
        form = self.form
        form.add_field("title", _("What it is called"), self._title)
        hint = _("Such as leaflet, film or talk.")
        form.add_field("kind", _("What it is"), self._kind, hint)
        hint = _("Without a day it is on papers while the work goes on.")
        form.add_field("day", _("When it was ready"), self._day, hint)
        hint = _("Such as a web address or a shelf. It is printed on statements.")
        form.add_field("where", _("Where it can be found"), self._where, hint)
        if not is_new:
            remove = Button(_("Remove"), icon_name="trash-2")
            remove.clicked.connect(self.remove_requested)
            self.add_action(remove)
        self._title.setFocus()

    def output(self) -> Output | None:
        """Return the thing as the form stands; None, with its sentence shown, without a title."""
        if not self._title.text().strip():
            self.show_error("title", _("Write what it is called."))
            return None
        return dataclasses.replace(
            self._before,
            title=self._title.text(),
            kind=self._kind.text(),
            made_on=self._day.day(),
            where=self._where.text(),
        )


class CreditDialog(FormDialog):
    """Collect who is credited, with what in their words, and how they are named there.

    `remove_requested` takes away a credit that is there.
    """

    remove_requested = Signal()

    def __init__(
        self, wish: CreditWish, people: Sequence[Participant], parent: QWidget | None = None
    ) -> None:
        title = _("Change a credit") if wish.credited else _("Credit somebody")
        super().__init__(title, _("Save") if wish.credited else _("Add"), parent)
        self.form.add_widget(label(wish.thing.output.title, "strong", wraps=True))
        before = wish.credited.credit if wish.credited else None
        self._before = before or Credit(
            credit_id=0, output_id=wish.thing.output.output_id, participant_id=0, credit=""
        )
        self._printed = {person.participant_id: person.printed_name for person in people}
        choices = [Choice(person.participant_id, person.name) for person in people]
        if wish.credited and self._before.participant_id not in self._printed:
            choices.append(Choice(self._before.participant_id, wish.credited.participant))
        self._who: ChoiceEdit[int] = ChoiceEdit(_("Who"), choices)
        self._who.set_value(self._before.participant_id or None)
        self._credit = line_field(_("Credited with, in their words"), self._before.credit)
        self._named = line_field(_("Named there as"), self._before.named_as)
        self._is_anonymous = QCheckBox(_("They do not wish to be named there"))
        self._is_anonymous.setChecked(self._before.is_anonymous)
        self._add_fields()
        self._is_anonymous.toggled.connect(lambda is_on: self._named.setEnabled(not is_on))
        self._named.setEnabled(not self._before.is_anonymous)
        self._who.value_changed.connect(self._hint_name)
        self._hint_name(self._who.value())
        if before is not None:
            remove = Button(_("Remove"), icon_name="trash-2")
            remove.clicked.connect(self.remove_requested)
            self.add_action(remove)
        (self._credit if before else self._who).setFocus()

    def _add_fields(self) -> None:
        form = self.form
        form.add_field("who", _("Who"), self._who)
        words, hint = _("Credited with, in their words"), _("Such as co-author or camera.")
        form.add_field("credit", words, self._credit, hint)
        hint = _("Leave it empty for the name on all their papers.")
        form.add_field("named", _("Named there as"), self._named, hint)
        form.add_widget(self._is_anonymous)

    def _hint_name(self, participant_id: int | None) -> None:
        self._named.setPlaceholderText(self._printed.get(participant_id or 0, ""))

    def credit(self) -> Credit | None:
        """Return the credit as the form stands; None, with its sentence, while part is missing."""
        who = self._who.value()
        if who is None:
            self.show_error("who", _("Choose who is credited."))
            return None
        if not self._credit.text().strip():
            self.show_error("credit", _("Write what they are credited with."))
            return None
        return dataclasses.replace(
            self._before,
            participant_id=who,
            credit=self._credit.text(),
            named_as=self._named.text(),
            is_anonymous=self._is_anonymous.isChecked(),
        )


class RollDialog(QDialog):
    """Show everybody who is credited in a project, to be copied into a leaflet or a report."""

    def __init__(
        self, project: str, lines: Sequence[RollLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = _("Contributors of {project}").format(project=project)
        self.setWindowTitle(title)
        self.resize(*map(scaled, _ROLL_SIZE))
        self._names = QPlainTextEdit(roll_text(lines))
        self._names.setReadOnly(True)
        self._names.setTabChangesFocus(True)
        self._names.setAccessibleName(title)
        self._copied = label("", "good", wraps=True)
        copy = primary_button(_("Copy"), icon_name="copy")
        copy.clicked.connect(self._copy)
        close = Button(_("Close"))
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(title, "title", wraps=True))
        words = _("Each is named as they wish. Who does not wish to be named comes last.")
        column.addWidget(label(words, "quiet", wraps=True))
        column.addWidget(self._names, stretch=1)
        column.addWidget(self._copied)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addStretch()
        row.addWidget(close)
        row.addWidget(copy)
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._names.toPlainText())
        self._copied.setText(_("The names are copied. Paste them where you need them."))
        announce(self._copied, self._copied.text())


def roll_text(lines: Sequence[RollLine]) -> str:
    """Write the contributors one a line, each with all that they are credited with."""
    words = _("{name}: {credits}")
    unnamed = _("Somebody who does not wish to be named")
    return "\n".join(
        words.format(name=line.name or unnamed, credits="; ".join(line.credits)) for line in lines
    )
