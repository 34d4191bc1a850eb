"""A layout is written with its mistakes marked and its file beside it, and nothing is lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.services.bank_layouts import layout_template
from coprod_desktop.ui.widgets.buttons import Button
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, type_text
from tests.ui.settings.layouts_room import LayoutsDesk


@pytest.fixture
def desk(room: Room, qtbot: QtBot) -> Iterator[LayoutsDesk]:
    made = LayoutsDesk(room)
    qtbot.addWidget(made.dialog)
    made.dialog.new.click()
    yield made
    made.close()


def words(part: QWidget) -> str:
    return " ".join(one.text() for one in part.findChildren(QLabel))


def write(desk: LayoutsDesk, was: str, now: str) -> int:
    """Write something else into the layout as if it was typed; return its line."""
    text = desk.edit.text()
    desk.edit.rules.edit.replace_text(text.replace(was, now, 1))
    desk.settle()
    return text[: text.index(was)].count("\n") + 1


def test_the_file_of_three_payments_stands_beside_the_layout(desk: LayoutsDesk) -> None:
    assert unnamed_controls(desk.edit) == []
    lines = desk.edit.preview.file.text().splitlines()
    assert lines[0] == "Name,Sort code,Account number,Amount,Date,Reference"
    assert lines[1].startswith("Sian OBrien,00-14-62,00124417,34.50,")
    assert "Name: “Siân O'Brien” is written as “Sian OBrien”." in desk.edit.preview.words
    assert "No mistakes." in words(desk.edit)
    write(desk, 'separator = "comma"', 'separator = "semicolon"')
    assert desk.edit.preview.file.text().startswith("Name;Sort code;")


def test_mistakes_are_marked_and_named_and_then_there_is_no_file(desk: LayoutsDesk) -> None:
    line = write(desk, "quoting", "quotin")
    assert desk.edit.rules.edit.marked == {line}
    assert "Did you mean “quoting”?" in words(desk.edit)
    assert desk.edit.preview.file.text() == ""
    assert "cannot be read yet" in desk.edit.preview.words
    write(desk, "quotin", "quoting")
    assert desk.edit.rules.edit.marked == frozenset()
    assert desk.edit.preview.file.text()


def test_payments_that_cannot_be_written_so_say_why(desk: LayoutsDesk) -> None:
    write(desk, '"£1,000,000"', '"£100"')
    assert desk.edit.preview.file.text() == ""
    assert "the bank sends at most £100.00" in desk.edit.preview.words


def test_a_layout_is_saved_under_its_name_and_stands_in_the_list(desk: LayoutsDesk) -> None:
    type_text(desk.edit.name, "Banc Ni")
    desk.edit.save.click()
    assert not desk.edit.isVisible()
    assert desk.room.office.own_layouts.named("Banc Ni").text == layout_template()
    row = desk.dialog.list.current_row()
    assert row is not None
    assert row.key == "Banc Ni"
    assert "payment of one pound first" in words(desk.dialog)


def test_a_layout_with_mistakes_is_not_saved_and_stays(desk: LayoutsDesk) -> None:
    type_text(desk.edit.name, "Banc Ni")
    line = write(desk, "quoting", "quotin")
    desk.edit.save.click()
    assert desk.edit.isVisible()
    assert "Nothing is saved yet." in words(desk.edit)
    assert desk.edit.rules.edit.textCursor().blockNumber() + 1 == line
    assert desk.room.office.own_layouts.all() == ()


@pytest.mark.parametrize("name", ["", "plain", "PLAIN", "taken"])
def test_a_name_that_cannot_be_taken_is_said_under_it(desk: LayoutsDesk, name: str) -> None:
    desk.room.office.own_layouts.save_text(layout_template(), "Taken")
    type_text(desk.edit.name, name)
    write(desk, 'name = "My bank"', 'name = "Mine"')
    desk.edit.save.click()
    assert desk.edit.isVisible()
    assert desk.edit._name_box.error
    assert desk.edit.save.isEnabled()
    assert desk.room.office.own_layouts.named("Taken").text == layout_template()
    type_text(desk.edit.name, "x")
    assert desk.edit._name_box.error == ""


def test_ones_own_layout_is_changed_in_its_place(desk: LayoutsDesk) -> None:
    own = desk.room.office.own_layouts
    own.save_text(layout_template(), "Banc Ni")
    desk.dialog.list.select_key("Banc Ni")
    desk.dialog.change.click()
    write(desk, 'extension = "csv"', 'extension = "txt"')
    desk.edit.save.click()
    assert [one.name for one in own.all()] == ["Banc Ni"]
    assert 'extension = "txt"' in own.named("Banc Ni").text


def test_what_is_not_saved_is_asked_about_before_closing(desk: LayoutsDesk) -> None:
    write(desk, 'extension = "csv"', 'extension = "txt"')
    QTest.keyClick(desk.edit, Qt.Key.Key_Escape)
    assert desk.edit.isVisible()
    assert "What you wrote is not saved." in words(desk.edit)
    desk.edit.close()
    assert desk.edit.isVisible()
    (leave,) = [
        one
        for one in desk.edit.findChildren(Button)
        if one.words == "Close without saving" and one.isVisible()
    ]
    leave.click()
    assert not desk.edit.isVisible()
    assert desk.room.office.own_layouts.all() == ()
    desk.dialog.new.click()
    desk.edit.close()
    assert not desk.edit.isVisible()
