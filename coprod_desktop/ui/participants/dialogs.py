"""The forms about a participant: the person, and what was agreed."""

import dataclasses
import datetime
import enum
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QCheckBox, QWidget

from coprod_desktop.domain.participants import Capacity, ContactBy, PaidBy, Participant
from coprod_desktop.domain.projects import Engagement, Project
from coprod_desktop.i18n import _
from coprod_desktop.ui.participants.aliases import AliasBlock
from coprod_desktop.ui.participants.paper_fields import PaperFields
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field, text_field
from coprod_desktop.ui.words import capacity_word, contact_word, paid_by_word

E = TypeVar("E", bound=enum.StrEnum)
NEW = Participant(participant_id=0, name="")


class ParticipantDialog(FormDialog):
    """Collect how a person wants to be named, contacted and paid.

    `aliases` says how else the person is written; it is hidden until the person is there.
    """

    def __init__(self, before: Participant = NEW, parent: QWidget | None = None) -> None:
        is_new = before.participant_id == 0
        title = _("Add a participant") if is_new else before.name
        super().__init__(title, _("Add") if is_new else _("Save"), parent)
        self._before = before
        self._lines = {
            key: line_field(text, getattr(before, key))
            for key, text in (
                ("name", _("Name")),
                ("name_on_papers", _("Name on papers")),
                ("name_in_script", _("Name in their own script")),
                ("email", _("Email")),
                ("phone", _("Phone")),
            )
        }
        self._capacity = _choices(_("Taking part as"), Capacity, capacity_word, before.capacity)
        self._contact = _choices(_("Prefers"), ContactBy, contact_word, before.contact_by)
        self._paid_by = _choices(_("Paid by"), PaidBy, paid_by_word, before.paid_by)
        self._papers = PaperFields(before)
        self._notes = {
            "address": text_field(_("Address"), before.address),
            "access_needs": text_field(_("What they need to take part"), before.access_needs),
            "wishes": text_field(_("How they want to be involved"), before.wishes),
        }
        self._is_active = QCheckBox(_("Takes part at the moment"))
        self._is_active.setChecked(before.is_active)
        self.aliases = AliasBlock()
        self.aliases.setVisible(not is_new)
        self._add_fields()

    def _add_fields(self) -> None:
        lines, form = self._lines, self.form
        form.add_field("name", _("Name"), lines["name"])
        form.add_row(
            [
                ("name_on_papers", _("Name on papers, if another"), lines["name_on_papers"]),
                ("name_in_script", _("Name in their own script"), lines["name_in_script"]),
            ]
        )
        form.add_widget(self.aliases)
        form.add_row(
            [
                ("capacity", _("Taking part as"), self._capacity),
                ("contact_by", _("Prefers to hear by"), self._contact),
            ]
        )
        form.add_row([("phone", _("Phone"), lines["phone"]), ("email", _("Email"), lines["email"])])
        form.add_field("address", _("Address"), self._notes["address"])
        form.add_field("paid_by", _("Paid by"), self._paid_by)
        hint = _("Kept here for planning. It is never printed.")
        words = _("What they need to take part")
        form.add_field("access_needs", words, self._notes["access_needs"], hint)
        form.add_field("wishes", _("How they want to be involved"), self._notes["wishes"])
        self._papers.add_to(form)
        form.add_widget(self._is_active)

    def participant(self) -> Participant:
        """Return the person as the form stands."""
        before = self._before
        return dataclasses.replace(
            self._papers.asked_of(before),
            name=self._lines["name"].text(),
            name_on_papers=self._lines["name_on_papers"].text(),
            name_in_script=self._lines["name_in_script"].text(),
            email=self._lines["email"].text(),
            phone=self._lines["phone"].text(),
            address=self._notes["address"].toPlainText(),
            access_needs=self._notes["access_needs"].toPlainText(),
            wishes=self._notes["wishes"].toPlainText(),
            capacity=self._capacity.value() or before.capacity,
            contact_by=self._contact.value() or before.contact_by,
            paid_by=self._paid_by.value() or before.paid_by,
            is_active=self._is_active.isChecked(),
        )


class EngagementDialog(FormDialog):
    """Collect what was agreed with a person for a project."""

    def __init__(
        self,
        who: Participant,
        projects: Sequence[Project],
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        title = _("What we agree with {name}").format(name=who.name)
        super().__init__(title, _("Save what we agreed"), parent)
        self._who = who
        choices = [Choice(project.project_id, project.name) for project in projects]
        self._project = ChoiceEdit(_("Project"), choices)
        if len(projects) == 1:
            self._project.set_value(projects[0].project_id)
        self._role = line_field(_("Role"), "")
        self._from = DateEdit(_("From"), word_error, today)
        self._from.set_day(today())
        self._rate = MoneyEdit(_("An hour, if another rate"), word_error)
        self._agreed = text_field(_("What else was agreed"), "")
        self.form.add_field("project", _("Project"), self._project)
        self.form.add_row([("role", _("Role"), self._role), ("from", _("From"), self._from)])
        hint = _("Leave it empty for the usual rate.")
        self.form.add_field("rate", _("An hour, if another rate"), self._rate, hint)
        self.form.add_field("agreed", _("What else was agreed"), self._agreed)

    def engagement(self) -> Engagement | None:
        """Return what was agreed; None, with its sentence shown, while the project is missing."""
        project_id, starts_on = self._project.value(), self._from.day()
        if project_id is None or starts_on is None:
            missing = "project" if project_id is None else "from"
            self.show_error(missing, _("Choose this first."))
            return None
        return Engagement(
            engagement_id=0,
            participant_id=self._who.participant_id,
            project_id=project_id,
            role=self._role.text(),
            capacity=self._who.capacity,
            starts_on=starts_on,
            hourly_pence=self._rate.pence(),
            agreed=self._agreed.toPlainText(),
        )


def _choices(name: str, kind: type[E], word: Callable[[E], str], now: E) -> ChoiceEdit[E]:
    edit = ChoiceEdit(name, [Choice(member, word(member)) for member in kind])
    edit.set_value(now)
    return edit
