"""Ask for which days a paper is: a usual period, or any two days."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from coprod_desktop.i18n import _
from coprod_desktop.ui.papers.periods import usual_periods
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.parsed_edit import WordError

OTHER = "other"


class PeriodFields(QObject):
    """Three fields of a form that stand for two days; `changed` comes with another day."""

    changed = Signal()

    def __init__(
        self,
        form: Form,
        days: tuple[datetime.date, datetime.date],
        word_error: WordError,
        today: Callable[[], datetime.date],
    ) -> None:
        super().__init__(form)
        self._form = form
        self._periods = usual_periods(today())
        self._is_filling = False
        choices = [Choice(period.key, period.words) for period in self._periods]
        choices.append(Choice(OTHER, _("Other days")))
        self.usual: ChoiceEdit[str] = ChoiceEdit(_("Period"), choices)
        self.first = DateEdit(_("From"), word_error, today)
        self.last = DateEdit(_("Up to and including"), word_error, today)
        form.add_field("usual", _("Period"), self.usual)
        form.add_field("first", _("From"), self.first)
        form.add_field("last", _("Up to and including"), self.last)
        self._fill(*days)
        self._name_period()
        self.usual.value_changed.connect(self._take_usual)
        self.first.value_changed.connect(self._follow)
        self.last.value_changed.connect(self._follow)

    def days(self) -> tuple[datetime.date, datetime.date] | None:
        """Return the two days; None, with its sentence shown, while one is missing."""
        first, last = self.first.day(), self.last.day()
        if first is None or last is None:
            self._form.show_error("last" if last is None else "first", _("Write the day."))
            return None
        return first, last

    def days_if_any(self) -> tuple[datetime.date, datetime.date] | None:
        """Return the two days, or None while one is missing; nothing is shown."""
        first, last = self.first.day(), self.last.day()
        return None if first is None or last is None else (first, last)

    def _fill(self, from_on: datetime.date, to_on: datetime.date) -> None:
        self._is_filling = True
        self.first.set_day(from_on)
        self.last.set_day(to_on)
        self._is_filling = False

    def _take_usual(self, key: str | None) -> None:
        for period in self._periods:
            if period.key == key:
                self._fill(period.from_on, period.to_on)
                self.changed.emit()

    def _follow(self) -> None:
        if not self._is_filling:
            self._name_period()
            self.changed.emit()

    def _name_period(self) -> None:
        """Name the period whose days stand there."""
        days = (self.first.day(), self.last.day())
        same = [one.key for one in self._periods if (one.from_on, one.to_on) == days]
        if self.usual.value() not in same:
            self.usual.set_value(same[0] if same else OTHER)
