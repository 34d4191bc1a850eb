"""Answer the pay runs page: list, prepare, approve, make the files, settle and take back."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import LineKind, RunState
from coprod_desktop.domain.summaries import PayRunSummary
from coprod_desktop.domain.time import short_hours
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.limits import Told
from coprod_desktop.services.pay_runs import PaidFor, PreparedRun
from coprod_desktop.services.payment_files import MadeFiles
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.limit_notes import LimitNote
from coprod_desktop.ui.pay_runs.columns import PaymentRow
from coprod_desktop.ui.pay_runs.shown_run import ShownRun
from coprod_desktop.ui.why_lines import paragraphs, version_sources
from coprod_desktop.ui.widgets.message_bar import MessageKind
from coprod_desktop.ui.widgets.swatch import Swatch
from coprod_desktop.ui.widgets.why_list import Source, WhyLine


class PayRunsView(Protocol):
    """What the presenter needs of the page and its dialogs."""

    def show_list(self, rows: Sequence[PayRunSummary]) -> None:
        """Show all runs."""

    def show_run(self, shown: ShownRun) -> None:
        """Show one run."""


class OutlookView(FormView, Protocol):
    """The form that prepares a run."""

    def show_outlook(self, people: int, pence: int, held: int) -> None:
        """Say who would be paid and who would be held."""

    def show_limits(self, notes: Sequence[LimitNote]) -> None:
        """Show whom the run brings close to a limit that they asked to be told of."""


class WhyView(Protocol):
    """The panel that explains an amount."""

    def explain(
        self,
        heading: str,
        sub_line: str,
        lines: Sequence[WhyLine],
        sources: Sequence[Source],
    ) -> None:
        """Show an explanation."""


class PayRunsPresenter:
    """Decide what the pay runs page shows, and do the steps of a run."""

    def __init__(self, view: PayRunsView, context: Context) -> None:
        self._view = view
        self._context = context
        self._number: int | None = None
        self.shown: ShownRun | None = None
        tables = {"pay_runs", "payments", "payment_lines", "contributions", "limit_watches"}
        context.changes.subscribe(frozenset({*tables, "dismissals"}), self.refresh)

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

        def work() -> ShownRun | None:
            if all(row.number != number for row in office.pay_runs.summaries()):
                return None  # the run was taken back with Undo
            prepared = office.pay_runs.details(number)
            is_open = prepared.run.state is RunState.PREPARED
            return ShownRun(
                prepared=prepared,
                sheet=office.payment_files.sheet(number),
                limits=_notes(office.limits.warnings_for_run(number)) if is_open else (),
                findings=office.checks.of_run(number) if is_open else (),
            )

        def done(shown: ShownRun | None) -> None:
            if shown is None:
                self.back()
            elif number == self._number:
                self.shown = shown
                self._view.show_run(shown)

        self._context.tasks.run(work, done, self._context.fail)

    def look(
        self,
        view: OutlookView,
        up_to_on: datetime.date | None,
        pay_on: datetime.date | None = None,
    ) -> None:
        """Say who would be paid up to a day, and close to which limits; nothing is saved."""
        if up_to_on is None:
            return
        office = self._context.office

        def work() -> tuple[int, int, int, tuple[LimitNote, ...]]:
            payable, held = office.pay_runs.to_pay(up_to_on)
            pence = sum(due.payment_pence + due.reimbursement_pence for due in payable)
            told = office.limits.warnings_before_run(up_to_on, pay_on)
            return len(payable), pence, len(held), _notes(told)

        def done(told: tuple[int, int, int, tuple[LimitNote, ...]]) -> None:
            people, pence, held, notes = told
            view.show_outlook(people, pence, held)
            view.show_limits(notes)

        self._context.tasks.run(work, done, self._context.fail)

    def wait(
        self,
        view: OutlookView,
        note: LimitNote,
        up_to_on: datetime.date | None,
        pay_on: datetime.date | None,
    ) -> None:
        """Let the money of one person wait for a later run, and look again."""
        if up_to_on is None:
            return
        wait, participant_id = self._context.office.limits.wait, note.warning.participant_id

        def done(_count: int) -> None:
            words = _("The money of {name} waits. Change the answer when it is to be paid.")
            self._context.saved(words.format(name=note.name))
            self.look(view, up_to_on, pay_on)

        self._context.tasks.run(lambda: wait(participant_id, up_to_on), done, self._context.fail)

    def prepare(
        self, view: FormView, up_to_on: datetime.date | None, pay_on: datetime.date | None
    ) -> None:
        """Collect what is approved into a new run, and open it."""
        if up_to_on is None:
            view.show_error("up_to", _("Write the day first."))
            return
        service = self._context.office.pay_runs

        def done(prepared: PreparedRun) -> None:
            view.accept_saved()
            self._context.saved(
                _("Pay run {number} is prepared.").format(number=prepared.run.number)
            )
            self.open(prepared.run.number)

        def failed(error: Exception) -> None:
            view.show_error("up_to", self._context.word_error(error))

        self._context.tasks.run(lambda: service.prepare(up_to_on, pay_on), done, failed)

    def approve(self) -> None:
        """Approve the run on show."""
        if self.shown is None:
            return
        number, approve = self.shown.number, self._context.office.pay_runs.approve

        def done(_run: object) -> None:
            words = _("Pay run {number} is approved. Now make its files.")
            self._context.saved(words.format(number=number))

        self._context.tasks.run(lambda: approve(number), done, self._context.fail)

    def make_files(self, folder: str) -> None:
        """Write the files of the run on show into a folder."""
        if self.shown is None:
            return
        number, export = self.shown.number, self._context.office.payment_files.export

        def done(made: MadeFiles) -> None:
            count = len(made.all_paths)
            words = ngettext(
                "{count} file is in {folder}.", "{count} files are in {folder}.", count
            )
            self._context.say(MessageKind.GOOD, words.format(count=count, folder=folder), ())

        self._context.tasks.run(lambda: export(number, Path(folder)), done, self._context.fail)

    def settle(self, view: FormView, day: datetime.date | None) -> None:
        """Record that the money has left."""
        if self.shown is None:
            return
        if day is None:
            view.show_error("day", _("Write the day first."))
            return
        number, settle = self.shown.number, self._context.office.pay_runs.settle

        def done(_run: object) -> None:
            view.accept_saved()
            words = _("Pay run {number} is paid. It stands on statements from now on.")
            self._context.saved(words.format(number=number), can_undo=False)

        def failed(error: Exception) -> None:
            view.show_error("day", self._context.word_error(error))

        self._context.tasks.run(lambda: settle(number, day), done, failed)

    def reverse(self, view: FormView, reason: str) -> None:
        """Take the run back with a reason."""
        if self.shown is None:
            return
        number, reverse = self.shown.number, self._context.office.pay_runs.reverse

        def done(_run: object) -> None:
            view.accept_saved()
            words = _("Pay run {number} is taken back. Everybody in it is owed again.")
            self._context.saved(words.format(number=number))

        def failed(error: Exception) -> None:
            view.show_error("reason", self._context.word_error(error))

        self._context.tasks.run(lambda: reverse(number, reason), done, failed)

    def explain(self, panel: WhyView, row: PaymentRow) -> None:
        """Show why somebody is paid what they are."""
        participant, payment = row
        paid_for = self._context.office.pay_runs.paid_for

        def done(lines: tuple[PaidFor, ...]) -> None:
            heading = _("Why {amount}?").format(amount=format_pounds(payment.pence))
            said = [_why_line(line) for line in lines]
            sources = version_sources(line.because for line in lines)
            panel.explain(heading, participant.name, said, sources)

        self._context.tasks.run(lambda: paid_for(payment.payment_id), done, self._context.fail)

    @property
    def state(self) -> RunState | None:
        """Return how far the run on show has come; None while the list is on show."""
        return self.shown.state if self.shown is not None and self._number is not None else None


def _notes(told: Iterable[Told]) -> tuple[LimitNote, ...]:
    return tuple(LimitNote(name=person.name, warning=warning) for person, warning in told)


def _why_line(line: PaidFor) -> WhyLine:
    is_work = line.kind is LineKind.CONTRIBUTION
    what = f"{short_hours(line.minutes)}." if is_work else _("An expense, not pay.")
    if line.is_top_up and is_work:
        what = _("On top of work that was agreed before.")
    elif line.is_top_up:
        what = _("On top of an expense that was agreed before, not pay.")
    return WhyLine(
        what=f"{list_day(line.day)}  {line.what}",
        amount=format_pounds(line.pence),
        because=f"{what}\n{paragraphs(line.because)}",
        swatch=Swatch.PAID if is_work else None,
    )
