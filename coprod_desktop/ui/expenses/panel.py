"""The lines of one expense claim: claimed, agreed, why, and the receipts."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.checks import Dismissal, Finding
from coprod_desktop.domain.contributions import LOCKED_STATES, WorkState
from coprod_desktop.domain.dates import format_day, short_day
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.summaries import ClaimSummary
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.drafts import DraftNote
from coprod_desktop.ui.findings import FindingCards
from coprod_desktop.ui.quote_words import claimed_words
from coprod_desktop.ui.scale import L, M, S
from coprod_desktop.ui.why_lines import paragraphs, version_sources
from coprod_desktop.ui.widgets.buttons import Button, link_button
from coprod_desktop.ui.widgets.labels import label, rule
from coprod_desktop.ui.widgets.side_panel import SidePanel

_CAN_GROW = frozenset({WorkState.DRAFT, WorkState.LOGGED, WorkState.SENT_BACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """A claim with its lines, how many receipts each has, and what there is to look at.

    `asked` are the ids of lines about which the policy asks something that can still be said.
    """

    summary: ClaimSummary
    items: tuple[tuple[ExpenseItem, int], ...]
    note: str
    findings: tuple[Finding, ...] = ()
    aside: tuple[Dismissal, ...] = ()
    asked: frozenset[int] = frozenset()


class ClaimPanel(SidePanel):
    """Show one claim beside the list.

    `agree_requested(item)`, `receipt_requested(item)`, `say_requested(item)`; and about the whole
    claim `send_back_requested(summary)`, `line_requested(summary)` for another line, and
    `send_requested(summary)` to send a draft for approval, or `remove_requested(summary)` to let it
    go.
    """

    agree_requested = Signal(object)
    receipt_requested = Signal(object)
    open_receipt_requested = Signal(object)
    say_requested = Signal(object)
    send_back_requested = Signal(object)
    line_requested = Signal(object)
    send_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._content: QWidget | None = None
        self.findings = FindingCards()
        self.body.addWidget(self.findings)

    def show_claim(self, claim: ShownClaim) -> None:
        """Show a claim."""
        summary = claim.summary
        self.set_words(summary.participant, f"{format_day(summary.claimed_on)} · {summary.project}")
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self.findings.show_findings(claim.findings, aside=claim.aside)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        if summary.state is WorkState.DRAFT:
            self._add_draft_note(column, claim)
        for item, receipts in claim.items:
            self._add_item(column, summary, item, receipts)
            if item.expense_item_id in claim.asked:
                self._add_saying(column, item)
            column.addWidget(rule())
        if summary.state in _CAN_GROW:
            more = link_button(_("Add a line"), icon_name="plus")
            more.clicked.connect(lambda: self.line_requested.emit(summary))
            column.addWidget(more)
        self._add_foot(column, claim)
        column.addStretch()
        self.body.insertWidget(1, self._content)
        self._content.show()
        self.open_panel()

    def _add_draft_note(self, column: QVBoxLayout, claim: ShownClaim) -> None:
        words = _("It claims no money yet. Send it for approval when nothing is missing.")
        if not claim.items:
            words = _("There is no line in it yet. Add what was spent, then send it for approval.")
        note = DraftNote(words)
        note.send.setEnabled(bool(claim.items))
        note.send_requested.connect(lambda: self.send_requested.emit(claim.summary))
        column.addWidget(note)
        remove = Button(_("Remove this draft"), icon_name="trash-2")
        remove.clicked.connect(lambda: self.remove_requested.emit(claim.summary))
        column.addWidget(remove)
        column.addWidget(rule())

    def _add_item(
        self, column: QVBoxLayout, summary: ClaimSummary, item: ExpenseItem, receipts: int
    ) -> None:
        head = QHBoxLayout()
        head.addWidget(label(item.what, "strong", wraps=True), stretch=1)
        head.addWidget(label(format_pounds(item.agreed_pence), "strong"))
        column.addLayout(head)
        claimed = _("{day}. {claimed} claimed, {agreed} agreed.")
        words = claimed.format(
            day=short_day(item.spent_on),
            claimed=claimed_words(item),
            agreed=format_pounds(item.agreed_pence),
        )
        reason = f"{words}\n{paragraphs(item.because)}".rstrip()
        column.addWidget(label(reason, "quiet", wraps=True))
        links = QHBoxLayout()
        links.setSpacing(L)
        if receipts:
            count = ngettext("{count} receipt", "{count} receipts", receipts)
            look = link_button(count.format(count=receipts), icon_name="eye")
            look.clicked.connect(lambda: self.open_receipt_requested.emit(item))
            links.addWidget(look)
        if summary.state not in LOCKED_STATES:
            attach = link_button(_("Add a receipt"), icon_name="plus")
            attach.clicked.connect(lambda: self.receipt_requested.emit(item))
            links.addWidget(attach)
        links.addStretch()
        column.addLayout(links)
        if summary.state not in LOCKED_STATES:
            agree = link_button(_("Agree another amount"))
            agree.clicked.connect(lambda: self.agree_requested.emit(item))
            column.addWidget(agree)

    def _add_saying(self, column: QVBoxLayout, item: ExpenseItem) -> None:
        words = _("Add what the policy asks for")
        if item.circumstances:
            words = _("Change what the policy asked for")
        say = link_button(words)
        say.clicked.connect(lambda: self.say_requested.emit(item))
        column.addWidget(say)

    def _add_foot(self, column: QVBoxLayout, claim: ShownClaim) -> None:
        row = QHBoxLayout()
        is_draft = claim.summary.state is WorkState.DRAFT
        words = _("Would be paid back") if is_draft else _("To pay back")
        row.addWidget(label(words, "section"), stretch=1)
        row.addWidget(label(format_pounds(claim.summary.agreed_pence), "section"))
        column.addLayout(row)
        for _icon, words in version_sources(item.because for item, _count in claim.items):
            column.addWidget(label(words, "secondary", wraps=True))
        if claim.note:
            column.addSpacing(M)
            column.addWidget(label(_("Note"), "strong"))
            column.addWidget(label(claim.note, wraps=True))
        if claim.summary.state in (WorkState.LOGGED, WorkState.APPROVED):
            column.addSpacing(M)
            back = Button(_("Send back with a reason"), icon_name="rotate-ccw")
            back.clicked.connect(lambda: self.send_back_requested.emit(claim.summary))
            column.addWidget(back)
