"""Contributions are found, explained, approved and corrected; a refusal loses nothing typed."""

import dataclasses
from collections.abc import Iterator
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Choice, Contribution, Pay, WorkState
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.services.sessions import SessionEntry, SessionRow
from coprod_desktop.ui.contributions.dialogs import AnswerDialog, CorrectDialog, SendBackDialog
from coprod_desktop.ui.contributions.page import ContributionsPage
from coprod_desktop.ui.contributions.screen import make_screen
from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.widgets.choice_edit import ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.builders import WORKED_ON
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project

D = TypeVar("D", bound=FormDialog)
CONTROL = Qt.KeyboardModifier.ControlModifier
TOGGLE = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[ContributionsPage]:
    project = add_project(room.office)
    people = add_people(room.office, "Amina Yusuf", "Catrin Llŷr", "Tom Brennan")
    choices = (Choice.ACCEPT, Choice.DECLINE, Choice.ACCEPT)
    room.office.sessions.log(
        SessionEntry(
            project_id=project.project_id,
            title="Leaflet workshop",
            held_on=WORKED_ON,
            kind_of_work="Meeting",
            rows=tuple(
                SessionRow(
                    participant_id=person.participant_id,
                    capacity=person.capacity,
                    minutes=(("Meeting", 60), ("Travel time", 30)),
                    choice=choice,
                )
                for person, choice in zip(people, choices, strict=True)
            ),
        )
    )
    screen = make_screen(room.context)
    made = cast(ContributionsPage, screen.page)
    made.setProperty("screen", screen)  # as the window keeps it
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    screen.refresh()
    yield made
    made.hide()


def rows(page: ContributionsPage) -> list[ContributionSummary]:
    found = (page.rows.row_at(number) for number in range(page.rows.rowCount()))
    return [row for row in found if row is not None]


def select(page: ContributionsPage, *names: str, kind: str = "Meeting") -> None:
    page.list.table.clearSelection()
    for number, row in enumerate(rows(page)):
        if row.participant in names and row.kind_of_work == kind:
            index = page.rows.index(number, 0)
            selection = page.list.table.selectionModel()
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            selection.select(index, TOGGLE)


def shown(page: ContributionsPage, name: str, column: str, kind: str = "Meeting") -> str:
    (row,) = [one for one in rows(page) if one.participant == name and one.kind_of_work == kind]
    (found,) = [one for one in page.rows.columns if one.key == column]
    return found.text(row)


def the_dialog(page: ContributionsPage, kind: type[D]) -> D:
    (dialog,) = [dialog for dialog in page.findChildren(kind) if dialog.isVisible()]
    return dialog


def line(dialog: FormDialog, key: str) -> QLineEdit:
    return cast(QLineEdit, dialog.form.box(key).field)


def of(room: Room, name: str) -> Contribution:
    found = room.office.contributions.page(ContributionFilter(), None, 50)
    (row,) = [one for one in found if one.participant == name and one.kind_of_work == "Meeting"]
    return room.office.contributions.get(row.contribution_id)


def test_paid_and_unpaid_work_stand_side_by_side(page: ContributionsPage) -> None:
    assert len(rows(page)) == 6
    assert [shown(page, "Amina Yusuf", key) for key in ("paid", "unpaid", "offer")] == [
        "1:00", "", "£25.00",
    ]  # fmt: skip
    assert shown(page, "Amina Yusuf", "unpaid", "Travel time") == "0:30"
    assert shown(page, "Amina Yusuf", "offer", "Travel time") == "No offer"
    assert shown(page, "Catrin Llŷr", "unpaid") == "1:00"
    assert shown(page, "Catrin Llŷr", "happened") == "To approve. Declined, still work"


def test_any_words_find_their_rows_while_somebody_types(
    page: ContributionsPage, qtbot: QtBot
) -> None:
    QTest.keyClicks(page.search, "llyr trav")
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    assert rows(page)[0].participant == "Catrin Llŷr"
    QTest.keyClicks(page.search, "zzz")
    qtbot.waitUntil(lambda: rows(page) == [])
    assert page.empty.isVisible()


def test_segments_show_one_state(page: ContributionsPage) -> None:
    select(page, "Amina Yusuf", "Tom Brennan")
    page.approve.click()
    for key, count in (("logged", 4), ("approved", 2), ("paid", 0), ("sent back", 0), ("all", 6)):
        page.filters.choose(key)
        assert len(rows(page)) == count, key


def test_several_are_approved_with_the_keyboard(
    room: Room, page: ContributionsPage, qtbot: QtBot
) -> None:
    select(page, "Amina Yusuf", "Tom Brennan")
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    with qtbot.waitSignal(page.approve_requested):
        QTest.keyClick(page, Qt.Key.Key_Return, CONTROL)
    assert room.last_words == "2 contributions approved."
    assert of(room, "Amina Yusuf").state is WorkState.APPROVED
    assert of(room, "Catrin Llŷr").state is WorkState.LOGGED
    assert shown(page, "Tom Brennan", "happened") == "Approved, to pay"


def test_all_shown_are_approved_but_the_operators_own(room: Room, page: ContributionsPage) -> None:
    own = of(room, "Tom Brennan").participant_id
    operator = room.office.operators.add("Tom Brennan", participant_id=own)
    room.office.operators.sit_down(operator.operator_id)
    assert not page.approve_all.isEnabled()
    page.filters.choose("logged")
    page.approve_all.click()
    assert room.last_words.startswith("4 approved. 2 are your own work")
    assert [row.participant for row in rows(page)] == ["Tom Brennan", "Tom Brennan"]


def test_nobody_approves_their_own_work(room: Room, page: ContributionsPage) -> None:
    own = of(room, "Tom Brennan").participant_id
    operator = room.office.operators.add("Tom Brennan", participant_id=own)
    room.office.operators.sit_down(operator.operator_id)
    select(page, "Amina Yusuf", "Tom Brennan")
    page.approve.click()
    assert room.said[-1][0] is MessageKind.BAD
    assert "their own work" in room.last_words
    assert of(room, "Amina Yusuf").state is WorkState.LOGGED


def test_one_is_sent_back_with_a_reason(room: Room, page: ContributionsPage) -> None:
    select(page, "Amina Yusuf")
    page.send_back.click()
    dialog = the_dialog(page, SendBackDialog)
    dialog.save_requested.emit()
    assert dialog.form.box("reason").error
    cast(QPlainTextEdit, dialog.form.box("reason").field).setPlainText("Was it one hour?")
    dialog.save_requested.emit()
    assert not dialog.isVisible()
    sent = of(room, "Amina Yusuf")
    assert (sent.state, sent.note) == (WorkState.SENT_BACK, "Was it one hour?")


def test_a_correction_is_priced_again_and_a_refusal_loses_nothing(
    room: Room, page: ContributionsPage
) -> None:
    select(page, "Amina Yusuf")
    page.correct.click()
    dialog = the_dialog(page, CorrectDialog)
    assert dialog.contribution() == of(room, "Amina Yusuf")
    line(dialog, "time").setText("24")
    line(dialog, "what").setText("Leaflet reading")
    dialog.form.check()
    dialog.save_requested.emit()
    assert "24 hours" in dialog.form.box("time").error
    assert line(dialog, "what").text() == "Leaflet reading"
    line(dialog, "time").setText("2h")
    dialog.form.check()
    dialog.save_requested.emit()
    saved = of(room, "Amina Yusuf")
    assert (saved.minutes, saved.offered_pence, saved.what) == (120, 5000, "Leaflet reading")
    assert shown(page, "Amina Yusuf", "offer") == "£50.00"


def test_a_correction_needs_a_day(room: Room, page: ContributionsPage) -> None:
    page.list.opened.emit(rows(page)[0])
    dialog = the_dialog(page, CorrectDialog)
    line(dialog, "day").setText("")
    dialog.form.check()
    assert dialog.contribution() is None
    assert dialog.form.box("day").error
    dialog.accept_saved()


@pytest.mark.parametrize(
    ("choice", "part", "agreed"),
    [(Choice.DECLINE, "", 0), (Choice.PART, "10", 1000), (Choice.VOUCHER, "", 2500)],
)
def test_what_a_person_chooses_can_change(
    room: Room, page: ContributionsPage, choice: Choice, part: str, agreed: int
) -> None:
    select(page, "Amina Yusuf")
    page.answer.click()
    dialog = the_dialog(page, AnswerDialog)
    cast("ChoiceEdit[Choice]", dialog.form.box("choice").field).set_value(choice)
    assert line(dialog, "part").isEnabled() == (choice is Choice.PART)
    QTest.keyClicks(line(dialog, "part"), part)
    dialog.save_requested.emit()
    saved = of(room, "Amina Yusuf")
    assert (saved.choice, saved.agreed_pence) == (choice, agreed)


def test_more_than_the_offer_cannot_be_chosen(room: Room, page: ContributionsPage) -> None:
    select(page, "Amina Yusuf")
    page.answer.click()
    dialog = the_dialog(page, AnswerDialog)
    cast("ChoiceEdit[Choice]", dialog.form.box("choice").field).set_value(Choice.PART)
    dialog.save_requested.emit()
    assert dialog.form.box("part").error
    QTest.keyClicks(line(dialog, "part"), "99")
    dialog.save_requested.emit()
    assert "£25.00" in dialog.form.box("part").error
    assert of(room, "Amina Yusuf").choice is Choice.ACCEPT
    dialog.accept_saved()


def test_a_removed_contribution_comes_back(room: Room, page: ContributionsPage) -> None:
    select(page, "Amina Yusuf")
    page.remove.click()
    assert "Leaflet workshop of Amina Yusuf" in room.last_words
    assert len(rows(page)) == 5
    room.office.history.undo()
    assert len(rows(page)) == 6


def test_a_hidden_list_is_fetched_again_when_it_is_shown(
    room: Room, page: ContributionsPage
) -> None:
    page.hide()
    room.office.contributions.remove(of(room, "Amina Yusuf").contribution_id)
    assert len(rows(page)) == 6
    page.show()
    cast(Screen, page.property("screen")).refresh()
    assert len(rows(page)) == 5


def test_only_what_fits_the_selection_is_offered(room: Room, page: ContributionsPage) -> None:
    page.list.table.clearSelection()
    buttons = (page.approve, page.send_back, page.correct, page.answer, page.remove)
    assert not any(button.isEnabled() for button in buttons)
    select(page, "Amina Yusuf", kind="Travel time")
    assert page.correct.isEnabled()
    assert not page.answer.isEnabled()
    select(page, "Amina Yusuf", "Tom Brennan")
    assert page.approve.isEnabled()
    assert not page.correct.isEnabled()
    piece = of(room, "Amina Yusuf")
    with room.office.desk.transaction("pay") as work:
        work.update(dataclasses.replace(piece, state=WorkState.PAID))
    select(page, "Amina Yusuf")
    assert not any(button.isEnabled() for button in buttons)
    assert shown(page, "Amina Yusuf", "happened") == "Paid"


def test_too_many_rows_are_not_approved_by_hand(room: Room, page: ContributionsPage) -> None:
    page.too_many_selected.emit()
    assert "Approve all shown" in room.last_words


def test_why_explains_a_row_and_follows_the_keyboard(page: ContributionsPage) -> None:
    first = rows(page)[0]
    page.list.followed.emit(first, "why")
    assert page.why.isVisible()
    assert first.participant in page.why.text
    select(page, "Catrin Llŷr")
    assert "Why £25.00?" in page.why.text
    assert "Catrin Llŷr" in page.why.text
    assert "Declined" in page.why.text


def test_every_control_has_a_name_and_the_model_is_sound(page: ContributionsPage) -> None:
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.list.followed.emit(rows(page)[0], "why")
    assert unnamed_controls(page) == []
    for open_it, kind in (
        (page.correct, CorrectDialog), (page.answer, AnswerDialog), (page.send_back, SendBackDialog)
    ):  # fmt: skip
        select(page, "Amina Yusuf")
        open_it.click()
        dialog = the_dialog(page, kind)
        assert unnamed_controls(dialog) == []
        dialog.reject()


def test_unpaid_and_salaried_work_say_so(room: Room, page: ContributionsPage) -> None:
    for pay, words in ((Pay.UNPAID, "No offer"), (Pay.SALARY, "In salary")):
        corrected = dataclasses.replace(of(room, "Tom Brennan"), pay=pay)
        room.office.contributions.correct(corrected)
        assert shown(page, "Tom Brennan", "offer") == words
