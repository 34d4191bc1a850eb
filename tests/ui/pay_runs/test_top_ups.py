"""After a back-dated rise the list says what is owed; it can be looked at and paid once."""

import datetime
from typing import cast

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.participants import Capacity, PaidBy
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.services.sessions import SessionEntry, SessionRow
from coprod_desktop.ui.pay_runs.page import PayRunsPage
from coprod_desktop.ui.pay_runs.screen import make_screen
from coprod_desktop.ui.pay_runs.top_ups_dialog import TopUpsDialog
from tests.builders import TODAY, a_participant, a_policy
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_project


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> PayRunsPage:
    """Let Amina and Tom, who takes £10.00 of it, be owed £50.00 each at £25.00 an hour."""
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
    (toms,) = office.contributions.page(
        ContributionFilter(participant_id=people[1].participant_id), None, 5
    )
    office.contributions.choose(toms.contribution_id, Choice.PART, 1000)
    office.approvals.approve_up_to(TODAY)
    made = make_screen(room.context)
    shown = cast(PayRunsPage, made.page)
    qtbot.addWidget(shown)
    shown.setProperty("kept", made)
    made.refresh()
    return shown


def rise(room: Room, hourly_pence: int = 2600) -> None:
    first_of_month = TODAY.replace(day=1)
    room.office.policies.save(a_policy(hourly_pence=hourly_pence).text, first_of_month)


def links(page: PayRunsPage) -> dict[str, QPushButton]:
    return {one.text(): one for one in page.notice.findChildren(QPushButton)}


def the_dialog(page: PayRunsPage) -> TopUpsDialog:
    links(page)["Look at the differences"].click()
    (dialog,) = (one for one in page.findChildren(TopUpsDialog) if one.isVisible())
    return dialog


def test_nothing_is_said_until_the_rules_rise(room: Room, page: PayRunsPage) -> None:
    assert page.notice.heading == ""
    assert not page.notice.isVisibleTo(page)
    rise(room)
    said = page.notice.heading.replace("\N{NO-BREAK SPACE}", " ")
    assert said == "£2.00 is owed after the rise of 1 November 2026"
    assert page.notice.isVisibleTo(page)
    assert unnamed_controls(page.notice) == []
    room.office.history.undo()
    assert page.notice.heading == ""


def test_the_list_says_who_gets_what_and_who_nothing_and_why(room: Room, page: PayRunsPage) -> None:
    rise(room)
    dialog = the_dialog(page)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in (dialog.rows, dialog.none)]
    assert (dialog.rows.rowCount(), dialog.none.rowCount(), len(testers)) == (1, 1, 2)
    assert dialog.list.totals.totals["on_top"] == "£2.00"
    dialog.list.table.selectRow(0)
    assert "£50.00 was agreed by policy version 1" in dialog.told.text()
    dialog.none_list.table.selectRow(0)
    assert dialog.told.text().startswith("They chose a part of the offer")
    assert unnamed_controls(dialog) == []
    dialog.reject()


def test_a_run_is_prepared_from_the_list_and_opened(room: Room, page: PayRunsPage) -> None:
    rise(room)
    dialog = the_dialog(page)
    pay_on = TODAY + datetime.timedelta(days=3)
    dialog.pay_on.set_day(pay_on)
    dialog.prepare.click()
    assert not dialog.isVisible()
    (row,) = room.office.pay_runs.summaries()
    assert (row.is_top_up, row.payment_pence, row.pay_on) == (True, 200, pay_on)
    assert page.header.title == "Pay run 1"
    assert page.run.payments.rowCount() == 1
    assert page.run.held.rowCount() == 0
    assert not page.notice.isVisibleTo(page)
    assert "nothing but the differences" in room.last_words
    page.run.why_requested.emit(page.run.payments.row_at(0))
    assert "On top of work that was agreed before." in page.why.text
    page.back_requested.emit()
    assert page.rows.columns[0].text(row) == "1, top-up"
    assert page.notice.heading == ""


def test_a_run_is_prepared_from_the_card_and_taking_it_back_says_it_again(
    room: Room, page: PayRunsPage
) -> None:
    rise(room)
    links(page)["Prepare a top-up run"].click()
    assert page.header.title == "Pay run 1"
    room.office.pay_runs.reverse(1, "Wrong day")
    page.back_requested.emit()
    assert page.notice.isVisibleTo(page)


def test_a_run_that_cannot_be_is_refused_in_the_list(room: Room, page: PayRunsPage) -> None:
    rise(room)
    dialog = the_dialog(page)
    room.office.top_ups.prepare()
    dialog.prepare.click()
    assert dialog.isVisible()
    assert dialog.prepare.isEnabled()
    assert len(room.office.pay_runs.summaries()) == 1
    dialog.reject()
