"""Every mistake stands below the rules with its sentence, and a link leads to its line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.policy.problems import Problem
from coprod_desktop.ui.settings.policy_rules import PolicyRules
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button
from tests.ui.accessibility import unnamed_controls

PROBLEMS = (
    Problem(line=2, sentence="“pay” is not a key. Did you mean “pays”?"),
    Problem(line=4, sentence="This band begins at 3 hours."),
    Problem(line=0, sentence="The file pays nothing."),
)


@pytest.fixture
def rules(qtbot: QtBot, theme: Theme) -> PolicyRules:
    made = PolicyRules()
    qtbot.addWidget(made)
    made.edit.replace_text("one\ntwo\nthree\nfour\n")
    made.resize(500, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def words(rules: PolicyRules) -> set[str]:
    return {one.text() for one in rules.findChildren(QLabel) if one.isVisible()}


def test_without_mistakes_it_says_so(rules: PolicyRules) -> None:
    assert "No mistakes." in words(rules)
    assert rules.edit.marked == frozenset()


def test_each_mistake_is_told_and_its_line_marked(rules: PolicyRules) -> None:
    rules.show_problems(PROBLEMS)
    assert {"3 mistakes.", *(one.sentence for one in PROBLEMS)} <= words(rules)
    assert rules.edit.marked == {2, 4}
    assert unnamed_controls(rules) == []
    rules.show_problems(PROBLEMS[:1])
    assert "1 mistake." in words(rules)
    assert PROBLEMS[1].sentence not in words(rules)


def test_a_link_leads_to_its_line(rules: PolicyRules) -> None:
    rules.show_problems(PROBLEMS)
    links = {one.words: one for one in rules.findChildren(Button)}
    assert set(links) == {"Line 2", "Line 4"}
    assert links["Line 4"].accessibleDescription() == PROBLEMS[1].sentence
    QTest.keyClick(links["Line 4"], Qt.Key.Key_Space)
    assert rules.edit.textCursor().blockNumber() == 3
    assert rules.edit.hasFocus()


def test_f8_goes_from_mistake_to_mistake_and_round(rules: PolicyRules) -> None:
    rules.show_problems(PROBLEMS)
    rules.edit.go_to(1)
    found = []
    for _step in range(3):
        QTest.keyClick(rules.edit, Qt.Key.Key_F8)
        found.append(rules.edit.textCursor().blockNumber() + 1)
    assert found == [2, 4, 2]


def test_f8_without_mistakes_stays(rules: PolicyRules) -> None:
    rules.edit.go_to(3)
    QTest.keyClick(rules.edit, Qt.Key.Key_F8)
    assert rules.edit.textCursor().blockNumber() == 2


def test_typing_is_told(rules: PolicyRules, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rules.changed):
        QTest.keyClicks(rules.edit, "x")
