"""The forms about a pay run as a whole: send it back, and take it back."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.i18n import _
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
    """Ask why a run is taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Take this run back"), _("Take it back"), parent)
        self.reason = text_field(_("Why"))
        words = _(
            "Everybody in it is owed again. This changes nothing at the bank: if the money has "
            "left, speak to the bank first."
        )
        self.form.add_widget(label(words, wraps=True))
        self.form.add_field("reason", _("Why"), self.reason)
        self.reason.setFocus()
