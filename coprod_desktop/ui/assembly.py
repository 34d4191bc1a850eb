"""Add the screens of an open file to the window, in the order of the sidebar."""

from coprod_desktop.ui.context import Context
from coprod_desktop.ui.contributions.screen import make_screen as contributions
from coprod_desktop.ui.expenses.screen import make_screen as expenses
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.participants.screen import make_screen as participants
from coprod_desktop.ui.pay_runs.screen import make_screen as pay_runs
from coprod_desktop.ui.projects.screen import make_screen as projects
from coprod_desktop.ui.session_sheet.screen import make_screen as session_sheet
from coprod_desktop.ui.settings.menu import SettingsMenu
from coprod_desktop.ui.settings.operators import OperatorMenu
from coprod_desktop.ui.statements.screen import make_screen as statements


def add_screens(window: MainWindow, context: Context) -> tuple[object, ...]:
    """Add every screen; return what no Qt connection would keep alive."""
    operators = OperatorMenu(window.menus, context, window)
    settings = SettingsMenu(window.menus, context, window)
    operators.refresh()
    for make in (
        session_sheet,
        contributions,
        expenses,
        participants,
        projects,
        pay_runs,
        statements,
    ):
        window.add_screen(make(context))
    return operators, settings
