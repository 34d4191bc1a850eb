"""Work that somebody did, and the dialogs that came of it, for tests of papers on screen."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.services.sessions import SessionEntry, SessionRow
from coprod_desktop.ui.papers.another_dialog import AnotherPaperDialog
from coprod_desktop.ui.papers.papers_dialog import PapersDialog
from coprod_desktop.ui.papers.person_papers import PersonPapers
from coprod_desktop.ui.widgets.message_bar import MessageBar
from tests.builders import NOW
from tests.ui.rooms import Room, add_project

TODAY = NOW.date()
DAYS = (TODAY.replace(day=1), TODAY)
D = TypeVar("D", bound=QDialog)


def log_work(room: Room, *people: Participant, minutes: int = 150) -> None:
    """Log paid work and half an hour of unpaid travel for each of these people."""
    project = add_project(room.office, f"Getting Home Well {len(room.office.projects.summaries())}")
    rows = tuple(
        SessionRow(
            participant_id=one.participant_id,
            capacity=Capacity.LIVED_EXPERIENCE,
            minutes=(("Workshop", minutes), ("Travel time", 30)),
            pay=Pay.PAID,
            choice=Choice.ACCEPT,
        )
        for one in people
    )
    room.office.sessions.log(
        SessionEntry(
            project_id=project.project_id,
            title="Design workshop",
            held_on=TODAY,
            kind_of_work="Workshop",
            rows=rows,
        )
    )


def the(parent: QWidget, kind: type[D]) -> D:
    """Return the one dialog of a kind on show."""
    (dialog,) = (one for one in parent.findChildren(kind) if one.isVisible())
    return dialog


def ask(papers: PersonPapers, parent: QWidget, person: Participant) -> AnotherPaperDialog:
    papers.ask_another(person.participant_id, DAYS)
    return the(parent, AnotherPaperDialog)


def words_of(dialog: AnotherPaperDialog | PapersDialog) -> str:
    view = dialog.view if isinstance(dialog, AnotherPaperDialog) else dialog.viewer
    return " ".join(view.words().replace("\xa0", " ").split())


def said(dialog: QDialog) -> str:
    return " ".join(bar.text for bar in dialog.findChildren(MessageBar) if bar.isVisible())


def save(dialog: QDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)
