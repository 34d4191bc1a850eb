"""Say who is at the keyboard, change over, lock the screens, and add somebody."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QWidget

from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import Participant
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.settings.lock import Lock
from coprod_desktop.ui.settings.pins import Pins
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.message_bar import MessageKind
from coprod_desktop.ui.window_menus import WindowMenus


class OperatorDialog(FormDialog):
    """Collect a name, a role, and whether the person also takes part."""

    def __init__(self, people: tuple[Participant, ...], parent: QWidget | None = None) -> None:
        super().__init__(_("Add somebody who works with this file"), _("Add"), parent)
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Name"))
        self.role = QLineEdit()
        self.role.setAccessibleName(_("Role"))
        choices = [Choice(person.participant_id, person.name) for person in people]
        self.participant = ChoiceEdit(_("Also takes part as"), choices)
        self.form.add_field("name", _("Name"), self.name)
        self.form.add_field("role", _("Role"), self.role, _("Such as treasurer or trustee."))
        hint = _("Nobody approves or pays their own work.")
        self.form.add_field("participant", _("Also takes part as"), self.participant, hint)
        self.name.setFocus()


class OperatorMenu:
    """Keep the menu of operators in the corner of the window."""

    def __init__(self, menus: WindowMenus, context: Context, window: QMainWindow) -> None:
        self._menus = menus
        self._window = window
        self._context = context
        self._operators = context.office.operators
        self._pins = Pins(context, window)
        self._lock = Lock(context, window)
        self._menu = QMenu(window)
        self._told: set[int] = set()
        self._having: tuple[Operator, ...] = ()
        # The window holds it, so that its shortcut works while the menu is closed.
        self._lock_action = QAction(_("Lock"), window)
        self._lock_action.setShortcut(QKeySequence("Ctrl+Shift+L"))
        self._lock_action.setEnabled(False)
        self._lock_action.triggered.connect(self.lock)
        window.addAction(self._lock_action)
        context.changes.subscribe(frozenset({"operators", "operator_pins"}), self.refresh)

    def refresh(self) -> None:
        """List everybody, with a mark at who is at the keyboard."""
        self._context.tasks.run(self._seats, lambda found: self._show(*found))

    def lock(self) -> None:
        """Hide the screens at once, whatever is going on, until one who has a PIN sits down."""
        self._lock.close(self._having, self._welcome)

    def remove(self) -> None:
        """Take all of it away, because the file was closed."""
        self._lock.open()
        self._window.removeAction(self._lock_action)

    def _seats(self) -> tuple[tuple[Operator, ...], frozenset[int]]:
        return self._operators.everybody(), self._operators.with_pins()

    def _show(self, operators: tuple[Operator, ...], pins: frozenset[int]) -> None:
        now = self._operators.present
        self._menu.clear()
        for operator in operators:
            role = f", {operator.role}" if operator.role else ""
            action = self._menu.addAction(f"{operator.name}{role}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(operator.operator_id == now.operator_id)
            action.triggered.connect(
                lambda _on=False, who=operator: self._pins.sit_down(who, self._welcome)
            )
        self._menu.addSeparator()
        having = self._having = tuple(one for one in operators if one.operator_id in pins)
        has_pin = now.operator_id in pins
        self._lock_action.setEnabled(has_pin)
        if has_pin:
            self._menu.addAction(self._lock_action)
        words = _("Change my PIN…") if has_pin else _("Set my PIN…")
        self._offer(words, lambda: self._pins.set_own(has_pin=has_pin))
        if having:
            self._offer(_("Forgotten PIN…"), lambda: self._pins.forget(having))
        self._menu.addSeparator()
        self._offer(_("Add somebody…"), self._ask)
        self._menus.set_operator(now.name, self._menu)
        self._tell_removed(now)

    def _offer(self, words: str, do: Callable[[], None]) -> None:
        self._menu.addAction(words).triggered.connect(lambda _on=False: do())

    def _welcome(self, now: Operator) -> None:
        if not now.pin_removed_because or now.operator_id in self._told:
            words = _("{name} is at the keyboard now.").format(name=now.name)
            self._context.say(MessageKind.INFO, words, ())
        # Screens say what whoever is at the keyboard may do; this menu follows in the same way.
        self._context.changes.announce(frozenset({"operators"}))

    def _tell_removed(self, now: Operator) -> None:
        """Tell somebody once that their PIN was taken away, in case they did not ask for it."""
        if not now.pin_removed_because or now.operator_id in self._told:
            return
        self._told.add(now.operator_id)
        words = _("{name}, your PIN was taken away: “{reason}”. The history says by whom and when.")
        self._context.say(
            MessageKind.WARN,
            words.format(name=now.name, reason=now.pin_removed_because),
            ((_("Set my PIN…"), lambda: self._pins.set_own(has_pin=False)),),
        )

    def _ask(self) -> None:
        self._context.tasks.run(self._context.office.participants.everybody, self._open_dialog)

    def _open_dialog(self, people: tuple[Participant, ...]) -> None:
        dialog = OperatorDialog(people, self._window)
        dialog.save_requested.connect(lambda: self._save(dialog))
        dialog.open()

    def _save(self, dialog: OperatorDialog) -> None:
        name, role, person = dialog.name.text(), dialog.role.text(), dialog.participant.value()

        def done(_operator: Operator) -> None:
            dialog.accept_saved()
            self._context.saved(_("{name} was added.").format(name=name))

        add = self._operators.add
        self._context.tasks.run(
            lambda: add(name, role, person),
            done,
            lambda error: dialog.show_error("name", self._context.word_error(error)),
        )
