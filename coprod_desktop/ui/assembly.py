"""Add the screens of an open file to the window, in the order of the sidebar."""

from collections.abc import Callable
from functools import partial

from coprod_desktop.i18n import _
from coprod_desktop.ui.about_action import AboutAction
from coprod_desktop.ui.bulk.menu import BulkMenu
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.exporting.menu import ExportMenu
from coprod_desktop.ui.imports.door import ImportDoor
from coprod_desktop.ui.list_menu import ListMenu
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.quick_entry.menu import QuickEntryMenu
from coprod_desktop.ui.screen import LaterScreen, Screen, ScreenGroup
from coprod_desktop.ui.settings.menu import SettingsMenu
from coprod_desktop.ui.settings.operators import OperatorMenu


def add_screens(window: MainWindow, context: Context) -> tuple[object, ...]:
    """Add every screen; return what no Qt connection would keep alive."""
    operators = OperatorMenu(window.menus, context, window)
    settings = SettingsMenu(window.menus, context, window)
    about = AboutAction(window, context)
    quick_entry = QuickEntryMenu(window.menus, context, window)
    imports = ImportDoor(window, window.menus, context)
    operators.refresh()
    for screen in _rows(context, settings):
        window.add_screen(screen)
    lists = (ListMenu(window), BulkMenu(window, context), ExportMenu(window, context))
    return operators, settings, about, quick_entry, imports, *lists


def _rows(context: Context, settings: SettingsMenu) -> tuple[LaterScreen, ...]:
    def row(
        key: str, title: str, icon: str, group: ScreenGroup, make: Callable[[Context], Screen]
    ) -> LaterScreen:
        return LaterScreen(key=key, title=title, icon=icon, group=group, make=lambda: make(context))

    pay_runs = partial(_pay_runs, ask_account=settings.ask_money)
    log, people, money = ScreenGroup.LOG, ScreenGroup.PEOPLE, ScreenGroup.MONEY_AND_PAPERS
    return (
        row("session_sheet", _("Session sheet"), "clipboard-list", log, _session_sheet),
        row("contributions", _("Contributions"), "list-checks", log, _contributions),
        row("expenses", _("Expenses"), "receipt", log, _expenses),
        row("participants", _("Participants"), "users", people, _participants),
        row("projects", _("Projects"), "folder", people, _projects),
        row("pay_runs", _("Pay runs"), "banknote", money, pay_runs),
        row("cash", _("Cash and vouchers"), "wallet", money, _cash),
        row("statements", _("Statements"), "file-text", money, _statements),
        row("reports", _("Reports"), "chart-column", ScreenGroup.WHAT_WE_LEARN, _reports),
        row("history", _("History and undo"), "history", ScreenGroup.FOOT, _history),
    )


# Each screen loads and is made when it is first shown: all of them would keep a file from opening
# for as long as the whole program takes to start.


def _session_sheet(context: Context) -> Screen:
    from coprod_desktop.ui.session_sheet.screen import make_screen

    return make_screen(context)


def _contributions(context: Context) -> Screen:
    from coprod_desktop.ui.contributions.screen import make_screen

    return make_screen(context)


def _expenses(context: Context) -> Screen:
    from coprod_desktop.ui.expenses.screen import make_screen

    return make_screen(context)


def _participants(context: Context) -> Screen:
    from coprod_desktop.ui.participants.screen import make_screen

    return make_screen(context)


def _projects(context: Context) -> Screen:
    from coprod_desktop.ui.projects.screen import make_screen

    return make_screen(context)


def _pay_runs(context: Context, ask_account: Callable[[], None]) -> Screen:
    from coprod_desktop.ui.pay_runs.screen import make_screen

    return make_screen(context, ask_account)


def _cash(context: Context) -> Screen:
    from coprod_desktop.ui.cash.screen import make_screen

    return make_screen(context)


def _statements(context: Context) -> Screen:
    from coprod_desktop.ui.statements.screen import make_screen

    return make_screen(context)


def _history(context: Context) -> Screen:
    from coprod_desktop.ui.history.screen import make_screen

    return make_screen(context)


def _reports(context: Context) -> Screen:
    from coprod_desktop.ui.reports.screen import make_screen

    return make_screen(context)
