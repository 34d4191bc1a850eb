"""Ask for a PIN, for a new one, or why a forgotten one is taken away."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from coprod_desktop.domain.organisation import Operator
from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.plain_fields import line_field, pin_field


class TypePinDialog(FormDialog):
    """Ask the one who sits down for their PIN."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(_("{name} sits down").format(name=name), _("Sit down"), parent)
        self._pin = pin_field(_("PIN of {name}").format(name=name))
        self.form.add_field("pin", _("PIN of {name}").format(name=name), self._pin)
        self._pin.setFocus()

    @property
    def pin(self) -> str:
        """What was typed."""
        return self._pin.text()

    def reject(self) -> None:
        """Close at once: half a PIN is nothing to keep."""
        self._is_changed = False
        super().reject()

    def show_wrong(self, sentence: str) -> None:
        """Show that the PIN does not fit, and take another at once."""
        self.show_error("pin", sentence)
        self._pin.selectAll()


class SetPinDialog(FormDialog):
    """Ask for a new PIN twice, and for the old one where there is one."""

    def __init__(self, name: str, *, has_pin: bool, parent: QWidget | None = None) -> None:
        super().__init__(_("A PIN for {name}").format(name=name), _("Set the PIN"), parent)
        self._old = pin_field(_("The PIN until now"))
        self._new = pin_field(_("New PIN"))
        self._again = pin_field(_("The same PIN again"))
        if has_pin:
            self.form.add_field("old", _("The PIN until now"), self._old)
        hint = _(
            "4 to 12 digits. A PIN tells people at one computer apart. It encrypts nothing: what "
            "keeps the file closed is its passphrase."
        )
        self.form.add_field("new", _("New PIN"), self._new, hint)
        self.form.add_field("again", _("The same PIN again"), self._again)
        (self._old if has_pin else self._new).setFocus()

    @property
    def old(self) -> str:
        """The PIN until now, as it was typed."""
        return self._old.text()

    @property
    def new(self) -> str:
        """The new PIN."""
        return self._new.text()

    def check(self) -> bool:
        """Say so where the two differ; return whether they are alike."""
        if self._new.text() != self._again.text():
            self.show_error("again", _("The two differ. Type the same PIN again."))
            self._again.selectAll()
            return False
        return True


class ForgottenPinDialog(FormDialog):
    """Ask whose PIN is taken away, why, and for what proves that one may."""

    def __init__(
        self, people: Sequence[Operator], *, is_shared: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Take a forgotten PIN away"), _("Take the PIN away"), parent)
        choices = [Choice(person.operator_id, person.name) for person in people]
        self._who = ChoiceEdit(_("Whose PIN"), choices)
        if len(people) == 1:
            self._who.set_value(people[0].operator_id)
        self._reason = line_field(_("Why is it taken away?"))
        words = _("Your own PIN") if is_shared else _("Passphrase of this file")
        self._proof = line_field(words)
        self._proof.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.add_field("who", _("Whose PIN"), self._who)
        hint = _("The history keeps it, and the person reads it when they next sit down.")
        self.form.add_field("reason", _("Why is it taken away?"), self._reason, hint)
        self.form.add_field("proof", words, self._proof)
        (self._who if self._who.value() is None else self._reason).setFocus()

    @property
    def operator_id(self) -> int | None:
        """Whose PIN it is."""
        return self._who.value()

    @property
    def name(self) -> str:
        """How they are called."""
        return self._who.currentText()

    @property
    def reason(self) -> str:
        """Why it is taken away."""
        return self._reason.text()

    @property
    def proof(self) -> str:
        """The passphrase, or one's own PIN."""
        return self._proof.text()
