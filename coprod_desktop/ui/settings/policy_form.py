"""The rules as a simple form: by the hour or the half day, and so much a mile."""

import dataclasses

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.policy import SimplePolicy, TimeBasis
from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.duration_edit import DurationEdit
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field, text_field

_KINDS_NAMED = 4


class PolicyForm(Form):
    """Collect simple rules; `changed` follows the typing, `policy()` returns what stands here."""

    def __init__(self, word_error: WordError) -> None:
        super().__init__()
        self._before = SimplePolicy()
        self.basis: ChoiceEdit[TimeBasis] = ChoiceEdit(
            _("How time is paid"),
            [
                Choice(TimeBasis.HOUR, _("By the hour")),
                Choice(TimeBasis.HALF_DAY, _("By the half day and day")),
                Choice(TimeBasis.UNPAID, _("Expenses only, for now")),
            ],
        )
        self.hour = MoneyEdit(_("An hour"), word_error)
        self.half_day = MoneyEdit(_("A half day"), word_error)
        self.day = MoneyEdit(_("A day"), word_error)
        self.edge = DurationEdit(_("A half day is up to"), word_error)
        self.car = MoneyEdit(_("A mile by car"), word_error)
        self.motorcycle = MoneyEdit(_("A mile by motorcycle"), word_error)
        self.bicycle = MoneyEdit(_("A mile by bicycle"), word_error)
        self.unpaid: QPlainTextEdit = text_field(_("Recorded and not paid"))
        self.source: QLineEdit = line_field(_("Where the rate comes from"))
        self._add_fields()
        self.basis.value_changed.connect(self._follow_basis)

    def _add_fields(self) -> None:
        self.add_field("basis", _("How time is paid"), self.basis)
        hint = _("It also shows what unpaid work is worth.")
        self.add_field("hour", _("An hour"), self.hour, hint)
        self.add_row(
            [
                ("half", _("A half day"), self.half_day),
                ("edge", _("It is up to and including"), self.edge),
                ("day", _("A day"), self.day),
            ]
        )
        self.add_row(
            [
                ("car", _("A mile by car"), self.car),
                ("motorcycle", _("By motorcycle"), self.motorcycle),
                ("bicycle", _("By bicycle"), self.bicycle),
            ]
        )
        for field in (self.car, self.motorcycle, self.bicycle):
            field.setPlaceholderText(_("HMRC’s rate"))
            hint = _("Leave it empty for HMRC’s approved rate of the day of the journey.")
            field.setToolTip(hint)
            field.setAccessibleDescription(hint)
        words = _("Kinds of work, one a line, as in: {kinds}.")
        hint = words.format(kinds=", ".join(KINDS_OF_WORK[:_KINDS_NAMED]))
        self.add_field("unpaid", _("Recorded and not paid"), self.unpaid, hint)
        hint = _("Printed beside the value of unpaid work.")
        self.add_field("source", _("Where the rate comes from"), self.source, hint)

    def show_policy(self, policy: SimplePolicy) -> None:
        """Show rules; nothing is told to have changed."""
        self._before = policy
        was_blocked = self.blockSignals(True)
        self.basis.set_value(policy.basis)
        self.hour.set_pence(policy.hourly_pence or None)
        self.half_day.set_pence(policy.half_day_pence or None)
        self.day.set_pence(policy.day_pence or None)
        self.edge.set_minutes(policy.half_day_up_to_minutes)
        self.car.set_pence(policy.car_mile_pence)
        self.motorcycle.set_pence(policy.motorcycle_mile_pence)
        self.bicycle.set_pence(policy.bicycle_mile_pence)
        if self.unpaid.toPlainText() != policy.unpaid_kinds:
            self.unpaid.setPlainText(policy.unpaid_kinds)
        self.source.setText(policy.rate_source)
        self.clear_errors()
        self.blockSignals(was_blocked)
        self._fit(policy.basis)

    def policy(self) -> SimplePolicy:
        """Return the rules as they stand in the form."""
        return dataclasses.replace(
            self._before,
            basis=self.basis.value() or self._before.basis,
            hourly_pence=self.hour.pence() or 0,
            half_day_pence=self.half_day.pence() or 0,
            half_day_up_to_minutes=self.edge.minutes() or self._before.half_day_up_to_minutes,
            day_pence=self.day.pence() or 0,
            car_mile_pence=self.car.pence(),
            motorcycle_mile_pence=self.motorcycle.pence(),
            bicycle_mile_pence=self.bicycle.pence(),
            unpaid_kinds=self.unpaid.toPlainText(),
            rate_source=self.source.text(),
        )

    def unread(self) -> str:
        """Return the key of the first field whose text is not understood; empty where all are."""
        if self.basis.value() is None:
            return "basis"
        fields = {
            "hour": self.hour,
            "half": self.half_day,
            "edge": self.edge,
            "day": self.day,
            "car": self.car,
            "motorcycle": self.motorcycle,
            "bicycle": self.bicycle,
        }
        unread = [key for key, one in fields.items() if one.text().strip() and one.value() is None]
        return unread[0] if unread else ""

    def _follow_basis(self, basis: TimeBasis | None) -> None:
        self._fit(basis)
        self.changed.emit()

    def _fit(self, basis: TimeBasis | None) -> None:
        for field in (self.half_day, self.edge, self.day):
            field.setEnabled(basis is TimeBasis.HALF_DAY)
