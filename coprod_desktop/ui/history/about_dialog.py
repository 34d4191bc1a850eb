"""The dialog that tells who changed one record, when, and from what to what."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import ChangedRecord, HistoryLine
from coprod_desktop.i18n import _
from coprod_desktop.services.verb_words import verb_words
from coprod_desktop.ui.history.columns import moment_words
from coprod_desktop.ui.history.record_changes import RecordChanges
from coprod_desktop.ui.history.record_words import record_title
from coprod_desktop.ui.scale import XL, L, M, S, scaled
from coprod_desktop.ui.widgets.buttons import primary_button
from coprod_desktop.ui.widgets.labels import label, rule

_WIDTH, _HEIGHT = 560, 480

Told = Sequence[tuple[HistoryLine, ChangedRecord]]


class AboutDialog(QDialog):
    """Show what happened to one record, newest first; show it with `open()`."""

    def __init__(self, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("History of this"))
        self.told = tuple(told)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(S)
        self.lines: list[str] = []
        for line, record in told:
            self._add(column, line, record)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setAccessibleName(_("What happened to it, newest first"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = primary_button(_("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(XL, L, XL, L)
        outer.setSpacing(M)
        outer.addWidget(label(_("History of this"), "title"))
        title = record_title(told[0][1]) if told else _("Nothing is kept of it.")
        outer.addWidget(label(title, "quiet", wraps=True))
        outer.addWidget(area, stretch=1)
        outer.addLayout(foot)
        self.resize(scaled(_WIDTH), scaled(_HEIGHT))

    def _add(self, column: QVBoxLayout, line: HistoryLine, record: ChangedRecord) -> None:
        if self.lines:
            column.addWidget(rule())
        words = _("{when}, {who}: {what}").format(
            when=moment_words(line.made_at), who=line.operator, what=verb_words(line.verb)
        )
        self.lines.append(words)
        column.addWidget(label(words, "strong", wraps=True))
        column.addWidget(RecordChanges(record, has_title=False))
