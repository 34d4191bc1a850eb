"""The form that prepares a run says beforehand who is paid, who is held, and when."""

import dataclasses
import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coprod_desktop.domain.projects import Project
from coprod_desktop.ui.pay_runs.prepare_dialog import PrepareDialog
from tests.builders import TODAY
from tests.ui.accessibility import unnamed_controls
from tests.ui.pay_runs.run_desk import Desk

SATURDAY = TODAY + datetime.timedelta(days=(5 - TODAY.weekday()) % 7)


def add_second_project(desk: Desk, fund: str = "City grant") -> Project:
    """Add a project of another fund, with two hours of Tom's."""
    office = desk.room.office
    project = office.projects.add(Project(project_id=0, name="Young Carers", fund=fund))
    tom = office.participants.named("Tom Brennan")
    desk.log([tom], TODAY, project.project_id, "Talk")
    office.approvals.approve_up_to(TODAY)
    return project


def open_form(desk: Desk) -> PrepareDialog:
    desk.page.step.click()
    return desk.dialog(PrepareDialog)


def names(dialog: PrepareDialog) -> list[str]:
    model = dialog.due
    rows = (model.row_at(number) for number in range(model.rowCount()))
    return [row.participant.name for row in rows if row is not None]


def test_who_would_be_paid_and_held_is_listed(desk: Desk) -> None:
    dialog = open_form(desk)
    assert names(dialog) == ["Amina Yusuf", "Tom Brennan"]
    assert dialog.held.rowCount() == 1
    assert unnamed_controls(dialog) == []
    assert not dialog.form.box("projects").isVisible()  # there is but one
    dialog.up_to.set_day(TODAY - datetime.timedelta(days=1))
    assert names(dialog) == ["Amina Yusuf"]
    assert dialog.held.rowCount() == 0
    dialog.accept_saved()


def test_a_weekend_moves_the_day_and_it_is_said_before_and_after(desk: Desk) -> None:
    dialog = open_form(desk)
    dialog.pay_on.set_day(SATURDAY)
    assert "Banks send nothing on Saturday" in dialog._moved.text()
    dialog.save_requested.emit()
    assert "so the money arrives on Monday" in desk.room.last_words
    (row,) = desk.room.office.pay_runs.summaries()
    assert row.pay_on == SATURDAY + datetime.timedelta(days=2)


def test_a_run_can_be_of_one_fund(desk: Desk) -> None:
    add_second_project(desk)
    dialog = open_form(desk)
    assert dialog.form.box("projects").isVisible()
    dialog.projects.choice.set_value("fund:City grant")
    assert names(dialog) == ["Tom Brennan"]
    dialog.save_requested.emit()
    (row,) = desk.room.office.pay_runs.summaries()
    assert row.payment_pence == 5000
    assert "Only for Young Carers." in desk.page.header._sub_line.text()


def test_projects_are_ticked_with_the_keyboard_and_none_is_refused(desk: Desk) -> None:
    add_second_project(desk, fund="")
    dialog = open_form(desk)
    dialog.projects.choice.set_value("some")
    assert names(dialog) == []
    assert dialog._outlook.text() == "Tick the projects that this run pays."
    dialog.save_requested.emit()
    assert "Tick a project first" in dialog.form.box("projects").error
    table = dialog.projects.list.table
    table.setCurrentIndex(dialog.projects.rows.index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert names(dialog) == ["Tom Brennan"]
    assert not dialog.form.box("projects").error
    dialog.save_requested.emit()
    assert desk.room.office.pay_runs.summaries()[0].payment_pence == 5000


def test_money_of_a_closed_project_can_still_be_chosen(desk: Desk) -> None:
    project = add_second_project(desk)
    desk.room.office.projects.save(dataclasses.replace(project, is_open=False))
    dialog = open_form(desk)
    dialog.projects.choice.set_value("fund:City grant")
    assert names(dialog) == ["Tom Brennan"]
    dialog.accept_saved()
