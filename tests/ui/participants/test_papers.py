"""The papers of a person are found and made from their panel."""

from typing import cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.issued_papers import PaperKind
from coprod_desktop.domain.participants import Participant
from coprod_desktop.ui.papers.another_dialog import AnotherPaperDialog
from coprod_desktop.ui.papers.papers_dialog import PapersDialog
from coprod_desktop.ui.participants.page import ParticipantsPage
from coprod_desktop.ui.participants.screen import make_screen
from coprod_desktop.ui.widgets.buttons import Button
from tests.ui.accessibility import unnamed_controls
from tests.ui.papers.working import DAYS, log_work, the
from tests.ui.rooms import Room, add_people


@pytest.fixture
def amina(room: Room) -> Participant:
    (person,) = add_people(room.office, "Amina Yusuf")
    log_work(room, person)
    return person


@pytest.fixture
def page(room: Room, amina: Participant, qtbot: QtBot) -> ParticipantsPage:
    made = make_screen(room.context)
    qtbot.addWidget(made.page)
    made.refresh()
    page = cast(ParticipantsPage, made.page)
    page.show()
    page.list.table.selectRow(0)
    QTest.qWait(1)
    return page


def words(page: ParticipantsPage) -> str:
    shown = (one for one in page.panel.findChildren(QLabel) if one.isVisible())
    return " ".join(one.text() for one in shown)


def press(page: ParticipantsPage, text: str) -> None:
    (button,) = (one for one in page.panel.findChildren(Button) if one.words == text)
    button.click()


def test_the_panel_names_the_latest_papers_and_how_they_read(
    room: Room, page: ParticipantsPage, amina: Participant
) -> None:
    assert "They read: Clear print." in words(page)
    assert "No paper was made yet." in words(page)
    room.office.issued_papers.issue(PaperKind.CHECK, amina.participant_id, DAYS)
    assert "Q-2026-0001 · Please check this" in words(page)
    assert "Waits for an answer" in words(page)
    assert unnamed_controls(page) == []
    page.hide()


def test_another_paper_and_all_papers_are_a_press_away(
    room: Room, page: ParticipantsPage, amina: Participant
) -> None:
    press(page, "Another paper")
    the(page, AnotherPaperDialog).accept_saved()
    room.office.issued_papers.issue(PaperKind.LETTER, amina.participant_id, DAYS)
    press(page, "All their papers")
    shown = the(page, PapersDialog)
    assert "L-2026-0001" in shown.viewer.words()
    shown.accept()
    page.hide()
