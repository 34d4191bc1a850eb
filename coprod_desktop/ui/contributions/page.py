"""The list of contributions, what can be done with them, and why each amount is what it is."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.domain.checks import Dismissal, Finding
from coprod_desktop.domain.contributions import LOCKED_STATES, Contribution, WorkState
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.domain.time import short_hours
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.contributions.columns import contribution_columns
from coprod_desktop.ui.drafts import DraftNote, DraftSegment, send_all_button, send_button
from coprod_desktop.ui.finding_marks import FindingMarks
from coprod_desktop.ui.findings import FindingCards
from coprod_desktop.ui.tasks import Failed, TaskRunner
from coprod_desktop.ui.why_lines import work_lines, work_sources
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.columns import RowSource
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.search_field import SearchField
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar
from coprod_desktop.ui.widgets.table_model import TableModel
from coprod_desktop.ui.widgets.why_panel import WhyPanel

Rows = Sequence[ContributionSummary]
MOST_SELECTED = 2_000
_APPROVABLE = frozenset({WorkState.LOGGED, WorkState.SENT_BACK})
_CAN_GO_BACK = frozenset({WorkState.LOGGED, WorkState.APPROVED})


class ContributionsPage(Page):
    """Show contributions; every wish comes as a signal with the rows it is about.

    `log_requested`; `approve_requested(rows)` and, with one row each, `repeat_requested`,
    `send_back_requested`, `correct_requested`, `answer_requested`, `remove_requested`,
    `why_requested`; `approve_all_requested`; for drafts `send_requested(ids)` and
    `send_all_requested`; `typed(text)` and `filter_chosen(key)` narrow the list;
    `too_many_selected`.
    """

    log_requested = Signal()
    repeat_requested = Signal(object)
    approve_requested = Signal(object)
    approve_all_requested = Signal()
    send_requested = Signal(object)
    send_all_requested = Signal()
    send_back_requested = Signal(object)
    correct_requested = Signal(object)
    answer_requested = Signal(object)
    remove_requested = Signal(object)
    why_requested = Signal(object)
    typed = Signal(str)
    filter_chosen = Signal(str)
    too_many_selected = Signal()

    def __init__(
        self, tasks: TaskRunner, failed: Failed, today: Callable[[], datetime.date]
    ) -> None:
        super().__init__(_("Contributions"), _sub_line())
        self.approve = primary_button(_("Approve"), icon_name="check", shortcut="Ctrl+Return")
        self.log = Button(_("Log work…"), icon_name="plus", shortcut="Ctrl+N")
        self.repeat = Button(_("Repeat…"), icon_name="copy-plus", shortcut="Ctrl+D")
        self.approve_all = Button(_("Approve all shown"), icon_name="list-checks")
        self.send_back = Button(_("Send back…"), icon_name="undo-2")
        self.correct = Button(_("Correct…"), icon_name="pencil")
        self.answer = Button(_("Change their choice…"))
        self.remove = Button(_("Remove"), icon_name="trash-2")
        self.send, self.send_all = send_button(), send_all_button()
        self.search = SearchField(_("Find contributions by any word"), pause_ms=0)
        self.filters = SegmentedBar(_("Which contributions"), _segments())
        self._draft_segment = DraftSegment(self.filters, _segments())
        self.marks: FindingMarks[ContributionSummary] = FindingMarks(
            lambda row: row.contribution_id
        )
        self.rows: TableModel[ContributionSummary] = TableModel(
            contribution_columns(today, self.marks.column()), tasks, failed=failed
        )
        self.empty = EmptyState("list-checks", "")
        self.list = ListView(self.rows, _("Contributions"), empty=self.empty, picks_cells=True)
        self.why = WhyPanel()
        self.findings = FindingCards()
        self.why.body.insertWidget(0, self.findings)
        self.draft_note = DraftNote(
            _("It counts as work given. Nobody is asked to approve it until you send it.")
        )
        self.why.body.insertWidget(0, self.draft_note)
        self._explained_id = 0
        self._lay_out()
        self._connect()
        self._fit_actions()

    # --- what the presenter asks ---------------------------------------------------------------

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

    def show_rows(self, source: RowSource[ContributionSummary], *, is_filtered: bool) -> None:
        """Show the rows of a source; an empty list says why it is empty."""
        if is_filtered:
            self.empty.set_words(
                _("Nothing like that is here."), _("Try fewer letters or filters.")
            )
        else:
            hint = _("Log the first with Ctrl+N, or a whole session on the session sheet.")
            self.empty.set_words(_("There is no contribution yet."), hint)
        self.rows.load(source)

    def reload(self) -> None:
        """Fetch the rows again, staying in place."""
        self.rows.reload()

    def show_drafts(self, count: int) -> None:
        """Offer the drafts as a part of the list while there are any."""
        self._draft_segment.show(count)

    def is_shown(self) -> bool:
        """Say whether somebody can see the list."""
        return self.isVisible()

    def show_why(
        self,
        piece: Contribution,
        name: str,
        findings: Sequence[Finding] = (),
        aside: Sequence[Dismissal] = (),
        our_note: str = "",
    ) -> None:
        """Explain the amount of one contribution, what there is to look at, and our own note."""
        heading = _("Why no offer?")
        if piece.offered_pence:
            heading = _("Why {pence}?").format(pence=format_pounds(piece.offered_pence))
        sub_line = f"{name}, {piece.what}, {long_day(piece.worked_on)}"
        sources = work_sources([piece], is_saved=True)
        if piece.note:
            sources.append(("file-text", piece.note))
        if our_note:
            sources.append(("file-text", _("Our note: {note}").format(note=our_note)))
        self.why.explain(heading, sub_line, work_lines([piece]), sources)
        self.why.body.insertWidget(0, self.findings)  # above the sum again
        self.findings.show_findings(findings, aside=aside)
        self._explained_id = piece.contribution_id
        self.draft_note.setVisible(piece.state is WorkState.DRAFT)

    def is_explaining(self) -> bool:
        """Say whether an amount is being explained."""
        return self.why.isVisible()

    def selected(self) -> list[ContributionSummary] | None:
        """Return the selected rows; None where they are too many or too far away to be here."""
        return self.list.selection.rows(MOST_SELECTED)

    # --- how it works --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for button in (
            *(self.log, self.send_all, self.send, self.approve_all),
            *(self.send_back, self.correct, self.repeat, self.answer, self.remove),
        ):
            self.header.add_action(button)
        self.header.set_primary(self.approve)
        self.body.addWidget(self.filters)
        self.body.addLayout(self._find_row())
        self.body.addWidget(self.list, stretch=1)
        self.set_side_panel(self.why)

    def _connect(self) -> None:
        self.search.searched.connect(self.typed)
        self.search.left_downwards.connect(self.list.setFocus)
        self.filters.chosen.connect(self.filter_chosen)
        self.filters.chosen.connect(lambda _key: self._fit_actions())
        self.list.opened.connect(lambda row: self._wish(self.correct_requested, [row]))
        self.list.followed.connect(lambda row, _key: self.why_requested.emit(row))
        self.list.selected.connect(self._follow)
        selection = self.list.table.selectionModel()
        selection.selectionChanged.connect(lambda _now, _before: self._fit_actions())
        self.rows.arrived.connect(self._fit_actions)
        self.marks.watch(self.list, self.rows)
        self.log.clicked.connect(self.log_requested)
        self.approve.clicked.connect(self._approve)
        self.approve_all.clicked.connect(self.approve_all_requested)
        self.send.clicked.connect(self._send)
        self.send_all.clicked.connect(self.send_all_requested)
        self.draft_note.send_requested.connect(
            lambda: self.send_requested.emit([self._explained_id])
        )
        for button, wish in (
            (self.repeat, self.repeat_requested),
            (self.send_back, self.send_back_requested),
            (self.correct, self.correct_requested),
            (self.answer, self.answer_requested),
            (self.remove, self.remove_requested),
        ):
            button.clicked.connect(
                lambda _on=False, wish=wish: self._wish(wish, self.selected() or [])
            )

    def _wish(self, wish: SignalInstance, rows: Rows) -> None:
        if len(rows) == 1:
            wish.emit(rows[0])

    def _approve(self) -> None:
        rows = self.selected()
        if rows is None:
            self.too_many_selected.emit()
            return
        waiting = [row for row in rows if row.state in _APPROVABLE]
        if waiting:
            self.approve_requested.emit(waiting)

    def _send(self) -> None:
        rows = self.selected()
        if rows is None:
            self.too_many_selected.emit()
            return
        drafts = [row.contribution_id for row in rows if row.state is WorkState.DRAFT]
        if drafts:
            self.send_requested.emit(drafts)

    def _follow(self, row: ContributionSummary | None) -> None:
        """Explain the row that the keyboard is on, while the explanation is open."""
        if self.why.isVisible() and row is not None:
            self.why_requested.emit(row)

    def _fit_actions(self) -> None:
        """Offer what can be done with the selection."""
        rows = self.selected()
        self.approve.setEnabled(rows is None or any(row.state in _APPROVABLE for row in rows))
        chosen, has_rows = self.filters.chosen_key, self.rows.rowCount() > 0
        self.approve_all.setEnabled(chosen == WorkState.LOGGED and has_rows)
        self._fit_sending(rows, are_drafts_listed=chosen == WorkState.DRAFT)
        only = rows[0] if rows is not None and len(rows) == 1 else None
        is_free = only is not None and only.state not in LOCKED_STATES
        self.repeat.setEnabled(only is not None)
        self.correct.setEnabled(is_free)
        self.remove.setEnabled(is_free)
        self.answer.setEnabled(is_free and only is not None and bool(only.offered_pence))
        self.send_back.setEnabled(only is not None and only.state in _CAN_GO_BACK)
        self.header.set_sub_line(_selection_words(rows) or _sub_line())

    def _fit_sending(self, rows: Rows | None, *, are_drafts_listed: bool) -> None:
        """Offer to send drafts where there are some, in the place of what drafts do not need."""
        has_draft = any(row.state is WorkState.DRAFT for row in rows or ())
        are_about_drafts = are_drafts_listed or has_draft
        self.send.setEnabled(has_draft or rows is None)
        self.send_all.setEnabled(self.rows.rowCount() > 0)
        self.header.offer(self.send, is_offered=are_about_drafts)
        self.header.offer(self.send_all, is_offered=are_drafts_listed)
        for button in (self.approve_all, self.send_back):
            self.header.offer(button, is_offered=not are_about_drafts)


def _sub_line() -> str:
    return _("Everything that people gave, paid or unpaid.")


def _selection_words(rows: Rows | None) -> str:
    """Say what several selected rows come to."""
    if not rows or len(rows) < 2:
        return ""
    words = ngettext("{count} selected", "{count} selected", len(rows)).format(count=len(rows))
    hours = short_hours(sum(row.minutes for row in rows))
    offered = format_pounds(sum(row.offered_pence for row in rows))
    return _("{words}: {hours}, {pence} offered").format(words=words, hours=hours, pence=offered)


def _segments() -> list[Segment]:
    return [
        Segment(key="all", text=_("All")),
        Segment(key=WorkState.LOGGED.value, text=_("To approve")),
        Segment(key=WorkState.SENT_BACK.value, text=_("Sent back")),
        Segment(key=WorkState.APPROVED.value, text=_("Approved")),
        Segment(key=WorkState.PAID.value, text=_("Paid")),
    ]
