"""The sidebar of an open file offers every screen, in the order of the work."""

from pytestqt.qtbot import QtBot

from coprod_desktop.ui.assembly import add_screens
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.screen import LaterScreen, Screen
from coprod_desktop.ui.theme import Theme
from tests.ui.rooms import Room

SCREENS = (
    "session_sheet",
    "contributions",
    "expenses",
    "participants",
    "projects",
    "pay_runs",
    "cash",
    "statements",
    "reports",
    "history",
)


def test_every_screen_is_there_and_shows(room: Room, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    kept = add_screens(window, room.context)
    assert kept
    assert tuple(window._screens) == SCREENS
    for key in SCREENS:
        row = window._screens[key]
        window.show_screen(key)
        assert window.current_key == key
        made = window._screens[key]
        assert isinstance(row, LaterScreen)
        assert isinstance(made, Screen)
        assert (row.title, row.icon, row.group) == (made.title, made.icon, made.group)
    window.clear_screens()
