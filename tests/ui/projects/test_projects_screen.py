"""Projects are added and changed on their screen, and support costs stand apart from pay."""

from typing import TypeVar, cast

import pytest
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.expenses import SupportCost
from coprod_desktop.ui.findings import DismissDialog
from coprod_desktop.ui.projects.dialogs import ProjectDialog, SupportCostDialog
from coprod_desktop.ui.projects.page import ProjectsPage
from coprod_desktop.ui.projects.screen import make_screen
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.suggest_edit import SuggestEdit
from tests.builders import TODAY, a_support_cost
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_project

D = TypeVar("D", bound=FormDialog)


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> ProjectsPage:
    made = make_screen(room.context)
    shown = cast(ProjectsPage, made.page)
    qtbot.addWidget(shown)
    shown.setProperty("kept", made)  # the screen keeps the presenter alive
    made.refresh()
    return shown


def the_dialog(page: ProjectsPage, kind: type[D]) -> D:
    (dialog,) = (one for one in page.findChildren(kind) if one.isVisible())
    return dialog


def type_into(dialog: ProjectDialog | SupportCostDialog, key: str, text: str) -> None:
    field = dialog.form.box(key).field
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        cast(QLineEdit, field).clear()
        QTest.keyClicks(field, text)


def test_a_project_is_added_and_listed(room: Room, page: ProjectsPage) -> None:
    page.add_requested.emit()
    dialog = the_dialog(page, ProjectDialog)
    type_into(dialog, "name", "Getting Home Well")
    type_into(dialog, "budget", "5000")
    type_into(dialog, "what_next", "The leaflet is printed in May.")
    type_into(dialog, "what_next_cy", "Argraffir y daflen ym mis Mai.")
    dialog.save_requested.emit()
    (project,) = room.office.projects.open_projects()
    assert project.what_next_cy == "Argraffir y daflen ym mis Mai."
    assert (project.name, project.budget_pence) == ("Getting Home Well", 500_000)
    assert page.rows.rowCount() == 1
    assert page.list.totals.totals["name"] == "1 project"


def test_a_project_that_ends_before_it_begins_gets_a_sentence(
    room: Room, page: ProjectsPage
) -> None:
    page.add_requested.emit()
    dialog = the_dialog(page, ProjectDialog)
    type_into(dialog, "name", "Getting Home Well")
    type_into(dialog, "from", "17/11/2026")
    type_into(dialog, "to", "16/11/2026")
    dialog.save_requested.emit()
    assert dialog.form.box("to").error
    assert room.office.projects.open_projects() == ()
    dialog.accept_saved()


def test_a_support_cost_never_becomes_somebodys_pay(room: Room, page: ProjectsPage) -> None:
    project = add_project(room.office)
    page.show()
    page.list.table.selectRow(0)
    page.panel._support.click()
    dialog = the_dialog(page, SupportCostDialog)
    type_into(dialog, "kind", "Interpreter")
    dialog.save_requested.emit()
    assert dialog.form.box("cost").error  # a cost is needed first
    type_into(dialog, "cost", "85.50")
    dialog.save_requested.emit()
    (cost,) = room.office.projects.support_costs(project.project_id)
    assert cost.cost_pence == 8550
    (row,) = room.office.projects.summaries()
    assert (row.support_pence, row.agreed_pence) == (8550, 0)
    page.hide()


def test_who_was_paid_before_is_offered_again(room: Room, page: ProjectsPage) -> None:
    project = add_project(room.office)
    before = a_support_cost(project_id=project.project_id, participant_id=None, supplier="Arwyddo")
    room.office.projects.add_support_cost(before)
    page.show()
    page.list.table.selectRow(0)
    page.panel._support.click()
    dialog = the_dialog(page, SupportCostDialog)
    type_into(dialog, "supplier", "ar")
    field = cast("SuggestEdit[str]", dialog.form.box("supplier").field)
    assert field.offers == ["Arwyddo"]
    field.list.hide()
    dialog.accept_saved()
    page.hide()


def test_changing_a_project_is_shown_at_once(room: Room, page: ProjectsPage) -> None:
    add_project(room.office)
    page.open_requested.emit(page.rows.row_at(0))
    dialog = the_dialog(page, ProjectDialog)
    type_into(dialog, "name", "Home Well")
    dialog.save_requested.emit()
    row = page.rows.row_at(0)
    assert row is not None
    assert row.name == "Home Well"


def test_every_control_has_a_name_and_the_model_is_sound(room: Room, page: ProjectsPage) -> None:
    for number in range(5):
        add_project(room.office, f"Project {number}")
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.show()
    page.list.table.selectRow(1)
    assert unnamed_controls(page) == []
    page.hide()


def test_an_overrun_is_told_beside_the_project_and_set_aside_with_a_note(
    room: Room, page: ProjectsPage
) -> None:
    project = add_project(room.office)
    cost = SupportCost(
        support_cost_id=0,
        project_id=project.project_id,
        incurred_on=TODAY,
        kind="Interpreter",
        cost_pence=500_100,
    )
    room.office.projects.add_support_cost(cost)
    page.list.table.selectRow(0)
    (found,) = page.panel.findings.findings
    assert "£1.00 more than the budget of £5,000.00" in found.because
    assert unnamed_controls(page) == []
    page.panel.findings.dismiss_requested.emit(found)
    dialog = the_dialog(page, DismissDialog)
    dialog.note.setPlainText("The trustees know.")
    dialog.save_requested.emit()
    assert not dialog.isVisible()
    assert page.panel.findings.findings == ()
