"""Copies of the open file are made by themselves, told at the foot, and refused well."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.backups import Backups
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.theme import Theme
from tests.ui.rooms import Room, add_people, make_room, word


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> MainWindow:
    made = MainWindow(Theme(qapp))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path)
    yield made
    made.office.close()


def backups_in(folder: Path, window: MainWindow) -> Backups:
    return Backups(window, ImmediateTasks(), lambda: folder, word)


def test_a_file_without_a_copy_of_today_gets_one(
    window: MainWindow, room: Room, tmp_path: Path
) -> None:
    backups = backups_in(tmp_path / "Backups", window)
    backups.use(room.office, tmp_path / "Rivermead.coprod")
    (copy,) = (tmp_path / "Backups").rglob("*.coprod")
    assert any("Backed up on" in words for words in window.status.words)
    add_people(room.office, "Amina Yusuf")
    backups.use(room.office, tmp_path / "Rivermead.coprod")
    assert list((tmp_path / "Backups").rglob("*.coprod")) == [copy]
    os.utime(copy, (0, 0))
    backups.use(room.office, tmp_path / "Rivermead.coprod")
    assert len(list((tmp_path / "Backups").rglob("*.coprod"))) == 2


def test_leaving_copies_what_changed_and_takes_the_words_away(
    window: MainWindow, room: Room, tmp_path: Path
) -> None:
    backups = backups_in(tmp_path / "Backups", window)
    backups.use(room.office, tmp_path / "Rivermead.coprod")
    add_people(room.office, "Amina Yusuf")
    backups.leave()
    assert len(list((tmp_path / "Backups").rglob("*.coprod"))) == 2
    assert not any("Copied" in words for words in window.status.words)
    backups.leave()
    backups.copy_to(tmp_path / "nothing is open.coprod")
    assert not (tmp_path / "nothing is open.coprod").exists()


def test_the_demo_is_not_copied(window: MainWindow, room: Room, tmp_path: Path) -> None:
    backups = backups_in(tmp_path / "Backups", window)
    backups.use(room.office, None)
    backups.leave()
    assert not (tmp_path / "Backups").exists()


def test_where_no_copy_can_be_made_it_is_said_and_the_file_stays_open(
    window: MainWindow, room: Room, tmp_path: Path
) -> None:
    (tmp_path / "Backups").write_text("a file where the folder should be")
    backups_in(tmp_path / "Backups", window).use(room.office, tmp_path / "Rivermead.coprod")
    assert "The file itself is safe" in window.message
    assert "No copy was made" in window.status.words
    assert add_people(room.office, "Amina Yusuf")
