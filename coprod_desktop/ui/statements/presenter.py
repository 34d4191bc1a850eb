"""Answer the statements page: list, preview, make, save and print statements."""

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from coprod_desktop.domain.errors import DomainError, check_period
from coprod_desktop.domain.participants import Edition
from coprod_desktop.domain.summaries import StatementSummary
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.statements import Wishes
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.papers.handing_out import open_path
from coprod_desktop.ui.papers.periods import usual_periods
from coprod_desktop.ui.papers.shown_paper import Form, ShownPaper
from coprod_desktop.ui.statements.columns import needs_making
from coprod_desktop.ui.statements.making_order import AS_USUAL, MakingOrder
from coprod_desktop.ui.tasks import Cancel, Cancelled, Progress
from coprod_desktop.ui.widgets.message_bar import MessageKind

if TYPE_CHECKING:  # only the thread that makes papers needs it
    from coprod_desktop.services.statements import Issued

_TABLES = frozenset(
    {
        "statements",
        "contributions",
        "expense_claims",
        "expense_items",
        "pay_runs",
        "payments",
        "participants",
        "organisations",
        "projects",
        "outputs",
        "credits",
        "paper_styles",
        "wordings",
    }
)


class StatementsView(Protocol):
    """What the presenter needs of the page."""

    @property
    def is_on_show(self) -> bool:
        """Say whether somebody looks at the page now."""

    def show_rows(self, rows: Sequence[StatementSummary], *, is_filtered: bool) -> None:
        """Show these statements."""

    def show_counts(self, all_of_them: int, new: int, old: int) -> None:
        """Show how many statements there are of each kind."""

    def show_ticks(self, ticks: frozenset[int], shown: int) -> None:
        """Show whose statements would be made."""

    def show_period(self, from_on: datetime.date, to_on: datetime.date) -> None:
        """Show which days the statements are for."""

    def show_paper(self, paper: ShownPaper) -> None:
        """Show somebody's paper."""

    def show_no_paper(self, sentence: str, hint: str = "", name: str = "") -> None:
        """Show no paper, and say why."""

    def show_progress(self, done: int, total: int) -> None:
        """Show how many statements are made so far."""

    def show_made(self) -> None:
        """Take the progress away."""


class StatementsPresenter:
    """Decide what the statements page shows, and make the papers."""

    def __init__(self, view: StatementsView, context: Context) -> None:
        self._view, self._context = view, context
        self._service = context.office.statements
        quarter = usual_periods(context.today())[0]
        self.from_on, self.to_on = quarter.from_on, quarter.to_on
        self._all: tuple[StatementSummary, ...] = ()
        self._filter = "all"
        self._flipped: set[int] = set()  # whose tick somebody changed
        self._wanted: StatementSummary | None = None
        self._form: Form | None = None  # another one than the person asked for
        self._cancel = Cancel()
        self._is_making = False
        view.show_period(self.from_on, self.to_on)
        context.changes.subscribe(_TABLES, self._reload)

    # --- the list --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """List everybody with work or expenses on these days."""
        from_on, to_on = self.from_on, self.to_on

        def done(rows: tuple[StatementSummary, ...]) -> None:
            if (from_on, to_on) == (self.from_on, self.to_on):  # somebody moved on meanwhile
                self._all = rows
                self._show()

        self._context.tasks.run(
            lambda: self._service.list(from_on, to_on), done, self._context.fail
        )

    def choose_period(self, view: FormView, from_on: datetime.date, to_on: datetime.date) -> None:
        """Show the statements of other days."""
        try:
            check_period(from_on, to_on)
        except DomainError as error:
            view.show_error("last", self._context.word_error(error))
            return
        view.accept_saved()
        self.from_on, self.to_on = from_on, to_on
        self._flipped.clear()
        self._view.show_period(from_on, to_on)
        self.refresh()

    def filter(self, key: str) -> None:
        """Show all statements, or those not yet made, or those out of date."""
        self._filter = key
        self._show()

    def tick(self, row: StatementSummary) -> None:
        """Make somebody's statement too, or leave it out."""
        self._flipped ^= {row.participant_id}
        self._show_ticks()

    def tick_all(self) -> None:
        """Tick everybody shown; nobody, where somebody is ticked."""
        shown, ticks = self._shown_rows(), self._ticks()
        for row in shown:
            if (row.participant_id in ticks) == bool(ticks):
                self._flipped ^= {row.participant_id}
        self._show_ticks()

    def _reload(self) -> None:
        if self._view.is_on_show:  # else the window refreshes it when it is shown again
            self.refresh()

    def _show(self) -> None:
        rows = self._shown_rows()
        new = sum(row.statement_id is None for row in self._all)
        old = sum(row.is_out_of_date for row in self._all)
        self._view.show_counts(len(self._all), new, old)
        self._view.show_rows(rows, is_filtered=self._filter != "all" and bool(self._all))
        self._show_ticks()

    def _shown_rows(self) -> tuple[StatementSummary, ...]:
        if self._filter == "new":
            return tuple(row for row in self._all if row.statement_id is None)
        if self._filter == "old":
            return tuple(row for row in self._all if row.is_out_of_date)
        return self._all

    def _ticks(self) -> frozenset[int]:
        return frozenset(
            row.participant_id
            for row in self._shown_rows()
            if needs_making(row) != (row.participant_id in self._flipped)
        )

    def _show_ticks(self) -> None:
        self._view.show_ticks(self._ticks(), len(self._shown_rows()))

    # --- the paper -------------------------------------------------------------------------------

    def show(self, row: StatementSummary | None) -> None:
        """Show somebody's paper: the one that was made, or how a new one looks."""
        before = self._wanted.participant_id if self._wanted is not None else None
        if row is None or row.participant_id != before:
            self._form = None
        self._wanted = row
        if row is None:
            self._view.show_no_paper(_("Choose somebody in the list."))
        else:
            self._fetch(row)

    def show_form(self, edition: Edition, language: str) -> None:
        """Show the paper in another edition or language than the person asked for."""
        self._form = (edition, language)
        if self._wanted is not None:
            self._fetch(self._wanted)

    @property
    def wanted(self) -> StatementSummary | None:
        """The row of the person whose paper is on show."""
        return self._wanted

    def _fetch(self, row: StatementSummary) -> None:
        form = self._form or (row.edition, row.language)

        def is_wanted() -> bool:
            return self._wanted is row and form == (self._form or (row.edition, row.language))

        def work() -> ShownPaper | None:
            return self._paper(row, form) if is_wanted() else None

        def done(paper: ShownPaper | None) -> None:
            if paper is not None and is_wanted():
                self._view.show_paper(paper)

        self._context.tasks.run(work, done, partial(self._say_no_paper, row))

    def _paper(self, row: StatementSummary, form: Form) -> ShownPaper:
        """Return the paper of a row as it was made, or as a new one looks; for the other thread."""
        edition, language = form
        known = row.statement_id if not row.is_out_of_date else None
        if known is not None:
            make = partial(self._service.in_another_form, known, edition, language)
            return self._shown(row, form, make(), in_form=make)
        wishes = Wishes(edition=edition, language=language)
        period = (self.from_on, self.to_on)
        pdf = self._service.preview(row.participant_id, *period, wishes)
        if row.statement_id is None:
            return self._shown(row, form, pdf)
        shelf = self._context.office.paper_shelf
        return self._shown(row, form, pdf, news=shelf.what_changed(row.participant_id, *period))

    def _shown(
        self,
        row: StatementSummary,
        form: Form,
        pdf: bytes,
        *,
        in_form: Callable[[str], bytes] | None = None,
        news: tuple[str, ...] = (),
    ) -> ShownPaper:
        return ShownPaper(
            participant_id=row.participant_id,
            name=row.participant,
            number=row.number,
            title=row.participant,
            state=_state(row),
            pdf=pdf,
            form=form,
            asked=(row.edition, row.language),
            in_form=in_form,
            news=news,
        )

    def _say_no_paper(self, row: StatementSummary, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        if self._wanted is row:
            words = self._context.word_error(error)
            self._view.show_no_paper(_("This paper cannot be shown."), words, row.participant)

    # --- making them -----------------------------------------------------------------------------

    @property
    def ticked(self) -> tuple[StatementSummary, ...]:
        """Those whose statements would be made."""
        ticks = self._ticks()
        return tuple(row for row in self._shown_rows() if row.participant_id in ticks)

    def make(self, folder: Path, order: MakingOrder = AS_USUAL) -> None:
        """Make the statements that are ticked, and put them into a folder."""
        if self._is_making:
            return
        self._is_making = True
        from_on, to_on, ids = self.from_on, self.to_on, sorted(self._ticks())

        def work(progress: Progress) -> "tuple[Issued, ...]":
            return self._service.issue(
                from_on,
                to_on,
                participant_ids=ids,
                wishes=order.wishes,
                out=folder,
                is_one_file=order.is_one_file,
                password=order.password,
                progressed=progress,
            )

        self._view.show_progress(0, len(ids))
        self._cancel = self._context.tasks.run_with_progress(
            work, self._tell_progress, partial(self._made, folder), self._not_made
        )

    def stop(self) -> None:
        """Stop making statements; then none of them is made."""
        self._cancel()

    def _tell_progress(self, done: int, total: int) -> None:
        if self._is_making:
            self._view.show_progress(done, total)

    def _made(self, folder: Path, issued: "Sequence[Issued]") -> None:
        self._end()
        words = ngettext("{count} statement is made.", "{count} statements are made.", len(issued))
        where = _("They are in the folder {folder}.").format(folder=folder.name or str(folder))
        self._say_saved(f"{words.format(count=len(issued))} {where}", folder)

    def _not_made(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            words = _("Stopped. No statement was made, and nothing was numbered.")
            self._context.say(MessageKind.INFO, words, ())
        else:
            self._context.fail(error)

    def _end(self) -> None:
        self._is_making = False
        self._flipped.clear()
        self._view.show_made()
        self.refresh()

    def _say_saved(self, words: str, folder: Path) -> None:
        action = (_("Open the folder"), partial(open_path, folder))
        self._context.say(MessageKind.GOOD, words, (action,))


def _state(row: StatementSummary) -> str:
    if row.statement_id is None:
        return _("Not made yet. It looks like this.")
    if not row.is_out_of_date:
        return _("Statement {number}, as it was made.").format(number=row.number)
    words = _("{number} is out of date. A new one looks like this.")
    return words.format(number=row.number)
