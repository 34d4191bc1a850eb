"""Write down what a person answered to a sheet that asked them to check something."""

import datetime
from collections.abc import Callable

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.services.paper_shelf import GivenPaper
from coprod_desktop.ui.scale import XS
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import text_field


class AnswerDialog(FormDialog):
    """Collect whether all is right, a note, and the day of the answer."""

    def __init__(
        self,
        paper: GivenPaper,
        name: str,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        title = _("The answer to {number}").format(number=paper.number)
        super().__init__(title, _("Write it down"), parent)
        self.form.add_widget(label(name, "section", wraps=True))
        self.right = QRadioButton(_("This is right"))
        self.wrong = QRadioButton(_("This is not right"))
        answers = QWidget()
        column = QVBoxLayout(answers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for button in (self.right, self.wrong):
            column.addWidget(button)
        answers.setFocusProxy(self.right)
        self._note = text_field(_("What they wrote"))
        self._day = DateEdit(_("Answered on"), word_error, today)
        self._day.set_day(today())
        self.form.add_field("answer", _("The answer"), answers)
        hint = _("What is not right, in their words. Correct the work itself on its own screen.")
        self.form.add_field("note", _("What they wrote"), self._note, hint)
        self.form.add_field("day", _("Answered on"), self._day)

    def open(self) -> None:
        """Show the dialog with the keyboard on the first answer."""
        super().open()
        self.right.setFocus()

    def answer(self) -> tuple[bool, str, datetime.date | None] | None:
        """Return whether it is right, the note and the day; None, worded, while it is open."""
        if not self.right.isChecked() and not self.wrong.isChecked():
            self.show_error("answer", _("Choose what they answered."))
            return None
        return self.right.isChecked(), self._note.toPlainText().strip(), self._day.day()
