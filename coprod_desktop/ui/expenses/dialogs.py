"""The forms about expenses: log a claim, add to it, agree another amount, send it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.dates import list_day, short_day
from coprod_desktop.domain.earlier import EarlierCost
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.domain.summaries import ClaimSummary
from coprod_desktop.i18n import _
from coprod_desktop.services.before_saving import LineQuote
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.ui.asked_block import AskedBlock
from coprod_desktop.ui.drafts import KEEP_KEYS, keep_words
from coprod_desktop.ui.entry_choices import EntryChoices
from coprod_desktop.ui.expenses.line_fields import LineFields, Today
from coprod_desktop.ui.pause import Pause
from coprod_desktop.ui.quote_words import claimed_words, line_words
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import ElidedLabel, label
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import text_field


class ExpenseDialog(FormDialog):
    """Collect one expense of one person; `entry()` returns it, or shows what is missing.

    `quote_wanted(entry)` wants to know, while somebody types, what the policy makes of it.
    `other_save_requested` keeps it as a draft, which may have no line yet.
    """

    quote_wanted = Signal(object)

    def __init__(
        self,
        choices: EntryChoices,
        word_error: WordError,
        today: Today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Log expenses"), _("Log it"), parent)
        self.add_other_save(keep_words(), shortcut=KEEP_KEYS)
        self.add_another(_("Save and log another"))
        self._person = ChoiceEdit(_("Participant"), choices.offered_people())
        self._project = ChoiceEdit(_("Project"), choices.offered_projects())
        self._project.set_value(choices.only_project_id)
        self._line = LineFields(self, word_error, today, self._ask_for_quote)
        self.asked = self._line.asked
        day = ("day", _("Spent on"), self._line.day)
        self.form.add_field("person", _("Participant"), self._person)
        self.form.add_row([("project", _("Project"), self._project), day])
        self._line.add()
        costs = choices.earlier.costs
        self._line.what.set_choices([Choice(one, one.what) for one in costs])
        self._line.what.picked.connect(self._take_project)
        for chosen in (self._person, self._project):
            chosen.value_changed.connect(lambda _value: self._line.later.begin())

    def begin_another(self) -> None:
        """Stay open for the next person; the project and the day stay."""
        self.start_again()
        self.form.clear_errors()
        self._person.set_value(None)
        self._line.begin_another()
        self._person.setFocus()

    def _take_project(self, earlier: EarlierCost) -> None:
        if self._project.value() is None:
            self._project.set_value(earlier.project_id)

    def entry(self, *, is_draft: bool = False) -> ExpenseEntry | None:
        """Return the claim; None, with its sentence shown, while something is missing.

        A draft may have no line yet, but nothing that was typed is left out of it.
        """
        person, project, day = self._person.value(), self._project.value(), self._line.day.day()
        for key, value in (("person", person), ("project", project), ("day", day)):
            if value is None:
                self.show_error(key, _("Choose this first."))
                return None
        lines: tuple[ExpenseLine, ...] = ()
        if not (is_draft and self._line.are_empty):
            line = self._line.line()
            if line is None:
                return None
            lines = (line,)
        if person is None or project is None or day is None:
            return None
        return ExpenseEntry(
            participant_id=person,
            project_id=project,
            claimed_on=day,
            lines=lines,
            is_draft=is_draft,
        )

    def draft(self) -> ExpenseEntry | None:
        """Return the claim as far as it is typed; None while something is missing."""
        person, project, line = self._person.value(), self._project.value(), self._line.draft()
        if person is None or project is None or line is None:
            return None
        return ExpenseEntry(
            participant_id=person, project_id=project, claimed_on=line.spent_on, lines=(line,)
        )

    def show_quote(self, quote: LineQuote | None) -> None:
        """Ask what the policy asks, and say what would be agreed; it keeps nobody from saving."""
        self._line.show_quote(quote)

    def _ask_for_quote(self) -> None:
        self.quote_wanted.emit(self.draft())


class LineDialog(FormDialog):
    """Collect one more line of a claim that is saved already.

    `quote_wanted(line)` wants to know, while somebody types, what the policy makes of it.
    """

    quote_wanted = Signal(object)

    def __init__(
        self,
        claim: ClaimSummary,
        word_error: WordError,
        today: Today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Add a line"), _("Add it"), parent)
        words = _("{name}, claimed on {day}")
        about = words.format(name=claim.participant, day=list_day(claim.claimed_on))
        self.form.add_widget(ElidedLabel(about, "quiet"))
        self._line = LineFields(self, word_error, today, self._ask_for_quote)
        self.asked = self._line.asked
        self.form.add_field("day", _("Spent on"), self._line.day)
        self._line.add()

    def line(self) -> ExpenseLine | None:
        """Return the line; None, with its sentence shown, while something is missing."""
        return self._line.line()

    def show_quote(self, quote: LineQuote | None) -> None:
        """Ask what the policy asks, and say what would be agreed; it keeps nobody from saving."""
        self._line.show_quote(quote)

    def _ask_for_quote(self) -> None:
        self.quote_wanted.emit(self._line.draft())


class AgreeDialog(FormDialog):
    """Collect another amount for a line, and the reason that the person will read."""

    def __init__(
        self, item: ExpenseItem, word_error: WordError, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Agree another amount"), _("Agree it"), parent)
        self.amount = MoneyEdit(_("Agreed"), word_error)
        self.amount.set_pence(item.agreed_pence)
        self.reason = text_field(_("Why"))
        hint = _("It stands on the statement beside the amount.")
        self.form.add_field("amount", _("Agreed"), self.amount)
        self.form.add_field("reason", _("Why"), self.reason, hint)


class AskedDialog(FormDialog):
    """Collect what the policy asks about a line that is saved already.

    `quote_wanted(lines)` wants to know, while somebody types, what the policy makes of it.
    """

    quote_wanted = Signal(str)

    def __init__(
        self, item: ExpenseItem, word_error: WordError, today: Today, parent: QWidget | None = None
    ) -> None:
        super().__init__(item.what, _("Save it"), parent)
        words = _("{day}. {claimed} claimed.")
        day = short_day(item.spent_on)
        about = label(words.format(day=day, claimed=claimed_words(item)), "quiet")
        self.form.add_widget(about)
        self.asked = AskedBlock(word_error, today, after=self.form)
        self.asked.start(item.circumstances)
        self.form.add_widget(self.asked)
        self._later = Pause(self._ask_for_quote, self)
        self.asked.changed.connect(self.form.changed)
        self.asked.grown.connect(lambda: self.make_room_for(self.asked))
        self.form.changed.connect(self._later.begin)

    def show_quote(self, quote: LineQuote | None) -> None:
        """Show the fields, and say what would be agreed; typing begins in the first field."""
        if quote is not None:
            is_new = self.asked.answer is None
            self.asked.ask(quote.asked)
            if is_new:
                self.asked.begin_typing()
        self.asked.show_answer(None if quote is None else line_words(quote))

    def _ask_for_quote(self) -> None:
        self.quote_wanted.emit(self.asked.text())


class SendBackDialog(FormDialog):
    """Collect why something is sent back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Send back with a reason"), _("Send back"), parent)
        self.reason = text_field(_("What is missing or not clear"))
        self.form.add_field("reason", _("What is missing or not clear"), self.reason)
