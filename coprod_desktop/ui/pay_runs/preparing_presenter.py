"""Answer the form that prepares a pay run: who would be paid, and who held."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from coprod_desktop.domain.errors import NothingToPayError
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.services.office import Office
from coprod_desktop.services.pay_runs import PreparedRun, pay_day
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.limit_notes import LimitNote
from coprod_desktop.ui.pay_runs.prepare_words import Outlook, moved_words
from coprod_desktop.ui.pay_runs.run_loading import limit_notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the form asks for: days as far as they are typed, and projects, none meaning all."""

    up_to_on: datetime.date | None
    pay_on: datetime.date | None
    project_ids: tuple[int, ...] = ()
    is_empty: bool = False
    """Whether some projects were to be ticked and none is yet."""


class OutlookView(FormView, Protocol):
    """The form that prepares a run."""

    def show_projects(self, projects: Sequence[Project]) -> None:
        """Offer these projects."""

    def show_outlook(self, outlook: Outlook) -> None:
        """Show who would be paid and who would be held."""

    def show_limits(self, notes: Sequence[LimitNote]) -> None:
        """Show whom the run brings close to a limit that they asked to be told of."""


class PreparingPresenter:
    """Look ahead, and prepare a run; `opened(number)` shows the new run."""

    def __init__(self, context: Context, opened: Callable[[int], None]) -> None:
        self._context = context
        self._opened = opened
        self._latest = 0

    def begin(self, view: OutlookView, asked: Asked) -> None:
        """Offer the projects, and look ahead."""
        office, today = self._context.office, self._context.today()
        day = asked.up_to_on or today
        self._context.tasks.run(
            lambda: _projects(office, day), view.show_projects, self._context.fail
        )
        self.look(view, asked)

    def look(self, view: OutlookView, asked: Asked) -> None:
        """Say who would be paid up to a day, and close to which limits; nothing is saved."""
        up_to_on = asked.up_to_on
        if up_to_on is None:
            return
        self._latest += 1
        office, latest, today = self._context.office, self._latest, self._context.today()

        def work() -> tuple[Outlook, tuple[LimitNote, ...]] | None:
            if latest != self._latest:  # somebody typed on: this day is not wanted any more
                return None
            return _outlook(office, asked, up_to_on, today)

        def done(found: tuple[Outlook, tuple[LimitNote, ...]] | None) -> None:
            if found is not None and latest == self._latest:
                view.show_outlook(found[0])
                view.show_limits(found[1])

        self._context.tasks.run(work, done, self._context.fail)

    def wait(self, view: OutlookView, note: LimitNote, asked: Asked) -> None:
        """Let the money of one person wait for a later run, and look again."""
        up_to_on = asked.up_to_on
        if up_to_on is None:
            return
        wait, participant_id = self._context.office.limits.wait, note.warning.participant_id

        def done(_count: int) -> None:
            words = _("The money of {name} waits. Change the answer when it is to be paid.")
            self._context.saved(words.format(name=note.name))
            self.look(view, asked)

        self._context.tasks.run(lambda: wait(participant_id, up_to_on), done, self._context.fail)

    def prepare(self, view: FormView, asked: Asked) -> None:
        """Collect what is approved into a new run, and open it."""
        up_to_on = asked.up_to_on
        if up_to_on is None:
            view.show_error("up_to", _("Write the day first."))
            return
        if asked.is_empty:
            view.show_error("projects", _("Tick a project first, or choose all of them."))
            return
        service, today = self._context.office.pay_runs, self._context.today()

        def done(prepared: PreparedRun) -> None:
            view.accept_saved()
            words = _("Pay run {number} is prepared.").format(number=prepared.run.number)
            moved = moved_words(asked.pay_on or today, prepared.run.pay_on)
            self._context.saved(f"{words} {moved}".strip())
            self._opened(prepared.run.number)

        def failed(error: Exception) -> None:
            words = self._context.word_error(error)
            if isinstance(error, NothingToPayError):
                view.show_error("up_to", words)
            else:
                view.show_problem(words)

        self._context.tasks.run(
            lambda: service.prepare(up_to_on, asked.pay_on, project_ids=asked.project_ids),
            done,
            failed,
        )


def _outlook(
    office: Office, asked: Asked, up_to_on: datetime.date, today: datetime.date
) -> tuple[Outlook, tuple[LimitNote, ...]]:
    asked_on = asked.pay_on or today
    if asked.is_empty:
        return Outlook(due=(), held=(), asked_on=asked_on, pay_on=asked_on, is_empty=True), ()
    due, held = office.pay_runs.to_pay(up_to_on, asked_on, asked.project_ids)
    outlook = Outlook(due=due, held=held, asked_on=asked_on, pay_on=pay_day(asked_on, due))
    told = limit_notes(office.limits.warnings_before_run(up_to_on, outlook.pay_on))
    paid = {one.participant.participant_id for one in due}
    return outlook, tuple(note for note in told if note.warning.participant_id in paid)


def _projects(office: Office, up_to_on: datetime.date) -> tuple[Project, ...]:
    """Return the open projects, and closed ones of which something is still to be paid."""
    due, _held = office.pay_runs.to_pay(up_to_on)
    owed = {piece.project_id for one in due for piece in one.work}
    owed |= {claim.project_id for one in due for claim, _pence in one.claims}
    found = {one.project_id: one for one in office.projects.open_projects()}
    for project_id in owed - found.keys():
        found[project_id] = office.projects.get(project_id)
    return tuple(sorted(found.values(), key=lambda one: fold(one.name)))
