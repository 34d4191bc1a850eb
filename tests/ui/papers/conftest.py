"""Somebody with work, and the dialogs about their papers."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.participants import Participant
from coprod_desktop.ui.papers.person_papers import PersonPapers
from tests.ui.papers.working import log_work
from tests.ui.rooms import Room, add_people


@pytest.fixture
def parent(room: Room, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def papers(room: Room, parent: QWidget) -> PersonPapers:
    return PersonPapers(room.context, parent)


@pytest.fixture
def amina(room: Room) -> Participant:
    (person,) = add_people(room.office, "Amina Yusuf")
    log_work(room, person)
    return person
