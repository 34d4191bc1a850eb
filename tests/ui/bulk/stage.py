"""A window over a real file with one list in it, so that its menus can be asked by their keys."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.list_extracts import ListExtract
from coprod_desktop.domain.participants import Participant
from coprod_desktop.ui.bulk.menu import BulkMenu
from coprod_desktop.ui.list_actions import ListActions
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.screen import Screen, ScreenGroup
from coprod_desktop.ui.theme import Theme
from tests.builders import WORKED_ON
from tests.ui.rooms import Room, add_people, add_project


@dataclass
class Listed:
    """The rows that a list shows and those that are selected in it, by id."""

    subject: str
    row_ids: tuple[int, ...]
    selected: tuple[int, ...] = field(default=())

    def actions(self) -> ListActions:
        return ListActions(
            subject=self.subject,
            export_rows=lambda: ListExtract(title="", columns=(), rows=_no_rows()),
            selected_ids=lambda: self.selected,
            chosen_ids=lambda: lambda: self.selected if len(self.selected) > 1 else self.row_ids,
            focus_search=lambda: None,
            clear_filters=lambda: None,
            copy_rows=lambda: None,
            choose_columns=lambda: None,
            change_zoom=lambda _steps: None,
        )


def _no_rows() -> Iterator[tuple[()]]:
    yield from ()


def work(room: Room, *names: str) -> list[Contribution]:
    """Log an hour of work of each of some new people, at £25.00 an hour."""
    project = add_project(room.office)
    return [_hour(room, person, project.project_id) for person in add_people(room.office, *names)]


def _hour(room: Room, person: Participant, project_id: int) -> Contribution:
    return room.office.contributions.log(
        Contribution(
            contribution_id=0,
            participant_id=person.participant_id,
            project_id=project_id,
            worked_on=WORKED_ON,
            minutes=60,
            kind_of_work="Meeting",
            capacity=person.capacity,
            what="Leaflet workshop",
            pay=Pay.PAID,
        )
    )


def show(room: Room, theme: Theme, listed: Listed | None) -> MainWindow:
    """Show a window with one screen, and the Edit menu over it."""
    window = MainWindow(theme)
    screen = Screen(
        key="list",
        title="List",
        icon="list-checks",
        group=ScreenGroup.LOG,
        page=QWidget(),
        presenter=None,
        refresh=lambda: None,
        list_actions=None if listed is None else listed.actions(),
    )
    window.add_screen(screen)
    menu = BulkMenu(window, room.context)
    window.setProperty("bulk_menu", menu)
    window.resize(1200, 800)
    window.show()
    window.show_screen("list")
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return window
