"""One line is read aloud while it is typed; Enter saves it, and the next can be typed at once."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.quick_entry.dialog import QuickEntryDialog
from coprod_desktop.ui.quick_entry.menu import QuickEntryMenu
from coprod_desktop.ui.quick_entry.presenter import QuickEntryPresenter
from coprod_desktop.ui.tasks import Failed, ImmediateTasks
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.window_menus import MenuName
from tests.builders import NOW
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project, type_text

T = TypeVar("T")
TODAY = NOW.date()
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(room: Room, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    add_people(room.office, "Amina Yusuf", "Catrin Llŷr", "Tom Brennan", "Tomos Gethin")
    add_project(room.office)
    made = MainWindow(theme)
    qtbot.addWidget(made)
    made.setProperty("kept", QuickEntryMenu(made.menus, room.context, made))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[QuickEntryDialog]:
    QTest.keyClick(window, Qt.Key.Key_N, CONTROL | SHIFT)
    (made,) = window.findChildren(QuickEntryDialog)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.reject()


def logged(room: Room) -> list[Contribution]:
    found = room.office.contributions.page(ContributionFilter(), None, 50)
    return [room.office.contributions.get(row.contribution_id) for row in found]


def said(dialog: QuickEntryDialog) -> list[str]:
    return [words.replace("\N{NO-BREAK SPACE}", " ") for words in dialog.lines]


def write(dialog: QuickEntryDialog, text: str) -> None:
    dialog.line.selectAll()
    type_text(dialog.line, text)


def test_excel_one_line_entry_is_read_live_saved_with_enter_and_free_for_the_next(
    room: Room, dialog: QuickEntryDialog, qtbot: QtBot
) -> None:
    assert QApplication.focusWidget() is dialog.line
    write(dialog, "catrin 2h prep yesterday unpaid")
    assert said(dialog) == [
        "Catrin Llŷr",
        f"2 hours, Preparation, {_words(TODAY - datetime.timedelta(days=1))}, Unpaid",
        "Project: Getting Home Well",
    ]
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    (piece,) = logged(room)
    assert (piece.minutes, piece.pay, piece.kind_of_work) == (120, Pay.UNPAID, "Preparation")
    assert dialog.message == "Saved: Catrin Llŷr: 2\N{NO-BREAK SPACE}hours, Preparation."
    assert dialog.isVisible()
    assert dialog.line.text() == ""
    assert QApplication.focusWidget() is dialog.line
    write(dialog, "amina, catrin 1:30 meeting £4.60 bus")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert len(logged(room)) == 3
    assert [one.claimed_pence for one in room.office.expenses.page(None, 9)] == [460, 460]


def _words(day: datetime.date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def test_what_it_comes_to_is_said_after_a_pause(dialog: QuickEntryDialog, qtbot: QtBot) -> None:
    write(dialog, "catrin 2h meeting £4.60 bus")
    words = "£50.00 would be offered, and £4.60 agreed for expenses."
    qtbot.waitUntil(lambda: dialog.offer == words)
    write(dialog, "catrin 2h meeting £4.60 bus blah")
    assert dialog.offer == ""


def test_what_is_not_understood_is_marked_and_keeps_the_line_from_being_saved(
    room: Room, dialog: QuickEntryDialog, qtbot: QtBot
) -> None:
    write(dialog, "catrin 2h meeting <blah>")
    assert "<u>&lt;blah&gt;</u>" in dialog.marked
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert logged(room) == []
    assert dialog.message.startswith("Not saved yet. “<blah>” is not understood.")
    assert dialog.line.text() == "catrin 2h meeting <blah>"
    write(dialog, 'catrin 2h meeting "blah"')
    assert dialog.message == ""
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert [one.what for one in logged(room)] == ["blah"]


def test_what_is_missing_is_said(dialog: QuickEntryDialog, qtbot: QtBot) -> None:
    write(dialog, "catrin 2h")
    assert said(dialog)[-1] == "What kind of work? Write it as meeting, prep or travel."
    write(dialog, "2h meeting")
    assert said(dialog)[-1] == "Who? Begin with a name or its first letters."
    write(dialog, "zebedee 2h meeting")
    assert said(dialog)[-1].startswith("Nobody is called “zebedee”.")


def test_a_name_that_fits_two_people_is_asked_about_and_answered_with_a_key(
    room: Room, dialog: QuickEntryDialog, qtbot: QtBot
) -> None:
    write(dialog, "tom 1h meeting")
    assert said(dialog)[-1].startswith("Who is “tom”?")
    offered = [one for one in dialog.findChildren(Button) if one.words.startswith("Tom")]
    assert [one.words for one in offered if one.isVisible()] == ["Tom Brennan", "Tomos Gethin"]
    assert unnamed_controls(dialog) == []
    QTest.keyClick(dialog.line, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: said(dialog)[0] == "Tomos Gethin")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    (piece,) = logged(room)
    assert room.office.participants.get(piece.participant_id).name == "Tomos Gethin"


def test_another_way_of_writing_is_known(room: Room, window: MainWindow, qtbot: QtBot) -> None:
    amina = room.office.participants.named("Amina Yusuf")
    room.office.name_aliases.add(amina.participant_id, "Mina Y.")
    QTest.keyClick(window, Qt.Key.Key_N, CONTROL | SHIFT)
    (dialog,) = window.findChildren(QuickEntryDialog)
    write(dialog, "mina y. 1h meeting")
    assert said(dialog)[0] == "Amina Yusuf"
    dialog.reject()


def test_a_refusal_keeps_the_line_with_its_sentence(
    room: Room, dialog: QuickEntryDialog, qtbot: QtBot
) -> None:
    write(dialog, "catrin 13h meeting")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    write(dialog, "catrin 12h meeting")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert "24 hours" in dialog.message
    assert dialog.line.text() == "catrin 12h meeting"
    assert len(logged(room)) == 1


def test_a_line_that_is_saved_after_the_dialog_closed_is_still_said(
    room: Room, window: MainWindow, qtbot: QtBot
) -> None:
    waiting = LaterTasks()
    context = replace(room.context, tasks=waiting)
    dialog = QuickEntryDialog(window)
    presenter = QuickEntryPresenter(dialog, context, dialog)
    presenter.fetch()
    waiting.do_all()
    dialog.open()
    write(dialog, "catrin 2h meeting")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    dialog.reject()
    shiboken6.delete(dialog)
    waiting.do_all()
    assert room.last_words.startswith("Saved: Catrin Llŷr")
    assert len(logged(room)) == 1


class LaterTasks(ImmediateTasks):
    """Tasks that are done when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[Callable[[], None]] = []

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        self._waiting.append(lambda: ImmediateTasks.run(self, work, done, failed))

    def do_all(self) -> None:
        waiting, self._waiting = self._waiting, []
        for work in waiting:
            work()


def test_the_menu_goes_with_the_file(window: MainWindow, dialog: QuickEntryDialog) -> None:
    menu = window.menus.menu(MenuName.LOG)
    assert [action.text() for action in menu.actions()] == ["Quick entry…"]
    kept = window.property("kept")
    kept.open()
    assert len(window.findChildren(QuickEntryDialog)) == 1
    kept.remove()
    assert menu.actions() == []
    assert not dialog.isVisible()


def test_a_full_stop_is_said_with_the_other_thing_it_may_mean(
    dialog: QuickEntryDialog, qtbot: QtBot
) -> None:
    write(dialog, "catrin 1.30 meeting")
    assert "For 1 hour 30 minutes write 1:30." in said(dialog)
