"""The cash box is filled, emptied and counted on its screen, by keyboard alone."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.cash import CashKind
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.services.office import Office
from coprod_desktop.ui.cash.columns import cash_columns, cash_kind_word
from coprod_desktop.ui.cash.dialogs import CashDialog, CountDialog
from coprod_desktop.ui.cash.page import CashPage
from coprod_desktop.ui.cash.screen import make_screen
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.builders import PAID_ON, TODAY
from tests.ui.accessibility import unnamed_controls
from tests.ui.cash.hands import hand_out, prepared, press, the_dialog
from tests.ui.rooms import Room


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> CashPage:
    made = make_screen(room.context)
    shown = cast(CashPage, made.page)
    qtbot.addWidget(shown)
    shown.setProperty("kept", made)  # the screen keeps the presenter alive
    made.refresh()
    shown.resize(1200, 800)
    shown.show()
    shown.activateWindow()
    return shown


def told(page: CashPage) -> list[list[str]]:
    """Return the register as it stands on the screen."""
    rows = [page.box.rows.row_at(number) for number in range(page.box.rows.rowCount())]
    return [[column.text(row) for column in cash_columns()] for row in rows if row is not None]


def test_an_empty_box_says_what_to_do(page: CashPage) -> None:
    assert page.box.card._figure.text() == "£0.00"
    assert page.box.card._hint.text() == "Nobody has counted it yet."
    assert page.box.notices.headings == ()
    assert page.box.rows.rowCount() == 0
    page.hide()


def test_cash_is_drawn_with_the_keyboard_alone(room: Room, page: CashPage, qtbot: QtBot) -> None:
    QTest.qWaitForWindowActive(page)
    with qtbot.waitSignal(page.draw_requested):
        QTest.keyClick(page.box.list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = the_dialog(page, CashDialog)
    press(dialog, "150", Qt.Key.Key_Tab, "8/10/2026", Qt.Key.Key_Tab, "cheque 000218")
    press(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert room.said[-1] == (
        MessageKind.GOOD, "£150.00 drawn from the bank is in the register."
    )  # fmt: skip
    assert told(page) == [
        ["8 Oct 2026".replace(" ", "\u00a0"), "Drawn from the bank", "cheque 000218", "Nia Morgan",
         "+£150.00", "£150.00"]
    ]  # fmt: skip
    assert page.box.card._figure.text() == "£150.00"
    page.hide()


def test_no_more_is_paid_in_than_there_is(room: Room, page: CashPage) -> None:
    room.office.cash.draw(5000, TODAY)
    page.pay_in.click()
    dialog = the_dialog(page, CashDialog)
    press(dialog, "50.01", Qt.Key.Key_Return)
    assert dialog.form.box("pence").error.startswith("By the register £50.00 is in the box")
    dialog.amount.selectAll()
    press(dialog, "50", Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert room.office.cash.left() == 0
    assert room.last_words == "£50.00 paid into the bank is in the register."
    page.hide()


@pytest.mark.parametrize(("keys", "field"), [("", "pence"), ("0", "pence")])
def test_an_amount_is_asked_for(room: Room, page: CashPage, keys: str, field: str) -> None:
    page.primary.click()
    dialog = the_dialog(page, CashDialog)
    press(dialog, keys, Qt.Key.Key_Return)
    assert dialog.form.box(field).error
    assert room.office.cash.moves() == ()
    dialog.accept_saved()
    page.hide()


def test_a_missing_day_and_a_long_note_stand_under_their_fields(room: Room, page: CashPage) -> None:
    page.primary.click()
    dialog = the_dialog(page, CashDialog)
    dialog.amount.set_pence(500)
    dialog.day.set_day(None)
    dialog.save_requested.emit()
    assert dialog.form.box("day").error == "Write the day."
    dialog.day.set_day(TODAY)
    dialog.note.setText("x" * 501)
    dialog.save_requested.emit()
    assert "fit" in dialog.form.box("note").error
    dialog.accept_saved()
    page.hide()


def test_a_count_says_at_once_whether_it_agrees(room: Room, page: CashPage) -> None:
    room.office.cash.draw(8320, PAID_ON)
    page.count.click()
    dialog = the_dialog(page, CountDialog)
    assert dialog.compared.text() == "£83.20 should be in the box now."
    press(dialog, "80")
    assert dialog.compared.text() == "£3.20 is missing: £83.20 should be in the box now."
    press(dialog, "0")
    assert dialog.compared.text().startswith("£716.80 too much")
    press(dialog, Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    assert "Count once more" in dialog.form.box("note").error
    press(dialog, "Looked twice", Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert page.box.card._figure.text() == "£80.00"
    assert told(page)[0][1:] == ["Counted", "Looked twice", "Nia Morgan", "−£3.20", "£80.00"]
    assert "with a difference of −£3.20" in page.box.card._hint.text()
    page.hide()


def test_who_handed_cash_out_is_asked_to_let_somebody_else_count(
    room: Room, page: CashPage
) -> None:
    room.office.cash.draw(5000, PAID_ON)
    hand_out(room, ("Desmond Grant", PaidBy.CASH, 30))
    page.count.click()
    dialog = the_dialog(page, CountDialog)
    press(dialog, "20")
    assert dialog.compared.text() == "That is what should be in the box now."
    press(dialog, Qt.Key.Key_Return)
    assert "ask somebody else to count it too" in room.last_words
    assert told(page)[0][2] == "Counted by who had handed it out"
    assert "who had also handed it out" in page.box.card._hint.text()
    sit(room.office, "Idris Vaughan")
    room.office.cash.count(2000, TODAY)
    assert "by Idris Vaughan, and it was as it should be" in page.box.card._hint.text()
    page.hide()


def sit(office: Office, name: str) -> None:
    (operator,) = (one for one in office.operators.everybody() if one.name == name)
    office.operators.sit_down(operator.operator_id)


def test_what_a_run_lacks_is_told_and_stands_in_the_form(room: Room, page: CashPage) -> None:
    prepared(room, ("Desmond Grant", PaidBy.CASH, 30))
    room.office.cash.draw(1000, TODAY)
    assert page.box.notices.headings == ("Draw £20.00 before the next cash is handed out",)
    page.box.draw_requested.emit(2000)
    dialog = the_dialog(page, CashDialog)
    assert dialog.amount.pence() == 2000
    press(dialog, Qt.Key.Key_Return)
    assert not page.box.notices.headings
    assert not page.box.notices.isVisible()
    page.hide()


def test_a_draw_that_nobody_recorded_is_told_and_stops_nothing(room: Room, page: CashPage) -> None:
    hand_out(room, ("Desmond Grant", PaidBy.CASH, 30))
    assert page.box.card._figure.text() == "−£30.00"
    (heading,) = page.box.notices.headings
    assert heading == "By the register £30.00 more was handed out than was in the box"
    page.hide()


def test_a_long_register_comes_page_by_page(room: Room, page: CashPage) -> None:
    for pence in range(1, 131):
        room.office.cash.draw(pence, TODAY)
    page.box.rows.show_rows(0, 129)
    rows = [page.box.rows.row_at(number) for number in range(130)]
    assert [row.pence for row in rows if row] == list(range(130, 0, -1))
    page.hide()


def test_every_control_has_a_name_and_the_models_are_sound(room: Room, page: CashPage) -> None:
    for rows in (page.box.rows, page.vouchers.rows):
        QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    prepared(room, ("Desmond Grant", PaidBy.CASH, 30), ("Ion Țurcanu", PaidBy.VOUCHER, 10))
    room.office.cash.draw(1000, TODAY)
    assert unnamed_controls(page) == []
    page.parts.choose("vouchers")
    assert unnamed_controls(page) == []
    page.hide()


@pytest.mark.parametrize("kind", CashKind)
def test_every_kind_of_move_has_words(kind: CashKind) -> None:
    assert cash_kind_word(kind)[0].isupper()
