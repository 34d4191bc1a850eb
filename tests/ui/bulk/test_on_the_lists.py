"""The Edit menu works on the rows that are selected in the real lists, or on all they show."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.bulk_edits import ContributionEdit
from coprod_desktop.ui.bulk.edit_dialog import BulkEditDialog
from coprod_desktop.ui.bulk.edit_presenter import BulkEditPresenter
from coprod_desktop.ui.bulk.menu import BulkMenu
from coprod_desktop.ui.bulk.replace_dialog import ReplaceDialog
from coprod_desktop.ui.contributions.page import ContributionsPage
from coprod_desktop.ui.contributions.screen import make_screen as contributions_screen
from coprod_desktop.ui.expenses.screen import make_screen as expenses_screen
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.participants.page import ParticipantsPage
from coprod_desktop.ui.participants.screen import make_screen as participants_screen
from coprod_desktop.ui.tasks import Cancel, Failed, ImmediateTasks, Progress, Progressed
from coprod_desktop.ui.theme import Theme
from tests.ui.bulk.stage import work
from tests.ui.bulk.test_edit_selected import known
from tests.ui.rooms import Room

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
T = TypeVar("T")


@pytest.fixture
def window(room: Room, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(theme)
    for make in (contributions_screen, expenses_screen, participants_screen):
        made.add_screen(make(room.context))
    made.setProperty("bulk_menu", BulkMenu(made, room.context))
    made.resize(1200, 800)
    made.show()
    qtbot.addWidget(made)
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.hide()


def page_of(window: MainWindow, kind: type[ContributionsPage]) -> ContributionsPage:
    (page,) = window.findChildren(kind)
    return page


def test_rows_chosen_with_shift_and_the_arrows_are_edited(
    room: Room, window: MainWindow, qtbot: QtBot
) -> None:
    work(room, "Amina Yusuf", "Catrin Llŷr", "Tom Brennan")
    window.show_screen("contributions")
    table = page_of(window, ContributionsPage).list.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 3)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Home, CONTROL)
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(window, Qt.Key.Key_E, CONTROL | SHIFT)
    (dialog,) = window.findChildren(BulkEditDialog)
    assert dialog.windowTitle() == "Edit 2 contributions"
    dialog.looked.emit(ContributionEdit(minutes=30))
    assert len(dialog.plan_page.changes.rows_here()[0][1]) == 4
    dialog.reject()


def test_words_are_replaced_in_what_a_filter_leaves(
    room: Room, window: MainWindow, qtbot: QtBot
) -> None:
    pieces = work(room, "Amina Yusuf", "Catrin Llŷr", "Tom Brennan")
    window.show_screen("contributions")
    page = page_of(window, ContributionsPage)
    QTest.keyClicks(page.search, "brennan")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    QTest.keyClick(window, Qt.Key.Key_H, CONTROL)
    (dialog,) = window.findChildren(ReplaceDialog)
    assert dialog.windowTitle() == "Replace in 1 contribution"
    QTest.keyClicks(dialog.words, "leaflet")
    QTest.keyClicks(dialog.by, "Poster")
    dialog.search()
    dialog.replace.click()
    told = [room.office.contributions.get(one.contribution_id).what for one in pieces]
    assert told == ["Leaflet workshop", "Leaflet workshop", "Poster workshop"]
    qtbot.waitUntil(lambda: page.rows.row_at(0).what == "Poster workshop")  # type: ignore[union-attr]  # a row is there


def test_people_are_edited_from_their_list(room: Room, window: MainWindow, qtbot: QtBot) -> None:
    work(room, "Amina Yusuf", "Tom Brennan")
    window.show_screen("participants")
    (page,) = window.findChildren(ParticipantsPage)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 2)
    page.list.table.clearSelection()
    QTest.keyClick(window, Qt.Key.Key_E, CONTROL | SHIFT)
    (dialog,) = window.findChildren(BulkEditDialog)
    assert dialog.windowTitle() == "Edit 2 participants"
    dialog.reject()
    window.show_screen("expenses")
    QTest.keyClick(window, Qt.Key.Key_H, CONTROL)
    assert room.last_words == "The list is empty, so there is nothing to change."


class Stopping(ImmediateTasks):
    """Tasks in which somebody presses Stop once a number of steps is told."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.told: list[tuple[int, int]] = []
        self._after = after

    def run_with_progress(
        self,
        work: Callable[[Progress], T],
        progressed: Progressed,
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Cancel:
        cancel = Cancel()

        def tell(steps: int, total: int) -> None:
            self.told.append((steps, total))
            progressed(steps, total)
            if len(self.told) == self._after:
                cancel()

        self.run(lambda: work(Progress(cancel, tell)), done, failed)
        return cancel


def test_stopping_leaves_the_form_as_it_was_typed(room: Room, qtbot: QtBot) -> None:
    pieces = work(room, *(f"Person {number}" for number in range(3)))
    ids, tasks = [one.contribution_id for one in pieces], Stopping(after=1)
    dialog = BulkEditDialog("contributions", 3, known(room), room.context.tasks)
    presenter = BulkEditPresenter(dialog, replace(room.context, tasks=tasks), ids)
    dialog.looked.connect(presenter.look)
    dialog.stop_requested.connect(presenter.stop)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.fields.field("minutes").setFocus()
    QTest.keyClicks(dialog.fields.field("minutes"), "0:45")
    QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    assert dialog.look.isEnabled()
    assert dialog.fields.is_ticked("minutes")
    assert dialog.problem == ""
    assert tasks.told == [(0, 3)]
    assert dialog.plan_page.changes.rowCount() == 0
    dialog.reject()
