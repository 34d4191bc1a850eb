"""Expenses are logged, agreed, approved and sent back on their screen."""

from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.ui.expenses.dialogs import AgreeDialog, ExpenseDialog, SendBackDialog
from coprod_desktop.ui.expenses.page import ExpensesPage
from coprod_desktop.ui.expenses.screen import make_screen
from coprod_desktop.ui.widgets.choice_edit import ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from tests.builders import NOW
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project

TODAY = NOW.date()

D = TypeVar("D", bound=FormDialog)


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> ExpensesPage:
    made = make_screen(room.context)
    shown = cast(ExpensesPage, made.page)
    qtbot.addWidget(shown)
    shown.setProperty("kept", made)  # the screen keeps the presenter alive
    made.refresh()
    return shown


def the_dialog(page: ExpensesPage, kind: type[D]) -> D:
    (dialog,) = (one for one in page.findChildren(kind) if one.isVisible())
    return dialog


def log_bus(room: Room, pence: int = 460) -> int:
    (amina,) = add_people(room.office, "Amina Yusuf")
    project = add_project(room.office)
    line = ExpenseLine(spent_on=TODAY, kind=ExpenseKind.BUS, what="Bus home", pence=pence)
    claim = room.office.expenses.log(
        ExpenseEntry(
            participant_id=amina.participant_id,
            project_id=project.project_id,
            claimed_on=TODAY,
            lines=(line,),
        )
    )
    return claim.expense_claim_id


def open_form(room: Room, page: ExpensesPage) -> ExpenseDialog:
    people = add_people(room.office, "Amina Yusuf", "Tom Brennan")
    add_project(room.office)
    page.log_requested.emit()
    dialog = the_dialog(page, ExpenseDialog)
    cast("ChoiceEdit[int]", dialog.form.box("person").field).set_value(people[0].participant_id)
    return dialog


def choose_kind(dialog: ExpenseDialog, kind: ExpenseKind) -> None:
    cast("ChoiceEdit[ExpenseKind]", dialog.form.box("kind").field).set_value(kind)


def amount(dialog: ExpenseDialog, text: str) -> None:
    line = cast(QLineEdit, dialog.form.box("amount").field)
    line.clear()
    QTest.keyClicks(line, text)


def test_a_bus_fare_is_logged(room: Room, page: ExpensesPage) -> None:
    dialog = open_form(room, page)
    choose_kind(dialog, ExpenseKind.BUS)
    amount(dialog, "2.30*2")
    dialog.save_requested.emit()
    row = page.rows.row_at(0)
    assert row is not None
    assert (row.participant, row.claimed_pence, row.agreed_pence) == ("Amina Yusuf", 460, 460)


def test_miles_by_car_are_priced_by_the_rate_of_their_day(room: Room, page: ExpensesPage) -> None:
    dialog = open_form(room, page)
    choose_kind(dialog, ExpenseKind.CAR)
    amount(dialog, "12 miles")
    dialog.save_requested.emit()
    row = page.rows.row_at(0)
    assert row is not None
    assert row.agreed_pence == 12 * 55
    (item,) = room.office.expenses.items(row.expense_claim_id)
    assert "55p a mile" in item.because


@pytest.mark.parametrize("text", ["-5", "abc", "", "0", "99999999"])
def test_an_amount_that_cannot_be_gets_a_sentence_and_nothing_is_saved(
    room: Room, page: ExpensesPage, text: str
) -> None:
    dialog = open_form(room, page)
    choose_kind(dialog, ExpenseKind.BUS)
    amount(dialog, text)
    dialog.save_requested.emit()
    assert dialog.form.box("amount").error
    assert page.rows.rowCount() == 0
    dialog.accept_saved()


def test_a_claim_is_approved_and_found_under_its_state(room: Room, page: ExpensesPage) -> None:
    claim_id = log_bus(room)
    page.approve_requested.emit([page.rows.row_at(0)])
    assert room.office.expenses.claim(claim_id).state is WorkState.APPROVED
    page.filter_chosen.emit("logged")
    assert page.rows.rowCount() == 0
    page.filter_chosen.emit("approved")
    assert page.rows.rowCount() == 1


def test_another_amount_is_agreed_only_with_its_reason(room: Room, page: ExpensesPage) -> None:
    claim_id = log_bus(room, pence=1260)
    (item,) = room.office.expenses.items(claim_id)
    page.panel.agree_requested.emit(item)
    dialog = the_dialog(page, AgreeDialog)
    dialog.amount.set_pence(1000)
    dialog.save_requested.emit()
    assert dialog.form.box("reason").error
    dialog.reason.setPlainText("The day ticket costs £10.00.")
    dialog.save_requested.emit()
    (agreed,) = room.office.expenses.items(claim_id)
    assert (agreed.claimed_pence, agreed.agreed_pence) == (1260, 1000)


def test_a_claim_is_sent_back_with_a_reason(room: Room, page: ExpensesPage) -> None:
    claim_id = log_bus(room)
    page.panel.send_back_requested.emit(page.rows.row_at(0))
    dialog = the_dialog(page, SendBackDialog)
    dialog.reason.setPlainText("Which bus was it?")
    dialog.save_requested.emit()
    claim = room.office.expenses.claim(claim_id)
    assert (claim.state, claim.note) == (WorkState.SENT_BACK, "Which bus was it?")


def test_a_receipt_is_kept_inside_the_file(room: Room, page: ExpensesPage, tmp_path: Path) -> None:
    claim_id = log_bus(room)
    (item,) = room.office.expenses.items(claim_id)
    ticket = tmp_path / "ticket.png"
    ticket.write_bytes(b"\x89PNG ticket")
    presenter = page.property("kept").presenter[0]
    presenter.attach(item, ticket)
    ticket.unlink()
    (receipt,) = room.office.expenses.receipts(item.expense_item_id)
    assert receipt.content == b"\x89PNG ticket"


def test_an_undone_claim_leaves_the_page(room: Room, page: ExpensesPage) -> None:
    log_bus(room)
    page.show()
    page.list.table.selectRow(0)
    assert page.panel.isVisible()
    room.office.history.undo()
    assert page.rows.rowCount() == 0
    assert not page.panel.isVisible()
    page.hide()


def test_every_control_has_a_name_and_the_model_is_sound(room: Room, page: ExpensesPage) -> None:
    log_bus(room)
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.show()
    page.list.table.selectRow(0)
    assert unnamed_controls(page) == []
    page.hide()
