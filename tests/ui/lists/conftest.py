"""A window with the contributions of three people, as the tests of lists use it."""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.list_looks import ColumnFilter
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.services.sessions import SessionEntry, SessionRow
from coprod_desktop.ui.contributions.page import ContributionsPage
from coprod_desktop.ui.contributions.screen import make_screen
from coprod_desktop.ui.list_menu import ListMenu
from coprod_desktop.ui.lists.control import ListControl
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.theme import Theme
from tests.builders import WORKED_ON
from tests.ui.rooms import Room, add_people, add_project

D = TypeVar("D", bound=QDialog)
NAMES = ("Amina Yusuf", "Catrin Llŷr", "Tom Brennan")
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Desk:
    """The window, its screen of contributions, and short ways to press keys in the list."""

    room: Room
    window: MainWindow
    screen: Screen

    @property
    def page(self) -> ContributionsPage:
        return cast(ContributionsPage, self.screen.page)

    @property
    def looks(self) -> ListControl[ContributionSummary]:
        presenter = cast("tuple[object, ...]", self.screen.presenter)[0]
        return cast("ListControl[ContributionSummary]", presenter.looks)  # type: ignore[attr-defined]  # the presenter of this very screen

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _time in range(times):
            QTest.keyClick(self.page.list.table, key, modifiers)

    def go_to(self, row: int, column: str) -> None:
        keys = [one.key for one in self.page.rows.columns]
        self.page.list.table.setFocus()
        self.page.list.table.setCurrentIndex(self.page.rows.index(row, keys.index(column)))

    def rows(self) -> list[ContributionSummary]:
        found = (self.page.rows.row_at(at) for at in range(self.page.rows.rowCount()))
        return [row for row in found if row is not None]

    def names(self) -> list[str]:
        return [row.participant for row in self.rows()]

    def titles(self) -> list[str]:
        return [one.title for one in self.page.rows.columns]

    def text(self, row: int, column: str) -> str:
        (found,) = [one for one in self.page.rows.columns if one.key == column]
        return found.text(self.rows()[row])

    def dialog(self, kind: type[D]) -> D:
        (found,) = [one for one in self.window.findChildren(kind) if one.isVisible()]
        return found

    def filter(self, **told: object) -> None:
        self.looks.filter(ColumnFilter(**told))  # type: ignore[arg-type]  # its own fields


def open_desk(room: Room, theme: Theme) -> Desk:
    """Show the screen of contributions in a window of its own."""
    window = MainWindow(theme)
    context = dataclasses.replace(room.context, show_sums=window.status.show_sums)
    window.resize(1500, 800)
    screen = make_screen(context)
    window.add_screen(screen)
    menu = ListMenu(window)
    window.setProperty("menu", menu)
    window.show()
    window.activateWindow()
    window.show_screen("contributions")
    return Desk(room=room, window=window, screen=screen)


@pytest.fixture
def reopened(room: Room, theme: Theme) -> Iterator[Callable[[], Desk]]:
    """Open the screen once more, as after a restart."""
    made: list[Desk] = []

    def again() -> Desk:
        for old in made:
            old.window.hide()
        made.append(open_desk(room, theme))
        return made[-1]

    yield again
    for desk in made:
        desk.window.hide()
        desk.window.deleteLater()


@pytest.fixture
def desk(room: Room, reopened: Callable[[], Desk]) -> Desk:
    """Show what three people gave in two hours and a half, each with travel time."""
    project = add_project(room.office)
    people = add_people(room.office, *NAMES)
    choices = (Choice.ACCEPT, Choice.DECLINE, Choice.ACCEPT)
    room.office.sessions.log(
        SessionEntry(
            project_id=project.project_id,
            title="Leaflet workshop",
            held_on=WORKED_ON,
            kind_of_work="Meeting",
            rows=tuple(
                SessionRow(
                    participant_id=person.participant_id,
                    capacity=person.capacity,
                    minutes=(("Meeting", 60 + 30 * at), ("Travel time", 30)),
                    choice=choice,
                )
                for at, (person, choice) in enumerate(zip(people, choices, strict=True))
            ),
        )
    )
    return reopened()
