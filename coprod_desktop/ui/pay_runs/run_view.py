"""One pay run: its steps, who is paid, who is held and why, and what bears on it as a whole."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.domain.pay_runs import Held, RunState
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.limit_notes import LimitNotes
from coprod_desktop.ui.pay_runs.approval_words import moment_words
from coprod_desktop.ui.pay_runs.columns import held_columns
from coprod_desktop.ui.pay_runs.payment_list import PaymentList
from coprod_desktop.ui.pay_runs.payment_row import PaymentRow
from coprod_desktop.ui.pay_runs.run_panel import RunPanel
from coprod_desktop.ui.pay_runs.run_steps import RunSteps
from coprod_desktop.ui.pay_runs.shown_run import ShownRun
from coprod_desktop.ui.pay_runs.since_card import SinceCard
from coprod_desktop.ui.scale import (
    NARROW_EM,
    SIDE_PANEL,
    TABLE_HEAD,
    TABLE_ROW,
    XS,
    L,
    M,
    em,
    grown,
    scaled,
)
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import link_button
from coprod_desktop.ui.widgets.columns import fixed_rows
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.widgets.table_model import TableModel

_LEAST_HELD = 3


class RunView(QWidget):
    """Show one pay run; `why_requested(row)` asks why somebody is paid what they are.

    `look_requested` wants to look at what the checks found, and `lift_requested(held)` to pay
    somebody in the next run who is held. Where there is little room, what stands beside the
    payments goes below them.
    """

    why_requested = Signal(object)
    look_requested = Signal()
    lift_requested = Signal(object)

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__()
        self.steps = RunSteps()
        self.payment_list = PaymentList(tasks)
        self.payment_list.opened.connect(self.why_requested)
        self.held: TableModel[Held] = TableModel(held_columns(), tasks)
        self.held_list = ListView(self.held, _("People held, not paid now"), is_hugging=True)
        self.held_list.followed.connect(lambda row, _key: self.lift_requested.emit(row))
        self.look = link_button("", icon_name="triangle-alert")
        self.look.clicked.connect(self.look_requested)
        self.look.hide()
        self.panel = RunPanel()
        self.since = SinceCard()
        self._notice: NoticeCard | None = None
        self._held_heading = label("", "section")
        self._held_words = label("", "quiet", wraps=True)
        self._wants_panel = True
        self._is_narrow = False
        self._lay_out()

    @property
    def payments(self) -> TableModel[PaymentRow]:
        """The rows of the list of payments."""
        return self.payment_list.model

    @property
    def limits(self) -> LimitNotes:
        """The notes about people who asked to be told of a limit."""
        return self.panel.limits

    def show_run(self, shown: ShownRun) -> None:
        """Show a run as it stands."""
        self.steps.show_run(shown)
        self._show_notice(shown)
        self.payment_list.show_run(shown)
        self._show_held(shown)
        self._show_findings(len(shown.findings))
        self.since.show_since(shown.look.since)
        if shown.state is RunState.REVERSED:
            self.since.hide()  # it is about what was to be sent
        self.panel.show_run(shown)

    def show_panel(self, *, is_shown: bool) -> None:
        """Show what stands beside the payments, or make room for something else."""
        self._wants_panel = is_shown
        self._place_panel()

    def _show_notice(self, shown: ShownRun) -> None:
        """Say why a run was sent back or is to be taken back, above its payments."""
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        self._notice = _notice(shown)
        if self._notice is None:
            return
        self._left.insertWidget(1, self._notice)
        self._notice.show()

    def _show_held(self, shown: ShownRun) -> None:
        held = shown.prepared.held
        people = len({one.participant_id for one in held})
        words = ngettext(
            "{count:,} person held, not paid now", "{count:,} people held, not paid now", people
        )
        self._held_heading.setText(words.format(count=people))
        self.held.load(
            fixed_rows(held, key_of=lambda row: (row.participant_id, row.because, row.until_on))
        )
        words = _("They move to pay run {number} by themselves once the reason is gone.")
        self._held_words.setText(words.format(number=shown.number + 1))
        self.held_list.table.fit_columns()
        self._fit_held()
        for part in (self._held_heading, self.held_list, self._held_words):
            part.setVisible(bool(held))

    def _show_findings(self, count: int) -> None:
        words = ngettext("{count} thing to look at first", "{count} things to look at first", count)
        self.look.set_text(words.format(count=count))
        self.look.setVisible(count > 0)

    # --- where the parts stand -------------------------------------------------------------------

    def _lay_out(self) -> None:
        inside = QWidget()
        self._left = QVBoxLayout(inside)
        self._left.setContentsMargins(0, 0, XS, XS)  # room for the focus ring
        self._left.setSpacing(M)
        self._left.addWidget(self.steps)
        self._left.addWidget(self.look, alignment=Qt.AlignmentFlag.AlignLeft)
        self._left.addWidget(self.payment_list, stretch=3)
        self._left.addWidget(self._held_heading)
        self._left.addWidget(self.held_list, stretch=1)
        self._left.addWidget(self._held_words)
        self._left.addWidget(self.since)
        self._left.addStretch()
        self._panel_area = _scrolling(None)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(L)
        self._row.addWidget(_scrolling(inside), stretch=1)
        self._row.addWidget(self._panel_area)
        self._panel_area.setWidget(self.panel)
        self._place_panel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between beside and below."""
        super().resizeEvent(event)
        self._place_panel()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            if hasattr(self, "_row"):
                self._fit_held()
                self._place_panel()

    def _fit_held(self) -> None:
        """Keep the first few who are held in view however little room there is."""
        rows = min(self.held.rowCount(), _LEAST_HELD)
        self.held_list.setMinimumHeight(grown(TABLE_HEAD) + rows * grown(TABLE_ROW) + 4)

    def _place_panel(self) -> None:
        is_narrow = self.width() < NARROW_EM * em(self.font())
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            if is_narrow:
                self._panel_area.takeWidget()
                self._left.insertWidget(self._left.count() - 1, self.panel)
            else:
                self._left.removeWidget(self.panel)
                self._panel_area.setWidget(self.panel)
            self.panel.show()
        self._panel_area.setFixedWidth(scaled(SIDE_PANEL))
        self._panel_area.setVisible(self._wants_panel and not is_narrow)


def _notice(shown: ShownRun) -> NoticeCard | None:
    back, asked = shown.approval.sent_back, shown.approval.reversal
    if asked is not None:
        heading = _("{name} asked to take this run back").format(name=asked.name)
        words = _(
            "{when}. Its money may have left, so another person confirms it, or lets the run stand."
        )
        return NoticeCard(
            heading, f"“{asked.reason}”", words.format(when=moment_words(asked.decided_at))
        )
    if shown.state is not RunState.SENT_BACK or back is None:
        return None
    heading = _("{name} sent it back").format(name=back.name)
    words = _(
        "{when}. Mend it here: hold a payment, or put off a part of it. Or take the run back, "
        "correct the work, and prepare it again."
    )
    return NoticeCard(heading, f"“{back.reason}”", words.format(when=moment_words(back.decided_at)))


def _scrolling(inside: QWidget | None) -> QScrollArea:
    """Return an area that scrolls downwards only, without a place for the keyboard of its own."""
    area = QScrollArea()
    if inside is not None:
        inside.setObjectName("scrolled")
        area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
