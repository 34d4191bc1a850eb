"""Answer the session sheet: offer projects and people, price each row, save it all at once."""

import dataclasses
from collections.abc import Sequence
from typing import Protocol

from coprod_desktop.domain.checks import Finding
from coprod_desktop.domain.clock import format_clock
from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.earlier import EarlierValues
from coprod_desktop.domain.errors import DateOutOfRangeError, DomainError, NameMissingError
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.policy import PolicyVersion
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ProjectSummary
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.sessions import SessionEntry
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.limit_notes import LimitNote
from coprod_desktop.ui.session_sheet.draft import DraftRow, Place, first_gap, session_row
from coprod_desktop.ui.session_sheet.fields import Head
from coprod_desktop.ui.session_sheet.foot import Notice
from coprod_desktop.ui.session_sheet.judging import Sums, Verdict, add_up, judge
from coprod_desktop.ui.session_sheet.looking import check_notice, look
from coprod_desktop.ui.session_sheet.names import NameIndex
from coprod_desktop.ui.session_sheet.reading import Answer
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel
from coprod_desktop.ui.session_sheet.wording import (
    kept_words,
    missing_field,
    promise_words,
    saved_words,
    trouble_notice,
    twice_notice,
)
from coprod_desktop.ui.widgets.message_bar import MessageKind


class SessionSheetView(Protocol):
    """What the presenter needs of the page."""

    sheet: SheetModel

    def head(self) -> Head:
        """Return what stands in the fields."""

    def settle(self) -> bool:
        """End the typing that is going on; say whether every field is understood."""

    def show_projects(self, projects: Sequence[Project]) -> None:
        """Offer the projects."""

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """Offer the kinds of work."""

    def show_earlier(self, earlier: EarlierValues) -> None:
        """Complete what was written before."""

    def show_promise(self, words: str) -> None:
        """Say what is promised for time."""

    def show_sums(self, sums: Sums, count: int = 0) -> None:
        """Show what the sheet comes to."""

    def show_budget(self, project: ProjectSummary | None, sums: Sums) -> None:
        """Show what is left of the budget."""

    def show_notice(self, notice: Notice | None) -> None:
        """Show what is to be looked at."""

    def show_limits(self, notes: Sequence[LimitNote]) -> None:
        """Show how close rows bring those who asked to be told."""

    def show_field_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field."""

    def go_to(self, number: int, place: Place) -> None:
        """Put the keyboard on a cell."""

    def set_saving(self, *, is_saving: bool) -> None:
        """Let nothing be saved twice."""

    def start_again(self) -> None:
        """Begin the next session."""


class SessionSheetPresenter:
    """Decide what the sheet offers and says, and save it; the draft stays until it is saved."""

    def __init__(self, view: SessionSheetView, context: Context) -> None:
        self._view = view
        self._context = context
        self._head = view.head()
        self._budget: ProjectSummary | None = None
        self._findings: tuple[Finding, ...] = ()
        self._judging = 0
        subscribe = context.changes.subscribe
        subscribe(frozenset({"participants", "name_aliases"}), self._fetch_people)
        subscribe(frozenset({"projects"}), self._fetch_projects)
        subscribe(frozenset({"policies"}), self._fetch_promise)
        priced_by = {"policies", "engagements", "contributions", "limit_watches", "payments"}
        subscribe(frozenset(priced_by), self._judge)
        spent = {"projects", "contributions", "expense_items", "support_costs"}
        subscribe(frozenset(spent), self._fetch_budget)
        view.sheet.person_wanted.connect(self._add_person)

    def refresh(self) -> None:
        """Fetch what the sheet offers; what is typed stays."""
        self._fetch_projects()
        self._fetch_people()
        self._fetch_promise()
        self._fetch_budget()
        self._fetch_earlier()
        self._judge()

    def unsaved(self) -> str:
        """Name what stands on the sheet and is not saved; empty while nobody does."""
        count = len(self._view.sheet.rows)
        if not count:
            return ""
        words = ngettext(
            "{count} person on the session sheet", "{count} people on the session sheet", count
        )
        return words.format(count=count)

    # --- what the sheet offers -----------------------------------------------------------------

    def _fetch_projects(self) -> None:
        projects = self._context.office.projects.open_projects
        self._context.tasks.run(projects, self._view.show_projects, self._context.fail)

    def _fetch_people(self) -> None:
        office, names = self._context.office, self._view.sheet.set_names

        def work() -> NameIndex:
            return NameIndex(office.participants.everybody(), office.name_aliases.all())

        self._context.tasks.run(work, names, self._context.fail)

    def _fetch_earlier(self) -> None:
        values = self._context.office.earlier.values
        self._context.tasks.run(values, self._view.show_earlier, self._context.fail)

    def _fetch_promise(self) -> None:
        policies, day = self._context.office.policies, self._view.head().held_on

        def work() -> tuple[PolicyVersion, tuple[str, ...]]:
            return policies.in_force(day), policies.kinds_of_work(day)

        def done(found: tuple[PolicyVersion, tuple[str, ...]]) -> None:
            version, kinds = found
            self._view.show_promise(promise_words(version))
            self._view.show_kinds(kinds)

        self._context.tasks.run(work, done, self._context.fail)

    def _fetch_budget(self) -> None:
        project_id = self._view.head().project_id
        summaries = self._context.office.projects.summaries

        def work() -> ProjectSummary | None:
            found = [one for one in summaries() if one.project_id == project_id]
            return found[0] if found else None

        def done(summary: ProjectSummary | None) -> None:
            self._budget = summary
            self._show()

        if project_id is None:
            done(None)
        else:
            self._context.tasks.run(work, done, self._context.fail)

    def _add_person(self, name: str) -> None:
        add, sheet = self._context.office.participants.add, self._view.sheet

        def done(person: Participant) -> None:
            sheet.take_person(name, person)
            self._context.saved(_("{name} was added as a new person.").format(name=person.name))

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            sheet.refuse_person(name, self._context.word_error(error))
            self._show()

        new = Participant(participant_id=0, name=name)
        self._context.tasks.run(lambda: add(new), done, failed)

    # --- what was typed ------------------------------------------------------------------------

    def note_change(self) -> None:
        """Follow what was typed: offer the length of the session, price the rows again."""
        before, self._head = self._head, self._view.head()
        head, sheet = self._head, self._view.sheet
        if head.minutes != before.minutes:
            sheet.offer_minutes(head.minutes)
        if head.kind_of_work != before.kind_of_work:
            sheet.set_kind(head.kind_of_work)
        if head.held_on != before.held_on:
            self._fetch_promise()
        if head.project_id != before.project_id:
            self._fetch_budget()
        self._show()
        self._judge()

    def _judge(self) -> None:
        """Price the rows as they stand; an answer that comes too late is dropped."""
        self._judging += 1
        asked, rows, head = self._judging, self._view.sheet.rows, self._view.head()
        entry = self._entry(head, ())
        office, word_error = self._context.office, self._context.word_error
        if entry is None or not rows:
            self._findings = ()
            self._view.show_limits(())
            return

        def work() -> tuple[list[Verdict], tuple[Finding, ...]] | None:
            if asked != self._judging:
                return None
            verdicts = judge(office, entry, rows, word_error)
            return verdicts, look(office, entry, verdicts)

        def done(told: tuple[list[Verdict], tuple[Finding, ...]] | None) -> None:
            if told is not None and asked == self._judging:
                verdicts, self._findings = told
                self._view.sheet.set_verdicts(rows, verdicts)
                self._show()
                self._view.show_limits(self._view.sheet.limit_notes())

        self._context.tasks.run(work, done, self._context.fail)

    def wait(self, note: LimitNote) -> None:
        """Let the payment of a row wait, as the person wishes; it can be changed in the cell."""
        self._answer(note, Answer(choice=Choice.DEFER))

    def take_part(self, note: LimitNote) -> None:
        """Take the part of a row's offer that stays within the limit."""
        self._answer(note, Answer(choice=Choice.PART, part_pence=note.warning.fits_pence))

    def _answer(self, note: LimitNote, answer: Answer) -> None:
        sheet = self._view.sheet
        if note in sheet.limit_notes():  # somebody may have gone on typing
            sheet.put(note.number, Place.ANSWER, answer)
            self._view.go_to(note.number, Place.ANSWER)

    def _show(self) -> None:
        """Show sums, budget and notice as the sheet stands."""
        sheet = self._view.sheet
        rows = sheet.rows
        sums = add_up(rows, sheet.verdicts())
        self._view.show_sums(sums, len(rows))
        self._view.show_budget(self._budget, sums)
        self._view.show_notice(self._notice())

    def _notice(self) -> Notice | None:
        sheet = self._view.sheet
        for number in range(sheet.rowCount()):
            trouble = sheet.trouble_at(number)
            if trouble is not None:
                return trouble_notice(number, sheet.row_at(number), trouble)
        for number in sheet.twice():
            return twice_notice(number, sheet.row_at(number))
        shown = [sheet.row_at(number) for number in range(sheet.rowCount())]
        return check_notice(self._findings, shown)

    def _entry(self, head: Head, rows: Sequence[DraftRow]) -> SessionEntry | None:
        """Return the sheet as it is saved; None while the day is missing."""
        if head.held_on is None:
            return None
        return SessionEntry(
            project_id=head.project_id or 0,
            title=head.title.strip() or head.kind_of_work,
            held_on=head.held_on,
            starts_at="" if head.starts is None else format_clock(head.starts),
            ends_at="" if head.ends is None else format_clock(head.ends),
            kind_of_work=head.kind_of_work,
            place=head.place,
            rows=tuple(session_row(row, head.kind_of_work) for row in rows),
        )

    # --- saving --------------------------------------------------------------------------------

    def save(self) -> None:
        """Save everything at once, or go to the first thing that is in the way."""
        self._save(is_draft=False)

    def keep(self) -> None:
        """Save everything as a draft; what is in the way of saving is in the way of that too."""
        self._save(is_draft=True)

    def _save(self, *, is_draft: bool) -> None:
        if not self._view.settle():
            return
        head, rows = self._view.head(), self._view.sheet.rows
        missing = missing_field(head)
        if missing is not None:
            self._view.show_field_error(*missing)
        elif not rows:
            self._context.say(MessageKind.WARN, _("Nobody is on the sheet yet. Type a name."), ())
            self._view.go_to(0, Place.NAME)
        elif any(first_gap(row) is not None for row in rows):
            self._go_to_trouble()
        else:
            entry = self._entry(head, rows)
            if entry is not None:
                self._log(dataclasses.replace(entry, is_draft=is_draft), head, rows)

    def _log(self, entry: SessionEntry, head: Head, rows: tuple[DraftRow, ...]) -> None:
        office, word_error = self._context.office, self._context.word_error
        self._view.set_saving(is_saving=True)

        def work() -> list[Verdict]:
            verdicts = judge(office, entry, rows, word_error)
            if not any(verdict.sentence for verdict in verdicts):
                office.sessions.log(entry, is_sheet=True)
            return verdicts

        def done(verdicts: list[Verdict]) -> None:
            self._view.set_saving(is_saving=False)
            if any(verdict.sentence for verdict in verdicts):
                self._view.sheet.set_verdicts(rows, verdicts)
                self._go_to_trouble()
            else:
                self._finish(entry, head, rows)

        def failed(error: Exception) -> None:
            self._view.set_saving(is_saving=False)
            self._refuse(error)

        self._context.tasks.run(work, done, failed)

    def _finish(self, entry: SessionEntry, head: Head, rows: tuple[DraftRow, ...]) -> None:
        self._view.sheet.drop_saved(rows)
        self._fetch_earlier()
        if self._view.head() == head:  # else somebody began the next one already
            self._view.start_again()
        day, today = entry.held_on, self._context.today()
        say = kept_words if entry.is_draft else saved_words
        self._context.saved(say(len(rows), entry.title, day, today))

    def _refuse(self, error: Exception) -> None:
        keys: dict[type, str] = {DateOutOfRangeError: "day", NameMissingError: "title"}
        key = keys.get(type(error))
        if key is None:
            self._context.fail(error)
        else:
            self._view.show_field_error(key, self._context.word_error(error))

    def _go_to_trouble(self) -> None:
        """Put the keyboard on the first cell that is in the way, and say why it is."""
        sheet = self._view.sheet
        found = sheet.first_trouble()
        if found is None:
            return
        number, trouble = found
        self._view.go_to(number, trouble.place)
        self._show()
        self._view.show_notice(trouble_notice(number, sheet.row_at(number), trouble))
