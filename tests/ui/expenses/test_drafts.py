"""Claims are kept as drafts, grow by lines, and are sent for approval when they are whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseKind
from coprod_desktop.domain.summaries import ClaimSummary
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.ui.expenses.dialogs import AgreeDialog, ExpenseDialog, LineDialog
from coprod_desktop.ui.expenses.page import ExpensesPage
from coprod_desktop.ui.expenses.screen import make_screen
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.choice_edit import ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from tests.builders import TINY_PNG, TODAY
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project

D = TypeVar("D", bound=FormDialog)
BUS = ExpenseLine(spent_on=TODAY, kind=ExpenseKind.BUS, what="Bus home", pence=460)
SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[ExpensesPage]:
    add_people(room.office, "Amina Yusuf", "Catrin Llŷr", "Tom Brennan")
    add_project(room.office)
    screen = make_screen(room.context)
    made = cast(ExpensesPage, screen.page)
    made.setProperty("kept", screen)  # the screen keeps the presenter alive
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    screen.refresh()
    yield made
    made.hide()


def log(room: Room, name: str, *lines: ExpenseLine, is_draft: bool = True) -> ExpenseClaim:
    return room.office.expenses.log(
        ExpenseEntry(
            participant_id=room.office.participants.named(name).participant_id,
            project_id=room.office.projects.named("Getting Home Well").project_id,
            claimed_on=TODAY,
            lines=lines,
            is_draft=is_draft,
        )
    )


def the_dialog(page: ExpensesPage, kind: type[D]) -> D:
    (dialog,) = (one for one in page.findChildren(kind) if one.isVisible())
    return dialog


def open_form(room: Room, page: ExpensesPage) -> ExpenseDialog:
    page.log_requested.emit()
    dialog = the_dialog(page, ExpenseDialog)
    amina = room.office.participants.named("Amina Yusuf").participant_id
    cast("ChoiceEdit[int]", dialog.form.box("person").field).set_value(amina)
    return dialog


def fill(dialog: ExpenseDialog | LineDialog, kind: ExpenseKind, amount: str) -> None:
    cast("ChoiceEdit[ExpenseKind]", dialog.form.box("kind").field).set_value(kind)
    QTest.keyClicks(cast(QLineEdit, dialog.form.box("amount").field), amount)


def rows(page: ExpensesPage) -> list[ClaimSummary]:
    found = (page.rows.row_at(number) for number in range(page.rows.rowCount()))
    return [row for row in found if row is not None]


def segments(page: ExpensesPage) -> list[str]:
    return [page.filters.tabText(at) for at in range(page.filters.count())]


def show(page: ExpensesPage, claim: ExpenseClaim) -> None:
    """Select the row of a claim, so that its lines stand in the panel."""
    (number,) = [
        number
        for number, row in enumerate(rows(page))
        if row.expense_claim_id == claim.expense_claim_id
    ]
    # Not selectRow: that minds the keys which an earlier test has pressed.
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | SELECT
    page.list.table.selectionModel().setCurrentIndex(page.rows.index(number, 0), flags)


def select_all(page: ExpensesPage) -> None:
    page.list.table.clearSelection()
    for number in range(page.rows.rowCount()):
        page.list.table.selectionModel().select(page.rows.index(number, 0), SELECT)


def press(page: ExpensesPage, words: str) -> None:
    buttons = page.panel.findChildren(Button)
    (button,) = [one for one in buttons if one.isVisible() and one.words == words]
    button.click()


def panel_buttons(page: ExpensesPage) -> list[str]:
    return [one.words for one in page.panel.findChildren(Button) if one.isVisible()]


def state(room: Room, claim: ExpenseClaim) -> WorkState:
    return room.office.expenses.claim(claim.expense_claim_id).state


# --- keeping -------------------------------------------------------------------------------------


def test_an_expense_is_kept_as_a_draft_with_the_keyboard(
    room: Room, page: ExpensesPage, qtbot: QtBot
) -> None:
    dialog = open_form(room, page)
    fill(dialog, ExpenseKind.BUS, "4.60")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.other_save_requested):
        QTest.keyClick(dialog, Qt.Key.Key_S, BOTH)
    assert not dialog.isVisible()
    assert "kept as a draft" in room.last_words
    (row,) = rows(page)
    assert (row.state, row.claimed_pence) == (WorkState.DRAFT, 460)
    assert segments(page)[:2] == ["All", "Drafts 1"]


def test_a_draft_needs_no_line_yet_but_says_so(room: Room, page: ExpensesPage) -> None:
    dialog = open_form(room, page)
    dialog.other_save_requested.emit()
    assert not dialog.isVisible()
    (row,) = rows(page)
    (column,) = [one for one in page.rows.columns if one.key == "what"]
    assert column.text(row) == "No line yet"
    page.list.table.selectRow(0)
    note = [one for one in page.panel.findChildren(Button) if one.words == "Send for approval"]
    assert not note[0].isEnabled()


@pytest.mark.parametrize("key", ["kind", "amount"])
def test_nothing_typed_is_left_out_of_a_draft(room: Room, page: ExpensesPage, key: str) -> None:
    dialog = open_form(room, page)
    if key == "kind":
        QTest.keyClicks(cast(QLineEdit, dialog.form.box("what").field), "Bus home")
    else:
        fill(dialog, ExpenseKind.BUS, "abc")
    dialog.other_save_requested.emit()
    assert dialog.isVisible()
    assert dialog.form.box(key).error
    assert rows(page) == []
    dialog.accept_saved()


def test_a_draft_needs_a_person(room: Room, page: ExpensesPage) -> None:
    page.log_requested.emit()
    dialog = the_dialog(page, ExpenseDialog)
    dialog.other_save_requested.emit()
    assert dialog.form.box("person").error
    assert unnamed_controls(dialog) == []
    dialog.accept_saved()


# --- growing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", [WorkState.DRAFT, WorkState.LOGGED, WorkState.SENT_BACK])
def test_a_line_is_added_to_a_claim_that_nobody_approved_yet(
    room: Room, page: ExpensesPage, qtbot: QtBot, before: WorkState
) -> None:
    claim = log(room, "Amina Yusuf", BUS, is_draft=before is WorkState.DRAFT)
    if before is WorkState.SENT_BACK:
        room.office.expenses.send_back(claim.expense_claim_id, "Where is the way back?")
    show(page, claim)
    press(page, "Add a line")
    dialog = the_dialog(page, LineDialog)
    assert unnamed_controls(dialog) == []
    fill(dialog, ExpenseKind.CAR, "10 miles")
    qtbot.waitUntil(lambda: dialog.asked.answer is not None)
    assert dialog.asked.answer is not None
    assert dialog.asked.answer.amount == "£5.50"
    dialog.save_requested.emit()
    assert not dialog.isVisible()
    items = room.office.expenses.items(claim.expense_claim_id)
    assert sorted(item.agreed_pence for item in items) == [460, 550]
    after = WorkState.DRAFT if before is WorkState.DRAFT else WorkState.LOGGED
    assert state(room, claim) is after
    assert ("stays a draft" in room.last_words) == (after is WorkState.DRAFT)


def test_a_line_that_is_refused_loses_nothing_typed(
    room: Room, page: ExpensesPage, tmp_path: Path
) -> None:
    claim = log(room, "Amina Yusuf", BUS)
    show(page, claim)
    press(page, "Add a line")
    dialog = the_dialog(page, LineDialog)
    dialog.save_requested.emit()
    assert dialog.form.box("kind").error
    fill(dialog, ExpenseKind.TRAIN, "12.40")
    ticket = tmp_path / "ticket.png"
    ticket.write_bytes(TINY_PNG)
    dialog._line._take_receipt(ticket)
    ticket.unlink()
    dialog.save_requested.emit()
    assert dialog.isVisible()
    assert dialog.form.box("what").error
    assert cast(QLineEdit, dialog.form.box("amount").field).text() == "12.40"
    assert len(room.office.expenses.items(claim.expense_claim_id)) == 1
    dialog.accept_saved()


def test_a_claim_that_was_approved_meanwhile_takes_no_line_and_says_so(
    room: Room, page: ExpensesPage
) -> None:
    claim = log(room, "Amina Yusuf", BUS, is_draft=False)
    show(page, claim)
    press(page, "Add a line")
    dialog = the_dialog(page, LineDialog)
    fill(dialog, ExpenseKind.TRAIN, "12.40")
    room.office.expenses.approve([claim.expense_claim_id])
    dialog.save_requested.emit()
    assert dialog.isVisible()
    assert any("approved already" in one.text() for one in dialog.findChildren(QLabel))
    assert "Add a line" not in panel_buttons(page)
    dialog.accept_saved()


# --- sending -------------------------------------------------------------------------------------


def test_a_draft_is_sent_from_its_panel(room: Room, page: ExpensesPage) -> None:
    claim = log(room, "Amina Yusuf", BUS)
    show(page, claim)
    assert unnamed_controls(page) == []
    press(page, "Send for approval")
    assert state(room, claim) is WorkState.LOGGED
    assert room.last_words == "1 expense claim sent for approval."
    assert "Send for approval" not in panel_buttons(page)
    assert "Drafts 1" not in segments(page)


def test_a_draft_is_removed_from_its_panel_and_brought_back(room: Room, page: ExpensesPage) -> None:
    claim = log(room, "Amina Yusuf", BUS)
    show(page, claim)
    press(page, "Remove this draft")
    assert room.office.expenses.page(None, 9) == ()
    assert room.last_words == "Removed: the draft of expenses of Amina Yusuf."
    room.office.history.undo()
    assert state(room, claim) is WorkState.DRAFT


def test_selected_drafts_are_sent_with_the_keyboard_and_then_approved(
    room: Room, page: ExpensesPage, qtbot: QtBot
) -> None:
    claims = [log(room, name, BUS) for name in ("Amina Yusuf", "Catrin Llŷr")]
    waiting = log(room, "Tom Brennan", BUS, is_draft=False)
    select_all(page)
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    with qtbot.waitSignal(page.send_requested):
        QTest.keyClick(page, Qt.Key.Key_A, BOTH)
    assert {state(room, claim) for claim in claims} == {WorkState.LOGGED}
    select_all(page)
    with qtbot.waitSignal(page.approve_requested):
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert room.last_words == "3 expense claims are approved."
    assert state(room, waiting) is WorkState.APPROVED


def test_all_drafts_are_sent_but_those_without_a_line(room: Room, page: ExpensesPage) -> None:
    whole, empty = log(room, "Amina Yusuf", BUS), log(room, "Tom Brennan")
    assert not page.send_all.isVisible()
    page.filters.choose("draft")
    page.send_all.click()
    assert state(room, whole) is WorkState.LOGGED
    assert state(room, empty) is WorkState.DRAFT
    assert "1 has no line yet and stays a draft." in room.last_words


def test_a_claim_without_a_line_is_not_sent_with_others(room: Room, page: ExpensesPage) -> None:
    whole, _empty = log(room, "Amina Yusuf", BUS), log(room, "Tom Brennan")
    select_all(page)
    page.send.click()
    assert "no lines yet" in room.last_words
    assert state(room, whole) is WorkState.DRAFT


def test_only_what_fits_the_selection_is_offered(room: Room, page: ExpensesPage) -> None:
    draft = log(room, "Amina Yusuf", BUS)
    done = log(room, "Tom Brennan", BUS, is_draft=False)
    room.office.expenses.approve([done.expense_claim_id])
    show(page, draft)
    assert (page.send.isVisible(), page.approve.isEnabled()) == (True, False)
    show(page, done)
    assert (page.send.isVisible(), page.approve.isEnabled()) == (False, False)


def test_another_amount_for_a_draft_leaves_it_a_draft(room: Room, page: ExpensesPage) -> None:
    claim = log(room, "Amina Yusuf", BUS)
    show(page, claim)
    press(page, "Agree another amount")
    dialog = the_dialog(page, AgreeDialog)
    dialog.amount.set_pence(400)
    dialog.reason.setPlainText("The day ticket costs £4.00.")
    dialog.save_requested.emit()
    assert state(room, claim) is WorkState.DRAFT
    assert room.last_words == "The other amount is agreed. The claim stays a draft."
