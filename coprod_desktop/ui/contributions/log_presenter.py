"""Answer the form that logs one piece of work: what can be chosen, what it comes to, save it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from coprod_desktop.domain.checks import Finding
from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import (
    DateOutOfRangeError,
    DayTooLongError,
    DomainError,
    DurationNotPositiveError,
    TextTooLongError,
)
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.i18n import _
from coprod_desktop.services.before_saving import WorkQuote
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.entry_choices import EntryChoices, fetch_choices
from coprod_desktop.ui.forms import FormView

Looked = tuple[WorkQuote, tuple[Finding, ...]]


class LogView(FormView, Protocol):
    """What the presenter needs of the form that logs work."""

    def show_quote(self, quote: WorkQuote | None) -> None:
        """Ask what the policy asks, and say what would be offered."""

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what there is to look at."""

    def begin_another(self) -> None:
        """Stay open for the next piece of work."""


class LogPresenter:
    """Fetch what can be chosen, look at what is typed, and log it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._looked_at: Contribution | None = None

    def fetch(self, then: Callable[[EntryChoices], None]) -> None:
        """Fetch whom and what work can be about."""
        office = self._context.office
        self._context.tasks.run(lambda: fetch_choices(office), then, self._context.fail)

    def fetch_again(
        self, row: ContributionSummary, then: Callable[[EntryChoices, Contribution], None]
    ) -> None:
        """Fetch a contribution that is to be logged once more."""
        get = self._context.office.contributions.get
        self.fetch(
            lambda choices: self._context.tasks.run(
                lambda: get(row.contribution_id),
                lambda piece: then(choices, piece),
                self._context.fail,
            )
        )

    def look(self, view: LogView, piece: Contribution) -> None:
        """Say what would be offered and what there is to look at if this were logged."""
        office = self._context.office
        self._looked_at = piece

        def work() -> Looked:
            quote = office.contributions.quote_new(piece)
            return quote, office.checks.before_saving([quote.contribution])

        def done(looked: Looked) -> None:
            if piece is self._looked_at:  # the form may be about something else meanwhile
                view.show_quote(looked[0])
                view.show_findings(looked[1])

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            view.show_quote(None)  # saving says what is in the way
            view.show_findings(())

        self._context.tasks.run(work, done, failed)

    def log(self, view: LogView, piece: Contribution, *, is_another: bool) -> None:
        """Log a piece of work; for another one the form stays open."""

        def done(_saved: Contribution) -> None:
            self._looked_at = None
            if is_another:
                view.begin_another()
            else:
                view.accept_saved()
            self._context.saved(_("The work is logged. It waits for approval."))

        def failed(error: Exception) -> None:
            key = _field_of(error)
            if key:
                view.show_error(key, self._context.word_error(error))
            else:
                view.show_problem(self._context.word_error(error))

        log = self._context.office.contributions.log
        self._context.tasks.run(lambda: log(piece), done, failed)


def _field_of(error: Exception) -> str:
    if isinstance(error, DateOutOfRangeError):
        return "day"
    if isinstance(error, DayTooLongError | DurationNotPositiveError):
        return "time"
    return "what" if isinstance(error, TextTooLongError) else ""
