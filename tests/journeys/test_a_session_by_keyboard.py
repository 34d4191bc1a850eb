"""A session of twelve people is typed, pasted, broken off and saved without touching the mouse."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.app import Application
from coprod_desktop.services.office import open_office
from coprod_desktop.ui.preferences import Preferences
from tests.journeys.keyboard import Keyboard
from tests.journeys.steps import PASSPHRASE, add_project, make_file

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER, TAB, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Right
NAMES = (
    "Amina Yusuf", "Catrin Llŷr", "Dariusz Wójcik", "Delyth Prosser", "Gwyn Rhydderch",
    "Jacqueline Okafor", "Małgorzata Zielińska", "Owain Pritchard", "Priya Nair",
    "Siân Wyn Ellis", "Tom Brennan", "Mohammed Al-Sayed",
)  # fmt: skip
HOURS = ("1:15", ".5", "45m", "2", "1.5", "1h30", "3", "2.5", "20m", "1", "1:45", "2.25")
FARES = ("4.6", "3.2", "2.9", "5", "4.8", "6.1", "3", "2.5", "7.2", "4", "1.9", "3.75")


class Counted:
    """Somebody who types on, without waiting between keys more than the program does."""

    def __init__(self, keyboard: Keyboard) -> None:
        self._keyboard = keyboard
        self.count = 0

    def down(self, texts: tuple[str, ...], then: str = "") -> None:
        """Type texts one under another."""
        for text in texts:
            self._keyboard.type(text + then)
            self._keyboard.press(ENTER)
            self.count += len(text + then) + 1

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
        """Press keys one after another."""
        for key in keys:
            self._keyboard.press(key, held)
            self.count += 1


def add_people(path: Path) -> None:
    """Put the people into the file, as an earlier session did."""
    office = open_office(str(path), PASSPHRASE)
    office.participants.add_all(NAMES)
    office.close()


def open_file(keyboard: Keyboard, application: Application, path: Path) -> None:
    """Open a file as its icon does."""
    application.show_office(open_office(str(path), PASSPHRASE), path)
    keyboard.wait()


def test_excel_no_mouse_for_a_whole_session_of_twelve_people(
    keyboard: Keyboard, tmp_path: Path
) -> None:
    path = make_file(keyboard, tmp_path)
    add_project(keyboard)
    keyboard.pick_in_menu_bar("Close this file")
    add_people(path)
    application = keyboard._application
    open_file(keyboard, application, path)
    keyboard.table("Session sheet").setFocus()
    typist = Counted(keyboard)
    typist.down(tuple(name[:3] for name in NAMES))
    typist.press(Qt.Key.Key_Home)
    typist.press(RIGHT, RIGHT, RIGHT, held=Qt.KeyboardModifier.NoModifier)
    typist.down(HOURS)
    typist.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    typist.press(*[RIGHT] * 5, held=Qt.KeyboardModifier.NoModifier)
    typist.down(FARES, then="b")
    assert [row[0] for row in keyboard.rows("Session sheet")[:12]] == list(NAMES)
    assert keyboard.rows("Session sheet")[0][8] == "£4.60 bus"
    typist.press(Qt.Key.Key_S)
    assert keyboard.message.startswith("12 contributions saved")
    written = sum(3 for _name in NAMES) + sum(map(len, HOURS + FARES))
    assert typist.count - written < 6 * len(NAMES)


def test_a_pasted_sheet_is_there_again_after_the_program_ended(
    keyboard: Keyboard, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    path = make_file(keyboard, tmp_path)
    add_project(keyboard)
    keyboard.pick_in_menu_bar("Close this file")
    add_people(path)
    open_file(keyboard, keyboard._application, path)
    keyboard.table("Session sheet").setFocus()
    lines = [
        f"{name}\t{time}\t{fare}" for name, time, fare in zip(NAMES, HOURS, FARES, strict=True)
    ]
    QGuiApplication.clipboard().setText("Name\tHours\tBus fare\r\n" + "\r\n".join(lines))
    keyboard.press(Qt.Key.Key_V, CONTROL)
    assert keyboard.message.startswith("12 rows were put in.")
    keyboard.pick_in_menu_bar("Close this file")
    assert not keyboard.is_open
    again = Application(qapp, Preferences(tmp_path / "window.ini"), folder=tmp_path)
    again.window.show()
    other = Keyboard(again, qtbot)
    open_file(other, again, path)
    assert [row[0] for row in other.rows("Session sheet")[:12]] == list(NAMES)
    assert "as you left it" in other.message
    other.press(Qt.Key.Key_S, CONTROL)
    assert other.message.startswith("12 contributions saved")
    again.close_file()
    again.tasks.shutdown()
    again.window.hide()
    again.window.deleteLater()
