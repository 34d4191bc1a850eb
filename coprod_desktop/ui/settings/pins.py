"""Let people sit down with their PIN, set one, and take a forgotten one away."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.errors import (
    DomainError,
    PassphraseDiffersError,
    PinNeededError,
    PinWaitError,
    PinWrongError,
    ReasonMissingError,
)
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.settings.pin_dialogs import ForgottenPinDialog, SetPinDialog, TypePinDialog
from coprod_desktop.ui.widgets.form_dialog import FormDialog

_OF_THE_PIN = (PinNeededError, PinWrongError, PinWaitError)


class Pins:
    """Open the dialogs about PINs, and carry out what is asked in them."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context = context
        self._operators = context.office.operators
        self._parent = parent

    def sit_down(self, operator: Operator, done: Callable[[Operator], None]) -> None:
        """Let somebody sit down at once, or ask for their PIN where they have one."""

        def failed(error: Exception) -> None:
            if isinstance(error, PinNeededError):
                self._ask_pin(operator, done)
            else:
                self._context.fail(error)

        self._context.tasks.run(
            lambda: self._operators.sit_down(operator.operator_id), done, failed
        )

    def _ask_pin(self, operator: Operator, done: Callable[[Operator], None]) -> None:
        dialog = TypePinDialog(operator.name, self._parent)

        def seated(now: Operator) -> None:
            dialog.accept_saved()
            done(now)

        def save() -> None:
            pin = dialog.pin
            self._context.tasks.run(
                lambda: self._operators.sit_down(operator.operator_id, pin),
                seated,
                lambda error: dialog.show_wrong(self._words(error)),
            )

        dialog.save_requested.connect(save)
        dialog.open()

    def set_own(self, *, has_pin: bool) -> None:
        """Ask whoever is at the keyboard for a new PIN."""
        dialog = SetPinDialog(self._operators.present.name, has_pin=has_pin, parent=self._parent)
        dialog.save_requested.connect(lambda: self._save_own(dialog))
        dialog.open()

    def _save_own(self, dialog: SetPinDialog) -> None:
        if not dialog.check():
            return
        new, old = dialog.new, dialog.old

        def done(operator: Operator) -> None:
            dialog.accept_saved()
            words = _("{name} has a new PIN. Nobody else can look it up.")
            self._context.saved(words.format(name=operator.name), can_undo=False)

        def failed(error: Exception) -> None:
            key = "old" if isinstance(error, _OF_THE_PIN) else "new"
            dialog.show_error(key, self._words(error))

        self._context.tasks.run(lambda: self._operators.set_pin(new, old), done, failed)

    def forget(self, people: Sequence[Operator]) -> None:
        """Ask whose forgotten PIN is taken away, and why."""
        is_shared = self._context.office.desk.database.path is None
        dialog = ForgottenPinDialog(people, is_shared=is_shared, parent=self._parent)
        dialog.save_requested.connect(lambda: self._clear(dialog))
        dialog.open()

    def _clear(self, dialog: ForgottenPinDialog) -> None:
        operator_id, name = dialog.operator_id, dialog.name
        reason, proof = dialog.reason, dialog.proof
        if operator_id is None:
            dialog.show_error("who", _("Say first whose PIN it is."))
            return

        def done(_nothing: None) -> None:
            dialog.accept_saved()
            words = _("{name} has no PIN now. They can set a new one when they sit down.")
            self._context.saved(words.format(name=name), can_undo=False)

        def failed(error: Exception) -> None:
            self._show_refusal(dialog, error)

        self._context.tasks.run(
            lambda: self._operators.clear_pin(operator_id, reason, proof), done, failed
        )

    def _show_refusal(self, dialog: FormDialog, error: Exception) -> None:
        key = "proof" if isinstance(error, (PassphraseDiffersError, *_OF_THE_PIN)) else "who"
        key = "reason" if isinstance(error, ReasonMissingError) else key
        dialog.show_error(key, self._words(error))

    def _words(self, error: Exception) -> str:
        if not isinstance(error, DomainError):
            raise error
        return self._context.word_error(error)
