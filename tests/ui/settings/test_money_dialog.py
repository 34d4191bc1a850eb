"""The rule of two people and the paying account are kept as typed, or refused under the field."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.settings.money_dialog import MoneyDialog
from coprod_desktop.ui.settings.presenter import SettingsPresenter
from coprod_desktop.ui.widgets.choice_edit import Choice
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, type_text, word

LAYOUTS = (Choice("plain", "Plain list"), Choice("unity", "Unity Trust Bank"))


def open_dialog(room: Room, qtbot: QtBot) -> MoneyDialog:
    dialog = MoneyDialog(room.office.organisation.get(), word, LAYOUTS)
    qtbot.addWidget(dialog)
    dialog.save_requested.connect(lambda: SettingsPresenter(room.context).save_money(dialog))
    dialog.open()
    return dialog


def enter(dialog: MoneyDialog, name: str, text: str) -> None:
    """Type into a field and press Enter in it."""
    (line,) = [one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name]
    line.setFocus()
    line.selectAll()
    type_text(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_everything_is_saved_as_typed(room: Room, qtbot: QtBot) -> None:
    dialog = open_dialog(room, qtbot)
    assert unnamed_controls(dialog) == []
    dialog._above.setText("")
    type_text(dialog._above, "1,500")
    type_text(dialog._note, "Agreed on 2 March 2026.")
    type_text(dialog._account_name, "Rivermead Together")
    type_text(dialog._sort_code, "00-14-62")
    type_text(dialog._account_number, "00123456")
    type_text(dialog._bacs_number, "123456")
    dialog._layout.set_value("unity")
    QTest.keyClick(dialog._account_number, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    saved = room.office.organisation.get()
    assert saved.second_approver_above_pence == 150_000
    assert saved.four_eyes_note == "Agreed on 2 March 2026."
    assert (saved.account_name, saved.sort_code) == ("Rivermead Together", "001462")
    assert (saved.account_number, saved.service_user_number) == ("00123456", "123456")
    assert saved.bank_layout == "unity"
    again = open_dialog(room, qtbot)
    assert again._sort_code.text() == "00-14-62"
    assert again.organisation() == dataclasses.replace(saved, sort_code="00-14-62")
    again.accept_saved()


def test_no_sum_means_that_a_second_approver_is_never_needed(room: Room, qtbot: QtBot) -> None:
    charity = room.office.organisation.get()
    room.office.organisation.save(dataclasses.replace(charity, second_approver_above_pence=100))
    dialog = open_dialog(room, qtbot)
    dialog._above.setFocus()
    dialog._above.selectAll()
    QTest.keyClick(dialog._above, Qt.Key.Key_Backspace)
    QTest.keyClick(dialog._above, Qt.Key.Key_Return)
    assert room.office.organisation.get().second_approver_above_pence is None


@pytest.mark.parametrize(
    ("name", "typed", "key"),
    [
        ("A second approver above", "lots", "above"),
        ("Sort code", "00-14", "sort_code"),
        ("Account number", "123", "account_number"),
        ("Bacs number", "12a456", "bacs_number"),
        ("Layout of the bank file", "none of these", "layout"),
    ],
)
def test_what_is_not_understood_is_said_under_its_field(
    room: Room, qtbot: QtBot, name: str, typed: str, key: str
) -> None:
    before = room.office.organisation.get()
    dialog = open_dialog(room, qtbot)
    enter(dialog, name, typed)
    assert dialog.form.box(key).error
    assert dialog.isVisible()
    assert room.office.organisation.get() == before
    dialog.accept_saved()


def test_a_layout_that_is_no_longer_there_is_chosen_anew(room: Room, qtbot: QtBot) -> None:
    charity = room.office.organisation.get()
    room.office.organisation.save(dataclasses.replace(charity, bank_layout="gone"))
    dialog = open_dialog(room, qtbot)
    enter(dialog, "Account number", "00123456")
    assert dialog.form.box("layout").error == "Choose a layout from the list."
    dialog.accept_saved()
