"""Make the report that is chosen, and hand it out."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.pivots import Pivot
from coprod_desktop.domain.reports import Report
from coprod_desktop.i18n import _
from coprod_desktop.services.pivots import pivot_title
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.papers.handing_out import open_path
from coprod_desktop.ui.reports.wishes import View, Wish
from coprod_desktop.ui.widgets.message_bar import MessageKind

_TABLES = frozenset(
    {"contributions", "expense_claims", "expense_items", "participants", "projects"}
) | {"support_costs", "outputs", "credits", "top_ups", "pay_runs", "payments"}


class ReportsView(Protocol):
    """What the presenter needs of the page."""

    def wish(self) -> Wish | None:
        """Return what is chosen; None while something is missing."""

    def is_shown(self) -> bool:
        """Say whether somebody can see the page."""

    def set_funds(self, funds: Sequence[str]) -> None:
        """Offer these funds."""

    def show_pivot(self, pivot: Pivot, title: str) -> None:
        """Show a cross-table."""

    def show_report(self, report: Report) -> None:
        """Show a report."""

    def show_problem(self, sentence: str) -> None:
        """Say why there is no report."""


class ReportsPresenter:
    """Decide what the screen of reports shows; `made` is what stands there, if anything."""

    def __init__(self, view: ReportsView, context: Context) -> None:
        self._view, self._context = view, context
        self._asked = 0
        self.made: Pivot | Report | None = None
        context.changes.subscribe(_TABLES, self._follow)

    def refresh(self) -> None:
        """Make the report anew, and offer the funds that there are."""
        self._context.tasks.run(
            self._context.office.reports.funders, self._view.set_funds, self._context.fail
        )
        self.make()

    def make(self) -> None:
        """Make what is chosen."""
        wish = self._view.wish()
        if wish is None:
            return
        self._asked += 1
        asked = self._asked

        def done(made: Pivot | Report) -> None:
            if asked != self._asked:  # somebody chose on meanwhile
                return
            self.made = made
            if isinstance(made, Pivot):
                self._view.show_pivot(made, pivot_title(made))
            else:
                self._view.show_report(made)

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            if asked == self._asked:
                self.made = None
                self._view.show_problem(self._context.word_error(error))

        self._context.tasks.run(self._work(wish), done, failed)

    def title(self) -> str:
        """Return what the report on show is called."""
        made = self.made
        if made is None:
            return ""
        return pivot_title(made) if isinstance(made, Pivot) else made.title

    def write(self, path: Path) -> None:
        """Write what is on show as a workbook."""
        made, office = self.made, self._context.office
        if made is None:
            return

        def work() -> None:
            if isinstance(made, Pivot):
                office.list_exports.write_pivot(made, path)
            else:
                office.reports.write(made, path)

        self._context.preferences.files_folder = path.parent
        self._context.tasks.run(work, lambda _none: self.say_written(path), self._context.fail)

    def pages(self) -> Callable[[], bytes] | None:
        """Return what sets the report on show as a PDF; call it on the database thread."""
        made, exports = self.made, self._context.office.list_exports
        if made is None:
            return None
        if isinstance(made, Pivot):
            return partial(exports.pivot_paper, made)
        return partial(exports.report_paper, made)

    def say_written(self, path: Path) -> None:
        """Say where a file is."""
        words = _("{name} is written. It is not encrypted.").format(name=path.name)
        actions = (
            (_("Open it"), partial(open_path, path)),
            (_("Show in folder"), partial(open_path, path.parent)),
        )
        self._context.say(MessageKind.GOOD, words, actions)

    def _work(self, wish: Wish) -> Callable[[], Pivot | Report]:
        office, from_on, to_on = self._context.office, wish.from_on, wish.to_on
        if wish.view is View.PIVOT or from_on is None or to_on is None:
            return lambda: office.pivots.make(
                wish.rows_by, wish.columns_by, wish.figure, from_on, to_on
            )
        makers: dict[View, Callable[[], Report]] = {
            View.MONTH: lambda: office.reports.month(to_on),
            View.FUNDER: lambda: office.reports.funder(wish.fund, from_on, to_on, wish.match),
            View.VOLUNTEERS: lambda: office.reports.volunteers(from_on, to_on),
            View.CONTRIBUTORS: lambda: office.reports.contributors(from_on, to_on, wish.fund),
        }
        return makers[wish.view]

    def _follow(self) -> None:
        if self._view.is_shown():
            self.make()
