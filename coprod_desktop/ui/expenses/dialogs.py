"""The forms about expenses: log a claim, agree another amount, send back with a reason."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from coprod_desktop.domain.dates import short_day
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.expenses import MILEAGE_KINDS, ExpenseItem, ExpenseKind, parse_miles
from coprod_desktop.domain.money import parse_pounds
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.i18n import _
from coprod_desktop.services.before_saving import LineQuote
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.ui.asked_block import AskedBlock
from coprod_desktop.ui.pause import Pause
from coprod_desktop.ui.quote_words import claimed_words, line_words
from coprod_desktop.ui.scale import M
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import ElidedLabel, label
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field, text_field
from coprod_desktop.ui.words import expense_kind_word

Today = Callable[[], datetime.date]


class ExpenseDialog(FormDialog):
    """Collect one expense of one person; `entry()` returns it, or shows what is missing.

    `quote_wanted(entry)` wants to know, while somebody types, what the policy makes of it.
    """

    quote_wanted = Signal(object)

    def __init__(
        self,
        people: Sequence[Participant],
        projects: Sequence[Project],
        word_error: WordError,
        today: Today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Log expenses"), _("Log it"), parent)
        self._word_error = word_error
        self._person = ChoiceEdit(
            _("Participant"), [Choice(one.participant_id, one.name) for one in people]
        )
        self._project = ChoiceEdit(
            _("Project"), [Choice(one.project_id, one.name) for one in projects]
        )
        if len(projects) == 1:
            self._project.set_value(projects[0].project_id)
        self._day = DateEdit(_("Spent on"), word_error, today)
        self._day.set_day(today())
        self._kind = ChoiceEdit(
            _("What for"), [Choice(kind, expense_kind_word(kind)) for kind in ExpenseKind]
        )
        self._what = line_field(_("In a few words"))
        self._amount = line_field(_("Amount, or miles"))
        self._receipt: Path | None = None
        self._receipt_name = ElidedLabel(_("no receipt"), "quiet")
        choose = self._add_fields()
        self.asked = AskedBlock(word_error, today, after=choose)
        self.form.add_widget(self.asked)
        self._later = Pause(self._ask_for_quote, self)
        self.asked.changed.connect(self.form.changed)
        self.asked.grown.connect(lambda: self.make_room_for(self.asked))
        self.form.changed.connect(self._later.begin)
        for chosen in (self._person, self._project, self._kind):
            chosen.value_changed.connect(lambda _value: self._later.begin())

    def _add_fields(self) -> Button:
        form = self.form
        form.add_field("person", _("Participant"), self._person)
        form.add_row([("project", _("Project"), self._project), ("day", _("Spent on"), self._day)])
        form.add_row(
            [("kind", _("What for"), self._kind), ("amount", _("Amount, or miles"), self._amount)]
        )
        form.add_field("what", _("In a few words"), self._what, _("As in: bus, there and back."))
        choose = Button(_("Add a receipt"), icon_name="receipt")
        choose.clicked.connect(self._choose_receipt)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        row.addWidget(choose)
        row.addWidget(self._receipt_name, stretch=1)
        form.add_widget(whole)
        return choose

    def entry(self) -> ExpenseEntry | None:
        """Return the claim; None, with its sentence shown, while something is missing."""
        person, project = self._person.value(), self._project.value()
        day, line = self._day.day(), self._line()
        for key, value in (("person", person), ("project", project), ("day", day)):
            if value is None:
                self.show_error(key, _("Choose this first."))
                return None
        if person is None or project is None or day is None or line is None:
            return None
        return ExpenseEntry(
            participant_id=person, project_id=project, claimed_on=day, lines=(line,)
        )

    def draft(self) -> ExpenseEntry | None:
        """Return the claim as far as it is typed; None while something is missing."""
        person, project, day = self._person.value(), self._project.value(), self._day.day()
        kind = self._kind.value()
        try:
            number = 0 if kind is None else self._number(kind)
        except DomainError:
            return None
        if person is None or project is None or day is None or kind is None or not number:
            return None
        return ExpenseEntry(
            participant_id=person,
            project_id=project,
            claimed_on=day,
            lines=(self._line_of(kind, day, number),),
        )

    def show_quote(self, quote: LineQuote | None) -> None:
        """Ask what the policy asks, and say what would be agreed; it keeps nobody from saving."""
        if quote is not None:
            self.asked.ask(quote.asked)
        self.asked.show_answer(None if quote is None else line_words(quote))

    def _ask_for_quote(self) -> None:
        self.quote_wanted.emit(self.draft())

    def _line(self) -> ExpenseLine | None:
        kind, day = self._kind.value(), self._day.day()
        if kind is None or day is None:
            self.show_error("kind" if kind is None else "day", _("Choose this first."))
            return None
        try:
            number = self._number(kind)
        except DomainError as error:
            self.show_error("amount", self._word_error(error))
            return None
        if not number:
            self.show_error("amount", _("Write the amount, or the miles."))
            return None
        return self._line_of(kind, day, number)

    def _number(self, kind: ExpenseKind) -> int:
        """Read the amount: pence, or tenths of a mile; raises a DomainError."""
        return (parse_miles if kind in MILEAGE_KINDS else parse_pounds)(self._amount.text())

    def _line_of(self, kind: ExpenseKind, day: datetime.date, number: int) -> ExpenseLine:
        is_by_mile = kind in MILEAGE_KINDS
        return ExpenseLine(
            spent_on=day,
            kind=kind,
            what=self._what.text(),
            pence=0 if is_by_mile else number,
            tenth_miles=number if is_by_mile else 0,
            receipt=self._receipt,
            circumstances=self.asked.text(),
        )

    def _choose_receipt(self) -> None:
        choose_receipt(self, self._take_receipt)

    def _take_receipt(self, path: Path) -> None:
        self._receipt = path
        self._receipt_name.setText(path.name)
        self.form.changed.emit()


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


def choose_receipt(parent: QWidget, then: Callable[[Path], None]) -> None:
    """Ask for the file of a receipt."""
    dialog = QFileDialog(parent, _("Add a receipt"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [_("Pictures and PDF (*.pdf *.png *.jpg *.jpeg *.heic *.webp)"), _("All files (*)")]
    )
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()
