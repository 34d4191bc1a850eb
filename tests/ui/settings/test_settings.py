"""The charity's details and its operators are changed from the window."""

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.settings.menu import SettingsMenu
from coprod_desktop.ui.settings.operators import OperatorDialog, OperatorMenu
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
    dialog._four_eyes.setPlainText("Agreed by the trustees on 2 March 2026.")
    SettingsPresenter(room.context).save_organisation(dialog)
    saved = room.office.organisation.get()
    assert (saved.contact_name, saved.promise_days) == ("Nia Morgan", 10)
    assert saved.four_eyes_note.startswith("Agreed")
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


def test_somebody_is_added_and_takes_the_keyboard(room: Room, window: MainWindow) -> None:
    menu = OperatorMenu(window.menus, room.context, window)
    menu.refresh()
    menu._ask()
    (dialog,) = window.findChildren(OperatorDialog)
    dialog.name.setText("Helen Tsang")
    dialog.role.setText("treasurer")
    dialog.save_requested.emit()
    assert [one.name for one in room.office.organisation.operators()] == [
        "Nia Morgan",
        "Helen Tsang",
    ]
    actions = {action.text(): action for action in menu._menu.actions()}
    actions["Helen Tsang, treasurer"].trigger()
    assert room.office.organisation.operator.name == "Helen Tsang"
    assert "Helen Tsang" in room.last_words


def test_the_file_menu_offers_settings_only_while_a_file_is_open(
    room: Room, window: MainWindow
) -> None:
    file_menu = window.menus.menu(MenuName.FILE)
    window.menus.add_action(MenuName.FILE, QAction("Leave", window))
    settings = SettingsMenu(window.menus, room.context, window)
    assert len(file_menu.actions()) == 4
    settings.remove()
    assert len(file_menu.actions()) == 1
