"""Bank layouts are listed with what is not certain of them; one's own are kept beside them."""

import dataclasses
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.services.bank_layouts import LAYOUTS, layout_template
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.settings.layout_edit_dialog import LayoutEditDialog
from coprod_desktop.ui.settings.layouts_dialog import LayoutsDialog
from coprod_desktop.ui.settings.menu import SettingsMenu
from coprod_desktop.ui.settings.money_dialog import MoneyDialog
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room
from tests.ui.settings.layouts_room import LayoutsDesk


@pytest.fixture
def desk(room: Room, qtbot: QtBot) -> Iterator[LayoutsDesk]:
    room.office.own_layouts.save_text(layout_template(), "Banc Ni")
    made = LayoutsDesk(room)
    qtbot.addWidget(made.dialog)
    yield made
    made.close()


def words(part: QWidget) -> str:
    return " ".join(one.text() for one in part.findChildren(QLabel))


def test_all_layouts_are_listed_and_the_usual_one_is_chosen(desk: LayoutsDesk) -> None:
    assert unnamed_controls(desk.dialog) == []
    QAbstractItemModelTester(desk.dialog.rows)
    assert desk.keys() == [*LAYOUTS, "Banc Ni"]
    row = desk.dialog.list.current_row()
    assert row is not None
    assert row.key == "plain"
    assert "No bank prescribes this list" in words(desk.dialog)


def test_what_is_not_certain_stands_below_the_list_and_what_can_be_done(desk: LayoutsDesk) -> None:
    dialog = desk.dialog
    dialog.list.select_key("lloyds")
    assert "from memory" in words(dialog)
    assert "resources.lloydsbank.com" in words(dialog)
    assert dialog.copy.isEnabled()
    assert not dialog.change.isEnabled()
    assert not dialog.remove.isEnabled()
    dialog.list.select_key("pain.001.001.09")
    assert not dialog.copy.isEnabled()
    dialog.list.select_key("Banc Ni")
    assert dialog.change.isEnabled()
    assert dialog.remove.isEnabled()


def test_enter_copies_one_that_is_there_and_changes_ones_own(desk: LayoutsDesk) -> None:
    table = desk.dialog.list.table
    desk.dialog.list.select_key("unity")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert desk.edit.chosen_name() == "Copy of Unity Trust Bank Bulk Faster Payments"
    assert "[payment]" in desk.edit.text()
    desk.dialog.list.select_key("Banc Ni")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert desk.edit.chosen_name() == "Banc Ni"


def test_a_new_one_begins_from_the_template(desk: LayoutsDesk) -> None:
    desk.dialog.new.click()
    assert desk.edit.chosen_name() == ""
    assert desk.edit.text() == layout_template()


def test_a_layout_is_removed_and_can_be_brought_back(desk: LayoutsDesk) -> None:
    desk.dialog.list.select_key("Banc Ni")
    desk.dialog.remove.click()
    assert desk.keys() == list(LAYOUTS)
    assert "The layout “Banc Ni” is removed." in words(desk.dialog)
    (back,) = [one for one in desk.dialog.findChildren(Button) if one.words == "Bring it back"]
    back.click()
    assert desk.keys() == [*LAYOUTS, "Banc Ni"]
    assert desk.room.office.own_layouts.named("Banc Ni").text == layout_template()


def test_the_usual_layout_is_not_removed_and_the_reason_is_said(
    room: Room, desk: LayoutsDesk
) -> None:
    charity = room.office.organisation.get()
    room.office.organisation.save(dataclasses.replace(charity, bank_layout="Banc Ni"))
    desk.dialog.list.select_key("Banc Ni")
    desk.dialog.remove.click()
    assert "Banc Ni" in desk.keys()
    assert "usually written in" in words(desk.dialog)


def test_the_menu_opens_the_list_and_the_money_form_offers_the_same(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    room.office.own_layouts.save_text(layout_template(), "Banc Ni")
    window = MainWindow(theme)
    qtbot.addWidget(window)
    menu = SettingsMenu(window.menus, room.context, window)
    (action,) = [one for one in menu._actions if one.text() == "Bank file layouts…"]
    action.trigger()
    (dialog,) = window.findChildren(LayoutsDialog)
    assert dialog.rows.rowCount() == len(LAYOUTS) + 1
    dialog.new.click()
    (edit,) = dialog.findChildren(LayoutEditDialog)
    edit.reject()
    dialog.accept()
    menu.ask_money()
    (money,) = window.findChildren(MoneyDialog)
    offered = [money._layout.itemText(at) for at in range(money._layout.count())]
    assert offered[0] == "Plain list"
    assert offered[-1] == "Banc Ni"
    money.accept_saved()
