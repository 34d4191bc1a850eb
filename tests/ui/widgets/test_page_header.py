"""The head keeps its primary action at the edge, whatever else comes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.buttons import Button, IconButton, primary_button
from coprod_desktop.ui.widgets.page_header import PageHeader


def test_actions_added_later_stand_left_of_the_primary_one(qtbot: QtBot) -> None:
    header = PageHeader("What needs doing", "Thursday 19 November 2026")
    qtbot.addWidget(header)
    primary, other = primary_button("Log a session"), Button("Add a participant")
    header.set_primary(primary)
    header.add_action(other)
    header.resize(1100, 48)
    header.show()
    assert other.isVisible()
    assert other.geometry().right() < primary.x()
    assert primary.geometry().right() == header.width() - 1


def test_a_narrow_head_keeps_the_primary_action_and_moves_the_rest_into_a_menu(
    qtbot: QtBot,
) -> None:
    pressed: list[str] = []
    header = PageHeader("What needs doing", "Thursday 19 November 2026")
    qtbot.addWidget(header)
    primary, other = primary_button("Log a session"), Button("Add a participant")
    other.clicked.connect(lambda: pressed.append("add"))
    header.add_action(other)
    header.set_primary(primary)
    header.resize(500, 48)
    header.show()
    assert primary.isVisible()
    assert not other.isVisible()
    more = header.findChildren(IconButton)[0]
    assert more.isVisible()
    menu = more.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert pressed == ["add"]


def test_the_title_can_change(qtbot: QtBot) -> None:
    header = PageHeader("Participants")
    qtbot.addWidget(header)
    header.set_title("Amina Yusuf")
    header.set_sub_line("Lived experience")
    assert header.title == "Amina Yusuf"


def test_actions_that_do_not_fit_go_into_the_menu_and_keep_their_keys(qtbot: QtBot) -> None:
    pressed: list[str] = []
    header = PageHeader("Contributions")
    qtbot.addWidget(header)
    header.set_primary(primary_button("Approve"))
    buttons = [Button(f"Something long {n}", shortcut=f"Ctrl+{n}") for n in range(4, 9)]
    for button in buttons:
        button.clicked.connect(lambda _on=False, words=button.words: pressed.append(words))
        header.add_action(button)
    header.resize(1000, 48)
    header.show()
    header.activateWindow()
    qtbot.waitUntil(header.isActiveWindow)
    shown = [button for button in buttons if button.isVisible()]
    assert shown
    assert shown == buttons[: len(shown)]
    hidden = buttons[len(shown) :]
    assert hidden
    QTest.keyClick(header, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(header, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pressed == ["Something long 8", "Something long 4"])
    header.resize(2000, 48)
    assert all(button.isVisible() for button in buttons)
    QTest.keyClick(header, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pressed[2:] == ["Something long 8"])


def test_a_disabled_action_in_the_menu_does_nothing_by_its_key(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    header = PageHeader("Contributions")
    qtbot.addWidget(header)
    header.set_primary(primary_button("Approve"))
    other = Button("Repeat", shortcut="Ctrl+D")
    other.clicked.connect(lambda: pressed.append(True))
    other.setEnabled(False)
    header.add_action(other)
    header.resize(400, 48)
    header.show()
    header.activateWindow()
    qtbot.waitUntil(header.isActiveWindow)
    QTest.keyClick(header, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
