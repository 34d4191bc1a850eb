"""The form that takes one person out of a pay run for now."""

import datetime
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _
from coprod_desktop.ui.pay_runs.payment_row import PaymentRow
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field


class HoldDialog(FormDialog):
    """Collect why a payment waits, and until when if that is known."""

    def __init__(
        self,
        row: PaymentRow,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        title = _("Hold the payment to {name}").format(name=row.person.name)
        super().__init__(title, _("Hold it"), parent)
        words = _(
            "{amount} leaves this run, and everything approved for {name} waits. Nothing is lost: "
            "it goes into the next run by itself on the day below, or when you choose “Pay in the "
            "next run”."
        )
        amount = format_pounds(row.payment.pence)
        self.form.add_widget(label(words.format(amount=amount, name=row.person.name), wraps=True))
        self.reason = line_field(_("Why it waits"))
        self.until = DateEdit(_("Until"), word_error, today)
        hint = _("Everybody who sees the run reads this. Leave private things out.")
        self.form.add_field("reason", _("Why it waits"), self.reason, hint)
        hint = _("From this day on it is paid again. Leave it empty if you do not know.")
        self.form.add_field("until", _("Until"), self.until, hint)
        self.reason.setFocus()
