"""A second start hands its file to the window that runs, and never to somebody else's."""

import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.single_instance import SingleInstance, door_of, hand_over

FILE = Path("/home/Siân Llŷr/Tŷ’r Afon.coprod")


@pytest.fixture
def door(tmp_path: Path) -> str:
    return door_of(tmp_path)


@pytest.fixture
def keeper() -> Iterator[QObject]:
    parent = QObject()
    yield parent
    parent.deleteLater()


def test_a_file_reaches_the_window_that_runs(door: str, keeper: QObject, qtbot: QtBot) -> None:
    calls: list[Path | None] = []
    first = SingleInstance(calls.append, keeper, door)
    assert first.is_listening
    assert hand_over(FILE, door)
    assert hand_over(None, door)
    qtbot.waitUntil(lambda: len(calls) == 2)
    assert calls == [FILE, None]
    first.stop()
    assert not hand_over(FILE, door)


def test_nobody_answers_where_no_window_runs(door: str) -> None:
    assert not hand_over(FILE, door)


def test_another_person_has_another_door(tmp_path: Path) -> None:
    assert door_of(tmp_path / "nia") != door_of(tmp_path / "bethan")


@pytest.mark.skipif(sys.platform == "win32", reason="there a pipe goes with its process")
def test_what_a_killed_window_left_behind_is_no_obstacle(
    door: str, keeper: QObject, qtbot: QtBot
) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(Path(tempfile.gettempdir()) / door))
    left.close()
    calls: list[Path | None] = []
    first = SingleInstance(calls.append, keeper, door)
    assert first.is_listening
    assert hand_over(FILE, door)
    qtbot.waitUntil(lambda: calls == [FILE])
    first.stop()
