"""Claims that are worth a second look are marked, explained and set aside, and can be paid."""

import datetime
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.checks import CheckKind
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.ui.expenses.page import ExpensesPage
from coprod_desktop.ui.expenses.screen import make_screen
from coprod_desktop.ui.findings import DismissDialog
from tests.builders import WORKED_ON
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project


def log(room: Room, *pence: int) -> None:
    project = add_project(room.office)
    (person,) = add_people(room.office, "Amina Yusuf")
    for amount in pence:
        line = ExpenseLine(spent_on=WORKED_ON, kind=ExpenseKind.PHONE, what="Data", pence=amount)
        room.office.expenses.log(
            ExpenseEntry(
                participant_id=person.participant_id,
                project_id=project.project_id,
                claimed_on=WORKED_ON,
                lines=(line,),
            )
        )


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[ExpensesPage]:
    log(room, 2000, 1500)
    screen = make_screen(room.context)
    made = cast(ExpensesPage, screen.page)
    made.setProperty("screen", screen)  # as the window keeps it
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    screen.refresh()
    qtbot.waitUntil(lambda: marks(made) == ["Allowance", "Allowance"])
    yield made
    made.hide()


def marks(page: ExpensesPage) -> list[str]:
    (column,) = [one for one in page.rows.columns if one.key == "check"]
    rows = (page.rows.row_at(number) for number in range(page.rows.rowCount()))
    return [column.text(row) for row in rows if row is not None]


def test_the_panel_tells_why_with_the_figure_and_its_source(page: ExpensesPage) -> None:
    keys = [column.key for column in page.rows.columns]
    page.list.table.setCurrentIndex(page.rows.index(0, keys.index("check")))
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    (found,) = page.panel.findings.findings
    assert found.kind is CheckKind.ALLOWANCE
    assert "£35.00" in found.because
    assert "£26.00 a month" in found.because
    assert unnamed_controls(page) == []


def test_one_note_sets_it_aside_for_both_claims(page: ExpensesPage, qtbot: QtBot) -> None:
    page.list.table.selectRow(0)
    page.panel.findings.dismiss_requested.emit(page.panel.findings.findings[0])
    (dialog,) = [one for one in page.findChildren(DismissDialog) if one.isVisible()]
    dialog.note.setPlainText("Two months on one bill, seen.")
    dialog.save_requested.emit()
    assert page.panel.isVisible()
    assert page.panel.findings.findings == ()
    qtbot.waitUntil(lambda: marks(page) == ["", ""])


def test_a_finding_keeps_nobody_from_approving(room: Room, page: ExpensesPage) -> None:
    page.list.table.selectRow(0)
    row = page.list.current_row()
    assert row is not None
    page.approve_requested.emit([row])
    assert room.last_words == "The expenses of Amina Yusuf are approved."


def test_a_claim_without_a_finding_shows_its_lines_alone(room: Room, page: ExpensesPage) -> None:
    person = room.office.participants.named("Amina Yusuf")
    project = room.office.projects.named("Getting Home Well")
    later = WORKED_ON + datetime.timedelta(days=1)
    bus = ExpenseLine(spent_on=later, kind=ExpenseKind.BUS, what="Bus", pence=290)
    room.office.expenses.log(
        ExpenseEntry(
            participant_id=person.participant_id,
            project_id=project.project_id,
            claimed_on=later,
            lines=(bus,),
        )
    )
    page.list.table.selectRow(0)
    assert page.panel.isVisible()
    assert page.panel.findings.findings == ()
