"""Esc closes the panel, and the keyboard goes back to where it was."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.side_panel import SidePanel
from tests.ui.accessibility import unnamed_controls


def test_escape_closes_and_gives_the_keyboard_back(qtbot: QtBot) -> None:
    holder, field, panel = QWidget(), QLineEdit(), SidePanel("Why £87.50?", "Design workshop")
    field.setAccessibleName("Fare")
    inside = QLineEdit()
    inside.setAccessibleName("Note")
    panel.body.addWidget(inside)
    row = QHBoxLayout(holder)
    row.addWidget(field)
    row.addWidget(panel)
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    assert not panel.isVisible()
    field.setFocus()
    panel.open_panel()
    inside.setFocus()
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(inside, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert field.hasFocus()
    assert unnamed_controls(holder) == []
