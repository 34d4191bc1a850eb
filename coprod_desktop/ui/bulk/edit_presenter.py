"""Answer the dialog that changes many entries: look, save, stop."""

from collections.abc import Sequence
from typing import Protocol

from coprod_desktop.domain.bulk_edits import EXPENSES, BulkEdit, BulkPlan, subject_of
from coprod_desktop.domain.bulk_errors import ChangedMeanwhileError
from coprod_desktop.domain.errors import (
    DateOutOfRangeError,
    DayTooLongError,
    DomainError,
    DurationNotPositiveError,
)
from coprod_desktop.i18n import ngettext
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.tasks import Cancel, Cancelled


class BulkEditView(Protocol):
    """What the presenter needs of the dialog."""

    def show_plan(self, plan: BulkPlan) -> None:
        """Show what would change."""

    def show_steps(self, done: int, total: int) -> None:
        """Tell how many entries are priced."""

    def accept_saved(self) -> None:
        """Close, because all is saved."""

    def show_problem(self, sentence: str) -> None:
        """Show what is in the way."""

    def show_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field."""

    def rest(self) -> None:
        """Let the person go on."""


class BulkEditPresenter:
    """Look at and save one edit of the rows with these ids."""

    def __init__(self, view: BulkEditView, context: Context, row_ids: Sequence[int]) -> None:
        self._view = view
        self._context = context
        self._row_ids = tuple(row_ids)
        self._cancel: Cancel | None = None

    def look(self, edit: BulkEdit) -> None:
        """Show what an edit would change."""
        service, ids = self._context.office.bulk_edits, self._row_ids
        self._cancel = self._context.tasks.run_with_progress(
            lambda progress: service.plan(ids, edit, progress),
            self._view.show_steps,
            self._view.show_plan,
            lambda error: self._fail(error, subject_of(edit)),
        )

    def save(self, plan: BulkPlan) -> None:
        """Save what was shown."""
        service = self._context.office.bulk_edits

        def done(count: int) -> None:
            self._view.accept_saved()
            words = ngettext(
                "{count:,} entry changed in one go.", "{count:,} entries changed in one go.", count
            )
            self._context.saved(words.format(count=count))

        def failed(error: Exception) -> None:
            self._fail(error, subject_of(plan.edit))
            if isinstance(error, ChangedMeanwhileError):
                self.look(plan.edit)

        self._cancel = self._context.tasks.run_with_progress(
            lambda progress: service.save(plan, progress), self._view.show_steps, done, failed
        )

    def stop(self) -> None:
        """Stop what is under way; nothing is saved then."""
        if self._cancel is not None:
            self._cancel()

    def _fail(self, error: Exception, subject: str) -> None:
        if isinstance(error, Cancelled):
            self._view.rest()
            return
        if not isinstance(error, DomainError):
            raise error
        words = self._context.word_error(error)
        if isinstance(error, DateOutOfRangeError):
            self._view.show_error("spent_on" if subject == EXPENSES else "worked_on", words)
        elif isinstance(error, DurationNotPositiveError | DayTooLongError):
            self._view.show_error("minutes", words)
        else:
            self._view.show_problem(words)
