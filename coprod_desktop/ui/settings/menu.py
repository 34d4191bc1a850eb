"""The entries of the File menu about the charity itself."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.settings.money_dialog import MoneyDialog
from coprod_desktop.ui.settings.organisation_dialog import OrganisationDialog
from coprod_desktop.ui.settings.presenter import SettingsPresenter
from coprod_desktop.ui.widgets.choice_edit import Choice
from coprod_desktop.ui.window_menus import MenuName, WindowMenus


class SettingsMenu:
    """Offer what the charity says of itself, of money and of its rules while a file is open."""

    def __init__(self, menus: WindowMenus, context: Context, parent: QWidget) -> None:
        self._menus = menus
        self._parent = parent
        self._context = context
        self._presenter = SettingsPresenter(context)
        menu = menus.menu(MenuName.FILE)
        wanted = (
            (_("Your organisation…"), self._ask_organisation),
            (_("Two people for money…"), self.ask_money),
            (_("Bank file layouts…"), self._ask_layouts),
            (_("What we pay…"), self._ask_policy),
            (_("Rates and limits…"), self._open_rates),
            (_("Account check table…"), self._ask_weight_table),
            (_("How papers look…"), self._ask_papers),
            (_("Wording of papers…"), self._open_wording),
        )
        self._actions = [QAction(words, parent) for words, _do in wanted]
        for action, (_words, do) in zip(self._actions, wanted, strict=True):
            action.triggered.connect(do)
        others = menu.actions()
        if others:  # before closing the file and leaving
            menu.insertActions(others[0], self._actions)
            self._actions.append(menu.insertSeparator(others[0]))
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

    def ask_money(self) -> None:
        """Open the form about who approves, and the account that is paid from."""
        from coprod_desktop.services.known_layouts import known_layouts

        context, office = self._context, self._context.office

        def known() -> tuple[Organisation, list[Choice[str]]]:
            layouts = known_layouts(office.own_layouts.all())
            return office.organisation.get(), [Choice(one.key, one.title) for one in layouts]

        def show(found: tuple[Organisation, list[Choice[str]]]) -> None:
            organisation, layouts = found
            dialog = MoneyDialog(organisation, context.word_error, layouts, self._parent)
            dialog.save_requested.connect(lambda: self._presenter.save_money(dialog))
            dialog.open()

        context.tasks.run(known, show, context.fail)

    def _ask_layouts(self) -> None:
        # Loaded when it is first asked for, as screens are.
        from coprod_desktop.ui.settings.layout_edit_dialog import LayoutEditDialog
        from coprod_desktop.ui.settings.layouts_dialog import LayoutsDialog
        from coprod_desktop.ui.settings.layouts_presenter import LayoutsPresenter

        context = self._context

        def show(organisation: Organisation) -> None:
            dialog = LayoutsDialog(organisation.bank_layout, context.tasks, self._parent)

            def edit(name: str, text: str) -> LayoutEditDialog:
                made = LayoutEditDialog(name, text, dialog)
                made.open()
                return made

            presenter = LayoutsPresenter(dialog, context, edit)
            dialog.finished.connect(lambda _result: self._keep_layouts(None))
            dialog.finished.connect(lambda _result: presenter.stop())
            self._keep_layouts(presenter)
            presenter.refresh()
            dialog.open()

        context.tasks.run(context.office.organisation.get, show, context.fail)

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

    def _ask_weight_table(self) -> None:
        # Loaded when it is first asked for, as screens are.
        from coprod_desktop.services.weight_tables import WeightTableSummary
        from coprod_desktop.ui.settings.weight_table_dialog import WeightTableDialog
        from coprod_desktop.ui.settings.weight_table_presenter import WeightTablePresenter

        context, presenter = self._context, WeightTablePresenter(self._context)

        def show(summary: WeightTableSummary | None) -> None:
            dialog = WeightTableDialog(summary, parent=self._parent)
            dialog.save_requested.connect(lambda: presenter.load(dialog))
            dialog.open()

        context.tasks.run(context.office.bank_details.weight_table, show, context.fail)

    def _ask_papers(self) -> None:
        # Loaded when it is first asked for, as screens are.
        from coprod_desktop.ui.settings.papers_dialog import PapersDialog
        from coprod_desktop.ui.settings.papers_presenter import PapersPresenter

        context = self._context

        def show(style: PaperStyle) -> None:
            dialog = PapersDialog(style, self._parent)
            self._keep_papers(PapersPresenter(dialog, context))
            dialog.finished.connect(lambda _result: self._keep_papers(None))
            dialog.open()

        context.tasks.run(context.office.paper_style.get, show, context.fail)

    def _open_wording(self) -> None:
        # Loaded when it is first asked for, as screens are.
        from coprod_desktop.ui.settings.wording_dialog import WordingDialog
        from coprod_desktop.ui.settings.wording_presenter import WordingPresenter

        context = self._context
        dialog = WordingDialog(context.tasks, context.word_error, self._parent)
        presenter = WordingPresenter(dialog, context)
        dialog.finished.connect(lambda _result: self._keep_wording(None))
        dialog.finished.connect(lambda _result: presenter.stop())
        self._keep_wording(presenter)
        presenter.refresh()
        dialog.open()

    def _keep_papers(self, presenter: object) -> None:
        self._papers = presenter  # for the same reason as the next one

    def _keep_wording(self, presenter: object) -> None:
        self._wording = presenter  # for the same reason as the next one

    def _keep_rates(self, presenter: object) -> None:
        """Keep the presenter alive while its list is open; a Qt connection would not."""
        self._rates = presenter

    def _keep_policy(self, presenter: object) -> None:
        self._policy = presenter  # for the same reason

    def _keep_layouts(self, presenter: object) -> None:
        self._layouts = presenter  # for the same reason
