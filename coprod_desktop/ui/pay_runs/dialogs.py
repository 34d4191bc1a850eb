"""The forms about a pay run: prepare one, mark it as paid, take it back."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.limit_notes import LimitNote, LimitNotes
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import text_field

Today = Callable[[], datetime.date]


class PrepareDialog(FormDialog):
    """Ask up to which day work is paid; `looked(day)` wants to know who would be paid.

    `wait_requested(note)` wants to let the money of somebody wait who asked to be told of a limit.
    """

    looked = Signal(object)
    wait_requested = Signal(object)

    def __init__(self, word_error: WordError, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(_("Prepare a pay run"), _("Prepare it"), parent)
        self.up_to = DateEdit(_("Work up to and including"), word_error, today)
        self.up_to.set_day(today())
        self.pay_on = DateEdit(_("Pay on"), word_error, today)
        self.pay_on.set_day(today())
        hint = _("Everything approved up to this day that is not in a run yet.")
        self.form.add_field("up_to", _("Work up to and including"), self.up_to, hint)
        self.form.add_field("pay_on", _("Pay on"), self.pay_on)
        self._outlook = label("", "strong", wraps=True)
        self.form.add_widget(self._outlook)
        self.limits = LimitNotes(can_wait=True, can_part=False, is_tinted=True)
        self.form.add_widget(self.limits)
        self.up_to.value_changed.connect(self.looked)
        self.pay_on.value_changed.connect(lambda _day: self.looked.emit(self.up_to.day()))
        self.limits.wait_requested.connect(self.wait_requested)

    def show_outlook(self, people: int, pence: int, held: int) -> None:
        """Say who would be paid and who would be held."""
        words = ngettext(
            "{count} person would be paid {amount} in all.",
            "{count} people would be paid {amount} in all.",
            people,
        ).format(count=people, amount=format_pounds(pence))
        if held:
            more = ngettext("{count} is held.", "{count} are held.", held)
            words = f"{words} {more.format(count=held)}"
        self._outlook.setText(words if people or held else _("Nothing approved waits up to then."))

    def show_limits(self, notes: Sequence[LimitNote]) -> None:
        """Show whom the run brings close to a limit that they asked to be told of."""
        before = self.limits.notes
        self.limits.show_notes(notes)
        if before != self.limits.notes:
            QTimer.singleShot(0, self.fit)  # the form knows its new size with the next turn


class SettleDialog(FormDialog):
    """Ask on which day the money left."""

    def __init__(self, word_error: WordError, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(_("Mark as paid"), _("It was paid"), parent)
        self.day = DateEdit(_("The money left on"), word_error, today)
        self.day.set_day(today())
        hint = _("This day stands on statements. Benefits look at it.")
        self.form.add_field("day", _("The money left on"), self.day, hint)


class ReverseDialog(FormDialog):
    """Ask why a run is taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Take this run back"), _("Take it back"), parent)
        self.reason = text_field(_("Why"))
        words = _(
            "Everybody in it is owed again. This changes nothing at the bank: if the money has "
            "left, speak to the bank first."
        )
        self.form.add_widget(label(words, wraps=True))
        self.form.add_field("reason", _("Why"), self.reason)


def choose_folder(parent: QWidget, then: Callable[[str], None]) -> None:
    """Ask for the folder that the files of a run go into."""
    dialog = QFileDialog(parent, _("Where shall the files go?"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(then)
    dialog.open()
