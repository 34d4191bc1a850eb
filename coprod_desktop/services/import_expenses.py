"""Work out what a sheet of expenses would add to the file: one claim for each row."""

import dataclasses
from collections.abc import Callable, Container, Sequence

from coprod_desktop.domain.contributions import open_state
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.expenses import MILEAGE_KINDS, ExpenseClaim, ExpenseItem, clean_item
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.i18n import _
from coprod_desktop.services.import_changes import (
    EarlierRows,
    cost_changes,
    cost_traits,
    held_words,
    may_be_edited,
)
from coprod_desktop.services.import_drafts import ImportDraft, Progress
from coprod_desktop.services.import_matching import (
    AmbiguousPersonError,
    LeftOutError,
    People,
    Projects,
    name_people,
)
from coprod_desktop.services.import_prices import AS_IN_SHEET
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
from coprod_desktop.services.pricing import PriceList, priced_item
from coprod_desktop.services.sentences import sentence
from coprod_desktop.spreadsheets.expenses import ExpenseEntry, ReadExpenses
from coprod_desktop.storage import expense_claims, imported, top_ups
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(slots=True, kw_only=True)
class ExpensePlan(ImportPlan):
    """What a sheet of expenses would add."""

    claims: list[ExpenseClaim] = dataclasses.field(default_factory=list)
    items: list[ExpenseItem] = dataclasses.field(default_factory=list)

    @property
    def added(self) -> int:
        """How many claims come in."""
        return len(self.claims)


def plan_expenses(
    reading: Reading,
    reads: Sequence[ReadExpenses],
    draft: ImportDraft,
    fallback: str,
    new_id: Callable[[], int],
    progress: Progress = no_progress,
) -> ExpensePlan:
    """Match every row and price journeys that have no amount; refused rows become problems."""
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
        reads: Sequence[ReadExpenses],
        draft: ImportDraft,
        fallback: str,
        new_id: Callable[[], int],
    ) -> None:
        self._reading = reading
        self._draft = draft
        self._new_id = new_id
        self._prices = PriceList(reading)
        self._people = People(reading, new_id, draft.people)
        self._projects = Projects(reading, new_id, fallback, draft.no_projects)
        keys = [entry.key for read in reads for entry in read.entries]
        self._known = expense_claims.known_import_keys(reading, keys)
        self._is_same_sheet = bool(self._known)
        self._earlier = _earlier(reading, reads, keys, self._known)
        self._read: ReadExpenses = reads[0]
        self.people = self._people
        self.plan = ExpensePlan(participants=self._people.added, projects=self._projects.added)

    def begin(self, read: ReadExpenses) -> None:
        """Begin with the rows of a sheet."""
        self._read = read
        self.plan.problems += [one for one in read.problems if not one.is_note]
        self.plan.notes += [one for one in read.problems if one.is_note]

    def take(self, entry: ExpenseEntry) -> None:
        """Work out one row."""
        if entry.claimed_pence and entry.key in self._known:
            self.plan.pence_total += entry.claimed_pence
            self.plan.already_there += 1
            return
        try:
            refuse_formulas(
                {_("Name"): entry.name, _("Project"): entry.project, _("What"): entry.what}
            )
            item = self._priced(entry)
        except RefusedRow as refused:
            self.plan.problems.append(refused.problem(entry.row))
            return
        except LeftOutError:
            self.plan.left_out_by_choice += 1
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
        if not is_known and not self._changed(entry, claim, item):
            self.plan.claims.append(claim)
            self.plan.items.append(item)
        return item

    def _changed(self, entry: ExpenseEntry, claim: ExpenseClaim, item: ExpenseItem) -> bool:
        """Note a row that was edited since it came in; False where it is another expense."""
        place = (claim.participant_id, entry.spent_on)
        found = self._earlier and self._earlier.take(place, cost_traits(claim.project_id, item))
        if not found or found[0].expense_claim_id in self._draft.as_new:
            return False
        before, line = found
        project_id = claim.project_id if entry.project else before.project_id
        names = (self._project_name(before.project_id), self._project_name(project_id))
        after = dataclasses.replace(
            item,
            expense_item_id=line.expense_item_id,
            expense_claim_id=before.expense_claim_id,
            what=entry.what or line.what,
            circumstances=line.circumstances,
        )
        fields = cost_changes(line, after, names)
        if not fields and self._is_same_sheet:
            self.plan.already_there += 1
            return True
        is_topped_up = bool(top_ups.live(self._reading, [line.expense_item_id]))
        held = held_words(before.state, is_topped_up=is_topped_up)
        is_taken = not held and self._draft.takes(before.expense_claim_id)
        if not fields or not (is_taken or held or self._is_same_sheet or self._draft.asks):
            return False
        if is_taken:
            state = open_state(before.state)
            fresh = dataclasses.replace(
                before, project_id=project_id, state=state, import_key=entry.key
            )
            self.plan.changed_records += [fresh, after]
        self.plan.changes.append(
            RowChange(
                record_id=before.expense_claim_id, row=entry.row, sheet=self._read.sheet,
                name=entry.name, day=entry.spent_on, fields=fields, held=held,
                is_sure=self._is_same_sheet, is_taken=is_taken,
            )
        )  # fmt: skip
        return True

    def _project_name(self, project_id: int) -> str:
        added = {one.project_id: one.name for one in self._projects.added}
        return added.get(project_id) or self._reading.get(Project, project_id).name

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


def _earlier(
    reading: Reading,
    reads: Sequence[ReadExpenses],
    keys: Sequence[str],
    known: Container[object],
) -> EarlierRows[tuple[ExpenseClaim, ExpenseItem]] | None:
    """Return the claims of one line that came in before and are in no row of these sheets now."""
    days = [entry.spent_on for read in reads for entry in read.entries]
    if not days or all(key in known for key in keys) or not may_be_edited(known, keys):
        return None
    here = frozenset(keys)
    found = imported.claims_between(reading, min(days), max(days))
    gone = {one.expense_claim_id: one for one in found if one.import_key not in here}
    lines: dict[int, list[ExpenseItem]] = {}
    for item in expense_claims.items_of(reading, gone):
        lines.setdefault(item.expense_claim_id, []).append(item)
    single = [(gone[at], items[0]) for at, items in lines.items() if len(items) == 1]
    if not single:
        return None
    return EarlierRows(
        single,
        lambda pair: (pair[0].participant_id, pair[1].spent_on),
        lambda pair: cost_traits(pair[0].project_id, pair[1]),
    )
