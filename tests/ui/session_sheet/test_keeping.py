"""A session is kept as a draft with the keyboard; what cannot be saved cannot be kept either."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.session_sheet.screen import make_screen
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project

KEEP = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[SessionSheetPage]:
    add_project(room.office)
    add_people(room.office, "Amina Yusuf", "Tom Brennan")
    screen: Screen = make_screen(room.context)
    made = cast(SessionSheetPage, screen.page)
    made.setProperty("kept", screen)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    screen.refresh()
    yield made
    made.hide()


def type_row(page: SessionSheetPage, number: int, name: str, time: str, expense: str = "") -> None:
    page.sheet.put(number, Place.NAME, name)
    page.sheet.put(number, Place.MET, time)
    if expense:
        page.sheet.put(number, Place.EXPENSE, expense)


def press_keep(page: SessionSheetPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.keep_requested):
        QTest.keyClick(page, Qt.Key.Key_S, KEEP)


def states(room: Room) -> list[WorkState]:
    found = room.office.contributions.page(ContributionFilter(), None, 50)
    return [one.state for one in found]


def test_work_and_expenses_are_kept_as_drafts_and_the_sheet_is_empty_again(
    room: Room, page: SessionSheetPage, qtbot: QtBot
) -> None:
    type_row(page, 0, "Amina Yusuf", "2.5", "4.60 bus")
    type_row(page, 1, "Tom Brennan", "1")
    press_keep(page, qtbot)
    assert room.last_words.startswith("2 contributions kept as drafts for ")
    assert "Nobody is asked to approve them until you send them." in room.last_words
    assert states(room) == [WorkState.DRAFT, WorkState.DRAFT]
    (claim,) = room.office.expenses.page(None, 10)
    assert claim.state is WorkState.DRAFT
    assert page.sheet.rows == ()


def test_saving_after_keeping_asks_for_approval_again(
    room: Room, page: SessionSheetPage, qtbot: QtBot
) -> None:
    type_row(page, 0, "Amina Yusuf", "1")
    press_keep(page, qtbot)
    type_row(page, 0, "Tom Brennan", "1")
    with qtbot.waitSignal(page.save_requested):
        QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert sorted(states(room)) == [WorkState.DRAFT, WorkState.LOGGED]


@pytest.mark.parametrize(("name", "time"), [("Amina Yusuf", "25"), ("Amina Yusuf", "x")])
def test_what_cannot_be_saved_is_not_kept_and_stays_as_typed(
    room: Room, page: SessionSheetPage, qtbot: QtBot, name: str, time: str
) -> None:
    type_row(page, 0, name, time)
    press_keep(page, qtbot)
    assert states(room) == []
    assert page.foot.notice is not None
    assert page.keep.isEnabled()
    assert len(page.sheet.rows) == 1


def test_an_empty_sheet_is_not_kept(room: Room, page: SessionSheetPage, qtbot: QtBot) -> None:
    press_keep(page, qtbot)
    assert "Nobody is on the sheet yet" in room.last_words


def test_keeping_is_offered_only_where_there_is_a_project(room: Room, qtbot: QtBot) -> None:
    screen = make_screen(room.context)
    page = cast(SessionSheetPage, screen.page)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    screen.refresh()
    assert not page.keep.isVisible()
    add_project(room.office)
    assert page.keep.isVisible()
    assert unnamed_controls(page) == []
    page.hide()
