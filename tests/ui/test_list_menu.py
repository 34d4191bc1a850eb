"""The menus reach the list on show, and rest where there is none."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.list_extracts import ListExtract
from coprod_desktop.ui.list_actions import ListActions
from coprod_desktop.ui.list_menu import ListMenu
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.screen import Screen, ScreenGroup
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.window_menus import MenuName


def a_screen(key: str, told: list[str] | None) -> Screen:
    actions = None
    if told is not None:
        actions = ListActions(
            subject="contributions",
            export_rows=lambda: ListExtract(title="", columns=(), rows=iter(())),
            selected_ids=tuple,
            chosen_ids=lambda: tuple,
            focus_search=lambda: told.append("find"),
            clear_filters=lambda: told.append("all rows"),
            copy_rows=lambda: told.append("copy"),
            choose_columns=lambda: told.append("columns"),
            change_zoom=lambda steps: told.append(f"zoom {steps}"),
        )
    return Screen(
        key=key,
        title=key,
        icon="house",
        group=ScreenGroup.LOG,
        page=QWidget(),
        presenter=None,
        refresh=lambda: None,
        list_actions=actions,
    )


def test_what_the_menus_offer_goes_to_the_list_on_show(theme: Theme, qtbot: QtBot) -> None:
    told: list[str] = []
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.add_screen(a_screen("plain", None))
    window.add_screen(a_screen("list", told))
    menu = ListMenu(window)
    entries = [
        action
        for name in (MenuName.EDIT, MenuName.VIEW)
        for action in window.menus.menu(name).actions()
        if action.parent() is menu and not action.isSeparator()
    ]
    window.show_screen("plain")
    assert not any(action.isEnabled() for action in entries)
    window.show_screen("list")
    assert all(action.isEnabled() for action in entries)
    for action in entries:
        action.trigger()
    assert told == ["find", "all rows", "copy", "columns", "zoom 1", "zoom -1", "zoom 0"]
    menu.remove()
    left = window.menus.menu(MenuName.EDIT).actions() + window.menus.menu(MenuName.VIEW).actions()
    assert not set(left) & set(entries)
