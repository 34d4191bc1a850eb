"""Contributions that are worth a second look are marked, explained and set aside."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.checks import CheckKind
from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.ui.contributions.dialogs import CorrectDialog
from coprod_desktop.ui.contributions.page import ContributionsPage
from coprod_desktop.ui.contributions.screen import make_screen
from coprod_desktop.ui.findings import DismissDialog
from tests.builders import WORKED_ON
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project


@pytest.fixture
def twice(room: Room) -> list[Contribution]:
    """Log the same work twice, and something else."""
    project = add_project(room.office)
    (person,) = add_people(room.office, "Amina Yusuf")
    plain = Contribution(
        contribution_id=0,
        participant_id=person.participant_id,
        project_id=project.project_id,
        worked_on=WORKED_ON,
        minutes=60,
        kind_of_work="Meeting",
        capacity=Capacity.CARER,
        what="Steering group",
        pay=Pay.PAID,
    )
    others = (plain, plain, replace(plain, minutes=30, kind_of_work="Reading"))
    return [room.office.contributions.log(one) for one in others]


@pytest.fixture
def page(room: Room, twice: list[Contribution], qtbot: QtBot) -> Iterator[ContributionsPage]:
    screen = make_screen(room.context)
    made = cast(ContributionsPage, screen.page)
    made.setProperty("screen", screen)  # as the window keeps it
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    screen.refresh()
    qtbot.waitUntil(lambda: marks(made) == ["", "Twice?", "Twice?"])
    yield made
    made.hide()


def rows(page: ContributionsPage) -> list[ContributionSummary]:
    found = (page.rows.row_at(number) for number in range(page.rows.rowCount()))
    return [row for row in found if row is not None]


def marks(page: ContributionsPage) -> list[str]:
    (column,) = [one for one in page.rows.columns if one.key == "check"]
    return sorted(column.text(row) for row in rows(page))


def said(page: ContributionsPage) -> list[str]:
    labels = page.findings.findChildren(QLabel)
    return [one.text() for one in labels if one.isVisibleTo(page.findings)]


def follow_mark(page: ContributionsPage) -> None:
    """Go to a mark with the keyboard and press Enter on it."""
    keys = [column.key for column in page.rows.columns]
    number = next(n for n, row in enumerate(rows(page)) if page.marks.of(row))
    page.list.table.setCurrentIndex(page.rows.index(number, keys.index("check")))
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)


def test_a_mark_leads_to_its_reason_beside_that_of_the_amount(page: ContributionsPage) -> None:
    follow_mark(page)
    assert page.why.isVisible()
    (found,) = page.findings.findings
    assert found.kind is CheckKind.DUPLICATE
    assert page.findings.isVisible()
    assert "£25.00" in page.why.text
    assert unnamed_controls(page) == []


def test_a_row_without_a_finding_shows_the_amount_alone(page: ContributionsPage) -> None:
    follow_mark(page)
    plain = next(row for row in rows(page) if not page.marks.of(row))
    page.why_requested.emit(plain)
    assert not page.findings.isVisible()


def test_a_dismissal_takes_the_marks_away_and_undo_brings_them_back(
    room: Room, page: ContributionsPage, qtbot: QtBot
) -> None:
    follow_mark(page)
    page.findings.dismiss_requested.emit(page.findings.findings[0])
    (dialog,) = [one for one in page.findChildren(DismissDialog) if one.isVisible()]
    dialog.note.setPlainText("Morning and afternoon.")
    dialog.save_requested.emit()
    assert page.findings.findings == ()
    assert any("“Morning and afternoon.”" in words for words in said(page))
    qtbot.waitUntil(lambda: marks(page) == ["", "", ""])
    room.office.history.undo()
    assert len(page.findings.findings) == 1
    qtbot.waitUntil(lambda: marks(page) == ["", "Twice?", "Twice?"])


def test_a_finding_keeps_nobody_from_approving(room: Room, page: ContributionsPage) -> None:
    page.list.table.selectAll()
    page.approve.click()
    assert room.last_words == "3 contributions approved."


def test_a_correction_says_while_it_is_typed_what_there_would_be_to_look_at(
    page: ContributionsPage, qtbot: QtBot
) -> None:
    plain = next(row for row in rows(page) if not page.marks.of(row))
    page.correct_requested.emit(plain)
    (dialog,) = [one for one in page.findChildren(CorrectDialog) if one.isVisible()]
    assert dialog.remark == ""
    field = cast(QLineEdit, dialog.form.box("day").field)
    field.selectAll()
    QTest.keyClicks(field, "1 Dec 2026")
    qtbot.waitUntil(lambda: "In the future" in dialog.remark)
    assert "It can be saved all the same." in dialog.remark
    dialog.accept_saved()


def test_the_column_of_marks_takes_no_room_without_any(
    page: ContributionsPage, qtbot: QtBot
) -> None:
    place = [column.key for column in page.rows.columns].index("check")
    assert not page.list.table.isColumnHidden(place)
    page.marks.show({})
    assert page.list.table.isColumnHidden(place)
    page.marks.look_again()
    qtbot.waitUntil(lambda: not page.list.table.isColumnHidden(place))
