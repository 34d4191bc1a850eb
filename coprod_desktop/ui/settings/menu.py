"""The entries of the File menu about the charity itself."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.settings.organisation_dialog import OrganisationDialog
from coprod_desktop.ui.settings.presenter import SettingsPresenter
from coprod_desktop.ui.window_menus import MenuName, WindowMenus


class SettingsMenu:
    """Offer "Your organisation", "What we pay" and "Rates and limits" while a file is open."""

    def __init__(self, menus: WindowMenus, context: Context, parent: QWidget) -> None:
        self._menus = menus
        self._parent = parent
        self._context = context
        self._presenter = SettingsPresenter(context)
        menu = menus.menu(MenuName.FILE)
        wanted = (
            (_("Your organisation…"), self._ask_organisation),
            (_("What we pay…"), self._ask_policy),
            (_("Rates and limits…"), self._open_rates),
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
        # Loaded when it is first asked for, as screens are.
        from coprod_desktop.ui.settings.policy_dialog import KnownPolicies, PolicyDialog
        from coprod_desktop.ui.settings.policy_presenter import PolicyPresenter

        context, policies = self._context, self._context.office.policies

        def known() -> KnownPolicies:
            versions, now = policies.versions(), policies.in_force()
            return KnownPolicies(versions=versions, in_force=now, starters=policies.starters())

        def show(found: KnownPolicies) -> None:
            dialog = PolicyDialog(
                found, context.tasks, context.word_error, context.today, self._parent
            )
            self._keep_policy(PolicyPresenter(dialog, context))
            dialog.finished.connect(lambda _result: self._keep_policy(None))
            dialog.open()

        context.tasks.run(known, show, context.fail)

    def _open_rates(self) -> None:
        # Loaded when it is first asked for, as screens are.
        from coprod_desktop.ui.settings.rates_dialog import RatesDialog
        from coprod_desktop.ui.settings.rates_presenter import RatesPresenter

        context = self._context
        dialog = RatesDialog(context.tasks, context.word_error, context.today, self._parent)
        presenter = RatesPresenter(dialog, context)
        dialog.finished.connect(lambda _result: self._keep_rates(None))
        self._keep_rates(presenter)
        presenter.refresh()
        dialog.open()

    def _keep_rates(self, presenter: object) -> None:
        """Keep the presenter alive while its list is open; a Qt connection would not."""
        self._rates = presenter

    def _keep_policy(self, presenter: object) -> None:
        self._policy = presenter  # for the same reason
