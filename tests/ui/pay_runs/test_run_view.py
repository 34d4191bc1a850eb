"""A run shows its steps, who is paid and held, what changed, and who has to approve it."""

import dataclasses
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.ui.pay_runs.columns import LIFT_COLUMN, row_tint
from coprod_desktop.ui.pay_runs.dialogs import (
    ConfirmReverseDialog,
    LetStandDialog,
    ReverseDialog,
    SendBackDialog,
)
from coprod_desktop.ui.pay_runs.outcome_dialogs import SettleDialog
from coprod_desktop.ui.pay_runs.presenter import PayRunsPresenter
from coprod_desktop.ui.pay_runs.run_loading import load_run
from tests.builders import TODAY, a_participant, a_payment
from tests.ui.accessibility import unnamed_controls
from tests.ui.pay_runs.run_desk import Desk, an_account


def words_of(widget: QWidget) -> str:
    """Return all words that are on show in a part of the page."""
    shown = (one.text() for one in widget.findChildren(QLabel) if one.isVisible())
    return " ".join(" ".join(shown).split())


def presenter_of(desk: Desk) -> PayRunsPresenter:
    """Return the presenter that the screen keeps."""
    return cast(PayRunsPresenter, desk.page.property("kept").presenter[0])


def test_a_run_shows_its_sums_apart_and_counts_people(desk: Desk) -> None:
    desk.prepare()
    run = desk.page.run
    assert run.payments.rowCount() == 2
    totals = run.payment_list.list.totals.totals
    assert totals == {
        "name": "2 people to pay",
        "payment": "£150.00",
        "expenses": "£4.60",
        "total": "£154.60",
    }
    assert run.held.rowCount() == 1
    assert "1 person held, not paid now" in words_of(run)
    assert "pay run 2" in words_of(run)
    assert desk.page.header.title == "Pay run 1"


def test_a_run_is_opened_read_and_left_with_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    desk.room.office.pay_runs.prepare(TODAY, TODAY)
    desk.page.activateWindow()
    runs = desk.page.list.table
    runs.setFocus()
    runs.selectRow(0)
    QTest.keyClick(runs, Qt.Key.Key_Return)
    table = desk.page.run.payment_list.list.table
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert desk.page.why.isVisible()
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert not desk.page.why.isVisible()
    assert desk.page.run.panel.isVisible()
    desk.page.back.setFocus()
    QTest.keyClick(desk.page.back, Qt.Key.Key_Space)
    assert desk.page.is_list_shown
    assert runs.hasFocus()


def test_who_prepared_it_sees_who_has_to_approve_and_no_button_for_it(desk: Desk) -> None:
    desk.prepare()
    words = words_of(desk.page.run.panel)
    assert "One person approves" in words
    assert "You prepared it, so somebody else approves it." in words
    assert "Gwyn Rhydderch or Helen Tsang" in words
    assert not desk.page.step.isVisible()
    assert not desk.page.send_back.isVisible()


def test_somebody_else_sits_down_and_approves_with_the_keyboard(desk: Desk) -> None:
    desk.prepare()
    desk.sit(desk.gwyn)
    assert desk.page.step.words == "Approve 2 payments"
    assert "You are here. Nothing in this run is yours." in words_of(desk.page.run.panel)
    desk.page.step.setFocus()
    QTest.keyClick(desk.page.step, Qt.Key.Key_Space)
    assert desk.state() is RunState.APPROVED
    assert desk.page.step.words == "Make the files"
    assert "Gwyn Rhydderch, trustee Approved" in words_of(desk.page.run.panel)


def test_a_large_run_takes_two_and_names_who_has_approved(desk: Desk) -> None:
    organisation = desk.room.office.organisation
    organisation.save(dataclasses.replace(organisation.get(), second_approver_above_pence=10_000))
    desk.prepare()
    assert "Two people approve" in words_of(desk.page.run.panel)
    assert "2 more people Gwyn Rhydderch and Helen Tsang" in words_of(desk.page.run.panel)
    desk.approve()
    assert desk.state() is RunState.PREPARED
    assert "A second person approves it" in desk.room.last_words
    assert "You are here, and have approved it." in words_of(desk.page.run.panel)
    assert not desk.page.step.isVisible()
    desk.sit(desk.helen)
    desk.page.step.click()
    assert desk.state() is RunState.APPROVED


def test_the_trustees_note_is_shown_where_one_person_may_do_both(desk: Desk) -> None:
    organisation = desk.room.office.organisation
    organisation.save(dataclasses.replace(organisation.get(), four_eyes_note="We are two."))
    desk.prepare()
    words = words_of(desk.page.run.panel)
    assert "The trustees let one person prepare and approve: “We are two.”" in words
    assert "You prepared it too, as the trustees allow." in words
    desk.page.step.click()
    assert desk.state() is RunState.APPROVED


def test_a_run_that_pays_whoever_is_here_is_approved_by_another(desk: Desk) -> None:
    office = desk.room.office
    tom = office.participants.named("Tom Brennan")
    as_operator = office.operators.add("Tom Brennan", "", tom.participant_id)
    desk.prepare()
    desk.sit(as_operator)
    words = words_of(desk.page.run.panel)
    assert "This run pays you, so somebody else approves it." in words
    assert not desk.page.step.isVisible()


def test_a_run_is_sent_back_mended_and_sent_for_approval_again(desk: Desk) -> None:
    desk.prepare()
    desk.sit(desk.gwyn)
    desk.page.send_back.click()
    dialog = desk.dialog(SendBackDialog)
    dialog.save_requested.emit()
    assert dialog.form.box("reason").error
    QTest.keyClicks(dialog.reason, "Tom was away.")
    dialog.save_requested.emit()
    assert desk.state() is RunState.SENT_BACK
    assert "Gwyn Rhydderch sent it back “Tom was away.”" in words_of(desk.page.run)
    desk.sit(desk.nia)
    assert desk.page.step.words == "Ask for approval again"
    desk.page.step.click()
    assert desk.state() is RunState.PREPARED
    assert "sent it back" not in words_of(desk.page.run)


def test_a_new_account_is_told_with_how_it_was_checked(desk: Desk) -> None:
    office = desk.room.office
    desk.export()
    office.settling.settle(1, TODAY)
    amina = office.participants.named("Amina Yusuf")
    desk.log([amina], TODAY, office.projects.open_projects()[0].project_id, "Second meeting")
    office.bank_details.save(an_account(amina, "00008157"))
    office.operators.sit_down(desk.helen.operator_id)
    office.bank_details.confirm(amina.participant_id, "Phoned the number we had")
    office.operators.sit_down(desk.nia.operator_id)
    office.approvals.approve_up_to(TODAY)
    desk.prepare()
    words = words_of(desk.page.run.panel)
    assert "New account since pay run 1 Amina Yusuf: ended 4471, now 8157." in words
    assert "How checked: Phoned the number we had. Helen Tsang" in words
    row = desk.row("Amina Yusuf")
    assert row_tint(row) == "warn_tint"
    columns = {one.key: one for one in desk.page.run.payments.columns}
    assert columns["look"].text(row).startswith("New account")
    assert "What changed since pay run 1" in words_of(desk.page.run.since)


def test_what_was_taken_back_offers_no_step_and_says_why(desk: Desk) -> None:
    desk.prepare()
    desk.room.office.pay_runs.reverse(1, "Logged twice")
    assert "Taken back Logged twice" in words_of(desk.page.run.panel)
    assert not desk.page.step.isVisible()
    assert not desk.page.run.panel.reverse.isVisible()
    assert desk.page.run.payment_list.list.totals.totals["name"] == "Nothing is paid"


def test_a_second_person_confirms_that_a_run_with_files_is_taken_back(desk: Desk) -> None:
    desk.export()
    panel = desk.page.run.panel
    panel.reverse.click()
    asking = desk.dialog(ReverseDialog)
    assert "a second person confirms it" in words_of(asking)
    asking.reason.setPlainText("The bank refused the file.")
    asking.save_requested.emit()
    assert desk.state() is RunState.EXPORTED
    assert "A second person confirms" in desk.room.last_words
    assert not panel.reverse.isVisible()  # whoever asked does not confirm
    assert "Gwyn Rhydderch asked to take this run back" in words_of(desk.page.run)
    desk.sit(desk.helen)
    panel.reverse.click()
    confirming = desk.dialog(ConfirmReverseDialog)
    assert "“The bank refused the file.”" in words_of(confirming)
    confirming.save_requested.emit()
    assert desk.state() is RunState.REVERSED
    assert "Taken back The bank refused the file." in words_of(panel)
    assert not panel.stand.isVisible()


def test_a_run_is_let_stand_with_a_reason(desk: Desk) -> None:
    desk.export()
    desk.room.office.pay_runs.reverse(1, "The bank refused the file.")
    panel = desk.page.run.panel
    panel.stand.click()
    dialog = desk.dialog(LetStandDialog)
    dialog.save_requested.emit()
    assert dialog.form.box("reason").error
    dialog.reason.setPlainText("The bank took it after all.")
    dialog.save_requested.emit()
    assert desk.room.office.pay_runs.approval(1).reversal is None
    assert not panel.stand.isVisible()
    assert panel.reverse.isVisible()


def test_another_way_to_be_paid_is_shown_to_whoever_approves(desk: Desk) -> None:
    desk.export()
    office = desk.room.office
    office.settling.settle(1, TODAY)
    amina = office.participants.named("Amina Yusuf")
    office.participants.save(dataclasses.replace(amina, paid_by=PaidBy.CASH))
    desk.log([amina], TODAY, office.projects.open_projects()[0].project_id, "Second meeting")
    office.approvals.approve_up_to(TODAY)
    desk.sit(desk.nia)
    desk.prepare()
    words = words_of(desk.page.run.panel)
    assert "Paid in another way than the last time" in words
    assert "Amina Yusuf: £50.00, Bank before, Cash now." in words
    row = desk.row("Amina Yusuf")
    assert row_tint(row) == "warn_tint"
    columns = {one.key: one for one in desk.page.run.payments.columns}
    assert columns["look"].text(row).startswith("Other way")


def test_vouchers_without_numbers_are_asked_about_before_they_go_out(desk: Desk) -> None:
    office = desk.room.office
    ion = office.participants.add(a_participant(name="Ion Țurcanu", paid_by=PaidBy.VOUCHER))
    desk.log([ion], TODAY, office.projects.open_projects()[0].project_id, "Second meeting")
    office.approvals.approve_up_to(TODAY)
    desk.export()
    desk.page.step.click()
    dialog = desk.dialog(SettleDialog)
    dialog.save_requested.emit()
    assert "No vouchers are set aside for Ion Țurcanu" in dialog.form.box("vouchers").error
    assert desk.state() is RunState.EXPORTED
    dialog.without_vouchers.setText("Bought in the shop")
    dialog.save_requested.emit()
    assert desk.state() is RunState.SETTLED


def test_why_somebody_is_held_has_the_room_of_what_nobody_can_lift(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.page.resize(1440, 900)
    desk.prepare()
    held, table = desk.page.run.held, desk.page.run.held_list.table
    keys = [one.key for one in held.columns]
    because, lift = keys.index("because"), keys.index(LIFT_COLUMN)
    assert held.rowCount() == 1
    assert table.isColumnHidden(lift)
    row = held.row_at(0)
    assert row is not None
    width = table.fontMetrics().horizontalAdvance(held.columns[because].text(row))
    assert table.columnWidth(because) > width
    rhodri = desk.room.office.participants.named("Rhodri Vaughan")
    desk.room.office.holds.place(rhodri.participant_id, "Asked us to wait")
    shown = load_run(desk.room.office, 1)
    assert shown is not None
    desk.page.run.show_run(shown)
    qtbot.waitUntil(lambda: not table.isColumnHidden(lift))


def test_the_panel_goes_below_where_there_is_little_room(desk: Desk, qtbot: QtBot) -> None:
    desk.prepare()
    panel, run = desk.page.run.panel, desk.page.run

    def left_edge() -> int:
        return panel.mapTo(run, panel.rect().topLeft()).x()

    qtbot.waitUntil(lambda: left_edge() > run.width() // 2)
    desk.page.resize(620, 700)
    qtbot.waitUntil(lambda: left_edge() < 100)
    assert panel.isVisible()
    desk.page.resize(1300, 800)
    qtbot.waitUntil(lambda: left_edge() > run.width() // 2)


@pytest.mark.parametrize("count", [40, 1000])
def test_long_runs_keep_their_sums_and_their_panel_in_view(
    desk: Desk, qtbot: QtBot, count: int
) -> None:
    desk.prepare()
    shown = presenter_of(desk).shown
    assert shown is not None
    rows = tuple(
        (a_participant(name=f"Person {at:04}"), a_payment(payment_pence=5000 + at))
        for at in range(count)
    )
    many = dataclasses.replace(shown, prepared=dataclasses.replace(shown.prepared, payments=rows))
    desk.page.show_run(many)
    totals = desk.page.run.payment_list.list.totals
    assert totals.totals["name"] == f"{count:,} people to pay"
    qtbot.waitUntil(lambda: totals.visibleRegion().boundingRect().height() > 20)
    table = desk.page.run.payment_list.list.table

    def at_the_end() -> bool:
        table.scrollToBottom()  # rows further down come as they are looked for
        return desk.page.run.payments.row_at(count - 1) is not None

    qtbot.waitUntil(at_the_end)
    assert desk.page.run.panel.visibleRegion().boundingRect().height() > 100


def test_every_control_has_a_name_and_the_models_are_sound_in_every_state(desk: Desk) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    desk.prepare()
    testers = [QAbstractItemModelTester(desk.page.run.payments, fatal)]
    assert unnamed_controls(desk.page) == []
    desk.approve()
    assert unnamed_controls(desk.page) == []
    desk.page.run.look_requested.emit()
    desk.room.office.pay_runs.reverse(1, "A try")
    testers.append(QAbstractItemModelTester(desk.page.run.payments, fatal))
    assert unnamed_controls(desk.page) == []
    assert len(testers) == 2
