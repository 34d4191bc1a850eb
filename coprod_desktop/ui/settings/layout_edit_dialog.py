"""Write a bank layout as text, with its mistakes marked and the file it makes beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.policy.problems import Problem
from coprod_desktop.i18n import _
from coprod_desktop.services.layout_trials import LayoutTrial
from coprod_desktop.ui.pause import Pause
from coprod_desktop.ui.scale import XL, XXL, L, M, S, scaled
from coprod_desktop.ui.settings.layout_preview import LayoutPreview
from coprod_desktop.ui.settings.policy_rules import PolicyRules
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.message_bar import Action, MessageBar, MessageKind
from coprod_desktop.ui.widgets.plain_fields import line_field

_SIZE = (1180, 760)


class LayoutEditDialog(QDialog):
    """Collect the name and the text of a layout.

    `tried(text)` comes after a short pause of the typing: answer with `show_trial` or
    `show_refusal`. `save_requested` comes when somebody asks to save: answer with
    `accept_saved`, `show_name_problem`, `show_mistakes` or `show_problem`. Show it with `open()`.
    """

    tried = Signal(str)
    save_requested = Signal()

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Bank file layout"))
        self._before = (name, text)
        self._is_left = False
        self._bar: MessageBar | None = None
        self.name = line_field(_("Name in the list"), name)
        hint = _("Such as the name of your bank. Another name makes another layout.")
        self._name_box = FieldBox(_("Name in the list"), self.name, hint)
        self.rules = PolicyRules(_("The layout, as text"))
        self.rules.edit.replace_text(text)
        self.preview = LayoutPreview()
        self.save = primary_button(_("Save this layout"))
        self.leave = Button(_("Close"))
        self._pause = Pause(lambda: self.tried.emit(self.text()), self)
        self._lay_out()
        self.rules.changed.connect(self._pause.begin)
        self.name.textEdited.connect(lambda _text: self._name_box.show_error(""))
        self.save.clicked.connect(self._ask)
        self.leave.clicked.connect(self.reject)

    def text(self) -> str:
        """Return the layout as it stands."""
        return self.rules.edit.text()

    def chosen_name(self) -> str:
        """Return the name as it stands."""
        return self.name.text()

    # --- what the presenter does -----------------------------------------------------------------

    def show_trial(self, trial: LayoutTrial) -> None:
        """Show the mistakes, or the file of the invented payments."""
        self.rules.show_problems(trial.problems)
        self.preview.show_trial(trial)

    def show_refusal(self, sentence: str) -> None:
        """Say why the invented payments cannot be written so."""
        self.rules.show_problems(())
        self.preview.show_refusal(sentence)

    def accept_saved(self) -> None:
        """Close, because the layout is saved."""
        self._is_left = True
        self.accept()

    def show_name_problem(self, sentence: str) -> None:
        """Show what is wrong with the name."""
        self.save.setEnabled(True)
        self._name_box.show_error(sentence)
        self.name.setFocus()

    def show_mistakes(self, problems: Sequence[Problem]) -> None:
        """Go to the first mistake, because a layout with mistakes is not saved."""
        self.rules.show_problems(problems)
        words = _("Nothing is saved yet. Correct what is named below the layout.")
        self.show_problem(words)
        self.rules.edit.go_to(problems[0].line if problems else 1)

    def show_problem(self, sentence: str) -> None:
        """Show why nothing was saved."""
        self.save.setEnabled(True)
        self._say(MessageKind.BAD, sentence)

    # --- how it is made --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.setSpacing(S)
        self._head.addWidget(label(_("Bank file layout"), "title"))
        words = _(
            "Change one line after the other to what your bank’s guide says. What stands after # "
            "explains the line."
        )
        self._head.addWidget(label(words, "quiet", wraps=True))
        left = QVBoxLayout()
        left.setSpacing(M)
        left.addWidget(self._name_box)
        left.addWidget(self.rules, stretch=1)
        halves = QHBoxLayout()
        halves.setSpacing(L)
        halves.addLayout(left, stretch=3)
        halves.addWidget(self.preview, stretch=2)
        buttons = QHBoxLayout()
        buttons.setSpacing(M)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(XL, L, XL, L)
        outer.setSpacing(M)
        outer.addLayout(self._head)
        outer.addLayout(halves, stretch=1)
        outer.addLayout(buttons)

    def open(self) -> None:
        """Show the dialog as large as it needs, where the screen has room; begin with the name."""
        super().open()
        room = self.screen().availableSize()
        width, height = (scaled(px) for px in _SIZE)
        self.resize(min(width, room.width() - XL), min(height, room.height() - XXL))
        self.name.setFocus()
        self.name.selectAll()

    # --- how it works ----------------------------------------------------------------------------

    def reject(self) -> None:
        """Close, but ask first where something is not saved."""
        if not self._has_unsaved():
            super().reject()
            return
        actions: tuple[Action, ...] = (
            (_("Keep writing"), self.rules.edit.setFocus),
            (_("Close without saving"), self._leave),
        )
        self._say(MessageKind.WARN, _("What you wrote is not saved."), actions)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat the window's close button as Close."""
        if self._has_unsaved():
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _has_unsaved(self) -> bool:
        return not self._is_left and (self.name.text(), self.text()) != self._before

    def _leave(self) -> None:
        self._is_left = True
        self.reject()

    def _ask(self) -> None:
        self._clear_bar()
        self.save.setEnabled(False)
        self.save_requested.emit()

    def _say(self, kind: MessageKind, sentence: str, actions: tuple[Action, ...] = ()) -> None:
        self._clear_bar()
        self._bar = MessageBar(kind, sentence, actions, is_closable=not actions)
        self._head.addWidget(self._bar)
        self._bar.show()

    def _clear_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
