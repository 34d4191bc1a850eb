"""Ask from which day new rules hold, and say beforehand what saving them does."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.i18n import _
from coprod_desktop.services.policies import SavingPlan
from coprod_desktop.ui.settings.policy_words import plan_words
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.parsed_edit import WordError


class PolicySaveDialog(FormDialog):
    """Collect the day; `day_changed(day)` wants to know what saving from it would do."""

    day_changed = Signal(object)

    def __init__(
        self,
        plan: SavingPlan,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        title = _("Save as version {number}").format(number=plan.version)
        super().__init__(title, _("Save these rules"), parent)
        self._day = DateEdit(_("From which day"), word_error, today)
        self._day.set_day(plan.effective_on)
        self._plan = label("", wraps=True)
        self.form.add_field("day", _("From which day"), self._day)
        self.form.add_widget(self._plan)
        self.show_plan(plan)
        self._day.value_changed.connect(self._ask)

    def open(self) -> None:
        """Show the form; begin with the day."""
        super().open()
        self._day.setFocus()

    def day(self) -> datetime.date | None:
        """Return the day, or None with its sentence shown."""
        day = self._day.day()
        if day is None:
            self.show_error("day", _("Write the day from which the rules hold."))
        return day

    def show_plan(self, plan: SavingPlan) -> None:
        """Say what saving would do, unless another day was written meanwhile."""
        if plan.effective_on != self._day.day():
            return
        self.form.box("day").show_error("")
        self._plan.setText(plan_words(plan))
        announce(self._plan, self._plan.text())
        if self.isVisible():
            self.fit()

    def show_no_plan(self, sentence: str) -> None:
        """Say why nothing can be saved from this day."""
        self._plan.clear()
        self.form.box("day").show_error(sentence)

    def _ask(self, day: datetime.date | None) -> None:
        if day is not None:
            self.day_changed.emit(day)
