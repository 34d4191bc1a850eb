"""Show what changed, take changes back, and do them again."""

from coprod_desktop.domain.changes import (
    BackStep,
    Change,
    ChangedRecord,
    HistoryFilter,
    HistoryLine,
    RowChange,
    Undoing,
)
from coprod_desktop.domain.errors import CannotUndoError, NothingToUndoError
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.undo_errors import CannotRedoError, NothingToRedoError
from coprod_desktop.services.changed_records import changed_records, records_about
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.removed import RemovedService
from coprod_desktop.services.undo_reasons import (
    NOT_DONE_AGAIN,
    PINS,
    REMOVING,
    STAYS,
    stays_because,
)
from coprod_desktop.services.undoing import (
    check_in_own_hand,
    check_nothing_built_on,
    what_blocks,
)
from coprod_desktop.storage import history, history_lines, top_ups, undo_line
from coprod_desktop.storage.rehearsal import tried_step
from coprod_desktop.storage.work import Reading, Work

MOST_STEPS = 200
_LOOKED_THROUGH = 50
_BRINGS_OPERATORS = "import open workbook"
_NEVER_SAVED = "take back to here"


class HistoryService:
    """The verbs about the history of the file; `removed` are those about what was removed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.removed = RemovedService(desk)

    # --- reading -------------------------------------------------------------------------------

    def latest(self, limit: int, before_id: int | None = None) -> tuple[Change, ...]:
        """Return the newest changes first."""
        with self._desk.reading() as reading:
            return history.latest(reading, limit, before_id)

    def lines(
        self, wanted: HistoryFilter, limit: int, before_id: int | None = None
    ) -> tuple[HistoryLine, ...]:
        """Return the newest changes first, as the history shows them, those that are wanted."""
        with self._desk.reading() as reading:
            return history_lines.lines(reading, wanted, limit, before_id, REMOVING)

    def marks(self, limit: int) -> tuple[int, tuple[int, ...]]:
        """Return how many changes there are, and the number that ends each full page of them."""
        with self._desk.reading() as reading:
            newest = history.latest(reading, 1)
        total = newest[0].change_id if newest else 0
        return total, tuple(range(total - limit + 1, 0, -limit))

    def who(self) -> tuple[str, ...]:
        """Return the names of all who work or worked with the file."""
        with self._desk.reading() as reading:
            return tuple(sorted(operator.name for operator in reading.find(Operator)))

    def rows(self, change_id: int) -> tuple[RowChange, ...]:
        """Return what one change did, row by row."""
        with self._desk.reading() as reading:
            return history.rows_of(reading, change_id)

    def records(
        self, change_id: int, limit: int, after_position: int = -1
    ) -> tuple[ChangedRecord, ...]:
        """Return what one change did to each record, without inner numbers, some at a time."""
        with self._desk.reading() as reading:
            rows = history_lines.rows_after(reading, change_id, after_position, limit)
            return changed_records(reading, rows)

    def about(self, table: str, row_id: int) -> tuple[tuple[HistoryLine, ChangedRecord], ...]:
        """Return who changed one record, when, and from what to what; newest first."""
        with self._desk.reading() as reading:
            return records_about(reading, table, row_id)

    # --- taking back ---------------------------------------------------------------------------

    def last(self) -> Change | None:
        """Return the change that `undo` would take back, if there is one."""
        found = self.undoing()
        return found.change if found is not None and not found.because else None

    def undoing(self) -> Undoing | None:
        """Return what Undo is about: the last change, and if it stays, why, and what came before.

        None where nothing was done that could ever be taken back.
        """
        with self._desk.reading() as reading:
            change = undo_line.last_standing(reading, PINS)
            if change is None or STAYS.get(change.verb) == "first":
                return None
            because = stays_because(change)
            before = _first_that_goes(reading, change) if because else None
        return Undoing(change=change, because=because, before=before)

    def undo(self, change_id: int | None = None) -> Change:
        """Take back the last change, or the named one if nothing later stands in the way.

        Raises NothingToUndoError, NotFoundError or CannotUndoError.
        """
        with self._desk.reading() as reading:
            if change_id is None:
                change = undo_line.last_standing(reading, PINS)
            else:
                change = history.change(reading, change_id)
        if change is None or STAYS.get(change.verb) == "first":
            raise NothingToUndoError()
        _check_can_go(change)
        with self._desk.transaction(f"undo {change.verb}") as work:
            self._take_back(work, change)
        self._sit_again()
        return change

    def back_steps(self, change_id: int) -> tuple[BackStep, ...]:
        """Return what going back to before a change would take back, newest first.

        It is tried out, so that what stays is known before. Raises NotFoundError.
        """
        with self._desk.reading() as reading:
            history.change(reading, change_id)
            root_id = undo_line.root_of(reading, change_id)
            steps = undo_line.back_to(reading, root_id, MOST_STEPS + 1)
        tried: list[BackStep] = []
        try:
            with self._desk.transaction(_NEVER_SAVED) as work:
                for step in steps:
                    if step.verb not in PINS:
                        tried.append(BackStep(change=step, because=self._try_out(work, step)))
                raise _OnlyTriedError
        except _OnlyTriedError:
            return tuple(tried)

    def undo_several(self, change_ids: tuple[int, ...]) -> int:
        """Take several changes back, one after the other; return how many.

        Each is a step of its own, so Redo brings them back one by one. Raises as `undo`, and those
        before stay taken back then.
        """
        for change_id in change_ids:
            self.undo(change_id)
        return len(change_ids)

    # --- doing again ---------------------------------------------------------------------------

    def redoing(self) -> Change | None:
        """Return what Redo would do again: what was taken back last, with nothing new since."""
        with self._desk.reading() as reading:
            change = undo_line.last_taken_back(reading, PINS)
        return None if change is None or change.verb in NOT_DONE_AGAIN else change

    def redo(self, change_id: int | None = None) -> Change:
        """Do again what was taken back last, or the named one if nothing stands in the way.

        Raises NothingToRedoError, NotFoundError or CannotRedoError.
        """
        with self._desk.reading() as reading:
            if change_id is None:
                change = undo_line.last_taken_back(reading, PINS)
            else:
                change = history.change(reading, change_id)
        if change is None or not change.is_undone or change.undoes_id is not None:
            raise NothingToRedoError()
        if change.verb in NOT_DONE_AGAIN:
            raise CannotRedoError(because="erased")
        with self._desk.transaction(f"redo {change.verb}") as work:
            undoing_id = undo_line.standing_undoing(work, change.change_id)
            if undoing_id is None:
                raise NothingToRedoError()
            check_in_own_hand(work, undoing_id, self._desk.operator.operator_id)
            self._do_again(work, change, undoing_id)
        self._sit_again()
        return change

    # --- how it is done ------------------------------------------------------------------------

    def _take_back(self, work: Work, change: Change) -> None:
        check_nothing_built_on(work, change.change_id)
        try:
            history.take_back(work, change.change_id)
        except CannotUndoError as error:
            if error.facts.get("because") == "later":
                raise what_blocks(work, change.change_id) from error
            raise
        if top_ups.without_ground(work):  # what a difference was paid on top of stays
            raise CannotUndoError(because="later")
        if not self._is_seat_kept(work, change):
            raise CannotUndoError(because="present")

    def _do_again(self, work: Work, change: Change, undoing_id: int) -> None:
        try:
            check_nothing_built_on(work, undoing_id)
            history.take_back(work, undoing_id)
        except CannotUndoError as error:
            because = error.facts.get("because")
            known = because if because in ("missing", "erased") else "later"
            raise CannotRedoError(because=known) from error
        if top_ups.without_ground(work):
            raise CannotRedoError(because="later")
        if not self._is_seat_kept(work, change):
            raise CannotRedoError(because="present")

    def _is_seat_kept(self, reading: Reading, change: Change) -> bool:
        """Say whether whoever is at the keyboard still works with the file after a step.

        A workbook brings all who work with the file; then somebody else sits there.
        """
        if change.verb == _BRINGS_OPERATORS:
            return True
        present = self._desk.operator.operator_id
        return bool(reading.find(Operator, operator_id=present, is_active=True))

    def _try_out(self, work: Work, change: Change) -> str:
        """Take a change back inside a transaction that is given up; return why it stays."""
        because = stays_because(change)
        if because:
            return because
        try:
            with tried_step(work, f"undo {change.verb}"):
                self._take_back(work, change)
        except CannotUndoError as error:
            return str(error.facts["because"])
        return ""

    def _sit_again(self) -> None:
        """Know of who is at the keyboard what the file says now."""
        with self._desk.reading() as reading:
            operators = reading.find(Operator, is_active=True)
        present = self._desk.operator
        same = [one for one in operators if one.operator_id == present.operator_id]
        named = [one for one in operators if one.name == present.name]
        self._desk.operator = (same or named or list(operators) or [present])[0]


class _OnlyTriedError(Exception):
    """End a transaction in which steps were only tried out."""


def _check_can_go(change: Change) -> None:
    because = stays_because(change)
    if change.undoes_id is not None:  # one does again what was taken back, or takes back the first
        raise CannotUndoError(because="later")
    if because:
        raise CannotUndoError(because=because)


def _first_that_goes(reading: Reading, stays: Change) -> Change | None:
    """Return the newest change before one that stays which might be taken back instead."""
    at = stays
    for _step in range(_LOOKED_THROUGH):
        place = undo_line.done_at(reading, at.change_id)
        found = undo_line.last_standing(reading, PINS, before_id=place)
        if found is None or STAYS.get(found.verb) == "first":
            return None
        if not stays_because(found):
            return found
        at = found
    return None
