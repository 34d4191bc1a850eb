"""Correcting a contribution asks for what the policy asks about, and says what is offered then."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.ui.contributions.dialogs import CorrectDialog
from coprod_desktop.ui.contributions.page import ContributionsPage
from coprod_desktop.ui.contributions.screen import make_screen
from tests.asking_policy import POLICY
from tests.builders import WORKED_ON
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project, type_text


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[ContributionsPage]:
    room.office.policies.save(POLICY, WORKED_ON)
    (amina,) = add_people(room.office, "Amina Yusuf")
    project = add_project(room.office)
    for kind in ("Meeting", "Reading"):
        room.office.contributions.log(
            Contribution(
                contribution_id=0,
                participant_id=amina.participant_id,
                project_id=project.project_id,
                worked_on=WORKED_ON,
                minutes=60,
                kind_of_work=kind,
                capacity=Capacity.LIVED_EXPERIENCE,
                what=kind,
                pay=Pay.PAID,
            )
        )
    screen = make_screen(room.context)
    made = cast(ContributionsPage, screen.page)
    made.setProperty("screen", screen)  # as the window keeps it
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    screen.refresh()
    yield made
    made.hide()


def corrected(page: ContributionsPage, kind: str, qtbot: QtBot) -> CorrectDialog:
    """Open the form that corrects the piece of work of a kind."""
    found = (page.rows.row_at(number) for number in range(page.rows.rowCount()))
    (row,) = [row for row in found if row is not None and row.kind_of_work == kind]
    page.correct_requested.emit(row)
    (dialog,) = [one for one in page.findChildren(CorrectDialog) if one.isVisible()]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def amount(dialog: CorrectDialog) -> str:
    return "" if dialog.asked.answer is None else dialog.asked.answer.amount


def test_a_cancelled_meeting_is_offered_its_half_and_saved_by_the_keyboard_alone(
    room: Room, page: ContributionsPage, qtbot: QtBot
) -> None:
    dialog = corrected(page, "Meeting", qtbot)
    assert amount(dialog) == "£20.00"
    assert unnamed_controls(dialog) == []
    dialog.form.box("note").field.setFocus()
    for typed in ("us", "20h"):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        type_text(focused(), typed)
    qtbot.waitUntil(lambda: amount(dialog) == "£10.00")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    rows = (page.rows.row_at(number) for number in range(page.rows.rowCount()))
    ids = [row.contribution_id for row in rows if row is not None]
    saved = [room.office.contributions.get(one) for one in ids]
    (meeting,) = [one for one in saved if one.kind_of_work == "Meeting"]
    assert (meeting.offered_pence, meeting.circumstances) == (
        1000,
        'cancelled_by = "us"\nnotice = "1200m"',
    )


def test_work_that_is_asked_nothing_shows_nothing_more(
    page: ContributionsPage, qtbot: QtBot
) -> None:
    dialog = corrected(page, "Reading", qtbot)
    assert not dialog.asked.isVisible()
    assert dialog.asked.answer is None
    dialog.accept_saved()
