"""Each kind of fact has a field that gives its value back as it was."""

import datetime
from fractions import Fraction

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.policy.facts import FactKind, FactValue
from coprod_desktop.services.asked_facts import AskedFact
from coprod_desktop.ui.asked_fields import SHORT, WordsEdit, make_field, put_value, value_of
from tests.builders import TODAY
from tests.ui.rooms import word

VALUES: dict[FactKind, FactValue] = {
    FactKind.WORDS: "Llŷn Cars",
    FactKind.YES_NO: True,
    FactKind.NUMBER: Fraction(5, 2),
    FactKind.MONEY: Fraction(460),
    FactKind.LENGTH: Fraction(630),
    FactKind.CLOCK: 400,
    FactKind.DAY: datetime.date(2026, 11, 16),
}


@pytest.mark.parametrize("kind", FactKind)
def test_a_value_goes_in_and_comes_out_as_it_was(kind: FactKind, qtbot: QtBot) -> None:
    fact = AskedFact(name="x", kind=kind)
    field = make_field(fact, word, lambda: TODAY)
    qtbot.addWidget(field)
    assert value_of(field, fact) is None
    put_value(field, fact, VALUES[kind])
    assert value_of(field, fact) == VALUES[kind]


def test_what_is_so_unless_somebody_says_else_is_ticked_where_it_is_not(qtbot: QtBot) -> None:
    fact = AskedFact(name="attended", kind=FactKind.YES_NO, is_yes_unless_said=True)
    field = make_field(fact, word, lambda: TODAY)
    qtbot.addWidget(field)
    assert isinstance(field, QCheckBox)
    assert value_of(field, fact) is None
    field.setChecked(True)
    assert value_of(field, fact) is False
    put_value(field, fact, True)
    assert not field.isChecked()


def test_words_that_no_paper_could_show_are_said_at_the_field(qtbot: QtBot) -> None:
    field = WordsEdit("Which proof there is", word)
    qtbot.addWidget(field)
    field.setText("a\x85b" * 300)
    assert not field.settle()
    assert "500" in field.problem


def test_days_and_words_have_a_row_of_their_own() -> None:
    assert not SHORT & {FactKind.DAY, FactKind.WORDS, FactKind.YES_NO}
