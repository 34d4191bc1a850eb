"""Preparing a pay run tells again who asked to be told, and lets their money wait."""

import dataclasses
from typing import cast

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.participants import Capacity, PaidBy
from coprod_desktop.services.sessions import SessionEntry, SessionRow
from coprod_desktop.ui.pay_runs.page import PayRunsPage
from coprod_desktop.ui.pay_runs.prepare_dialog import PrepareDialog
from coprod_desktop.ui.pay_runs.screen import make_screen
from tests.builders import TODAY, a_limit_watch, a_participant
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_project


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> PayRunsPage:
    """Let Amina, who asked for £40.00 a week, and Tom be owed £50.00 each."""
    office, project = room.office, add_project(room.office)
    people = [
        office.participants.add(a_participant(name=name, paid_by=PaidBy.CASH))
        for name in ("Amina Yusuf", "Tom Brennan")
    ]
    rows = tuple(
        SessionRow(
            participant_id=person.participant_id,
            capacity=Capacity.LIVED_EXPERIENCE,
            minutes=(("Meeting", 120),),
        )
        for person in people
    )
    office.sessions.log(
        SessionEntry(
            project_id=project.project_id,
            title="Workshop",
            held_on=TODAY,
            kind_of_work="Meeting",
            rows=rows,
        )
    )
    office.approvals.approve_up_to(TODAY)
    amina_id = people[0].participant_id
    office.limits.save(a_limit_watch(participant_id=amina_id, own_pence=4_000))
    made = make_screen(room.context)
    shown = cast(PayRunsPage, made.page)
    qtbot.addWidget(shown)
    shown.setProperty("kept", made)
    made.refresh()
    return shown


def the_dialog(page: PayRunsPage) -> PrepareDialog:
    page.step_requested.emit()
    (dialog,) = (one for one in page.findChildren(PrepareDialog) if one.isVisible())
    return dialog


def test_the_form_tells_before_the_run_and_the_money_can_wait(
    room: Room, page: PayRunsPage
) -> None:
    dialog = the_dialog(page)
    (note,) = dialog.limits.notes
    assert note.heading == "Amina Yusuf asked to be told: over their limit"
    assert "the day of this pay run" in note.reason
    assert unnamed_controls(dialog) == []
    (wait,) = (one for one in dialog.limits.findChildren(QPushButton) if one.isVisible())
    assert wait.text() == "Wait with this payment"
    wait.click()
    assert dialog.limits.notes == ()
    assert dialog._outlook.text() == "1 person would be paid £50.00 in all. 1 is held."
    assert "Amina Yusuf" in room.last_words
    dialog.save_requested.emit()
    assert page.run.payments.rowCount() == 1
    assert page.run.limits.notes == ()


def test_the_form_grows_with_what_it_tells(page: PayRunsPage, qtbot: QtBot) -> None:
    dialog = the_dialog(page)
    qtbot.waitUntil(lambda: dialog.limits.visibleRegion().boundingRect().height() > 100)
    tall = dialog.height()
    dialog.limits.wait_requested.emit(dialog.limits.notes[0])
    qtbot.waitUntil(lambda: dialog.height() < tall)
    dialog.accept_saved()


def test_another_day_of_payment_is_another_week(room: Room, page: PayRunsPage) -> None:
    dialog = the_dialog(page)
    before = dialog.limits.notes[0].warning.money.period
    dialog.pay_on.set_day(TODAY.replace(month=12))
    after = dialog.limits.notes[0].warning.money.period
    assert after.first_on > before.last_on
    dialog.accept_saved()


def test_a_prepared_run_tells_what_can_still_be_done(room: Room, page: PayRunsPage) -> None:
    the_dialog(page).save_requested.emit()
    (note,) = page.run.limits.notes
    assert note.name == "Amina Yusuf"
    assert not page.run.limits.findChildren(QPushButton)
    number = room.office.pay_runs.summaries()[0].number
    charity = room.office.organisation.get()
    room.office.organisation.save(dataclasses.replace(charity, four_eyes_note="One trustee."))
    room.office.pay_runs.approve(number)
    assert page.run.limits.notes == ()  # it is decided
