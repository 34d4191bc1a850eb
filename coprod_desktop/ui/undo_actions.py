"""Take the last step back from the menu, do it again, and say so."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coprod_desktop.i18n import _
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.message_bar import Action, MessageKind

if TYPE_CHECKING:  # these load the database library, which the first window does without
    from coprod_desktop.domain.changes import Change, Undoing
    from coprod_desktop.services.office import Office

_MONEY = frozenset({"paid", "exported"})


class UndoActions(QObject):
    """Answer Undo and Redo of the Edit menu for the file that is open.

    Both lines come from the history in the file, so they go on where they were after a restart.
    """

    def __init__(
        self, window: MainWindow, tasks: TaskRunner, word_error: Callable[[Exception], str]
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._word_error = window, tasks, word_error
        self._office: Office | None = None
        window.menus.undo_requested.connect(self.undo)
        window.menus.redo_requested.connect(self.redo)

    def use(self, office: "Office | None") -> None:
        """Follow another file; None while none is open."""
        self._office = office
        self._window.menus.set_undo("")
        self._window.menus.set_redo("")
        self.refresh()

    def refresh(self) -> None:
        """Say in the menu what both would do now."""
        office = self._office
        if office is not None:
            self._tasks.run(
                lambda: (office.history.undoing(), office.history.redoing()), self._show
            )

    def undo(self) -> None:
        """Take the last step back; where it stays, say why and offer the way on."""
        office = self._office
        if office is None:
            return

        def work() -> "Change | Undoing":
            undoing = office.history.undoing()
            if undoing is not None and undoing.because:
                return undoing
            return office.history.undo()

        self._tasks.run(work, self._undone, self._fail)

    def undo_one(self, change_id: int) -> None:
        """Take one step back that is not the last."""
        office = self._office
        if office is not None:
            self._tasks.run(lambda: office.history.undo(change_id), self._undone, self._fail)

    def redo(self) -> None:
        """Do again what was taken back last."""
        office = self._office
        if office is not None:
            self._tasks.run(office.history.redo, self._redone, self._fail)

    # --- what is said --------------------------------------------------------------------------

    def _show(self, steps: "tuple[Undoing | None, Change | None]") -> None:
        from coprod_desktop.services.sentences import verb_words

        undoing, redoing = steps
        words = verb_words(undoing.change.verb) if undoing else ""
        self._window.menus.set_undo(words, stays=bool(undoing and undoing.because))
        self._window.menus.set_redo(verb_words(redoing.verb) if redoing else "")

    def _undone(self, done: "Change | Undoing") -> None:
        from coprod_desktop.domain.changes import Undoing
        from coprod_desktop.services.sentences import verb_words

        if isinstance(done, Undoing):
            self._say_it_stays(done)
            return
        words = _("Taken back: {what}.").format(what=verb_words(done.verb))
        self._say(MessageKind.GOOD, words, ((_("Redo"), self.redo),))

    def _redone(self, done: "Change") -> None:
        from coprod_desktop.services.sentences import verb_words

        words = _("Done again: {what}.").format(what=verb_words(done.verb))
        self._say(MessageKind.GOOD, words, ((_("Undo"), self.undo),))

    def _say_it_stays(self, undoing: "Undoing") -> None:
        from coprod_desktop.domain.errors import CannotUndoError
        from coprod_desktop.services.sentences import verb_words

        why = self._word_error(CannotUndoError(because=undoing.because))
        what = verb_words(undoing.change.verb)
        words = _("Last was: {what}. {why}").format(what=what, why=why)
        actions: list[Action] = []
        if undoing.because in _MONEY:
            actions.append((_("Show pay runs"), lambda: self._window.show_screen("pay_runs")))
        before = undoing.before
        if before is not None:
            step = _("Take back the step before: {what}").format(what=verb_words(before.verb))
            actions.append((step, lambda: self.undo_one(before.change_id)))
        self._say(MessageKind.WARN, words, actions)

    def _fail(self, error: Exception) -> None:
        from coprod_desktop.domain.errors import DomainError

        if not isinstance(error, DomainError):
            raise error
        actions: tuple[Action, ...] = ()
        if error.facts.get("because") in _MONEY:
            actions = ((_("Show pay runs"), lambda: self._window.show_screen("pay_runs")),)
        self._say(MessageKind.BAD, self._word_error(error), actions)

    def _say(
        self, kind: MessageKind, words: str, actions: "list[Action] | tuple[Action, ...]"
    ) -> None:
        self._window.show_message(kind, words, tuple(actions))
