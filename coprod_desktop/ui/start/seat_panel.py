"""Ask who is at the keyboard, once the passphrase has opened the file."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import L, M, S
from coprod_desktop.ui.widgets.buttons import Button, link_button, primary_button
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.plain_fields import line_field
from coprod_desktop.ui.widgets.seat_form import SeatForm


class SeatPanel(QWidget):
    """Ask for a name and a PIN; `sit_requested(name, pin, reason)` hands them on.

    Somebody who forgot their PIN writes a reason instead: they have just typed the passphrase.
    """

    sit_requested = Signal(str, str, str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._form = SeatForm(_("If you have no PIN, leave this empty."))
        self._reason = line_field(_("Why is the PIN taken away?"))
        hint = _(
            "You know the passphrase of this file, so you may sit down without the PIN. The "
            "history keeps who did so, when and why. Set a new PIN afterwards."
        )
        self._reason_box = self._form.add_field(
            "reason", _("Why is the PIN taken away?"), self._reason, hint
        )
        self._sit = primary_button("")
        self._forgotten = link_button("")
        self._back = Button(_("Back"))
        self._is_forgotten = False
        self._lay_out()
        self._sit.clicked.connect(self._ask)
        self._form.entered.connect(self._ask)
        self._reason.returnPressed.connect(self._ask)
        self._forgotten.clicked.connect(self._turn_over)
        self._back.clicked.connect(self._leave)
        self._turn(is_forgotten=False)

    def ask(self, names: Sequence[str]) -> None:
        """Offer these names."""
        self._turn(is_forgotten=False)
        self._form.ask(names)
        self._reason.clear()
        self.set_opening(is_opening=False)
        self.setFocusProxy(self._form)

    def show_problem(self, sentence: str) -> None:
        """Show why nobody sits down yet, under the PIN or the reason."""
        if self._is_forgotten:
            self._form.show_error("reason", sentence)
        else:
            self._form.show_problem(sentence)

    def set_opening(self, *, is_opening: bool) -> None:
        """Take no second answer while the file is being opened."""
        self._sit.setEnabled(not is_opening)

    def forget(self) -> None:
        """Empty every field, because the file is open or left."""
        self.ask(())

    def _turn_over(self) -> None:
        self._turn(is_forgotten=not self._is_forgotten)
        (self._reason if self._is_forgotten and self._form.name else self._form).setFocus()

    def _turn(self, *, is_forgotten: bool) -> None:
        self._is_forgotten = is_forgotten
        self._form.box("pin").setVisible(not is_forgotten)
        self._reason_box.setVisible(is_forgotten)
        words = _("Take the PIN away and sit down") if is_forgotten else _("Sit down")
        self._sit.set_text(words)
        other = _("Type the PIN after all") if is_forgotten else _("Forgotten PIN")
        self._forgotten.set_text(other)

    def _ask(self) -> None:
        if not self._sit.isEnabled() or not self._form.check_name():
            return
        reason = self._reason.text().strip() if self._is_forgotten else ""
        if self._is_forgotten and not reason:
            self._form.show_error("reason", _("Write a few words, such as who was away."))
            return
        self.sit_requested.emit(self._form.name, "" if reason else self._form.pin, reason)

    def _leave(self) -> None:
        self.forget()
        self.back_requested.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(label(_("Who is at the keyboard?"), "title"))
        hint = _("The passphrase fits. Somebody who works with this file has a PIN.")
        column.addWidget(label(hint, "quiet", wraps=True))
        column.addSpacing(M)
        column.addWidget(self._form)
        forgotten = QHBoxLayout()
        forgotten.addWidget(self._forgotten)
        forgotten.addStretch()
        column.addLayout(forgotten)
        column.addSpacing(L)
        foot = QHBoxLayout()
        foot.setSpacing(M)
        foot.addStretch()
        foot.addWidget(self._back)
        foot.addWidget(self._sit)
        column.addLayout(foot)
        column.addStretch()
