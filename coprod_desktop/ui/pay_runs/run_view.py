"""One pay run: its steps, who is paid, who is held and why, and who has agreed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import Held, PaymentSheet, RunState
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.limit_notes import LimitNotes
from coprod_desktop.ui.pay_runs.columns import PaymentRow, held_columns, payment_columns
from coprod_desktop.ui.pay_runs.shown_run import ShownRun
from coprod_desktop.ui.scale import SIDE_PANEL, L, M, S, scaled
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, link_button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.columns import fixed_rows
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import label, rule
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar
from coprod_desktop.ui.widgets.table_model import TableModel
from coprod_desktop.ui.words import paid_by_word

_STEPS = (RunState.PREPARED, RunState.APPROVED, RunState.EXPORTED, RunState.SETTLED)


class RunView(QWidget):
    """Show one pay run; `why_requested(row)` asks why somebody is paid what they are.

    `look_requested` wants to look at what the checks found.
    """

    why_requested = Signal(object)
    look_requested = Signal()
    reverse_requested = Signal()

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__()
        self.steps = SegmentedBar(_("Steps of the pay run"))
        self.payments: TableModel[PaymentRow] = TableModel(payment_columns(), tasks)
        self.payment_list = ListView(self.payments, _("Payments of this run"), is_hugging=True)
        self.payment_list.followed.connect(lambda row, _key: self.why_requested.emit(row))
        self.payment_list.opened.connect(self.why_requested)
        self.held: TableModel[Held] = TableModel(held_columns(), tasks)
        self.held_list = ListView(self.held, _("People held, not paid now"), is_hugging=True)
        self.look = link_button("", icon_name="triangle-alert")
        self.look.clicked.connect(self.look_requested)
        self.look.hide()
        self._held_heading = label("", "section")
        self._held_words = label(
            _("They come into the next pay run by themselves once the reason is gone."),
            "quiet",
            wraps=True,
        )
        remark = _("To let it wait, take this run back and prepare it again.")
        self.limits = LimitNotes(can_wait=False, can_part=False, remark=remark, is_tinted=True)
        self._limits_area = _scrolling(self.limits)
        self._facts = Card(_("Two people agree"))
        self._content: QWidget | None = None
        self.reverse = Button(_("Take this run back"), icon_name="rotate-ccw")
        self.reverse.clicked.connect(self.reverse_requested)
        self._lay_out()

    def show_run(self, shown: ShownRun) -> None:
        """Show a run as it stands."""
        self._show_steps(shown.state)
        rows = shown.prepared.payments
        self.payments.load(fixed_rows(rows, key_of=lambda row: row[1].payment_id))
        sheet = shown.sheet
        count = ngettext("{count} person to pay", "{count} people to pay", len(rows))
        self.payment_list.set_totals(
            {
                "name": count.format(count=len(rows)),
                "payment": format_pounds(sheet.payment_pence),
                "expenses": format_pounds(sheet.reimbursement_pence),
                "total": format_pounds(sheet.pence),
            }
        )
        self._show_held(shown.prepared.held)
        self._show_findings(len(shown.findings))
        self.limits.show_notes(shown.limits)
        self._limits_area.setVisible(bool(shown.limits))
        self._show_facts(shown)

    def _show_steps(self, state: RunState) -> None:
        words = (_("1 Prepared"), _("2 Approved"), _("3 Files made"), _("4 Paid"))
        done = _STEPS.index(state) if state in _STEPS else -1
        segments = [
            Segment(
                key=step.value,
                text=word,
                icon="circle-check" if at <= done else "circle",
                colour="good" if at <= done else "ink_2",
                is_enabled=at == done,
            )
            for at, (step, word) in enumerate(zip(_STEPS, words, strict=True))
        ]
        if state is RunState.REVERSED:
            segments = [
                Segment(key="reversed", text=_("Taken back"), icon="rotate-ccw", colour="warn")
            ]
        self.steps.set_segments(segments)
        self.steps.setCurrentIndex(max(done, 0))

    def _show_held(self, held: tuple[Held, ...]) -> None:
        words = ngettext(
            "{count} person held, not paid now", "{count} people held, not paid now", len(held)
        )
        self._held_heading.setText(words.format(count=len(held)))
        self.held.load(fixed_rows(held, key_of=lambda row: row.participant_id))
        for part in (self._held_heading, self.held_list, self._held_words):
            part.setVisible(bool(held))

    def _show_findings(self, count: int) -> None:
        words = ngettext("{count} thing to look at first", "{count} things to look at first", count)
        self.look.set_text(words.format(count=count))
        self.look.setVisible(count > 0)

    def _show_facts(self, shown: ShownRun) -> None:
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for icon_name, words in _agreement(shown.sheet):
            row = QHBoxLayout()
            row.addWidget(IconMark(icon_name, "good" if icon_name == "circle-check" else "ink"))
            row.addWidget(label(words, wraps=True), stretch=1)
            column.addLayout(row)
        column.addSpacing(M)
        column.addWidget(label(_("Goes out"), "section"))
        for words, pence, role in _outgoing(shown.sheet):
            row = QHBoxLayout()
            row.addWidget(label(words, role), stretch=1)
            row.addWidget(label(format_pounds(pence), role))
            column.addLayout(row)
        column.addWidget(rule())
        once = label(_("Nothing here is paid in another run."), "quiet", wraps=True)
        column.addWidget(once)
        if shown.prepared.run.note:
            column.addWidget(label(shown.prepared.run.note, wraps=True))
        self.reverse.setVisible(shown.state is not RunState.REVERSED)
        self._facts.body.insertWidget(0, self._content)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(M)
        left.addWidget(self.steps)
        left.addWidget(self.look, alignment=Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.payment_list, stretch=3)
        left.addWidget(self._held_heading)
        left.addWidget(self.held_list, stretch=1)
        left.addWidget(self._held_words)
        left.addStretch()
        self._facts.body.addWidget(self._limits_area, stretch=1)
        self._facts.body.addStretch()
        self._facts.body.addWidget(self.reverse)
        self._facts.setFixedWidth(scaled(SIDE_PANEL))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        row.addLayout(left, stretch=1)
        row.addWidget(self._facts)


def _scrolling(notes: LimitNotes) -> QScrollArea:
    """Let notes take the room that there is beside the payments, and scroll where it is little."""
    notes.setObjectName("scrolled")
    area = QScrollArea()
    area.setWidget(notes)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.hide()
    return area


def _agreement(sheet: PaymentSheet) -> list[tuple[str, str]]:
    """Say who prepared and who approved, as (icon, words)."""
    prepared = _("Prepared by {name}, {day}").format(
        name=sheet.prepared_by, day=long_day(sheet.prepared_at.astimezone().date())
    )
    if sheet.approved_at is None:
        second = ("circle", _("Not approved yet. Somebody else looks at it and approves."))
    else:
        words = _("Approved by {name}, {day}")
        day = long_day(sheet.approved_at.astimezone().date())
        second = ("circle-check", words.format(name=sheet.approved_by, day=day))
    return [("circle-check", prepared), second]


def _outgoing(sheet: PaymentSheet) -> list[tuple[str, int, str]]:
    """Say what goes out by each way of paying, as (words, pence, role)."""
    found: list[tuple[str, int, str]] = []
    for method in PaidBy:
        lines = [line for line in sheet.lines if line.method is method]
        if lines:
            words = ngettext("{way}, {count} person", "{way}, {count} people", len(lines))
            text = words.format(way=paid_by_word(method), count=len(lines))
            found.append((text, sum(line.pence for line in lines), ""))
    people = len(sheet.lines)
    words = ngettext("In all, {count} person", "In all, {count} people", people)
    return [*found, (words.format(count=people), sheet.pence, "strong")]
