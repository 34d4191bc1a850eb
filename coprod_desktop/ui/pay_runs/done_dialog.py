"""Say what was written and where, and what to do with it next."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.pay_runs.done_words import Written
from coprod_desktop.ui.pay_runs.file_rows import FileRows
from coprod_desktop.ui.scale import XL, XXL, L, M, S, scaled
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.notice_card import NoticeCard

_WIDTH = 560


class DoneDialog(QDialog):
    """Show what was written; the first button opens its folder. Show it with `open()`."""

    def __init__(
        self, written: Written, open_folder: Callable[[Path], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(written.title)
        self.setMinimumWidth(scaled(_WIDTH))
        self._written = written
        self.open_folder = primary_button(_("Open the folder"), icon_name="folder-open")
        self.open_folder.setDefault(True)
        self.open_folder.clicked.connect(lambda: open_folder(written.folder))
        self.leave = Button(_("Close"))
        self.leave.clicked.connect(self.accept)
        self._inside = self._content(written)
        self._area = QScrollArea()
        self._lay_out()

    def _content(self, written: Written) -> QWidget:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(XL, 0, XL, S)
        column.setSpacing(M)
        column.addWidget(label(written.title, "title", wraps=True))
        place = label(str(written.folder), "quiet", wraps=True)
        column.addWidget(place)
        column.addWidget(FileRows(written.files))
        if written.next_step:
            column.addWidget(label(written.next_step, "strong", wraps=True))
        column.addWidget(NoticeCard(*written.warning, is_tinted=True))
        column.addStretch()
        return inside

    def _lay_out(self) -> None:
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.setContentsMargins(XL, 0, XL, 0)
        row.setSpacing(M)
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.open_folder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, L, 0, L)
        outer.setSpacing(M)
        outer.addWidget(self._area, stretch=1)
        outer.addLayout(row)

    def open(self) -> None:
        """Show the dialog as large as it needs, where the screen has room, and have it read."""
        super().open()
        room = self.screen().availableSize()
        width = min(scaled(_WIDTH), room.width() - XL)
        inner = self._inside.heightForWidth(width)
        held = self._area.sizeHint().expandedTo(self._area.minimumSizeHint())
        around = self.sizeHint().height() - held.height()
        self.resize(width, min(inner + around, room.height() - XXL))
        self.open_folder.setFocus()
        said = (self._written.title, self._written.next_step, *self._written.warning)
        announce(self, " ".join(filter(None, said)))
