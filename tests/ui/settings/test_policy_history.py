"""Every version can be looked at, and begun from, with the keyboard."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.policy import PolicyVersion
from coprod_desktop.ui.settings.policy_history import PolicyHistory
from tests.invented import TODAY
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room
from tests.ui.settings.policy_room import JUNE, starter


@pytest.fixture
def history(room: Room, qtbot: QtBot) -> Iterator[PolicyHistory]:
    policies = room.office.policies
    policies.save(starter(room, "by-the-hour").text, JUNE)
    policies.save(starter(room, "nihr-style").text, TODAY + datetime.timedelta(days=30))
    view = PolicyHistory(
        policies.versions(), policies.in_force(), room.context.tasks, room.context.today()
    )
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    yield view
    view.hide()


def cell(history: PolicyHistory, row: int, column: int) -> str:
    return str(history.rows.data(history.rows.index(row, column)))


def test_the_newest_comes_first_and_the_one_in_force_is_chosen(history: PolicyHistory) -> None:
    QAbstractItemModelTester(history.rows)
    assert [cell(history, row, 0) for row in range(3)] == ["3", "2", "1"]
    assert [cell(history, row, 2) for row in range(3)] == ["Begins later", "Holds today", ""]
    assert "By the hour" in history.text.text()
    assert history._heading.text().replace("\xa0", " ") == "Version 2, from 1 June 2026 on"
    assert unnamed_controls(history) == []


def test_arrow_keys_show_another_version(history: PolicyHistory) -> None:
    QTest.keyClick(history.list.table, Qt.Key.Key_Up)
    assert "NIHR" in history.text.text()


def test_enter_and_the_button_begin_from_the_chosen_one(history: PolicyHistory) -> None:
    asked: list[PolicyVersion] = []
    history.begin_requested.connect(asked.append)
    QTest.keyClick(history.list.table, Qt.Key.Key_Down)
    QTest.keyClick(history.list.table, Qt.Key.Key_Return)
    history._begin.click()
    assert [one.version for one in asked] == [1, 1]
