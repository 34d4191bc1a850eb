"""Show what changed, and take the last change back."""

from coprod_desktop.domain.changes import Change, RowChange
from coprod_desktop.domain.errors import CannotUndoError, NothingToUndoError
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.undoing import check_nothing_built_on
from coprod_desktop.storage import history, top_ups

# What has left the house cannot be undone in the file alone: a paper was handed out, or a bank was
# told to pay. Those are replaced or reversed.
_LEFT_THE_HOUSE = frozenset(
    {
        "issue statements",
        "issue paper",
        "make session kit",
        "export pay run",
        "settle pay run",
        "settle payments",
        "settle by bank statement",
    }
)
# What somebody told in confidence is gone with all its images, so nothing is there to bring back.
_FORGOTTEN = frozenset({"stop watching a limit"})
# PINs say who sits down; they are no record of the charity's, and no image of them is kept.
_PINS = frozenset({"set PIN", "clear PIN", "wrong PIN", "right PIN"})
_BEGINNING = "make file"


class HistoryService:
    """The verbs about the history of the file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def latest(self, limit: int, before_id: int | None = None) -> tuple[Change, ...]:
        """Return the newest changes first."""
        with self._desk.reading() as reading:
            return history.latest(reading, limit, before_id)

    def rows(self, change_id: int) -> tuple[RowChange, ...]:
        """Return what one change did, row by row."""
        with self._desk.reading() as reading:
            return history.rows_of(reading, change_id)

    def last(self) -> Change | None:
        """Return the change that `undo` would take back, if there is one."""
        with self._desk.reading() as reading:
            change = history.last_undoable(reading, besides=_PINS)
        return change if change and _refusal(change) is None else None

    def undo(self, change_id: int | None = None) -> Change:
        """Take back the last change, or the named one if nothing later stands in the way.

        Raises NothingToUndoError or CannotUndoError.
        """
        with self._desk.reading() as reading:
            change = (
                history.change(reading, change_id)
                if change_id is not None
                else history.last_undoable(reading, besides=_PINS)
            )
        if change is None or change.verb == _BEGINNING:
            raise NothingToUndoError()
        refusal = _refusal(change)
        if refusal is not None:
            raise CannotUndoError(because=refusal)
        with self._desk.transaction(f"undo {change.verb}") as work:
            check_nothing_built_on(work, change.change_id)
            history.take_back(work, change.change_id)
            if top_ups.without_ground(work):  # what a difference was paid on top of stays
                raise CannotUndoError(because="later")
        return change


def _refusal(change: Change) -> str | None:
    if change.is_undone or change.undoes_id is not None:
        return "later"
    if change.verb == _BEGINNING:
        return "first"
    if change.verb in _FORGOTTEN | _PINS:
        return "erased"
    return "left" if change.verb in _LEFT_THE_HOUSE else None
