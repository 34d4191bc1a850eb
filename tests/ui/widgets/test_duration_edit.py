"""Time is typed in any usual way and said back in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.duration_edit import DurationEdit
from coprod_desktop.ui.widgets.echo_label import EchoLabel
from tests.ui.rooms import type_text, word


@pytest.mark.parametrize(
    "typed",
    ["1:30", "1.5", "1,5", "1h30", "1h 30m", "90m", "90 min", "1½", "1½ h", "=1:00+0:30", "2*0:45"],
)
def test_excel_duration_typing_is_said_back_in_words(qtbot: QtBot, typed: str) -> None:
    field = DurationEdit("Time", str)
    qtbot.addWidget(field)
    field.show()
    type_text(field, typed)
    echo = field.findChild(EchoLabel)
    assert echo is not None
    assert echo.isVisible()
    assert echo.text().replace("\N{NO-BREAK SPACE}", " ") == "1 hour 30 minutes"
    assert field.minutes() == 90
    field.settle()
    assert not echo.isVisible()
    assert field.text() == "1:30"


def test_excel_sums_of_hours_show_their_result_before_saving(qtbot: QtBot) -> None:
    field = DurationEdit("Time", str)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "=1:30+0:45")
    assert said(field) == "2 hours 15 minutes"
    assert field.settle()
    assert (field.minutes(), field.text()) == (135, "2:15")


def test_thirty_is_asked_about_because_a_day_has_24_hours(qtbot: QtBot) -> None:
    field = DurationEdit("Time", word)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "30")
    assert said(field) == "30 hours? A day has 24 hours. For 30 minutes write 30m."
    assert field.minutes() is None
    assert not field.settle()
    assert "“30” is 30 hours" in field.problem.replace("\N{NO-BREAK SPACE}", " ")
    QTest.keyClicks(field, "m")
    assert (said(field), field.minutes()) == ("30 minutes", 30)


def test_a_field_for_a_month_takes_more_than_a_day(qtbot: QtBot) -> None:
    field = DurationEdit("Hours in a month", str, longest=None)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "30")
    assert field.minutes() == 30 * 60


def test_a_full_stop_is_said_back_with_the_other_thing_it_may_mean(qtbot: QtBot) -> None:
    field = DurationEdit("Time", str)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "1.30")
    assert said(field) == "1 hour 18 minutes. For 1 hour 30 minutes write 1:30."


@given(text=st.text(max_size=12))
def test_no_typed_text_makes_the_field_fail(qapp: QApplication, text: str) -> None:
    field = DurationEdit("Time", word)
    field.setText(text)
    field.textEdited.emit(text)
    assert field.settle() is not bool(field.problem)


def said(field: DurationEdit) -> str:
    echo = field.findChild(EchoLabel)
    assert echo is not None
    assert echo.isVisible()
    return echo.text().replace("\N{NO-BREAK SPACE}", " ")


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
