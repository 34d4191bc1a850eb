"""The list of pay runs, and one of them with its next step."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from coprod_desktop.domain.dates import format_day
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.domain.summaries import PayRunSummary
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.checks import NamedFinding
from coprod_desktop.services.top_ups import Differences
from coprod_desktop.ui.findings import FindingPanel
from coprod_desktop.ui.pay_runs.columns import run_columns
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
from coprod_desktop.ui.widgets.why_panel import WhyPanel


class PayRunsPage(Page):
    """Show pay runs; every wish comes as a signal.

    `step_requested` is the one primary action: prepare a run while the list is on show, the next
    step of the run otherwise.
    """

    step_requested = Signal()
    open_requested = Signal(object)
    back_requested = Signal()

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__(_("Pay runs"))
        self._step = primary_button(_("Prepare a pay run"), icon_name="banknote")
        self._step.clicked.connect(self.step_requested)
        self._back = Button(_("All pay runs"), icon_name="chevron-left")
        self._back.clicked.connect(self.back_requested)
        self.header.add_action(self._back)
        self.header.set_primary(self._step)
        self.rows: TableModel[PayRunSummary] = TableModel(run_columns(), tasks)
        empty = EmptyState(
            "banknote",
            _("Nobody has been paid from here yet."),
            _("Approve work and expenses first; then prepare a pay run."),
        )
        self.list = ListView(self.rows, _("Pay runs"), empty=empty)
        self.list.opened.connect(self.open_requested)
        self.run = RunView(tasks)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.run)
        self.notice = TopUpsNotice()
        self.body.addWidget(self.notice)
        self.body.addWidget(self._stack, stretch=1)
        self.why = WhyPanel()
        self.look = FindingPanel()
        self._found: tuple[NamedFinding, ...] = ()
        self.set_side_panel(self.why)
        self.set_side_panel(self.look)
        self.run.look_requested.connect(self.show_findings)
        self.run.why_requested.connect(lambda _row: self.look.hide())
        self.show_list(())

    @property
    def is_list_shown(self) -> bool:
        """Say whether the list of all runs is on show."""
        return self._stack.currentWidget() is self.list

    def show_list(self, rows: Sequence[PayRunSummary]) -> None:
        """Show all runs."""
        self.rows.load(fixed_rows(rows, key_of=lambda row: row.pay_run_id))
        self._stack.setCurrentWidget(self.list)
        self.why.hide()
        self.look.hide()
        self.header.set_title(_("Pay runs"))
        self.header.set_sub_line(_("Everything approved, paid once. Press Enter to open a run."))
        self._step.set_text(_("Prepare a pay run"))
        self._step.setVisible(True)
        self.header.offer(self._back, is_offered=False)
        self.notice.setVisible(bool(self.notice.heading))

    def show_owed(self, found: Differences) -> None:
        """Show above the list what is owed on top after a rise, or nothing."""
        self.notice.show_owed(found)
        self.notice.setVisible(self.is_list_shown and bool(self.notice.heading))

    def show_findings(self) -> None:
        """Show what there is to look at in the run, with a way to set each aside."""
        self.why.hide()
        self.look.show_named(self._found)
        self.look.open_panel()

    def show_run(self, shown: ShownRun) -> None:
        """Show one run, with its next step as the primary action."""
        self.run.show_run(shown)
        self._show_found(shown.findings)
        self._stack.setCurrentWidget(self.run)
        self.header.set_title(_("Pay run {number}").format(number=shown.number))
        self.header.set_sub_line(_sub_line(shown))
        self.notice.hide()
        step = _next_step(shown)
        self._step.set_text(step)
        self._step.setVisible(bool(step))
        self.header.offer(self._back, is_offered=True)

    def _show_found(self, found: Sequence[NamedFinding]) -> None:
        """Follow what is left to look at; a panel without any closes."""
        self._found = tuple(found)
        if self.look.isVisible() and found:
            self.look.show_named(found)
        elif self.look.isVisible():
            self.look.close_panel()


def _sub_line(shown: ShownRun) -> str:
    if shown.prepared.run.is_top_up:
        words = _("A top-up run: it pays nothing but differences. Prepared by {name}.")
        return words.format(name=shown.sheet.prepared_by)
    words = _("Work up to {day}. Prepared by {name}.")
    return words.format(day=format_day(shown.sheet.up_to_on), name=shown.sheet.prepared_by)


def _next_step(shown: ShownRun) -> str:
    """Word the next step of a run; nothing where there is none."""
    count = len(shown.prepared.payments)
    if shown.state is RunState.PREPARED:
        words = ngettext("Approve {count} payment", "Approve {count} payments", count)
        return words.format(count=count)
    return {
        RunState.APPROVED: _("Make the files"),
        RunState.EXPORTED: _("Mark as paid"),
    }.get(shown.state, "")
