"""While a row is typed, who asked to be told is told, and can wait or take a part."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.participants import Participant
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.session_sheet.screen import make_screen
from tests.builders import a_limit_watch
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[SessionSheetPage]:
    add_project(room.office)
    screen: Screen = make_screen(room.context)
    made = cast(SessionSheetPage, screen.page)
    made.setProperty("kept", screen)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    screen.refresh()
    yield made
    made.hide()


@pytest.fixture
def amina(room: Room, page: SessionSheetPage) -> Participant:
    """Let Amina ask for £50.00 a week; Tom asks for nothing."""
    amina, _tom = add_people(room.office, "Amina Yusuf", "Tom Brennan")
    room.office.limits.save(a_limit_watch(participant_id=amina.participant_id, own_pence=5_000))
    return amina


def type_rows(page: SessionSheetPage, *rows: tuple[str, str]) -> None:
    for number, (name, time) in enumerate(rows):
        page.sheet.put(number, Place.NAME, name)
        page.sheet.put(number, Place.MET, time)


def press(page: SessionSheetPage, words: str) -> None:
    found = (one for one in page.limits.findChildren(QPushButton) if one.isVisible())
    next(one for one in found if one.text().startswith(words)).click()


def told(page: SessionSheetPage) -> list[tuple[str, int]]:
    return [(note.heading, note.number) for note in page.limits.notes]


def test_only_who_asked_is_told_about_and_only_when_it_is_close(
    page: SessionSheetPage, amina: Participant
) -> None:
    type_rows(page, ("Tom Brennan", "9"), ("Amina Yusuf", "1"))
    assert told(page) == []
    page.sheet.put(1, Place.MET, "2")
    assert told(page) == [("Amina Yusuf asked to be told: exactly at their limit", 1)]
    page.sheet.put(1, Place.MET, "2:01")
    assert told(page) == [("Amina Yusuf asked to be told: over their limit", 1)]
    assert unnamed_controls(page) == []
    page.sheet.put(1, Place.ANSWER, "declined")
    assert told(page) == []


def test_waiting_defers_the_payment_of_the_row(
    room: Room, page: SessionSheetPage, amina: Participant
) -> None:
    type_rows(page, ("Tom Brennan", "1"), ("Amina Yusuf", "3"))
    press(page, "Wait with this payment")
    answer = page.sheet.row_at(1).answer
    assert answer is not None
    assert (answer.pay, answer.choice) == (Pay.PAID, Choice.DEFER)
    assert told(page) == []
    assert page.grid.view.currentIndex().column() == Place.ANSWER
    assert page.sheet.row_at(0).answer != answer


def test_taking_a_part_sets_the_largest_that_fits(
    room: Room, page: SessionSheetPage, amina: Participant
) -> None:
    type_rows(page, ("Amina Yusuf", "3"))
    press(page, "Take part of it, £50.00")
    answer = page.sheet.row_at(0).answer
    assert answer is not None
    assert (answer.choice, answer.part_pence) == (Choice.PART, 5_000)
    assert told(page) == [("Amina Yusuf asked to be told: exactly at their limit", 0)]
    page.save_requested.emit()
    (saved,) = room.office.contributions.page(ContributionFilter(), None, 9)
    assert (saved.agreed_pence, saved.offered_pence) == (5_000, 7_500)


def test_the_warning_does_not_keep_the_sheet_from_being_saved(
    room: Room, page: SessionSheetPage, amina: Participant
) -> None:
    type_rows(page, ("Amina Yusuf", "9"))
    assert told(page)
    page.save_requested.emit()
    assert len(room.office.contributions.page(ContributionFilter(), None, 9)) == 1
    assert told(page) == []


def test_what_is_asked_meanwhile_is_told_at_once(
    room: Room, page: SessionSheetPage, amina: Participant
) -> None:
    type_rows(page, ("Amina Yusuf", "3"))
    room.office.limits.stop(amina.participant_id)
    assert told(page) == []
    room.office.limits.save(a_limit_watch(participant_id=amina.participant_id, own_pence=7_500))
    assert told(page) == [("Amina Yusuf asked to be told: exactly at their limit", 0)]
