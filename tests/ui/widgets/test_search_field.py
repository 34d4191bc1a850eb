"""A search waits for a pause, and never sends the same twice."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.search_field import SearchField


def test_typing_is_sent_once_after_a_pause(qtbot: QtBot) -> None:
    field, sent = SearchField("Search people"), list[str]()
    qtbot.addWidget(field)
    field.searched.connect(sent.append)
    field.show()
    QTest.keyClicks(field, "llyr")
    assert sent == []
    qtbot.waitUntil(lambda: sent == ["llyr"])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sent == ["llyr"]


def test_enter_sends_at_once_and_escape_empties(qtbot: QtBot) -> None:
    field, sent = SearchField("Search people"), list[str]()
    qtbot.addWidget(field)
    field.searched.connect(sent.append)
    field.show()
    QTest.keyClicks(field, "bus ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sent == ["bus"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert sent == ["bus", ""]
    assert field.text() == ""


def test_down_goes_to_the_list(qtbot: QtBot) -> None:
    field = SearchField("Search people")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.left_downwards):
        QTest.keyClick(field, Qt.Key.Key_Down)


def test_a_list_that_drops_stale_answers_gets_every_letter(qtbot: QtBot) -> None:
    field, sent = SearchField("Search work", pause_ms=0), list[str]()
    qtbot.addWidget(field)
    field.searched.connect(sent.append)
    for letter in "ab":
        QTest.keyClicks(field, letter)
        qtbot.waitUntil(lambda: bool(sent) and sent[-1] == field.text())
    assert sent == ["a", "ab"]
