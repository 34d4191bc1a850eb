"""Beside the payments of a run: changed accounts, who approves, what goes out, and the files."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.dates import short_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.run_looks import AccountChange
from coprod_desktop.ui.limit_notes import LimitNotes
from coprod_desktop.ui.pay_runs.approval_words import (
    approval_heading,
    approval_rows,
    moment_words,
)
from coprod_desktop.ui.pay_runs.look_words import ways_words
from coprod_desktop.ui.pay_runs.run_files import RunFiles
from coprod_desktop.ui.pay_runs.shown_run import ShownRun
from coprod_desktop.ui.scale import L, M, S
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import label, rule
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.words import paid_by_word

_ACCOUNTS_TOLD = 4


class RunPanel(QFrame):
    """Show what bears on a run as a whole; `reverse_requested` wants to take it back.

    `stand_requested` wants to leave a run that somebody asked to take back.
    """

    reverse_requested = Signal()
    stand_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(_("About this pay run"))
        self._parts: list[QWidget] = []
        remark = _("To let it wait, hold the payment or put off a part of it.")
        self.limits = LimitNotes(can_wait=False, can_part=False, remark=remark, is_tinted=True)
        self.files = RunFiles()
        self.reverse = Button(_("Take this run back…"), icon_name="rotate-ccw")
        self.reverse.clicked.connect(self.reverse_requested)
        self.stand = Button(_("Let it stand…"), icon_name="check")
        self.stand.clicked.connect(self.stand_requested)
        self._rule = rule()
        self._once = _quiet("shield-check", _("No payment here is in an earlier run."))
        self._above, self._between = QVBoxLayout(), QVBoxLayout()
        self._lay_out()

    def show_run(self, shown: ShownRun) -> None:
        """Show a run as it stands."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        self._add_accounts(shown)
        self._add_approval(shown)
        self._add_going_out(shown)
        for part in self._parts:
            part.show()
        self.limits.show_notes(shown.limits)
        self.files.show_run(shown)
        for part in (self._rule, self._once):
            part.setVisible(shown.state is not RunState.REVERSED)
        self._show_reversal(shown)

    def _show_reversal(self, shown: ShownRun) -> None:
        """Offer to take the run back, or to answer whoever asked for it."""
        is_asked = shown.approval.reversal is not None
        can_reverse = shown.may_confirm_reversal if is_asked else True
        words = _("Confirm taking it back…") if is_asked else _("Take this run back…")
        self.reverse.set_text(words)
        self.reverse.setVisible(shown.state is not RunState.REVERSED and can_reverse)
        self.stand.setVisible(is_asked)

    def _lay_out(self) -> None:
        for part in (self._above, self._between):
            part.setSpacing(M)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addLayout(self._above)
        column.addWidget(self.limits)
        column.addLayout(self._between)
        column.addWidget(self._rule)
        column.addWidget(self.files)
        column.addStretch()
        column.addWidget(self._once)
        for button in (self.reverse, self.stand):
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add(self, column: QVBoxLayout, part: QWidget) -> None:
        column.addWidget(part)
        self._parts.append(part)

    # --- changed accounts ------------------------------------------------------------------------

    def _add_accounts(self, shown: ShownRun) -> None:
        changes = shown.look.accounts
        for change in changes[:_ACCOUNTS_TOLD]:
            self._add(self._above, _account_card(change, shown.look.since.number))
        more = len(changes) - _ACCOUNTS_TOLD
        if more > 0:
            words = ngettext(
                "And {count:,} more new account, marked in the list.",
                "And {count:,} more new accounts, marked in the list.",
                more,
            )
            self._add(self._above, label(words.format(count=more), "warn", wraps=True))

        self._add_ways(shown)

    def _add_ways(self, shown: ShownRun) -> None:
        """Tell who is paid in another way than before: cash leaves no trace at a bank."""
        changes = shown.look.ways
        if not changes:
            return
        words = _("{name}: {pence}, {was} before, {now} now.")
        said = [
            words.format(
                name=one.name,
                pence=format_pounds(one.pence),
                was=ways_words(one.was),
                now=paid_by_word(one.now),
            )
            for one in changes[:_ACCOUNTS_TOLD]
        ]
        more = len(changes) - _ACCOUNTS_TOLD
        if more > 0:
            left = ngettext(
                "And {count:,} more, marked in the list.",
                "And {count:,} more, marked in the list.",
                more,
            )
            said.append(left.format(count=more))
        heading = _("Paid in another way than the last time")
        self._add(self._above, NoticeCard(heading, "\n".join(said), is_tinted=True))

    # --- who approves ----------------------------------------------------------------------------

    def _add_approval(self, shown: ShownRun) -> None:
        if shown.state is RunState.REVERSED:
            self._add_note(shown)
            return
        self._add(self._above, label(approval_heading(shown), "section", wraps=True))
        for row in approval_rows(shown):
            self._add(self._above, _marked(row.mark.icon, row.mark.colour, row.name, row.words))
        note = shown.approval.four_eyes_note.strip()
        if note:
            words = _("The trustees let one person prepare and approve: “{note}”")
            self._add(self._above, label(words.format(note=note), "quiet", wraps=True))

    def _add_note(self, shown: ShownRun) -> None:
        self._add(self._above, label(_("Taken back"), "section"))
        self._add(self._above, label(shown.run.note, wraps=True))
        words = _("What it had not paid, and what came back, is owed again.")
        self._add(self._above, label(words, "quiet", wraps=True))

    # --- what goes out ---------------------------------------------------------------------------

    def _add_going_out(self, shown: ShownRun) -> None:
        ways = shown.look.goes_out
        if not ways:
            return
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(rule())
        column.addWidget(label(_("Goes out"), "section"))
        for way in ways:
            words = ngettext("{way}, {count:,} payment", "{way}, {count:,} payments", way.people)
            text = words.format(way=paid_by_word(way.method), count=way.people)
            column.addLayout(_sum_line(text, way.pence, ""))
        column.addWidget(rule())
        people = len({one.participant_id for one in shown.sent})
        words = ngettext("In all, {count:,} person", "In all, {count:,} people", people)
        total = sum(way.pence for way in ways)
        column.addLayout(_sum_line(words.format(count=people), total, "strong"))
        self._add(self._between, part)


def _account_card(change: AccountChange, last_number: int | None) -> NoticeCard:
    heading = _("New account since the last payment")
    if last_number is not None:
        heading = _("New account since pay run {number}").format(number=last_number)
    words = _("{name}: ended {was}, now {now}.")
    said = [words.format(name=change.name, was=change.was_ending, now=change.now_ending)]
    if change.changed_at is not None:
        words = _("Changed on {day} by {name}.")
        day = short_day(change.changed_at.astimezone().date())
        said.append(words.format(day=day, name=change.changed_by or _("somebody")))
    return NoticeCard(heading, "\n".join([" ".join(said), _how_checked(change)]), is_tinted=True)


def _how_checked(change: AccountChange) -> str:
    if change.checked_at is None:
        return _("Nobody has checked it yet, so nothing is sent there.")
    words = _("How checked: {how} {name}, {when}.")
    how = change.how_checked if change.how_checked.endswith(".") else f"{change.how_checked}."
    when = moment_words(change.checked_at)
    return words.format(how=how, name=change.checked_by or _("somebody"), when=when)


def _marked(icon_name: str, colour: str, name: str, words: str) -> QWidget:
    """Return a name with a mark before it and a sentence below it, read as one."""
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(S)
    row.addWidget(IconMark(icon_name, colour), alignment=Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(label(name, "strong", wraps=True))
    column.addWidget(label(words, "quiet", wraps=True))
    row.addLayout(column, stretch=1)
    return part


def _quiet(icon_name: str, words: str) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(S)
    row.addWidget(IconMark(icon_name, "ink_2"), alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, "quiet", wraps=True), stretch=1)
    return part


def _sum_line(words: str, pence: int, role: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(label(words, role, wraps=True), stretch=1)
    row.addWidget(label(format_pounds(pence), role))
    return row
