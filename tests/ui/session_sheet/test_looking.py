"""While a sheet is typed, it says what there would be to look at; it blocks nothing."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.checks import CheckKind
from coprod_desktop.domain.participants import Participant
from coprod_desktop.services.sessions import SessionEntry, SessionRow
from coprod_desktop.ui.session_sheet.draft import EMPTY, DraftRow, Place
from coprod_desktop.ui.session_sheet.looking import check_notice
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.session_sheet.screen import make_screen
from tests.builders import TODAY
from tests.check_builders import a_finding
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project


@pytest.fixture
def people(room: Room) -> list[Participant]:
    """Add two people, of whom one was in a session today."""
    project = add_project(room.office)
    found = add_people(room.office, "Amina Yusuf", "Tom Brennan")
    row = SessionRow(
        participant_id=found[0].participant_id,
        capacity=found[0].capacity,
        minutes=(("Meeting", 150),),
    )
    room.office.sessions.log(
        SessionEntry(
            project_id=project.project_id,
            title="Steering group",
            held_on=TODAY,
            starts_at="10:00",
            ends_at="12:30",
            kind_of_work="Meeting",
            rows=(row,),
        )
    )
    return found


@pytest.fixture
def page(room: Room, people: list[Participant], qtbot: QtBot) -> Iterator[SessionSheetPage]:
    screen = make_screen(room.context)
    made = cast(SessionSheetPage, screen.page)
    made.setProperty("screen", screen)  # as the window keeps it
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    screen.refresh()
    yield made
    made.hide()


def hold(page: SessionSheetPage, starts: int, ends: int) -> None:
    page.fields.starts.set_value(starts)
    page.fields.ends.set_value(ends)
    page.changed.emit()


def test_a_row_that_overlaps_is_told_with_its_reason_and_can_be_saved(
    room: Room, page: SessionSheetPage
) -> None:
    hold(page, 12 * 60, 13 * 60)
    page.sheet.put(0, Place.NAME, "Tom Brennan")
    assert page.foot.notice is None
    page.sheet.put(1, Place.NAME, "Amina Yusuf")
    notice = page.foot.notice
    assert notice is not None
    assert notice.heading == "Row 2: Amina Yusuf. The same hour twice"
    assert "Steering group, 10:00 to 12:30" in notice.reason
    assert notice.remark.startswith("Blocks nothing.")
    assert unnamed_controls(page) == []
    page.save.click()
    assert room.last_words.startswith("2 contributions saved")


def test_the_notice_goes_when_the_times_are_put_right(page: SessionSheetPage) -> None:
    hold(page, 12 * 60, 13 * 60)
    page.sheet.put(0, Place.NAME, "Amina Yusuf")
    assert page.foot.notice is not None
    hold(page, 13 * 60, 14 * 60)
    assert page.foot.notice is None


def test_an_overrun_is_about_the_whole_sheet(room: Room, page: SessionSheetPage) -> None:
    project = room.office.projects.named("Getting Home Well")
    room.office.projects.save(replace(project, budget_pence=7000))
    hold(page, 14 * 60, 15 * 60)
    page.sheet.put(0, Place.NAME, "Tom Brennan")
    notice = page.foot.notice
    assert notice is not None
    assert (notice.heading, notice.number) == ("Over the budget", None)
    assert "£17.50 more than the budget of £70.00" in notice.reason


def test_several_rows_are_counted_and_the_first_is_told(people: list[Participant]) -> None:
    rows = [DraftRow(participant=one) for one in people]
    found = [a_finding(participant_id=one.participant_id, kind=CheckKind.LOW_FEE) for one in people]
    notice = check_notice(found, [*rows, EMPTY])
    assert notice is not None
    assert notice.number == 0
    assert notice.remark.startswith("1 more to look at. Blocks nothing.")


def test_what_is_about_somebody_else_is_not_told(people: list[Participant]) -> None:
    rows = [DraftRow(participant=one) for one in people]
    assert check_notice([a_finding()], rows) is None
    assert check_notice([], rows) is None
