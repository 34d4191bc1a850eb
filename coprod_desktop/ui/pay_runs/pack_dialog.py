"""Ask for which days the treasurer's pack is, and where it goes."""

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.domain.dates import format_period
from coprod_desktop.i18n import _
from coprod_desktop.ui.pay_runs.pack_periods import (
    Period,
    last_month,
    last_quarter,
    pack_name,
)
from coprod_desktop.ui.scale import M, grown
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.place_edit import FolderEdit
from coprod_desktop.ui.widgets.steps_bar import StepsBar

_WIDTH = 560


class PackDialog(FormDialog):
    """Collect two days and a folder; the last whole month stands there at first."""

    def __init__(
        self,
        folder: Path,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Treasurer’s pack"), _("Make the pack"), parent)
        self.first = DateEdit(_("From"), word_error, today)
        self.last = DateEdit(_("Up to and including"), word_error, today)
        self.folder = FolderEdit(_("Into this folder"), folder)
        self.progress = StepsBar(_("Making the pack"), can_stop=False)
        self.month = Button(_("Last month"))
        self.quarter = Button(_("Last quarter"))
        self.month.clicked.connect(lambda: self.fill(last_month(today())))
        self.quarter.clicked.connect(lambda: self.fill(last_quarter(today())))
        self._name_line = label("", "quiet", wraps=True)
        self._add_fields()
        for field in (self.first, self.last):
            field.value_changed.connect(self._show_name)
        self.fill(last_month(today()))

    def _add_fields(self) -> None:
        form = self.form
        form.setMinimumWidth(grown(_WIDTH))
        words = _(
            "One ZIP with everything about the pay runs that were paid in these days: payment "
            "sheets, control sheets, receipts, who approved what, the history, and a fingerprint "
            "of each file."
        )
        form.add_widget(label(words, wraps=True))
        form.add_row(
            [("first", _("From"), self.first), ("last", _("Up to and including"), self.last)]
        )
        form.add_widget(_in_a_row(self.month, self.quarter))
        form.add_field("folder", _("Into this folder"), self.folder)
        form.add_widget(self._name_line)
        why = _(
            "It names people, amounts, the last digits of accounts, and holds receipts. Keep it as "
            "safe as bank statements, and delete it where it is not needed any more."
        )
        form.add_widget(NoticeCard(_("The pack is not encrypted"), why))
        self.add_foot(self.progress)

    def fill(self, days: Period) -> None:
        """Show two days."""
        self.first.set_day(days[0])
        self.last.set_day(days[1])
        for key in ("first", "last"):
            self.form.show_error(key, "")
        self._show_name()

    def days(self) -> Period | None:
        """Return the two days; None, with its sentence shown, while one is missing."""
        first, last = self.first.day(), self.last.day()
        if first is None or last is None:
            self.show_error("last" if last is None else "first", _("Write the day."))
            return None
        return first, last

    def show_making(self) -> None:
        """Say that the pack is being made."""
        self.form.setEnabled(False)
        self.progress.show_steps(_("Making the pack…"))

    def show_idle(self) -> None:
        """Take that away."""
        self.form.setEnabled(True)
        self.progress.hide()

    def open(self) -> None:
        """Show the dialog; begin with the first day."""
        super().open()
        self.first.setFocus()

    def reject(self) -> None:
        """Close; two days and a folder are not worth a question."""
        if self.form.isEnabled():
            self.start_again()
            super().reject()

    def _show_name(self, *_value: object) -> None:
        first, last = self.first.day(), self.last.day()
        if first is None or last is None or last < first:
            self._name_line.setText("")
            return
        words = _("For {days} it is called {name}. An earlier pack of the same days is replaced.")
        name = pack_name((first, last))
        self._name_line.setText(words.format(days=format_period(first, last), name=name))


def _in_a_row(*buttons: Button) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(M)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return part
