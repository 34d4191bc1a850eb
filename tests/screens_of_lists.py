"""Take pictures of lists, imports, reports and history, for `python -m tests.screenshots`."""

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.list_looks import ColumnFilter
from coprod_desktop.services.office import Office
from coprod_desktop.ui.contributions.page import ContributionsPage
from coprod_desktop.ui.history.page import HistoryPage
from coprod_desktop.ui.imports.dialog import CHECK, ImportDialog
from coprod_desktop.ui.imports.door import ImportDoor
from coprod_desktop.ui.lists.column_dialog import ColumnDialog
from coprod_desktop.ui.lists.look_bar import ViewMenu
from coprod_desktop.ui.reports.page import ReportsPage
from coprod_desktop.ui.reports.wishes import View

if TYPE_CHECKING:
    from tests.screenshots import Camera

_SHEET = """Volunteers of the spring;;;;;
;;;;;
Name;Date;Time spent;Project;What;Paid
Salma Al-Haddad;03/04/2026;2 hrs;Warm rooms;Interviews;no
Catrin Pugh;04/04/2026;1h30;Warm rooms;Steering group;yes
Rowan B.;06/04/2026;1:15;The garden;Dug the beds;yes
Bronwen Evans;31/02/2026;1:15;The garden;Dug the beds;yes
Bronwen Evans;07/04/2026;lots;The garden;Planted beans;yes
Dilys Price;19/04/2026;3;The garden;Planted beans;yes
Total;;16:00;;;
"""
_DIALOG = (1080, 780)
_FLAGGED, _GREEN, _RED = (1, 4), 3, 1


def contributions_filtered(camera: "Camera") -> None:
    """Show work narrowed to one project, with flags and a note, and the menu of a column."""
    page = camera.page("contributions", ContributionsPage)
    page.why.hide()
    page.list.menu_requested.emit("project")
    camera.settle()
    (dialog,) = [one for one in page.findChildren(ColumnDialog) if one.isVisible()]
    camera.take("column-menu", dialog)
    dialog.applied.emit(ColumnFilter(key="project", ticked=("Warm rooms",)))
    dialog.accept()
    camera.settle()
    for row, flag in zip(_FLAGGED, (_RED, _GREEN), strict=True):
        page.list.table.selectRow(row)
        page.list.flag_requested.emit(flag)
        camera.settle()
    marks = _office(camera).row_marks
    row_id = page.rows.row_at(_FLAGGED[0])
    assert row_id is not None
    contribution_id = row_id.contribution_id
    camera.do(lambda: marks.set_note("contributions", (contribution_id,), "Ask about the bus"))
    page.list.table.selectRow(2)
    camera.window.clear_message()
    camera.take("contributions-filtered")
    (menu,) = page.findChildren(ViewMenu)
    menu.usual_chosen.emit()
    camera.settle()


def history(camera: "Camera") -> None:
    """Show what changed, and one change from what to what."""
    office = _office(camera)
    camera.do(lambda: _take_steps(office))
    page = camera.page("history", HistoryPage)
    page.list.table.setCurrentIndex(page.changes.index(4, 2))
    camera.settle()
    camera.take("history")


def _take_steps(office: Office) -> None:
    """Correct and remove work, change somebody's number, and take that back."""
    with office.desk.reading() as reading:
        pieces = [one for one in reading.find(Contribution) if one.state is WorkState.LOGGED]
    first = pieces[0]
    office.contributions.correct(dataclasses.replace(first, minutes=first.minutes + 15))
    office.contributions.remove(pieces[1].contribution_id)
    person = office.participants.everybody()[0]
    office.participants.save(dataclasses.replace(person, phone="029 2018 0555"))
    office.history.undo()


def reports(camera: "Camera") -> None:
    """Show hours by person and month, and what a funder reads."""
    page = camera.page("reports", ReportsPage)
    camera.take("reports")
    page.views.choose(View.FUNDER.value)
    camera.settle()
    camera.take("reports-funder")
    camera.take_large("reports-funder")


def import_check(camera: "Camera") -> None:
    """Show the step of an import that says what cannot be read, and who may be meant."""
    sheet = Path(camera.home) / "Hours of the spring.csv"
    sheet.write_text(_SHEET, encoding="utf-8")
    (door,) = camera.window.findChildren(ImportDoor)
    door.bring(sheet)
    camera.settle()
    (dialog,) = [one for one in camera.window.findChildren(ImportDialog) if one.isVisible()]
    dialog.resize(*_DIALOG)  # the screen of a computer without one is too small for it
    camera.take("import-look", dialog)
    while dialog.step < CHECK:
        dialog.next.click()
        camera.settle()
        assert not dialog.problem
    dialog.check.setFocus()
    QTest.qWait(100)
    camera.take("import-check", dialog)
    camera.take_large("import-check", dialog)
    dialog.reject()
    camera.settle()


def _office(camera: "Camera") -> Office:
    office = camera.application.office
    assert office is not None
    return office
