"""Show what the bank's statement says about payments; nothing is recorded before the button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.pay_runs.statement_columns import (
    awaited_columns,
    line_columns,
    settled_columns,
)
from coprod_desktop.ui.pay_runs.statement_group import LineGroup
from coprod_desktop.ui.pay_runs.statement_report import Report
from coprod_desktop.ui.pay_runs.statement_unclear import UnclearLines
from coprod_desktop.ui.scale import XL, XXL, L, M, S, scaled
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.notice_card import NoticeCard

_SIZE = (980, 760)


class StatementDialog(QDialog):
    """Show a report; `record_requested` wants to record what is certain and what was chosen.

    Answer it with `accept_saved()` or `show_problem(sentence)`. Show it with `open()`.
    """

    record_requested = Signal()

    def __init__(self, report: Report, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("The bank’s statement"))
        self.report = report
        self._bar: MessageBar | None = None
        self.unclear = UnclearLines(report.unclear)
        self.unclear.changed.connect(self._show_count)
        self.groups = self._groups(report, tasks)
        self.record = primary_button("")
        self.record.setDefault(True)
        self.record.clicked.connect(self._ask)
        self.leave = Button(_("Close"))
        self.leave.clicked.connect(self.reject)
        self._lay_out()
        self._show_count()

    # --- what the presenter does -----------------------------------------------------------------

    def chosen(self) -> dict[str, int]:
        """Return, by the key of an unclear line, the id of the payment that was chosen for it."""
        return self.unclear.chosen()

    def accept_saved(self) -> None:
        """Close, because all is recorded."""
        self.accept()

    def show_problem(self, sentence: str) -> None:
        """Show why nothing was recorded, above the groups."""
        self.record.setEnabled(True)
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
        self._bar = MessageBar(MessageKind.BAD, sentence)
        self._head.addWidget(self._bar)
        self._bar.show()

    # --- how it is made --------------------------------------------------------------------------

    def _groups(self, report: Report, tasks: TaskRunner) -> tuple[QWidget, ...]:
        paid = LineGroup(
            _("Paid"),
            _("They left your account, and are recorded as paid on these days."),
            settled_columns(),
            report.paid,
            tasks,
        )
        batches = LineGroup(
            _("A whole pay run in one line"),
            _("The bank took the sum of the whole file. Each payment in it is recorded as paid."),
            settled_columns(),
            report.batches,
            tasks,
        )
        returned = LineGroup(
            _("Came back"),
            _(
                "The other bank sent the money back. What it paid is owed again, and goes into the "
                "next pay run. Ask the person about their account first."
            ),
            settled_columns(),
            report.returned,
            tasks,
        )
        awaited = LineGroup(
            _("Still awaited"),
            _("No line settles them for certain. They stay as they are until a later statement."),
            awaited_columns(),
            report.awaited,
            tasks,
        )
        not_ours = LineGroup(
            _("Not about pay runs"),
            _("These lines stay as they are; nothing is recorded of them."),
            line_columns(),
            report.not_ours,
            tasks,
            is_folded=True,
        )
        return (paid, batches, returned, self.unclear, awaited, not_ours)

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.setContentsMargins(XL, 0, XL, 0)
        self._head.setSpacing(S)
        self._head.addWidget(label(_("What the bank’s statement says"), "title"))
        self._head.addWidget(label(self.report.sub_line, "quiet", wraps=True))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, L, 0, L)
        outer.setSpacing(M)
        outer.addLayout(self._head)
        outer.addWidget(self._scrolling(), stretch=1)
        outer.addLayout(self._buttons())

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(XL, 0, XL, S)
        column.setSpacing(L)
        column.addWidget(label(self.report.summary, "strong", wraps=True))
        if self.report.other_account:
            heading = _("Is this the right account?")
            column.addWidget(NoticeCard(heading, self.report.other_account, is_tinted=True))
        for group in self.groups:
            column.addWidget(group)
        if self.report.seen_before:
            column.addWidget(label(_seen_words(self.report.seen_before), "quiet", wraps=True))
        column.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(XL, 0, XL, 0)
        row.setSpacing(M)
        row.addWidget(label(_("Nothing is recorded yet."), "quiet", wraps=True), stretch=1)
        row.addWidget(self.leave)
        row.addWidget(self.record)
        return row

    # --- how it works ----------------------------------------------------------------------------

    def open(self) -> None:
        """Show the dialog as large as it needs, where the screen has room, and have it read."""
        super().open()
        room = self.screen().availableSize()
        width, height = (scaled(px) for px in _SIZE)
        self.resize(min(width, room.width() - XL), min(height, room.height() - XXL))
        (self.record if self.record.isVisible() else self.leave).setFocus()
        announce(self, self.report.summary)

    def _show_count(self) -> None:
        count = self.report.certain + len(self.chosen())
        words = ngettext("Record {count:,} payment", "Record {count:,} payments", count)
        self.record.set_text(words.format(count=count))
        self.record.setVisible(bool(count))

    def _ask(self) -> None:
        if not self.unclear.check():
            return
        self.record.setEnabled(False)
        self.record_requested.emit()


def _seen_words(count: int) -> str:
    words = ngettext(
        "{count:,} line was recorded before. It is not recorded again.",
        "{count:,} lines were recorded before. They are not recorded again.",
        count,
    )
    return words.format(count=count)
