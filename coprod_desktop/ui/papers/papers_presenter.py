"""Answer the list of a person's papers: open one again, and write down an answer."""

import datetime
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.issued_papers import CheckAnswer
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.i18n import _
from coprod_desktop.services.paper_making import PDF
from coprod_desktop.services.paper_shelf import GivenPaper
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.papers.asked_paper import editions_of
from coprod_desktop.ui.papers.shown_paper import Form, ShownPaper
from coprod_desktop.ui.papers.words import answer_words, days_words, kind_word

_TABLES = frozenset({"statements", "issued_papers", "check_answers", "participants"})


class PaperView(Protocol):
    """What the presenter needs of the paper beside the list."""

    def show_paper(self, paper: ShownPaper) -> None:
        """Show a paper."""

    def show_words(self, sentence: str, hint: str = "", *, name: str = "") -> None:
        """Show no paper, and say why."""


class PapersView(Protocol):
    """What the presenter needs of the dialog."""

    def show_papers(self, name: str, papers: Sequence[GivenPaper], chosen: str = "") -> None:
        """List a person's papers."""


class PapersPresenter:
    """Decide what the list of one person's papers shows; call `stop` when it is closed."""

    def __init__(
        self, participant_id: int, view: PapersView, paper_view: PaperView, context: Context
    ) -> None:
        self._participant_id = participant_id
        self._view, self._paper_view, self._context = view, paper_view, context
        self._person: Participant | None = None
        self._wanted: GivenPaper | None = None
        self._form: Form | None = None
        self.stop = context.changes.subscribe(_TABLES, self.refresh)

    @property
    def name(self) -> str:
        """The person's name, once it is fetched."""
        return self._person.name if self._person is not None else ""

    def refresh(self, chosen: str = "") -> None:
        """List the papers; `chosen` is the number of the one to open."""
        office, participant_id = self._context.office, self._participant_id

        def work() -> tuple[Participant, tuple[GivenPaper, ...]]:
            person = office.participants.get(participant_id)
            return person, office.paper_shelf.of_person(participant_id)

        def done(found: tuple[Participant, tuple[GivenPaper, ...]]) -> None:
            self._person, papers = found
            self._view.show_papers(self._person.name, papers, chosen)

        self._context.tasks.run(work, done, self._context.fail)

    def open(self, paper: GivenPaper | None) -> None:
        """Show a paper as it was handed out."""
        before = self._wanted.number if self._wanted is not None else ""
        if paper is None or paper.number != before:
            self._form = None
        self._wanted = paper
        if paper is None:
            self._paper_view.show_words(_("Choose a paper in the list."))
        else:
            self._fetch(paper)

    def show_form(self, edition: Edition, language: str) -> None:
        """Show the paper in another edition or language, saying what it said when issued."""
        self._form = (edition, language)
        if self._wanted is not None:
            self._fetch(self._wanted)

    def _fetch(self, paper: GivenPaper) -> None:
        form = self._form or (paper.edition, paper.language)

        def is_wanted() -> bool:
            return self._wanted is paper and form == (self._form or (paper.edition, paper.language))

        def work() -> ShownPaper | None:
            return self._shown(paper, form) if is_wanted() else None

        def done(shown: ShownPaper | None) -> None:
            if shown is not None and is_wanted():
                self._paper_view.show_paper(shown)

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            if is_wanted():
                words = self._context.word_error(error)
                self._paper_view.show_words(_("This paper cannot be shown."), words)

        self._context.tasks.run(work, done, failed)

    def _shown(self, paper: GivenPaper, form: Form) -> ShownPaper:
        """Return a paper in a form; for the other thread."""
        shelf, (edition, language) = self._context.office.paper_shelf, form
        make = partial(shelf.in_form, paper, edition, language)
        is_kept = (PDF, edition, language) in shelf.handed_out(paper)
        return ShownPaper(
            participant_id=paper.participant_id,
            name=self.name,
            number=paper.number,
            title=f"{paper.number} · {kind_word(paper.kind)}",
            state=_state(paper, is_kept=is_kept),
            pdf=make(PDF),
            form=form,
            asked=self._asked(paper),
            editions=editions_of(paper.kind),
            in_form=make,
        )

    def _asked(self, paper: GivenPaper) -> Form:
        """Return how the person reads now, or the nearest that the paper has."""
        person = self._person
        if person is None:
            return paper.edition, paper.language
        has_edition = person.edition in editions_of(paper.kind)
        return person.edition if has_edition else Edition.LARGE, person.language

    def log_answer(
        self,
        view: FormView,
        paper: GivenPaper,
        is_right: bool,
        note: str,
        answered_on: datetime.date | None,
    ) -> None:
        """Write down what the person answered to a check sheet."""
        log = self._context.office.issued_papers.log_answer

        def done(_answer: CheckAnswer) -> None:
            view.accept_saved()
            words = _("The answer of {name} to {number} is written down.")
            self._context.saved(words.format(name=self.name, number=paper.number))

        def failed(error: Exception) -> None:
            view.show_problem(self._context.word_error(error))

        self._context.tasks.run(
            lambda: log(paper.paper_id, is_right, note, answered_on), done, failed
        )


def _state(paper: GivenPaper, *, is_kept: bool) -> str:
    made = (
        _("Made on {day}, and shown as it was handed out.")
        if is_kept
        else _("Made on {day}. In this form it says the same; this form was not handed out.")
    )
    about = _("About {days}.").format(days=days_words(paper)) if days_words(paper) else ""
    became = f"{answer_words(paper)}." if answer_words(paper) else ""
    note = f"“{paper.answer.note}”" if paper.answer and paper.answer.note else ""
    said = (made.format(day=long_day(paper.issued_on)), about, became, note)
    return " ".join(filter(None, said))
