"""What can be done with one payment: by menu, by key and from the panel beside the run."""

import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from coprod_desktop.domain.pay_runs import PaymentState, RunState
from coprod_desktop.ui.pay_runs.hold_dialog import HoldDialog
from coprod_desktop.ui.pay_runs.outcome_dialogs import (
    CameBackDialog,
    GiftDialog,
    SettleDialog,
    TakeBackDialog,
)
from coprod_desktop.ui.pay_runs.payment_row import PaymentAction
from coprod_desktop.ui.pay_runs.split_dialog import SplitDialog
from tests.builders import TODAY, a_limit_watch
from tests.ui.accessibility import unnamed_controls
from tests.ui.pay_runs.run_desk import Desk

NEXT_WEEK = TODAY + datetime.timedelta(days=9)
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def press(
    desk: Desk,
    name: str,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Modifier.ControlModifier,
) -> None:
    """Press a key on the row of somebody."""
    desk.select(name)
    desk.page.activateWindow()
    table = desk.page.run.payment_list.list.table
    table.setFocus()
    QTest.keyClick(table, key, modifier)


def states(desk: Desk) -> dict[str, PaymentState]:
    payments = desk.room.office.pay_runs.details(1).payments
    return {person.name: payment.state for person, payment in payments}


# --- before the run is approved ------------------------------------------------------------------


def test_a_payment_is_held_by_key_with_a_reason_and_a_day(desk: Desk) -> None:
    desk.prepare()
    press(desk, "Tom Brennan", Key.Key_H)
    dialog = desk.dialog(HoldDialog)
    assert unnamed_controls(dialog) == []
    dialog.save_requested.emit()
    assert dialog.form.box("reason").error
    QTest.keyClicks(dialog.reason, "Tom is away")
    dialog.until.set_day(TODAY)
    dialog.save_requested.emit()
    assert "Choose a later day" in dialog.form.box("until").error
    dialog.until.set_day(NEXT_WEEK)
    dialog.save_requested.emit()
    assert not desk.has_dialog()
    assert desk.page.run.payments.rowCount() == 1
    rows = [desk.page.run.held.row_at(number) for number in range(2)]
    texts = [desk.page.run.held.columns[1].text(row) for row in rows if row is not None]
    assert any(text.startswith("Tom is away. Until") for text in texts)


def test_the_last_payment_of_a_run_cannot_be_held_and_the_form_says_so(desk: Desk) -> None:
    desk.prepare()
    for name in ("Tom Brennan", "Amina Yusuf"):
        desk.do(name, PaymentAction.HOLD)
        dialog = desk.dialog(HoldDialog)
        dialog.reason.setText("Wait")
        dialog.save_requested.emit()
    assert desk.dialog(HoldDialog).isVisible()
    assert desk.page.run.payments.rowCount() == 1
    desk.dialog(HoldDialog).accept_saved()


def test_held_money_goes_into_the_next_run_with_enter_on_its_link(desk: Desk) -> None:
    office = desk.room.office
    tom = office.participants.named("Tom Brennan")
    office.holds.place(tom.participant_id, "Away")
    desk.prepare()
    held = desk.page.run.held_list
    (at,) = [n for n in range(2) if (row := desk.page.run.held.row_at(n)) and row.hold_ids]
    held.table.setCurrentIndex(desk.page.run.held.index(at, len(desk.page.run.held.columns) - 1))
    QTest.keyClick(held.table, Key.Key_Return)
    assert "The money of Tom Brennan goes into the next pay run." in desk.room.last_words
    payable, _held = office.pay_runs.to_pay(TODAY)
    assert [due.participant.name for due in payable] == ["Tom Brennan"]


def test_a_part_is_put_off_and_both_sums_are_told_while_ticking(desk: Desk) -> None:
    desk.prepare()
    desk.do("Amina Yusuf", PaymentAction.PUT_OFF)
    dialog = desk.dialog(SplitDialog)
    assert unnamed_controls(dialog) == []
    assert dialog.now.words == "Paid in this run: £100.00 payment, £4.60 expenses"
    table = dialog.ticks.list.table
    table.setCurrentIndex(dialog.ticks.rows.index(0, 0))
    QTest.keyClick(table, Key.Key_Space)
    assert dialog.now.words == "Paid in this run: £50.00 payment, £4.60 expenses"
    assert dialog.later.words == "Waits: £50.00 payment, £0.00 expenses"
    QTest.keyClicks(dialog.reason, "Not sure of the hours")
    dialog.save_requested.emit()
    assert not desk.has_dialog()
    assert desk.row("Amina Yusuf").payment.payment_pence == 5000
    assert desk.page.run.held.rowCount() == 2


@pytest.mark.parametrize(
    ("ticks", "words"), [(0, "Tick first what waits."), (3, "Hold the whole payment instead.")]
)
def test_nothing_or_everything_is_no_part(desk: Desk, ticks: int, words: str) -> None:
    desk.prepare()
    desk.do("Amina Yusuf", PaymentAction.PUT_OFF)
    dialog = desk.dialog(SplitDialog)
    for line in dialog.ticks.lines[:ticks]:
        dialog.ticks.tick(line)
    dialog.reason.setText("Wait")
    dialog.save_requested.emit()
    assert words in dialog.form.box("lines").error
    assert desk.row("Amina Yusuf").payment.payment_pence == 10_000
    dialog.accept_saved()


def test_a_limit_that_somebody_asked_about_is_weighed_while_ticking(desk: Desk) -> None:
    office = desk.room.office
    amina_id = office.participants.named("Amina Yusuf").participant_id
    office.limits.save(a_limit_watch(participant_id=amina_id, own_pence=8_000))
    desk.prepare()
    desk.do("Amina Yusuf", PaymentAction.PUT_OFF)
    dialog = desk.dialog(SplitDialog)
    (note,) = dialog.limits.notes
    assert note.heading.endswith("over their limit")
    dialog.ticks.tick(dialog.ticks.lines[0])
    assert dialog.limits.notes == ()
    assert "stays clear of their limit" in dialog.within.text()
    assert dialog.within.isVisibleTo(dialog)
    dialog.accept_saved()


# --- the menu and the panel ----------------------------------------------------------------------


def menu_words(desk: Desk, name: str) -> list[str]:
    """Open the menu of a payment and return what it offers."""
    shown = desk.page.run.payment_list
    shown.menu_requested.emit(desk.row(name), QPoint(0, 0))
    words = [action.text() for action in shown.menu.actions()]
    shown.menu.hide()
    return words


def test_the_menu_offers_what_fits_the_state(desk: Desk) -> None:
    why = "Why this amount?"
    desk.prepare()
    assert menu_words(desk, "Amina Yusuf") == [why, "Hold it…", "Put off a part…"]
    desk.approve()
    assert menu_words(desk, "Amina Yusuf") == [why]


def test_the_menu_after_payment_offers_a_gift_only_to_those_who_wished(desk: Desk) -> None:
    desk.export()
    assert menu_words(desk, "Amina Yusuf") == [
        "Why this amount?",
        "Mark as paid…",
        "It came back…",
    ]
    desk.room.office.settling.settle(1, TODAY)
    after = ["Why this amount?", "It came back…", "Paid in error…"]
    assert menu_words(desk, "Amina Yusuf") == [*after, "Record a gift…"]
    assert menu_words(desk, "Tom Brennan") == after


def test_the_menu_key_opens_the_menu_of_the_row(desk: Desk) -> None:
    desk.prepare()
    asked: list[str] = []
    shown = desk.page.run.payment_list
    shown.menu_requested.connect(lambda row, _place: asked.append(row.person.name))
    desk.select("Tom Brennan")
    table = shown.list.table
    table.customContextMenuRequested.emit(table.rect().bottomLeft())
    shown.menu.hide()
    assert asked == ["Tom Brennan"]


def test_enter_explains_and_the_panel_offers_the_same(desk: Desk) -> None:
    desk.prepare()
    press(desk, "Amina Yusuf", Key.Key_Return, Modifier.NoModifier)
    assert desk.page.why.isVisible()
    assert not desk.page.run.panel.isVisible()
    assert "to the account ending 4471" in desk.page.why.text
    assert [one.words for one in desk.page.why.buttons] == ["Hold it…", "Put off a part…"]
    assert unnamed_controls(desk.page) == []
    desk.page.why.buttons[0].click()
    assert desk.dialog(HoldDialog).isVisible()
    desk.dialog(HoldDialog).accept_saved()
    desk.page.why.close_panel()
    assert desk.page.run.panel.isVisible()


def test_the_panel_follows_its_payment_and_closes_with_it(desk: Desk) -> None:
    desk.prepare()
    desk.do("Tom Brennan", PaymentAction.WHY)
    amina = desk.row("Amina Yusuf").payment_id
    desk.room.office.holds.put_off(amina, [line_of(desk, amina)], "Not sure")
    assert desk.page.why.isVisible()
    desk.room.office.holds.hold_payment(desk.row("Tom Brennan").payment_id, "Away")
    assert not desk.page.why.isVisible()
    assert desk.page.run.panel.isVisible()
    desk.do("Amina Yusuf", PaymentAction.WHY)
    assert desk.page.why.buttons
    desk.approve()
    assert not desk.page.why.buttons  # an approved run changes no more


def line_of(desk: Desk, payment_id: int) -> int:
    return desk.room.office.pay_runs.paid_for(payment_id)[0].payment_line_id


def test_a_key_that_does_not_fit_the_state_does_nothing(desk: Desk) -> None:
    desk.prepare()
    press(desk, "Tom Brennan", Key.Key_B)
    press(desk, "Tom Brennan", Key.Key_E)
    press(desk, "Tom Brennan", Key.Key_G)
    assert not desk.has_dialog()


# --- after the files are made --------------------------------------------------------------------


def test_ticked_payments_are_marked_as_paid_and_the_others_wait(desk: Desk) -> None:
    desk.export()
    assert desk.page.step.words == "Mark all 2 as paid"
    press(desk, "Tom Brennan", Key.Key_Space, Modifier.NoModifier)
    assert desk.page.step.words == "Mark 1 as paid"
    desk.page.step.click()
    dialog = desk.dialog(SettleDialog)
    dialog.save_requested.emit()
    assert states(desk) == {"Amina Yusuf": PaymentState.WAITING, "Tom Brennan": PaymentState.PAID}
    assert desk.state() is RunState.EXPORTED
    assert "1 payment is recorded. 1 still waits." in desk.room.last_words
    assert desk.page.run.payment_list.ticked_ids == ()
    assert desk.page.run.payment_list.list.totals.totals["name"] == "1 of 2 paid"
    press(desk, "Tom Brennan", Key.Key_Space, Modifier.NoModifier)  # it is paid: no tick
    assert desk.page.run.payment_list.ticked_ids == ()
    press(desk, "Amina Yusuf", Key.Key_M)
    desk.dialog(SettleDialog).save_requested.emit()
    assert desk.state() is RunState.SETTLED
    assert not desk.page.step.isVisible()


def test_money_that_came_back_is_owed_again(desk: Desk) -> None:
    desk.export()
    desk.room.office.settling.settle(1, TODAY)
    press(desk, "Amina Yusuf", Key.Key_B)
    dialog = desk.dialog(CameBackDialog)
    assert unnamed_controls(dialog) == []
    dialog.save_requested.emit()
    assert dialog.form.box("reason").error
    QTest.keyClicks(dialog.reason, "Account closed")
    dialog.save_requested.emit()
    assert states(desk)["Amina Yusuf"] is PaymentState.CAME_BACK
    payable, _held = desk.room.office.pay_runs.to_pay(TODAY)
    assert [due.pence for due in payable] == [10_460]
    assert desk.page.run.payment_list.list.totals.totals["total"] == "£50.00"


def test_what_was_paid_in_error_is_kept_back_and_said_so(desk: Desk) -> None:
    desk.export()
    desk.room.office.settling.settle(1, TODAY)
    press(desk, "Amina Yusuf", Key.Key_E)
    dialog = desk.dialog(TakeBackDialog)
    assert unnamed_controls(dialog) == []
    dialog.save_requested.emit()
    assert "Tick first" in dialog.form.box("lines").error
    dialog.ticks.tick(dialog.ticks.lines[0])
    dialog.save_requested.emit()
    assert dialog.form.box("reason").error
    QTest.keyClicks(dialog.reason, "One hour too many")
    dialog.save_requested.emit()
    assert not desk.has_dialog()
    assert "£50.00 is kept back" in desk.room.last_words


def test_a_gift_is_recorded_after_payment_and_no_more_than_was_paid(desk: Desk) -> None:
    desk.export()
    desk.room.office.settling.settle(1, TODAY)
    press(desk, "Amina Yusuf", Key.Key_G)
    dialog = desk.dialog(GiftDialog)
    assert unnamed_controls(dialog) == []
    assert dialog.amount.pence() == 5000
    dialog.amount.set_pence(50_000)
    dialog.save_requested.emit()
    assert dialog.form.box("amount").error
    dialog.amount.set_pence(5000)
    dialog.save_requested.emit()
    payment = desk.row("Amina Yusuf").payment
    (gift,) = desk.room.office.gifts.of_payment(payment.payment_id)
    assert (gift.pence, gift.is_gift_aid, payment.payment_pence) == (5000, False, 10_000)
    desk.do("Amina Yusuf", PaymentAction.WHY)
    assert "A gift: £50.00" in desk.page.why.text
    assert "Record a gift…" not in [one.words for one in desk.page.why.buttons]


def test_every_form_can_be_left_with_esc(desk: Desk) -> None:
    desk.export()
    desk.room.office.settling.settle(1, TODAY)
    for action in (PaymentAction.CAME_BACK, PaymentAction.IN_ERROR, PaymentAction.GIFT):
        desk.do("Amina Yusuf", action)
        (dialog,) = [one for one in desk.page.findChildren(QDialog) if one.isVisible()]
        QTest.keyClick(dialog, Key.Key_Escape)
        assert not desk.has_dialog()
    assert states(desk)["Amina Yusuf"] is PaymentState.PAID
