"""A number is typed as people write it."""

from fractions import Fraction

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.number_edit import NumberEdit
from tests.ui.rooms import word


def test_a_number_is_written_in_full_on_leaving(qtbot: QtBot) -> None:
    field = NumberEdit("Engine size in cc", word)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "1600.50")
    assert field.value() == Fraction(3201, 2)
    assert field.settle()
    assert field.text() == "1,600.5"


def test_what_is_no_number_is_said(qtbot: QtBot) -> None:
    field = NumberEdit("Engine size in cc", word)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "-2")
    assert not field.settle()
    assert "2.5" in field.problem
