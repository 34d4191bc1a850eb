"""The charity's details are changed from the window."""

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.settings.menu import SettingsMenu
from coprod_desktop.ui.settings.money_dialog import MoneyDialog
from coprod_desktop.ui.settings.organisation_dialog import OrganisationDialog
from coprod_desktop.ui.settings.presenter import SettingsPresenter
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.window_menus import MenuName
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    made = MainWindow(theme)
    qtbot.addWidget(made)
    return made


def test_the_details_are_saved_as_typed(room: Room, qtbot: QtBot) -> None:
    dialog = OrganisationDialog(room.office.organisation.get())
    qtbot.addWidget(dialog)
    dialog._lines["contact_name"].setText("Nia Morgan")
    dialog._promise.setText("10")
    SettingsPresenter(room.context).save_organisation(dialog)
    saved = room.office.organisation.get()
    assert (saved.contact_name, saved.promise_days) == ("Nia Morgan", 10)
    assert unnamed_controls(dialog) == []


@pytest.mark.parametrize("days", ["", "soon", "0", "-3", "400", "²"])
def test_a_promise_that_is_no_number_of_days_is_refused(
    room: Room, qtbot: QtBot, days: str
) -> None:
    dialog = OrganisationDialog(room.office.organisation.get())
    qtbot.addWidget(dialog)
    dialog._promise.setText(days)
    SettingsPresenter(room.context).save_organisation(dialog)
    assert dialog.form.box("promise").error
    assert room.office.organisation.get().promise_days == 14


def test_the_file_menu_offers_settings_only_while_a_file_is_open(
    room: Room, window: MainWindow
) -> None:
    file_menu = window.menus.menu(MenuName.FILE)
    window.menus.add_action(MenuName.FILE, QAction("Leave", window))
    settings = SettingsMenu(window.menus, room.context, window)
    assert len(file_menu.actions()) == 10  # and a line
    settings.remove()
    assert len(file_menu.actions()) == 1


def test_the_menu_opens_the_dialog_about_money(room: Room, window: MainWindow) -> None:
    kept = SettingsMenu(window.menus, room.context, window)
    offered = window.menus.menu(MenuName.FILE).actions()
    (action,) = [one for one in offered if one.text() == "Two people for money…"]
    action.trigger()
    (dialog,) = window.findChildren(MoneyDialog)
    assert dialog.organisation() == room.office.organisation.get()
    dialog.accept_saved()
    kept.remove()
