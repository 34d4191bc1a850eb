"""What people do with undo and tracked changes in a spreadsheet, by real keys in the window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.app import Application
from coprod_desktop.domain.row_marks import Flag
from coprod_desktop.services.office import Office
from coprod_desktop.ui.history.about_dialog import AboutDialog
from coprod_desktop.ui.history.record_changes import RecordChanges
from coprod_desktop.ui.participants.page import ParticipantsPage
from coprod_desktop.ui.preferences import Preferences
from coprod_desktop.ui.window_menus import MenuName
from tests.ui.rooms import PASSPHRASE, add_people, make_room

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAMES = ("Amina Yusuf", "Catrin Llŷr", "Dariusz Wójcik")


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    made = Application(qapp, Preferences(tmp_path / "window.ini"), folder=tmp_path)
    made.window.show()
    yield made
    made.close_file()
    made.tasks.shutdown()
    made.window.hide()
    made.window.deleteLater()


class Desk:
    """The window with a file open, and hands on its keys."""

    def __init__(self, application: Application, folder: Path, qtbot: QtBot) -> None:
        self.application, self.folder, self.qtbot = application, folder, qtbot

    def open(self) -> None:
        before = self.application.office
        self.application._start.open_file.open_requested.emit(
            self.folder / "Rivermead.coprod", PASSPHRASE
        )
        self.qtbot.waitUntil(lambda: self.application.office is not before, timeout=60_000)
        self.application.window.activateWindow()
        self.qtbot.waitUntil(self.application.window.isActiveWindow)  # else its keys do nothing
        self.wait_for_menu()

    def restart(self) -> None:
        """Close the file and open it again."""
        self.application.close_file()
        self.qtbot.waitUntil(lambda: not list(self.folder.glob("*-wal")), timeout=60_000)
        self.open()

    @property
    def office(self) -> Office:
        assert self.application.office is not None
        return self.application.office

    def do(self, work: object) -> None:
        """Do something on the database thread, and wait until the window knows."""
        done: list[object] = []
        self.application.tasks.run(work, done.append)  # type: ignore[arg-type]  # any callable
        self.qtbot.waitUntil(lambda: bool(done), timeout=60_000)
        self.wait_for_menu()

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = CTRL) -> str:
        """Press a key of the window and return what it then says."""
        self.application.window.clear_message()
        self.application.window.activateWindow()
        self.qtbot.waitUntil(self.application.window.isActiveWindow)  # else its keys do nothing
        QTest.keyClick(self.application.window, key, keys)
        self.qtbot.waitUntil(lambda: bool(self.application.window.message), timeout=60_000)
        self.wait_for_menu()
        return self.application.window.message

    def wait_for_menu(self) -> None:
        """Wait until the database thread has answered everything asked before."""
        answered: list[int] = []
        for _round in range(2):
            self.application.tasks.run(lambda: 1, answered.append)
        self.qtbot.waitUntil(lambda: len(answered) == 2, timeout=60_000)
        self.qtbot.wait(20)

    @property
    def steps(self) -> tuple[str, str]:
        """Return what Undo and Redo of the menu say."""
        undo, redo, *_others = self.application.window.menus.menu(MenuName.EDIT).actions()
        return undo.text(), redo.text()

    def names(self) -> list[str]:
        return [one.name for one in self.office.participants.everybody()]


@pytest.fixture
def desk(application: Application, tmp_path: Path, qtbot: QtBot) -> Desk:
    room = make_room(tmp_path)
    add_people(room.office, NAMES[0])
    room.office.close()
    made = Desk(application, tmp_path, qtbot)
    made.open()
    return made


def test_excel_undo_many_steps_also_after_saving_and_a_restart(desk: Desk) -> None:
    desk.do(lambda: add_people(desk.office, *NAMES[1:]))
    person = desk.office.participants.everybody()[0]
    desk.do(lambda: desk.office.participants.save(replace(person, phone="029 2018 0555")))
    desk.do(
        lambda: desk.office.row_marks.set_flag("participants", [person.participant_id], Flag.RED)
    )
    assert desk.steps[0].startswith("Undo: ")
    assert desk.press(Qt.Key.Key_Z).startswith("Taken back: ")
    assert desk.press(Qt.Key.Key_Z) == "Taken back: Changed a participant’s details."
    assert desk.steps == ("Undo: Added a participant", "Redo: Changed a participant’s details")
    desk.restart()
    assert desk.steps == ("Undo: Added a participant", "Redo: Changed a participant’s details")
    desk.press(Qt.Key.Key_Z)
    desk.press(Qt.Key.Key_Z)
    assert desk.names() == [NAMES[0]]
    assert desk.press(Qt.Key.Key_Y) == "Done again: Added a participant."
    desk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert desk.names() == list(NAMES)
    desk.press(Qt.Key.Key_Y)
    desk.press(Qt.Key.Key_Y)
    assert desk.office.participants.everybody()[0].phone == "029 2018 0555"
    assert desk.steps == ("Undo: Changed the flag of rows", "Redo")
    assert desk.office.safety.findings() == ()


def test_excel_track_changes_tell_who_changed_a_row_when_and_from_what_to_what(
    desk: Desk,
) -> None:
    person = desk.office.participants.everybody()[0]
    desk.do(lambda: desk.office.participants.save(replace(person, phone="029 2018 0555")))
    window = desk.application.window
    window.show_screen("participants")
    desk.wait_for_menu()
    actions = window.list_actions
    assert actions is not None
    page = window.findChild(ParticipantsPage)
    assert page is not None
    desk.qtbot.waitUntil(lambda: page.rows.rowCount() == 1, timeout=60_000)
    desk.wait_for_menu()  # the list is looked at as it was left, which fetches it once more
    page.list.table.setFocus()
    page.list.table.setCurrentIndex(page.rows.index(0, 0))
    assert actions.selected_ids() == (person.participant_id,)
    window.activateWindow()
    desk.qtbot.waitUntil(window.isActiveWindow)  # else its keys do nothing
    QTest.keyClick(window, Qt.Key.Key_J, CTRL)
    desk.qtbot.waitUntil(
        lambda: bool(window.findChildren(AboutDialog) or window.message), timeout=60_000
    )
    assert window.message == ""
    (dialog,) = window.findChildren(AboutDialog)
    assert [line.split(": ", 1)[1] for line in dialog.lines] == [
        "Changed a participant’s details",
        "Added a participant",
    ]
    assert all("Nia Morgan" in line for line in dialog.lines)
    first = dialog.findChildren(RecordChanges)[0]
    assert first.lines == ["Phone: nothing → 029 2018 0555"]
    dialog.accept()
