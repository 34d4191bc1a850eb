"""Answer the contributions page: list, explain, approve, send back, correct, choose, remove."""

import datetime
from collections.abc import Callable, Hashable, Sequence
from typing import Protocol, cast

from coprod_desktop.domain.checks import Dismissal, Finding
from coprod_desktop.domain.checks.findings import CONTRIBUTIONS
from coprod_desktop.domain.contributions import Choice, Contribution, WorkState
from coprod_desktop.domain.errors import (
    DateOutOfRangeError,
    DomainError,
    NegativeMoneyError,
    PartAboveOfferError,
    TextTooLongError,
)
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.before_saving import WorkQuote
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.contributions.dialogs import ToCorrect
from coprod_desktop.ui.entry_choices import choices_among
from coprod_desktop.ui.finding_marks import FindingMarks
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.lists.control import ListControl
from coprod_desktop.ui.widgets.columns import Marks, RowSource
from coprod_desktop.ui.widgets.message_bar import MessageKind

Rows = Sequence[ContributionSummary]
Key = tuple[datetime.date, int]
_AT_ONCE = 500


class ContributionsView(Protocol):
    """What the presenter needs of the page."""

    marks: FindingMarks[ContributionSummary]

    def show_rows(self, source: RowSource[ContributionSummary], *, is_filtered: bool) -> None:
        """Show the rows of a source."""

    def reload(self) -> None:
        """Fetch the rows again."""

    def show_drafts(self, count: int) -> None:
        """Offer the drafts as a part of the list while there are any."""

    def is_shown(self) -> bool:
        """Say whether somebody can see the list."""

    def show_why(
        self,
        piece: Contribution,
        name: str,
        findings: Sequence[Finding] = (),
        aside: Sequence[Dismissal] = (),
        our_note: str = "",
    ) -> None:
        """Explain the amount of one contribution, and what there is to look at."""

    def is_explaining(self) -> bool:
        """Say whether an amount is being explained."""


class CorrectionView(Protocol):
    """What the presenter needs of the form that corrects a contribution."""

    def show_quote(self, quote: WorkQuote | None) -> None:
        """Ask what the policy asks, and say what would be offered."""

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what there is to look at."""


class ContributionsPresenter:
    """Decide what the contributions page shows, and do what is asked of it."""

    def __init__(self, view: ContributionsView, context: Context) -> None:
        self._view = view
        self._context = context
        self._service = context.office.contributions
        self.looks: ListControl[ContributionSummary] | None = None
        self._typed = ""
        self._state: WorkState | None = None
        self._is_listed = False
        self._is_stale = False
        self._explained: ContributionSummary | None = None
        tables = frozenset({"contributions", "participants", "projects"})
        context.changes.subscribe(tables, self._reload)
        context.changes.subscribe(frozenset({"dismissals"}), self._look_again)

    # --- the list ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """List the contributions; a list that is there is fetched again only after a change."""
        if not self._is_listed:
            self._is_listed = True
            self._start(self.relist)
            self._count_drafts()
        elif self._is_stale:
            self._is_stale = False
            self._view.reload()
            self._count_drafts()

    def search(self, typed: str) -> None:
        """List those that have the words typed."""
        self._typed = typed
        self.relist()

    def filter(self, key: str) -> None:
        """List those of one state, or "all"."""
        self._state = None if key == "all" else WorkState(key)
        self.relist()

    def _chosen(self) -> ContributionFilter:
        return ContributionFilter(typed=self._typed, state=self._state)

    def _start(self, then: Callable[[], None]) -> None:
        """Find how the list was left, where that is kept."""
        if self.looks is None:
            then()
        else:
            self.looks.start(then)

    def _listed(self) -> Rows:
        """Return everything that is listed, on the database thread."""
        if self.looks is not None:
            return self.looks.every_row()
        return _every(self._service.page, self._chosen())

    def relist(self) -> None:
        """List what is typed, chosen and filtered now."""
        service, chosen = self._service, self._chosen()

        def fetch_page(after: Hashable | None, limit: int) -> Rows:
            return service.page(chosen, cast("Key | None", after), limit)

        def fetch_marks(limit: int) -> Marks:
            total, keys = service.marks(chosen, limit)
            return Marks(total=total, keys=keys)

        # Counting all that a half-typed word finds would keep the next letter waiting.
        source = RowSource(
            fetch_page=fetch_page,
            key_of=lambda row: (row.worked_on, row.contribution_id),
            fetch_marks=None if chosen.typed else fetch_marks,
        )
        is_filtered = bool(chosen.typed) or chosen.state is not None
        if self.looks is not None:
            part = "" if self._state is None else self._state.value
            source = self.looks.source(self._typed, part, source)
            is_filtered = is_filtered or self.looks.is_narrowed
        self._view.show_rows(source, is_filtered=is_filtered)

    def _reload(self) -> None:
        """Fetch the rows again, once somebody sees them: a long list takes the database a while."""
        if self._view.is_shown():
            self._view.reload()
            self._count_drafts()
        else:
            self._is_stale = True

    def _count_drafts(self) -> None:
        marks, drafts = self._service.marks, ContributionFilter(state=WorkState.DRAFT)
        self._context.tasks.run(
            lambda: marks(drafts, _AT_ONCE)[0], self._view.show_drafts, self._context.fail
        )

    # --- why? ----------------------------------------------------------------------------------

    def explain(self, row: ContributionSummary) -> None:
        """Explain the amount of a row."""
        self._explained = row

        get, checks = self._service.get, self._context.office.checks

        row_id = row.contribution_id

        def work() -> tuple[Contribution, tuple[Finding, ...], tuple[Dismissal, ...]]:
            found = checks.of_contributions([row_id]).get(row_id, ())
            return get(row_id), found, checks.dismissed(CONTRIBUTIONS, row_id)

        def done(told: tuple[Contribution, tuple[Finding, ...], tuple[Dismissal, ...]]) -> None:
            piece, found, aside = told
            if row == self._explained:  # somebody moved on meanwhile
                our_note = "" if self.looks is None else self.looks.note_of(row)
                self._view.show_why(piece, row.participant, found, aside, our_note)

        self._context.tasks.run(work, done, self._context.fail)

    # --- what there is to look at --------------------------------------------------------------

    def look(self, ids: Sequence[int]) -> None:
        """Mark which of these rows have something to look at."""
        find = self._context.office.checks.of_contributions
        self._context.tasks.run(lambda: find(ids), self._view.marks.show, self._context.fail)

    def look_before(self, view: CorrectionView, piece: Contribution) -> None:
        """Say what there would be to look at if a contribution were saved like this."""
        find = self._context.office.checks.before_correcting

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            view.show_findings(())  # saving says what is in the way

        self._context.tasks.run(lambda: find(piece), view.show_findings, failed)

    def quote(self, view: CorrectionView, piece: Contribution) -> None:
        """Say what would be offered if a contribution were saved like this."""
        quote = self._service.quote

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            view.show_quote(None)  # saving says what is in the way

        self._context.tasks.run(lambda: quote(piece), view.show_quote, failed)

    def _look_again(self) -> None:
        """Follow a finding that was set aside, or taken back."""
        self._view.marks.look_again()
        if self._explained is not None and self._view.is_explaining():
            self.explain(self._explained)

    # --- approving -----------------------------------------------------------------------------

    def approve(self, rows: Rows) -> None:
        """Approve these, all or none."""
        ids = [row.contribution_id for row in rows]
        approve = self._service.approve
        self._context.tasks.run(lambda: approve(ids), self._say_approved, self._context.fail)

    def approve_all(self) -> None:
        """Approve everything that is listed to approve, but what the operator did themselves."""
        service, listed = self._service, self._listed
        own = self._context.office.desk.operator.participant_id

        def work() -> tuple[int, int]:
            waiting = listed()
            ids = [row.contribution_id for row in waiting if row.participant_id != own]
            return (service.approve(ids) if ids else 0), len(waiting) - len(ids)

        def done(counts: tuple[int, int]) -> None:
            approved, left = counts
            if left:
                self._say_left(approved, left)
            else:
                self._say_approved(approved)

        if self._state is WorkState.LOGGED:
            self._context.tasks.run(work, done, self._context.fail)

    def _say_approved(self, count: int) -> None:
        words = ngettext("{count} contribution approved.", "{count} contributions approved.", count)
        self._context.saved(words.format(count=count))

    def _say_left(self, approved: int, left: int) -> None:
        words = ngettext(
            "{approved} approved. {left} is your own work, so somebody else approves it.",
            "{approved} approved. {left} are your own work, so somebody else approves them.",
            left,
        ).format(approved=approved, left=left)
        self._context.saved(words, can_undo=approved > 0)

    def refuse_many(self) -> None:
        """Say that so many rows cannot be approved or sent by hand."""
        words = _(
            "So many rows are not approved or sent one by one. Nothing was changed. Select fewer, "
            "or choose To approve and then Approve all shown, or Drafts and then Send all shown."
        )
        self._context.say(MessageKind.WARN, words, ())

    # --- sending drafts for approval -----------------------------------------------------------

    def send(self, ids: Sequence[int]) -> None:
        """Send these drafts for approval, all or none."""
        submit = self._service.submit
        self._context.tasks.run(lambda: submit(ids), self._say_sent, self._context.fail)

    def send_all(self) -> None:
        """Send every draft that is listed."""
        service, listed = self._service, self._listed

        def work() -> int:
            return service.submit([row.contribution_id for row in listed()])

        if self._state is WorkState.DRAFT:
            self._context.tasks.run(work, self._say_sent, self._context.fail)

    def _say_sent(self, count: int) -> None:
        words = ngettext(
            "{count} contribution sent for approval.",
            "{count} contributions sent for approval.",
            count,
        )
        self._context.saved(words.format(count=count))
        if self._explained is not None and self._view.is_explaining():
            self.explain(self._explained)

    # --- changing one --------------------------------------------------------------------------

    def fetch(self, row: ContributionSummary, then: Callable[[ToCorrect], None]) -> None:
        """Fetch a contribution with whom and what it could be about."""
        office = self._context.office

        def work() -> ToCorrect:
            piece = office.contributions.get(row.contribution_id)
            people, projects = office.participants.everybody(), office.projects.open_projects()
            if all(one.participant_id != piece.participant_id for one in people):
                people = (*people, office.participants.get(piece.participant_id))
            if all(one.project_id != piece.project_id for one in projects):
                projects = (*projects, office.projects.get(piece.project_id))
            kinds = office.policies.kinds_of_work(piece.worked_on)
            choices = choices_among(office, people, projects, kinds)
            return ToCorrect(contribution=piece, choices=choices)

        self._context.tasks.run(work, then, self._context.fail)

    def correct(self, view: FormView, piece: Contribution) -> None:
        """Save a corrected contribution, priced again."""

        def done(_saved: Contribution) -> None:
            view.accept_saved()
            self._context.saved(_("The contribution is corrected and priced again."))

        def failed(error: Exception) -> None:
            view.show_error(_field_of(error), self._context.word_error(error))

        correct = self._service.correct
        self._context.tasks.run(lambda: correct(piece), done, failed)

    def choose(self, view: FormView, contribution_id: int, choice: Choice, part: int) -> None:
        """Save what the person says to the offer."""

        def done(_saved: Contribution) -> None:
            view.accept_saved()
            self._context.saved(_("The choice is saved. The work counts whatever is chosen."))

        def failed(error: Exception) -> None:
            is_part = isinstance(error, PartAboveOfferError | NegativeMoneyError)
            view.show_error("part" if is_part else "choice", self._context.word_error(error))

        save = self._service.choose
        self._context.tasks.run(lambda: save(contribution_id, choice, part), done, failed)

    def send_back(self, view: FormView, row: ContributionSummary, reason: str) -> None:
        """Send a contribution back with a reason."""

        def done(_saved: Contribution) -> None:
            view.accept_saved()
            words = _("Sent back: {what} of {name}.")
            self._context.saved(words.format(what=row.what, name=row.participant))

        def failed(error: Exception) -> None:
            view.show_error("reason", self._context.word_error(error))

        send = self._service.send_back
        self._context.tasks.run(lambda: send(row.contribution_id, reason), done, failed)

    def remove(self, row: ContributionSummary) -> None:
        """Remove a contribution; it can be undone."""

        def done(_nothing: None) -> None:
            words = _("Removed: {what} of {name}.")
            self._context.saved(words.format(what=row.what, name=row.participant))

        remove = self._service.remove
        self._context.tasks.run(lambda: remove(row.contribution_id), done, self._context.fail)


def _every(
    page: Callable[[ContributionFilter, Key | None, int], Rows], chosen: ContributionFilter
) -> list[ContributionSummary]:
    """Fetch everything that is chosen, page by page."""
    found: list[ContributionSummary] = []
    while True:
        after = (found[-1].worked_on, found[-1].contribution_id) if found else None
        rows = page(chosen, after, _AT_ONCE)
        found.extend(rows)
        if len(rows) < _AT_ONCE:
            return found


def _field_of(error: Exception) -> str:
    if isinstance(error, DateOutOfRangeError):
        return "day"
    return "what" if isinstance(error, TextTooLongError) else "time"
