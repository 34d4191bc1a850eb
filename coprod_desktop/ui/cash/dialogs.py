"""The forms about the cash box and the vouchers."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.cash_sheets import serial_ranges
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.serials import serials_from
from coprod_desktop.domain.vouchers import Voucher
from coprod_desktop.i18n import _
from coprod_desktop.ui.cash.entries import CashEntry, VoucherEntry
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.number_edit import NumberEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field

Today = Callable[[], datetime.date]


class CashDialog(FormDialog):
    """Collect an amount of cash, its day and a note."""

    def __init__(
        self,
        title: str,
        save_text: str,
        amount: str,
        hint: str,
        word_error: WordError,
        today: Today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, save_text, parent)
        self.amount = MoneyEdit(amount, word_error)
        self.day = DateEdit(_("On"), word_error, today)
        self.day.set_day(today())
        self.note = line_field(_("Note"))
        self.form.add_row([("pence", amount, self.amount), ("day", _("On"), self.day)])
        self.form.add_field("note", _("Note"), self.note, hint)
        self.amount.setFocus()

    def entry(self) -> CashEntry | None:
        """Return what was typed; None, with its sentence shown, while something is missing."""
        pence, day = self.amount.pence(), self.day.day()
        if pence is None:
            self.show_error("pence", _("Write the amount."))
            return None
        if day is None:
            self.show_error("day", _("Write the day."))
            return None
        return CashEntry(pence=pence, on=day, note=self.note.text())


def draw_dialog(word_error: WordError, today: Today, pence: int, parent: QWidget) -> CashDialog:
    """Return the form about cash drawn from the bank; `pence` stands in it already."""
    hint = _("Such as the number of the cheque.")
    dialog = CashDialog(
        _("Draw cash"), _("Record"), _("Drawn from the bank"), hint, word_error, today, parent
    )
    dialog.amount.set_pence(pence or None)
    return dialog


def pay_in_dialog(word_error: WordError, today: Today, parent: QWidget) -> CashDialog:
    """Return the form about cash paid into the bank."""
    hint = _("Such as the number of the paying-in slip.")
    return CashDialog(
        _("Pay cash in"), _("Record"), _("Paid into the bank"), hint, word_error, today, parent
    )


class CountDialog(CashDialog):
    """Collect what was counted, and say at once whether it is what should be there."""

    def __init__(
        self,
        expected_pence: int,
        handed_by: Sequence[str],
        word_error: WordError,
        today: Today,
        parent: QWidget | None = None,
    ) -> None:
        hint = _("Needed where it is not what should be there: what is known about it.")
        title, amount = _("Count the box"), _("In the box")
        super().__init__(title, _("Record"), amount, hint, word_error, today, parent)
        self._expected = expected_pence
        self.compared = label(self._words(None), "strong", wraps=True)
        self.form.add_widget(self.compared)
        if handed_by:
            words = _(
                "Handed out cash since the last count: {names}. It is best if somebody else counts."
            )
            asked = words.format(names=", ".join(handed_by))
            self.form.add_widget(label(asked, "quiet", wraps=True))
        self.amount.pence_changed.connect(self._compare)

    def _compare(self, pence: int | None) -> None:
        self.compared.setText(self._words(pence))
        announce(self.compared, self.compared.text())

    def _words(self, pence: int | None) -> str:
        expected = format_pounds(self._expected)
        if pence is None:
            return _("{expected} should be in the box now.").format(expected=expected)
        difference = format_pounds(abs(pence - self._expected))
        if pence == self._expected:
            return _("That is what should be in the box now.")
        if pence < self._expected:
            words = _("{difference} is missing: {expected} should be in the box now.")
        else:
            words = _("{difference} too much: {expected} should be in the box now.")
        return words.format(difference=difference, expected=expected)


class AddVouchersDialog(FormDialog):
    """Collect vouchers that were bought, and say which serials they make."""

    def __init__(
        self,
        name: str,
        value_pence: int,
        word_error: WordError,
        today: Today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Add vouchers"), _("Add"), parent)
        self.name = line_field(_("What they are called"), name)
        self.name.setCursorPosition(0)
        self.first = line_field(_("First serial number"))
        self.count = NumberEdit(_("How many"), word_error)
        self.value = MoneyEdit(_("Value of each"), word_error)
        self.value.set_pence(value_pence or None)
        self.day = DateEdit(_("Bought on"), word_error, today)
        self.day.set_day(today())
        form = self.form
        hint = _("As it is printed on them, such as High Street voucher.")
        form.add_field("name", _("What they are called"), self.name, hint)
        form.add_row(
            [("first", _("First serial number"), self.first), ("count", _("How many"), self.count)]
        )
        form.add_row([("value", _("Value of each"), self.value), ("day", _("Bought on"), self.day)])
        self.made = label("", "strong", wraps=True)
        form.add_widget(self.made)
        form.changed.connect(self._tell)
        self._tell()
        (self.first if name else self.name).setFocus()

    def _tell(self) -> None:
        words = _("The serial numbers are counted on from the first.")
        number, pence = self.count.value(), self.value.pence()
        if number and number.denominator == 1 and pence and self.first.text().strip():
            try:
                serials = serials_from(self.first.text(), int(number))
            except DomainError:  # saving says in full what does not fit
                serials = ()
            if serials:
                words = _("{serials}, worth {pence} in all.").format(
                    serials=serial_ranges(serials), pence=format_pounds(pence * len(serials))
                )
        self.made.setText(words)

    def entry(self) -> VoucherEntry | None:
        """Return what was typed; None, with its sentence shown, while something is missing."""
        number, pence, day = self.count.value(), self.value.pence(), self.day.day()
        if not self.first.text().strip():
            self.show_error("first", _("Write the serial number of the first voucher."))
        elif number is None or number.denominator != 1:
            self.show_error("count", _("Write how many there are."))
        elif pence is None:
            self.show_error("value", _("Write what one voucher is worth."))
        elif day is None:
            self.show_error("day", _("Write the day."))
        else:
            return VoucherEntry(
                name=self.name.text(),
                first_serial=self.first.text(),
                count=int(number),
                value_pence=pence,
                bought_on=day,
            )
        return None


class ChooseVoucherDialog(FormDialog):
    """Choose one voucher by its serial, and where asked say why."""

    def __init__(
        self,
        title: str,
        save_text: str,
        vouchers: Sequence[Voucher],
        *,
        chosen_id: int | None = None,
        asks_why: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, save_text, parent)
        choices = [Choice(one.voucher_id, _voucher_words(one)) for one in vouchers]
        self.voucher: ChoiceEdit[int] = ChoiceEdit(_("Which voucher"), choices)
        self.voucher.set_value(chosen_id)
        self.form.add_field("voucher", _("Which voucher"), self.voucher)
        self.why = line_field(_("What happened"))
        if asks_why:
            hint = _("Such as torn, or not found. Whoever checks the books reads it.")
            self.form.add_field("why", _("What happened"), self.why, hint)
        (self.why if asks_why and chosen_id is not None else self.voucher).setFocus()

    def voucher_id(self) -> int | None:
        """Return the voucher; None, with its sentence shown, while none is chosen."""
        chosen = self.voucher.value()
        if chosen is None:
            self.show_error("voucher", _("Choose a voucher. Type its serial number to find it."))
        return chosen


def _voucher_words(one: Voucher) -> str:
    return f"{one.serial}, {one.name}, {format_pounds(one.value_pence)}"
