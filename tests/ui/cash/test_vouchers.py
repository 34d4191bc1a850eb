"""Vouchers are added, set aside and marked on their screen, by keyboard alone."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.vouchers import VoucherState
from coprod_desktop.ui.cash.columns import voucher_columns, voucher_state_word
from coprod_desktop.ui.cash.dialogs import AddVouchersDialog, ChooseVoucherDialog
from coprod_desktop.ui.cash.page import VOUCHERS, CashPage
from coprod_desktop.ui.cash.screen import make_screen
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.builders import WORKED_ON
from tests.ui.accessibility import unnamed_controls
from tests.ui.cash.hands import hand_out, prepared, press, the_dialog
from tests.ui.rooms import Room

NAME = "High Street voucher"
LONG = "Gift card of the shops in the Rivermead arcade, which is printed on the front in blue ink"


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
    shown.parts.setFocus()
    QTest.keyClick(shown.parts, Qt.Key.Key_Right)
    assert shown.parts.chosen_key == VOUCHERS
    return shown


def told(page: CashPage) -> list[list[str]]:
    """Return voucher, serials, place and person of each row."""
    rows = [page.vouchers.rows.row_at(at) for at in range(page.vouchers.rows.rowCount())]
    return [[one.text(row) for one in voucher_columns()[:4]] for row in rows if row is not None]


def test_an_empty_stock_says_what_to_do(page: CashPage) -> None:
    assert page.vouchers.card._figure.text() == "0"
    assert page.primary.words == "Add vouchers"
    assert not page.spoil.isVisible()
    assert not page.unspoil.isVisible()
    assert unnamed_controls(page) == []
    page.hide()


def test_vouchers_are_added_with_the_keyboard_alone(
    room: Room, page: CashPage, qtbot: QtBot
) -> None:
    QTest.qWaitForWindowActive(page)
    with qtbot.waitSignal(page.add_requested):
        QTest.keyClick(page.vouchers.list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = the_dialog(page, AddVouchersDialog)
    tab = Qt.Key.Key_Tab
    press(dialog, NAME, tab, "HV-00417", tab, "12", tab, "10", tab, "8/10/2026")
    assert dialog.made.text() == "HV-00417 to HV-00428, worth £120.00 in all."
    press(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert room.last_words == "12 vouchers were added."
    assert told(page) == [[NAME, "HV-00417 to HV-00428", "In stock", ""]]
    assert page.vouchers.card._figure.text() == "12"
    assert page.vouchers.card._heading.text() == "vouchers in stock, worth £120.00"
    assert page.parts.tabText(1) == "Vouchers 12"
    page.hide()


def test_the_kind_bought_last_stands_in_the_form(room: Room, page: CashPage) -> None:
    room.office.vouchers.add(NAME, "HV-1", 3, 1000, WORKED_ON)
    page.primary.click()
    dialog = the_dialog(page, AddVouchersDialog)
    assert (dialog.name.text(), dialog.value.pence()) == (NAME, 1000)
    press(dialog, "HV-3", Qt.Key.Key_Tab, "2", Qt.Key.Key_Return)
    assert "HV-3" in dialog.form.box("first").error
    press(dialog, "X")  # the error goes as soon as somebody types
    assert not dialog.form.box("first").error
    dialog.accept_saved()
    page.hide()


@pytest.mark.parametrize(
    ("keys", "field"),
    [
        (("", "HV-1", "1", "10"), "name"),
        ((NAME, "", "1", "10"), "first"),
        ((NAME, "Blue", "2", "10"), "first"),
        ((NAME, "H" * 41, "1", "10"), "first"),
        ((NAME, "HV-1", "1.5", "10"), "count"),
        ((NAME, "HV-1", "0", "10"), "count"),
        ((NAME, "HV-1", "2001", "10"), "count"),
        ((NAME, "HV-1", "1", ""), "value"),
        ((NAME, "HV-1", "1", "0"), "value"),
        (("x" * 201, "HV-1", "1", "10"), "name"),
    ],
)
def test_what_does_not_fit_is_told_under_its_field(
    room: Room, page: CashPage, keys: tuple[str, ...], field: str
) -> None:
    page.primary.click()
    dialog = the_dialog(page, AddVouchersDialog)
    for box, text in zip(("name", "first", "count", "value"), keys, strict=True):
        QTest.keyClicks(dialog.form.box(box).field, text)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.form.box(field).error
    assert room.office.vouchers.stock().vouchers == ()
    dialog.accept_saved()
    page.hide()


def test_a_missing_day_is_asked_for(page: CashPage) -> None:
    page.primary.click()
    dialog = the_dialog(page, AddVouchersDialog)
    press(dialog, NAME, Qt.Key.Key_Tab, "HV-1", Qt.Key.Key_Tab, "1", Qt.Key.Key_Tab, "10")
    dialog.day.set_day(None)
    dialog.save_requested.emit()
    assert dialog.form.box("day").error == "Write the day."
    dialog.accept_saved()
    page.hide()


def test_vouchers_are_set_aside_for_a_run_and_what_is_left_is_told(
    room: Room, page: CashPage
) -> None:
    run = prepared(
        room, ("Ion Țurcanu", PaidBy.VOUCHER, 20), ("Rhys ap Gwilym", PaidBy.VOUCHER, 10)
    )
    assert page.vouchers.notices.headings == ("Pay run 1 needs vouchers for £30.00",)
    room.office.vouchers.add(NAME, "HV-1", 2, 1000, WORKED_ON)
    page.set_aside_requested.emit(run.number)
    kind, words = room.said[-1]
    assert kind is MessageKind.WARN
    assert words == (
        "Vouchers are set aside for the others. None for Rhys ap Gwilym: "
        "The vouchers left in stock are worth £0.00, less than £10.00."
    )
    assert told(page) == [[NAME, "HV-1 to HV-2", "Set aside", "Ion Țurcanu, pay run 1"]]
    assert page.vouchers.card._hint.text() == "2 set aside (£20.00)"
    room.office.vouchers.add(NAME, "HV-3", 1, 1000, WORKED_ON)
    page.set_aside_requested.emit(run.number)
    assert room.last_words == (
        "Vouchers are set aside for everybody whom pay run 1 pays by voucher."
    )
    assert not page.vouchers.notices.headings
    page.hide()


def test_a_voucher_that_is_handed_over_says_to_whom_and_when(room: Room, page: CashPage) -> None:
    room.office.vouchers.add(NAME, "HV-1", 1, 1000, WORKED_ON)
    run = prepared(room, ("Ion Țurcanu", PaidBy.VOUCHER, 10))
    room.office.vouchers.set_aside(run.number)
    room.office.pay_runs.reverse(run.number, "The wrong day.")
    assert told(page) == [[NAME, "HV-1", "In stock", ""]]
    room.office.vouchers.spoil(room.office.vouchers.with_serial("HV-1").voucher_id, "Torn")
    hand_out(room, ("Rhys ap Gwilym", PaidBy.CASH, 10))
    assert told(page) == [[NAME, "HV-1", "Spoilt or lost", "Torn"]]
    page.hide()


def test_a_voucher_is_marked_as_spoilt_and_found_again(room: Room, page: CashPage) -> None:
    room.office.vouchers.add(NAME, "HV-1", 3, 1000, WORKED_ON)
    page.vouchers.list.table.selectRow(0)
    page.spoil.click()
    dialog = the_dialog(page, ChooseVoucherDialog)
    assert dialog.voucher.currentText() == f"HV-1, {NAME}, £10.00"
    press(dialog, Qt.Key.Key_Return)
    assert dialog.form.box("why").error.startswith("This step needs a reason")
    press(dialog, "Tea was spilt on it", Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert room.last_words == "HV-1 is marked as spoilt or lost, and is not handed out."
    assert told(page)[1] == [NAME, "HV-1", "Spoilt or lost", "Tea was spilt on it"]
    assert page.unspoil.isVisible()
    page.unspoil.click()
    dialog = the_dialog(page, ChooseVoucherDialog)
    assert dialog.voucher.value() is not None  # its row is still the chosen one
    dialog.voucher.set_value(None)
    dialog.save_requested.emit()
    assert dialog.form.box("voucher").error.startswith("Choose a voucher.")
    press(dialog, "hv-1", Qt.Key.Key_Return)
    assert room.last_words == "HV-1 is in stock again."
    page.hide()


def test_forty_vouchers_and_a_long_name_are_shown_whole_when_pointed_at(
    room: Room, page: CashPage
) -> None:
    room.office.vouchers.add(LONG, "9904-1", 40, 2500, WORKED_ON)
    (row,) = told(page)
    assert row[:2] == [LONG, "9904-1 to 9904-40"]
    name = voucher_columns()[0]
    shown = page.vouchers.rows.row_at(0)
    assert name.tooltip is not None
    assert shown is not None
    assert name.tooltip(shown) == LONG
    assert page.vouchers.list.totals.totals == {
        "name": "40 vouchers", "count": "40", "pence": "£1,000.00"
    }  # fmt: skip
    page.hide()


@pytest.mark.parametrize("state", VoucherState)
def test_every_place_of_a_voucher_has_words(state: VoucherState) -> None:
    assert voucher_state_word(state)[0].isupper()
