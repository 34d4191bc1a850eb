"""A list is opened, followed, ticked and sorted with keyboard or mouse, and stays in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.tasks import Failed, ImmediateTasks
from coprod_desktop.ui.widgets.columns import Align, Column, fixed_rows
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.swatch import Swatch
from coprod_desktop.ui.widgets.table_model import TableModel

T = TypeVar("T")


class LaterTasks(ImmediateTasks):
    """Keep work back until it is let go, as the database thread does."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[Callable[[], None]] = []

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        self.held.append(lambda: ImmediateTasks.run(self, work, done, failed))

    def let_go(self) -> None:
        held, self.held = self.held, []
        for job in held:
            job()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str
    minutes: int = 60
    is_ticked: bool = True


LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PEOPLE = [Person(name=name) for name in ("Amina Yusuf", "Catrin Llŷr", "محمد السيد", "Owain")]
COLUMNS = (
    Column[Person](key="tick", title="", text=lambda _p: "", tick=lambda p: p.is_ticked),
    Column[Person](
        key="name", title="Name", text=lambda p: p.name, is_stretch=True, is_sortable=True
    ),
    Column[Person](
        key="time", title="Time", text=lambda p: str(p.minutes), align=Align.RIGHT, width_em=5,
        swatch=lambda _p: Swatch.PAID,
    ),
    Column[Person](key="why", title="", text=lambda _p: "why?", is_link=True, width_em=4),
    Column[Person](
        key="note", title="Note", text=lambda _p: "", is_secondary=True, width_em=12
    ),
)  # fmt: skip


@pytest.fixture
def view(qtbot: QtBot) -> ListView[Person]:
    model = TableModel(COLUMNS, ImmediateTasks())
    model.load(fixed_rows(PEOPLE, key_of=lambda person: person.name))
    made = ListView(model, "People", empty=EmptyState("users", "Nobody is here yet."))
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    return made


def model_of(view: ListView[Person]) -> TableModel[Person]:
    model = view.table.model()
    assert isinstance(model, TableModel)
    return model


def test_enter_opens_the_row_and_follows_a_link(view: ListView[Person], qtbot: QtBot) -> None:
    opened: list[Person] = []
    followed: list[tuple[Person, str]] = []
    view.opened.connect(opened.append)
    view.followed.connect(lambda person, key: followed.append((person, key)))
    view.select_key("Catrin Llŷr")
    view.table.setCurrentIndex(model_of(view).index(1, 1))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    view.table.setCurrentIndex(model_of(view).index(1, 3))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert opened == [PEOPLE[1]]
    assert followed == [(PEOPLE[1], "why")]


def test_one_click_follows_a_link_and_ticks_a_box(view: ListView[Person], qtbot: QtBot) -> None:
    followed: list[str] = []
    ticked: list[Person] = []
    view.followed.connect(lambda _person, key: followed.append(key))
    view.ticked.connect(ticked.append)
    for row, column in ((2, 3), (0, 0), (0, 1)):
        middle = view.table.visualRect(model_of(view).index(row, column)).center()
        QTest.mouseClick(view.table.viewport(), LEFT, NONE, middle)
    assert followed == ["why"]
    assert ticked == [PEOPLE[0]]


def test_a_double_click_opens_once(view: ListView[Person], qtbot: QtBot) -> None:
    opened: list[Person] = []
    view.opened.connect(opened.append)
    middle = view.table.visualRect(model_of(view).index(3, 1)).center()
    QTest.mouseClick(view.table.viewport(), LEFT, NONE, middle)
    QTest.mouseDClick(view.table.viewport(), LEFT, NONE, middle)
    assert opened == [PEOPLE[3]]


def test_space_ticks_the_row(view: ListView[Person], qtbot: QtBot) -> None:
    ticked: list[Person] = []
    view.ticked.connect(ticked.append)
    view.select_key("Owain")
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    assert ticked == [PEOPLE[3]]


def test_a_click_on_a_head_sorts_up_then_down_where_it_may(
    view: ListView[Person], qtbot: QtBot
) -> None:
    asked: list[tuple[str, bool]] = []
    view.sort_requested.connect(lambda key, is_descending: asked.append((key, is_descending)))
    header = view.table.horizontalHeader()
    for section in (1, 1, 2):
        at = header.viewport().rect().center()
        at.setX(header.sectionViewportPosition(section) + 20)
        QTest.mouseClick(header.viewport(), LEFT, NONE, at)
    assert asked == [("name", False), ("name", True)]


def test_the_selection_stays_on_its_row_when_rows_are_fetched_again(
    view: ListView[Person], qtbot: QtBot
) -> None:
    selected: list[Person | None] = []
    people = list(PEOPLE)
    model = model_of(view)
    model.load(fixed_rows(people, key_of=lambda person: person.name))
    view.select_key("Owain")
    view.selected.connect(selected.append)
    model.load(fixed_rows([Person(name="Aled"), *people], key_of=lambda person: person.name))
    assert view.current_row() == PEOPLE[3]
    model.load(fixed_rows(people[:2], key_of=lambda person: person.name))
    assert view.current_row() is None
    assert selected[-1] is None


def test_an_empty_list_says_what_to_do(view: ListView[Person], qtbot: QtBot) -> None:
    empty = view.findChild(EmptyState)
    assert empty is not None
    assert not empty.isVisible()
    model_of(view).load(fixed_rows([]))
    assert empty.isVisible()
    assert not view.table.isVisible()


def test_secondary_columns_go_where_there_is_little_room(
    view: ListView[Person], qtbot: QtBot
) -> None:
    assert not view.table.isColumnHidden(4)
    view.resize(300, 400)
    assert view.table.isColumnHidden(4)
    assert not view.table.isColumnHidden(1)
    view.resize(800, 400)
    assert not view.table.isColumnHidden(4)


def test_columns_fill_the_width_exactly(view: ListView[Person]) -> None:
    header = view.table.horizontalHeader()
    assert header.length() == view.table.viewport().width()


def test_totals_stand_under_the_list_and_are_read_aloud(view: ListView[Person]) -> None:
    view.set_totals({"name": "4 people", "time": "240"})
    assert view.totals.isVisible()
    assert view.totals.accessibleName() == "Name: 4 people, Time: 240"
    view.set_totals({})
    assert not view.totals.isVisible()


def test_a_short_list_needs_no_scroll_bar(view: ListView[Person], qtbot: QtBot) -> None:
    view.set_totals({"name": "4 people"})
    qtbot.waitUntil(lambda: view.table.verticalScrollBar().maximum() == 0)
    assert view.totals.mapTo(view, view.totals.rect().bottomLeft()).y() < 250


def test_compact_rows_are_lower(view: ListView[Person]) -> None:
    usual = view.table.rowHeight(0)
    view.set_compact(True)
    assert (usual, view.table.rowHeight(0)) == (32, 24)


def test_a_row_is_selected_once_it_arrives(qtbot: QtBot) -> None:
    tasks = LaterTasks()
    model = TableModel(COLUMNS, tasks)
    view = ListView(model, "People")
    qtbot.addWidget(view)
    model.load(fixed_rows(PEOPLE, key_of=lambda person: person.name))
    view.select_key("Catrin Llŷr")
    assert view.current_row() is None
    tasks.let_go()
    assert view.current_row() == PEOPLE[1]


def test_a_row_that_was_wanted_leaves_somebody_who_is_elsewhere_alone(qtbot: QtBot) -> None:
    tasks = LaterTasks()
    model = TableModel(COLUMNS, tasks)
    view = ListView(model, "People")
    qtbot.addWidget(view)
    model.load(fixed_rows(PEOPLE[:2], key_of=lambda person: person.name))
    view.select_key("Owain")
    tasks.let_go()
    view.select_key("Amina Yusuf")
    model.load(fixed_rows(PEOPLE, key_of=lambda person: person.name))
    tasks.let_go()
    assert view.current_row() == PEOPLE[0]
