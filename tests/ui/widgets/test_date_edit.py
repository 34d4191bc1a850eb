"""Days are typed short, shown in full, and stepped through with keys."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QToolButton
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.date_edit import DateEdit, add_months
from coprod_desktop.ui.widgets.day_calendar import DayCalendar
from coprod_desktop.ui.widgets.echo_label import EchoLabel
from tests.ui.accessibility import unnamed_controls

TODAY = datetime.date(2026, 11, 19)


@pytest.fixture
def field(qtbot: QtBot) -> DateEdit:
    made = DateEdit("Day", str, lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("typed", ["17/11", "17 Nov", "17/11/2026", "17"])
def test_a_day_is_understood_and_shown_in_full(field: DateEdit, qtbot: QtBot, typed: str) -> None:
    QTest.keyClicks(field, typed)
    field.settle()
    assert field.day() == datetime.date(2026, 11, 17)
    assert field.text().replace("\N{NO-BREAK SPACE}", " ") == "Tuesday 17 November 2026"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("t", TODAY),
        ("m", datetime.date(2026, 11, 1)),
        ("h", datetime.date(2026, 11, 30)),
        ("y", datetime.date(2026, 1, 1)),
        ("r", datetime.date(2026, 12, 31)),
        ("yesterday", datetime.date(2026, 11, 18)),
        ("mon", datetime.date(2026, 11, 16)),
        ("last tuesday", datetime.date(2026, 11, 17)),
        ("12", datetime.date(2026, 11, 12)),
        ("12/3", datetime.date(2027, 3, 12)),
        ("12 mar", datetime.date(2027, 3, 12)),
    ],
)
def test_excel_date_by_keyboard_letters_words_and_short_dates(
    field: DateEdit, qtbot: QtBot, typed: str, day: datetime.date
) -> None:
    QTest.keyClicks(field, typed)
    field.settle()
    assert field.day() == day


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ("+", datetime.date(2026, 11, 20)),
        ("--", datetime.date(2026, 11, 17)),
        ("]", datetime.date(2026, 12, 19)),
        ("[[", datetime.date(2026, 9, 19)),
    ],
)
def test_excel_date_by_keyboard_plus_minus_and_brackets(
    field: DateEdit, qtbot: QtBot, keys: str, day: datetime.date
) -> None:
    field.set_day(TODAY)
    QTest.keyClicks(field, keys)
    assert field.day() == day


def test_excel_date_by_arrows_day_month_and_year(field: DateEdit, qtbot: QtBot) -> None:
    field.set_day(TODAY)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert field.day() == datetime.date(2025, 12, 20)


def test_excel_ctrl_semicolon_puts_today(field: DateEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "3/1")
    QTest.keyClick(field, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert field.day() == TODAY


def test_a_typed_day_is_said_back_in_full(field: DateEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "17/11")
    echo = field.findChild(EchoLabel)
    assert echo is not None
    assert echo.isVisible()
    assert echo.text().replace("\N{NO-BREAK SPACE}", " ") == "Tuesday 17 November 2026"


def test_alt_down_opens_a_calendar_and_the_day_chosen_there_is_taken(
    field: DateEdit, qtbot: QtBot
) -> None:
    days: list[datetime.date | None] = []
    field.set_day(TODAY)
    field.day_changed.connect(days.append)
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (calendar,) = field.findChildren(DayCalendar)
    (month,) = calendar.month.findChildren(QTableView)
    QTest.keyClick(month, Qt.Key.Key_Left)
    QTest.keyClick(month, Qt.Key.Key_Return)
    assert days == [datetime.date(2026, 11, 18)]
    assert not calendar.isVisible()


def test_a_click_on_the_picture_opens_the_calendar_too(field: DateEdit, qtbot: QtBot) -> None:
    (button,) = field.findChildren(QToolButton)
    assert button.accessibleName() == "Day: calendar"
    button.click()
    (calendar,) = field.findChildren(DayCalendar)
    assert calendar.isVisible()
    calendar.close()
    assert unnamed_controls(field) == []


def test_a_field_that_looks_back_takes_the_year_that_was(qtbot: QtBot) -> None:
    field = DateEdit("Day", str, lambda: TODAY, looks_back=True)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "12/3")
    assert field.day() == datetime.date(2026, 3, 12)


def test_there_is_room_for_the_longest_day_beside_the_picture(
    field: DateEdit, qtbot: QtBot
) -> None:
    field.set_day(datetime.date(2026, 9, 30))
    words = field.fontMetrics().horizontalAdvance(field.text())
    (button,) = field.findChildren(QToolButton)
    assert field.minimumSizeHint().width() >= words + button.sizeHint().width()


def test_a_minus_inside_a_typed_day_is_typing(field: DateEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "17-11-2026")
    field.settle()
    assert field.day() == datetime.date(2026, 11, 17)


def test_a_day_that_does_not_exist_is_said(field: DateEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "30/2")
    assert not field.settle()
    assert field.problem == "DateImpossibleError"
    assert field.text() == "30/2"


@given(day=st.dates(datetime.date(1991, 1, 1), datetime.date(2090, 1, 1)), by=st.integers(-30, 30))
def test_months_on_and_back_stay_in_the_right_month(day: datetime.date, by: int) -> None:
    there = add_months(day, by)
    months = (there.year - day.year) * 12 + there.month - day.month
    assert months == by
    assert there.day <= day.day
