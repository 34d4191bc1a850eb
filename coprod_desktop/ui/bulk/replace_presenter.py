"""Answer the dialog that replaces words: look for them, and replace what is ticked."""

from collections.abc import Collection, Sequence
from typing import Protocol

from coprod_desktop.domain.bulk_errors import ChangedMeanwhileError
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.replacing import Replacement, ReplacePlan
from coprod_desktop.i18n import ngettext
from coprod_desktop.ui.context import Context


class ReplaceView(Protocol):
    """What the presenter needs of the dialog."""

    def show_plan(self, plan: ReplacePlan) -> None:
        """Show what was found."""

    def accept_saved(self) -> None:
        """Close, because all is saved."""

    def show_problem(self, sentence: str) -> None:
        """Show what is in the way."""

    def search(self) -> None:
        """Look once more."""


class ReplacePresenter:
    """Look for words in the rows with these ids, and replace them."""

    def __init__(
        self, view: ReplaceView, context: Context, subject: str, row_ids: Sequence[int]
    ) -> None:
        self._view = view
        self._context = context
        self._subject = subject
        self._row_ids = tuple(row_ids)
        self._wanted: Replacement | None = None

    def search(self, wanted: Replacement) -> None:
        """Show where the words stand."""
        self._wanted = wanted
        plan, subject, ids = self._context.office.replacing.plan, self._subject, self._row_ids

        def work() -> ReplacePlan | None:
            # Somebody typed on: this is not wanted any more.
            return plan(subject, ids, wanted) if wanted is self._wanted else None

        def done(found: ReplacePlan | None) -> None:
            if found is not None:
                self._view.show_plan(found)

        self._context.tasks.run(work, done, self._fail)

    def replace(self, plan: ReplacePlan, chosen: Collection[tuple[int, str]]) -> None:
        """Replace the words in the chosen hits."""
        replace = self._context.office.replacing.replace

        def done(count: int) -> None:
            self._view.accept_saved()
            words = ngettext("Replaced in {count:,} place.", "Replaced in {count:,} places.", count)
            self._context.saved(words.format(count=count))

        def failed(error: Exception) -> None:
            self._fail(error)
            if isinstance(error, ChangedMeanwhileError):
                self._view.search()

        self._context.tasks.run(lambda: replace(plan, chosen), done, failed)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        self._view.show_problem(self._context.word_error(error))
