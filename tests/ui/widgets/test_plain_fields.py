"""Plain fields have a name for those who hear the window, and Tab leaves them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.plain_fields import line_field, password_field, pin_field, text_field
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import type_text


def test_fields_are_named_and_filled(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    line, text = line_field("Name", "Amina Yusuf"), text_field("Note", "First\nvisit")
    column.addWidget(line)
    column.addWidget(text)
    assert (line.text(), text.toPlainText()) == ("Amina Yusuf", "First\nvisit")
    assert unnamed_controls(holder) == []


def test_tab_leaves_a_long_text(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    text, after = text_field("Note"), line_field("Name")
    column.addWidget(text)
    column.addWidget(after)
    holder.show()
    text.setFocus()
    QTest.keyClicks(text, "one")
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert text.toPlainText() == "one"
    assert holder.focusWidget() is after
    holder.hide()


def test_a_pin_is_not_shown_and_not_longer_than_any(qtbot: QtBot) -> None:
    field = pin_field("PIN")
    qtbot.addWidget(field)
    type_text(field, "1234567890123")
    assert field.text() == "123456789012"
    assert field.displayText() != field.text()
    assert field.accessibleName() == "PIN"


def test_a_password_is_not_shown_and_may_hold_any_letter(qtbot: QtBot) -> None:
    field = password_field("Password")
    qtbot.addWidget(field)
    type_text(field, "dŵr oer 1")
    assert field.text() == "dŵr oer 1"
    assert field.displayText() != field.text()
    assert field.accessibleName() == "Password"
