"""Answer the pay runs page: list, open, approve, send back, settle, take back."""

import datetime
from collections.abc import Callable, Sequence
from typing import Protocol

from coprod_desktop.domain.pay_runs import PayRun, RunState
from coprod_desktop.domain.register_errors import VouchersMissingError
from coprod_desktop.domain.summaries import PayRunSummary
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.pay_runs.run_loading import load_run
from coprod_desktop.ui.pay_runs.shown_run import ShownRun

_TABLES = frozenset(
    {
        "approvals",
        "bank_details",
        "contributions",
        "dismissals",
        "expense_claims",
        "gifts",
        "holds",
        "limit_watches",
        "operators",
        "organisations",
        "participants",
        "pay_runs",
        "payment_lines",
        "payments",
    }
)


class PayRunsView(Protocol):
    """What the presenter needs of the page."""

    def show_list(self, rows: Sequence[PayRunSummary]) -> None:
        """Show all runs."""

    def show_run(self, shown: ShownRun) -> None:
        """Show one run."""


class PayRunsPresenter:
    """Decide what the pay runs page shows, and do the steps of a run."""

    def __init__(self, view: PayRunsView, context: Context) -> None:
        self._view = view
        self._context = context
        self._number: int | None = None
        self.shown: ShownRun | None = None
        context.changes.subscribe(_TABLES, self.refresh)

    @property
    def state(self) -> RunState | None:
        """Return how far the run on show has come; None while the list is on show."""
        return self.shown.state if self.shown is not None and self._number is not None else None

    def refresh(self) -> None:
        """Show the list, or the run that is open, as it stands now."""
        if self._number is not None:
            self.open(self._number)
            return
        self.shown = None
        summaries = self._context.office.pay_runs.summaries
        self._context.tasks.run(summaries, self._view.show_list, self._context.fail)

    def back(self) -> None:
        """Show the list of all runs."""
        self._number = None
        self.refresh()

    def open(self, number: int) -> None:
        """Show one run."""
        self._number = number
        office = self._context.office

        def done(shown: ShownRun | None) -> None:
            if number != self._number:
                return
            if shown is None:
                self.back()
            else:
                self.shown = shown
                self._view.show_run(shown)

        self._context.tasks.run(lambda: load_run(office, number), done, self._context.fail)

    # --- the steps of a run ----------------------------------------------------------------------

    def approve(self) -> None:
        """Approve the run on show, or give one of two approvals."""
        if self.shown is None:
            return
        number, approve = self.shown.number, self._context.office.pay_runs.approve

        def done(run: PayRun) -> None:
            words = _("Pay run {number} is approved. Now make its files.")
            if run.state is not RunState.APPROVED:
                words = _("Your approval of pay run {number} is kept. A second person approves it.")
            self._context.saved(words.format(number=number))

        self._context.tasks.run(lambda: approve(number), done, self._context.fail)

    def send_back(self, view: FormView, reason: str) -> None:
        """Send the run on show back to whoever prepared it."""
        send_back = self._context.office.pay_runs.send_back
        self._do_with_reason(
            view,
            lambda number: send_back(number, reason),
            lambda _run: _("Pay run {number} is sent back with your reason."),
        )

    def prepare_again(self) -> None:
        """Ask for the approval of a run that was sent back and is mended."""
        if self.shown is None:
            return
        number, again = self.shown.number, self._context.office.pay_runs.prepare_again

        def done(_run: PayRun) -> None:
            words = _("Pay run {number} waits for approval again.")
            self._context.saved(words.format(number=number))

        self._context.tasks.run(lambda: again(number), done, self._context.fail)

    def settle(
        self,
        view: FormView,
        payment_ids: Sequence[int],
        day: datetime.date | None,
        without_vouchers: str = "",
    ) -> None:
        """Record that the money has left, of these payments or of all that wait where none are.

        `without_vouchers` is why vouchers go out whose serial numbers are not set aside.
        """
        if self.shown is None:
            return
        if day is None:
            view.show_error("day", _("Write the day first."))
            return
        shown, settling = self.shown, self._context.office.settling

        def work() -> None:
            if payment_ids and len(payment_ids) < len(shown.waiting):
                settling.settle_some(payment_ids, day, without_vouchers=without_vouchers)
            else:
                settling.settle(shown.number, day, without_vouchers=without_vouchers)

        def done(_nothing: None) -> None:
            view.accept_saved()
            self._context.saved(_settled_words(shown, len(payment_ids)), can_undo=False)

        def failed(error: Exception) -> None:
            key = "vouchers" if isinstance(error, VouchersMissingError) else "day"
            view.show_error(key, self._context.word_error(error))

        self._context.tasks.run(work, done, failed)

    def reverse(self, view: FormView, reason: str) -> None:
        """Take the run back with a reason, or ask a second person for it."""
        reverse = self._context.office.pay_runs.reverse
        self._do_with_reason(view, lambda number: reverse(number, reason), _reversed_words)

    def let_stand(self, view: FormView, reason: str) -> None:
        """Answer that the run stays, with a reason."""
        let_stand = self._context.office.pay_runs.let_stand
        self._do_with_reason(
            view,
            lambda number: let_stand(number, reason),
            lambda _run: _("Pay run {number} stays as it is."),
        )

    def _do_with_reason(
        self,
        view: FormView,
        verb: Callable[[int], PayRun],
        words: Callable[[PayRun], str],
    ) -> None:
        if self.shown is None:
            return
        number = self.shown.number

        def done(run: PayRun) -> None:
            view.accept_saved()
            self._context.saved(words(run).format(number=number))

        def failed(error: Exception) -> None:
            view.show_error("reason", self._context.word_error(error))

        self._context.tasks.run(lambda: verb(number), done, failed)


def _reversed_words(run: PayRun) -> str:
    """Say that a run was taken back, or that a second person is asked."""
    if run.state is RunState.REVERSED:
        return _("Pay run {number} is taken back. Everybody in it is owed again.")
    return _("Your request is kept. A second person confirms that pay run {number} is taken back.")


def _settled_words(shown: ShownRun, count: int) -> str:
    """Say what was recorded, and what still waits."""
    left = len(shown.waiting) - count if count else 0
    if not left:
        words = _("Pay run {number} is paid. It stands on statements from now on.")
        return words.format(number=shown.number)
    paid = ngettext("{count:,} payment is recorded.", "{count:,} payments are recorded.", count)
    waits = ngettext("{left:,} still waits.", "{left:,} still wait.", left)
    return f"{paid.format(count=count)} {waits.format(left=left)}"
