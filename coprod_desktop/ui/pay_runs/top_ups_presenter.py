"""Answer what the page asks about top-ups: is anything owed, for what, and a run for it."""

import datetime
from collections.abc import Callable
from typing import Protocol

from coprod_desktop.i18n import _
from coprod_desktop.services.pay_runs import PreparedRun
from coprod_desktop.services.top_ups import Differences
from coprod_desktop.ui.context import Context


class NoticeView(Protocol):
    """The card on the list of pay runs."""

    def show_owed(self, found: Differences) -> None:
        """Show what is owed on top, or nothing."""


class DifferencesView(Protocol):
    """The dialog that lists the differences."""

    def show_differences(self, found: Differences) -> None:
        """List them."""

    def accept_saved(self) -> None:
        """Close, because the run is prepared."""

    def show_problem(self, sentence: str) -> None:
        """Show why there is no run."""


class TopUpsPresenter:
    """Find the differences, and prepare a run for them; `opened(number)` shows the new run."""

    def __init__(self, view: NoticeView, context: Context, opened: Callable[[int], None]) -> None:
        self._view = view
        self._context = context
        self._opened = opened
        self._is_known = False
        # Not with every payment: to find differences the file is priced anew.
        tables = frozenset({"policies", "own_rates", "top_ups"})
        context.changes.subscribe(tables, self._find)

    def refresh(self) -> None:
        """Say whether anything is owed on top, unless that was said since the last rise."""
        if not self._is_known:
            self._find()

    def _find(self) -> None:
        self._is_known = True
        differences = self._context.office.top_ups.differences
        self._context.tasks.run(differences, self._view.show_owed, self._context.fail)

    def look(self, view: DifferencesView) -> None:
        """Show each difference with its reason."""
        differences = self._context.office.top_ups.differences
        self._context.tasks.run(differences, view.show_differences, self._context.fail)

    def prepare(
        self, view: DifferencesView | None = None, pay_on: datetime.date | None = None
    ) -> None:
        """Collect what is owed on top into a run of its own, and open it."""
        prepare = self._context.office.top_ups.prepare

        def done(prepared: PreparedRun) -> None:
            if view is not None:
                view.accept_saved()
            words = _("Pay run {number} is prepared. It pays nothing but the differences.")
            self._context.saved(words.format(number=prepared.run.number))
            self._opened(prepared.run.number)

        def failed(error: Exception) -> None:
            if view is None:
                self._context.fail(error)
            else:
                view.show_problem(self._context.word_error(error))

        self._context.tasks.run(lambda: prepare(pay_on=pay_on), done, failed)
