"""The form writes the rules while somebody types, and keeps what it cannot read yet."""

from dataclasses import dataclass

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.policy import SimplePolicy, TimeBasis, text_of
from coprod_desktop.ui.settings.policy_draft import PolicyDraft
from coprod_desktop.ui.settings.policy_simple import PolicySimple
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import word
from tests.ui.settings.policy_room import CHAIRS

TWELVE = text_of(SimplePolicy(hourly_pence=1200))


@dataclass
class Shown:
    draft: PolicyDraft
    view: PolicySimple

    def words(self) -> str:
        labels = self.view.findChildren(QLabel)
        return " ".join(one.text() for one in labels if one.isVisibleTo(self.view))

    def button(self, words: str) -> Button:
        (found,) = (one for one in self.view.findChildren(Button) if one.words == words)
        return found


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Shown:
    draft = PolicyDraft(TWELVE)
    view = PolicySimple(draft, word)
    qtbot.addWidget(view)
    view.refresh()
    return Shown(draft, view)


def retype(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def test_typing_writes_the_rules(shown: Shown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.view.changed):
        retype(shown.view.form.hour, "13.50")
    assert shown.draft.text == text_of(SimplePolicy(hourly_pence=1350))
    assert shown.view.problem == ""
    assert unnamed_controls(shown.view) == []


def test_what_cannot_be_read_leaves_the_rules_and_is_said_on_settling(shown: Shown) -> None:
    retype(shown.view.form.hour, "twelve")
    assert shown.draft.text == TWELVE
    assert shown.view.problem
    assert not shown.view.settle()
    assert shown.view.form.box("hour").error
    retype(shown.view.form.hour, "14")
    assert (shown.view.problem, shown.view.settle()) == ("", True)


@pytest.mark.parametrize(("typed", "key"), [("", "half"), ("40", "day")])
def test_a_missing_sum_is_said_under_its_field(shown: Shown, typed: str, key: str) -> None:
    shown.view.form.basis.set_value(TimeBasis.HALF_DAY)
    QTest.keyClicks(shown.view.form.half_day, typed)
    assert not shown.view.settle()
    assert shown.view.form.box(key).error
    assert shown.draft.text == TWELVE


def test_rules_that_say_more_are_kept_and_shown_elsewhere(shown: Shown, qtbot: QtBot) -> None:
    shown.draft.begin_from(CHAIRS)
    shown.view.refresh()
    assert "more than this form can hold" in shown.words()
    with qtbot.waitSignal(shown.view.rules_requested):
        shown.button("Look at all rules").click()
    assert shown.view.settle()
    assert shown.draft.text == CHAIRS


def test_a_form_that_was_left_behind_does_not_write_over_newer_rules(shown: Shown) -> None:
    newer = text_of(SimplePolicy(hourly_pence=5000))
    shown.draft.text = newer
    assert shown.view.settle()
    assert shown.draft.text == newer
    shown.view.refresh()
    assert shown.view.form.hour.pence() == 5000


def test_what_is_typed_stays_while_another_view_is_looked_at(shown: Shown) -> None:
    retype(shown.view.form.hour, "twelve")
    shown.view.refresh()
    assert shown.view.form.hour.text() == "twelve"
    shown.view.form.basis.set_value(TimeBasis.HALF_DAY)
    retype(shown.view.form.hour, "12")
    QTest.keyClicks(shown.view.form.half_day, "40")
    shown.view.form.basis.set_value(TimeBasis.HOUR)
    shown.view.refresh()
    assert shown.view.form.half_day.pence() == 4000


def test_remarks_are_announced_and_can_be_brought_back(shown: Shown, qtbot: QtBot) -> None:
    shown.draft.begin_from(f"# Agreed in May\n{TWELVE}")
    shown.view.refresh()
    assert "Remarks stand beside these rules" in shown.words()
    retype(shown.view.form.hour, "13")
    assert "is kept until you close this" in shown.words()
    with qtbot.waitSignal(shown.view.bring_back_requested):
        shown.button("Bring back what stood here").click()
