"""A message says it with icon, words and colour, and does what its actions say."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.buttons import Button, IconButton
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from tests.ui.accessibility import unnamed_controls


@pytest.mark.parametrize("kind", list(MessageKind))
def test_each_kind_can_be_closed(qtbot: QtBot, kind: MessageKind) -> None:
    bar = MessageBar(kind, "12 contributions saved.")
    qtbot.addWidget(bar)
    bar.show()
    with qtbot.waitSignal(bar.closed):
        bar.findChildren(IconButton)[0].click()
    assert not bar.isVisible()
    assert unnamed_controls(bar) == []


def test_an_action_hides_the_bar_first_and_is_done_once(qtbot: QtBot) -> None:
    seen: list[tuple[str, bool]] = []
    bar = MessageBar(
        MessageKind.GOOD,
        "Saved.",
        (
            ("Show them", lambda: seen.append(("show", bar.isVisible()))),
            ("Undo", lambda: seen.append(("undo", bar.isVisible()))),
            ("A third", lambda: seen.append(("third", True))),
        ),
        is_closable=False,
    )
    qtbot.addWidget(bar)
    bar.show()
    buttons = bar.findChildren(Button)
    assert [button.words for button in buttons] == ["Show them", "Undo"]
    buttons[1].click()
    assert seen == [("undo", False)]
    assert bar.findChildren(IconButton) == []


def test_a_sentence_that_begins_with_an_arabic_name_runs_from_the_left(qtbot: QtBot) -> None:
    bar = MessageBar(MessageKind.GOOD, "مريم الصالح was added.")
    qtbot.addWidget(bar)
    bar.resize(600, 40)
    bar.show()
    assert bar.text == "مريم الصالح was added."
    drawn = bar.grab().toImage()
    (words,) = [one for one in bar.findChildren(QLabel) if "added" in one.text()]
    left, wide = words.x(), words.width()
    paper = drawn.pixel(left + wide - 4, words.y() + 4)
    is_drawn = [
        any(drawn.pixel(x, y) != paper for y in range(words.y(), words.y() + words.height()))
        for x in (*range(left, left + 20), *range(left + wide - 20, left + wide))
    ]
    assert any(is_drawn[:20])
    assert not any(is_drawn[20:])
