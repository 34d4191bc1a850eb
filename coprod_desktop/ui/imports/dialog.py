"""The window in which a spreadsheet comes in, step by step; nothing is saved before the last."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.i18n import _
from coprod_desktop.ui.imports.check_page import CheckPage
from coprod_desktop.ui.imports.done_page import DonePage
from coprod_desktop.ui.imports.look_page import LookPage
from coprod_desktop.ui.imports.map_page import MapPage
from coprod_desktop.ui.scale import XL, XXL, L, M, S, scaled
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar
from coprod_desktop.ui.widgets.steps_bar import StepsBar

_SIZE = (1080, 780)
LOOK, MAP, CHECK, DONE = range(4)


class ImportDialog(QDialog):
    """Show the steps look, map, check and done.

    `next_requested` and `back_requested` want another step, `stop_requested` to stop what is under
    way, `undo_requested` to take the import back. Show it with `open()`.
    """

    next_requested = Signal()
    back_requested = Signal()
    stop_requested = Signal()
    undo_requested = Signal()

    def __init__(self, file_name: str, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import {file}").format(file=file_name))
        self._bar: MessageBar | None = None
        self._is_busy = False
        self.step = LOOK
        self.look = LookPage(tasks)
        self.map = MapPage()
        self.check = CheckPage(tasks)
        self.outcome = DonePage()
        self.steps = SegmentedBar(_("Steps of the import"))
        self.steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.steps.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.progress = StepsBar(_("Rows brought in so far"))
        self.leave = Button(_("Cancel"))
        self.back = Button(_("Back"), icon_name="chevron-left")
        self.undo = Button(_("Undo the import"), icon_name="undo-2")
        self.next = primary_button(_("Next"), shortcut="Ctrl+Return")
        for button in (self.leave, self.back, self.undo, self.next):
            button.setAutoDefault(False)  # Enter in a field of a page must not go on by itself
        self._lay_out(file_name)
        self._connect()
        self.show_step(LOOK)

    def _connect(self) -> None:
        self.leave.clicked.connect(self.reject)
        self.back.clicked.connect(self.back_requested)
        self.next.clicked.connect(self.next_requested)
        self.undo.clicked.connect(self.undo_requested)
        self.progress.stop_requested.connect(self.stop_requested)

    # --- what the presenter does -----------------------------------------------------------------

    def show_step(self, step: int) -> None:
        """Show one of the steps, and put the keyboard into it."""
        self.step = step
        self.hide_problem()
        self._stack.setCurrentIndex(step)
        words = (_("1 Look"), _("2 Columns"), _("3 Check"), _("4 Brought in"))
        self.steps.set_segments([_segment(at, text, step) for at, text in enumerate(words)])
        self.steps.setCurrentIndex(step)
        self.back.setVisible(step in (MAP, CHECK))
        self.undo.setVisible(step == DONE)
        self.leave.setVisible(step != DONE)
        self.set_next({CHECK: _("Import"), DONE: _("Close")}.get(step, _("Next")))
        announce(self, words[step])
        page = self._stack.currentWidget()
        if page is not None and self.isVisible():
            page.setFocus()

    def set_next(self, words: str, *, is_enabled: bool = True) -> None:
        """Word the button that goes on."""
        self.next.set_text(words)
        self.next.setEnabled(is_enabled and not self._is_busy)

    def set_busy(self, *, is_busy: bool) -> None:
        """Let nobody go on while something is under way."""
        self._is_busy = is_busy
        self.next.setEnabled(not is_busy)
        self.back.setEnabled(not is_busy)
        if not is_busy:
            self.progress.hide()

    def show_problem(self, sentence: str, kind: MessageKind = MessageKind.BAD) -> None:
        """Show above the page why it does not go on."""
        self.hide_problem()
        self._bar = MessageBar(kind, sentence)
        self._bar.closed.connect(self.hide_problem)
        self._head.addWidget(self._bar)
        self._bar.show()

    def hide_problem(self) -> None:
        """Take the message away."""
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None

    @property
    def problem(self) -> str:
        """Return the message on show, or nothing."""
        return "" if self._bar is None else self._bar.text

    # --- how it is made --------------------------------------------------------------------------

    def _lay_out(self, file_name: str) -> None:
        self._stack = QStackedWidget()
        for page in (self.look, self.map, self.check, self.outcome):
            self._stack.addWidget(page)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(XL, 0, XL, 0)
        self._head.setSpacing(S)
        title = label(_("Import {file}").format(file=file_name), "title")
        self._head.addWidget(title)
        self._head.addWidget(self.steps)
        row = QHBoxLayout()
        row.setContentsMargins(XL, 0, XL, 0)
        row.setSpacing(M)
        row.addWidget(self.progress, stretch=1)
        row.addStretch()
        for button in (self.leave, self.back, self.undo, self.next):
            row.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, L, 0, L)
        outer.setSpacing(M)
        outer.addLayout(self._head)
        outer.addWidget(self._stack, stretch=1)
        outer.addLayout(row)

    def open(self) -> None:
        """Show the dialog as large as it needs, where the screen has room."""
        super().open()
        room = self.screen().availableSize()
        width, height = (scaled(px) for px in _SIZE)
        self.resize(min(width, room.width() - XL), min(height, room.height() - XXL))
        self.look.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Ctrl+Enter from anywhere, and press the button that has the keyboard."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.next.click()
        elif isinstance(focused, QPushButton):
            focused.click()

    def reject(self) -> None:
        """Close; what is under way is stopped first, and leaves nothing."""
        if self._is_busy:
            self.stop_requested.emit()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat the window's close button as Cancel."""
        if self._is_busy:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)


def _segment(place: int, words: str, at: int) -> Segment:
    icon, colour = "circle", "ink_2"
    if place < at or at == DONE:
        icon, colour = "circle-check", "good"
    elif place == at:
        icon, colour = "circle-dot", "accent"
    return Segment(key=str(place), text=words, icon=icon, colour=colour)
