"""Answer the participants page: list, show, add and change people."""

from collections.abc import Callable, Hashable, Sequence
from typing import Protocol, cast

from coprod_desktop.domain.errors import NegativeMoneyError
from coprod_desktop.domain.limits import LimitWatch
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Engagement, Project
from coprod_desktop.domain.summaries import ParticipantSummary
from coprod_desktop.i18n import _
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.services.limits import PublishedLimits
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.lists.control import ListControl
from coprod_desktop.ui.participants.panel import Person
from coprod_desktop.ui.widgets.columns import RowSource

LATEST = 6
_TABLES = frozenset(
    {
        "participants",
        "contributions",
        "bank_details",
        "engagements",
        "statements",
        "issued_papers",
        "check_answers",
    }
)


class ParticipantsView(Protocol):
    """What the presenter needs of the page."""

    def show_rows(self, source: RowSource[ParticipantSummary], *, is_filtered: bool) -> None:
        """Show the rows of a source."""

    def show_person(self, person: Person | None) -> None:
        """Show one person beside the list, or nobody."""

    def reload(self) -> None:
        """Fetch the rows again."""


class ParticipantsPresenter:
    """Decide what the participants page shows, and save what its dialogs collect."""

    def __init__(self, view: ParticipantsView, context: Context) -> None:
        self._view = view
        self._context = context
        self._typed = ""
        self._is_active = True
        self.looks: ListControl[ParticipantSummary] | None = None
        self._shown_id: int | None = None
        context.changes.subscribe(_TABLES, self._reload)

    def refresh(self) -> None:
        """List the people, as the list was left."""
        if self.looks is None:
            self.relist()
        else:
            self.looks.start(self.relist)

    def relist(self) -> None:
        """List what is typed, chosen and filtered now."""
        service, typed, is_active = self._context.office.participants, self._typed, self._is_active

        def fetch_page(after: Hashable | None, limit: int) -> Sequence[ParticipantSummary]:
            return service.page(cast("tuple[str, int] | None", after), limit, typed, is_active)

        source = RowSource(fetch_page=fetch_page, key_of=lambda row: (row.name, row.participant_id))
        is_filtered = bool(typed) or not is_active
        if self.looks is not None:
            source = self.looks.source(typed, "active" if is_active else "left", source)
            is_filtered = is_filtered or self.looks.is_narrowed
        self._view.show_rows(source, is_filtered=is_filtered)

    def search(self, typed: str) -> None:
        """List those whose name has the words typed."""
        self._typed = typed
        self.relist()

    def filter(self, key: str) -> None:
        """List those who take part ("active") or no longer do ("left")."""
        self._is_active = key == "active"
        self.relist()

    def show(self, row: ParticipantSummary | None) -> None:
        """Show what a person gave."""
        self._shown_id = row.participant_id if row else None
        if row is None:
            self._view.show_person(None)
        else:
            self._fetch_person(row.participant_id)

    def _fetch_person(self, participant_id: int) -> None:
        def done(person: Person) -> None:
            if participant_id == self._shown_id:  # somebody moved on meanwhile
                self._view.show_person(person)

        self._context.tasks.run(lambda: self._person(participant_id), done, self._context.fail)

    def _person(self, participant_id: int) -> Person:
        office = self._context.office
        participant = office.participants.get(participant_id)
        agreed = office.projects.engagements(participant_id=participant_id)
        chosen = ContributionFilter(participant_id=participant_id)
        return Person(
            participant=participant,
            account=office.bank_details.known(participant_id),
            agreed=tuple((one, office.projects.get(one.project_id).name) for one in agreed),
            gave=office.totals.of_participant(participant_id),
            latest=office.contributions.page(chosen, None, LATEST),
            papers=office.paper_shelf.of_person(participant_id),
        )

    def fetch_participant(self, participant_id: int, then: Callable[[Participant], None]) -> None:
        """Fetch a person, to change them."""
        get = self._context.office.participants.get
        self._context.tasks.run(lambda: get(participant_id), then, self._context.fail)

    def fetch_projects(self, then: Callable[[tuple[Project, ...]], None]) -> None:
        """Fetch the projects that something can be agreed for."""
        self._context.tasks.run(
            self._context.office.projects.open_projects, then, self._context.fail
        )

    def save(self, view: FormView, participant: Participant) -> None:
        """Add or change a person."""
        service = self._context.office.participants
        is_new = participant.participant_id == 0

        def done(saved: Participant) -> None:
            view.accept_saved()
            words = _("{name} was added.") if is_new else _("What changed about {name} is saved.")
            self._context.saved(words.format(name=saved.name))

        def failed(error: Exception) -> None:
            view.show_error("name", self._context.word_error(error))

        work = (lambda: service.add(participant)) if is_new else (lambda: service.save(participant))
        self._context.tasks.run(work, done, failed)

    def agree(self, view: FormView, engagement: Engagement) -> None:
        """Save what was agreed with a person."""

        def done(_saved: Engagement) -> None:
            view.accept_saved()
            self._context.saved(_("What we agreed is saved."))

        def failed(error: Exception) -> None:
            field = "rate" if isinstance(error, NegativeMoneyError) else "role"
            view.show_error(field, self._context.word_error(error))

        agree = self._context.office.projects.agree
        self._context.tasks.run(lambda: agree(engagement), done, failed)

    def fetch_limit(
        self, participant_id: int, then: Callable[[LimitWatch | None, PublishedLimits], None]
    ) -> None:
        """Fetch what a person asked us to watch, and the figures that the law sets."""
        limits = self._context.office.limits

        def work() -> tuple[LimitWatch | None, PublishedLimits]:
            return limits.watch(participant_id), limits.published()

        self._context.tasks.run(work, lambda found: then(*found), self._context.fail)

    def watch_limit(self, view: FormView, watch: LimitWatch) -> None:
        """Save what a person asked us to watch; the words above the page do not say what."""

        def done(_saved: LimitWatch) -> None:
            view.accept_saved()
            self._context.saved(_("What was asked is saved."))

        def failed(error: Exception) -> None:
            view.show_error("own_pence", self._context.word_error(error))

        save = self._context.office.limits.save
        self._context.tasks.run(lambda: save(watch), done, failed)

    def stop_limit(self, view: FormView, participant_id: int) -> None:
        """Watch no longer; this cannot be taken back, since nothing of it is kept."""

        def done(_nothing: None) -> None:
            view.accept_saved()
            words = _("Nothing is watched any more, and what was asked is erased.")
            self._context.saved(words, can_undo=False)

        def failed(error: Exception) -> None:
            view.show_problem(self._context.word_error(error))

        stop = self._context.office.limits.stop
        self._context.tasks.run(lambda: stop(participant_id), done, failed)

    def _reload(self) -> None:
        self._view.reload()
        if self._shown_id is not None:
            self._fetch_person(self._shown_id)
