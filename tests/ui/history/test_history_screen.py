"""The history is read, narrowed, gone back and forth in, and what was removed is put back."""

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.list_looks import Look
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.ui.history.back_dialog import BackDialog
from coprod_desktop.ui.history.page import HistoryPage
from coprod_desktop.ui.history.screen import make_screen
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.builders import WORKED_ON
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> HistoryPage:
    made = make_screen(room.context)
    shown = cast(HistoryPage, made.page)
    qtbot.addWidget(shown)
    shown.setProperty("kept", made)  # the screen keeps the presenter alive
    made.refresh()
    shown.resize(1200, 800)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)  # only then do its keys work
    return shown


def told(page: HistoryPage) -> list[list[str]]:
    """Return who did what and how it stands, as it is on the screen."""
    rows = [page.changes.row_at(number) for number in range(page.changes.rowCount())]
    columns = page.changes.columns[1:4]
    return [[column.text(row) for column in columns] for row in rows if row is not None]


def words(page: HistoryPage) -> list[str]:
    """Return what the panel says."""
    return [one.text() for one in page.panel.findChildren(QLabel) if one.isVisible()]


def press(page: HistoryPage, key: Qt.Key) -> None:
    """Press a key of the page with Ctrl; a button answers after it was seen to go down."""
    QTest.keyClick(page, key, CTRL)
    QTest.qWait(150)


def choose(page: HistoryPage, row: int) -> None:
    page.list.table.setFocus()
    page.list.table.setCurrentIndex(page.changes.index(row, 2))


def log(room: Room, person: Participant, minutes: int = 60) -> Contribution:
    known = room.office.projects.open_projects()
    project = known[0] if known else add_project(room.office)
    return room.office.contributions.log(
        Contribution(
            contribution_id=0,
            participant_id=person.participant_id,
            project_id=project.project_id,
            worked_on=WORKED_ON,
            minutes=minutes,
            kind_of_work="Meeting",
            capacity=Capacity.LIVED_EXPERIENCE,
            what="Steering group",
            pay=Pay.PAID,
        )
    )


def test_changes_come_newest_first_and_follow_what_is_saved(room: Room, page: HistoryPage) -> None:
    (amina,) = add_people(room.office, "Amina Yusuf")
    room.office.participants.save(replace(amina, phone="029 2018 0555"))
    room.office.history.undo()
    assert told(page) == [
        ["Nia Morgan", "Took back: Changed a participant’s details", ""],
        ["Nia Morgan", "Changed a participant’s details", "Taken back"],
        ["Nia Morgan", "Added a participant", ""],
        ["Nia Morgan", "Made the file", ""],
    ]
    QAbstractItemModelTester(page.changes)
    assert unnamed_controls(page) == []


def test_the_panel_tells_from_what_to_what_in_words(room: Room, page: HistoryPage) -> None:
    (amina,) = add_people(room.office, "Amina Yusuf")
    logged = log(room, amina)
    room.office.contributions.correct(replace(logged, minutes=90, what="Tea & talk"))
    choose(page, 0)
    said = words(page)
    assert "Corrected a piece of work" in said
    assert any(one.startswith("Piece of work: Amina Yusuf, ") for one in said)
    assert "Hours: 1:00 → 1:30" in said
    assert "Offered: £25.00 → £37.50" in said
    assert "What: Steering group → Tea & talk" in said
    assert not [one for one in said if str(logged.contribution_id) in one]


def test_the_selected_change_is_taken_back_and_done_again_by_key(
    room: Room, page: HistoryPage
) -> None:
    add_people(room.office, "Amina Yusuf")
    room.office.saved_views.save("contributions", "Mine", Look())
    choose(page, 1)
    press(page, Qt.Key.Key_Return)
    assert room.said[-1] == (MessageKind.GOOD, "Taken back: Added a participant.")
    assert room.office.participants.everybody() == ()
    choose(page, 2)
    assert page.primary.words == "Do it again"
    press(page, Qt.Key.Key_Return)
    assert room.said[-1] == (MessageKind.GOOD, "Done again: Added a participant.")
    assert len(room.office.participants.everybody()) == 1


def test_what_stands_in_the_way_is_named(room: Room, page: HistoryPage) -> None:
    (amina,) = add_people(room.office, "Amina Yusuf")
    room.office.participants.save(replace(amina, phone="029 2018 0555"))
    choose(page, 1)
    page.primary.click()
    kind, sentence = room.said[-1]
    assert kind is MessageKind.BAD
    assert "Changed a participant’s details" in sentence


def test_going_back_shows_the_steps_first(room: Room, page: HistoryPage, qtbot: QtBot) -> None:
    people = add_people(room.office, "Amina Yusuf", "Catrin Llŷr")
    log(room, people[0])
    rows = [row[1] for row in told(page)]
    choose(page, rows.index("Added a participant"))
    press(page, Qt.Key.Key_T)
    (dialog,) = page.findChildren(BackDialog)
    shown = [dialog.rows.row_at(at) for at in range(dialog.rows.rowCount())]
    assert [step.change.verb for step in shown if step is not None] == [
        "log contribution",
        "add project",
        "add participant",
    ]
    assert unnamed_controls(dialog) == []
    assert len(room.office.participants.everybody()) == 2
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert [one.name for one in room.office.participants.everybody()] == ["Amina Yusuf"]
    assert "3 steps are taken back" in room.last_words


def test_the_list_is_narrowed_by_word_who_what_and_day(room: Room, page: HistoryPage) -> None:
    amina, _catrin = add_people(room.office, "Amina Yusuf", "Catrin Llŷr")
    log(room, amina)
    QTest.keyClicks(page.search, "yusuf")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert [row[1] for row in told(page)] == ["Logged a piece of work", "Added a participant"]
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    page.verb.set_value("add project")
    assert [row[1] for row in told(page)] == ["Added a project"]
    page.clear.click()
    assert len(told(page)) == 5
    page.who.set_value("Nia Morgan")
    assert len(told(page)) == 5
    page.day.set_day(WORKED_ON)
    page.day.day_changed.emit(WORKED_ON)
    assert told(page) == []
    page.clear.click()
    assert len(told(page)) == 5
    assert not page.clear.isVisible()


def test_what_was_removed_is_put_back_by_key(room: Room, page: HistoryPage) -> None:
    (amina,) = add_people(room.office, "Amina Yusuf")
    logged = log(room, amina)
    room.office.contributions.remove(logged.contribution_id)
    page.parts.choose("removed")
    row = page.removed.row_at(0)
    assert row is not None
    shown = [column.text(row) for column in page.removed.columns]
    assert shown[0].startswith("Amina Yusuf, ")
    assert (shown[1], shown[3]) == ("Piece of work", "Nia Morgan")
    page.removed_list.table.setFocus()
    page.removed_list.table.setCurrentIndex(page.removed.index(0, 0))
    press(page, Qt.Key.Key_Return)
    assert room.office.contributions.get(logged.contribution_id) == logged
    assert page.removed.rowCount() == 0
    assert "is in its place again." in room.last_words
    assert unnamed_controls(page) == []


def test_a_change_of_many_records_shows_more_when_asked(room: Room, page: HistoryPage) -> None:
    room.office.participants.add_all([f"Person {number}" for number in range(40)])
    choose(page, 0)
    assert page.panel._more.words == "Show more: 10 records"
    page.panel._more.click()
    said = words(page)
    assert "Participant: Person 39" in said
    assert not page.panel._more.isVisible()
