"""The list of pay runs, and one of them with its next step."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from coprod_desktop.domain.dates import long_day, short_day
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.domain.summaries import PayRunSummary
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.checks import NamedFinding
from coprod_desktop.services.top_ups import Differences
from coprod_desktop.ui.findings import FindingPanel
from coprod_desktop.ui.pay_runs.columns import run_columns
from coprod_desktop.ui.pay_runs.payment_panel import PaymentPanel
from coprod_desktop.ui.pay_runs.run_view import RunView
from coprod_desktop.ui.pay_runs.shown_run import ShownRun
from coprod_desktop.ui.pay_runs.top_ups_notice import TopUpsNotice
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.columns import fixed_rows
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.table_model import TableModel


class PayRunsPage(Page):
    """Show pay runs; every wish comes as a signal.

    `step_requested` is the one primary action: prepare a run while the list is on show, the next
    step of the run otherwise. `statement_requested` wants to read what the bank says of any run,
    `pack_requested` the treasurer's pack.
    """

    step_requested = Signal()
    statement_requested = Signal()
    pack_requested = Signal()
    open_requested = Signal(object)
    back_requested = Signal()
    send_back_requested = Signal()

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__(_("Pay runs"))
        self._shown: ShownRun | None = None
        self._found: tuple[NamedFinding, ...] = ()
        self.step = primary_button(_("Prepare a pay run"), icon_name="banknote")
        self.send_back = Button(_("Send back with a reason"), icon_name="undo-2")
        self.back = Button(_("All pay runs"), icon_name="chevron-left")
        self.read_statement = Button(_("Read the bank’s statement…"), icon_name="landmark")
        self.pack = Button(_("Treasurer’s pack…"), icon_name="archive")
        self.header.add_action(self.read_statement)
        self.header.add_action(self.pack)
        self.header.add_action(self.back)
        self.header.add_action(self.send_back)
        self.header.set_primary(self.step)
        self.rows: TableModel[PayRunSummary] = TableModel(run_columns(), tasks)
        empty = EmptyState(
            "banknote",
            _("Nobody has been paid from here yet."),
            _("Approve work and expenses first; then prepare a pay run."),
        )
        self.list = ListView(self.rows, _("Pay runs"), empty=empty)
        self.run = RunView(tasks)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.run)
        self.notice = TopUpsNotice()
        self.body.addWidget(self.notice)
        self.body.addWidget(self._stack, stretch=1)
        self.why = PaymentPanel()
        self.look = FindingPanel()
        self.set_side_panel(self.why)
        self.set_side_panel(self.look)
        self._connect()
        self.show_list(())

    def _connect(self) -> None:
        self.step.clicked.connect(self.step_requested)
        self.back.clicked.connect(self.back_requested)
        self.read_statement.clicked.connect(self.statement_requested)
        self.pack.clicked.connect(self.pack_requested)
        self.send_back.clicked.connect(self.send_back_requested)
        self.list.opened.connect(self.open_requested)
        self.run.look_requested.connect(self.show_findings)
        self.run.why_requested.connect(lambda _row: self._make_room(self.look))
        self.run.payment_list.ticks_changed.connect(self._show_step)
        for panel in (self.why, self.look):
            panel.closed.connect(lambda: self.run.show_panel(is_shown=True))

    @property
    def is_list_shown(self) -> bool:
        """Say whether the list of all runs is on show."""
        return self._stack.currentWidget() is self.list

    # --- the list of runs ------------------------------------------------------------------------

    def show_list(self, rows: Sequence[PayRunSummary]) -> None:
        """Show all runs; the keyboard is where it was among them."""
        had_run = not self.is_list_shown
        self._shown = None
        self.rows.load(fixed_rows(rows, key_of=lambda row: row.pay_run_id))
        self._stack.setCurrentWidget(self.list)
        self._close_panels()
        self.header.set_title(_("Pay runs"))
        self.header.set_sub_line(_("Everything approved, paid once. Press Enter to open a run."))
        self._show_step()
        for button in (self.read_statement, self.pack):
            self.header.offer(button, is_offered=bool(rows))
        self.header.offer(self.back, is_offered=False)
        self.header.offer(self.send_back, is_offered=False)
        self.notice.setVisible(bool(self.notice.heading))
        if had_run and self.isVisible():
            self.list.setFocus()

    def show_owed(self, found: Differences) -> None:
        """Show above the list what is owed on top after a rise, or nothing."""
        self.notice.show_owed(found)
        self.notice.setVisible(self.is_list_shown and bool(self.notice.heading))

    # --- one run ---------------------------------------------------------------------------------

    def show_run(self, shown: ShownRun) -> None:
        """Show one run, with its next step as the primary action."""
        is_other = self._shown is None or self._shown.number != shown.number
        self._shown = shown
        if is_other:
            self._close_panels()
        self.run.show_run(shown)
        self._show_found(shown.findings)
        self._explain_again()
        self._stack.setCurrentWidget(self.run)
        self.header.set_title(_("Pay run {number}").format(number=shown.number))
        self.header.set_sub_line(_sub_line(shown))
        self.notice.hide()
        self._show_step()
        can_send_back = shown.state is RunState.PREPARED and not shown.has_prepared
        self.header.offer(self.send_back, is_offered=can_send_back)
        self.header.offer(self.back, is_offered=True)
        for button in (self.read_statement, self.pack):
            self.header.offer(button, is_offered=False)
        if is_other and self.isVisible():
            self.run.payment_list.list.setFocus()

    def show_findings(self) -> None:
        """Show what there is to look at in the run, with a way to set each aside."""
        self._make_room(self.why)
        self.look.show_named(self._found)
        self.look.open_panel()

    def _explain_again(self) -> None:
        """Keep the panel about a payment true; it closes where the payment is gone."""
        if not self.why.isVisible():
            return
        row = self.run.payment_list.row_of(self.why.payment_id)
        if row is None:
            self.why.close_panel()
        else:
            self.run.why_requested.emit(row)

    def _make_room(self, other: PaymentPanel | FindingPanel) -> None:
        """Let one panel at a time stand beside the run."""
        other.hide()
        self.run.show_panel(is_shown=False)

    def _close_panels(self) -> None:
        self.why.hide()
        self.look.hide()
        self.run.show_panel(is_shown=True)

    def _show_step(self) -> None:
        words = _next_step(self._shown, len(self.run.payment_list.ticked_ids))
        if words:
            self.step.set_text(words)
        self.step.setVisible(bool(words))

    def _show_found(self, found: Sequence[NamedFinding]) -> None:
        """Follow what is left to look at; a panel without any closes."""
        self._found = tuple(found)
        if self.look.isVisible() and found:
            self.look.show_named(found)
        elif self.look.isVisible():
            self.look.close_panel()


def _sub_line(shown: ShownRun) -> str:
    run = shown.run
    words = _("Work up to {day}, to pay on {pay_day}.")
    if run.settled_on is not None:
        words = _("Work up to {day}, paid on {pay_day}.")
    words = words.format(day=long_day(run.up_to_on), pay_day=long_day(run.settled_on or run.pay_on))
    if run.is_top_up:
        words = _("A top-up run: it pays nothing but differences, on {pay_day}.").format(
            pay_day=long_day(run.settled_on or run.pay_on)
        )
    elif shown.projects:
        words = _("{words} Only for {projects}.").format(
            words=words, projects=", ".join(shown.projects)
        )
    prepared = _("Prepared {day} by {name}.").format(
        day=short_day(run.prepared_at.astimezone().date()), name=shown.prepared_by
    )
    return f"{words} {prepared}"


def _next_step(shown: ShownRun | None, ticked: int) -> str:
    """Word the next step of a run, or of the list of runs; nothing where there is none."""
    if shown is None:
        return _("Prepare a pay run")
    if shown.state is RunState.PREPARED:
        count = len(shown.payments)
        words = ngettext("Approve {count:,} payment", "Approve {count:,} payments", count)
        return words.format(count=count) if shown.may_approve else ""
    if shown.state is RunState.EXPORTED:
        return _settle_words(len(shown.waiting), ticked)
    return {
        RunState.SENT_BACK: _("Ask for approval again"),
        RunState.APPROVED: _("Make the files"),
    }.get(shown.state, "")


def _settle_words(waiting: int, ticked: int) -> str:
    if ticked:
        words = ngettext("Mark {count:,} as paid", "Mark {count:,} as paid", ticked)
        return words.format(count=ticked)
    words = ngettext("Mark {count:,} as paid", "Mark all {count:,} as paid", waiting)
    return words.format(count=waiting)
