"""Two fields that say who is at the keyboard: the name, and the PIN."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from coprod_desktop.i18n import _
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.plain_fields import pin_field


class SeatForm(Form):
    """Ask for a name and a PIN; `entered` comes with Enter in the PIN."""

    entered = Signal()

    def __init__(self, pin_hint: str = "") -> None:
        super().__init__()
        self._who = ChoiceEdit[str](_("Who is at the keyboard?"))
        self._pin = pin_field(_("PIN"))
        self._before = ""
        self.add_field("who", _("Name"), self._who)
        self.add_field("pin", _("PIN"), self._pin, pin_hint)
        self._pin.returnPressed.connect(self.entered)
        self._who.value_changed.connect(self._forget_pin)

    def ask(self, names: Sequence[str], chosen: str = "") -> None:
        """Offer these names, one of them chosen, and go where something is to be typed."""
        self._who.set_choices([Choice(name, name) for name in names])
        self._who.set_value(chosen or (names[0] if len(names) == 1 else None))
        self._pin.clear()
        self.clear_errors()
        self.setFocusProxy(self._pin if self.name else self._who)

    @property
    def name(self) -> str:
        """Who was chosen, or nothing."""
        return self._who.value() or ""

    @property
    def pin(self) -> str:
        """What was typed as the PIN."""
        return self._pin.text()

    def check_name(self) -> bool:
        """Say so where nobody is chosen; return whether somebody is."""
        if self.check() and not self.name:
            self.show_error("who", _("Say first who is at the keyboard."))
        return bool(self.name)

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the PIN, and take another at once."""
        self.show_error("pin", sentence)
        self._pin.selectAll()

    def _forget_pin(self, name: str | None) -> None:
        """Empty the PIN where it is of somebody else."""
        if name and self._before and name != self._before:
            self._pin.clear()
        self._before = name or self._before
