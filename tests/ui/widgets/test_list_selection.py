"""Cells of a long list are selected, added up and copied, and what is not here is said so."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.list_extracts import ColumnKind
from coprod_desktop.domain.selection_sums import SelectionSums
from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.widgets.columns import Column, Marks, RowSource
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import KEPT_PAGES, PAGE, TableModel

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
MANY = 30_000


@dataclass(frozen=True, slots=True)
class Row:
    number: int


COLUMNS = (
    Column[Row](key="name", title="Name", text=lambda row: f"Person {row.number}", is_strong=True),
    Column[Row](
        key="time",
        title="Time",
        text=lambda row: f"{row.number} min",
        kind=ColumnKind.MINUTES,
        value=lambda row: row.number,
    ),
    Column[Row](key="why", title="", text=lambda _row: "why?", is_link=True),
    Column[Row](key="money", title="Money", text=lambda row: f"£{row.number}",
        kind=ColumnKind.PENCE, value=lambda row: row.number * 100),
)  # fmt: skip


def source(count: int) -> RowSource[Row]:
    def fetch(after: Hashable | None, limit: int) -> Sequence[Row]:
        first = 1 if after is None else int(str(after)) + 1
        return [Row(number) for number in range(first, min(first + limit, count + 1))]

    return RowSource(
        fetch_page=fetch,
        key_of=lambda row: row.number,
        fetch_marks=lambda limit: Marks(total=count, keys=tuple(range(limit, count + 1, limit))),
    )


@pytest.fixture
def view(qtbot: QtBot, request: pytest.FixtureRequest) -> ListView[Row]:
    model = TableModel(COLUMNS, ImmediateTasks())
    made = ListView(model, "People", picks_cells=True)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    model.load(source(getattr(request, "param", MANY)))
    made.table.setFocus()
    return made


def go_to(view: ListView[Row], row: int, column: int) -> None:
    view.table.setCurrentIndex(view.table.model().index(row, column))


def press(view: ListView[Row], key: Qt.Key, modifiers: Qt.KeyboardModifier, times: int = 1) -> None:
    for _time in range(times):
        QTest.keyClick(view.table, key, modifiers)


def sums(view: ListView[Row]) -> SelectionSums:
    found = view.selection.sums()
    assert found is not None
    return found


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_shift_and_arrows_select_a_block_of_cells(view: ListView[Row]) -> None:
    go_to(view, 2, 0)
    assert view.selection.sums() is None
    press(view, Key.Key_Down, SHIFT, 2)
    press(view, Key.Key_Right, SHIFT)
    assert view.selection.spans() == [(2, 4)]
    assert view.selection.row_count() == 3
    assert (sums(view).cells, sums(view).minutes, sums(view).pence) == (6, 3 + 4 + 5, None)
    press(view, Key.Key_C, CONTROL)
    assert copied() == "Name\tTime\r\nPerson 3\t0:03\r\nPerson 4\t0:04\r\nPerson 5\t0:05\r\n"


def test_ctrl_and_click_adds_cells_far_apart_and_blanks_stand_between(
    view: ListView[Row],
) -> None:
    for row, column in ((0, 0), (3, 1)):
        index = view.table.model().index(row, column)
        QTest.mouseClick(
            view.table.viewport(), Qt.MouseButton.LeftButton, CONTROL if row else NONE,
            view.table.visualRect(index).center(),
        )  # fmt: skip
    assert view.selection.spans() == [(0, 0), (3, 3)]
    assert [row.number for row in view.selection.rows(10) or []] == [1, 4]
    view.copy()
    assert copied() == "Name\tTime\r\nPerson 1\t\r\n\t0:04\r\n"


def test_shift_space_takes_whole_rows_and_ctrl_space_whole_columns(view: ListView[Row]) -> None:
    go_to(view, 1, 1)
    press(view, Key.Key_Down, SHIFT)
    press(view, Key.Key_Space, SHIFT)
    press(view, Key.Key_C, CONTROL)
    assert copied().splitlines()[:2] == ["Name\tTime\tMoney", "Person 2\t0:02\t2.00"]
    go_to(view, 1, 1)
    press(view, Key.Key_Space, CONTROL)
    assert sums(view).rows == MANY


def test_ctrl_a_says_honestly_how_many_rows_are_added_up(view: ListView[Row]) -> None:
    press(view, Key.Key_A, CONTROL)
    here = sum(len(rows) for _first, rows in view.selection._model.rows_here())
    assert 0 < here <= KEPT_PAGES * PAGE
    assert (sums(view).rows, sums(view).rows_left_out) == (MANY, MANY - here)
    assert sums(view).minutes == here * (here + 1) // 2


def test_too_many_rows_are_not_copied_and_that_is_said(view: ListView[Row]) -> None:
    QGuiApplication.clipboard().setText("before")
    refused: list[int] = []
    view.copy_refused.connect(refused.append)
    press(view, Key.Key_A, CONTROL)
    press(view, Key.Key_C, CONTROL)
    assert refused == [MANY]
    assert copied() == "before"


@pytest.mark.parametrize("view", [2_345], indirect=True)
def test_rows_that_are_not_here_are_fetched_to_be_copied(view: ListView[Row]) -> None:
    press(view, Key.Key_A, CONTROL)
    assert view.selection.rows(10_000) is None
    press(view, Key.Key_C, CONTROL)
    lines = copied().splitlines()
    assert len(lines) == 2_346
    assert lines[-1] == "Person 2345\t39:05\t2345.00"


def test_the_sums_follow_the_selection_and_go_with_the_list(
    view: ListView[Row], qtbot: QtBot
) -> None:
    told: list[SelectionSums | None] = []
    view.summed.connect(told.append)
    go_to(view, 0, 3)
    with qtbot.waitSignal(view.summed):
        press(view, Key.Key_Down, SHIFT)
    assert told[-1] is not None
    assert told[-1].pence == 300
    view.hide()
    assert told[-1] is None


def test_a_list_of_rows_copies_its_row_with_headings(qtbot: QtBot) -> None:
    model = TableModel(COLUMNS, ImmediateTasks())
    plain = ListView(model, "People")
    qtbot.addWidget(plain)
    plain.show()
    model.load(source(3))
    plain.table.selectionModel().setCurrentIndex(
        model.index(1, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    QTest.keyClick(plain.table, Key.Key_C, CONTROL)
    assert copied() == "Name\tTime\tMoney\r\nPerson 2\t0:02\t2.00\r\n"
