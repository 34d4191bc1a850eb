"""The form about a limit that a person asked us to watch, opened only on purpose."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.limit_sums import month_of_weeks
from coprod_desktop.domain.limit_words import ASK_AN_ADVISER
from coprod_desktop.domain.limits import (
    MONTHLY_RULES,
    OWN_RULES,
    LimitRule,
    LimitWatch,
    WorkAllowance,
)
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _
from coprod_desktop.services.limits import PublishedLimits
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.duration_edit import DurationEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.words import limit_rule_word, work_allowance_word

_SHOWN = {
    LimitRule.OWN_WEEK: ("own_pence", "own_minutes", "week_starts"),
    LimitRule.OWN_MONTH: ("own_pence", "own_minutes", "assessment_day"),
    LimitRule.PERMITTED_WORK: ("week_starts",),
    LimitRule.CARERS_ALLOWANCE: ("week_starts",),
    LimitRule.UNIVERSAL_CREDIT: ("assessment_day", "work_allowance"),
}


class LimitDialog(FormDialog):
    """Collect what one person asked us to watch; `stop_requested` wants it watched no longer."""

    stop_requested = Signal()

    def __init__(
        self,
        who: Participant,
        before: LimitWatch | None,
        published: PublishedLimits,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Only because {name} asked").format(name=who.name), _("Watch it"), parent
        )
        self._who, self._before, self._published, self._today = who, before, published, today
        rules = [Choice(rule, limit_rule_word(rule)) for rule in LimitRule]
        self._rule = ChoiceEdit(_("What to watch"), rules)
        self._pence = MoneyEdit(_("Money, not more than"), word_error)
        self._minutes = DurationEdit(_("Paid hours, not more than"), word_error, longest=None)
        weekdays = [Choice(at, name) for at, name in enumerate(_weekdays())]
        self._week = ChoiceEdit(_("The week begins on"), weekdays)
        days = [Choice(day, str(day)) for day in range(1, 32)]
        self._day = ChoiceEdit(_("The month begins on day"), days)
        allowances = [Choice(one, work_allowance_word(one)) for one in WorkAllowance]
        self._allowance = ChoiceEdit(_("Work allowance"), allowances)
        self._figures = label("", wraps=True)
        self._add_fields()
        self._fill(before)
        self._rule.value_changed.connect(lambda _rule: self._follow_rule())
        if before is not None:
            stop = Button(_("Stop watching"), icon_name="trash-2")
            stop.clicked.connect(self.stop_requested)
            self.add_action(stop)

    def _add_fields(self) -> None:
        form, name = self.form, self._who.name
        words = _(
            "A warning comes while work is typed and when a pay run is prepared. It stops nothing. "
            "It stands in no list and on no paper; only this file keeps it."
        )
        form.add_widget(label(words, wraps=True))
        form.add_field("rule", _("What {name} asked us to watch").format(name=name), self._rule)
        form.add_widget(self._figures)
        pence, minutes = _("Money, not more than"), _("Paid hours, not more than")
        form.add_row([("own_pence", pence, self._pence), ("own_minutes", minutes, self._minutes)])
        hint = _("For a benefit it is the benefit week. It differs by person: ask them.")
        form.add_field("week_starts", _("The week begins on"), self._week, hint)
        hint = _(
            "For Universal Credit the first day of the assessment period, from 1 to 31. It stands "
            "in their account."
        )
        form.add_field("assessment_day", _("The month begins on day"), self._day, hint)
        hint = _("As they say. Only people with a child or limited capability for work have one.")
        form.add_field("work_allowance", _("Work allowance"), self._allowance, hint)
        form.add_widget(label(ASK_AN_ADVISER, "quiet", wraps=True))

    def _fill(self, before: LimitWatch | None) -> None:
        self._week.set_value(before.week_starts if before else 0)
        self._allowance.set_value(before.work_allowance if before else WorkAllowance.NONE)
        if before is not None:
            self._rule.set_value(before.rule)
            self._pence.set_pence(before.own_pence)
            self._minutes.set_minutes(before.own_minutes)
            self._day.set_value(before.assessment_day)

    def open(self) -> None:
        """Show the form, as large as it becomes with every field."""
        super().open()
        self._follow_rule()

    def _follow_rule(self) -> None:
        """Show only what the chosen rule needs."""
        rule = self._rule.value()
        shown = _SHOWN.get(rule, ()) if rule is not None else ()
        for key in ("own_pence", "own_minutes", "week_starts", "assessment_day", "work_allowance"):
            self.form.box(key).setVisible(key in shown)
        if rule is not None and rule not in OWN_RULES:  # what is hidden shall not be in the way
            self._pence.set_pence(None)
            self._minutes.set_minutes(None)
        if rule is LimitRule.OWN_MONTH and self._day.value() is None:
            self._day.set_value(1)
        words = _figure_words(rule, self._published)
        self._figures.setText(words)
        self._figures.setVisible(bool(words))

    def watch(self) -> LimitWatch | None:
        """Return what was asked; None, with its sentence shown, while something is missing."""
        rule, day = self._rule.value(), self._day.value()
        if rule is None:
            self.show_error("rule", _("Choose what to watch first."))
            return None
        if rule in MONTHLY_RULES and day is None:
            self.show_error("assessment_day", _("Choose the day on which the month begins."))
            return None
        is_own = rule in OWN_RULES
        return LimitWatch(
            limit_watch_id=0,
            participant_id=self._who.participant_id,
            rule=rule,
            own_pence=self._pence.pence() if is_own else None,
            own_minutes=self._minutes.minutes() if is_own else None,
            week_starts=self._week.value() or 0,
            assessment_day=day or 1,
            work_allowance=self._allowance.value() or WorkAllowance.NONE,
            asked_on=self._today(),
        )


def _figure_words(rule: LimitRule | None, published: PublishedLimits) -> str:
    """Say what the law sets today; nothing for a figure of one's own."""
    if rule is LimitRule.PERMITTED_WORK:
        pence, minutes = published.permitted_pence, published.permitted_minutes
        if pence is not None and minutes is not None:
            words = _("Now {pence} a week at most, and fewer than {hours}.")
            hours = words_for_minutes(minutes)
            return words.format(pence=format_pounds(pence), hours=hours)
    if rule is LimitRule.CARERS_ALLOWANCE and published.carers_pence is not None:
        words = _(
            "Now {pence} a week at most, which is {month} a month. One penny more loses the week. "
            "In Scotland it is called Carer Support Payment."
        )
        month = format_pounds(month_of_weeks(published.carers_pence))
        return words.format(pence=format_pounds(published.carers_pence), month=month)
    housing, other = published.allowance_housing_pence, published.allowance_no_housing_pence
    if rule is LimitRule.UNIVERSAL_CREDIT and housing is not None and other is not None:
        words = _("Work allowances now: {housing} a month with help for housing, {other} without.")
        return words.format(housing=format_pounds(housing), other=format_pounds(other))
    return ""


def _weekdays() -> tuple[str, ...]:
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
