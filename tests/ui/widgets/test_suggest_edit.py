"""Earlier texts come back after two letters, whatever their accents; anything else may be typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.choice_edit import Choice
from coprod_desktop.ui.widgets.suggest_edit import SuggestEdit, suggest_texts
from tests.ui.accessibility import unnamed_controls


@pytest.fixture
def field(qtbot: QtBot) -> SuggestEdit[int]:
    made = SuggestEdit[int]("What was done")
    made.set_choices([Choice(1, "Côd leaflet"), Choice(2, "Ward visit"), Choice(3, "Ward visit")])
    qtbot.addWidget(made)
    made.show()
    return made


def test_excel_autocomplete_of_earlier_text_after_two_letters(
    field: SuggestEdit[int], qtbot: QtBot
) -> None:
    picked: list[int] = []
    field.picked.connect(picked.append)
    QTest.keyClicks(field, "c")
    assert field.offers == []
    QTest.keyClicks(field, "o")
    assert field.offers == ["Côd leaflet"]
    popup = field.list
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (field.text(), picked) == ("Côd leaflet", [1])


def test_a_later_word_is_found_and_the_newest_of_two_alike_counts(
    field: SuggestEdit[int], qtbot: QtBot
) -> None:
    picked: list[int] = []
    field.picked.connect(picked.append)
    QTest.keyClicks(field, "vis")
    popup = field.list
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert picked == [2]


def test_new_text_stays_as_it_is_typed(field: SuggestEdit[int], qtbot: QtBot) -> None:
    QTest.keyClicks(field, "warden")
    assert field.offers == []
    assert field.text() == "warden"
    assert unnamed_controls(field) == []


def test_plain_texts_are_offered_as_they_are(qtbot: QtBot) -> None:
    field = SuggestEdit[str]("Skills used")
    qtbot.addWidget(field)
    suggest_texts(field, ["Chairing", "Welsh"])
    field.show()
    QTest.keyClicks(field, "WE")
    assert field.offers == ["Welsh"]
    field.list.hide()
