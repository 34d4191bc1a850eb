"""Answer the expenses page: list, log, add to it, send, agree, approve and send back."""

import datetime
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Protocol, cast

from coprod_desktop.domain.checks.findings import CLAIMS
from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.errors import (
    DateOutOfRangeError,
    DomainError,
    FileMissingError,
    MoneyTooLargeError,
    NegativeMoneyError,
    ReceiptTooLargeError,
    TextTooLongError,
)
from coprod_desktop.domain.expenses import ExpenseItem, Receipt
from coprod_desktop.domain.summaries import ClaimSummary
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.before_saving import LineQuote
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.entry_choices import EntryChoices, fetch_choices
from coprod_desktop.ui.expenses.panel import ShownClaim
from coprod_desktop.ui.finding_marks import FindingMarks
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.lists.control import ListControl
from coprod_desktop.ui.widgets.columns import RowSource

Claims = Sequence[ClaimSummary]
_MANY = 10_000


class ExpensesView(Protocol):
    """What the presenter needs of the page."""

    marks: FindingMarks[ClaimSummary]

    def show_rows(self, source: RowSource[ClaimSummary], *, is_filtered: bool) -> None:
        """Show the rows of a source."""

    def show_claim(self, claim: ShownClaim | None) -> None:
        """Show the lines of one claim, or none."""

    def reload(self) -> None:
        """Fetch the rows again."""

    def show_drafts(self, count: int) -> None:
        """Offer the drafts as a part of the list while there are any."""


class QuoteView(Protocol):
    """What the presenter needs of a form that says what would be agreed."""

    def show_quote(self, quote: LineQuote | None) -> None:
        """Ask what the policy asks, and say what would be agreed."""


class ClaimView(FormView, Protocol):
    """What the presenter needs of the form that logs a claim."""

    def begin_another(self) -> None:
        """Stay open for the next claim."""


class ExpensesPresenter:
    """Decide what the expenses page shows, and save what its dialogs collect."""

    def __init__(self, view: ExpensesView, context: Context) -> None:
        self._view = view
        self._context = context
        self._service = context.office.expenses
        self.looks: ListControl[ClaimSummary] | None = None
        self._typed = ""
        self._state: WorkState | None = None
        self._shown: ClaimSummary | None = None
        tables = frozenset({"expense_claims", "expense_items", "receipts", "dismissals"})
        context.changes.subscribe(tables, self._reload)

    def refresh(self) -> None:
        """List the claims, as the list was left."""
        if self.looks is None:
            self.relist()
        else:
            self.looks.start(self.relist)

    def relist(self) -> None:
        """List what is typed, chosen and filtered now."""
        service, typed, state = self._service, self._typed, self._state

        def fetch_page(after: Hashable | None, limit: int) -> Sequence[ClaimSummary]:
            key = cast("tuple[datetime.date, int] | None", after)
            return service.page(key, limit, state=state, typed=typed)

        source = RowSource(
            fetch_page=fetch_page, key_of=lambda row: (row.claimed_on, row.expense_claim_id)
        )
        is_filtered = bool(typed) or state is not None
        if self.looks is not None:
            source = self.looks.source(typed, "" if state is None else state.value, source)
            is_filtered = is_filtered or self.looks.is_narrowed
        self._view.show_rows(source, is_filtered=is_filtered)
        self._count_drafts()

    def _count_drafts(self) -> None:
        page = self._service.page
        self._context.tasks.run(
            lambda: len(page(None, _MANY, state=WorkState.DRAFT)),
            self._view.show_drafts,
            self._context.fail,
        )

    def search(self, typed: str) -> None:
        """List the claims of those whose name has the words typed."""
        self._typed = typed
        self.relist()

    def filter(self, key: str) -> None:
        """List the claims of one state, or "all"."""
        self._state = None if key == "all" else WorkState(key)
        self.relist()

    def show(self, row: ClaimSummary | None) -> None:
        """Show the lines of a claim."""
        self._shown = row
        if row is None:
            self._view.show_claim(None)
            return

        def done(claim: ShownClaim) -> None:
            if self._shown is not None and row.expense_claim_id == self._shown.expense_claim_id:
                self._view.show_claim(claim)

        self._context.tasks.run(lambda: self._claim(row), done, self._context.fail)

    def _claim(self, row: ClaimSummary) -> ShownClaim:
        items = self._service.items(row.expense_claim_id)
        counts = self._service.receipt_counts(row.expense_claim_id)
        claim = self._service.claim(row.expense_claim_id)
        checks = self._context.office.checks
        found = checks.of_claims([row.expense_claim_id])
        return ShownClaim(
            summary=row,
            items=tuple((item, counts.get(item.expense_item_id, 0)) for item in items),
            note=claim.note,
            findings=found.get(row.expense_claim_id, ()),
            aside=checks.dismissed(CLAIMS, row.expense_claim_id),
            asked=frozenset(
                item_id
                for item_id, asked in self._service.asked(row.expense_claim_id).items()
                if asked
            ),
        )

    def look(self, ids: Sequence[int]) -> None:
        """Mark which of these rows have something to look at."""
        find = self._context.office.checks.of_claims
        self._context.tasks.run(lambda: find(ids), self._view.marks.show, self._context.fail)

    def fetch_choices(self, then: Callable[[EntryChoices], None]) -> None:
        """Fetch the people and projects that an expense can belong to."""
        office = self._context.office
        self._context.tasks.run(lambda: fetch_choices(office), then, self._context.fail)

    def log(self, view: ClaimView, entry: ExpenseEntry, *, is_another: bool = False) -> None:
        """Save a claim; for another one the form stays open."""

        def done(_claim: object) -> None:
            if is_another:
                view.begin_another()
            else:
                view.accept_saved()
            words = _("The expenses are logged. They wait for approval.")
            if entry.is_draft:
                words = _("The expenses are kept as a draft. It claims no money until you send it.")
            self._context.saved(words)

        def failed(error: Exception) -> None:
            view.show_error(_field_of(error), self._context.word_error(error))

        self._context.tasks.run(lambda: self._service.log(entry), done, failed)

    def quote(self, view: QuoteView, entry: ExpenseEntry | None) -> None:
        """Say what would be agreed for an expense as it is typed; None says nothing."""
        if entry is None:
            view.show_quote(None)
            return
        quote = self._service.quote
        self._show_quote(view, lambda: quote(entry)[0])

    def quote_line(self, view: QuoteView, row: ClaimSummary, line: ExpenseLine | None) -> None:
        """Say what would be agreed for another line of a claim; None says nothing."""
        if line is None:
            view.show_quote(None)
            return
        service = self._service

        def work() -> LineQuote:
            claim = service.claim(row.expense_claim_id)
            entry = ExpenseEntry(
                participant_id=claim.participant_id,
                project_id=claim.project_id,
                claimed_on=claim.claimed_on,
                lines=(line,),
            )
            return service.quote(entry)[0]

        self._show_quote(view, work)

    def quote_saved(self, view: QuoteView, item: ExpenseItem, circumstances: str) -> None:
        """Say what would be agreed for a saved line if this were said about it."""
        quote = self._service.quote_saved
        self._show_quote(view, lambda: quote(item.expense_item_id, circumstances))

    def _show_quote(self, view: QuoteView, work: Callable[[], LineQuote]) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            view.show_quote(None)  # saving says what is in the way

        self._context.tasks.run(work, view.show_quote, failed)

    def say_circumstances(self, view: FormView, item: ExpenseItem, circumstances: str) -> None:
        """Keep what the policy asked about a line."""

        def done(_item: ExpenseItem) -> None:
            view.accept_saved()
            self._context.saved(_("What the policy asks for is kept, and the line priced by it."))

        def failed(error: Exception) -> None:
            view.show_problem(self._context.word_error(error))

        say = self._service.say_circumstances
        self._context.tasks.run(lambda: say(item.expense_item_id, circumstances), done, failed)

    def add_line(self, view: FormView, row: ClaimSummary, line: ExpenseLine) -> None:
        """Save another line of a claim."""

        def done(_item: ExpenseItem) -> None:
            view.accept_saved()
            self._context.saved(_("The line is added. {next}").format(next=_next_words(row.state)))

        def failed(error: Exception) -> None:
            key = _field_of(error)
            if key == "person":  # the claim itself is in the way, and it is no field here
                view.show_problem(self._context.word_error(error))
            else:
                view.show_error(key, self._context.word_error(error))

        add = self._service.add_line
        self._context.tasks.run(lambda: add(row.expense_claim_id, line), done, failed)

    def send(self, rows: Claims) -> None:
        """Send these drafts for approval, all or none."""
        submit, ids = self._service.submit, [row.expense_claim_id for row in rows]
        self._context.tasks.run(lambda: submit(ids), self._say_sent, self._context.fail)

    def remove(self, row: ClaimSummary) -> None:
        """Remove a draft; it can be undone."""
        remove = self._service.remove

        def done(_nothing: None) -> None:
            words = _("Removed: the draft of expenses of {name}.")
            self._context.saved(words.format(name=row.participant))

        self._context.tasks.run(lambda: remove(row.expense_claim_id), done, self._context.fail)

    def send_all(self) -> None:
        """Send every draft that is listed, but those without a line yet."""
        service, listed = self._service, self._listed

        def work() -> tuple[int, int]:
            drafts = listed()
            whole = [one.expense_claim_id for one in drafts if one.items]
            return (service.submit(whole) if whole else 0), len(drafts) - len(whole)

        def done(counts: tuple[int, int]) -> None:
            self._say_sent(*counts)

        if self._state is WorkState.DRAFT:
            self._context.tasks.run(work, done, self._context.fail)

    def _listed(self) -> Claims:
        """Return everything that is listed, on the database thread."""
        if self.looks is not None:
            return self.looks.every_row()
        return self._service.page(None, _MANY, state=self._state, typed=self._typed)

    def _say_sent(self, sent: int, left: int = 0) -> None:
        words = ngettext(
            "{count} expense claim sent for approval.",
            "{count} expense claims sent for approval.",
            sent,
        ).format(count=sent)
        if left:
            more = ngettext(
                "{count} has no line yet and stays a draft.",
                "{count} have no line yet and stay drafts.",
                left,
            )
            words = f"{words} {more.format(count=left)}"
        self._context.saved(words, can_undo=sent > 0)

    def approve(self, rows: Claims) -> None:
        """Approve these claims, all or none."""

        def done(count: int) -> None:
            words = _("The expenses of {name} are approved.").format(name=rows[0].participant)
            if count > 1:
                words = _("{count} expense claims are approved.").format(count=count)
            self._context.saved(words)

        approve, ids = self._service.approve, [row.expense_claim_id for row in rows]
        self._context.tasks.run(lambda: approve(ids), done, self._context.fail)

    def send_back(self, view: FormView, row: ClaimSummary, reason: str) -> None:
        """Send a claim back with a reason."""

        def done(_claim: object) -> None:
            view.accept_saved()
            words = _("The expenses of {name} are sent back with your reason.")
            self._context.saved(words.format(name=row.participant))

        def failed(error: Exception) -> None:
            view.show_error("reason", self._context.word_error(error))

        work = self._service.send_back
        self._context.tasks.run(lambda: work(row.expense_claim_id, reason), done, failed)

    def agree(self, view: FormView, item: ExpenseItem, pence: int, reason: str) -> None:
        """Agree another amount for a line."""

        def done(_item: ExpenseItem) -> None:
            view.accept_saved()
            self._context.saved(
                _("The other amount is agreed. {next}").format(next=_next_words(self._shown_state))
            )

        def failed(error: Exception) -> None:
            is_money = isinstance(error, NegativeMoneyError | MoneyTooLargeError)
            view.show_error("amount" if is_money else "reason", self._context.word_error(error))

        work = self._service.agree
        self._context.tasks.run(lambda: work(item.expense_item_id, pence, reason), done, failed)

    def attach(self, item: ExpenseItem, path: Path) -> None:
        """Keep a receipt inside the file."""

        def done(_receipt: Receipt) -> None:
            self._context.saved(_("The receipt is kept inside the file."))

        attach = self._service.attach_receipt
        self._context.tasks.run(
            lambda: attach(item.expense_item_id, path), done, self._context.fail
        )

    def fetch_receipts(
        self, item: ExpenseItem, then: Callable[[tuple[Receipt, ...]], None]
    ) -> None:
        """Fetch the receipts of a line, to look at them."""
        receipts = self._service.receipts
        self._context.tasks.run(lambda: receipts(item.expense_item_id), then, self._context.fail)

    @property
    def _shown_state(self) -> WorkState:
        return WorkState.LOGGED if self._shown is None else self._shown.state

    def _reload(self) -> None:
        self._view.reload()
        self._count_drafts()
        if self._shown is not None:
            self._refetch(self._shown)

    def _refetch(self, row: ClaimSummary) -> None:
        """Show the claim again as it stands now; nothing where it was taken back."""

        def done(summary: ClaimSummary | None) -> None:
            self.show(summary)

        find = self._service.summary
        self._context.tasks.run(lambda: find(row.expense_claim_id), done, self._context.fail)


def _next_words(state: WorkState) -> str:
    """Say what becomes of a claim that was changed in this state."""
    if state is WorkState.DRAFT:
        return _("The claim stays a draft.")
    return _("The claim waits for approval.")


def _field_of(error: Exception) -> str:
    if isinstance(error, DateOutOfRangeError):
        return "day"
    if isinstance(error, NegativeMoneyError | MoneyTooLargeError):
        return "amount"
    if isinstance(error, FileMissingError | ReceiptTooLargeError | TextTooLongError):
        return "what"
    return "person"
