"""Change what the charity pays for time and miles, from a day on."""

import dataclasses
import datetime
from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.policy import Policy, TimeBasis
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import grown
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.duration_edit import DurationEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError

_MILES = ("car", "motorcycle", "bicycle")


class PolicyDialog(FormDialog):
    """Collect the rules; `policy()` returns them as they stand. Saving makes a new version."""

    def __init__(
        self,
        policy: Policy,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("What we pay"), _("Save as a new version"), parent)
        self._before = policy
        self._from = DateEdit(_("From which day"), word_error, today)
        self._from.set_day(today())
        self._basis = ChoiceEdit(
            _("How time is paid"),
            [
                Choice(TimeBasis.HOUR, _("By the hour")),
                Choice(TimeBasis.HALF_DAY, _("By the half day and day")),
                Choice(TimeBasis.UNPAID, _("Expenses only, for now")),
            ],
        )
        self._basis.set_value(policy.basis)
        self._hour = _money(_("An hour"), word_error, policy.hourly_pence)
        self._half = _money(_("A half day"), word_error, policy.half_day_pence)
        self._day = _money(_("A day"), word_error, policy.day_pence)
        self._edge = DurationEdit(_("A half day is up to"), word_error)
        self._edge.set_minutes(policy.half_day_up_to_minutes)
        self._miles = {
            name: _money(_("A mile by {vehicle}").format(vehicle=name), word_error, pence)
            for name, pence in zip(_MILES, _mile_rates(policy), strict=True)
        }
        self._unpaid = QPlainTextEdit(policy.unpaid_kinds)
        self._unpaid.setAccessibleName(_("Recorded and not paid"))
        self._unpaid.setFixedHeight(grown(64))
        self._source = QLineEdit(policy.rate_source)
        self._source.setAccessibleName(_("Where the rate comes from"))
        self._add_fields()

    def _add_fields(self) -> None:
        hint = _("What was agreed before keeps its own rate.")
        self.form.add_field("from", _("From which day"), self._from, hint)
        self.form.add_field("basis", _("How time is paid"), self._basis)
        hint = _("It also shows what unpaid work is worth.")
        self.form.add_field("hour", _("An hour"), self._hour, hint)
        self.form.add_row(
            [
                ("half", _("A half day"), self._half),
                ("edge", _("A half day is up to and including"), self._edge),
                ("day", _("A day"), self._day),
            ]
        )
        self.form.add_row(
            [
                (name, _("A mile by {vehicle}").format(vehicle=name), field)
                for name, field in self._miles.items()
            ]
        )
        kinds = ", ".join(KINDS_OF_WORK[:4])
        hint = _("Leave miles empty for HMRC’s approved rate of the day of the journey.")
        self.form.box(_MILES[0]).field.setToolTip(hint)
        words = _("Kinds of work, one a line, as in: {kinds}.").format(kinds=kinds)
        self.form.add_field("unpaid", _("Recorded and not paid"), self._unpaid, words)
        hint = _("Printed beside the value of unpaid work.")
        self.form.add_field("source", _("Where the rate comes from"), self._source, hint)

    def policy(self) -> Policy:
        """Return the rules as they stand in the form."""
        return dataclasses.replace(
            self._before,
            effective_on=self._from.day() or self._before.effective_on,
            basis=self._basis.value() or self._before.basis,
            hourly_pence=self._hour.pence() or 0,
            half_day_pence=self._half.pence() or 0,
            half_day_up_to_minutes=self._edge.minutes() or self._before.half_day_up_to_minutes,
            day_pence=self._day.pence() or 0,
            car_mile_pence=self._miles["car"].pence(),
            motorcycle_mile_pence=self._miles["motorcycle"].pence(),
            bicycle_mile_pence=self._miles["bicycle"].pence(),
            unpaid_kinds=self._unpaid.toPlainText(),
            rate_source=self._source.text(),
        )


def _mile_rates(policy: Policy) -> tuple[int | None, ...]:
    return policy.car_mile_pence, policy.motorcycle_mile_pence, policy.bicycle_mile_pence


def _money(name: str, word_error: WordError, pence: int | None) -> MoneyEdit:
    field = MoneyEdit(name, word_error)
    field.set_pence(pence or None)
    return field
