"""Short ways through the steps of an import, by key."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.participants import Participant
from coprod_desktop.ui.imports.dialog import ImportDialog
from tests.ui.rooms import Room

HEAD = "Name,Date,Hours,Project,What,Paid"
ANN = "Ann Lee,13/04/2026,2,Garden,Dug,yes"
BEN = "Ben Rees,14/04/2026,1,Garden,Planted,no"
Opened = Callable[..., ImportDialog]


def words(part: QWidget) -> str:
    """Return all that is on show."""
    found = (one.text() for one in part.findChildren(QLabel) if one.isVisible())
    return " ".join(found).replace("\xa0", " ")


def press(dialog: ImportDialog) -> None:
    """Go on by key, from wherever the keyboard is."""
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def work(room: Room) -> list[tuple[str, int, str]]:
    """Return whose work the file holds, how long, and what."""
    with room.office.desk.reading() as reading:
        people = {one.participant_id: one.name for one in reading.find(Participant)}
        found = reading.find(Contribution)
    return sorted((people[one.participant_id], one.minutes, one.what) for one in found)
