"""Change many contributions, lines of expenses or participants at once, after a look at it."""

from collections.abc import Sequence

from coprod_desktop.domain.bulk_edits import (
    BulkEdit,
    BulkPlan,
    ContributionEdit,
    ExpenseEdit,
    is_empty,
)
from coprod_desktop.domain.bulk_errors import ChangedMeanwhileError, NothingTickedError
from coprod_desktop.services import bulk_contributions, bulk_expenses, bulk_participants
from coprod_desktop.services.bulk_contributions import Progress
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import bulk_edits
from coprod_desktop.storage.work import Reading


def _in_silence(_done: int, _total: int) -> None:
    pass


class BulkEditService:
    """The verbs that change many entries at once; `progress` is told how many are priced."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def plan(
        self, row_ids: Sequence[int], edit: BulkEdit, progress: Progress = _in_silence
    ) -> BulkPlan:
        """Return what an edit would do; nothing is saved.

        The ids are of contributions, expense claims or participants, as the edit asks. Raises
        NothingTickedError, NotFoundError, DateOutOfRangeError or the errors of a length of time.
        """
        if is_empty(edit):
            raise NothingTickedError()
        with self._desk.reading() as reading:
            return self._planned(reading, row_ids, edit, progress)

    def save(self, shown: BulkPlan, progress: Progress = _in_silence) -> int:
        """Save what was shown as one change, all or none; return how many entries changed.

        Raises ChangedMeanwhileError where it would do something else by now.
        """
        if isinstance(shown.edit, ContributionEdit):
            self._carry_out("edit several contributions", shown, progress)
        elif isinstance(shown.edit, ExpenseEdit):
            self._carry_out("edit several expenses", shown, progress)
        else:
            self._carry_out("edit several participants", shown, progress)
        return len(shown.changes)

    def _carry_out(self, verb: str, shown: BulkPlan, progress: Progress) -> None:
        with self._desk.transaction(verb) as work:
            if bulk_edits.latest_change_id(work) != shown.change_id:
                now = self._planned(work, shown.row_ids, shown.edit, progress)
                if now.records != shown.records:
                    raise ChangedMeanwhileError()
            work.update_all(shown.records)

    def _planned(
        self, reading: Reading, row_ids: Sequence[int], edit: BulkEdit, progress: Progress
    ) -> BulkPlan:
        today, own_id = self._desk.today(), self._desk.operator.participant_id
        ids = tuple(dict.fromkeys(row_ids))
        if isinstance(edit, ContributionEdit):
            return bulk_contributions.planned(
                reading, ids, edit, today=today, own_id=own_id, progress=progress
            )
        if isinstance(edit, ExpenseEdit):
            return bulk_expenses.planned(
                reading, ids, edit, today=today, own_id=own_id, progress=progress
            )
        return bulk_participants.planned(reading, ids, edit, progress)
