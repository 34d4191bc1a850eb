"""A pay run goes step by step on its screen, and each refusal says what to do."""

import dataclasses
import datetime
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.participants import BankDetails, Capacity, PaidBy
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.services.sessions import SessionEntry, SessionRow
from coprod_desktop.ui.pay_runs.dialogs import ReverseDialog
from coprod_desktop.ui.pay_runs.done_dialog import DoneDialog
from coprod_desktop.ui.pay_runs.export_dialog import ExportDialog
from coprod_desktop.ui.pay_runs.outcome_dialogs import SettleDialog
from coprod_desktop.ui.pay_runs.page import PayRunsPage
from coprod_desktop.ui.pay_runs.prepare_dialog import PrepareDialog
from coprod_desktop.ui.pay_runs.presenter import PayRunsPresenter
from coprod_desktop.ui.pay_runs.screen import make_screen
from tests.builders import NOW
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project

TODAY = NOW.date()
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> PayRunsPage:
    made = make_screen(room.context)
    shown = cast(PayRunsPage, made.page)
    qtbot.addWidget(shown)
    shown.setProperty("kept", made)  # the screen keeps the presenter alive
    made.refresh()
    return shown


def presenter_of(page: PayRunsPage) -> PayRunsPresenter:
    return cast(PayRunsPresenter, page.property("kept").presenter[0])


def the_dialog(page: PayRunsPage, kind: type[D]) -> D:
    (dialog,) = (one for one in page.findChildren(kind) if one.isVisible())
    return dialog


def approve_a_session(room: Room) -> None:
    """Log and approve two hours of three people; the third has no account yet."""
    office = room.office
    project = add_project(office)
    people = add_people(office, "Amina Yusuf", "Tom Brennan", "Rhodri Vaughan")
    for person, number in zip(people[:2], ("00004471", "00000938"), strict=True):
        office.bank_details.save(
            BankDetails(
                bank_details_id=0,
                participant_id=person.participant_id,
                account_name=person.name,
                sort_code="001462",
                account_number=number,
            )
        )
    rows = tuple(
        SessionRow(
            participant_id=person.participant_id,
            capacity=Capacity.LIVED_EXPERIENCE,
            minutes=(("Meeting", 120),),
        )
        for person in people
    )
    office.sessions.log(
        SessionEntry(
            project_id=project.project_id,
            title="Planning meeting",
            held_on=TODAY,
            kind_of_work="Meeting",
            rows=rows,
        )
    )
    office.approvals.approve_up_to(TODAY)


def add_treasurer(room: Room) -> None:
    treasurer = room.office.operators.add("Helen Tsang", "treasurer")
    room.office.operators.sit_down(treasurer.operator_id)


def prepare(page: PayRunsPage) -> None:
    page.step_requested.emit()
    the_dialog(page, PrepareDialog).save_requested.emit()


def state(room: Room) -> RunState:
    return room.office.pay_runs.details(1).run.state


def test_the_form_says_beforehand_who_would_be_paid_and_held(room: Room, page: PayRunsPage) -> None:
    approve_a_session(room)
    page.step_requested.emit()
    dialog = the_dialog(page, PrepareDialog)
    assert "2 people would be paid £100.00" in dialog._outlook.text()
    assert "1 is held" in dialog._outlook.text()
    dialog.up_to.set_day(TODAY - datetime.timedelta(days=1))
    assert "Nothing" in dialog._outlook.text()
    dialog.accept_saved()


def test_a_run_with_nothing_to_pay_is_refused_in_the_form(room: Room, page: PayRunsPage) -> None:
    prepare(page)
    dialog = the_dialog(page, PrepareDialog)
    assert dialog.form.box("up_to").error
    assert room.office.pay_runs.summaries() == ()
    dialog.accept_saved()


def test_a_run_goes_from_prepared_to_paid(room: Room, page: PayRunsPage, tmp_path: Path) -> None:
    approve_a_session(room)
    prepare(page)
    assert page.header.title == "Pay run 1"
    assert page.run.payments.rowCount() == 2
    assert page.run.held.rowCount() == 1
    assert page.run.payment_list.list.totals.totals["total"] == "£100.00"
    page.step_requested.emit()  # approve: the same person prepared it
    assert state(room) is RunState.PREPARED
    assert room.last_words
    add_treasurer(room)
    page.step_requested.emit()
    assert state(room) is RunState.APPROVED
    room.context.preferences.files_folder = tmp_path / "files"
    page.step_requested.emit()
    the_dialog(page, ExportDialog).save_requested.emit()
    the_dialog(page, DoneDialog).accept()
    assert state(room) is RunState.EXPORTED
    assert list((tmp_path / "files").glob("*payment-sheet.xlsx"))
    page.step_requested.emit()
    the_dialog(page, SettleDialog).save_requested.emit()
    assert state(room) is RunState.SETTLED
    assert not page.step.isVisibleTo(page)


def test_a_run_is_taken_back_only_with_a_reason(room: Room, page: PayRunsPage) -> None:
    approve_a_session(room)
    prepare(page)
    page.run.panel.reverse.click()
    dialog = the_dialog(page, ReverseDialog)
    dialog.save_requested.emit()
    assert dialog.form.box("reason").error
    dialog.reason.setPlainText("The workshop was logged twice.")
    dialog.save_requested.emit()
    assert state(room) is RunState.REVERSED
    payable, _held = room.office.pay_runs.to_pay(TODAY)
    assert len(payable) == 2  # owed again


def test_why_shows_the_work_behind_a_payment(room: Room, page: PayRunsPage) -> None:
    approve_a_session(room)
    prepare(page)
    page.show()
    page.run.why_requested.emit(page.run.payments.row_at(0))
    assert page.why.isVisible()
    assert "£25.00 an hour" in page.why.text
    assert "2\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}00" in page.why.text
    page.hide()


def test_an_undone_run_leads_back_to_the_list(room: Room, page: PayRunsPage) -> None:
    approve_a_session(room)
    prepare(page)
    assert not page.is_list_shown
    room.office.history.undo()
    assert page.is_list_shown
    assert page.rows.rowCount() == 0


def test_everybody_paid_in_cash_needs_no_account(room: Room, page: PayRunsPage) -> None:
    approve_a_session(room)
    rhodri = room.office.participants.named("Rhodri Vaughan")
    room.office.participants.save(dataclasses.replace(rhodri, paid_by=PaidBy.CASH))
    prepare(page)
    assert page.run.payments.rowCount() == 3
    assert page.run.held.rowCount() == 0


def test_every_control_has_a_name_and_the_models_are_sound(room: Room, page: PayRunsPage) -> None:
    approve_a_session(room)
    prepare(page)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(model, fatal)
        for model in (page.rows, page.run.payments, page.run.held)
    ]
    page.show()
    assert unnamed_controls(page) == []
    presenter_of(page).back()
    assert unnamed_controls(page) == []
    assert len(testers) == 3
    page.hide()
