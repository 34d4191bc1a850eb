"""The screen of reports: a cross-table first, and the reports that trustees and funders ask for."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from coprod_desktop.domain.dates import format_period
from coprod_desktop.domain.pivots import Pivot, PivotBy, PivotFigure
from coprod_desktop.domain.reports import Report
from coprod_desktop.i18n import _
from coprod_desktop.ui.reports.options import ReportOptions
from coprod_desktop.ui.reports.tables import pivot_view, table_view
from coprod_desktop.ui.reports.wishes import View, Wish
from coprod_desktop.ui.scale import L, M, S
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar


class ReportsPage(Page):
    """Show one report. Signals are wishes.

    `wished()`: another report or other choices; `export_requested`, `print_requested`,
    `letters_requested`, `pay_file_requested`. `summed(sums)` tells what selected cells come to.
    """

    wished = Signal()
    export_requested = Signal()
    print_requested = Signal()
    letters_requested = Signal()
    pay_file_requested = Signal()
    summed = Signal(object)

    def __init__(
        self,
        tasks: TaskRunner,
        word_error: WordError,
        today: Callable[[], datetime.date],
        by_words: Callable[[PivotBy], str],
        figure_words: Callable[[PivotFigure], str],
    ) -> None:
        super().__init__(_("Reports"), _("What time and money come to, each way you ask."))
        self._tasks = tasks
        self._by_words = by_words
        self.views = SegmentedBar(_("Reports"), _segments())
        self.options = ReportOptions(word_error, today, by_words, figure_words)
        self.problem = label("", "bad", wraps=True)
        self.export = primary_button(_("Export"), icon_name="download", shortcut="Ctrl+E")
        self.print = Button(_("Print"), icon_name="printer", shortcut="Ctrl+P")
        self.letters = Button(_("List for letters…"))
        self.pay_file = Button(_("File for a pay program…"))
        self.pivot: ListView[object] | None = None
        self.tables: tuple[ListView[object], ...] = ()
        self._holder = QVBoxLayout()
        self._stack = QStackedWidget()
        self._scrolled = QScrollArea()
        self._lay_out()
        self._connect()

    # --- what the presenter asks -----------------------------------------------------------------

    def wish(self) -> Wish | None:
        """Return what is chosen; None while something is missing."""
        return self.options.wish()

    def is_shown(self) -> bool:
        """Say whether somebody can see the page."""
        return self.isVisible()

    def set_funds(self, funds: Sequence[str]) -> None:
        """Offer these funds."""
        self.options.set_funds(funds)

    def show_pivot(self, pivot: Pivot, title: str) -> None:
        """Show a cross-table."""
        view = pivot_view(pivot, self._by_words(pivot.rows_by), title, self._tasks)
        view.summed.connect(self.summed)
        if self.pivot is not None:
            self._holder.removeWidget(self.pivot)
            self.pivot.hide()
            self.pivot.deleteLater()
        self.pivot = view  # type: ignore[assignment]  # a list of any rows
        self._holder.addWidget(view, stretch=1)
        self._stack.setCurrentIndex(0)
        view.show()
        self._say("")

    def show_report(self, report: Report) -> None:
        """Show a report: its sentences, and its tables under one another."""
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setSpacing(S)
        column.setContentsMargins(0, 0, M, 0)
        days = format_period(report.from_on, report.to_on)
        head = report.title if self.options.is_month else f"{report.title}, {days}"
        column.addWidget(label(head, "section", wraps=True))
        for note in report.notes:
            column.addWidget(label(note, wraps=True))
        made = []
        for table in report.tables:
            column.addSpacing(L)
            column.addWidget(label(table.title, "section"))
            if table.note:
                column.addWidget(label(table.note, "quiet", wraps=True))
            view = table_view(table, self._tasks)
            view.summed.connect(self.summed)
            column.addWidget(view)
            made.append(view)
        column.addStretch()
        self.tables = tuple(made)  # type: ignore[arg-type]  # lists of any rows
        self._scrolled.setWidget(inside)
        self._stack.setCurrentIndex(1)
        self._say("")

    def show_problem(self, sentence: str) -> None:
        """Say why there is no report."""
        self._say(sentence)

    # --- how it works ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for button in (self.print, self.letters, self.pay_file):
            self.header.add_action(button)
        self.header.set_primary(self.export)
        holder = QWidget()
        holder.setLayout(self._holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(holder)
        self._stack.addWidget(self._scrolled)
        self.body.addWidget(self.views)
        self.body.addWidget(self.options)
        self.body.addWidget(self.problem)
        self.body.addWidget(self._stack, stretch=1)
        self.problem.hide()

    def _connect(self) -> None:
        self.views.chosen.connect(self._choose)
        self.options.changed.connect(self.wished)
        self.export.clicked.connect(self.export_requested)
        self.print.clicked.connect(self.print_requested)
        self.letters.clicked.connect(self.letters_requested)
        self.pay_file.clicked.connect(self.pay_file_requested)

    def _choose(self, key: str) -> None:
        self.views.updateGeometry()  # what is chosen has heavier, wider letters
        self.options.show_for(View(key))
        self.wished.emit()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self._stack.setVisible(not sentence)


def _segments() -> list[Segment]:
    return [
        Segment(key=View.PIVOT.value, text=_("Cross-table")),
        Segment(key=View.MONTH.value, text=_("Month")),
        Segment(key=View.FUNDER.value, text=_("Funder")),
        Segment(key=View.VOLUNTEERS.value, text=_("Annual report")),
        Segment(key=View.CONTRIBUTORS.value, text=_("Who took part")),
    ]
