"""Work out what a sheet of expenses would add to the file: one claim for each row."""

import dataclasses
from collections.abc import Callable

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.expenses import MILEAGE_KINDS, ExpenseClaim, ExpenseItem, clean_item
from coprod_desktop.domain.participants import Participant
from coprod_desktop.i18n import _
from coprod_desktop.services.import_matching import AmbiguousPersonError, People, Projects
from coprod_desktop.services.import_prices import AS_IN_SHEET
from coprod_desktop.services.import_results import (
    ImportPlan,
    RefusedRow,
    refuse_formulas,
    two_of_a_name,
)
from coprod_desktop.services.pricing import PriceList, priced_item
from coprod_desktop.services.sentences import sentence
from coprod_desktop.spreadsheets.expenses import ExpenseEntry, ReadExpenses
from coprod_desktop.storage import expense_claims
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(slots=True, kw_only=True)
class ExpensePlan(ImportPlan):
    """What a sheet of expenses would add."""

    claims: list[ExpenseClaim] = dataclasses.field(default_factory=list)
    items: list[ExpenseItem] = dataclasses.field(default_factory=list)


def plan_expenses(
    reading: Reading, read: ReadExpenses, fallback: str, new_id: Callable[[], int]
) -> ExpensePlan:
    """Match every row and price journeys that have no amount; refused rows become problems."""
    planner = _Planner(reading, read, fallback, new_id)
    for entry in read.entries:
        planner.take(entry)
    return planner.plan


class _Planner:
    def __init__(
        self, reading: Reading, read: ReadExpenses, fallback: str, new_id: Callable[[], int]
    ) -> None:
        self._reading = reading
        self._new_id = new_id
        self._prices = PriceList(reading)
        self._people = People(reading, new_id)
        self._projects = Projects(reading, new_id, fallback)
        self._known = expense_claims.known_import_keys(reading, [e.key for e in read.entries])
        self.plan = ExpensePlan(
            problems=[one for one in read.problems if not one.is_note],
            notes=[one for one in read.problems if one.is_note],
            participants=self._people.added,
            projects=self._projects.added,
        )

    def take(self, entry: ExpenseEntry) -> None:
        """Work out one row."""
        try:
            refuse_formulas(
                {_("Name"): entry.name, _("Project"): entry.project, _("What"): entry.what}
            )
            item = self._priced(entry)
        except RefusedRow as refused:
            self.plan.problems.append(refused.problem(entry.row))
            return
        self.plan.pence_total += item.agreed_pence
        if entry.key in self._known:
            self.plan.already_there += 1

    def _person(self, entry: ExpenseEntry) -> Participant:
        try:
            return self._people.find(entry.name)
        except AmbiguousPersonError:
            raise RefusedRow(_("Name"), entry.name, two_of_a_name()) from None

    def _priced(self, entry: ExpenseEntry) -> ExpenseItem:
        """Price a row, and plan its claim unless it is there already."""
        if not entry.claimed_pence and entry.kind not in MILEAGE_KINDS:
            message = _("Only journeys by car, motorcycle or bicycle are paid by the mile.")
            raise RefusedRow(_("Kind"), entry.kind, message)
        person, project = self._person(entry), self._projects.find(entry.project)
        claim = ExpenseClaim(
            expense_claim_id=self._new_id(),
            participant_id=person.participant_id,
            project_id=project.project_id,
            claimed_on=entry.spent_on,
            import_key=entry.key,
        )
        item = clean_item(
            ExpenseItem(
                expense_item_id=self._new_id(),
                expense_claim_id=claim.expense_claim_id,
                spent_on=entry.spent_on,
                kind=entry.kind,
                what=entry.what or entry.kind.capitalize(),
                tenth_miles=entry.tenth_miles,
                claimed_pence=entry.claimed_pence,
                agreed_pence=entry.claimed_pence,
                because=AS_IN_SHEET,
            )
        )
        is_known = entry.key in self._known
        if not entry.claimed_pence:
            # A row that is there already is counted by what was priced before.
            prices = PriceList(self._reading) if is_known else self._prices
            item = self._by_the_mile(prices, claim, item)
        if not is_known:
            self.plan.claims.append(claim)
            self.plan.items.append(item)
        return item

    def _by_the_mile(
        self, prices: PriceList, claim: ExpenseClaim, item: ExpenseItem
    ) -> ExpenseItem:
        try:
            return priced_item(
                prices, claim.participant_id, claim.project_id, item, has_receipt=False
            )
        except DomainError as error:
            miles = f"{item.tenth_miles / 10:g}"
            raise RefusedRow(_("Miles"), miles, sentence(error)) from error
