"""The head keeps its primary action at the edge, whatever else comes."""

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
