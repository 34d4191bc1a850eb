"""Time is typed in any usual way and said back in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.duration_edit import DurationEdit
from coprod_desktop.ui.widgets.echo_label import EchoLabel


@pytest.mark.parametrize("typed", ["1:30", "1.5", "1h30", "90m", "1½"])
def test_an_hour_and_a_half_is_said_back_under_the_field(qtbot: QtBot, typed: str) -> None:
    field = DurationEdit("Time", str)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, typed)
    echo = field.findChild(EchoLabel)
    assert echo is not None
    assert echo.isVisible()
    assert echo.text().replace("\N{NO-BREAK SPACE}", " ") == "1 hour 30 minutes"
    assert field.minutes() == 90
    field.settle()
    assert not echo.isVisible()
    assert field.text() == "1:30"


def test_half_typed_time_is_no_complaint_yet(qtbot: QtBot) -> None:
    field = DurationEdit("Time", str)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "1:")
    assert field.problem == ""
    assert field.minutes() is None


@given(minutes=st.integers(1, 24 * 60))
def test_every_time_shown_is_read_back_as_itself(qapp: QApplication, minutes: int) -> None:
    field = DurationEdit("Time", str)
    field.set_minutes(minutes)
    assert field.settle()
    assert field.minutes() == minutes
