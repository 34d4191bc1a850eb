"""How far a piece of work has come, with a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.labels import announce, label


class StepsBar(QWidget):
    """Show how many steps are done; `stop_requested` wants to stop. It is hidden until it is told.

    Without `can_stop` there is no way to stop, for what takes a moment and counts no steps.
    """

    stop_requested = Signal()

    def __init__(self, name: str, *, can_stop: bool = True) -> None:
        super().__init__()
        self._words = label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(name)
        self.stop = Button(_("Stop"))
        self.stop.clicked.connect(self.stop_requested)
        if not can_stop:
            self.stop.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self._words)
        row.addWidget(self._bar, stretch=1)
        row.addWidget(self.stop)
        self.hide()

    @property
    def words(self) -> str:
        """Return what it says."""
        return self._words.text()

    def show_steps(self, words: str, done: int = 0, total: int = 0) -> None:
        """Say where the work is; without a total the bar only moves."""
        if self.isHidden():
            announce(self, words)
        self._words.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.show()
