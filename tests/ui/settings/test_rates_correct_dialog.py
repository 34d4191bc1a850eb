"""A figure is typed in its unit, with its days and its source, and nothing typed is lost."""

import datetime
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.rates import Unit
from coprod_desktop.ui.settings.rates_correct_dialog import FigureEdit, RateCorrectDialog
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, word
from tests.ui.settings.rates_room import LATER, figure

DAY = datetime.date(2026, 11, 21)


@pytest.fixture
def dialog(room: Room, qtbot: QtBot) -> RateCorrectDialog:
    made = RateCorrectDialog(
        figure(room, "permitted-work-week", DAY), DAY, word, room.context.today
    )
    qtbot.addWidget(made)
    return made


def test_the_form_begins_with_what_holds_and_ends_with_it(dialog: RateCorrectDialog) -> None:
    assert dialog._value.text() == "£203.50"
    typed = dialog.correction()
    assert typed is not None
    assert typed.code == "permitted-work-week"
    assert (typed.value, typed.effective_on) == (Decimal(20_350), DAY)
    assert typed.effective_to == datetime.date(2027, 4, 11)
    assert "£203.50 a week" in dialog._value.accessibleDescription()
    assert unnamed_controls(dialog) == []


def test_a_figure_that_is_not_known_begins_empty(room: Room, qtbot: QtBot) -> None:
    row = figure(room, "real-living-wage-uk", LATER)
    dialog = RateCorrectDialog(row, LATER, word, room.context.today)
    qtbot.addWidget(dialog)
    assert dialog._value.text() == ""
    assert dialog.correction() is None
    assert dialog.form.box("value").error


def test_a_first_day_is_needed(dialog: RateCorrectDialog) -> None:
    dialog._from.set_day(None)
    assert dialog.correction() is None
    assert dialog.form.box("from").error


@pytest.mark.parametrize(
    ("unit", "typed", "shown", "value"),
    [
        (Unit.PENCE_A_MILE, "45.5", "45.5p", "45.5"),
        (Unit.PENCE_AN_HOUR, "13", "£13.00", "1300"),
        (Unit.PERCENT, "60", "60%", "60"),
        (Unit.HOURS_A_WEEK, "18 hours", "18", "18"),
    ],
)
def test_a_figure_is_written_in_full_on_leaving(
    qtbot: QtBot, unit: Unit, typed: str, shown: str, value: str
) -> None:
    field = FigureEdit("Figure", unit, word)
    qtbot.addWidget(field)
    QTest.keyClicks(field, typed)
    assert field.settle()
    assert (field.text(), field.value()) == (shown, Decimal(value))


def test_what_is_no_figure_stays_as_typed_with_a_sentence(qtbot: QtBot) -> None:
    field = FigureEdit("Figure", Unit.PENCE_A_MILE, word)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "a lot")
    assert not field.settle()
    assert field.text() == "a lot"
    assert "not a figure" in field.problem
