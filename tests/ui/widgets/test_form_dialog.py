"""A dialog stays until what was typed is safe, and loses nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.message_bar import MessageBar
from coprod_desktop.ui.widgets.money_edit import MoneyEdit


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[FormDialog]:
    made = FormDialog("Log an expense", "Log this expense")
    made.form.add_field("name", "Name", QLineEdit())
    made.form.add_field("fare", "Fare", MoneyEdit("Fare", str))
    qtbot.addWidget(made)
    made.open()
    yield made
    made.accept_saved()


def button(dialog: FormDialog, words: str) -> Button:
    return next(one for one in dialog.findChildren(Button) if one.words == words)


def bar(dialog: FormDialog) -> MessageBar | None:
    return next((one for one in dialog.findChildren(MessageBar) if one.isVisible()), None)


def test_it_stays_open_until_the_caller_says_it_is_saved(dialog: FormDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.form.box("name").field, "Bus")
    with qtbot.waitSignal(dialog.save_requested):
        button(dialog, "Log this expense").click()
    assert dialog.isVisible()
    assert not button(dialog, "Log this expense").isEnabled()  # nothing is sent twice
    dialog.accept_saved()
    assert not dialog.isVisible()


def test_an_error_gives_the_button_back_and_keeps_what_was_typed(dialog: FormDialog) -> None:
    QTest.keyClicks(dialog.form.box("name").field, "Bus")
    button(dialog, "Log this expense").click()
    dialog.show_error("name", "There is one already.")
    assert button(dialog, "Log this expense").isEnabled()
    field = dialog.form.box("name").field
    assert isinstance(field, QLineEdit)
    assert field.text() == "Bus"


def test_a_long_form_moves_up_so_that_its_buttons_stay_on_the_screen(qtbot: QtBot) -> None:
    dialog = FormDialog("Log an expense", "Log this expense")
    for number in range(8):
        dialog.form.add_field(f"field {number}", "Field", QLineEdit())
    qtbot.addWidget(dialog)
    room = dialog.screen().availableGeometry()
    dialog.move(0, room.bottom() - 200)
    dialog.open()
    assert dialog.height() > 200
    assert room.contains(dialog.frameGeometry())


def test_nothing_is_sent_while_a_field_is_not_understood(dialog: FormDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.form.box("fare").field, "much")
    with qtbot.assertNotEmitted(dialog.save_requested):
        button(dialog, "Log this expense").click()
    assert dialog.form.box("fare").error == "MoneyUnreadableError"


def test_an_untouched_form_closes_with_escape(dialog: FormDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_asks_before_it_throws_typing_away(dialog: FormDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.form.box("name").field, "Bus")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert bar(dialog) is not None
    button(dialog, "Keep writing").click()
    assert dialog.isVisible()
    assert bar(dialog) is None
    dialog.close()
    assert dialog.isVisible()
    button(dialog, "Close without saving").click()
    assert not dialog.isVisible()


def test_a_problem_with_the_whole_stands_above_the_form(dialog: FormDialog) -> None:
    dialog.show_problem("The disk is full. Nothing was changed. Make room and save again.")
    shown = bar(dialog)
    assert shown is not None
    assert shown.text.startswith("The disk is full")


def test_start_again_is_ready_for_the_next_entry(dialog: FormDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.form.box("name").field, "Bus")
    button(dialog, "Log this expense").click()
    dialog.start_again()
    with qtbot.waitSignal(dialog.save_requested):
        button(dialog, "Log this expense").click()
    dialog.start_again()
    dialog.reject()
    assert not dialog.isVisible()


def test_it_is_as_high_as_its_form_needs(dialog: FormDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.form.height() > 0)
    spare = dialog.height() - dialog.form.height()
    assert dialog.form.height() >= dialog.form.sizeHint().height()
    assert spare < 160  # title, buttons and margins, and no empty space


def test_it_grows_with_a_part_of_the_form_and_never_shrinks(dialog: FormDialog) -> None:
    part = QLineEdit()
    dialog.form.add_widget(part)
    before = dialog.height()
    part.setFixedHeight(200)
    part.show()
    dialog.make_room_for(part)
    grown = dialog.height()
    assert grown > before
    part.setFixedHeight(20)
    dialog.make_room_for(part)
    assert dialog.height() == grown


def test_a_part_that_has_no_room_is_scrolled_to_while_somebody_types_in_it(
    dialog: FormDialog, qtbot: QtBot
) -> None:
    part = QWidget()
    column = QVBoxLayout(part)
    fields = [QLineEdit() for _number in range(2)]
    column.addWidget(fields[0])
    column.addSpacing(2000)
    column.addWidget(fields[1])
    dialog.form.add_widget(part)
    part.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for field in reversed(fields):
        field.setFocus()
        dialog.make_room_for(part)
        qtbot.waitUntil(lambda field=field: not field.visibleRegion().isEmpty())  # type: ignore[misc]  # mypy knows no default of a lambda


def test_ctrl_enter_saves_and_stays_open_for_the_next(dialog: FormDialog, qtbot: QtBot) -> None:
    dialog.add_another("Save and log another")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(button(dialog, "Save and log another").isVisible)
    name = dialog.form.box("name").field
    name.setFocus()
    QTest.keyClicks(name, "Bus")
    with qtbot.waitSignal(dialog.another_requested):
        QTest.keyClick(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not button(dialog, "Save and log another").isEnabled()  # nothing is sent twice
    dialog.start_again()
    assert dialog.isVisible()
    assert button(dialog, "Save and log another").isEnabled()


def test_enter_presses_the_other_button_where_the_keyboard_is_on_it(
    dialog: FormDialog, qtbot: QtBot
) -> None:
    dialog.add_another("Save and log another")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    other = button(dialog, "Save and log another")
    other.setFocus()
    with qtbot.assertNotEmitted(dialog.save_requested), qtbot.waitSignal(dialog.another_requested):
        QTest.keyClick(other, Qt.Key.Key_Return)


def test_a_second_way_to_save_is_checked_and_sent_once_as_the_first(
    dialog: FormDialog, qtbot: QtBot
) -> None:
    dialog.add_other_save("Keep as draft", shortcut="Ctrl+Shift+S")
    QTest.keyClicks(dialog.form.box("fare").field, "much")
    with qtbot.assertNotEmitted(dialog.other_save_requested):
        button(dialog, "Keep as draft").click()
    field = dialog.form.box("fare").field
    assert isinstance(field, QLineEdit)
    field.setText("4.60")
    with qtbot.waitSignal(dialog.other_save_requested):
        button(dialog, "Keep as draft").click()
    assert not button(dialog, "Keep as draft").isEnabled()
    assert not button(dialog, "Log this expense").isEnabled()
    dialog.show_problem("It is not saved.")
    assert button(dialog, "Keep as draft").isEnabled()


def test_no_button_is_cut_where_the_screen_is_too_narrow_for_one_row(qtbot: QtBot) -> None:
    dialog = FormDialog("Log", "Log it")
    for number in range(2):
        dialog.add_other_save(f"Keep this for later in some other way, number {number}")
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(button(dialog, "Log it").isVisible)
    for one in dialog.findChildren(Button):
        assert one.width() >= one.sizeHint().width(), one.words
    others = [one for one in dialog.findChildren(Button) if one.words.startswith("Keep")]
    assert all(one.y() < button(dialog, "Log it").y() for one in others)
    dialog.accept_saved()


def test_it_opens_with_the_keyboard_in_its_first_field(dialog: FormDialog) -> None:
    dialog.activateWindow()
    assert dialog.focusWidget() is dialog.form.box("name").field


def test_a_form_that_chose_its_own_place_keeps_the_keyboard_there(qtbot: QtBot) -> None:
    made = FormDialog("Log an expense", "Log this expense")
    made.form.add_field("name", "Name", QLineEdit())
    made.form.add_field("why", "Why", QLineEdit())
    qtbot.addWidget(made)
    made.form.box("why").field.setFocus()
    made.open()
    assert made.focusWidget() is made.form.box("why").field
