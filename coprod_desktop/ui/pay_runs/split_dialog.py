"""The form that splits a payment: what is ticked waits, the rest is paid now."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _
from coprod_desktop.ui.limit_notes import LimitNotes
from coprod_desktop.ui.pay_runs.line_ticks import LineTicks
from coprod_desktop.ui.pay_runs.line_words import TickLine
from coprod_desktop.ui.pay_runs.split_words import ToSplit, without
from coprod_desktop.ui.scale import L
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field


class SplitDialog(FormDialog):
    """Collect what of a payment waits, why and until when; both sums are on show all the time."""

    def __init__(
        self,
        to_split: ToSplit,
        tasks: TaskRunner,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        title = _("Put off a part of the payment to {name}").format(name=to_split.name)
        super().__init__(title, _("Put it off"), parent)
        self._to_split = to_split
        words = _("Tick what waits. The rest is paid in this run, and what waits in a later one.")
        self.form.add_widget(label(words, wraps=True))
        self.ticks = LineTicks(_("What the payment is for"), to_split.lines, tasks)
        self.form.add_field("lines", _("What waits"), self.ticks)
        self.now, self.later = _SumCard(_("Paid in this run")), _SumCard(_("Waits"))
        sums = QWidget()
        row = QHBoxLayout(sums)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        row.addWidget(self.now, stretch=1)
        row.addWidget(self.later, stretch=1)
        self.form.add_widget(sums)
        if to_split.has_kept_back:
            words = _("What is kept back from this payment is worked out anew by what stays in it.")
            self.form.add_widget(label(words, "quiet", wraps=True))
        self.limits = LimitNotes(can_wait=False, can_part=False, is_tinted=True)
        self.form.add_widget(self.limits)
        self.within = label("", "good", wraps=True)
        self.form.add_widget(self.within)
        self.reason = line_field(_("Why it waits"))
        self.until = DateEdit(_("Until"), word_error, today)
        hint = _("Everybody who sees the run reads this. Leave private things out.")
        self.form.add_field("reason", _("Why it waits"), self.reason, hint)
        hint = _("From this day on it is paid again. Leave it empty if you do not know.")
        self.form.add_field("until", _("Until"), self.until, hint)
        self.ticks.changed.connect(self._show_sums)
        self.ticks.changed.connect(self.form.changed)
        self._show_sums()

    def open(self) -> None:
        """Show the dialog with the keyboard in the list."""
        super().open()
        self.ticks.list.setFocus()

    def _show_sums(self) -> None:
        self.form.show_error("lines", "")
        waits = self.ticks.ticked
        stays = [line for line in self._to_split.lines if line not in waits]
        self.now.show_lines(stays)
        self.later.show_lines(waits)
        announce(self.ticks, f"{self.now.words}. {self.later.words}")
        self._show_limit(sum(line.pence for line in waits if line.is_for_work))

    def _show_limit(self, waiting_pence: int) -> None:
        note = self._to_split.limit
        if note is None:
            self.within.hide()
            return
        left = without(note, waiting_pence)
        before = self.limits.notes
        self.limits.show_notes((left,) if left is not None else ())
        self.within.setText(_("What is paid now stays clear of their limit."))
        self.within.setVisible(left is None)
        if before != self.limits.notes:
            QTimer.singleShot(0, self, self.fit)  # the form knows its new size with the next turn


class _SumCard(Card):
    """What comes together on one side, payments and expenses apart."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._heading_text = heading
        self._line = label("", wraps=True)
        self.body.addWidget(self._line)

    @property
    def words(self) -> str:
        """The card as a sentence."""
        return f"{self._heading_text}: {self._line.text()}"

    def show_lines(self, lines: Sequence[TickLine]) -> None:
        """Show the sums of these."""
        payment = sum(line.pence for line in lines if line.is_for_work)
        expenses = sum(line.pence for line in lines if not line.is_for_work)
        words = _("{payment} payment, {expenses} expenses")
        self._line.setText(
            words.format(payment=format_pounds(payment), expenses=format_pounds(expenses))
        )
