"""A row that has something to look at carries a quiet mark with its reason."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.checks import CheckKind
from coprod_desktop.ui.finding_marks import FindingMarks
from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.widgets.columns import Column, fixed_rows
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel
from tests.check_builders import a_finding

LATE = a_finding(kind=CheckKind.LATE_CLAIM, because="It came 3 days late.")
AHEAD = a_finding(kind=CheckKind.FUTURE, because="It is 9 days ahead.")


class Shelf:
    """A list of whole numbers with marks, and what was asked for."""

    def __init__(self, qtbot: QtBot, count: int) -> None:
        self.marks: FindingMarks[int] = FindingMarks(lambda row: row)
        number = Column[int](key="number", title="Number", text=str)
        self.rows = TableModel((number, self.marks.column()), ImmediateTasks())
        self.list = ListView(self.rows, "Numbers")
        qtbot.addWidget(self.list)
        self.asked: list[Sequence[int]] = []
        self.marks.asking.wanted.connect(self.asked.append)
        self.marks.watch(self.list, self.rows)
        self.list.resize(400, 300)
        self.list.show()
        self.rows.load(fixed_rows(range(count), key_of=lambda row: row))


@pytest.fixture
def shelf(qtbot: QtBot) -> Iterator[Shelf]:
    made = Shelf(qtbot, 500)
    yield made
    made.list.hide()


def test_only_what_is_in_view_is_asked_for_once_the_list_stands_still(
    shelf: Shelf, qtbot: QtBot
) -> None:
    assert shelf.asked == []
    qtbot.waitUntil(lambda: bool(shelf.asked))
    (first,) = shelf.asked
    assert list(first) == list(range(len(first)))
    assert 3 < len(first) < 100
    shelf.list.table.scrollToBottom()
    qtbot.waitUntil(lambda: len(shelf.asked) == 2)
    assert shelf.asked[-1][-1] == 199  # the last that is here so far
    shelf.marks.look_again()
    qtbot.waitUntil(lambda: len(shelf.asked) == 3)


def test_a_list_out_of_sight_asks_for_nothing(shelf: Shelf, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(shelf.asked))
    shelf.list.hide()
    shelf.marks.look_again()
    qtbot.wait(300)
    assert len(shelf.asked) == 1


def test_a_mark_is_an_icon_a_word_and_the_reason(shelf: Shelf) -> None:
    shelf.marks.show({2: (LATE,), 3: (LATE, AHEAD)})
    column = shelf.rows.columns[1]
    assert column.icon is not None
    assert column.tooltip is not None
    assert [column.text(row) for row in (1, 2, 3)] == ["", "Late", "2 checks"]
    assert [column.icon(row) is None for row in (1, 2, 3)] == [True, False, False]
    assert column.tooltip(3) == (
        "Claimed after the deadline. It came 3 days late.\nIn the future. It is 9 days ahead."
    )
    assert shelf.marks.of(2) == (LATE,)


def test_a_mark_is_followed_and_an_empty_cell_is_not(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.marks.show({0: (LATE,)})
    followed: list[int] = []
    shelf.list.followed.connect(lambda row, _key: followed.append(row))
    opened: list[int] = []
    shelf.list.opened.connect(opened.append)
    table = shelf.list.table
    for row in (0, 1):
        place = table.visualRect(shelf.rows.index(row, 1)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (followed, opened) == ([0], [])
    table.setCurrentIndex(shelf.rows.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert followed == [0, 0]
