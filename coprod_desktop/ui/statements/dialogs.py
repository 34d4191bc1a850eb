"""The forms about statements: which days, and which folder."""

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.papers.period_fields import PeriodFields
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.parsed_edit import WordError


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
        self._fields = PeriodFields(self.form, (from_on, to_on), word_error, today)
        self.usual = self._fields.usual
        self.first, self.last = self._fields.first, self._fields.last

    def days(self) -> tuple[datetime.date, datetime.date] | None:
        """Return the two days; None, with its sentence shown, while one is missing."""
        return self._fields.days()


def choose_folder(parent: QWidget, then: Callable[[Path], None]) -> None:
    """Ask for the folder that the papers go into."""
    dialog = QFileDialog(parent, _("Where shall the statements go?"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()
