"""A real, open file for screens to work on, and a context that remembers what was said."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.domain.policy import simple_version
from coprod_desktop.domain.projects import Project
from coprod_desktop.services.office import Office
from coprod_desktop.services.sentences import sentence
from coprod_desktop.ui.changes import Changes
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.preferences import Preferences
from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.widgets.message_bar import Action, MessageKind
from tests.builders import NOW
from tests.ready_files import a_new_office

PASSPHRASE = "correct horse battery"


@dataclass
class Room:
    """An open file, the context of its screens, and everything that was said above the page."""

    office: Office
    context: Context
    said: list[tuple[MessageKind, str]] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)

    @property
    def last_words(self) -> str:
        """Return the last sentence that was said."""
        return self.said[-1][1] if self.said else ""


def make_room(folder: Path) -> Room:
    """Make an encrypted file with a rate of £25.00 an hour, and a context around it."""
    office = a_new_office(
        str(folder / "Rivermead.coprod"),
        PASSPHRASE,
        Organisation(organisation_id=0, name="Rivermead Together"),
        simple_version(
            effective_on=datetime.date(2000, 1, 1),
            hourly_pence=2500,
            unpaid_kinds="Travel time",
        ),
        operator="Nia Morgan",
        clock=lambda: NOW,
    )
    said: list[tuple[MessageKind, str]] = []
    shown: list[str] = []

    def say(kind: MessageKind, words: str, _actions: Sequence[Action]) -> None:
        said.append((kind, words))

    changes = Changes()
    office.when_committed(changes.announce)
    context = Context(
        office=office,
        tasks=ImmediateTasks(),
        changes=changes,
        say=say,
        show_screen=shown.append,
        undo=lambda: None,
        word_error=word,
        preferences=Preferences(folder / "window.ini"),
    )
    return Room(office=office, context=context, said=said, shown=shown)


def word(error: Exception) -> str:
    """Word a failure as the window does."""
    return sentence(error)  # type: ignore[arg-type]  # the tests bring only foreseen failures


def add_people(office: Office, *names: str) -> list[Participant]:
    """Add participants of these names."""
    new = [
        Participant(participant_id=0, name=name, capacity=Capacity.LIVED_EXPERIENCE)
        for name in names
    ]
    return [office.participants.add(person) for person in new]


def add_project(office: Office, name: str = "Getting Home Well") -> Project:
    """Add a project with a budget of £5,000.00."""
    project = Project(project_id=0, name=name, cost_code="HD-204", budget_pence=500_000)
    return office.projects.add(project)


def type_text(field: QWidget, text: str) -> None:
    """Type text into a field letter by letter; QTest knows no letters with accents."""
    for letter in text:
        pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field, pressed)
