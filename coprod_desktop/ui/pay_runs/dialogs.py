"""The forms about a pay run as a whole: send it back, and take it back, alone or by two."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.i18n import _
from coprod_desktop.services.pay_runs import Approver
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.plain_fields import text_field


class SendBackDialog(FormDialog):
    """Ask what has to be mended before a run can be approved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Send the run back"), _("Send it back"), parent)
        self.reason = text_field(_("What is to be mended"))
        words = _(
            "The run stays as it is, and nobody is paid. Whoever prepared it reads your reason, "
            "mends it and asks for approval again."
        )
        self.form.add_widget(label(words, wraps=True))
        self.form.add_field("reason", _("What is to be mended"), self.reason)
        self.reason.setFocus()


class ReverseDialog(FormDialog):
    """Ask why a run is taken back, by one person or by the first of two."""

    def __init__(self, parent: QWidget | None = None, *, takes_two: bool = False) -> None:
        accept = _("Ask to take it back") if takes_two else _("Take it back")
        super().__init__(_("Take this run back"), accept, parent)
        self.reason = text_field(_("Why"))
        words = _(
            "Everybody in it is owed again. This changes nothing at the bank: if the money has "
            "left, speak to the bank first."
        )
        self.form.add_widget(label(words, wraps=True))
        if takes_two:
            second = _(
                "Its files are made, so its money may have left: the run stays as it is until a "
                "second person confirms it."
            )
            self.form.add_widget(label(second, wraps=True))
        self.form.add_field("reason", _("Why"), self.reason)
        self.reason.setFocus()


class ConfirmReverseDialog(FormDialog):
    """Ask the second person whether a run is taken back, as somebody else asked."""

    def __init__(self, asked: Approver, parent: QWidget | None = None) -> None:
        super().__init__(_("Confirm taking this run back"), _("Take it back"), parent)
        self.reason = text_field(_("What you know about it (may stay empty)"))
        words = _("{name} asked for it: “{reason}”").format(name=asked.name, reason=asked.reason)
        more = _(
            "Everybody in it is owed again, and paid by the next run. Look first at the bank’s "
            "statement: the money never left, or all of it came back."
        )
        self.form.add_widget(label(words, wraps=True))
        self.form.add_widget(label(more, wraps=True))
        self.form.add_field("reason", _("What you know about it (may stay empty)"), self.reason)
        self.reason.setFocus()


class LetStandDialog(FormDialog):
    """Ask why a run stays that somebody asked to take back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Let this run stand"), _("Let it stand"), parent)
        self.reason = text_field(_("Why"))
        words = _("The run stays as it is. Whoever asked to take it back reads your reason.")
        self.form.add_widget(label(words, wraps=True))
        self.form.add_field("reason", _("Why"), self.reason)
        self.reason.setFocus()
