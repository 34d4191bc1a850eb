"""A field keeps what was typed, understands it while it can, and complains only on leaving."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit


class WordTooLongError(DomainError):
    """A word of more than three letters."""


class ShortWord(ParsedEdit[str]):
    def parse(self, text: str) -> str:
        if len(text) > 3:
            raise WordTooLongError(text=text)
        return text.upper()

    def write(self, value: str) -> str:
        return value


def test_value_follows_typing_and_problem_waits(qtbot: QtBot) -> None:
    field, values, problems = ShortWord("Word", str), list[str | None](), list[str]()
    qtbot.addWidget(field)
    field.value_changed.connect(values.append)
    field.problem_changed.connect(problems.append)
    field.show()
    QTest.keyClicks(field, "bus!")
    assert values == ["B", "BU", "BUS", None]
    assert problems == []
    assert not field.settle()
    assert field.text() == "bus!"
    assert problems == ["WordTooLongError"]
    field.set_value("TAXI")
    assert (field.value(), field.problem) == ("TAXI", "")


def test_an_empty_field_has_no_value_and_no_problem(qtbot: QtBot) -> None:
    field = ShortWord("Word", str)
    qtbot.addWidget(field)
    field.setText("   ")
    assert field.settle()
    assert field.value() is None
    assert field.text() == ""
