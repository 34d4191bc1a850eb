"""What the charity pays: a simple form, all rules as text, every version, and a live example."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.policy import PolicyVersion
from coprod_desktop.i18n import _
from coprod_desktop.services.policies import SavingPlan, Starter, Trial
from coprod_desktop.ui.scale import XL, XXL, L, M, scaled
from coprod_desktop.ui.settings.policy_begin import PolicyBegin
from coprod_desktop.ui.settings.policy_draft import PolicyDraft
from coprod_desktop.ui.settings.policy_example import PolicyExample
from coprod_desktop.ui.settings.policy_history import PolicyHistory
from coprod_desktop.ui.settings.policy_rules import PolicyRules
from coprod_desktop.ui.settings.policy_save_dialog import PolicySaveDialog
from coprod_desktop.ui.settings.policy_simple import PolicySimple
from coprod_desktop.ui.settings.policy_views import PolicyViews
from coprod_desktop.ui.settings.policy_words import summary_words
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.message_bar import Action, MessageBar, MessageKind
from coprod_desktop.ui.widgets.parsed_edit import WordError

PAUSE_MS = 300
_SIZE = (1240, 800)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPolicies:
    """The versions of the file, the newest first, the one that holds today, and the starters."""

    versions: tuple[PolicyVersion, ...]
    in_force: PolicyVersion
    starters: tuple[Starter, ...]


class PolicyDialog(QDialog):
    """Let somebody change the rules in the way that suits, and try them while they do.

    `tried(text, case)` comes after a short pause of the typing: answer with `show_trial` or
    `show_no_trial`. `save_requested(text)` comes when the form is understood: answer with
    `show_mistakes`, or with `ask_for_day` and `accept_saved`. Show it with `open()`.
    """

    tried = Signal(str, object)
    save_requested = Signal(str)

    def __init__(
        self,
        known: KnownPolicies,
        tasks: TaskRunner,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What we pay"))
        self._word_error, self._today = word_error, today
        self._bar: MessageBar | None = None
        self._is_filling = self._is_left = False
        self.draft = PolicyDraft(known.in_force.text)
        self.simple = PolicySimple(self.draft, word_error)
        self.rules = PolicyRules()
        self.history = PolicyHistory(known.versions, known.in_force, tasks, today())
        self.example = PolicyExample(word_error, today)
        views = {"simple": self.simple, "rules": self.rules, "history": self.history}
        self.views = PolicyViews(views, self.example, len(known.versions))
        self.begin = PolicyBegin(known.starters, known.in_force)
        self.summary = label("", "strong", wraps=True)
        self.save = primary_button(_("Save as a new version…"))
        self._close = Button(_("Close"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MS)
        self._later.timeout.connect(self._try)
        self._lay_out(known.in_force)
        self._connect()
        self._show_draft()
        self._go_to("simple" if self.draft.simple is not None else "rules")

    def _lay_out(self, now: PolicyVersion) -> None:
        self._head = QVBoxLayout()
        self._head.setSpacing(M)
        title = QHBoxLayout()
        title.addWidget(label(_("What we pay"), "title"), stretch=1)
        title.addWidget(self.begin)
        self._head.addLayout(title)
        words = _("Version {number} holds since {day}.")
        since = words.format(number=now.version, day=long_day(now.effective_on))
        self._head.addWidget(label(since, "quiet", wraps=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(M)
        buttons.addStretch()
        buttons.addWidget(self._close)
        buttons.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(XL, L, XL, L)
        outer.setSpacing(M)
        outer.addLayout(self._head)
        outer.addWidget(self.views, stretch=1)
        outer.addWidget(self.summary)
        outer.addLayout(buttons)

    def _connect(self) -> None:
        self.begin.chosen_text.connect(self.begin_from)
        self.views.chosen.connect(self._go_to)
        self.simple.changed.connect(self._take_form)
        self.simple.rules_requested.connect(lambda: self._go_to("rules"))
        self.simple.bring_back_requested.connect(self._bring_back)
        self.rules.changed.connect(self._take_text)
        self.history.begin_requested.connect(self._begin_from_version)
        self.example.changed.connect(self._later.start)
        self.save.clicked.connect(self._ask_to_save)
        self._close.clicked.connect(self.reject)

    # --- what the presenter does -----------------------------------------------------------------

    def show_trial(self, trial: Trial) -> None:
        """Show what the rules came to."""
        self.rules.show_problems(trial.problems)
        self.example.show_trial(trial)
        if self.simple.problem:
            self._sum_up(_("Not yet: {sentence}").format(sentence=self.simple.problem))
        elif trial.answer is None:
            self._sum_up(_("The rules cannot be read yet. “All rules” says on which lines."))
        else:
            self._sum_up(summary_words(self.example.case(), trial.answer))

    def show_no_trial(self, sentence: str) -> None:
        """Say why the example has no answer although the rules can be read."""
        self.rules.show_problems(())
        self.example.show_words(sentence)
        self._sum_up(sentence)

    def show_mistakes(self, trial: Trial) -> None:
        """Go to the first mistake, because rules with mistakes are not saved."""
        self.show_trial(trial)
        self.views.show_view("rules")
        self.say(MessageKind.BAD, _("Nothing is saved yet. Correct what is named below the rules."))
        self.rules.edit.go_to(trial.problems[0].line)

    def ask_for_day(self, plan: SavingPlan) -> PolicySaveDialog:
        """Ask from which day the rules hold; the plan is that of today."""
        form = PolicySaveDialog(plan, self._word_error, self._today, self)
        form.open()
        return form

    def accept_saved(self) -> None:
        """Close, because the rules are saved."""
        self._is_left = True
        self.accept()

    def say(self, kind: MessageKind, sentence: str, actions: Sequence[Action] = ()) -> None:
        """Show what happened above the rules."""
        self._clear_bar()
        self._bar = MessageBar(kind, sentence, tuple(actions))
        self._head.addWidget(self._bar)
        self._bar.show()

    # --- the draft and its views -----------------------------------------------------------------

    def begin_from(self, text: str, name: str) -> None:
        """Put other rules here; what stood here can be brought back."""
        is_other = text != self.draft.text
        self.draft.begin_from(text)
        self._show_draft()
        if self.views.shown_key in ("simple", "history"):
            self._go_to("simple" if self.draft.simple is not None else "rules")
        if is_other:
            words = _("You begin from “{name}”. What stood here is kept until you close this.")
            back = (_("Bring back what stood here"), self._bring_back)
            self.say(MessageKind.INFO, words.format(name=name), (back,))

    def _begin_from_version(self, version: PolicyVersion) -> None:
        name = _("Version {number}").format(number=version.version)
        self.begin_from(version.text, name)

    def _bring_back(self) -> None:
        self._clear_bar()
        self.draft.bring_back()
        self._show_draft()

    def _go_to(self, key: str) -> None:
        if key == "rules" and not self.simple.settle():
            key = "simple"  # what is half typed in the form would not be in the text
        if key == "simple":
            self.simple.refresh()
        self.views.show_view(key)

    def _show_draft(self) -> None:
        self._write_rules()
        self.simple.refresh()

    def _take_form(self) -> None:
        self._write_rules()

    def _write_rules(self) -> None:
        self._is_filling = True
        self.rules.edit.replace_text(self.draft.text)
        self._is_filling = False
        self._later.start()

    def _take_text(self) -> None:
        if not self._is_filling:
            self.draft.text = self.rules.edit.text()
            self._later.start()

    def _try(self) -> None:
        self.tried.emit(self.draft.text, self.example.case())

    def _sum_up(self, words: str) -> None:
        if words != self.summary.text():
            self.summary.setText(words)
            announce(self.summary, words)

    # --- saving and leaving ----------------------------------------------------------------------

    def _ask_to_save(self) -> None:
        self._clear_bar()
        if self.simple.settle():
            self.save_requested.emit(self.draft.text)
        else:
            self.views.show_view("simple")

    def open(self) -> None:
        """Show the dialog as large as it needs, where the screen has room."""
        super().open()
        room = self.screen().availableSize()
        width, height = (scaled(px) for px in _SIZE)
        self.resize(min(width, room.width() - XL), min(height, room.height() - XXL))
        self._later.start(0)
        self.views.setFocus()

    def reject(self) -> None:
        """Close, but ask first where something is not saved."""
        if not self._has_unsaved():
            super().reject()
            return
        actions: tuple[Action, ...] = (
            (_("Keep writing"), self.views.setFocus),
            (_("Close without saving"), self._leave),
        )
        self.say(MessageKind.WARN, _("What you wrote is not saved."), actions)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat the window's close button as Close."""
        if self._has_unsaved():
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _has_unsaved(self) -> bool:
        return not self._is_left and (self.draft.is_changed or bool(self.simple.problem))

    def _leave(self) -> None:
        self._is_left = True
        self.reject()

    def _clear_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
