"""The look of papers is kept as chosen, and a picture that cannot be printed is refused."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.settings.menu import SettingsMenu
from coprod_desktop.ui.settings.papers_dialog import PapersDialog
from coprod_desktop.ui.settings.papers_presenter import PapersPresenter
from coprod_desktop.ui.theme import Theme
from tests.pictures import a_jpeg, a_png
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, type_text


class Desk:
    """The open dialog and its presenter."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.dialog = PapersDialog(room.office.paper_style.get())
        self.presenter = PapersPresenter(self.dialog, room.context)
        self.dialog.open()

    def line(self, name: str) -> QLineEdit:
        lines = self.dialog.findChildren(QLineEdit)
        (found,) = [one for one in lines if one.accessibleName() == name]
        return found

    def enter(self, name: str, text: str) -> None:
        """Type into a field and press Enter in it."""
        line = self.line(name)
        line.setFocus()
        line.clear()
        type_text(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def error(self, key: str) -> str:
        return self.dialog.form.box(key).error


@pytest.fixture
def desk(room: Room, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(room)
    qtbot.addWidget(made.dialog)
    yield made
    made.dialog.accept_saved()


def kept(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_everything_is_saved_as_chosen(desk: Desk, tmp_path: Path) -> None:
    dialog = desk.dialog
    assert unnamed_controls(dialog) == []
    dialog.pictures["logo"].chosen.emit(kept(tmp_path / "logo.png", a_png()))
    dialog.pictures["signature"].chosen.emit(kept(tmp_path / "grace.jpg", a_jpeg()))
    assert dialog.pictures["logo"].words == "40 by 24 points."
    dialog.has_chart.click()
    dialog.has_code.click()
    desk.line("Who signs").setText("Grace Okafor")
    desk.line("What they are at your charity").setText("Involvement lead")
    desk.line("Working days to reply").setText("10")
    desk.enter("Days to ask", "14")
    style = desk.room.office.paper_style.get()
    assert (style.logo, style.signature) == (a_png(), a_jpeg())
    assert (style.signed_by, style.signed_as) == ("Grace Okafor", "Involvement lead")
    assert (style.reply_days, style.correction_days) == (10, 14)
    assert style.has_chart
    assert style.has_code
    assert not dialog.isVisible()
    assert desk.room.last_words == "How papers look is saved. New papers take it from now on."


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no picture", "not a whole PNG or JPEG picture"),
        (a_png((8, 8)), "8 points wide"),
        (b"\x89PNG" + bytes(1_000_001), "is the most that fits on a paper"),
    ],
)
def test_a_picture_that_cannot_be_printed_is_refused_under_its_field(
    desk: Desk, tmp_path: Path, content: bytes, words: str
) -> None:
    logo = desk.dialog.pictures["logo"]
    logo.chosen.emit(kept(tmp_path / "logo.png", a_png()))
    logo.chosen.emit(kept(tmp_path / "other.png", content))
    assert words in desk.error("logo")
    assert logo.content == a_png()  # the one that was there stays
    logo.chosen.emit(kept(tmp_path / "third.jpg", a_jpeg()))
    assert desk.error("logo") == ""
    assert logo.content == a_jpeg()


def test_a_file_that_is_gone_is_told_under_its_field(desk: Desk, tmp_path: Path) -> None:
    desk.dialog.pictures["signature"].chosen.emit(tmp_path / "gone.png")
    assert desk.error("signature")
    assert desk.dialog.pictures["signature"].content == b""


def test_a_picture_is_taken_away_and_the_keyboard_stays_beside_it(room: Room, qtbot: QtBot) -> None:
    style = room.office.paper_style.get()
    room.office.paper_style.save(dataclasses.replace(style, logo=a_png()))
    desk = Desk(room)
    qtbot.addWidget(desk.dialog)
    logo = desk.dialog.pictures["logo"]
    logo.take_away.setFocus()
    logo.take_away.click()
    assert desk.dialog.focusWidget() is logo.choose
    assert logo.words == "None. Papers do without it."
    desk.dialog.reject()
    assert desk.dialog.isVisible()  # it asks first
    desk.enter("Who signs", "")
    assert room.office.paper_style.get().logo == b""


@pytest.mark.parametrize("text", ["0", "366", "soon", "", "-1", "²"])
def test_days_that_cannot_be_meant_are_refused_under_their_field(desk: Desk, text: str) -> None:
    desk.enter("Days to ask", text)
    assert desk.error("correction_days") == "Write a number of days from 1 to 365."
    assert desk.line("Days to ask").text() == text
    assert desk.dialog.isVisible()


def test_a_text_that_cannot_be_kept_is_told_and_nothing_is_lost(desk: Desk) -> None:
    desk.enter("Who signs", "=SUM(A1)")
    assert desk.dialog.isVisible()
    assert desk.line("Who signs").text() == "=SUM(A1)"
    assert desk.room.office.paper_style.get().signed_by == ""


def test_the_menu_opens_it(room: Room, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    menu = SettingsMenu(window.menus, room.context, window)
    (action,) = [one for one in menu._actions if one.text() == "How papers look…"]
    action.trigger()
    (dialog,) = window.findChildren(PapersDialog)
    assert dialog.isVisible()
    dialog.reject()
