"""The list of statements of a period, and beside it the paper of the person chosen."""

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.dates import format_period
from coprod_desktop.domain.summaries import StatementSummary
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.papers.paper_viewer import PaperViewer
from coprod_desktop.ui.papers.shown_paper import ShownPaper
from coprod_desktop.ui.scale import L, M, em
from coprod_desktop.ui.statements.columns import statement_columns
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, link_button, primary_button
from coprod_desktop.ui.widgets.columns import fixed_rows
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar
from coprod_desktop.ui.widgets.steps_bar import StepsBar
from coprod_desktop.ui.widgets.table_model import TableModel

ALL, NEW, OLD = ("all", "new", "old")
_ROOM_FOR_BOTH_EM = 76


class StatementsPage(Page):
    """Show statements; every wish comes as a signal.

    `show_requested(row | None)` wants to see somebody's paper; `ticked(row)` and
    `tick_all_requested` choose whose are made; `make_requested` and `stop_requested`;
    `dates_requested`; `filter_chosen(key)`. `another_requested` wants another paper for the person
    on show, `papers_requested` to see all papers of theirs.
    """

    show_requested = Signal(object)
    ticked = Signal(object)
    tick_all_requested = Signal()
    make_requested = Signal()
    stop_requested = Signal()
    dates_requested = Signal()
    filter_chosen = Signal(str)
    another_requested = Signal()
    papers_requested = Signal()

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__(_("Statements"))
        self._ticks: frozenset[int] = frozenset()
        self._is_making = False
        self.make = primary_button("", icon_name="file-text")
        self.make.clicked.connect(self.make_requested)
        dates = Button(_("Change the dates"), icon_name="calendar", shortcut="Ctrl+D")
        dates.clicked.connect(self.dates_requested)
        self.header.add_action(dates)
        self.header.set_primary(self.make)
        self.filters = SegmentedBar(_("Which statements"))
        self.filters.chosen.connect(self.filter_chosen)
        self.tick_all = link_button("")
        self.tick_all.clicked.connect(self.tick_all_requested)
        columns = statement_columns(lambda row: row.participant_id in self._ticks)
        self.rows: TableModel[StatementSummary] = TableModel(columns, tasks)
        self.empty = EmptyState("file-text", "")
        self.list = ListView(self.rows, _("Statements"), empty=self.empty)
        self.list.selected.connect(self.show_requested)
        self.list.ticked.connect(self.ticked)
        self.rows.arrived.connect(self._choose_first)
        self.paper = PaperViewer()
        self.another = Button(_("Another paper"), icon_name="file-plus")
        self.papers = Button(_("All their papers"), icon_name="archive")
        for button, wish in (
            (self.another, self.another_requested),
            (self.papers, self.papers_requested),
        ):
            button.clicked.connect(wish)
            self.paper.options.add_button(button)
        self.progress = StepsBar(_("Statements made so far"))
        self.progress.stop_requested.connect(self.stop_requested)
        self._lay_out()
        self._offer_papers(is_somebody=False)
        self.show_counts(0, 0, 0)
        self.show_ticks(frozenset(), 0)

    def _lay_out(self) -> None:
        self.halves = SegmentedBar(
            _("What to look at"),
            [Segment(key="list", text=_("List")), Segment(key="paper", text=_("Paper"))],
        )
        self.halves.chosen.connect(self._fit)
        top = QHBoxLayout()
        top.addWidget(self.filters)
        top.addStretch()
        top.addWidget(self.tick_all, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(top)
        column.addWidget(self.list, stretch=1)
        beside = QHBoxLayout()
        beside.setSpacing(L)
        beside.addWidget(self._left, stretch=19)
        beside.addWidget(self.paper, stretch=22)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.halves)
        self.body.addLayout(beside, stretch=1)

    # --- what the presenter says -----------------------------------------------------------------

    @property
    def is_on_show(self) -> bool:
        """Say whether somebody looks at this page now."""
        return self.isVisible()

    def show_period(self, from_on: datetime.date, to_on: datetime.date) -> None:
        """Show which days the statements are for."""
        self.header.set_sub_line(format_period(from_on, to_on))

    def show_rows(self, rows: Sequence[StatementSummary], *, is_filtered: bool) -> None:
        """Show these; an empty list says why it is empty."""
        if is_filtered:
            self.empty.set_words(_("No statement is like that."), _("Choose All to see more."))
        else:
            hint = _("Log work on the session sheet, or change the dates with Ctrl+D.")
            self.empty.set_words(_("Nobody has work or expenses on these days."), hint)
        self.rows.load(fixed_rows(rows, key_of=lambda row: row.participant_id))

    def show_counts(self, all_of_them: int, new: int, old: int) -> None:
        """Show how many statements there are of each kind."""
        self.filters.set_segments(
            [
                Segment(key=ALL, text=_("All"), count=all_of_them),
                Segment(key=NEW, text=_("Not yet made"), count=new),
                Segment(key=OLD, text=_("Out of date"), count=old),
            ]
        )

    def show_ticks(self, ticks: frozenset[int], shown: int) -> None:
        """Show whose statements would be made, of so many people shown."""
        self._ticks = ticks
        words = ngettext("Make {count} statement", "Make {count} statements", len(ticks))
        self.make.set_text(words.format(count=len(ticks)) if ticks else _("Make statements"))
        self.make.setEnabled(bool(ticks) and not self._is_making)
        self.tick_all.set_text(_("Tick nobody") if ticks else _("Tick everybody"))
        self.tick_all.setVisible(shown > 0)
        count = self.rows.rowCount()
        if count:
            first, last = self.rows.index(0, 0), self.rows.index(count - 1, 0)
            self.rows.dataChanged.emit(first, last)

    def show_paper(self, paper: ShownPaper) -> None:
        """Show somebody's paper."""
        self.paper.show_paper(paper)
        self._offer_papers(is_somebody=True)

    def _offer_papers(self, *, is_somebody: bool) -> None:
        for button in (self.another, self.papers):
            button.setEnabled(is_somebody)

    def show_no_paper(self, sentence: str, hint: str = "", name: str = "") -> None:
        """Show no paper, and say why."""
        self.paper.show_words(sentence, hint, name=name)
        self._offer_papers(is_somebody=bool(name))

    def show_progress(self, done: int, total: int) -> None:
        """Show how many statements are made so far."""
        self._is_making = True
        self.make.setEnabled(False)
        words = _("{done} of {total} made").format(done=done, total=total)
        self.progress.show_steps(words if total else _("Making them"), done, total)

    def show_made(self) -> None:
        """Take the progress away, because nothing is being made any more."""
        self._is_making = False
        self.progress.hide()
        self.make.setEnabled(bool(self._ticks))

    # --- how it fits -----------------------------------------------------------------------------

    def _choose_first(self) -> None:
        if self.list.current_row() is None and self.rows.rowCount():
            self.list.table.setCurrentIndex(self.rows.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the list and the paper side by side where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < _ROOM_FOR_BOTH_EM * em(self.font())
        self.halves.setVisible(is_narrow)
        half = self.halves.chosen_key
        self._left.setVisible(not is_narrow or half == "list")
        self.paper.setVisible(not is_narrow or half == "paper")
