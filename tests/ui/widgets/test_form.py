"""A form says under each field what is wrong with it, to eyes and ears alike."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.money_edit import MoneyEdit


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    made.add_field("name", "Name", QLineEdit(), "As on letters.")
    made.add_row((("fare", "Fare", MoneyEdit("", str)), ("taxi", "Taxi", MoneyEdit("", str))))
    made.add_field("note", "Note", QPlainTextEdit())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_labels_name_their_fields(form: Form) -> None:
    for key, name in (("name", "Name"), ("fare", "Fare"), ("note", "Note")):
        interface = QAccessible.queryAccessibleInterface(form.box(key).field)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name) == name
    assert form.box("name").field.accessibleDescription() == "As on letters."


def test_an_error_is_shown_described_and_gone_once_somebody_types(form: Form, qtbot: QtBot) -> None:
    form.show_error("name", "There is a project of this name already. Choose another name.")
    box = form.box("name")
    assert box.error.startswith("There is")
    assert box.field.accessibleDescription().endswith("Choose another name.")
    assert box.field.hasFocus()
    QTest.keyClicks(box.field, "x")
    assert box.error == ""


def test_check_reads_every_field_and_goes_to_the_first_not_understood(form: Form) -> None:
    QTest.keyClicks(form.box("fare").field, "much")
    QTest.keyClicks(form.box("taxi").field, "more")
    form.box("name").field.setFocus()
    assert not form.check()
    assert form.box("fare").error == "MoneyUnreadableError"
    assert form.box("fare").field.hasFocus()
    assert not form.check()  # asked again it says so again
    for key in ("fare", "taxi"):
        field = form.box(key).field
        assert isinstance(field, MoneyEdit)
        field.set_pence(100)
    assert form.check()


@pytest.mark.parametrize("key", ["name", "fare", "note"])
def test_every_change_is_told(form: Form, qtbot: QtBot, key: str) -> None:
    with qtbot.waitSignal(form.changed):
        QTest.keyClicks(form.box(key).field, "1")


def test_a_tick_is_a_change(form: Form, qtbot: QtBot) -> None:
    tick = QCheckBox("Large print")
    form.add_field("large", "Papers", tick)
    with qtbot.waitSignal(form.changed):
        tick.click()


def test_an_unknown_field_fails(form: Form) -> None:
    with pytest.raises(KeyError):
        form.show_error("nobody", "x")


def test_a_form_inside_another_is_checked_with_it_while_it_is_shown(form: Form) -> None:
    inner = Form()
    inner.add_field("more", "More", MoneyEdit("", str))
    form.add_widget(inner)
    inner.show()
    QTest.keyClicks(inner.box("more").field, "much")
    assert not form.check()
    assert inner.box("more").field.hasFocus()
    QTest.keyClicks(form.box("fare").field, "much")
    assert not form.check()
    assert form.box("fare").field.hasFocus()
    QTest.keyClicks(form.box("fare").field, "12")
    form.box("fare").field.clear()  # type: ignore[attr-defined]  # a MoneyEdit
    inner.hide()
    assert form.check()
