"""Expenses are typed one after another; a known one brings its kind and its price along."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.ui.expenses.amount_edit import AmountEdit
from coprod_desktop.ui.expenses.dialogs import ExpenseDialog
from coprod_desktop.ui.expenses.page import ExpensesPage
from coprod_desktop.ui.expenses.screen import make_screen
from coprod_desktop.ui.widgets.choice_edit import ChoiceEdit
from coprod_desktop.ui.widgets.echo_label import EchoLabel
from coprod_desktop.ui.widgets.suggest_edit import SuggestEdit
from tests.builders import TODAY
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(room: Room, qtbot: QtBot) -> Iterator[ExpenseDialog]:
    people = add_people(room.office, "Amina Yusuf", "Catrin Llŷr")
    project = add_project(room.office)
    line = ExpenseLine(spent_on=TODAY, kind=ExpenseKind.BUS, what="Bus to the clinic", pence=460)
    room.office.expenses.log(
        ExpenseEntry(
            participant_id=people[0].participant_id,
            project_id=project.project_id,
            claimed_on=TODAY,
            lines=(line,),
        )
    )
    screen = make_screen(room.context)
    page = cast(ExpensesPage, screen.page)
    page.setProperty("kept", screen)
    qtbot.addWidget(page)
    page.show()
    screen.refresh()
    page.log_requested.emit()
    (made,) = [one for one in page.findChildren(ExpenseDialog) if one.isVisible()]
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.accept_saved()
    page.hide()


def type_in(dialog: ExpenseDialog, key: str, text: str) -> None:
    dialog.form.box(key).field.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, text)


def activate(dialog: QWidget) -> None:
    """Activate a dialog again: on this platform a list that closed stays the active window."""
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    QTest.qWait(10)


def press(key: Qt.Key) -> None:
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None
    QTest.keyClick(found, key)


def amount(dialog: ExpenseDialog) -> AmountEdit:
    return cast(AmountEdit, dialog.form.box("amount").field)


def test_a_known_expense_brings_its_kind_and_price_and_goes_to_the_amount(
    dialog: ExpenseDialog, qtbot: QtBot
) -> None:
    type_in(dialog, "what", "cl")
    assert cast("SuggestEdit[object]", dialog.form.box("what").field).offers == [
        "Bus to the clinic"
    ]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    kind = cast("ChoiceEdit[ExpenseKind]", dialog.form.box("kind").field)
    assert (kind.value(), amount(dialog).value()) == (ExpenseKind.BUS, 460)
    assert QApplication.focusWidget() is amount(dialog)
    assert amount(dialog).selectedText() == "£4.60"
    assert unnamed_controls(dialog) == []


def test_one_expense_after_another_is_saved_with_ctrl_enter(
    room: Room, dialog: ExpenseDialog, qtbot: QtBot
) -> None:
    for name, typed in (("amina", "4.60"), ("llyr", "=2*2.30")):
        type_in(dialog, "person", name)
        press(Qt.Key.Key_Tab)
        type_in(dialog, "kind", "bus")
        press(Qt.Key.Key_Tab)
        type_in(dialog, "amount", typed)
        activate(dialog)
        with qtbot.waitSignal(dialog.another_requested):
            QTest.keyClick(amount(dialog), Qt.Key.Key_Return, CONTROL)
        qtbot.waitUntil(lambda: amount(dialog).text() == "")
    claims = room.office.expenses.page(None, 10)
    assert [one.claimed_pence for one in claims] == [460, 460, 460]
    assert {one.participant for one in claims} == {"Amina Yusuf", "Catrin Llŷr"}
    assert dialog.isVisible()


def test_excel_sum_of_miles_or_pounds_shows_its_result(dialog: ExpenseDialog, qtbot: QtBot) -> None:
    type_in(dialog, "amount", "2*4.60")
    echo = next(one for one in dialog.findChildren(EchoLabel) if one.isVisible())
    assert echo.text() == "= £9.20"
    kind = cast("ChoiceEdit[ExpenseKind]", dialog.form.box("kind").field)
    kind.set_value(ExpenseKind.CAR)
    assert amount(dialog).value() == 92  # tenths of a mile: a car is paid by the mile
    amount(dialog).selectAll()
    type_text(amount(dialog), "7*2")
    assert echo.text() == "= 14 miles"


def test_a_part_of_a_penny_is_refused_with_its_sentence(
    dialog: ExpenseDialog, qtbot: QtBot
) -> None:
    type_in(dialog, "amount", "=10/3")
    assert not amount(dialog).settle()
    assert "whole pence" in dialog.form.box("amount").error
