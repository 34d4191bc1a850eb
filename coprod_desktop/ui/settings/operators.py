"""Say who is at the keyboard, change over, and add somebody."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import Participant
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
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


class OperatorMenu:
    """Keep the menu of operators in the corner of the window."""

    def __init__(self, menus: WindowMenus, context: Context, parent: QWidget) -> None:
        self._menus = menus
        self._parent = parent
        self._context = context
        self._menu = QMenu(parent)
        context.changes.subscribe(frozenset({"operators"}), self.refresh)

    def refresh(self) -> None:
        """List everybody, with a mark at who is at the keyboard."""
        organisation = self._context.office.organisation
        self._context.tasks.run(organisation.operators, self._show)

    def _show(self, operators: tuple[Operator, ...]) -> None:
        now = self._context.office.organisation.operator
        self._menu.clear()
        for operator in operators:
            role = f", {operator.role}" if operator.role else ""
            action = self._menu.addAction(f"{operator.name}{role}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(operator.operator_id == now.operator_id)
            action.triggered.connect(lambda _on=False, who=operator: self._change_to(who))
        self._menu.addSeparator()
        add = QAction(_("Add somebody…"), self._menu)
        add.triggered.connect(self._ask)
        self._menu.addAction(add)
        self._menus.set_operator(now.name, self._menu)

    def _change_to(self, operator: Operator) -> None:
        def done(now: Operator) -> None:
            self.refresh()
            words = _("{name} is at the keyboard now.").format(name=now.name)
            self._context.say(MessageKind.INFO, words, ())

        sit_down = self._context.office.organisation.sit_down
        self._context.tasks.run(lambda: sit_down(operator.operator_id), done, self._context.fail)

    def _ask(self) -> None:
        self._context.tasks.run(self._context.office.participants.everybody, self._open_dialog)

    def _open_dialog(self, people: tuple[Participant, ...]) -> None:
        dialog = OperatorDialog(people, self._parent)
        dialog.save_requested.connect(lambda: self._save(dialog))
        dialog.open()

    def _save(self, dialog: OperatorDialog) -> None:
        name, role, person = dialog.name.text(), dialog.role.text(), dialog.participant.value()

        def done(_operator: Operator) -> None:
            dialog.accept_saved()
            self._context.saved(_("{name} was added.").format(name=name))

        add = self._context.office.organisation.add_operator
        self._context.tasks.run(
            lambda: add(name, role, person),
            done,
            lambda error: dialog.show_error("name", self._context.word_error(error)),
        )
