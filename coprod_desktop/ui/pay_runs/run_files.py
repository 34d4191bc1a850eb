"""The files of a pay run: which there are to make, and the way to make them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.i18n import _
from coprod_desktop.ui.pay_runs.file_rows import FileRows
from coprod_desktop.ui.pay_runs.file_words import bank_count, files_of
from coprod_desktop.ui.pay_runs.shown_run import OPEN_STATES, ShownRun
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.labels import label

_MADE = frozenset({RunState.EXPORTED, RunState.SETTLED})


class RunFiles(QWidget):
    """List the files of a run; `make_requested` wants them made, once more where they were.

    `statement_requested` wants to read what the bank says, `pack_requested` the treasurer's pack.
    """

    make_requested = Signal()
    statement_requested = Signal()
    pack_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._content: QWidget | None = None
        self.make = Button(_("Make the files again…"), icon_name="file-spreadsheet")
        self.make.clicked.connect(self.make_requested)
        self.statement = Button(_("Read the bank’s statement…"), icon_name="landmark")
        self.statement.clicked.connect(self.statement_requested)
        self.pack = Button(_("Treasurer’s pack…"), icon_name="archive")
        self.pack.clicked.connect(self.pack_requested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        for button in (self.statement, self.make, self.pack):
            self._column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_run(self, shown: ShownRun) -> None:
        """List the files of a run as it stands."""
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(label(_heading(shown.state), "section", wraps=True))
        column.addWidget(FileRows(files_of(shown)))
        self._column.insertWidget(0, self._content)
        self._content.show()
        self.make.setVisible(shown.state in _MADE)
        self.pack.setVisible(shown.state in _MADE)
        self.statement.setVisible(shown.state in _MADE and bool(bank_count(shown)))
        self.setVisible(shown.state is not RunState.REVERSED)


def _heading(state: RunState) -> str:
    if state in OPEN_STATES:
        return _("Files to make, after approval")
    return _("The files") if state in _MADE else _("Files to make")
