"""A day is chosen from a month with the keyboard or a click; every part has a name."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.day_calendar import DayCalendar
from tests.ui.accessibility import unnamed_controls

TODAY = datetime.date(2026, 11, 19)


@pytest.fixture
def calendar(qtbot: QtBot) -> Iterator[DayCalendar]:
    field = QWidget()
    qtbot.addWidget(field)
    made = DayCalendar(field, "Date", datetime.date(2026, 11, 17), TODAY)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show_at(QPoint(0, 0))
    yield made
    made.close()


def days(calendar: DayCalendar) -> QTableView:
    (found,) = calendar.month.findChildren(QTableView)
    return found


def test_arrows_move_and_enter_chooses(calendar: DayCalendar, qtbot: QtBot) -> None:
    chosen: list[datetime.date] = []
    calendar.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(days(calendar), key)
    assert chosen == [datetime.date(2026, 11, 25)]
    assert not calendar.isVisible()


def test_every_part_has_a_name(calendar: DayCalendar, qtbot: QtBot) -> None:
    assert unnamed_controls(calendar) == []


def test_the_month_ends_where_days_are_too_far_ahead(calendar: DayCalendar, qtbot: QtBot) -> None:
    last = calendar.month.maximumDate()
    assert (last.year(), last.month(), last.day()) == (2028, 11, 18)
