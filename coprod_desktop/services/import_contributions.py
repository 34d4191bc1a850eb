"""Work out what a sheet of time would add to the file: who, for what project, at what rate."""

import dataclasses
from collections.abc import Callable, Container

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.errors import DayTooLongError, DomainError
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.domain.time import MINUTES_IN_DAY, format_hours
from coprod_desktop.i18n import _
from coprod_desktop.services.import_matching import AmbiguousPersonError, People, Projects
from coprod_desktop.services.import_prices import SheetPrices, Terms, pay_of, terms_of_sheet
from coprod_desktop.services.import_results import (
    ImportPlan,
    RefusedRow,
    refuse_formulas,
    two_of_a_name,
)
from coprod_desktop.services.sentences import sentence
from coprod_desktop.spreadsheets.choices import CAPACITIES, choose
from coprod_desktop.spreadsheets.contributions import ContributionEntry, ReadContributions
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.storage import contributions, whole_tables
from coprod_desktop.storage.work import Reading

_MANY = 5000


@dataclasses.dataclass(slots=True, kw_only=True)
class ContributionPlan(ImportPlan):
    """What a sheet of time would add."""

    contributions: list[Contribution] = dataclasses.field(default_factory=list)


def plan_contributions(
    reading: Reading, read: ReadContributions, fallback: str, new_id: Callable[[], int]
) -> ContributionPlan:
    """Match and price every row; a row that breaks a rule of the file becomes a problem.

    `fallback` names the project of work for which the sheet names none.
    """
    planner = _Planner(reading, read, fallback, new_id)
    for entry in read.entries:
        planner.take(entry)
    return planner.plan


class _Planner:
    def __init__(
        self, reading: Reading, read: ReadContributions, fallback: str, new_id: Callable[[], int]
    ) -> None:
        self._new_id = new_id
        self._people = People(reading, new_id)
        self._projects = Projects(reading, new_id, fallback)
        self._prices = SheetPrices(reading)
        self._known = _known_keys(reading, [entry.key for entry in read.entries])
        self._minutes = contributions.minutes_by_day(reading)
        self._strange: set[str] = set()
        self.plan = ContributionPlan(
            problems=[one for one in read.problems if not one.is_note],
            notes=[one for one in read.problems if one.is_note],
            participants=self._people.added,
            projects=self._projects.added,
        )

    def take(self, entry: ContributionEntry) -> None:
        """Work out one row."""
        if entry.key in self._known:
            self.plan.already_there += 1
        else:
            try:
                self.plan.contributions.append(self._contribution(entry))
            except RefusedRow as refused:
                self.plan.problems.append(refused.problem(entry.row))
                return
        self.plan.minutes_total += entry.minutes
        self.plan.pence_total += entry.amount_pence or 0

    def _contribution(self, entry: ContributionEntry) -> Contribution:
        _refuse_formulas(entry)
        capacity = self._capacity(entry)
        pay = pay_of(entry.is_paid, entry.amount_pence)
        if pay is Pay.UNPAID and entry.amount_pence:
            raise RefusedRow(_("Amount"), format_pounds(entry.amount_pence), _both_ways())
        try:
            person = self._people.find(entry.name, entry.email, capacity)
        except AmbiguousPersonError:
            raise RefusedRow(_("Name"), entry.name, two_of_a_name()) from None
        self._add_to_day(entry, person.participant_id)
        project_id = self._projects.find(entry.project).project_id
        terms = self._terms(entry, person, project_id, pay)
        return Contribution(
            contribution_id=self._new_id(),
            participant_id=person.participant_id,
            project_id=project_id,
            worked_on=entry.worked_on,
            minutes=entry.minutes,
            kind_of_work=entry.kind_of_work,
            capacity=capacity or person.capacity,
            what=entry.what or entry.kind_of_work,
            skills=entry.skills,
            pay=pay,
            rate_pence=terms.rate_pence,
            offered_pence=terms.offered_pence,
            because=terms.because,
            agreed_pence=terms.offered_pence,
            value_pence=terms.value_pence,
            is_paid=terms.offered_pence > 0,
            note=entry.note,
            import_key=entry.key,
        )

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

    def _add_to_day(self, entry: ContributionEntry, participant_id: int) -> None:
        """Count the row towards its day: nobody has more than 24 hours on one."""
        day = (participant_id, entry.worked_on)
        total = self._minutes.get(day, 0) + entry.minutes
        if total > MINUTES_IN_DAY:
            raise RefusedRow(
                _("Time"),
                format_hours(entry.minutes),
                sentence(DayTooLongError(minutes=total)),
            )
        self._minutes[day] = total

    def _capacity(self, entry: ContributionEntry) -> Capacity | None:
        if not entry.capacity:
            return None
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


def _both_ways() -> str:
    return _("This row says “unpaid” and names an amount. Correct one of the two.")


def _refuse_formulas(entry: ContributionEntry) -> None:
    texts = (entry.name, entry.project, entry.what, entry.kind_of_work, entry.skills, entry.note)
    name, project, what, kind, skills, note = texts
    if "=" in (name[:1], project[:1], what[:1], kind[:1], skills[:1], note[:1]):
        columns = (_("Name"), _("Project"), _("What"), _("Kind"), _("Skills"), _("Note"))
        refuse_formulas(dict(zip(columns, texts, strict=True)))
