"""An empty list says so, and offers what to do next."""

from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.buttons import primary_button
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.labels import label
from tests.ui.accessibility import unnamed_controls


def test_words_hint_and_button(qtbot: QtBot) -> None:
    add = primary_button("Add a participant")
    empty = EmptyState("users", "Nobody is here yet.", "Add the people you work with.", add)
    qtbot.addWidget(empty)
    empty.show()
    words = [one.text() for one in empty.findChildren(type(label())) if one.isVisible()]
    assert words == ["Nobody is here yet.", "Add the people you work with."]
    empty.set_words("Nothing matches “bus”.")
    words = [one.text() for one in empty.findChildren(type(label())) if one.isVisible()]
    assert words == ["Nothing matches “bus”."]
    assert add.isVisible()
    assert unnamed_controls(empty) == []
