"""The list of expense claims, and beside it the lines of one with their reasons."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.summaries import ClaimSummary
from coprod_desktop.i18n import _
from coprod_desktop.ui.drafts import DraftSegment, send_all_button, send_button
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

_APPROVABLE = frozenset({WorkState.LOGGED, WorkState.SENT_BACK})
_DRAFTS = frozenset({WorkState.DRAFT})


class ExpensesPage(Page):
    """Show expense claims; every wish comes as a signal.

    `log_requested`; `approve_requested(rows)`; for drafts `send_requested(rows)` and
    `send_all_requested`; `show_requested(row | None)`; `typed(text)` and `filter_chosen(key)`
    narrow the list.
    """

    log_requested = Signal()
    approve_requested = Signal(object)
    send_requested = Signal(object)
    send_all_requested = Signal()
    show_requested = Signal(object)
    typed = Signal(str)
    filter_chosen = Signal(str)

    def __init__(self, tasks: TaskRunner) -> None:
        sub_line = _("Money that people spent to take part, paid back. It is never pay.")
        super().__init__(_("Expenses"), sub_line)
        log = primary_button(_("Log expenses"), icon_name="receipt", shortcut="Ctrl+N")
        log.clicked.connect(self.log_requested)
        self.header.set_primary(log)
        self.approve = Button(_("Approve"), icon_name="check", shortcut="Ctrl+Return")
        self.send, self.send_all = send_button(), send_all_button()
        for button in (self.send_all, self.send, self.approve):
            self.header.add_action(button)
        self.search = SearchField(_("Find a participant’s expenses"))
        self.search.searched.connect(self.typed)
        self.filters = SegmentedBar(_("Which expenses"), _segments())
        self._draft_segment = DraftSegment(self.filters, _segments())
        self.marks: FindingMarks[ClaimSummary] = FindingMarks(lambda row: row.expense_claim_id)
        columns = claim_columns(self.marks.column())
        self.rows: TableModel[ClaimSummary] = TableModel(columns, tasks)
        self.empty = EmptyState("receipt", "")
        self.list = ListView(self.rows, _("Expenses"), empty=self.empty, picks_cells=True)
        self.panel = ClaimPanel()
        self._connect()
        self.body.addWidget(self.filters)
        self.body.addLayout(self._find_row())
        self.body.addWidget(self.list, stretch=1)
        self.set_side_panel(self.panel)
        self._fit_actions()

    def _connect(self) -> None:
        self.search.left_downwards.connect(self.list.setFocus)
        self.filters.chosen.connect(self.filter_chosen)
        self.filters.chosen.connect(lambda _key: self._fit_actions())
        self.list.selected.connect(self.show_requested)
        self.list.followed.connect(lambda row, _key: self.show_requested.emit(row))
        selection = self.list.table.selectionModel()
        selection.selectionChanged.connect(lambda _now, _before: self._fit_actions())
        self.rows.arrived.connect(self._fit_actions)
        self.marks.watch(self.list, self.rows)
        self.approve.clicked.connect(lambda: self._wish(self.approve_requested, _APPROVABLE))
        self.send.clicked.connect(lambda: self._wish(self.send_requested, _DRAFTS))
        self.send_all.clicked.connect(self.send_all_requested)

    def _find_row(self) -> QHBoxLayout:
        self._find = QHBoxLayout()
        self._find.addWidget(self.search, stretch=1)
        return self._find

    def put_look(self, bar: QWidget, menu: QWidget) -> None:
        """Stand the line of filters above the list, and the menu of views beside the search."""
        self._find.addWidget(menu)
        self.body.insertWidget(self.body.indexOf(self.list), bar)
        QWidget.setTabOrder(self.search, menu)
        QWidget.setTabOrder(menu, self.list.table)

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

    def show_drafts(self, count: int) -> None:
        """Offer the drafts as a part of the list while there are any."""
        self._draft_segment.show(count)

    def selected(self) -> list[ClaimSummary]:
        """Return the selected rows; those too far away to be here are left out."""
        return self.list.selection.rows_here()

    def _wish(self, wish: SignalInstance, states: frozenset[WorkState]) -> None:
        rows = [row for row in self.selected() if row.state in states]
        if rows:
            wish.emit(rows)

    def _fit_actions(self) -> None:
        """Offer what can be done with the selection, and with drafts where there are some."""
        states = {row.state for row in self.selected()}
        are_drafts_listed = self.filters.chosen_key == WorkState.DRAFT
        self.approve.setEnabled(bool(states & _APPROVABLE))
        self.send.setEnabled(bool(states & _DRAFTS))
        self.send_all.setEnabled(self.rows.rowCount() > 0)
        self.header.offer(self.approve, is_offered=not are_drafts_listed)
        self.header.offer(self.send, is_offered=are_drafts_listed or bool(states & _DRAFTS))
        self.header.offer(self.send_all, is_offered=are_drafts_listed)


def _segments() -> list[Segment]:
    return [
        Segment(key="all", text=_("All")),
        Segment(key=WorkState.LOGGED.value, text=_("To approve")),
        Segment(key=WorkState.SENT_BACK.value, text=_("Sent back")),
        Segment(key=WorkState.APPROVED.value, text=_("Approved")),
        Segment(key=WorkState.PAID.value, text=_("Paid")),
    ]
