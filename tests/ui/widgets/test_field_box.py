"""A field stands with its label, its hint, and a sentence about what is wrong."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.money_edit import MoneyEdit


def test_a_sentence_is_shown_and_read_aloud_after_the_hint(qtbot: QtBot) -> None:
    box = FieldBox("Name", QLineEdit(), "As on letters.")
    qtbot.addWidget(box)
    assert box.field.accessibleName() == "Name"
    assert box.field.accessibleDescription() == "As on letters."
    box.show_error("Write a name.")
    assert box.error == "Write a name."
    assert box.field.accessibleDescription() == "As on letters. Write a name."
    assert box.field.property("problem") == "true"
    box.show_error("")
    assert box.error == ""
    assert box.field.accessibleDescription() == "As on letters."
    assert box.field.property("problem") == "false"


@pytest.mark.parametrize(
    "make",
    [lambda: MoneyEdit("Fare", str), lambda: ChoiceEdit("Fare", [Choice(1, "Bus")])],
    ids=["money", "choice"],
)
def test_a_field_that_reads_its_text_shows_its_own_problem(
    qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    box = FieldBox("Fare", make())
    qtbot.addWidget(box)
    box.show()
    line = box.field if isinstance(box.field, QLineEdit) else box.field.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "much")
    problem = box.own_problem()
    assert problem
    assert box.error == problem
    box.hide()


def test_a_plain_field_has_no_problem_of_its_own(qtbot: QtBot) -> None:
    box = FieldBox("Name", QLineEdit("much"))
    qtbot.addWidget(box)
    assert box.own_problem() == ""
