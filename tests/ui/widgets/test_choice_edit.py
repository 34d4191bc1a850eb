"""Choosing by typing, with or without accents."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit, matching

PEOPLE = [Choice(1, "Catrin Llŷr"), Choice(2, "Małgorzata Zielińska"), Choice(3, "Siân Wyn Ellis")]


@pytest.fixture
def field(qtbot: QtBot) -> ChoiceEdit[int]:
    made = ChoiceEdit("Who", PEOPLE)
    qtbot.addWidget(made)
    made.show()
    return made


def line_of(field: ChoiceEdit[int]) -> QLineEdit:
    line = field.lineEdit()
    assert line is not None
    return line


def test_nothing_is_chosen_at_first(field: ChoiceEdit[int]) -> None:
    assert field.value() is None
    assert field.currentText() == ""


@pytest.mark.parametrize(("typed", "value"), [("llyr", 1), ("zielin", 2), ("sian w", 3)])
def test_a_part_without_accents_is_enough_when_it_means_one(
    field: ChoiceEdit[int], qtbot: QtBot, typed: str, value: int
) -> None:
    QTest.keyClicks(line_of(field), typed)
    assert field.settle()
    assert field.value() == value
    assert field.currentText() == PEOPLE[value - 1].text


def test_what_is_not_in_the_list_is_said_and_kept(field: ChoiceEdit[int], qtbot: QtBot) -> None:
    said: list[str] = []
    field.problem_changed.connect(said.append)
    QTest.keyClicks(line_of(field), "Zzz")
    assert not field.settle()
    assert field.value() is None
    assert field.currentText() == "Zzz"
    assert said[-1] == field.problem != ""


def test_emptying_chooses_nothing(field: ChoiceEdit[int], qtbot: QtBot) -> None:
    field.set_value(2)
    told: list[int | None] = []
    field.value_changed.connect(told.append)
    line = line_of(field)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert field.settle()
    assert told == [None]


def test_the_value_stays_when_the_choices_are_fetched_again(field: ChoiceEdit[int]) -> None:
    field.set_value(3)
    field.set_choices([Choice(9, "Aled"), *PEOPLE])
    assert (field.value(), field.currentText()) == (3, "Siân Wyn Ellis")
    field.set_choices(PEOPLE[:1])
    assert (field.value(), field.currentText()) == (None, "")


def test_names_that_begin_with_what_is_typed_come_first() -> None:
    names = ["Ann Wynne", "Wyn Jones", "Siân Wyn"]
    assert matching(names, "wyn") == ["Wyn Jones", "Ann Wynne", "Siân Wyn"]
    assert matching(names, "wyn si") == ["Siân Wyn"]
    assert matching(names, "") == names


def test_excel_autocomplete_finds_a_nickname_too(qtbot: QtBot) -> None:
    field = ChoiceEdit("Who", [Choice(1, "Catrin Llŷr", "Cati L."), Choice(2, "Tom Brennan")])
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(line_of(field), "cati l")
    assert field.settle()
    assert (field.value(), field.currentText()) == (1, "Catrin Llŷr")
