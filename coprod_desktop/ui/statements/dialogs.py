"""The forms about statements: which days, which folder, which file."""

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.statements.periods import usual_periods
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.parsed_edit import WordError

OTHER = "other"


class PeriodDialog(FormDialog):
    """Ask for which days statements are: a usual period, or any two days."""

    def __init__(
        self,
        from_on: datetime.date,
        to_on: datetime.date,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Change the dates"), _("Show these days"), parent)
        self._periods = usual_periods(today())
        self._is_filling = False
        choices = [Choice(period.key, period.words) for period in self._periods]
        choices.append(Choice(OTHER, _("Other days")))
        self.usual: ChoiceEdit[str] = ChoiceEdit(_("Period"), choices)
        self.first = DateEdit(_("From"), word_error, today)
        self.last = DateEdit(_("Up to and including"), word_error, today)
        self.form.add_field("usual", _("Period"), self.usual)
        self.form.add_field("first", _("From"), self.first)
        self.form.add_field("last", _("Up to and including"), self.last)
        self._fill(from_on, to_on)
        self._name_period()
        self.usual.value_changed.connect(self._take_usual)
        self.first.value_changed.connect(self._name_period)
        self.last.value_changed.connect(self._name_period)

    def days(self) -> tuple[datetime.date, datetime.date] | None:
        """Return the two days; None, with its sentence shown, while one is missing."""
        first, last = self.first.day(), self.last.day()
        if first is None or last is None:
            self.show_error("last" if last is None else "first", _("Write the day."))
            return None
        return first, last

    def _fill(self, from_on: datetime.date, to_on: datetime.date) -> None:
        self._is_filling = True
        self.first.set_day(from_on)
        self.last.set_day(to_on)
        self._is_filling = False

    def _take_usual(self, key: str | None) -> None:
        for period in self._periods:
            if period.key == key:
                self._fill(period.from_on, period.to_on)

    def _name_period(self) -> None:
        """Name the period whose days stand there."""
        if self._is_filling:
            return
        days = (self.first.day(), self.last.day())
        same = [one.key for one in self._periods if (one.from_on, one.to_on) == days]
        if self.usual.value() not in same:
            self.usual.set_value(same[0] if same else OTHER)


def choose_folder(parent: QWidget, then: Callable[[Path], None]) -> None:
    """Ask for the folder that the papers go into."""
    dialog = QFileDialog(parent, _("Where shall the statements go?"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


def choose_pdf(parent: QWidget, name: str, then: Callable[[Path], None]) -> None:
    """Ask where to save one paper; `name` is offered."""
    dialog = QFileDialog(parent, _("Save this statement"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_("PDF (*.pdf)")])
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()
