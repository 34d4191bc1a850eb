"""The list of pay runs, and one of them with its next step."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from coprod_desktop.domain.dates import format_day
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.domain.summaries import PayRunSummary
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.pay_runs.columns import run_columns
from coprod_desktop.ui.pay_runs.run_view import RunView
from coprod_desktop.ui.pay_runs.shown_run import ShownRun
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
        self.body.addWidget(self._stack, stretch=1)
        self.why = WhyPanel()
        self.set_side_panel(self.why)
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
        self.header.set_title(_("Pay runs"))
        self.header.set_sub_line(_("Everything approved, paid once. Press Enter to open a run."))
        self._step.set_text(_("Prepare a pay run"))
        self._step.setVisible(True)
        self._back.setVisible(False)

    def show_run(self, shown: ShownRun) -> None:
        """Show one run, with its next step as the primary action."""
        self.run.show_run(shown)
        self._stack.setCurrentWidget(self.run)
        self.header.set_title(_("Pay run {number}").format(number=shown.number))
        words = _("Work up to {day}. Prepared by {name}.")
        day = format_day(shown.sheet.up_to_on)
        self.header.set_sub_line(words.format(day=day, name=shown.sheet.prepared_by))
        step = _next_step(shown)
        self._step.set_text(step)
        self._step.setVisible(bool(step))
        self._back.setVisible(True)


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
