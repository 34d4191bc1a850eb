"""Show how another paper of a person looks, and make it."""

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.participants import Participant
from coprod_desktop.services.paper_shelf import GivenPaper
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.papers.asked_paper import AskedPaper

if TYPE_CHECKING:  # only the thread that makes papers needs it
    from coprod_desktop.services.issued_papers import WrittenPaper

_A_YEAR = datetime.timedelta(days=364)
Days = tuple[datetime.date, datetime.date]


class AnotherView(FormView, Protocol):
    """What the presenter needs of the dialog."""

    def asked(self) -> AskedPaper | None:
        """Return what is asked for as it stands."""

    def show_missing(self) -> None:
        """Say which part of it is missing."""

    def show_look(self, pdf: bytes) -> None:
        """Show how the paper looks."""

    def show_no_look(self, sentence: str) -> None:
        """Say why the paper cannot be made as it stands."""


class AnotherPresenter:
    """Decide about another paper of one person."""

    def __init__(self, participant_id: int, context: Context) -> None:
        self._participant_id, self._context = participant_id, context
        self._looks = 0

    def usual_days(self) -> Days:
        """Return the days of the last year."""
        today = self._context.today()
        return today - _A_YEAR, today

    def fetch(self, then: Callable[[Participant, Sequence[GivenPaper]], None]) -> None:
        """Fetch the person, and the statements of theirs that replace others."""
        office, participant_id = self._context.office, self._participant_id

        def work() -> tuple[Participant, tuple[GivenPaper, ...]]:
            given = office.paper_shelf.of_person(participant_id)
            corrected = tuple(one for one in given if one.replaces_number and not one.is_replaced)
            return office.participants.get(participant_id), corrected

        self._context.tasks.run(work, lambda found: then(*found), self._context.fail)

    def look(self, view: AnotherView) -> None:
        """Show how the paper looks as it stands; nothing is saved."""
        asked = view.asked()
        if asked is None:
            return
        self._looks += 1
        look = self._looks
        preview = self._context.office.issued_papers.preview

        def work() -> bytes | None:
            if look != self._looks:  # somebody wrote on meanwhile
                return None
            return preview(
                asked.kind,
                self._participant_id,
                asked.days,
                wishes=asked.wishes,
                edition=asked.edition,
                language=asked.language,
            )

        def done(pdf: bytes | None) -> None:
            if pdf is not None and look == self._looks:
                view.show_look(pdf)

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            if look == self._looks:
                view.show_no_look(self._context.word_error(error))

        self._context.tasks.run(work, done, failed)

    def make(self, view: AnotherView, then: Callable[[str], None]) -> None:
        """Make the paper, numbered and kept; `then` gets its number."""
        asked = view.asked()
        if asked is None:
            view.show_missing()
            return
        issue = self._context.office.issued_papers.issue

        def work() -> "WrittenPaper":
            return issue(
                asked.kind,
                self._participant_id,
                asked.days,
                wishes=asked.wishes,
                edition=asked.edition,
                language=asked.language,
            )

        def done(written: "WrittenPaper") -> None:
            view.accept_saved()
            then(written.paper.number)

        def failed(error: Exception) -> None:
            view.show_problem(self._context.word_error(error))

        self._context.tasks.run(work, done, failed)
