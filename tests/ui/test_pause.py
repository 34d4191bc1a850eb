"""A pause in typing is waited for before anything is asked."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.pause import Pause


def test_several_changes_at_once_ask_only_once(qtbot: QtBot) -> None:
    asked: list[str] = []
    owner = QObject()
    pause = Pause(lambda: asked.append("now"), owner)
    for _change in range(3):
        pause.begin()
    assert asked == []
    qtbot.waitUntil(lambda: not pause.isActive())
    assert asked == ["now"]
