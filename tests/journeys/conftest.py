"""A person at the keyboard of the real window, with the real database thread and a real file."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.app import Application
from coprod_desktop.ui.preferences import Preferences
from tests.journeys.keyboard import Keyboard


@pytest.fixture
def keyboard(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Keyboard]:
    """Start the program in an empty folder, and sit down at it."""
    application = Application(qapp, Preferences(tmp_path / "window.ini"), folder=tmp_path)
    window = application.window
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    yield Keyboard(application, qtbot)
    application.close_file()
    application.tasks.shutdown()
    window.hide()
    window.deleteLater()
