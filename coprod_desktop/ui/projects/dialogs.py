"""The forms about a project: the project, and what support to take part cost."""

import dataclasses
import datetime
from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from coprod_desktop.domain.earlier import EarlierValues
from coprod_desktop.domain.expenses import SupportCost
from coprod_desktop.domain.projects import Project
from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field, text_field
from coprod_desktop.ui.widgets.suggest_edit import SuggestEdit, suggest_texts

NEW = Project(project_id=0, name="")


class ProjectDialog(FormDialog):
    """Collect what a project is, what it may cost, and what it is honest about."""

    def __init__(
        self,
        before: Project,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        is_new = before.project_id == 0
        title = _("Add a project") if is_new else before.name
        super().__init__(title, _("Add") if is_new else _("Save"), parent)
        self._before = before
        self._name = line_field(_("Name"), before.name)
        self._code = line_field(_("Cost code"), before.cost_code)
        self._budget = MoneyEdit(_("Budget for involvement"), word_error)
        self._budget.set_pence(before.budget_pence or None)
        self._from = DateEdit(_("Begins on"), word_error, today)
        self._from.set_day(before.starts_on)
        self._to = DateEdit(_("Ends on"), word_error, today)
        self._to.set_day(before.ends_on)
        self._texts = {
            key: text_field(name, getattr(before, key))
            for key, name in (
                ("who_decides", _("Who decides")),
                ("what_can_change", _("What can change, and what cannot")),
                ("what_changed", _("What changed because of the work")),
                ("what_next", _("What happens next")),
                ("what_changed_cy", _("What changed, in Welsh")),
                ("what_next_cy", _("What happens next, in Welsh")),
            )
        }
        self._is_open = QCheckBox(_("Work can be logged for it"))
        self._is_open.setChecked(before.is_open)
        self._add_fields()

    def _add_fields(self) -> None:
        form, texts = self.form, self._texts
        form.add_field("name", _("Name"), self._name)
        form.add_row(
            [
                ("code", _("Cost code"), self._code),
                ("budget", _("Budget for involvement"), self._budget),
            ]
        )
        form.add_row([("from", _("Begins on"), self._from), ("to", _("Ends on"), self._to)])
        form.add_field("who_decides", _("Who decides"), texts["who_decides"])
        words = _("What can change, and what cannot")
        form.add_field("what_can_change", words, texts["what_can_change"])
        hint = _("Printed on statements.")
        words = _("What changed because of the work")
        form.add_field("what_changed", words, texts["what_changed"], hint)
        form.add_field("what_next", _("What happens next"), texts["what_next"], hint)
        hint = _("If you have it. Else statements in Welsh say it in English.")
        words = _("What changed, in Welsh")
        form.add_field("what_changed_cy", words, texts["what_changed_cy"], hint)
        words = _("What happens next, in Welsh")
        form.add_field("what_next_cy", words, texts["what_next_cy"], hint)
        form.add_widget(self._is_open)

    def project(self) -> Project:
        """Return the project as the form stands."""
        texts = self._texts
        return dataclasses.replace(
            self._before,
            name=self._name.text(),
            cost_code=self._code.text(),
            budget_pence=self._budget.pence() or 0,
            starts_on=self._from.day(),
            ends_on=self._to.day(),
            who_decides=texts["who_decides"].toPlainText(),
            what_can_change=texts["what_can_change"].toPlainText(),
            what_changed=texts["what_changed"].toPlainText(),
            what_next=texts["what_next"].toPlainText(),
            what_changed_cy=texts["what_changed_cy"].toPlainText(),
            what_next_cy=texts["what_next_cy"].toPlainText(),
            is_open=self._is_open.isChecked(),
        )


class SupportCostDialog(FormDialog):
    """Collect what support to take part cost, such as an interpreter."""

    def __init__(
        self,
        project: Project,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        title = _("Support to take part in {project}").format(project=project.name)
        super().__init__(title, _("Add"), parent)
        self._project_id = project.project_id
        self._kind = line_field(_("What kind of support"), "")
        self._supplier = SuggestEdit[str](_("Who was paid"))
        self._day = DateEdit(_("On"), word_error, today, looks_back=True)
        self._day.set_day(today())
        self._cost = MoneyEdit(_("Cost"), word_error)
        hint = _("Such as interpreter, personal assistant or childcare.")
        self.form.add_field("kind", _("What kind of support"), self._kind, hint)
        self.form.add_field("supplier", _("Who was paid"), self._supplier)
        self.form.add_row([("day", _("On"), self._day), ("cost", _("Cost"), self._cost)])

    def offer(self, earlier: EarlierValues) -> None:
        """Offer those who were paid for support before."""
        suggest_texts(self._supplier, earlier.suppliers)

    def cost(self) -> SupportCost | None:
        """Return the cost; None, with its sentence shown, while something is missing."""
        pence, day = self._cost.pence(), self._day.day()
        if not pence:
            self.show_error("cost", _("Write what it cost."))
            return None
        if day is None:
            self.show_error("day", _("Write the day."))
            return None
        return SupportCost(
            support_cost_id=0,
            project_id=self._project_id,
            incurred_on=day,
            kind=self._kind.text(),
            supplier=self._supplier.text(),
            cost_pence=pence,
        )
