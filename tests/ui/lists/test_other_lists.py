"""Expenses and participants have all that the list of contributions has."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.list_looks import ColumnFilter
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.expenses.screen import make_screen as make_expenses
from coprod_desktop.ui.lists.column_dialog import ColumnDialog
from coprod_desktop.ui.participants.screen import make_screen as make_participants
from coprod_desktop.ui.screen import Screen
from tests.builders import WORKED_ON
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project

MAKE: dict[str, Callable[[Context], Screen]] = {
    "expense_claims": make_expenses,
    "participants": make_participants,
}
NAMES = ("Amina Yusuf", "Catrin Llŷr", "Éilis Byrne")


@pytest.fixture(params=sorted(MAKE))
def screen(room: Room, qtbot: QtBot, request: pytest.FixtureRequest) -> Screen:
    project = add_project(room.office)
    for at, person in enumerate(add_people(room.office, *NAMES)):
        line = ExpenseLine(
            spent_on=WORKED_ON,
            kind=ExpenseKind.BUS,
            what="Bus",
            pence=300 + at,
        )
        room.office.expenses.log(
            ExpenseEntry(
                participant_id=person.participant_id,
                project_id=project.project_id,
                claimed_on=WORKED_ON,
                lines=(line,),
            )
        )
    made = MAKE[request.param](room.context)
    qtbot.addWidget(made.page)
    made.page.resize(1300, 700)
    made.page.show()
    made.refresh()
    return made


def test_every_column_opens_its_menu_and_sorts_and_filters(screen: Screen) -> None:
    looks = screen.presenter[0].looks  # type: ignore[index]  # a tuple, as every screen keeps
    for column in looks.all_columns():
        if not column.has_content:
            continue
        looks.sort(column.key, True)
        assert looks.model.rowCount() == 3, column.key
        looks.filter(ColumnFilter(key=column.key, contains="\N{SNOWMAN}", lowest="999999"))
        assert looks.model.rowCount() in (0, 3)
        looks.clear_all()
        looks.view.menu_requested.emit(column.key)
        (dialog,) = [one for one in _dialogs(screen.page) if one.isVisible()]
        assert dialog.values.count() > 0, column.key
        assert unnamed_controls(dialog) == []
        dialog.reject()
    looks.sort("", None)


def test_flags_sums_copies_and_exports_work_there_too(screen: Screen, room: Room) -> None:
    looks, actions = screen.presenter[0].looks, screen.list_actions  # type: ignore[index]  # as above
    table = looks.view.table
    table.setFocus()
    table.setCurrentIndex(looks.model.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert actions is not None
    assert len(actions.selected_ids()) == 2
    marks = room.office.row_marks.of(actions.subject, actions.selected_ids())
    assert {one.flag.value for one in marks.values()} == {"green"}
    looks.filter(ColumnFilter(key="flag", ticked=("green",)))
    extract = actions.export_rows()
    rows = list(extract.rows)
    assert len(rows) == 2
    assert all(len(row) == len(extract.columns) for row in rows)
    assert extract.filtered_by == "Flag: Green"
    assert unnamed_controls(screen.page) == []


def _dialogs(page: QWidget) -> list[ColumnDialog]:
    return page.findChildren(ColumnDialog)
