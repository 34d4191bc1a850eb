"""Beside the history: what one change did to each record, from what to what."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.changes import ChangedRecord, HistoryLine
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.verb_words import verb_words
from coprod_desktop.ui.history.columns import moment_words
from coprod_desktop.ui.history.record_changes import RecordChanges
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.buttons import link_button
from coprod_desktop.ui.widgets.labels import rule
from coprod_desktop.ui.widgets.side_panel import SidePanel

AT_ONCE = 30


class ChangePanel(SidePanel):
    """Show one change; `more_requested(change_id, how many are shown)` asks for further records."""

    more_requested = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._line: HistoryLine | None = None
        self._shown = 0
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._more = link_button(_("Show more"), icon_name="chevron-down")
        self._more.clicked.connect(self._ask_for_more)
        self.body.addWidget(self._content)
        self.body.addWidget(self._more)
        self.body.addStretch()

    def show_change(self, line: HistoryLine, records: Sequence[ChangedRecord]) -> None:
        """Show a change with its first records."""
        when = _("{when}, by {who}").format(when=moment_words(line.made_at), who=line.operator)
        count = ngettext("{count} record", "{count} records", line.rows)
        self.set_words(verb_words(line.verb), f"{when} · {count.format(count=f'{line.rows:,}')}")
        self._line, self._shown = line, 0
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self.body.insertWidget(0, self._content)
        self.add_records(line.change_id, records)
        self._content.show()
        if self.isHidden():
            self.open_panel()

    def add_records(self, change_id: int, records: Sequence[ChangedRecord]) -> None:
        """Show further records of the change on show."""
        line = self._line
        if line is None or line.change_id != change_id:
            return
        for record in records:
            if self._shown:
                self._column.addWidget(rule())
            shown = RecordChanges(record)
            self._column.addWidget(shown)
            shown.show()  # at once, not with Qt's next turn
            self._shown += 1
        left = line.rows - self._shown
        words = ngettext("Show more: {count} record", "Show more: {count} records", left)
        self._more.set_text(words.format(count=f"{left:,}"))
        self._more.setVisible(left > 0 and bool(records))

    def _ask_for_more(self) -> None:
        if self._line is not None:
            self.more_requested.emit(self._line.change_id, self._shown)
