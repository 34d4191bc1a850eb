"""One record with what a change made of it, field by field."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import ChangedRecord
from coprod_desktop.ui.history.record_words import (
    change_words,
    hidden_words,
    record_state,
    record_title,
)
from coprod_desktop.ui.widgets.labels import label


class RecordChanges(QWidget):
    """Show one record with what became of it; `lines` are the words of its fields."""

    def __init__(self, record: ChangedRecord, *, has_title: bool = True) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if has_title:
            head = QHBoxLayout()
            head.addWidget(label(record_title(record), "strong", wraps=True), stretch=1)
            if not record.is_hidden:
                head.addWidget(label(record_state(record), "secondary"))
            column.addLayout(head)
        if record.is_hidden:
            column.addWidget(label(hidden_words(record), "quiet", wraps=True))
        self.lines = [change_words(record, value) for value in record.values]
        for line in self.lines:
            column.addWidget(label(line, wraps=True))
