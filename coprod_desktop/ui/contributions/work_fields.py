"""The fields about one piece of work: who, when, how long, for what, and whether it is paid."""

import dataclasses
import datetime
import enum
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.earlier import EarlierWork
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.i18n import _
from coprod_desktop.ui.entry_choices import EntryChoices
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.duration_edit import DurationEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import text_field
from coprod_desktop.ui.widgets.suggest_edit import SuggestEdit, suggest_texts
from coprod_desktop.ui.words import capacity_word, pay_word

E = TypeVar("E", bound=enum.StrEnum)
Today = Callable[[], datetime.date]


class WorkFields:
    """Put the fields of a piece of work into a dialog, and read them."""

    def __init__(
        self, dialog: FormDialog, choices: EntryChoices, word_error: WordError, today: Today
    ) -> None:
        self._dialog = dialog
        self._projects = frozenset(one.project_id for one in choices.projects)
        self._people = {one.participant_id: one for one in choices.people}
        self._kinds = choices.kinds
        self._by_hand: set[QLineEdit] = set()
        self.person = ChoiceEdit[int](_("Participant"), choices.offered_people())
        self.capacity = _members(_("Taking part as"), Capacity, capacity_word)
        self.day = DateEdit(_("Date"), word_error, today, looks_back=True)
        self.time = DurationEdit(_("Time"), word_error)
        self.what = SuggestEdit[EarlierWork](_("What was done"))
        self.project = ChoiceEdit[int](_("Project"), choices.offered_projects())
        self.kind = ChoiceEdit[str](_("Kind of work"))
        self.pay = _members(_("Paid or unpaid"), Pay, pay_word)
        self.skills = SuggestEdit[str](_("Skills used"))
        self.note = text_field(_("Note"))
        self._show_kinds(choices.kinds)
        self.what.set_choices([Choice(one, one.what) for one in choices.earlier.works])
        suggest_texts(self.skills, choices.earlier.skills)
        self._add()
        self._watch()

    def fill(self, piece: Contribution) -> None:
        """Show a piece of work."""
        self._show_kinds((*self._kinds, piece.kind_of_work))
        self.person.set_value(piece.participant_id)
        self.capacity.set_value(piece.capacity)
        self.day.set_day(piece.worked_on)
        self.time.set_minutes(piece.minutes)
        self.what.setText(piece.what)
        self.project.set_value(piece.project_id)
        self.kind.set_value(piece.kind_of_work)
        self.pay.set_value(piece.pay)
        self.skills.setText(piece.skills)
        self._show_note(piece.note)

    def show_missing(self) -> bool:
        """Show a sentence under the first field that is still needed; return whether one is."""
        for key, value in (
            ("person", self.person.value()),
            ("day", self.day.day()),
            ("time", self.time.minutes()),
            ("project", self.project.value()),
            ("kind", self.kind.value()),
        ):
            if value is None:
                self._dialog.show_error(key, _("This is needed. Write or choose it."))
                return True
        return False

    def contribution(self, before: Contribution | None = None) -> Contribution | None:
        """Return the work as far as it is typed; None while a field is empty or not understood.

        What has no field here stays as it was `before`.
        """
        day, minutes = self.day.day(), self.time.minutes()
        person, project, kind = self.person.value(), self.project.value(), self.kind.value()
        if person is None or day is None or not minutes or project is None or kind is None:
            return None
        piece = Contribution(
            contribution_id=0,
            participant_id=person,
            project_id=project,
            worked_on=day,
            minutes=minutes,
            kind_of_work=kind,
            capacity=self.capacity.value() or self._people[person].capacity,
            pay=self.pay.value() or Pay.PAID,
            what=self.what.text() or kind,
            skills=self.skills.text(),
            note=self.note.toPlainText(),
        )
        if before is None:
            return piece
        shown = {name: getattr(piece, name) for name in _SHOWN}
        return dataclasses.replace(before, **{**shown, "what": self.what.text()})

    def begin_another(self) -> None:
        """Empty what the next entry will not share: the person, the note."""
        self.person.set_value(None)
        self.capacity.set_value(None)
        self._show_note("")
        self._by_hand.clear()
        self.person.setFocus()

    # --- how it works --------------------------------------------------------------------------

    def _show_note(self, note: str) -> None:
        with QSignalBlocker(self.note):  # what is only shown is no change by the person
            self.note.setPlainText(note)

    def _show_kinds(self, kinds: Sequence[str]) -> None:
        self.kind.set_choices([Choice(kind, kind) for kind in dict.fromkeys(kinds)])

    def _add(self) -> None:
        form = self._dialog.form
        form.add_row(
            [
                ("person", _("Participant"), self.person),
                ("capacity", _("Taking part as"), self.capacity),
            ]
        )
        form.add_row([("day", _("Date"), self.day), ("time", _("Time"), self.time)])
        form.add_field("what", _("What was done"), self.what)
        form.add_row(
            [("project", _("Project"), self.project), ("kind", _("Kind of work"), self.kind)]
        )
        form.add_row(
            [("pay", _("Paid or unpaid"), self.pay), ("skills", _("Skills used"), self.skills)]
        )
        form.add_field("note", _("Note"), self.note)

    def _watch(self) -> None:
        for part in (self.time, self.project.line, self.kind.line, self.skills):
            part.textEdited.connect(lambda _text, part=part: self._by_hand.add(part))
        self.project.activated.connect(lambda _at: self._by_hand.add(self.project.line))
        self.kind.activated.connect(lambda _at: self._by_hand.add(self.kind.line))
        self.what.picked.connect(self._fill_from)

    def follow_person(self) -> None:
        """Have somebody who is chosen take part as they usually do."""
        self.person.value_changed.connect(self._show_capacity)

    def _show_capacity(self, person_id: int | None) -> None:
        if person_id is not None:
            self.capacity.set_value(self._people[person_id].capacity)

    def _fill_from(self, earlier: EarlierWork) -> None:
        """Take the rest from the last time, but what was typed here, and go to the time."""
        is_open = earlier.project_id in self._projects
        if is_open and self.project.line not in self._by_hand:
            self.project.set_value(earlier.project_id)
        if self.kind.line not in self._by_hand:
            self._show_kinds((*self._kinds, earlier.kind_of_work))
            self.kind.set_value(earlier.kind_of_work)
        if self.skills not in self._by_hand and earlier.skills:
            self.skills.setText(earlier.skills)
        if self.time not in self._by_hand:
            self.time.set_minutes(earlier.minutes)
        self.time.setFocus()
        self.time.selectAll()


_SHOWN = (
    "participant_id",
    "project_id",
    "worked_on",
    "minutes",
    "kind_of_work",
    "capacity",
    "pay",
    "skills",
    "note",
)


def _members(name: str, kind: type[E], word: Callable[[E], str]) -> ChoiceEdit[E]:
    return ChoiceEdit(name, [Choice(member, word(member)) for member in kind])
