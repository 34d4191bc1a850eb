"""Days are typed short, shown in full, and stepped through with keys."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.date_edit import DateEdit, add_months

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
    ],
)
def test_one_letter_names_a_day_and_words_still_work(
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
def test_keys_step_by_day_and_month(
    field: DateEdit, qtbot: QtBot, keys: str, day: datetime.date
) -> None:
    field.set_day(TODAY)
    QTest.keyClicks(field, keys)
    assert field.day() == day


def test_arrows_step_by_day_month_and_year(field: DateEdit, qtbot: QtBot) -> None:
    field.set_day(TODAY)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert field.day() == datetime.date(2025, 12, 20)


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
