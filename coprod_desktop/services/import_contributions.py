"""Work out what a sheet of time would add to the file: who, for what project, at what rate."""

import dataclasses
from collections.abc import Callable, Container, Sequence
from typing import Any

from coprod_desktop.domain.contributions import Contribution, Pay, WorkState, open_state
from coprod_desktop.domain.errors import DayTooLongError, DomainError
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.time import MINUTES_IN_DAY, format_hours
from coprod_desktop.i18n import _
from coprod_desktop.services.import_changes import (
    EarlierRows,
    held_words,
    may_be_edited,
    traits_of_work,
    work_changes,
    work_traits,
)
from coprod_desktop.services.import_drafts import ImportDraft, Progress
from coprod_desktop.services.import_matching import (
    AmbiguousPersonError,
    LeftOutError,
    People,
    Projects,
    name_people,
)
from coprod_desktop.services.import_prices import SheetPrices, Terms, pay_of, terms_of_sheet
from coprod_desktop.services.import_results import (
    ROWS_A_STEP,
    ImportPlan,
    RefusedRow,
    RowChange,
    no_progress,
    refuse_formulas,
    stamp,
    two_of_a_name,
)
from coprod_desktop.services.price_again import priced_again
from coprod_desktop.services.sentences import sentence
from coprod_desktop.spreadsheets.choices import CAPACITIES, choose
from coprod_desktop.spreadsheets.contributions import ContributionEntry, ReadContributions
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.storage import contributions, imported, top_ups, whole_tables
from coprod_desktop.storage.work import Reading

_MANY = 5000
SAID = (
    "participant_id", "project_id", "worked_on", "minutes", "kind_of_work",
    "capacity", "what", "skills", "pay", "note", "import_key", "rate_pence", "offered_pence",
    "because", "agreed_pence", "value_pence", "is_paid",
)  # fmt: skip
_FIXED = (WorkState.APPROVED, WorkState.IN_PAY_RUN, WorkState.PAID)


@dataclasses.dataclass(slots=True, kw_only=True)
class ContributionPlan(ImportPlan):
    """What a sheet of time would add; `rows` are pieces of work, told by what is `SAID`."""

    rows: list[tuple[Any, ...]] = dataclasses.field(default_factory=list)

    @property
    def added(self) -> int:
        """How many pieces of work come in."""
        return len(self.rows)


def plan_contributions(
    reading: Reading,
    reads: Sequence[ReadContributions],
    draft: ImportDraft,
    fallback: str,
    new_id: Callable[[], int],
    progress: Progress = no_progress,
) -> ContributionPlan:
    """Match and price every row; a row that breaks a rule of the file becomes a problem.

    `fallback` names the project of work for which the sheet names none.
    """
    planner = _Planner(reading, reads, draft, fallback, new_id)
    total = sum(len(read.entries) for read in reads)
    done = 0
    for read in reads:
        planner.begin(read)
        for entry in read.entries:
            if done % ROWS_A_STEP == 0:
                progress(done, total)
            done += 1
            planner.take(entry)
        stamp(planner.plan, read)
    name_people(planner.plan, planner.people, reads, asks=draft.asks)
    return planner.plan


class _Planner:
    def __init__(
        self,
        reading: Reading,
        reads: Sequence[ReadContributions],
        draft: ImportDraft,
        fallback: str,
        new_id: Callable[[], int],
    ) -> None:
        self._reading = reading
        self._draft = draft
        self._people = People(reading, new_id, draft.people)
        self._projects = Projects(reading, new_id, fallback, draft.no_projects)
        self._prices = SheetPrices(reading)
        keys = [entry.key for read in reads for entry in read.entries]
        self._known = _known_keys(reading, keys)
        self._earlier = _earlier(reading, reads, keys, self._known)
        self._is_same_sheet = any(key in self._known for key in keys)
        self._minutes = contributions.minutes_by_day(reading)
        self._strange: set[str] = set()
        self._read: ReadContributions = reads[0]
        self.people = self._people
        self.plan = ContributionPlan(participants=self._people.added, projects=self._projects.added)

    def begin(self, read: ReadContributions) -> None:
        """Begin with the rows of a sheet."""
        self._read = read
        self.plan.problems += [one for one in read.problems if not one.is_note]
        self.plan.notes += [one for one in read.problems if one.is_note]

    def take(self, entry: ContributionEntry) -> None:
        """Work out one row."""
        if entry.key in self._known:
            self.plan.already_there += 1
        else:
            try:
                self._take_new(entry)
            except RefusedRow as refused:
                self.plan.problems.append(refused.problem(entry.row))
                return
            except LeftOutError:
                self.plan.left_out_by_choice += 1
                return
        self.plan.minutes_total += entry.minutes
        self.plan.pence_total += entry.amount_pence or 0

    def _take_new(self, entry: ContributionEntry) -> None:
        _refuse_formulas(entry)
        amount_pence = entry.amount_pence
        pay = pay_of(entry.is_paid, amount_pence)
        if amount_pence and pay is Pay.UNPAID:
            raise RefusedRow(_("Amount"), format_pounds(amount_pence), _both_ways())
        capacity = self._capacity(entry) if entry.capacity else None
        try:
            person = self._people.find(entry.name, entry.email, capacity)
        except AmbiguousPersonError:
            raise RefusedRow(_("Name"), entry.name, two_of_a_name()) from None
        project_id = self._projects.find(entry.project).project_id
        if self._earlier is not None:
            traits = traits_of_work(project_id, entry.minutes, entry.what or entry.kind_of_work)
            before = self._earlier.take((person.participant_id, entry.worked_on), traits)
            if before is not None and self._changed(entry, before, project_id, pay):
                return
        self._add_to_day(entry, person.participant_id, entry.minutes)
        terms = self._terms(entry, person, project_id, pay)
        self.plan.rows.append(self._row(entry, person, project_id, pay, capacity, terms))

    def _changed(
        self, entry: ContributionEntry, before: Contribution, project_id: int, pay: Pay
    ) -> bool:
        """Note a row that was edited since it came in; False where it is another piece of work."""
        after = self._after(entry, before, project_id, pay)
        fields = work_changes(before, after, self._project_name)
        if before.contribution_id in self._draft.as_new or (not fields and not self._is_same_sheet):
            return False
        if not fields:
            self.plan.already_there += 1
            return True
        is_topped_up = bool(top_ups.live(self._reading, [before.contribution_id]))
        held = held_words(before.state, is_topped_up=is_topped_up)
        is_taken = not held and self._draft.takes(before.contribution_id)
        if not is_taken and not held and not self._is_same_sheet and not self._draft.asks:
            return False
        if is_taken:
            self._add_to_day(entry, before.participant_id, after.minutes - before.minutes)
            self.plan.changed_records.append(after)
        self.plan.changes.append(
            RowChange(
                record_id=before.contribution_id, row=entry.row, sheet=self._read.sheet,
                name=entry.name, day=entry.worked_on, fields=fields, held=held,
                is_sure=self._is_same_sheet, is_taken=is_taken,
            )
        )  # fmt: skip
        return True

    def _after(
        self, entry: ContributionEntry, before: Contribution, project_id: int, pay: Pay
    ) -> Contribution:
        """Return a record with what its row says now; what the sheet does not say stays."""
        says_pay = entry.is_paid is not None or entry.amount_pence is not None
        says_kind = "kind" in self._read.places
        fresh = dataclasses.replace(
            before,
            project_id=project_id if entry.project else before.project_id,
            minutes=entry.minutes,
            what=entry.what or before.what,
            kind_of_work=entry.kind_of_work if says_kind else before.kind_of_work,
            pay=pay if says_pay else before.pay,
            skills=entry.skills or before.skills,
            note=entry.note or before.note,
            import_key=entry.key,
        )
        if before.state in _FIXED:
            return fresh
        fresh = dataclasses.replace(fresh, state=open_state(before.state))
        try:
            if entry.amount_pence:
                return _with_terms(fresh, terms_of_sheet(entry.minutes, entry.amount_pence))
            return priced_again(self._reading, before, fresh)
        except DomainError as error:
            raise RefusedRow(_("Time"), format_hours(entry.minutes), sentence(error)) from error

    def _project_name(self, project_id: int) -> str:
        added = {one.project_id: one.name for one in self._projects.added}
        return added.get(project_id) or self._reading.get(Project, project_id).name

    def _row(
        self,
        entry: ContributionEntry,
        person: Participant,
        project_id: int,
        pay: Pay,
        capacity: Capacity | None,
        terms: Terms,
    ) -> tuple[Any, ...]:
        return (
            person.participant_id, project_id, entry.worked_on, entry.minutes,
            entry.kind_of_work, capacity or person.capacity, entry.what or entry.kind_of_work,
            entry.skills, pay, entry.note, entry.key, terms.rate_pence, terms.offered_pence,
            terms.because, terms.offered_pence, terms.value_pence, terms.offered_pence > 0,
        )  # fmt: skip

    def _terms(
        self, entry: ContributionEntry, person: Participant, project_id: int, pay: Pay
    ) -> Terms:
        if entry.amount_pence:
            return terms_of_sheet(entry.minutes, entry.amount_pence)
        try:
            return self._prices.terms(
                person, project_id, entry.worked_on, entry.minutes, entry.kind_of_work, pay
            )
        except DomainError as error:
            raise RefusedRow(_("Time"), format_hours(entry.minutes), sentence(error)) from error

    def _add_to_day(self, entry: ContributionEntry, participant_id: int, minutes: int) -> None:
        """Count the row towards its day: nobody has more than 24 hours on one."""
        day = (participant_id, entry.worked_on)
        total = self._minutes.get(day, 0) + minutes
        if total > MINUTES_IN_DAY:
            raise RefusedRow(
                _("Time"),
                format_hours(entry.minutes),
                sentence(DayTooLongError(minutes=total)),
            )
        self._minutes[day] = total

    def _capacity(self, entry: ContributionEntry) -> Capacity | None:
        capacity = choose(entry.capacity, Capacity, CAPACITIES)
        if capacity is None and entry.capacity not in self._strange:
            self._strange.add(entry.capacity)
            message = _(
                "This is no capacity that the program knows, so each person's own was taken."
            )
            self.plan.notes.append(
                Problem(
                    row=entry.row,
                    column=_("Capacity"),
                    value=entry.capacity,
                    message=message,
                    is_note=True,
                )
            )
        return capacity


def _known_keys(reading: Reading, keys: list[str]) -> Container[object]:
    """Return the keys that are there already; for a large sheet it is quicker to read them all."""
    if len(keys) > _MANY:
        return whole_tables.values_in(reading, "contributions", "import_key")
    return contributions.known_import_keys(reading, keys)


def _earlier(
    reading: Reading,
    reads: Sequence[ReadContributions],
    keys: Sequence[str],
    known: Container[object],
) -> EarlierRows[Contribution] | None:
    """Return what came in before for the days of these sheets and is in none of their rows now."""
    days = [entry.worked_on for read in reads for entry in read.entries]
    if not days or all(key in known for key in keys) or not may_be_edited(known, keys):
        return None
    here = frozenset(keys)
    found = imported.work_between(reading, min(days), max(days))
    gone = [one for one in found if one.import_key not in here]
    if not gone:
        return None
    return EarlierRows(gone, lambda one: (one.participant_id, one.worked_on), work_traits)


def _with_terms(piece: Contribution, terms: Terms) -> Contribution:
    return dataclasses.replace(
        piece,
        rate_pence=terms.rate_pence,
        offered_pence=terms.offered_pence,
        because=terms.because,
        agreed_pence=terms.offered_pence,
        value_pence=terms.value_pence,
        is_paid=terms.offered_pence > 0,
    )


def _both_ways() -> str:
    return _("This row says “unpaid” and names an amount. Correct one of the two.")


def _refuse_formulas(entry: ContributionEntry) -> None:
    texts = (entry.name, entry.project, entry.what, entry.kind_of_work, entry.skills, entry.note)
    if "\n=" in "\n" + "\n".join(texts):  # a quick look at where each begins
        columns = (_("Name"), _("Project"), _("What"), _("Kind"), _("Skills"), _("Note"))
        refuse_formulas(dict(zip(columns, texts, strict=True)))
