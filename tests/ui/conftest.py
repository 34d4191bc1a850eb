"""What every test of the window needs: the theme, and no window left behind.

A warning of Qt fails a test by itself (qt_log_level_fail in pyproject.toml).
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from coprod_desktop.ui.theme import Theme
from tests.ui.rooms import Room, make_room


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Dress the application once, as the program does before its first window."""
    return Theme(qapp)


@pytest.fixture(autouse=True)
def _no_window_left(qapp: QApplication, theme: Theme) -> Iterator[None]:
    """Fail a test that leaves a window on show."""
    yield
    left = [type(widget).__name__ for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for widget in qapp.topLevelWidgets():
        widget.hide()
    assert not left, left


@pytest.fixture
def room(tmp_path: Path, theme: Theme) -> Iterator[Room]:
    """Open a real file for a screen to work on."""
    made = make_room(tmp_path)
    yield made
    made.office.close()
