"""Somebody at a session sheet: real keys go where the keyboard is, and each one is counted."""

from dataclasses import dataclass, replace
from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.selection_sums import SelectionSums
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.session_sheet.draft import Place, shown
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.session_sheet.screen import make_screen
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from tests.ui.rooms import Room, add_people, add_project, type_text

D = TypeVar("D", bound=QDialog)
NAMES = (
    "Amina Yusuf", "Catrin Llŷr", "Dariusz Wójcik", "Delyth Prosser", "Gwyn Rhydderch",
    "Jacqueline Okafor", "Małgorzata Zielińska", "Owain Pritchard", "Priya Nair",
    "Siân Wyn Ellis", "Tom Brennan", "Mohammed Al-Sayed",
)  # fmt: skip
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
_SIGNS = {
    "\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return, "↓": Qt.Key.Key_Down, "↑": Qt.Key.Key_Up,
    "→": Qt.Key.Key_Right, "←": Qt.Key.Key_Left, "⎋": Qt.Key.Key_Escape,
    "␡": Qt.Key.Key_Delete, "⌫": Qt.Key.Key_Backspace,
}  # fmt: skip


@dataclass
class Desk:
    """The sheet of a room, and everything that somebody does at it."""

    room: Room
    screen: Screen
    qtbot: QtBot
    sums: list[SelectionSums | None]
    count: int = 0
    letters: int = 0

    @property
    def page(self) -> SessionSheetPage:
        return cast(SessionSheetPage, self.screen.page)

    # --- the keyboard ---------------------------------------------------------------------------

    def keys(self, text: str) -> None:
        """Press key after key; arrows, Tab and the like stand as signs."""
        for letter in text:
            self.count += 1
            if letter in _SIGNS:
                QTest.keyClick(self._focus, _SIGNS[letter])
            else:
                self.letters += 1
                type_text(self._focus, letter)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
        """Press a key with others held down."""
        self.count += 1
        QTest.keyClick(self._focus, key, held)

    @property
    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def go_to(self, number: int, place: Place) -> None:
        self.page.go_to(number, place)

    def select(self, first: tuple[int, Place], last: tuple[int, Place]) -> None:
        """Select a block with Shift and the arrows."""
        self.go_to(*first)
        for _step in range(last[0] - first[0]):
            self.press(Qt.Key.Key_Down, SHIFT)
        for _step in range(last[1] - first[1]):
            self.press(Qt.Key.Key_Right, SHIFT)

    def save(self) -> None:
        """Press Ctrl+S; a button shows for a moment that it was pressed."""
        with self.qtbot.waitSignal(self.page.save_requested):
            self.press(Qt.Key.Key_S)

    # --- the clipboard --------------------------------------------------------------------------

    def paste(self, text: str) -> None:
        """Let another program copy this, and press Ctrl+V here."""
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V)

    @property
    def copied(self) -> str:
        return QGuiApplication.clipboard().text()

    @property
    def copied_html(self) -> str:
        return QGuiApplication.clipboard().mimeData().html()

    # --- what is to be seen ---------------------------------------------------------------------

    def row(self, number: int) -> list[str]:
        row = self.page.sheet.row_at(number)
        return [shown(row, place) for place in Place]

    def column(self, place: Place) -> list[str]:
        return [shown(row, place) for row in self.page.sheet.rows]

    @property
    def here(self) -> tuple[int, Place]:
        return self.page.grid.view.commands.here()

    def dialogs(self) -> list[FormDialog]:
        return [one for one in self.page.findChildren(FormDialog) if one.isVisible()]

    def dialog(self, kind: type[D]) -> D:
        (found,) = [one for one in self.page.findChildren(kind) if one.isVisible()]
        return found

    def logged(self) -> list[Contribution]:
        contributions = self.room.office.contributions
        found = contributions.page(ContributionFilter(), None, 200)
        return [contributions.get(one.contribution_id) for one in found]


def made_desk(room: Room, qtbot: QtBot, names: tuple[str, ...] = NAMES) -> Desk:
    """Make a sheet with a project and people, the keyboard in its first cell."""
    if not room.office.projects.open_projects():
        add_project(room.office)
        add_people(room.office, *names)
    sums: list[SelectionSums | None] = []
    screen = make_screen(replace(room.context, show_sums=sums.append))
    page = cast(SessionSheetPage, screen.page)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    screen.refresh()
    page.grid.view.setFocus()
    return Desk(room=room, screen=screen, qtbot=qtbot, sums=sums)
