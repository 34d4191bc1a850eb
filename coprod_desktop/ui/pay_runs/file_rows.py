"""Files under each other, each with its picture, what it is, and what kind of file."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.ui.pay_runs.file_words import FileWords
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import label


class FileRows(QWidget):
    """Show files, one a line."""

    def __init__(self, files: Sequence[FileWords]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for file in files:
            row = QHBoxLayout()
            row.setSpacing(S)
            row.addWidget(IconMark(file.icon), alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(file.words, wraps=True), stretch=1)
            row.addWidget(label(file.kind, "quiet"))
            column.addLayout(row)
