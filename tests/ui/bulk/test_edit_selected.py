"""Selected entries change together with the keyboard alone: tick, look, save, undo."""

from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.bulk_edits import CONTRIBUTIONS, EXPENSES, PARTICIPANTS, ContributionEdit
from coprod_desktop.domain.contributions import Pay, WorkState
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.participants import Edition
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.ui.bulk.edit_dialog import BulkEditDialog
from coprod_desktop.ui.bulk.edit_fields import ExpenseFields, Known
from coprod_desktop.ui.bulk.edit_presenter import BulkEditPresenter
from coprod_desktop.ui.bulk.menu import BulkMenu
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.theme import Theme
from tests.builders import TODAY, WORKED_ON
from tests.ui.accessibility import unnamed_controls
from tests.ui.bulk.stage import Listed, show, work
from tests.ui.rooms import Room, add_people, add_project

D = TypeVar("D", bound=QDialog)
SHIFT_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def the_dialog(window: QWidget) -> BulkEditDialog:
    (dialog,) = [one for one in window.findChildren(BulkEditDialog) if one.isVisible()]
    return dialog


def press(dialog: QDialog, key: Qt.Key, *, times: int = 1) -> None:
    """Press a key where the keyboard is."""
    for _time in range(times):
        QTest.keyClick(dialog.focusWidget(), key)


def opened(room: Room, theme: Theme, qtbot: QtBot, listed: Listed) -> MainWindow:
    window = show(room, theme, listed)
    qtbot.addWidget(window)
    QTest.keyClick(window, Qt.Key.Key_E, SHIFT_CONTROL)
    return window


def known(room: Room) -> Known:
    return Known(
        projects=room.office.projects.open_projects(),
        kinds=("Meeting", "Travel time"),
        word_error=room.context.word_error,
        today=lambda: TODAY,
    )


def a_dialog(room: Room, qtbot: QtBot, subject: str, row_ids: list[int]) -> BulkEditDialog:
    dialog = BulkEditDialog(subject, len(row_ids), known(room), room.context.tasks)
    presenter = BulkEditPresenter(dialog, room.context, row_ids)
    dialog.looked.connect(presenter.look)
    dialog.save_requested.connect(presenter.save)
    dialog.stop_requested.connect(presenter.stop)
    dialog.setProperty("presenter", presenter)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def shown(dialog: BulkEditDialog) -> list[tuple[str, ...]]:
    model = dialog.plan_page.changes
    keys = ("who", "field", "before", "after")
    columns = [one for one in model.columns if one.key in keys]
    rows = [model.row_at(number) for number in range(model.rowCount())]
    return [tuple(column.text(row) for column in columns) for row in rows if row is not None]


def test_excel_bulk_edit_with_a_look_before_saving_by_keyboard_alone(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    pieces = work(room, "Amina Yusuf", "Catrin Llŷr", "Tom Brennan")
    ids = tuple(one.contribution_id for one in pieces)
    before = [room.office.contributions.get(row_id) for row_id in ids]
    window = opened(room, theme, qtbot, Listed(CONTRIBUTIONS, ids, ids[:2]))
    dialog = the_dialog(window)
    assert dialog.windowTitle() == "Edit 2 contributions"
    press(
        dialog, Qt.Key.Key_Tab, times=3
    )  # the tick of the date, the date, the tick of the time, the time
    QTest.keyClicks(dialog.focusWidget(), "1:30")
    assert dialog.fields.is_ticked("minutes")
    assert not dialog.fields.is_ticked("worked_on")
    press(dialog, Qt.Key.Key_Return)
    assert shown(dialog) == [
        ("Amina Yusuf", "Time", "1:00", "1:30"),
        ("Amina Yusuf", "Offer", "£25.00", "£37.50"),
        ("Catrin Llŷr", "Time", "1:00", "1:30"),
        ("Catrin Llŷr", "Offer", "£25.00", "£37.50"),
    ]
    assert dialog.plan_page.summary.text() == "2 contributions change."
    assert dialog.plan_page.money.text() == (
        "Offered: £50.00 before, £75.00 afterwards. That is £25.00 more."
    )
    assert [room.office.contributions.get(row_id) for row_id in ids] == before
    press(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert [room.office.contributions.get(row_id).minutes for row_id in ids] == [90, 90, 60]
    assert room.last_words == "2 entries changed in one go."
    room.office.history.undo()
    assert [room.office.contributions.get(row_id) for row_id in ids] == before


def test_one_selected_row_is_meant_and_not_the_whole_list(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    ids = tuple(one.contribution_id for one in work(room, "Amina Yusuf", "Tom Brennan"))
    window = opened(room, theme, qtbot, Listed(CONTRIBUTIONS, ids, ids[:1]))
    assert the_dialog(window).windowTitle() == "Edit 1 contribution"
    the_dialog(window).reject()


def test_without_a_selection_it_says_that_the_whole_list_is_meant(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    ids = tuple(one.contribution_id for one in work(room, "Amina Yusuf", "Tom Brennan"))
    window = opened(room, theme, qtbot, Listed(CONTRIBUTIONS, ids))
    dialog = the_dialog(window)
    said = [one.text() for one in dialog.findChildren(type(dialog.plan_page.summary))]
    assert dialog.windowTitle() == "Edit 2 contributions"
    assert "No rows are selected, so this is about all that the list shows." in said
    dialog.reject()


def test_an_empty_list_and_other_screens_offer_nothing(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    window = opened(room, theme, qtbot, Listed(CONTRIBUTIONS, ()))
    assert room.last_words == "The list is empty, so there is nothing to change."
    window.hide()
    other = show(room, theme, None)
    qtbot.addWidget(other)
    menu = cast(BulkMenu, other.property("bulk_menu"))
    assert not menu.edit.isEnabled()
    assert not menu.replace.isEnabled()
    other.hide()


def test_what_stays_is_listed_with_its_reason(room: Room, qtbot: QtBot) -> None:
    pieces = work(room, "Amina Yusuf", "Tom Brennan")
    ids = [one.contribution_id for one in pieces]
    room.office.contributions.approve(ids[:1])
    dialog = a_dialog(room, qtbot, CONTRIBUTIONS, ids)
    dialog.looked.emit(ContributionEdit(pay=Pay.UNPAID))
    assert dialog.plan_page.summary.text() == (
        "1 contribution changes. 1 stays as it is, for the reason below."
    )
    row = dialog.plan_page.left.row_at(0)
    assert row is not None
    assert row.entry.who == "Amina Yusuf"
    assert row.because.startswith("This is approved, so it stays as it is here.")
    assert dialog.plan_page.reasons.text() == f"1: {row.because}"
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert room.office.contributions.get(ids[0]).state is WorkState.APPROVED
    assert room.office.contributions.get(ids[1]).pay is Pay.UNPAID


def test_a_ticked_field_without_a_value_is_asked_for(room: Room, qtbot: QtBot) -> None:
    dialog = a_dialog(room, qtbot, CONTRIBUTIONS, [])
    dialog.fields.box("what").setChecked(True)
    QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    assert "take the tick away" in dialog.fields.field("what").accessibleDescription()
    dialog.fields.box("what").setChecked(False)
    QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    assert dialog.problem.startswith("No field is ticked")
    dialog.reject()


def test_a_day_that_cannot_be_is_said_under_its_field(room: Room, qtbot: QtBot) -> None:
    ids = [one.contribution_id for one in work(room, "Amina Yusuf")]
    dialog = a_dialog(room, qtbot, CONTRIBUTIONS, ids)
    day = dialog.fields.field("worked_on")
    day.setFocus()
    QTest.keyClicks(day, "1/1/1950")
    QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    assert "before 1990" in day.accessibleDescription()
    assert dialog.look.isEnabled()
    dialog.reject()


def test_what_changed_meanwhile_is_shown_anew_before_it_is_saved(room: Room, qtbot: QtBot) -> None:
    (piece,) = work(room, "Amina Yusuf")
    dialog = a_dialog(room, qtbot, CONTRIBUTIONS, [piece.contribution_id])
    dialog.looked.emit(ContributionEdit(minutes=90))
    room.office.contributions.approve([piece.contribution_id])
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.problem.startswith("The file has changed since this was shown.")
    assert dialog.plan_page.summary.text().startswith("Nothing changes. 1 stays as it is")
    assert not dialog.save.isEnabled()
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.look.isVisible()
    dialog.reject()


def test_lines_of_claims_change_together(room: Room, qtbot: QtBot) -> None:
    (person,) = add_people(room.office, "Amina Yusuf")
    project = add_project(room.office)
    lines = [
        ExpenseLine(spent_on=WORKED_ON, kind=kind, pence=300)
        for kind in (ExpenseKind.BUS, ExpenseKind.MEAL)
    ]
    claim = room.office.expenses.log(
        ExpenseEntry(
            participant_id=person.participant_id,
            project_id=project.project_id,
            claimed_on=WORKED_ON,
            lines=tuple(lines),
        )
    )
    dialog = a_dialog(room, qtbot, EXPENSES, [claim.expense_claim_id])
    what = dialog.fields.field("what")
    what.setFocus()
    QTest.keyClicks(what, "To the group")
    fields = cast(ExpenseFields, dialog.fields)
    cast(QLineEdit, fields.only.lineEdit()).selectAll()
    QTest.keyClicks(fields.only, "Bus")
    QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    assert shown(dialog) == [("Amina Yusuf", "What for", "Bus", "To the group")]
    assert dialog.plan_page.summary.text() == "1 line changes."
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    told = {one.what for one in room.office.expenses.items(claim.expense_claim_id)}
    assert told == {"To the group", "Meal"}


def test_what_is_kept_about_people_changes_together(room: Room, qtbot: QtBot) -> None:
    people = add_people(room.office, "Amina Yusuf", "Tom Brennan")
    dialog = a_dialog(room, qtbot, PARTICIPANTS, [one.participant_id for one in people])
    for key, words in (("edition", "Large"), ("is_active", "Not"), ("language", "Welsh and")):
        field = dialog.fields.field(key)
        field.setFocus()
        QTest.keyClicks(field, words)
    QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    assert ("Amina Yusuf", "Papers as", "Clear print", "Large print") in shown(dialog)
    assert ("Tom Brennan", "Takes part", "At the moment", "Not now") in shown(dialog)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    told = room.office.participants.get(people[0].participant_id)
    assert (told.edition, told.is_active, told.language) == (Edition.LARGE, False, "en+cy")


@pytest.mark.parametrize("subject", [CONTRIBUTIONS, EXPENSES, PARTICIPANTS])
def test_every_control_has_a_name(room: Room, qtbot: QtBot, subject: str) -> None:
    dialog = a_dialog(room, qtbot, subject, [])
    assert unnamed_controls(dialog) == []
    dialog.reject()
