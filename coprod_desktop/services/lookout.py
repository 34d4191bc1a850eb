"""Gather what each soft check needs from the file, and ask the checks."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Sequence

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.checks import Finding
from coprod_desktop.domain.checks.clock import TimedWork
from coprod_desktop.domain.checks.money import (
    allowance_above_cost,
    budget_overrun,
    claim_after_deadline,
    claim_in_future,
    is_for_home,
)
from coprod_desktop.domain.checks.work import (
    entry_in_future,
    fee_below_minimum_wage,
    of_one_day,
    paid_and_valued,
)
from coprod_desktop.domain.contributions import Contribution, open_state
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.services.minimum_wage import WageTable
from coprod_desktop.services.pricing import PriceList
from coprod_desktop.services.rates import rate_book
from coprod_desktop.storage import checks, expense_claims
from coprod_desktop.storage.work import Reading

_PRICED_BY = ("participant_id", "project_id", "worked_on", "minutes", "kind_of_work", "pay")


class Lookout:
    """The checks over one view of the file, as of a day."""

    def __init__(self, reading: Reading, today: datetime.date) -> None:
        self._reading = reading
        self._today = today
        self._wages = WageTable(rate_book(reading))

    def about_work(self, pieces: Sequence[Contribution]) -> tuple[Finding, ...]:
        """Return every finding about these pieces of work."""
        ids = {one.contribution_id for one in pieces}
        days = {(one.participant_id, one.worked_on) for one in pieces}
        beside = checks.work_of_days(self._reading, days)
        shared = of_one_day(self._entries([*beside, *pieces]))
        of_each = [found for piece in pieces for found in self._about_piece(piece)]
        return (*of_each, *(one for one in shared if one.subject_id in ids))

    def _about_piece(self, piece: Contribution) -> Iterator[Finding]:
        wage = self._wages.on(piece.worked_on)
        for found in (
            entry_in_future(piece, self._today),
            None if wage is None else fee_below_minimum_wage(piece, wage),
            paid_and_valued(piece),
        ):
            if found is not None:
                yield found

    def _entries(
        self, pieces: Iterable[Contribution], known: Activity | None = None
    ) -> tuple[TimedWork, ...]:
        by_id = {one.contribution_id: one for one in pieces}
        ids = {one.activity_id for one in by_id.values() if one.activity_id is not None}
        found = {one.activity_id: one for one in self._reading.among(Activity, ids)}
        if known is not None:
            found[known.activity_id] = known
        return tuple(
            TimedWork(work=one, activity=found.get(one.activity_id or 0)) for one in by_id.values()
        )

    def about_claims(self, claims: Sequence[ExpenseClaim]) -> tuple[Finding, ...]:
        """Return every finding about these claims."""
        items = _by_claim(
            expense_claims.items_of(self._reading, [one.expense_claim_id for one in claims])
        )
        found: list[Finding] = []
        prices = PriceList(self._reading)
        for claim in claims:
            own = items.get(claim.expense_claim_id, [])
            for one in (
                claim_in_future(claim, own, self._today),
                claim_after_deadline(claim, self._deadline(prices, claim, own)),
            ):
                found += [] if one is None else [one]
        return (*found, *self._allowances(claims, items))

    def _deadline(
        self, prices: PriceList, claim: ExpenseClaim, items: Sequence[ExpenseItem]
    ) -> datetime.date | None:
        """Return until when the whole claim was in time; None where the rules name no deadline."""
        who, where = claim.participant_id, claim.project_id
        days = (prices.claim_by(who, where, item) for item in items)
        return min((day for day in days if day is not None), default=None)

    def _allowances(
        self, claims: Sequence[ExpenseClaim], items: dict[int, list[ExpenseItem]]
    ) -> Iterator[Finding]:
        """Give what the flat allowances of these people come to in the months of their claims."""
        days = [item.spent_on for own in items.values() for item in own]
        if not days:
            return
        from_on = min(days).replace(day=1)
        to_on = (max(days).replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
        people = {one.participant_id for one in claims}
        last_on = to_on - datetime.timedelta(days=1)
        bare = checks.without_receipt(self._reading, people, from_on, last_on)
        flat = [one for one in bare if is_for_home(one.item)]
        ids = {one.expense_claim_id for one in claims}
        yield from (one for one in allowance_above_cost(flat) if one.subject_id in ids)

    def about_budgets(self, project_ids: Iterable[int] | None = None) -> tuple[Finding, ...]:
        """Return which of these projects have promised more than their budget; all where None."""
        found = map(budget_overrun, checks.budget_uses(self._reading, project_ids))
        return tuple(one for one in found if one is not None)

    def since(
        self, since_on: datetime.date, most: int, project_id: int | None
    ) -> tuple[Finding, ...]:
        """Return findings about a project, or all, since a day; candidates are found in SQL.

        At most so many candidates of each check are looked at, newest first.
        """
        reading = self._reading
        pieces = [
            *checks.ahead(reading, self._today, most),
            *checks.low_fees(reading, self._wages.periods(), since_on, most),
            *checks.valued_though_paid(reading, since_on, most),
        ]
        days = {
            *checks.days_of_overlaps(reading, since_on, most),
            *checks.days_of_repeats(reading, since_on, most),
        }
        pieces += checks.work_of_days(reading, days)
        work = {one.contribution_id: one for one in pieces if _is_of(one, project_id)}
        claims = [
            one for one in checks.claims_since(reading, since_on, most) if _is_of(one, project_id)
        ]
        return (
            *self.about_budgets(None if project_id is None else (project_id,)),
            *self.about_work(list(work.values())),
            *self.about_claims(claims),
        )

    def before_saving(
        self, pieces: Sequence[Contribution], activity: Activity | None, expense_pence: int
    ) -> tuple[Finding, ...]:
        """Return what would be found if these priced pieces were saved."""
        if activity is not None:
            pieces = [dataclasses.replace(one, activity_id=activity.activity_id) for one in pieces]
        ids = {one.contribution_id for one in pieces}
        days = {(one.participant_id, one.worked_on) for one in pieces}
        beside = [
            one
            for one in checks.work_of_days(self._reading, days)
            if one.contribution_id not in ids
        ]
        shared = of_one_day(self._entries([*beside, *pieces], activity))
        of_each = [found for piece in pieces for found in self._about_piece(piece)]
        mine = [one for one in shared if one.subject_id in ids]
        return (*of_each, *mine, *self._budgets_with(pieces, expense_pence))

    def _budgets_with(
        self, pieces: Sequence[Contribution], expense_pence: int
    ) -> Iterator[Finding]:
        """Give the budgets that these pieces, not saved yet, would overrun."""
        if not pieces:
            return
        project_id = pieces[0].project_id
        more = expense_pence + sum(one.agreed_pence for one in pieces)
        for use in checks.budget_uses(self._reading, (project_id,)):
            found = budget_overrun(dataclasses.replace(use, offered_pence=use.offered_pence + more))
            if more and found is not None:
                yield found

    def before_correcting(self, contribution: Contribution) -> tuple[Finding, ...]:
        """Return what would be found about a contribution if it were saved as corrected."""
        before = self._reading.get(Contribution, contribution.contribution_id)
        fresh = dataclasses.replace(contribution, state=open_state(contribution.state))
        if any(getattr(before, name) != getattr(fresh, name) for name in _PRICED_BY):
            prices = PriceList(self._reading, but_not=[fresh.contribution_id])
            fresh = prices.price(fresh)
        beside = checks.work_of_days(self._reading, [(fresh.participant_id, fresh.worked_on)])
        others = [one for one in beside if one.contribution_id != fresh.contribution_id]
        shared = of_one_day(self._entries([*others, fresh]))
        mine = (one for one in shared if one.subject_id == fresh.contribution_id)
        return (*self._about_piece(fresh), *mine)


def _is_of(record: Contribution | ExpenseClaim, project_id: int | None) -> bool:
    return project_id is None or record.project_id == project_id


def _by_claim(items: Iterable[ExpenseItem]) -> dict[int, list[ExpenseItem]]:
    by_claim: dict[int, list[ExpenseItem]] = {}
    for item in items:
        by_claim.setdefault(item.expense_claim_id, []).append(item)
    return by_claim
