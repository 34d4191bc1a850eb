"""Drafts of work are found, and sent for approval one by one, several, or all of them."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Contribution, Pay, WorkState
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.ui.contributions.page import ContributionsPage
from coprod_desktop.ui.contributions.screen import make_screen
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.builders import WORKED_ON
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project

SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
SEND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def drafts(room: Room) -> list[Contribution]:
    """Keep three drafts, and log one piece of work that waits for approval."""
    project = add_project(room.office)
    people = add_people(room.office, "Amina Yusuf", "Catrin Llŷr", "Tom Brennan", "Nia Pugh")
    return [
        room.office.contributions.log(
            Contribution(
                contribution_id=0,
                participant_id=person.participant_id,
                project_id=project.project_id,
                worked_on=WORKED_ON,
                minutes=60,
                kind_of_work="Meeting",
                capacity=Capacity.LIVED_EXPERIENCE,
                what="Steering group",
                pay=Pay.PAID,
                state=WorkState.LOGGED if person.name == "Nia Pugh" else WorkState.DRAFT,
            )
        )
        for person in people
    ]


@pytest.fixture
def page(room: Room, drafts: list[Contribution], qtbot: QtBot) -> Iterator[ContributionsPage]:
    screen = make_screen(room.context)
    made = cast(ContributionsPage, screen.page)
    made.setProperty("screen", screen)  # as the window keeps it
    qtbot.addWidget(made)
    made.resize(1400, 700)
    made.show()
    screen.refresh()
    yield made
    made.hide()


def rows(page: ContributionsPage) -> list[ContributionSummary]:
    found = (page.rows.row_at(number) for number in range(page.rows.rowCount()))
    return [row for row in found if row is not None]


def select(page: ContributionsPage, *names: str) -> None:
    page.list.table.clearSelection()
    for number, row in enumerate(rows(page)):
        if row.participant in names:
            page.list.table.selectionModel().select(page.rows.index(number, 0), SELECT)


def state(room: Room, piece: Contribution) -> WorkState:
    return room.office.contributions.get(piece.contribution_id).state


def segments(page: ContributionsPage) -> list[str]:
    return [page.filters.tabText(at) for at in range(page.filters.count())]


def test_drafts_have_a_segment_a_mark_and_a_word(page: ContributionsPage) -> None:
    assert segments(page)[:3] == ["All", "Drafts 3", "To approve"]
    page.filters.choose("draft")
    assert {row.participant for row in rows(page)} == {"Amina Yusuf", "Catrin Llŷr", "Tom Brennan"}
    (column,) = [one for one in page.rows.columns if one.key == "happened"]
    assert column.text(rows(page)[0]) == "Draft"
    assert column.icon is not None
    assert column.icon(rows(page)[0]) is not None


def test_selected_drafts_are_sent_with_the_keyboard(
    room: Room, page: ContributionsPage, drafts: list[Contribution], qtbot: QtBot
) -> None:
    select(page, "Amina Yusuf", "Tom Brennan", "Nia Pugh")
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    with qtbot.waitSignal(page.send_requested):
        QTest.keyClick(page, Qt.Key.Key_A, SEND)
    assert room.last_words == "2 contributions sent for approval."
    assert [state(room, piece) for piece in drafts] == [
        WorkState.LOGGED, WorkState.DRAFT, WorkState.LOGGED, WorkState.LOGGED,
    ]  # fmt: skip
    assert segments(page)[1] == "Drafts 1"


def test_all_drafts_that_are_shown_are_sent(
    room: Room, page: ContributionsPage, drafts: list[Contribution]
) -> None:
    assert not page.send_all.isVisible()
    page.filters.choose("draft")
    page.typed.emit("brennan")
    page.send_all.click()
    assert room.last_words == "1 contribution sent for approval."
    page.typed.emit("")
    page.send_all.click()
    assert room.last_words == "2 contributions sent for approval."
    assert {state(room, piece) for piece in drafts} == {WorkState.LOGGED}
    assert not page.send_all.isEnabled()
    page.filters.choose("all")
    assert "Drafts 0" not in segments(page)
    assert not page.send_all.isVisible()


def test_a_draft_is_sent_from_the_panel_that_explains_it(
    room: Room, page: ContributionsPage, drafts: list[Contribution]
) -> None:
    (row,) = [one for one in rows(page) if one.participant == "Amina Yusuf"]
    page.list.followed.emit(row, "why")
    assert page.draft_note.isVisible()
    assert "Fixed once it is approved" in page.why.text
    assert unnamed_controls(page) == []
    page.draft_note.send.click()
    assert state(room, drafts[0]) is WorkState.LOGGED
    assert not page.draft_note.isVisible()


def test_a_draft_is_not_approved_before_it_is_sent(
    room: Room, page: ContributionsPage, drafts: list[Contribution]
) -> None:
    select(page, "Amina Yusuf")
    assert not page.approve.isEnabled()
    assert page.send.isVisible()
    assert page.correct.isEnabled()
    (row,) = [one for one in rows(page) if one.participant == "Amina Yusuf"]
    page.approve_requested.emit([row])
    assert room.said[-1][0] is MessageKind.BAD
    assert "Send it for approval first" in room.last_words
    assert state(room, drafts[0]) is WorkState.DRAFT


def test_what_is_sent_already_is_said_and_nothing_else_is_sent(
    room: Room, page: ContributionsPage, drafts: list[Contribution]
) -> None:
    page.send_requested.emit([drafts[0].contribution_id, drafts[3].contribution_id])
    assert "waits for approval already" in room.last_words
    assert state(room, drafts[0]) is WorkState.DRAFT


def test_sending_is_offered_only_where_there_is_a_draft(page: ContributionsPage) -> None:
    select(page, "Nia Pugh")
    assert not page.send.isVisible()
    assert page.send_back.isVisible()
    page.filters.choose("draft")
    assert page.send.isVisible()
    assert not page.send_back.isVisible()
    assert not page.approve_all.isVisible()


def test_a_draft_that_was_sent_can_be_taken_back(
    room: Room, page: ContributionsPage, drafts: list[Contribution]
) -> None:
    page.send_requested.emit([drafts[0].contribution_id])
    room.office.history.undo()
    assert state(room, drafts[0]) is WorkState.DRAFT
    assert segments(page)[1] == "Drafts 3"
