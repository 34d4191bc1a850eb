"""The check for names finds what it should, and nothing else."""

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.buttons import IconButton
from tests.ui.accessibility import unnamed_controls


def test_a_button_without_words_or_name_is_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = QFormLayout(holder)
    layout.addRow("Hours", QLineEdit())
    assert unnamed_controls(holder) == []
    layout.addRow(QToolButton())
    assert len(unnamed_controls(holder)) == 1
    layout.addRow(QLineEdit())
    assert len(unnamed_controls(holder)) == 2
    layout.addRow(IconButton("x", "Close"))
    assert len(unnamed_controls(holder)) == 2


def test_a_table_without_a_name_is_found_but_not_its_head(qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    assert len(unnamed_controls(table)) == 1
    table.setAccessibleName("People")
    assert unnamed_controls(table) == []


def test_what_takes_no_keyboard_needs_no_name(qtbot: QtBot) -> None:
    words = QLabel("Nothing else waits.")
    qtbot.addWidget(words)
    assert unnamed_controls(words) == []
