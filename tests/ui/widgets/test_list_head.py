"""The head of a list opens the menu of a column with its arrow, and sorts elsewhere."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.widgets.columns import Align, Column, fixed_rows
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COLUMNS = (
    Column[str](key="name", title="Name", text=str, is_sortable=True, is_filterable=True),
    Column[str](
        key="time", title="Time", text=str, align=Align.RIGHT, is_sortable=True, is_filterable=True
    ),
    Column[str](key="why", title="", text=lambda _row: "why?", is_link=True),
)


@pytest.fixture
def view(qtbot: QtBot) -> ListView[str]:
    model = TableModel(COLUMNS, ImmediateTasks())
    made = ListView(model, "Names", picks_cells=True)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    model.load(fixed_rows(["Ann", "Bea"], key_of=lambda row: row))
    return made


def asked(view: ListView[str]) -> tuple[list[str], list[str]]:
    menus: list[str] = []
    sorts: list[str] = []
    view.menu_requested.connect(menus.append)
    view.sort_requested.connect(lambda key, _is_down: sorts.append(key))
    return menus, sorts


def test_the_arrow_opens_the_menu_and_the_rest_of_the_head_sorts(view: ListView[str]) -> None:
    menus, sorts = asked(view)
    head = view.table.head
    for section in (0, 1):
        arrow = head._arrow(section).center()
        QTest.mouseClick(head.viewport(), LEFT, NONE, arrow)
    assert (menus, sorts) == (["name", "time"], [])
    # The arrow stands away from where a title begins: at the end of words, before figures.
    assert head._arrow(0).center().x() > head.sectionSize(0) // 2
    assert head._arrow(1).center().x() < head.sectionSize(0) + head.sectionSize(1) // 2
    QTest.mouseClick(head.viewport(), LEFT, NONE, QPoint(20, head.height() // 2))
    assert (menus, sorts) == (["name", "time"], ["name"])


def test_the_right_button_opens_the_menu_of_any_column(view: ListView[str]) -> None:
    menus, _sorts = asked(view)
    head = view.table.head
    place = QPoint(20, 8)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, head.mapToGlobal(place))
    QApplication.sendEvent(head.viewport(), event)
    assert menus == ["name"]


def test_an_arrow_shows_under_the_mouse_and_a_funnel_where_it_is_filtered(
    view: ListView[str],
) -> None:
    head = view.table.head
    bare = head.grab().toImage()
    QTest.mouseMove(head.viewport(), QPoint(20, 8))
    assert head.grab().toImage() != bare
    QApplication.sendEvent(head, QEvent(QEvent.Type.Leave))
    assert head.grab().toImage() == bare
    view.table.model().mark_filtered(frozenset({"name"}))  # type: ignore[attr-defined]  # a TableModel
    assert head.grab().toImage() != bare


def test_a_head_that_is_dragged_tells_the_new_order(view: ListView[str], qtbot: QtBot) -> None:
    moved: list[tuple[str, ...]] = []
    view.moved.connect(moved.append)
    with qtbot.waitSignal(view.moved):
        view.table.head.moveSection(1, 0)
    assert moved == [("time", "name", "why")]
    assert [view.table.head.logicalIndex(at) for at in range(3)] == [0, 1, 2]
