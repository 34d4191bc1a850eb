"""A prepared run says what there is to look at first; nothing stops it."""

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.checks import CheckKind
from coprod_desktop.domain.participants import Capacity, PaidBy
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.services.sessions import SessionEntry, SessionRow
from coprod_desktop.ui.findings import DismissDialog
from coprod_desktop.ui.pay_runs.page import PayRunsPage
from coprod_desktop.ui.pay_runs.screen import make_screen
from tests.builders import TODAY, a_participant
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_project


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> PayRunsPage:
    """Prepare a run in which Amina stands twice with the same hours, and Tom once."""
    office, project = room.office, add_project(room.office)
    amina, tom = (
        office.participants.add(a_participant(name=name, paid_by=PaidBy.CASH))
        for name in ("Amina Yusuf", "Tom Brennan")
    )
    rows = tuple(
        SessionRow(
            participant_id=person.participant_id,
            capacity=Capacity.LIVED_EXPERIENCE,
            minutes=(("Meeting", 120),),
        )
        for person in (amina, amina, tom)
    )
    entry = SessionEntry(
        project_id=project.project_id,
        title="Workshop",
        held_on=TODAY,
        kind_of_work="Meeting",
        rows=rows,
    )
    office.sessions.log(entry)
    office.approvals.approve_up_to(TODAY)
    number = office.pay_runs.prepare(TODAY).run.number
    screen = make_screen(room.context)
    made = cast(PayRunsPage, screen.page)
    made.setProperty("screen", screen)  # as the window keeps it
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    screen.refresh()
    made.open_requested.emit(next(iter(office.pay_runs.summaries())))
    assert number == 1
    return made


def test_a_link_counts_what_there_is_and_opens_it_with_names(page: PayRunsPage) -> None:
    assert page.run.look.words == "1 thing to look at first"
    page.run.look.click()
    assert page.look.isVisible()
    (found,) = page.look.cards.findings
    assert found.kind is CheckKind.DUPLICATE
    assert unnamed_controls(page) == []
    page.run.why_requested.emit(page.run.payments.row_at(0))
    assert page.why.isVisible()
    assert not page.look.isVisible()
    page.run.look.click()
    assert not page.why.isVisible()
    page.hide()


def test_what_is_set_aside_is_gone_at_once(room: Room, page: PayRunsPage) -> None:
    page.run.look.click()
    page.look.cards.dismiss_requested.emit(page.look.cards.findings[0])
    (dialog,) = [one for one in page.findChildren(DismissDialog) if one.isVisible()]
    dialog.note.setPlainText("She led two groups, one after the other.")
    dialog.save_requested.emit()
    assert not page.look.isVisible()
    assert not page.run.look.isVisible()
    room.office.history.undo()
    assert page.run.look.isVisible()
    page.hide()


def test_a_run_is_approved_whatever_was_found(room: Room, page: PayRunsPage) -> None:
    second = room.office.operators.add("Idris Vaughan")
    room.office.operators.sit_down(second.operator_id)
    page.step_requested.emit()
    (run,) = room.office.pay_runs.summaries()
    assert run.state is RunState.APPROVED
    assert not page.run.look.isVisible()
    page.hide()
