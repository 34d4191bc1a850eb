"""The forms about what became of payments: paid, come back, paid in error, or given back."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.pay_runs.line_ticks import LineTicks
from coprod_desktop.ui.pay_runs.line_words import TickLine
from coprod_desktop.ui.pay_runs.payment_row import PaymentRow
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field, text_field

Today = Callable[[], datetime.date]


class SettleDialog(FormDialog):
    """Ask on which day the money left, of all payments that wait or of some."""

    def __init__(
        self,
        rows: Sequence[PaymentRow],
        pay_on: datetime.date,
        others: int,
        word_error: WordError,
        today: Today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Mark as paid"), _("It was paid"), parent)
        self.form.add_widget(label(_paid_words(rows), "strong", wraps=True))
        if others:
            words = ngettext(
                "{count:,} other payment still waits.",
                "{count:,} other payments still wait.",
                others,
            )
            self.form.add_widget(label(words.format(count=others), wraps=True))
        self.day = DateEdit(_("The money left on"), word_error, today)
        self.day.set_day(min(pay_on, today()))
        hint = _("This day stands on statements. Benefits look at it.")
        self.form.add_field("day", _("The money left on"), self.day, hint)
        self.without_vouchers = line_field(_("If no voucher numbers are set aside: why"))
        if any(row.payment.method is PaidBy.VOUCHER and row.payment.pence for row in rows):
            hint = _("Else set them aside first, on the screen of cash and vouchers.")
            what = _("If no voucher numbers are set aside: why")
            self.form.add_field("vouchers", what, self.without_vouchers, hint)
        self.day.setFocus()


def _paid_words(rows: Sequence[PaymentRow]) -> str:
    pence = format_pounds(sum(row.payment.pence for row in rows))
    if len(rows) == 1:
        words = _("{name}, {pence}.")
        return words.format(name=rows[0].person.name, pence=pence)
    words = ngettext("{count:,} payment, {pence}.", "{count:,} payments, {pence}.", len(rows))
    return words.format(count=len(rows), pence=pence)


class CameBackDialog(FormDialog):
    """Ask when money came back and why."""

    def __init__(
        self, row: PaymentRow, word_error: WordError, today: Today, parent: QWidget | None = None
    ) -> None:
        title = _("The payment to {name} came back").format(name=row.person.name)
        super().__init__(title, _("It came back"), parent)
        words = _(
            "For money that the bank sent back, or that nobody came for. {amount} is owed again "
            "and goes into the next pay run by itself. If the account was wrong, correct it at the "
            "participant first."
        )
        amount = format_pounds(row.payment.pence)
        self.form.add_widget(label(words.format(amount=amount), wraps=True))
        self.day = DateEdit(_("It came back on"), word_error, today)
        self.day.set_day(today())
        self.reason = line_field(_("Why, as the bank says it"))
        self.form.add_field("day", _("It came back on"), self.day)
        self.form.add_field("reason", _("Why, as the bank says it"), self.reason)
        self.reason.setFocus()


class TakeBackDialog(FormDialog):
    """Ask which parts of a payment were paid in error, and why."""

    def __init__(
        self,
        row: PaymentRow,
        lines: Sequence[TickLine],
        tasks: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        title = _("Paid to {name} in error").format(name=row.person.name)
        super().__init__(title, _("Take it back"), parent)
        words = _(
            "For money that {name} has and should not have. What you tick goes back to be "
            "corrected, and is approved anew. What was paid for it is kept back from the next "
            "payments: payments from payments, expenses from expenses, and never more than there "
            "is. Speak with {name} first."
        )
        self.form.add_widget(label(words.format(name=row.person.name), wraps=True))
        self.ticks = LineTicks(_("What was paid in error"), lines, tasks)
        self.form.add_field("lines", _("What was paid in error"), self.ticks)
        self._sum = label("", "strong")
        self.form.add_widget(self._sum)
        self.reason = text_field(_("What went wrong"))
        hint = _("It stands beside the entry, and with the payment that keeps the money back.")
        self.form.add_field("reason", _("What went wrong"), self.reason, hint)
        self.ticks.changed.connect(self._show_sum)
        self.ticks.changed.connect(self.form.changed)
        self._show_sum()

    def open(self) -> None:
        """Show the dialog with the keyboard in the list."""
        super().open()
        self.ticks.list.setFocus()

    def _show_sum(self) -> None:
        self.form.show_error("lines", "")
        pence = sum(line.pence for line in self.ticks.ticked)
        words = _("{amount} is kept back from later payments.")
        self._sum.setText(words.format(amount=format_pounds(pence)) if pence else "")


class GiftDialog(FormDialog):
    """Record that somebody gave money back after they were paid; it never changes the payment."""

    def __init__(
        self,
        row: PaymentRow,
        wished_pence: int,
        word_error: WordError,
        today: Today,
        parent: QWidget | None = None,
    ) -> None:
        title = _("A gift from {name}").format(name=row.person.name)
        super().__init__(title, _("Record the gift"), parent)
        words = _(
            "{name} wished to give {amount} back. Record it only once the money has come to you. "
            "The payment stays as it is: it was received, and it counts as such."
        )
        amount = format_pounds(wished_pence)
        said = words.format(name=row.person.name, amount=amount)
        if row.payment.paid_on is not None:
            paid = _("It was paid on {day}.").format(day=long_day(row.payment.paid_on))
            said = f"{said} {paid}"
        self.form.add_widget(label(said, wraps=True))
        self.amount = MoneyEdit(_("Amount"), word_error)
        self.amount.set_pence(wished_pence)
        self.day = DateEdit(_("Given on"), word_error, today)
        self.day.set_day(today())
        self.is_gift_aid = QCheckBox(_("There is a Gift Aid declaration for it"))
        self.note = line_field(_("Note"))
        self.form.add_field("amount", _("Amount"), self.amount)
        self.form.add_field("day", _("Given on"), self.day)
        hint = _("Tick it only if they gave you one.")
        self.form.add_field("gift_aid", _("Gift Aid"), self.is_gift_aid, hint)
        self.form.add_field("note", _("Note"), self.note)
        self.amount.setFocus()
