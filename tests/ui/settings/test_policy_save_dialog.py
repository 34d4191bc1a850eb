"""Before rules are saved it is said what saving does, for the day that is written."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.services.policies import SavingPlan
from coprod_desktop.ui.settings.policy_save_dialog import PolicySaveDialog
from coprod_desktop.ui.theme import Theme
from tests.invented import TODAY
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import word

PLAN = SavingPlan(
    version=4, effective_on=TODAY, contributions=12, expenses=1, is_back_dated=False, until=None
)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> Iterator[PolicySaveDialog]:
    made = PolicySaveDialog(PLAN, word, lambda: TODAY)
    qtbot.addWidget(made)
    made.open()
    yield made
    made.accept_saved()


def test_it_begins_with_today_and_says_what_saving_does(dialog: PolicySaveDialog) -> None:
    assert dialog.day() == TODAY
    assert "12 contributions and 1 expense" in dialog._plan.text()
    assert "Save as version 4" in [one.text() for one in dialog.findChildren(type(dialog._plan))]
    assert dialog.focusWidget() is dialog._day
    assert unnamed_controls(dialog) == []


def test_another_day_asks_for_another_plan(dialog: PolicySaveDialog) -> None:
    asked: list[datetime.date] = []
    dialog.day_changed.connect(asked.append)
    dialog._day.selectAll()
    QTest.keyClicks(dialog._day, "5/4/2026")
    assert asked[-1] == datetime.date(2026, 4, 5)


def test_a_plan_of_a_day_that_was_left_is_not_shown(dialog: PolicySaveDialog) -> None:
    before = dialog._plan.text()
    dialog._day.set_day(TODAY + datetime.timedelta(days=1))
    dialog.show_plan(PLAN)
    assert dialog._plan.text() == before


def test_an_empty_day_says_so(dialog: PolicySaveDialog) -> None:
    dialog._day.set_day(None)
    assert dialog.day() is None
    assert dialog.form.box("day").error


def test_a_day_from_which_nothing_can_be_saved_says_why(dialog: PolicySaveDialog) -> None:
    dialog.show_no_plan("That day is too far away.")
    assert dialog.form.box("day").error == "That day is too far away."
    assert dialog._plan.text() == ""
    dialog.show_plan(PLAN)
    assert dialog.form.box("day").error == ""
