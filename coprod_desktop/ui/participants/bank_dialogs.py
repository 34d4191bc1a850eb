"""The forms about an account: write it down, and say how a change was checked."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from coprod_desktop.domain.account_checks import AccountCheck
from coprod_desktop.domain.bank_details import masked_number, masked_sort_code
from coprod_desktop.domain.participants import BankDetails, Participant, PayeeCheck
from coprod_desktop.i18n import _
from coprod_desktop.services.bank_details import AccountAnswer, KnownAccount
from coprod_desktop.ui.participants.account_block import change_words
from coprod_desktop.ui.participants.masked_account import MaskedAccount
from coprod_desktop.ui.pause import Pause
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.plain_fields import line_field
from coprod_desktop.ui.words import payee_check_word

_MARKS = {
    AccountCheck.VALID: ("circle-check", "good"),
    AccountCheck.NOT_VALID: ("triangle-alert", "warn"),
    AccountCheck.CANNOT_BE_CHECKED: ("circle-help", "ink_2"),
}


class BankDialog(FormDialog):
    """Collect where a person's money goes.

    An account that is known stays masked: its fields are empty, and left empty they keep it.
    `account_typed(sort_code, account_number)` wants to know whether the two can belong together.
    """

    account_typed = Signal(str, str)

    def __init__(
        self, who: Participant, before: BankDetails | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Bank details of {name}").format(name=who.name), _("Save"), parent)
        self._participant_id, self._before = who.participant_id, before
        self._account_name = line_field(
            _("Name on the account"), before.account_name if before else who.name
        )
        self._sort_code = line_field(_("Sort code"))
        self._number = line_field(_("Account number"))
        self._is_third_party = QCheckBox(_("It is somebody else's account"))
        self._holder = line_field(_("Whose account it is"), before.holder if before else "")
        self._payee = _payee_field(before.payee_check if before else PayeeCheck.NOT_ASKED)
        self._answer = _AnswerLine()
        self._add_fields()
        self._connect()
        self._is_third_party.setChecked(before is not None and before.is_third_party)
        self._show_holder(is_shown=self._is_third_party.isChecked())

    def _add_fields(self) -> None:
        form, before = self.form, self._before
        words = _("Name exactly as at the bank")
        hint = _("It may differ from the name that the person uses.")
        form.add_field("account_name", words, self._account_name, hint)
        if before is not None:
            self._sort_code.setPlaceholderText(masked_sort_code())
            self._number.setPlaceholderText(masked_number(before.account_number))
            words = _("Leave these two empty to keep the account that you have.")
            form.add_widget(label(words, "quiet", wraps=True))
        form.add_row(
            [
                ("sort_code", _("Sort code, six digits"), self._sort_code),
                ("account_number", _("Account number"), self._number),
            ]
        )
        form.add_widget(self._answer)
        form.add_widget(self._is_third_party)
        hint = _("Their name, and why: an appointee, a joint account, family.")
        self._holder_box = form.add_field("holder", _("Whose account it is"), self._holder, hint)
        hint = _("Many banks say, when a payee is added, whether name and account fit.")
        form.add_field("payee_check", _("Bank's answer about the name"), self._payee, hint)

    def _connect(self) -> None:
        self._pause = Pause(self._ask, self)
        for field in (self._sort_code, self._number):
            field.textChanged.connect(lambda _text: self._answer.show_answer(None))
            field.textChanged.connect(lambda _text: self._pause.begin())
        # What the bank answered was about the name and the account as they stood before.
        for field in (self._account_name, self._sort_code, self._number):
            field.textEdited.connect(lambda _text: self._payee.set_value(PayeeCheck.NOT_ASKED))
        self._is_third_party.toggled.connect(lambda is_on: self._show_holder(is_shown=is_on))
        self._is_third_party.clicked.connect(lambda _on: self.form.changed.emit())

    def details(self) -> BankDetails | None:
        """Return the details as the form stands; None, with its sentence, while a holder lacks."""
        is_third_party, holder = self._is_third_party.isChecked(), self._holder.text()
        if is_third_party and not holder.strip():
            self.show_error("holder", _("Write whose account it is."))
            return None
        code, number = self._account()
        return BankDetails(
            bank_details_id=0,
            participant_id=self._participant_id,
            account_name=self._account_name.text(),
            sort_code=code,
            account_number=number,
            is_third_party=is_third_party,
            holder=holder,
        )

    def payee_check(self) -> PayeeCheck | None:
        """Return what the bank answered; None where nothing is chosen."""
        return self._payee.value()

    def show_answer(self, asked: tuple[str, str], answer: AccountAnswer | None) -> None:
        """Say under the fields what is known, unless something else was typed meanwhile."""
        if asked == self._account():
            self._answer.show_answer(answer)
            self._make_room(self._answer)

    def _account(self) -> tuple[str, str]:
        code, number = self._sort_code.text().strip(), self._number.text().strip()
        if self._before is None:
            return code, number
        return code or self._before.sort_code, number or self._before.account_number

    def _ask(self) -> None:
        if self._sort_code.text().strip() or self._number.text().strip():
            self.account_typed.emit(*self._account())

    def _show_holder(self, *, is_shown: bool) -> None:
        self._holder_box.setVisible(is_shown)
        if is_shown:
            self._make_room(self._holder_box)

    def _make_room(self, part: QWidget) -> None:
        # The form knows its new size with the next turn.
        QTimer.singleShot(0, self, lambda: self.make_room_for(part))


class CheckDialog(FormDialog):
    """Collect how somebody checked an account that a colleague had changed."""

    def __init__(
        self, who: Participant, known: KnownAccount, parent: QWidget | None = None
    ) -> None:
        title = _("Check the account of {name}").format(name=who.name)
        super().__init__(title, _("I have checked it"), parent)
        self._how = line_field(_("How did you check it?"))
        self._payee = _payee_field(known.details.payee_check)
        form = self.form
        form.add_widget(label(change_words(known), wraps=True))
        form.add_widget(label(known.details.account_name, "strong", wraps=True))
        form.add_widget(MaskedAccount(known.details))
        words = _(
            "Phone the person on a number that you had before, not on one that came with the "
            "change, and have them read the account out to you."
        )
        form.add_widget(label(words, wraps=True))
        hint = _("Such as: phoned the number we already had.")
        form.add_field("how_checked", _("How did you check it?"), self._how, hint)
        form.add_field("payee_check", _("Bank's answer about the name"), self._payee)

    def open(self) -> None:
        """Show the form; begin with how it was checked."""
        super().open()
        self._how.setFocus()

    def how_checked(self) -> str:
        """Return how it was checked, as typed."""
        return self._how.text()

    def payee_check(self) -> PayeeCheck:
        """Return what the bank answered."""
        return self._payee.value() or PayeeCheck.NOT_ASKED


class _AnswerLine(QWidget):
    """A mark and a sentence about the account that is being typed; nothing where none is known."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark("circle-help", "ink_2")
        self._words = label("", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self._mark)
        row.addWidget(self._words, stretch=1)
        self.hide()

    def show_answer(self, answer: AccountAnswer | None) -> None:
        """Show an answer, or nothing."""
        self.setVisible(answer is not None)
        self._words.setText("" if answer is None else answer.sentence)
        if answer is not None:
            self._mark.set_icon(*_MARKS[answer.check])
            announce(self._words, answer.sentence)


def _payee_field(now: PayeeCheck) -> ChoiceEdit[PayeeCheck]:
    choices = [Choice(one, payee_check_word(one)) for one in PayeeCheck]
    field = ChoiceEdit(_("Bank's answer about the name"), choices)
    field.set_value(now)
    return field
