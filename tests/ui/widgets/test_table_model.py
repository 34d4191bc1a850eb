"""A list holds the rows around what is looked at, however long it is."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.tasks import Cancel, Failed, ImmediateTasks, Progress, Progressed
from coprod_desktop.ui.widgets.columns import Align, Column, Marks, RowSource, fixed_rows
from coprod_desktop.ui.widgets.table_model import KEPT_PAGES, PAGE, TableModel

T = TypeVar("T")
COLUMNS = (
    Column[int](key="number", title="Number", text=str, align=Align.RIGHT),
    Column[int](key="odd", title="", text=lambda _n: "", tick=lambda n: n % 2 == 1),
)


class Numbers:
    """Rows 0 to count - 1, as a database would give them."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[Hashable | None] = []

    def page(self, after: Hashable | None, limit: int) -> Sequence[int]:
        self.asked.append(after)
        start = 0 if after is None else int(str(after)) + 1
        return range(start, min(start + limit, self.count))

    def marks(self, limit: int) -> Marks:
        return Marks(total=self.count, keys=tuple(range(limit - 1, self.count, limit)))

    def source(self, *, has_marks: bool) -> RowSource[int]:
        return RowSource(
            fetch_page=self.page,
            key_of=lambda number: number,
            fetch_marks=self.marks if has_marks else None,
        )


class LateTasks(ImmediateTasks):
    """Keep results back until they are let go, as a slow disk does."""

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

    def run_with_progress(
        self,
        work: Callable[[Progress], T],
        progressed: Progressed,
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Cancel:
        raise NotImplementedError


def model_of(numbers: Numbers, *, has_marks: bool = False) -> TableModel[int]:
    model = TableModel(COLUMNS, ImmediateTasks())
    model.load(numbers.source(has_marks=has_marks))
    return model


@pytest.mark.parametrize("has_marks", [False, True])
def test_the_model_keeps_qts_rules_while_it_grows_and_is_fetched_again(
    qtbot: QtBot, has_marks: bool
) -> None:
    numbers = Numbers(3 * PAGE + 7)
    model = TableModel(COLUMNS, ImmediateTasks())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.load(numbers.source(has_marks=has_marks))
    for last in (PAGE, 2 * PAGE, 3 * PAGE, 3 * PAGE + 6):
        model.show_rows(last - 20, last)
    numbers.count = 5
    model.reload()
    assert model.rowCount() == 5
    assert tester.model() is model


@given(count=st.integers(0, 5 * PAGE + 3), has_marks=st.booleans())
def test_every_row_can_be_reached_by_scrolling_down(count: int, has_marks: bool) -> None:
    model = model_of(Numbers(count), has_marks=has_marks)
    seen: list[int | None] = []
    at = 0
    while at < model.rowCount():
        model.show_rows(at, at + 30)
        seen.append(model.row_at(at))
        at += 1
    assert seen == list(range(count))


def test_with_marks_the_last_row_is_one_fetch_away(qtbot: QtBot) -> None:
    numbers = Numbers(1_000_000)
    model = model_of(numbers, has_marks=True)
    assert model.rowCount() == 1_000_000
    numbers.asked.clear()
    model.show_rows(999_980, 999_999)
    assert model.row_at(999_999) == 999_999
    assert len(numbers.asked) == 1


def test_far_pages_are_forgotten_and_fetched_again_when_wanted(qtbot: QtBot) -> None:
    model = model_of(Numbers(100 * PAGE), has_marks=True)
    for page in range(100):
        model.show_rows(page * PAGE, page * PAGE + 20)
    here = [number for number in range(0, 100 * PAGE, PAGE) if model.row_at(number) is not None]
    assert len(here) <= KEPT_PAGES
    assert model.row_at(0) is None
    model.show_rows(0, 20)
    assert model.row_at(0) == 0


def test_pages_scrolled_past_are_not_fetched(qtbot: QtBot) -> None:
    tasks, numbers = LateTasks(), Numbers(100 * PAGE)
    model = TableModel(COLUMNS, tasks)
    model.load(numbers.source(has_marks=True))
    tasks.let_go()
    tasks.let_go()
    numbers.asked.clear()
    for page in range(1, 90):
        model.show_rows(page * PAGE, page * PAGE + 20)
    for _turn in range(5):
        tasks.let_go()
    assert len(numbers.asked) <= 4
    assert model.row_at(89 * PAGE) == 89 * PAGE


def test_rows_of_an_earlier_search_never_show_after_a_later_one(qtbot: QtBot) -> None:
    tasks = LateTasks()
    model = TableModel(COLUMNS, tasks)
    earlier = Numbers(50)
    model.load(earlier.source(has_marks=False))
    model.load(Numbers(3).source(has_marks=False))
    tasks.let_go()
    assert model.rowCount() == 3
    assert earlier.asked == []


def test_old_rows_stand_until_new_ones_arrive(qtbot: QtBot) -> None:
    tasks = LateTasks()
    model = TableModel(COLUMNS, tasks)
    model.load(Numbers(50).source(has_marks=False))
    tasks.let_go()
    model.load(Numbers(3).source(has_marks=False))
    assert model.rowCount() == 50
    model.show_rows(0, 49)
    tasks.let_go()
    assert model.rowCount() == 3


def test_after_a_failure_the_list_can_be_loaded_again(qtbot: QtBot) -> None:
    errors: list[Exception] = []
    model = TableModel(COLUMNS, ImmediateTasks(), failed=errors.append)

    def broken(_after: Hashable | None, _limit: int) -> Sequence[int]:
        raise OSError("disk")

    model.load(RowSource(fetch_page=broken, key_of=lambda number: number))
    assert isinstance(errors[0], OSError)
    model.load(Numbers(4).source(has_marks=False))
    assert model.rowCount() == 4


def test_fixed_rows_come_in_their_order_and_are_found_by_key(qtbot: QtBot) -> None:
    rows = [f"row {number}" for number in range(PAGE + 10)]
    model = TableModel((Column[str](key="t", title="T", text=str),), ImmediateTasks())
    model.load(fixed_rows(rows, key_of=lambda row: row))
    model.show_rows(PAGE - 5, PAGE - 1)
    assert [model.row_at(at) for at in range(len(rows))] == rows
    assert model.place_of("row 205") == 205


def test_screen_readers_hear_ticks_and_titles(qtbot: QtBot) -> None:
    model = model_of(Numbers(2))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(1, 1), spoken) == "Ticked"
    assert model.data(model.index(0, 1), spoken) == "Not ticked"
    assert model.data(model.index(1, 1), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Number"


def test_a_row_may_be_without_a_tick_box(qtbot: QtBot) -> None:
    tick = Column[int](key="tick", title="", text=lambda _n: "", tick=lambda n: None if n else True)
    model = TableModel((tick,), ImmediateTasks())
    model.load(fixed_rows((0, 1), key_of=lambda number: number))
    box, spoken = Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 0), box) == Qt.CheckState.Checked
    assert model.data(model.index(0, 0), spoken) == "Ticked"
    assert model.data(model.index(1, 0), box) is None
    assert model.data(model.index(1, 0), spoken) == ""


def test_the_sorted_column_is_marked_in_its_title(qtbot: QtBot) -> None:
    model = model_of(Numbers(2))
    model.mark_sort("number", is_descending=True)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Number ↓"
    assert model.sorted_by == ("number", True)
