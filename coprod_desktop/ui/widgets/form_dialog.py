"""A dialog with a form; it stays until what was typed is safe, and loses nothing."""

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import XL, XXL, L, M, S, scaled
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.message_bar import Action, MessageBar, MessageKind

WIDTH = 480
ANOTHER_KEYS = "Ctrl+Return"


class FormDialog(QDialog):
    """Show `form` with a save button; show it with `open()`, never with `exec()`.

    `save_requested` comes when somebody asks to save. Answer it with `accept_saved()`, or with
    `show_error(key, sentence)` or `show_problem(sentence)`; until then nothing can be sent twice.
    `other_save_requested` is the same for a second way to save, and `another_requested` for
    saving and staying open for the next; answer that one with `start_again()`.
    """

    save_requested = Signal()
    other_save_requested = Signal()
    another_requested = Signal()

    def __init__(self, title: str, save_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(WIDTH))
        self.form = Form()
        self._is_changed = False
        self._bar: MessageBar | None = None
        self._save = primary_button(save_text)
        self._save.setDefault(True)
        self._other_save: Button | None = None
        self._others: list[Button] = []
        self._cancel = Button(_("Cancel"))
        self._lay_out(title)
        self.form.changed.connect(self._note_change)
        self._save.clicked.connect(lambda: self._ask_to_save(self.save_requested))
        self._cancel.clicked.connect(self.reject)

    # --- what callers do -----------------------------------------------------------------------

    def add_action(self, button: Button) -> None:
        """Add a button at the left of the row of buttons, such as "Save and log another"."""
        self._more.insertWidget(0, button)

    def add_other_save(self, text: str, *, shortcut: str = "") -> None:
        """Add a quiet second way to save at the left, such as "Keep as draft"."""
        self._other_save = Button(text, shortcut=shortcut)
        self._add_other(self._other_save, self.other_save_requested)

    def add_another(self, text: str) -> None:
        """Add a way to save and stay open, such as "Save and log another", with Ctrl+Enter."""
        self._add_other(Button(text, shortcut=ANOTHER_KEYS), self.another_requested)

    def _add_other(self, button: Button, wish: SignalInstance) -> None:
        button.setAutoDefault(True)  # so that Enter presses it where the keyboard is on it
        button.clicked.connect(lambda: self._ask_to_save(wish))
        self._others.append(button)
        self.add_action(button)

    def add_foot(self, widget: QWidget) -> None:
        """Add something above the buttons that stays in view however long the form is."""
        self._foot.addWidget(widget)

    def accept_saved(self) -> None:
        """Close the dialog, because what was typed is saved."""
        self._is_changed = False
        self.accept()

    def start_again(self) -> None:
        """Stay open for another entry, because what was typed is saved."""
        self._is_changed = False
        self._set_saving(is_saving=False)

    def show_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field, and let the person go on."""
        self._set_saving(is_saving=False)
        self.form.show_error(key, sentence)
        self.make_room_for(self.form.box(key))

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the whole, above the form, and let the person go on."""
        self._set_saving(is_saving=False)
        self._show_bar(MessageKind.BAD, sentence)

    # --- how it works --------------------------------------------------------------------------

    def _lay_out(self, title: str) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(XL, 0, XL, S)
        column.addWidget(self.form)
        column.addStretch()
        scrolled = QScrollArea()
        scrolled.setWidget(inside)
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside, self._scrolled = inside, scrolled
        self._head = QVBoxLayout()
        self._head.setContentsMargins(XL, 0, XL, 0)
        self._head.addWidget(label(title, "title"))
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(XL, 0, XL, 0)
        self._more, main = QHBoxLayout(), QHBoxLayout()
        self._more.addStretch()
        main.addStretch()
        main.addWidget(self._cancel)
        main.addWidget(self._save)
        for row in (self._more, main):
            row.setSpacing(M)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setContentsMargins(XL, 0, XL, 0)
        self._buttons.setSpacing(M)
        self._buttons.addLayout(self._more)
        self._buttons.addLayout(main)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, L, 0, L)
        outer.setSpacing(M)
        outer.addLayout(self._head)
        outer.addWidget(scrolled, stretch=1)
        outer.addLayout(self._foot)
        outer.addLayout(self._buttons)

    def open(self) -> None:
        """Show the dialog, as large as its form where the screen has room.

        The keyboard is in the first field, where the form itself has not put it elsewhere.
        """
        has_keyboard = self.focusWidget() is not None
        super().open()
        self.fit()
        field = None if has_keyboard else self.form.first_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Become as large as the form asks for, where the screen has room."""
        inside, room = self._inside, self.screen().availableSize()
        width = max(scaled(WIDTH), inside.sizeHint().width(), self._fit_buttons())
        inner = inside.sizeHint().height()
        if inside.hasHeightForWidth():
            # The scroll area never makes it lower than the second, which can be a little more.
            inner = max(inside.heightForWidth(width), inside.minimumSizeHint().height())
        held = self._scrolled.sizeHint().expandedTo(self._scrolled.minimumSizeHint())
        around = self.sizeHint().height() - held.height()
        self.resize(min(width, room.width() - XL), min(inner + around, room.height() - XXL))
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Move up where the form grew past the foot of the screen: the buttons stand there."""
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        lowest = room.y() + room.height() - frame.height()
        if frame.y() > lowest:
            self.move(frame.x(), max(room.y(), lowest))

    def _fit_buttons(self) -> int:
        """Put the buttons in one row, or in two where the screen is too narrow; return the width.

        Words are never cut.
        """
        widest = self.screen().availableSize().width() - XL
        for direction in (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom):
            self._buttons.setDirection(direction)
            if self._buttons.sizeHint().width() <= widest:
                break
        return self._buttons.sizeHint().width()

    def make_room_for(self, part: QWidget) -> None:
        """Grow with a part of the form; where the screen has no room, scroll to it.

        It is scrolled to only while somebody types in it, and the field typed in stays in view.
        """
        if not self.isVisible():
            return
        before = self.size()
        self.fit()
        self.resize(self.size().expandedTo(before))
        if part.isAncestorOf(self.focusWidget() or self):
            QTimer.singleShot(0, self, lambda: self._scroll_to(part))

    def _scroll_to(self, part: QWidget) -> None:
        self._scrolled.ensureWidgetVisible(part, 0, 0)
        typed_in = self.focusWidget()
        if typed_in is not None and part.isAncestorOf(typed_in):
            self._scrolled.ensureWidgetVisible(typed_in, 0, M)

    def reject(self) -> None:
        """Close, but ask first where something typed is not saved."""
        if not self._is_changed:
            super().reject()
            return
        actions: tuple[Action, ...] = (
            (_("Keep writing"), self.form.setFocus),
            (_("Close without saving"), self._close_unsaved),
        )
        self._show_bar(MessageKind.WARN, _("What you typed is not saved."), actions)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat the window's close button as Cancel."""
        if self._is_changed:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _close_unsaved(self) -> None:
        self._is_changed = False
        self.reject()

    def _note_change(self) -> None:
        self._is_changed = True

    def _ask_to_save(self, wish: SignalInstance) -> None:
        self._hide_bar()
        if not self.form.check():
            return
        self._set_saving(is_saving=True)
        wish.emit()

    def _set_saving(self, *, is_saving: bool) -> None:
        self._save.setEnabled(not is_saving)
        for other in self._others:
            other.setEnabled(not is_saving)

    def _show_bar(self, kind: MessageKind, sentence: str, actions: tuple[Action, ...] = ()) -> None:
        self._hide_bar()
        self._bar = MessageBar(kind, sentence, actions, is_closable=not actions)
        self._head.addWidget(self._bar)
        self._bar.show()

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
