"""The columns up to the name stay while the rest is scrolled sideways, and take clicks there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.widgets.columns import Column, fixed_rows
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel

LEFT = Qt.MouseButton.LeftButton
ROWS = [f"Person {number}" for number in range(60)]


@pytest.fixture
def view(qtbot: QtBot) -> ListView[str]:
    columns = [Column[str](key="day", title="Day", text=lambda _row: "1 Nov", width_em=5)]
    columns.append(Column[str](key="name", title="Name", text=str, is_strong=True, width_em=9))
    columns.extend(
        Column[str](key=f"c{at}", title=f"Column {at}", text=str, width_em=12) for at in range(8)
    )
    model = TableModel(columns, ImmediateTasks())
    made = ListView(model, "People", picks_cells=True)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    model.load(fixed_rows(ROWS, key_of=lambda row: row))
    QTest.qWait(1)
    return made


def test_they_cover_the_edge_only_while_it_is_scrolled_away(view: ListView[str]) -> None:
    table, frozen = view.table, view.table.frozen
    assert not frozen.isVisible()
    assert frozen.model() is None  # and takes no memory for a million rows
    table.horizontalScrollBar().setValue(200)
    assert frozen.isVisible()
    shown = [at for at in range(10) if not frozen.isColumnHidden(at)]
    assert shown == [0, 1]
    assert frozen.width_taken() == table.columnWidth(0) + table.columnWidth(1)
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert frozen.verticalScrollBar().value() == table.verticalScrollBar().value()
    assert frozen.rowAt(50) == table.rowAt(50)
    table.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()
    assert frozen.model() is None


def test_clicks_on_them_select_and_open_the_same_rows(view: ListView[str]) -> None:
    opened: list[str] = []
    view.opened.connect(opened.append)
    table, frozen = view.table, view.table.frozen
    table.horizontalScrollBar().setValue(200)
    index = frozen.model().index(3, 1)
    place = frozen.visualRect(index).center()
    QTest.mouseClick(frozen.viewport(), LEFT, pos=place)
    assert table.currentIndex().row() == 3
    assert table.selectionModel().isSelected(table.model().index(3, 1))
    QTest.mouseDClick(frozen.viewport(), LEFT, pos=place)
    assert opened == ["Person 3"]


def test_a_cell_that_is_gone_to_comes_out_from_under_them(view: ListView[str]) -> None:
    table = view.table
    table.setFocus()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    table.setCurrentIndex(table.model().index(0, 9))
    for _step in range(7):
        QTest.keyClick(table, Qt.Key.Key_Left)
    assert table.currentIndex().column() == 2
    assert table.columnViewportPosition(2) >= table.frozen.width_taken()
