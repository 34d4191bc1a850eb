"""The forms about a contribution: correct it, change what the person chose, send it back."""

import dataclasses
import datetime
import enum
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.checks import Finding
from coprod_desktop.domain.contributions import Choice, Contribution, Pay
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.i18n import _
from coprod_desktop.services.before_saving import WorkQuote
from coprod_desktop.ui.asked_block import AskedBlock
from coprod_desktop.ui.pause import Pause
from coprod_desktop.ui.quote_words import offer_words
from coprod_desktop.ui.widgets.choice_edit import Choice as Option
from coprod_desktop.ui.widgets.choice_edit import ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.duration_edit import DurationEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field, text_field
from coprod_desktop.ui.words import capacity_word, check_word, choice_word, pay_word

E = TypeVar("E", bound=enum.StrEnum)
V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCorrect:
    """A contribution, and whom and what it could be about."""

    contribution: Contribution
    people: tuple[Participant, ...]
    projects: tuple[Project, ...]
    kinds: tuple[str, ...] = KINDS_OF_WORK


class CorrectDialog(FormDialog):
    """Collect what a contribution really was; saving prices it again.

    `looked(contribution)` wants to know, while somebody types, what there is to look at.
    """

    looked = Signal(object)

    def __init__(
        self,
        known: ToCorrect,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Correct a contribution"), _("Save the correction"), parent)
        before = self._before = known.contribution
        self._person = _options(
            _("Participant"),
            [(one.participant_id, one.name) for one in known.people],
            before.participant_id,
        )
        self._project = _options(
            _("Project"),
            [(one.project_id, one.name) for one in known.projects],
            before.project_id,
        )
        self._day = DateEdit(_("Date"), word_error, today)
        self._day.set_day(before.worked_on)
        self._time = DurationEdit(_("Time"), word_error)
        self._time.set_minutes(before.minutes)
        kinds = dict.fromkeys((*known.kinds, before.kind_of_work))
        self._kind = _options(
            _("Kind of work"), [(kind, kind) for kind in kinds], before.kind_of_work
        )
        self._capacity = _members(_("Taking part as"), Capacity, capacity_word, before.capacity)
        self._pay = _members(_("Paid or unpaid"), Pay, pay_word, before.pay)
        self._what = line_field(_("What was done"), before.what)
        self._skills = line_field(_("Skills used"), before.skills)
        self._note = text_field(_("Note"), before.note)
        self._remark = label("", "warn", wraps=True)
        self.asked = AskedBlock(word_error, today, after=self._note)
        self.asked.start(before.circumstances)
        self._add_fields()
        self._later = Pause(self._look, self)
        self.asked.changed.connect(self.form.changed)
        self.asked.grown.connect(lambda: self.make_room_for(self.asked))
        self.form.changed.connect(self._later.begin)

    def _add_fields(self) -> None:
        form = self.form
        form.add_row(
            [
                ("person", _("Participant"), self._person),
                ("capacity", _("Taking part as"), self._capacity),
            ]
        )
        form.add_row([("day", _("Date"), self._day), ("time", _("Time"), self._time)])
        form.add_field("what", _("What was done"), self._what)
        form.add_row(
            [("project", _("Project"), self._project), ("kind", _("Kind of work"), self._kind)]
        )
        form.add_row(
            [("pay", _("Paid or unpaid"), self._pay), ("skills", _("Skills used"), self._skills)]
        )
        form.add_field("note", _("Note"), self._note)
        form.add_widget(self.asked)
        self.add_foot(self._remark)
        self._remark.hide()

    def _look(self) -> None:
        draft = self.draft()
        if draft is not None:
            self.looked.emit(draft)

    def contribution(self) -> Contribution | None:
        """Return it as the form stands; None, with its sentence shown, while a field is empty."""
        day, minutes = self._day.day(), self._time.minutes()
        person, project, kind = self._person.value(), self._project.value(), self._kind.value()
        for key, value in (
            ("person", person),
            ("day", day),
            ("time", minutes),
            ("project", project),
            ("kind", kind),
        ):
            if value is None:
                self.show_error(key, _("This is needed. Write or choose it."))
                return None
        return self.draft()

    def draft(self) -> Contribution | None:
        """Return it as far as it is typed; None while a field is empty or not understood."""
        before, day, minutes = self._before, self._day.day(), self._time.minutes()
        person, project, kind = self._person.value(), self._project.value(), self._kind.value()
        if person is None or day is None or not minutes or project is None or kind is None:
            return None
        return dataclasses.replace(
            before,
            participant_id=person,
            project_id=project,
            worked_on=day,
            minutes=minutes,
            kind_of_work=kind,
            capacity=self._capacity.value() or before.capacity,
            pay=self._pay.value() or before.pay,
            what=self._what.text(),
            skills=self._skills.text(),
            note=self._note.toPlainText(),
            circumstances=self.asked.text(),
        )

    def show_quote(self, quote: WorkQuote | None) -> None:
        """Ask what the policy asks; where it asks something, say what would be offered."""
        if quote is not None:
            self.asked.ask(quote.asked)
        is_asked = quote is not None and quote.asked
        self.asked.show_answer(offer_words(quote.contribution) if quote and is_asked else None)

    @property
    def remark(self) -> str:
        """Return what is said under the form."""
        return self._remark.text()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say under the form what there is to look at; it keeps nobody from saving."""
        said = [f"{check_word(one.kind)}. {one.because}" for one in findings]
        if said:
            said.append(_("It can be saved all the same."))
        words = "\n".join(said)
        if words != self._remark.text():
            self._remark.setText(words)
            self._remark.setVisible(bool(said))
            announce(self, words)


class AnswerDialog(FormDialog):
    """Collect what the person says to the offer now; it can change until the money is paid."""

    def __init__(
        self,
        contribution: Contribution,
        name: str,
        word_error: WordError,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("What {name} chooses").format(name=name), _("Save the choice"), parent)
        offered = format_pounds(contribution.offered_pence)
        self._answer = _members(_("Choice"), Choice, choice_word, contribution.choice)
        self._part = MoneyEdit(_("How much of it"), word_error)
        if contribution.choice is Choice.PART:
            self._part.set_pence(contribution.agreed_pence)
        hint = _("{pence} is offered. The work stays on the statement whatever is chosen.")
        self.form.add_field("choice", _("Choice"), self._answer, hint.format(pence=offered))
        words = _("Only where a part of the offer is taken.")
        self.form.add_field("part", _("How much of it"), self._part, words)
        self._answer.value_changed.connect(self._fit)
        self._fit(contribution.choice)

    def _fit(self, choice: Choice | None) -> None:
        self._part.setEnabled(choice is Choice.PART)

    def answer(self) -> tuple[Choice, int] | None:
        """Return the choice and the part in pence; None, with its sentence, where one lacks."""
        choice, part = self._answer.value(), self._part.pence()
        if choice is None:
            self.show_error("choice", _("Choose what the person said."))
            return None
        if choice is Choice.PART and part is None:
            self.show_error("part", _("Write how much of the offer is taken."))
            return None
        return choice, (part or 0) if choice is Choice.PART else 0


class SendBackDialog(FormDialog):
    """Collect the reason for sending a contribution back."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        title = _("Send the work of {name} back").format(name=name)
        super().__init__(title, _("Send back"), parent)
        self._reason = text_field(_("Reason"))
        hint = _("Whoever logged it reads this, and can correct it.")
        self.form.add_field("reason", _("Reason"), self._reason, hint)

    def reason(self) -> str:
        """Return the reason."""
        return self._reason.toPlainText()


def _options(name: str, pairs: Sequence[tuple[V, str]], now: V) -> ChoiceEdit[V]:
    edit = ChoiceEdit(name, [Option(value, text) for value, text in pairs])
    edit.set_value(now)
    return edit


def _members(name: str, kind: type[E], word: Callable[[E], str], now: E) -> ChoiceEdit[E]:
    edit = ChoiceEdit(name, [Option(member, word(member)) for member in kind])
    edit.set_value(now)
    return edit
