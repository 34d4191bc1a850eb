"""The list of expense claims, and beside it the lines of one with their reasons."""

from PySide6.QtCore import Signal

from coprod_desktop.domain.summaries import ClaimSummary
from coprod_desktop.i18n import _
from coprod_desktop.ui.expenses.columns import claim_columns
from coprod_desktop.ui.expenses.panel import ClaimPanel, ShownClaim
from coprod_desktop.ui.finding_marks import FindingMarks
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.columns import RowSource
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.search_field import SearchField
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar
from coprod_desktop.ui.widgets.table_model import TableModel


class ExpensesPage(Page):
    """Show expense claims; every wish comes as a signal.

    `log_requested`; `approve_requested(row)`; `show_requested(row | None)`; `typed(text)` and
    `filter_chosen(key)` narrow the list.
    """

    log_requested = Signal()
    approve_requested = Signal(object)
    show_requested = Signal(object)
    typed = Signal(str)
    filter_chosen = Signal(str)

    def __init__(self, tasks: TaskRunner) -> None:
        sub_line = _("Money that people spent to take part, paid back. It is never pay.")
        super().__init__(_("Expenses"), sub_line)
        log = primary_button(_("Log expenses"), icon_name="receipt", shortcut="Ctrl+N")
        log.clicked.connect(self.log_requested)
        self.header.set_primary(log)
        self._approve = Button(_("Approve"), icon_name="check", shortcut="Ctrl+Return")
        self._approve.clicked.connect(self._ask_to_approve)
        self.header.add_action(self._approve)
        self.search = SearchField(_("Find a participant’s expenses"))
        self.search.searched.connect(self.typed)
        self.filters = SegmentedBar(
            _("Which expenses"),
            [
                Segment(key="all", text=_("All")),
                Segment(key="logged", text=_("To approve")),
                Segment(key="sent back", text=_("Sent back")),
                Segment(key="approved", text=_("Approved")),
                Segment(key="paid", text=_("Paid")),
            ],
        )
        self.filters.chosen.connect(self.filter_chosen)
        self.marks: FindingMarks[ClaimSummary] = FindingMarks(lambda row: row.expense_claim_id)
        columns = claim_columns(self.marks.column())
        self.rows: TableModel[ClaimSummary] = TableModel(columns, tasks)
        self.empty = EmptyState("receipt", "")
        self.list = ListView(self.rows, _("Expenses"), empty=self.empty)
        self.list.selected.connect(self._select)
        self.list.followed.connect(lambda row, _key: self.show_requested.emit(row))
        self.marks.watch(self.list, self.rows)
        self.search.left_downwards.connect(self.list.setFocus)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, stretch=1)
        self.panel = ClaimPanel()
        self.set_side_panel(self.panel)
        self._select(None)

    def show_rows(self, source: RowSource[ClaimSummary], *, is_filtered: bool) -> None:
        """Show the rows of a source; an empty list says why it is empty."""
        if is_filtered:
            self.empty.set_words(_("Nothing of that kind is here."), _("Choose All to see more."))
        else:
            hint = _("Log the first with Ctrl+N, or on the session sheet.")
            self.empty.set_words(_("No expenses are logged yet."), hint)
        self.rows.load(source)

    def show_claim(self, claim: ShownClaim | None) -> None:
        """Show the lines of one claim, or none."""
        if claim is None:
            self.panel.hide()
        else:
            self.panel.show_claim(claim)

    def reload(self) -> None:
        """Fetch the rows again, staying in place."""
        self.rows.reload()

    def _select(self, row: ClaimSummary | None) -> None:
        self._approve.setEnabled(row is not None)
        self.show_requested.emit(row)

    def _ask_to_approve(self) -> None:
        row = self.list.current_row()
        if row is not None:
            self.approve_requested.emit(row)
