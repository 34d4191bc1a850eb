"""Painting leaves Python's books in order (PySide6 6.12.0 lost one count of None at each call)."""

import sys
from collections.abc import Callable

from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.widgets.buttons import primary_button
from coprod_desktop.ui.widgets.list_view import ListView
from tests.ui.gallery import Line, sample_list

ROUNDS = 30
# What else runs in the process may keep or drop a handful; a leak would be thousands.
SLACK = 100


def drift_of_none(work: Callable[[], object]) -> int:
    """Count how many references of None come or go while `work` is done ROUNDS times."""
    work()
    before = sys.getrefcount(None)
    for _round in range(ROUNDS):
        work()
    return abs(sys.getrefcount(None) - before)


def painted(view: ListView[Line]) -> Callable[[], object]:
    picture = QPixmap(view.size())

    def paint() -> None:
        view.render(picture)

    return paint


def test_painting_a_list_and_a_button_keeps_the_count_of_none(qtbot: QtBot) -> None:
    view = sample_list(ImmediateTasks())
    button = primary_button("Save")
    for widget in (view, button):
        qtbot.addWidget(widget)
        widget.resize(800, 400)
    assert drift_of_none(painted(view)) < SLACK
    assert drift_of_none(button.grab) < SLACK


def test_the_measure_sees_a_leak() -> None:
    kept: list[None] = []
    assert drift_of_none(lambda: kept.extend([None] * 10)) >= ROUNDS * 10
