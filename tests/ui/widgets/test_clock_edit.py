"""A time of day is typed as people write it."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.clock_edit import ClockEdit
from tests.ui.rooms import word


def test_a_time_of_day_is_written_in_full_on_leaving(qtbot: QtBot) -> None:
    field = ClockEdit("Left home at", word)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "6.40")
    assert field.value() == 400
    assert field.settle()
    assert field.text() == "06:40"


def test_what_is_no_time_of_day_is_said(qtbot: QtBot) -> None:
    field = ClockEdit("Left home at", word)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "early")
    assert not field.settle()
    assert "10:00" in field.problem
