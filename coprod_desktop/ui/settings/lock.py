"""Hide the screens while nobody is at the keyboard, until somebody sits down with their PIN."""

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.scale import XL, L, M, S, scaled
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.seat_form import SeatForm

WIDTH = 420


class LockDialog(QDialog):
    """Stay in front until somebody sits down; `sit_requested(name, pin)` and `leave_requested`."""

    sit_requested = Signal(str, str)
    leave_requested = Signal()

    def __init__(self, names: Sequence[str], present: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Coprod is locked"))
        self.setMinimumWidth(scaled(WIDTH))
        self.setModal(True)
        self._is_open_to_leave = False
        self._column = QVBoxLayout(self)
        self._form = SeatForm()
        self._form.ask(names, present)
        self._words = label("", "warn", wraps=True)
        self._words.hide()
        self._sit = primary_button(_("Sit down"))
        self._sit.setDefault(True)
        self._leave = Button(_("Leave Coprod"))
        self._sit.clicked.connect(self._ask)
        self._leave.clicked.connect(self.leave_requested)
        self._lay_out()
        self._form.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Show why nobody sits down yet."""
        self._sit.setEnabled(True)
        self._form.show_problem(sentence)
        self._grow()

    def tell(self, sentence: str) -> None:
        """Say something that is not about the PIN."""
        self._words.setText(sentence)
        self._words.show()
        self._grow()

    def let_go(self) -> None:
        """Close, because somebody sits down or the file is closed."""
        self._is_open_to_leave = True
        self.accept()

    def reject(self) -> None:
        """Stay: Escape is no PIN."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, unless somebody may go on."""
        if self._is_open_to_leave:
            super().closeEvent(event)
        else:
            event.ignore()

    def _grow(self) -> None:
        """Make room for a sentence; a wrapped one says its height only for a width."""
        self._column.activate()
        wanted = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), wanted))

    def _ask(self) -> None:
        if self._form.check_name():
            self._sit.setEnabled(False)
            self.sit_requested.emit(self._form.name, self._form.pin)

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        column.addWidget(label(_("Coprod is locked"), "title"))
        hint = _("Everything is saved, or as it was left. Whoever has a PIN can go on.")
        column.addWidget(label(hint, "quiet", wraps=True))
        column.addWidget(self._form)
        column.addWidget(self._words)
        column.addSpacing(S)
        foot = QHBoxLayout()
        foot.setSpacing(M)
        foot.addWidget(self._leave)
        foot.addStretch()
        foot.addWidget(self._sit)
        column.addLayout(foot)


class Lock:
    """Hide what the window shows behind the dialog, and show it again as it was."""

    def __init__(self, context: Context, window: QMainWindow) -> None:
        self._context = context
        self._window = window
        self._dialog: LockDialog | None = None
        self._typed_in: QWidget | None = None

    def close(self, people: Sequence[Operator], seated: Callable[[Operator], None]) -> None:
        """Hide the screens until one of these people, who all have a PIN, sits down."""
        if self._dialog is not None:
            return
        ids = {person.name: person.operator_id for person in people}
        present = self._context.office.operators.present.name
        dialog = self._dialog = LockDialog(tuple(ids), present, self._window)
        dialog.sit_requested.connect(lambda name, pin: self._sit(ids[name], pin, seated))
        dialog.leave_requested.connect(self._leave)
        self._typed_in = self._window.focusWidget()
        self._show_screens(is_shown=False)
        dialog.open()

    def open(self) -> None:
        """Show the screens again."""
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            self._show_screens(is_shown=True)
            dialog.let_go()
            dialog.deleteLater()
            if self._typed_in is not None and shiboken6.isValid(self._typed_in):
                self._typed_in.setFocus()

    def _sit(self, operator_id: int, pin: str, seated: Callable[[Operator], None]) -> None:
        def done(operator: Operator) -> None:
            self.open()
            seated(operator)

        sit_down = self._context.office.operators.sit_down
        self._context.tasks.run(lambda: sit_down(operator_id, pin), done, self._refuse)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        if self._dialog is not None:
            self._dialog.show_problem(self._context.word_error(error))

    def _leave(self) -> None:
        """Close the whole window, unless something typed in it would be lost."""
        if self._window.close():
            self.open()
        elif self._dialog is not None:
            words = _(
                "Something typed is not saved yet, so Coprod stays open. Sit down to save it."
            )
            self._dialog.tell(words)

    def _show_screens(self, *, is_shown: bool) -> None:
        screens = self._window.centralWidget()
        if screens is not None:
            screens.setVisible(is_shown)
        self._window.statusBar().setVisible(is_shown)
