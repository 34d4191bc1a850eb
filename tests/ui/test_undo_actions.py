"""Undo and Redo of the menu follow the history of the file, and say why something stays."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.services.session_kits import PlannedSession
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.undo_actions import UndoActions
from coprod_desktop.ui.window_menus import MenuName
from tests.builders import TODAY
from tests.ui.cash.hands import hand_out
from tests.ui.rooms import Room, add_people, add_project, word

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    made = MainWindow(theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def actions(window: MainWindow, room: Room) -> UndoActions:
    made = UndoActions(window, ImmediateTasks(), word)
    room.context.changes.subscribe(frozenset({"participants", "issued_papers"}), made.refresh)
    made.use(room.office)
    return made


def steps(window: MainWindow) -> list[str]:
    return [one.text() for one in window.menus.menu(MenuName.EDIT).actions()[:2]]


def offered(window: MainWindow) -> dict[str, QPushButton]:
    """Return the links of the message on show, by their words."""
    assert window._bar is not None
    return {one.text(): one for one in window._bar.findChildren(QPushButton) if one.text()}


def test_the_words_of_both_follow_every_saved_change(
    window: MainWindow, actions: UndoActions, room: Room
) -> None:
    assert steps(window) == ["Undo", "Redo"]
    add_people(room.office, "Amina Yusuf")
    assert steps(window) == ["Undo: Added a participant", "Redo"]
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert steps(window) == ["Undo", "Redo: Added a participant"]
    offered(window)["Redo"].click()
    assert window.message == "Done again: Added a participant."
    offered(window)["Undo"].click()
    assert room.office.participants.everybody() == ()
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert len(room.office.participants.everybody()) == 1
    actions.use(None)
    assert steps(window) == ["Undo", "Redo"]


def make_papers(room: Room) -> None:
    """Make the papers of a session, after somebody was added."""
    project = add_project(room.office)
    add_people(room.office, "Catrin Llŷr")
    planned = PlannedSession(project_id=project.project_id, title="Garden", held_on=TODAY)
    room.office.session_kits.planned(planned)


def test_a_paper_that_is_out_stays_and_the_step_before_is_offered(
    window: MainWindow, actions: UndoActions, room: Room
) -> None:
    make_papers(room)
    actions.refresh()
    assert steps(window)[0] == "Undo: Made the papers for a session stays…"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert "out of the house" in window.message
    assert len(room.office.participants.everybody()) == 1
    offered(window)["Take back the step before: Added a participant"].click()
    assert room.office.participants.everybody() == ()


def test_a_step_in_the_way_is_said_and_nothing_changes(
    window: MainWindow, actions: UndoActions, room: Room
) -> None:
    (amina,) = add_people(room.office, "Amina Yusuf")
    number = room.office.history.latest(1)[0].change_id
    room.office.participants.save(replace(amina, phone="029 2018 0555"))
    actions.undo_one(number)
    assert "Take this back first: “Changed a participant’s details”." in window.message
    assert len(room.office.participants.everybody()) == 1


def test_money_that_left_leads_to_the_pay_runs(
    window: MainWindow, actions: UndoActions, room: Room
) -> None:
    hand_out(room, ("Amina Yusuf", PaidBy.CASH, 25))
    actions.refresh()
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert "Take the pay run back instead" in window.message
    assert "Show pay runs" in offered(window)
