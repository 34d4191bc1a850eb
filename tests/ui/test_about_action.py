"""“History of this” tells of the row that is selected, and says what to do where none is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.list_extracts import ListExtract
from coprod_desktop.ui.about_action import AboutAction
from coprod_desktop.ui.list_actions import ListActions
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.screen import Screen, ScreenGroup
from coprod_desktop.ui.theme import Theme
from tests.ui.rooms import Room, add_people, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path)
    yield made
    made.office.close()


def show_people(window: MainWindow, selected: tuple[int, ...]) -> None:
    actions = ListActions(
        subject="participants",
        export_rows=lambda: ListExtract(title="", columns=(), rows=iter(())),
        selected_ids=lambda: selected,
        chosen_ids=lambda: lambda: selected,
        focus_search=lambda: None,
        clear_filters=lambda: None,
        copy_rows=lambda: None,
        choose_columns=lambda: None,
        change_zoom=lambda _steps: None,
    )
    screen = Screen(
        key="people", title="People", icon="users", group=ScreenGroup.PEOPLE, page=QWidget(),
        presenter=None, refresh=lambda: None, list_actions=actions,
    )  # fmt: skip
    window.add_screen(screen)
    window.show_screen("people")


def test_the_selected_row_tells_its_history(room: Room, theme: Theme, qtbot: QtBot) -> None:
    (person,) = add_people(room.office, "Amina Yusuf")
    window = MainWindow(theme)
    qtbot.addWidget(window)
    show_people(window, (person.participant_id,))
    about = AboutAction(window, room.context)
    about.action.trigger()
    dialogs = window.findChildren(QDialog)
    assert len(dialogs) == 1
    dialogs[0].reject()
    about.remove()


def test_without_a_row_it_says_what_to_do(room: Room, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    show_people(window, ())
    AboutAction(window, room.context).action.trigger()
    assert "Choose a row of a list first" in room.last_words
    assert not window.findChildren(QDialog)
