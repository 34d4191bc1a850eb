"""The expense forms ask for what the policy asks about, and say at once what becomes of it."""

from collections.abc import Iterator
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.expenses import ExpenseItem, ExpenseKind
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.ui.expenses.dialogs import AskedDialog, ExpenseDialog
from coprod_desktop.ui.expenses.page import ExpensesPage
from coprod_desktop.ui.expenses.screen import make_screen
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.choice_edit import ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from tests.asking_policy import POLICY
from tests.builders import TODAY, WORKED_ON
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project, type_text

D = TypeVar("D", bound=FormDialog)


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[ExpensesPage]:
    room.office.policies.save(POLICY, WORKED_ON)
    add_people(room.office, "Amina Yusuf", "Tom Brennan")
    add_project(room.office)
    screen = make_screen(room.context)
    made = cast(ExpensesPage, screen.page)
    made.setProperty("screen", screen)  # as the window keeps it
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    screen.refresh()
    yield made
    made.hide()


def the_dialog(page: ExpensesPage, kind: type[D], qtbot: QtBot) -> D:
    (dialog,) = (one for one in page.findChildren(kind) if one.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def tab(*typed: str) -> None:
    """Type into the fields in turn, as the Tab key reaches them."""
    for text in typed:
        type_text(focused(), text)
        QTest.keyClick(focused(), Qt.Key.Key_Tab)


def typed_form(page: ExpensesPage, kind: ExpenseKind, typed: str, qtbot: QtBot) -> ExpenseDialog:
    """Type an expense of Amina's; the keyboard ends on the button for a receipt."""
    page.log_requested.emit()
    dialog = the_dialog(page, ExpenseDialog, qtbot)
    person = cast("ChoiceEdit[int]", dialog.form.box("person").field)
    person.setCurrentIndex(0)
    person.activated.emit(0)
    choose_kind(dialog, kind)
    dialog.form.box("amount").field.setFocus()
    tab(typed, "To the panel")
    qtbot.waitUntil(lambda: dialog.asked.answer is not None)
    return dialog


def choose_kind(dialog: ExpenseDialog, kind: ExpenseKind) -> None:
    cast("ChoiceEdit[ExpenseKind]", dialog.form.box("kind").field).set_value(kind)


def what(dialog: ExpenseDialog | AskedDialog) -> str:
    """Return what is said about the line."""
    return "" if dialog.asked.answer is None else dialog.asked.answer.what


def amount(dialog: ExpenseDialog | AskedDialog) -> str:
    return "" if dialog.asked.answer is None else dialog.asked.answer.amount


def only_item(room: Room, page: ExpensesPage) -> ExpenseItem:
    row = page.rows.row_at(0)
    assert row is not None
    (item,) = room.office.expenses.items(row.expense_claim_id)
    return item


def test_miles_are_logged_with_engine_and_passengers_by_the_keyboard_alone(
    room: Room, page: ExpensesPage, qtbot: QtBot
) -> None:
    dialog = typed_form(page, ExpenseKind.CAR, "10", qtbot)
    assert what(dialog) == "Nothing would be agreed"
    assert dialog.asked.answer is not None
    assert "which nobody has said" in dialog.asked.answer.because
    tab("", "2", "1600")
    qtbot.waitUntil(lambda: what(dialog) == "This would be agreed")
    assert amount(dialog) == "£6.00"
    assert unnamed_controls(dialog) == []
    QTest.keyClick(dialog.asked.field("engine_cc"), Qt.Key.Key_Return)
    item = only_item(room, page)
    assert item.circumstances == "passengers = 2\nengine_cc = 1600"
    assert item.agreed_pence == 600


def test_a_bus_fare_is_asked_nothing(page: ExpensesPage, qtbot: QtBot) -> None:
    dialog = typed_form(page, ExpenseKind.BUS, "4.60", qtbot)
    assert (what(dialog), amount(dialog)) == ("This would be agreed", "£4.60")
    with pytest.raises(KeyError):
        dialog.asked.field("engine_cc")
    dialog.accept_saved()


def test_another_kind_is_asked_something_else(page: ExpensesPage, qtbot: QtBot) -> None:
    dialog = typed_form(page, ExpenseKind.CHILDCARE, "27", qtbot)
    assert what(dialog) == "This would wait, and be paid once it is clear"
    choose_kind(dialog, ExpenseKind.MEAL)
    qtbot.waitUntil(lambda: what(dialog) == "Nothing would be agreed")
    assert dialog.asked.field("left_home").isVisible()
    dialog.accept_saved()


def test_what_is_not_understood_is_said_and_keeps_the_form_open(
    page: ExpensesPage, qtbot: QtBot
) -> None:
    dialog = typed_form(page, ExpenseKind.MEAL, "6.20", qtbot)
    tab("", "early")
    QTest.keyClick(dialog.asked.field("left_home"), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert page.rows.rowCount() == 0
    dialog.accept_saved()


def test_what_is_refused_can_be_saved_all_the_same(
    room: Room, page: ExpensesPage, qtbot: QtBot
) -> None:
    dialog = typed_form(page, ExpenseKind.TAXI, "18.40", qtbot)
    assert dialog.asked.answer is not None
    assert "It can be saved all the same." in dialog.asked.answer.because
    dialog.save_requested.emit()
    assert not dialog.isVisible()
    assert only_item(room, page).agreed_pence == 0


# --- saying it later -----------------------------------------------------------------------------


def log(room: Room, kind: ExpenseKind, pence: int) -> int:
    claim = room.office.expenses.log(
        ExpenseEntry(
            participant_id=room.office.participants.named("Amina Yusuf").participant_id,
            project_id=room.office.projects.named("Getting Home Well").project_id,
            claimed_on=TODAY,
            lines=(ExpenseLine(spent_on=TODAY, kind=kind, what="For the panel", pence=pence),),
        )
    )
    return claim.expense_claim_id


def links(page: ExpensesPage) -> list[Button]:
    """Return the links of the panel that ask for what the policy asks."""
    shown = [one for one in page.panel.findChildren(Button) if one.isVisible()]
    return [one for one in shown if "what the policy ask" in one.words]


def test_a_line_that_waits_is_completed_from_the_panel(
    room: Room, page: ExpensesPage, qtbot: QtBot
) -> None:
    log(room, ExpenseKind.CHILDCARE, 2700)
    page.list.table.selectRow(0)
    (link,) = links(page)
    link.clicked.emit()
    dialog = the_dialog(page, AskedDialog, qtbot)
    assert what(dialog) == "This would wait, and be paid once it is clear"
    assert unnamed_controls(dialog) == []
    assert focused() is dialog.asked.field("time")
    tab("3h", "2", "EY 1234")
    qtbot.waitUntil(lambda: what(dialog) == "This would be agreed")
    dialog.asked.field("registration_number").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    item = only_item(room, page)
    assert item.agreed_pence == 2700
    assert item.circumstances == 'time = "180m"\nchildren = 2\nregistration_number = "EY 1234"'
    assert [one.words for one in links(page)] == ["Change what the policy asked for"]


def test_the_panel_does_not_ask_about_what_is_settled(room: Room, page: ExpensesPage) -> None:
    claim_id = log(room, ExpenseKind.TAXI, 1840)
    page.list.table.selectRow(0)
    assert len(links(page)) == 1
    row = page.list.current_row()
    assert row is not None
    page.approve_requested.emit([row])
    assert room.office.expenses.claim(claim_id).state is WorkState.APPROVED
    assert links(page) == []


def test_a_claim_that_was_approved_meanwhile_says_so_and_loses_nothing(
    room: Room, page: ExpensesPage, qtbot: QtBot
) -> None:
    claim_id = log(room, ExpenseKind.TAXI, 1840)
    page.list.table.selectRow(0)
    links(page)[0].clicked.emit()
    dialog = the_dialog(page, AskedDialog, qtbot)
    room.office.expenses.approve([claim_id])
    dialog.save_requested.emit()
    assert dialog.isVisible()
    assert only_item(room, page).circumstances == ""
    dialog.accept_saved()
