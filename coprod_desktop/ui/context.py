"""What every screen is given: the open file's verbs, the database thread, and how to speak."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.selection_sums import SelectionSums
from coprod_desktop.i18n import _
from coprod_desktop.ui.changes import Changes
from coprod_desktop.ui.preferences import Preferences
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.message_bar import Action, MessageKind

if TYPE_CHECKING:  # the services load the database library, which the first window does without
    from coprod_desktop.services.office import Office


def _show_nothing(_sums: SelectionSums | None) -> None:
    """Stand in where there is no line at the foot of a window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The parts of the window that a screen works with, handed to its constructor.

    `say(kind, sentence, actions)` shows a message above the page. `undo()` takes back the last
    change and says so. `preferences` are those of this person on this computer. `show_sums` shows
    what the selected cells come to at the foot of the window; None takes it away.
    """

    office: "Office"
    tasks: TaskRunner
    changes: Changes
    say: Callable[[MessageKind, str, Sequence[Action]], object]
    show_screen: Callable[[str], None]
    undo: Callable[[], None]
    word_error: Callable[[Exception], str]
    preferences: Preferences
    show_sums: Callable[[SelectionSums | None], None] = _show_nothing

    def today(self) -> datetime.date:
        """Return the day that it is here."""
        return self.office.desk.today()

    def saved(self, sentence: str, *, can_undo: bool = True) -> None:
        """Say that something was saved, with a way back."""
        actions: tuple[Action, ...] = ((_("Undo"), self.undo),) if can_undo else ()
        self.say(MessageKind.GOOD, sentence, actions)

    def fail(self, error: Exception) -> None:
        """Word a foreseen failure above the page; anything else is raised to the crash dialog."""
        if not isinstance(error, DomainError):
            raise error
        self.say(MessageKind.BAD, self.word_error(error), ())
