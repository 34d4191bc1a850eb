"""Nothing stands in a menu or beside it that does not work."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.preferences import ThemeChoice
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.window_menus import MenuName


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    made = MainWindow(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(window: MainWindow) -> list[str]:
    return [a.text().replace("&", "") for a in window.menuBar().actions() if a.isVisible()]


def test_a_menu_shows_once_it_has_something_to_do(window: MainWindow) -> None:
    assert shown(window) == ["View"]
    window.menus.add_action(MenuName.FILE, QAction("Open", window))
    assert shown(window) == ["File", "View"]


def test_undo_and_redo_say_what_they_are_about(window: MainWindow, qtbot: QtBot) -> None:
    menus = window.menus
    menus.add_action(MenuName.EDIT, QAction("Find", window))
    menus.set_undo("12 contributions saved")
    undo, redo, line, find = menus.menu(MenuName.EDIT).actions()
    assert (line.isSeparator(), find.text()) == (True, "Find")
    assert undo.text() == "Undo: 12 contributions saved"
    assert (redo.text(), redo.isEnabled()) == ("Redo", False)
    with qtbot.waitSignal(menus.undo_requested):
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    menus.set_undo("")
    assert (undo.text(), undo.isEnabled()) == ("Undo", False)
    menus.set_undo("Issued statements", stays=True)
    assert (undo.text(), undo.isEnabled()) == ("Undo: Issued statements stays…", True)
    menus.set_redo("Salt & pepper")
    assert (redo.text(), redo.isEnabled()) == ("Redo: Salt && pepper", True)


@pytest.mark.parametrize(
    ("key", "more"),
    [
        (Qt.Key.Key_Y, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_redo_has_both_keys_that_people_know(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, more: Qt.KeyboardModifier
) -> None:
    window.menus.set_redo("Logged a session")
    with qtbot.waitSignal(window.menus.redo_requested):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier | more)


def test_the_view_menu_changes_colours_and_text(window: MainWindow, theme: Theme) -> None:
    actions = {action.text(): action for action in window.menus.menu(MenuName.VIEW).actions()}
    try:
        actions["Dark"].trigger()
        assert theme.choice is ThemeChoice.DARK
        actions["Larger text"].trigger()
        assert theme.text_percent == 110
        actions["Smaller text"].trigger()
        assert theme.text_percent == 100
    finally:
        actions["Colours of this computer"].trigger()


def test_the_corner_is_empty_until_it_is_filled(window: MainWindow) -> None:
    assert window.menuBar().cornerWidget(Qt.Corner.TopRightCorner) is None
    search = QLineEdit()
    window.menus.set_corner_widget(search)
    assert search.isVisible()


def test_the_operator_is_a_button_only_where_it_offers_something(window: MainWindow) -> None:
    window.menus.set_operator("Nia Morgan")
    operator = next(one for one in window.findChildren(Button) if one.words == "Nia Morgan")
    assert operator.isVisible()
    assert operator.focusPolicy() == Qt.FocusPolicy.NoFocus
    window.menus.set_operator("Nia Morgan", QMenu(window))
    assert operator.focusPolicy() != Qt.FocusPolicy.NoFocus
    assert operator.accessibleName() == "Operator: Nia Morgan"
    window.menus.set_operator("")
    assert not operator.isVisible()
