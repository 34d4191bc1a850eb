"""A field completes what was written before, and never keeps what nobody meant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.session_sheet.completing import CompletingEdit
from tests.ui.rooms import type_text

TEXTS = ("Chairing", "Café work", "Checking a form", "Welsh, Chairing")


@pytest.fixture
def field(qtbot: QtBot) -> CompletingEdit:
    made = CompletingEdit("Skills", lambda: TEXTS)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "text", "rest"),
    [
        ("ch", "Chairing", "airing"),
        ("CHE", "Checking a form", "cking a form"),
        ("cafe", "Café work", " work"),
        ("c", "c", ""),
        ("zz", "zz", ""),
        ("chairing", "chairing", ""),
    ],
)
def test_two_letters_complete_the_newest_text_with_the_rest_selected(
    field: CompletingEdit, typed: str, text: str, rest: str
) -> None:
    type_text(field, typed)
    assert (field.text(), field.selectedText()) == (text, rest)
    field.hide()


def test_typing_on_replaces_the_rest_and_backspace_takes_it_off(field: CompletingEdit) -> None:
    type_text(field, "chat")
    assert field.text() == "chat"
    field.clear()
    type_text(field, "ch")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text().casefold() == "ch"
    field.hide()


def test_down_and_up_go_through_what_fits(field: CompletingEdit) -> None:
    type_text(field, "ch")
    assert field.fitting == ["Chairing", "Checking a form"]
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "Checking a form"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "Chairing"
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "Checking a form"
    field.hide()


def test_each_part_behind_a_comma_is_completed_by_itself(qtbot: QtBot) -> None:
    field = CompletingEdit("Skills", lambda: TEXTS, has_parts=True)
    qtbot.addWidget(field)
    field.show()
    type_text(field, "Polish, we")
    assert (field.text(), field.selectedText()) == ("Polish, Welsh", "lsh")
    field.hide()


def test_letters_in_the_middle_of_a_text_complete_nothing(field: CompletingEdit) -> None:
    field.setText("x")
    field.setCursorPosition(0)
    type_text(field, "ch")
    assert field.text() == "chx"
    field.hide()
