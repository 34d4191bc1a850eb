"""What a policy asks is typed into fields of its kinds, by the keyboard alone."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.policy.facts import FactKind
from coprod_desktop.services.asked_facts import AskedFact
from coprod_desktop.ui.asked_block import AskedBlock
from coprod_desktop.ui.widgets.why_list import WhyLine
from tests.builders import TODAY
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import word

PASSENGERS = AskedFact(name="passengers", kind=FactKind.NUMBER)
LEFT = AskedFact(name="left_home", kind=FactKind.CLOCK)
AGREED = AskedFact(name="agreed_on", kind=FactKind.DAY)
FARE = AskedFact(name="fare", kind=FactKind.MONEY)
AWAY = AskedFact(name="away", kind=FactKind.LENGTH)
PLAN = AskedFact(name="in_travel_plan", kind=FactKind.YES_NO)
ATTENDED = AskedFact(name="attended", kind=FactKind.YES_NO, is_yes_unless_said=True)
PROOF = AskedFact(name="evidence", kind=FactKind.WORDS, examples=("receipt",))
EVERY = (PASSENGERS, LEFT, AGREED, FARE, AWAY, PLAN, ATTENDED, PROOF)


class Stand(QWidget):
    """A field, the block after it, and a button-like field behind."""

    def __init__(self) -> None:
        super().__init__()
        self.first = QLineEdit()
        self.block = AskedBlock(word, lambda: TODAY, after=self.first)
        self.last = QLineEdit()
        column = QVBoxLayout(self)
        for part in (self.first, self.block, self.last):
            column.addWidget(part)


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    made = Stand()
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_kind_of_fact_is_typed_in_order_without_a_mouse(stand: Stand) -> None:
    stand.block.ask(EVERY)
    stand.activateWindow()
    stand.first.setFocus()
    for typed in ("2", "6.40", "16/11/2026", "4.60", "10h30", " ", " ", "receipt"):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QTest.keyClicks(focused(), typed)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is stand.last
    assert stand.block.text().splitlines() == [
        "passengers = 2",
        'left_home = "06:40"',
        "agreed_on = 2026-11-16",
        "fare = 4.6",
        'away = "630m"',
        "in_travel_plan = true",
        "attended = false",
        'evidence = "receipt"',
    ]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_what_an_entry_has_stands_in_the_fields_and_goes_back_unchanged(stand: Stand) -> None:
    text = (
        "passengers = 2\n"
        'left_home = "06:40"\n'
        "agreed_on = 2026-11-16\n"
        "fare = 4.6\n"
        'away = "630m"\n'
        "in_travel_plan = true\n"
        "attended = false\n"
        'evidence = "Receipt"\n'
        "engine_cc = 998"
    )
    stand.block.start(text)
    stand.block.ask(EVERY)
    assert cast(QCheckBox, stand.block.field("attended")).isChecked()
    assert cast(QLineEdit, stand.block.field("evidence")).text() == "Receipt"
    assert stand.block.text() == text


def test_what_was_typed_comes_back_when_it_is_asked_again(stand: Stand) -> None:
    stand.block.start("passengers = 1")
    stand.block.ask([PASSENGERS])
    field = cast(QLineEdit, stand.block.field("passengers"))
    field.selectAll()
    QTest.keyClicks(field, "3")
    stand.block.ask([LEFT])
    assert stand.block.text() == "passengers = 1"
    stand.block.ask([PASSENGERS, LEFT])
    assert stand.block.text() == "passengers = 3"


def test_what_was_emptied_stays_empty(stand: Stand) -> None:
    stand.block.start("passengers = 1")
    stand.block.ask([PASSENGERS])
    field = cast(QLineEdit, stand.block.field("passengers"))
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    stand.block.ask([PASSENGERS, LEFT])
    assert stand.block.text() == ""


def test_the_same_name_of_another_kind_takes_nothing_over(stand: Stand) -> None:
    stand.block.ask([PROOF])
    QTest.keyClicks(cast(QLineEdit, stand.block.field("evidence")), "two")
    stand.block.ask([AskedFact(name="evidence", kind=FactKind.NUMBER)])
    assert stand.block.text() == ""


def test_nothing_is_shown_where_nothing_is_asked(stand: Stand) -> None:
    assert not stand.block.isVisible()
    stand.block.ask([PASSENGERS])
    assert stand.block.isVisible()
    stand.block.ask([])
    assert not stand.block.isVisible()
    stand.block.show_answer(WhyLine(what="This would be agreed", amount="£4.60"))
    assert stand.block.isVisible()


def test_a_tick_and_a_typed_letter_are_changes(stand: Stand, qtbot: QtBot) -> None:
    stand.block.ask([PLAN, PASSENGERS])
    for name, key in (("in_travel_plan", Qt.Key.Key_Space), ("passengers", Qt.Key.Key_2)):
        with qtbot.waitSignal(stand.block.changed, timeout=1000):
            QTest.keyClick(stand.block.field(name), key)


def test_every_field_has_a_name(stand: Stand) -> None:
    stand.block.ask(EVERY)
    assert unnamed_controls(stand.block) == []
    assert stand.block.field("passengers").accessibleName() == "Passengers"
    assert "“receipt”" in stand.block.field("evidence").accessibleDescription()
