"""Rules are written with the keyboard; their lines are numbered and the mistaken ones marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.preferences import ThemeChoice
from coprod_desktop.ui.scale import fixed_font
from coprod_desktop.ui.settings.policy_text_edit import PolicyTextEdit
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button
from tests.ui.accessibility import unnamed_controls

TEXT = "one\ntwo\nthree\n"


@pytest.fixture
def edit(qtbot: QtBot, theme: Theme) -> PolicyTextEdit:
    made = PolicyTextEdit("All rules")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.replace_text(TEXT)
    return made


def test_tab_goes_on_and_ctrl_tab_writes_two_spaces(qtbot: QtBot, theme: Theme) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    edit, button = PolicyTextEdit("All rules"), Button("Next")
    column = QVBoxLayout(room)
    column.addWidget(edit)
    column.addWidget(button)
    with qtbot.waitExposed(room):
        room.show()
    room.activateWindow()
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "  "
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "  "
    assert room.focusWidget() is button
    assert unnamed_controls(room) == []


def test_another_text_is_one_step_to_take_back(edit: PolicyTextEdit) -> None:
    edit.replace_text("four\n")
    assert edit.text() == "four\n"
    edit.undo()
    assert edit.text() == TEXT


def test_spaces_that_do_not_break_stay_as_they_are(edit: PolicyTextEdit) -> None:
    edit.replace_text("£5\N{NO-BREAK SPACE}a mile")
    assert edit.text() == "£5\N{NO-BREAK SPACE}a mile"


def test_every_line_has_its_number_and_marks_are_tinted(edit: PolicyTextEdit) -> None:
    edit.show()
    assert [number for number, _place in edit.numbered_lines()] == [1, 2, 3, 4]
    edit.mark([2, 99])
    (extra,) = edit.extraSelections()
    tint = extra.format.background().color()
    assert tint == current_tokens().color("bad_tint")
    edit.mark([])
    assert edit.extraSelections() == []
    edit.hide()


def test_marks_and_letters_follow_the_theme(edit: PolicyTextEdit, theme: Theme) -> None:
    edit.mark([1])
    narrow = edit.gutter_width()
    theme.choose(ThemeChoice.DARK)
    theme.set_text_percent(200)
    try:
        (extra,) = edit.extraSelections()
        tint = extra.format.background().color()
        assert tint == current_tokens().color("bad_tint")
        assert edit.font().pointSizeF() == fixed_font().pointSizeF() == 20
        assert edit.gutter_width() > narrow
    finally:
        theme.choose(ThemeChoice.LIGHT)
        theme.set_text_percent(100)


@pytest.mark.parametrize(("line", "found"), [(2, 1), (0, 0), (99, 3)])
def test_the_keyboard_goes_to_a_line(edit: PolicyTextEdit, line: int, found: int) -> None:
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.go_to(line)
    assert edit.textCursor().blockNumber() == found


def test_what_is_read_only_stays(qtbot: QtBot, theme: Theme) -> None:
    edit = PolicyTextEdit("A version", is_read_only=True)
    qtbot.addWidget(edit)
    edit.setPlainText(TEXT)
    QTest.keyClicks(edit, "x")
    QTest.keyClick(edit, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == TEXT
    assert edit.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
