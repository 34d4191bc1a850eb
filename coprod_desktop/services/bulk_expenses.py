"""Work out what an edit of many lines of expense claims would do, with what each then comes to."""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping, Sequence

from coprod_desktop.domain.bulk_edits import (
    BulkPlan,
    Difference,
    Entry,
    ExpenseEdit,
    LeftRow,
    PlannedRow,
    differences,
)
from coprod_desktop.domain.bulk_errors import ApprovedStaysError, OwnOfferError, PaidStaysError
from coprod_desktop.domain.contributions import LOCKED_STATES, WorkState
from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.errors import DomainError, ToppedUpError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.services.bulk_contributions import Progress
from coprod_desktop.services.pricing import PriceList, is_by_policy, priced_item
from coprod_desktop.storage import bulk_edits
from coprod_desktop.storage.work import Reading

_OPEN_STATES = (WorkState.DRAFT, WorkState.LOGGED, WorkState.SENT_BACK)
_STEP = 100
_TOLD = ("spent_on", "kind", "what", "claimed_pence", "agreed_pence")


@dataclasses.dataclass(frozen=True, slots=True)
class _Pair:
    claim: ExpenseClaim
    before: ExpenseItem
    after: ExpenseItem

    @property
    def is_priced_anew(self) -> bool:
        """Say whether the policy sets the amount, and is asked again; an agreed amount stays."""
        was, now = self.before, self.after
        is_other = (was.kind, was.spent_on) != (now.kind, now.spent_on)
        return is_other and is_by_policy(was.because)


def planned(
    reading: Reading,
    row_ids: Sequence[int],
    edit: ExpenseEdit,
    *,
    today: datetime.date,
    own_id: int | None,
    progress: Progress,
) -> BulkPlan:
    """Return what would change and what stays of the lines of these claims.

    `own_id` is the operator's own participant. Raises DateOutOfRangeError.
    """
    if edit.spent_on is not None:
        check_day(edit.spent_on, today)
    planning = _Planning(reading, row_ids, edit, own_id)
    pairs = [pair for item in planning.items for pair in planning.pair(item)]
    priced = planning.priced(pairs, progress)
    return BulkPlan(
        edit=edit,
        row_ids=tuple(row_ids),
        records=(*(pair.after for pair in priced), *_sent_again(priced)),
        changes=tuple(planning.change(pair) for pair in priced),
        left=tuple(
            LeftRow(entry=planning.entry(item), error=planning.left[item.expense_item_id])
            for item in planning.items
            if item.expense_item_id in planning.left
        ),
        same=planning.same,
        before_pence=sum(pair.before.agreed_pence for pair in priced),
        after_pence=sum(pair.after.agreed_pence for pair in priced),
        change_id=bulk_edits.latest_change_id(reading),
    )


def stays_because(claim: ExpenseClaim, topped_up_by: Mapping[int, int]) -> DomainError | None:
    """Return why a claim is not changed together with others; `topped_up_by` is told by claim."""
    if claim.state in LOCKED_STATES:
        return PaidStaysError()
    number = topped_up_by.get(claim.expense_claim_id)
    if number is not None:
        return ToppedUpError(number=number)
    is_open = claim.state in _OPEN_STATES
    return None if is_open else ApprovedStaysError(noun="expense claim")


def topped_up_claims(reading: Reading, items: Sequence[ExpenseItem]) -> dict[int, int]:
    """Return the number of the run that paid on top of any line of a claim, by the claim's id."""
    by_item = bulk_edits.topped_up_by(reading, [one.expense_item_id for one in items])
    claims = {one.expense_item_id: one.expense_claim_id for one in items}
    return {claims[item_id]: number for item_id, number in by_item.items()}


class _Planning:
    """One look at many lines; what stays as it is comes into `left`, by id."""

    def __init__(
        self, reading: Reading, claim_ids: Sequence[int], edit: ExpenseEdit, own_id: int | None
    ) -> None:
        self._reading = reading
        self._edit = edit
        self._own_id = own_id
        found = reading.among(ExpenseClaim, claim_ids)
        self._claims = {one.expense_claim_id: one for one in found}
        every = bulk_edits.items_of_claims(reading, claim_ids)
        self.items = [item for item in every if edit.concerns(item)]
        self._topped_up_by = topped_up_claims(reading, every)
        whose = {one.participant_id for one in found}
        self._names = bulk_edits.names_of(reading, whose)
        self._proven = bulk_edits.with_receipts(
            reading, [one.expense_item_id for one in self.items]
        )
        self.left: dict[int, DomainError] = {}
        self.same = 0

    def pair(self, before: ExpenseItem) -> Iterator[_Pair]:
        """Give the line with what it would become, unless it stays."""
        claim = self._claims[before.expense_claim_id]
        try:
            after = self._edit.apply(before)
        except DomainError as error:
            self.left[before.expense_item_id] = error
            return
        if after == before:
            self.same += 1
            return
        pair = _Pair(claim, before, after)
        refusal = stays_because(claim, self._topped_up_by)
        if refusal is None and claim.participant_id == self._own_id and pair.is_priced_anew:
            refusal = OwnOfferError()
        if refusal is None:
            yield pair
        else:
            self.left[before.expense_item_id] = refusal

    def priced(self, pairs: list[_Pair], progress: Progress) -> list[_Pair]:
        """Price all of them by one list of prices."""
        anew = [pair.before.expense_item_id for pair in pairs if pair.is_priced_anew]
        prices = PriceList(self._reading, but_not=anew)
        done = []
        for at, pair in enumerate(sorted(pairs, key=lambda one: _in_order(one.after))):
            if at % _STEP == 0:
                progress(at, len(pairs))
            done.append(self._priced(prices, pair) if pair.is_priced_anew else pair)
        progress(len(pairs), len(pairs))
        return sorted(done, key=lambda one: _in_order(one.before))

    def _priced(self, prices: PriceList, pair: _Pair) -> _Pair:
        after = priced_item(
            prices,
            pair.claim.participant_id,
            pair.claim.project_id,
            pair.after,
            has_receipt=pair.before.expense_item_id in self._proven,
        )
        return _Pair(pair.claim, pair.before, after)

    # --- what the reader is told ---------------------------------------------------------------

    def entry(self, item: ExpenseItem) -> Entry:
        """Return which entry a line is."""
        claim = self._claims[item.expense_claim_id]
        return Entry(
            row_id=item.expense_item_id,
            who=self._names[claim.participant_id],
            on=item.spent_on,
            what=item.what,
        )

    def change(self, pair: _Pair) -> PlannedRow:
        """Return how a line would change; its claim is logged again if it had been sent back."""
        told = differences(pair.before, pair.after, _TOLD)
        if pair.claim.state is WorkState.SENT_BACK:
            again = Difference(field="state", before=pair.claim.state, after=WorkState.LOGGED)
            told = (*told, again)
        return PlannedRow(entry=self.entry(pair.before), differences=told)


def _sent_again(priced: list[_Pair]) -> list[ExpenseClaim]:
    """Return the claims that had been sent back and are logged again, each once."""
    claims = {pair.claim.expense_claim_id: pair.claim for pair in priced}
    return [
        dataclasses.replace(claim, state=WorkState.LOGGED)
        for claim in claims.values()
        if claim.state is WorkState.SENT_BACK
    ]


def _in_order(item: ExpenseItem) -> tuple[datetime.date, int]:
    return item.spent_on, item.expense_item_id
