"""The entries of the File menu about the charity itself."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.policy import Policy
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.settings.organisation_dialog import OrganisationDialog
from coprod_desktop.ui.settings.policy_dialog import PolicyDialog
from coprod_desktop.ui.settings.presenter import SettingsPresenter
from coprod_desktop.ui.window_menus import MenuName, WindowMenus


class SettingsMenu:
    """Offer "Your organisation" and "What we pay" while a file is open."""

    def __init__(self, menus: WindowMenus, context: Context, parent: QWidget) -> None:
        self._menus = menus
        self._parent = parent
        self._context = context
        self._presenter = SettingsPresenter(context)
        menu = menus.menu(MenuName.FILE)
        wanted = (
            (_("Your organisation…"), self._ask_organisation),
            (_("What we pay…"), self._ask_policy),
        )
        self._actions = [QAction(words, parent) for words, _do in wanted]
        for action, (_words, do) in zip(self._actions, wanted, strict=True):
            action.triggered.connect(do)
        others = menu.actions()
        if others:  # before closing the file and leaving
            menu.insertActions(others[0], self._actions)
        else:
            menu.addActions(self._actions)

    def remove(self) -> None:
        """Take the entries away, because the file was closed."""
        for action in self._actions:
            self._menus.menu(MenuName.FILE).removeAction(action)

    def _ask_organisation(self) -> None:
        self._context.tasks.run(self._context.office.organisation.get, self._open_organisation)

    def _open_organisation(self, organisation: Organisation) -> None:
        dialog = OrganisationDialog(organisation, self._parent)
        dialog.save_requested.connect(lambda: self._presenter.save_organisation(dialog))
        dialog.open()

    def _ask_policy(self) -> None:
        self._context.tasks.run(self._context.office.organisation.policy, self._open_policy)

    def _open_policy(self, policy: Policy) -> None:
        dialog = PolicyDialog(policy, self._context.word_error, self._context.today, self._parent)
        dialog.save_requested.connect(lambda: self._presenter.save_policy(dialog))
        dialog.open()
