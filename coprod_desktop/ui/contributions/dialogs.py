"""The forms about a contribution: correct it, change what the person chose, send it back."""

import dataclasses
import datetime
import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.checks import Finding
from coprod_desktop.domain.contributions import Choice, Contribution, Pay
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _
from coprod_desktop.services.before_saving import WorkQuote
from coprod_desktop.ui.asked_block import AskedBlock
from coprod_desktop.ui.contributions.work_fields import WorkFields
from coprod_desktop.ui.entry_choices import EntryChoices
from coprod_desktop.ui.pause import Pause
from coprod_desktop.ui.quote_words import offer_words
from coprod_desktop.ui.widgets.choice_edit import Choice as Option
from coprod_desktop.ui.widgets.choice_edit import ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import text_field
from coprod_desktop.ui.words import check_word, choice_word

E = TypeVar("E", bound=enum.StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCorrect:
    """A contribution, and whom and what it could be about."""

    contribution: Contribution
    choices: EntryChoices


class WorkDialog(FormDialog):
    """Collect one piece of work, and say while it is typed what it would come to.

    `looked(contribution)` wants to know, while somebody types, what there is to look at.
    """

    looked = Signal(object)

    def __init__(
        self,
        texts: tuple[str, str],
        choices: EntryChoices,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        """Make the form with its title and the words of its button."""
        super().__init__(*texts, parent)
        self.fields = WorkFields(self, choices, word_error, today)
        self._remark = label("", "warn", wraps=True)
        self.asked = AskedBlock(word_error, today, after=self.fields.note)
        self.form.add_widget(self.asked)
        self.add_foot(self._remark)
        self._remark.hide()
        self._later = Pause(self._look, self)
        self.asked.changed.connect(self.form.changed)
        self.asked.grown.connect(lambda: self.make_room_for(self.asked))
        self.form.changed.connect(self._later.begin)

    def _look(self) -> None:
        draft = self.draft()
        if draft is not None:
            self.looked.emit(draft)

    def contribution(self) -> Contribution | None:
        """Return it as the form stands; None, with its sentence shown, while a field is empty."""
        return None if self.fields.show_missing() else self.draft()

    def draft(self) -> Contribution | None:
        """Return it as far as it is typed; None while a field is empty or not understood."""
        piece = self.fields.contribution(self._before())
        if piece is None:
            return None
        return dataclasses.replace(piece, circumstances=self.asked.text())

    def _forget_changes(self) -> None:
        """Treat what stands in the fields now as nobody's typing."""
        self.start_again()
        self._later.stop()

    def _before(self) -> Contribution | None:
        """Return what keeps the facts that have no field here."""
        return None

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


class CorrectDialog(WorkDialog):
    """Collect what a contribution really was; saving prices it again."""

    def __init__(
        self,
        known: ToCorrect,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        texts = _("Correct a contribution"), _("Save the correction")
        super().__init__(texts, known.choices, word_error, today, parent)
        self._known = known.contribution
        self.asked.start(known.contribution.circumstances)
        self.fields.fill(known.contribution)
        self._forget_changes()

    def _before(self) -> Contribution:
        return self._known


class LogWorkDialog(WorkDialog):
    """Collect a new piece of work; `another_requested` logs it and begins the next.

    What is repeated stands in the fields with the day of today, and above them as it was.
    """

    def __init__(
        self,
        choices: EntryChoices,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
        *,
        repeated: Contribution | None = None,
    ) -> None:
        texts = _("Log work"), _("Log it")
        super().__init__(texts, choices, word_error, today, parent)
        self.add_another(_("Save and log another"))
        self.fields.day.set_day(today())
        self.fields.pay.set_value(Pay.PAID)
        self.fields.project.set_value(choices.only_project_id)
        if repeated is not None:
            self.fields.fill(again(repeated, today()))
            names = {one.participant_id: one.name for one in choices.people}
            self._show_original(repeated, names.get(repeated.participant_id, ""))
        self.fields.follow_person()
        self._forget_changes()
        self.form.setFocusProxy(self.fields.person if repeated is None else self.fields.time)
        self.form.setFocus()

    def show_quote(self, quote: WorkQuote | None) -> None:
        """Say what would be offered, and ask what the policy asks."""
        super().show_quote(quote)
        self.asked.show_answer(None if quote is None else offer_words(quote.contribution))

    def begin_another(self) -> None:
        """Stay open for the next person; what several people share stays in its fields."""
        self.form.clear_errors()
        self.asked.ask(())
        self.asked.show_answer(None)
        self.show_findings(())
        self.fields.begin_another()
        self._forget_changes()

    def _show_original(self, piece: Contribution, name: str) -> None:
        words = _(
            "This repeats an earlier entry, with the date of today and without its note. It was: "
            "{name}, {what}, {time} on {day}, {pence} offered."
        ).format(
            name=name,
            what=piece.what,
            time=words_for_minutes(piece.minutes),
            day=long_day(piece.worked_on),
            pence=format_pounds(piece.offered_pence),
        )
        self.form.put_first(MessageBar(MessageKind.INFO, words, is_closable=False))


def again(piece: Contribution, day: datetime.date) -> Contribution:
    """Return a piece of work as it would be logged once more on a day: without its note."""
    return dataclasses.replace(piece, worked_on=day, note="")


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


def _members(name: str, kind: type[E], word: Callable[[E], str], now: E) -> ChoiceEdit[E]:
    edit = ChoiceEdit(name, [Option(member, word(member)) for member in kind])
    edit.set_value(now)
    return edit
