"""The checks of claims and budgets: flat allowances, late claims, claims ahead, overruns."""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.checks.findings import (
    CLAIMS,
    PROJECTS,
    CheckKind,
    Finding,
    fingerprint_of,
)
from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.dates import MONTHS, long_day
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, ExpenseKind
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.text import fold

# Words by which a flat sum is known where its kind does not say it.
_FLAT_WORDS = ("allowance", "home working", "homeworking", "working from home", "work from home")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LikelyCost:
    """What phone, data and home working likely cost a person in a month, and its source."""

    monthly_pence: int
    source: str


# A guide for people who work at home all week: who takes part now and then spends less.
LIKELY_COST = LikelyCost(
    monthly_pence=2600,
    source="HMRC's guide figure for working at home, £6.00 a week or £26.00 a month (EIM01476)",
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FlatSum:
    """A line of a claim that is a flat allowance: it has no receipt."""

    claim: ExpenseClaim
    item: ExpenseItem


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BudgetUse:
    """What a project's budget is used for, in pence: spent, agreed and to pay, offered."""

    project_id: int
    budget_pence: int
    spent_pence: int
    agreed_pence: int
    offered_pence: int

    @property
    def used_pence(self) -> int:
        """All that is spent or promised."""
        return self.spent_pence + self.agreed_pence + self.offered_pence

    @property
    def left_pence(self) -> int:
        """What can still be offered; below nothing where the budget is overrun."""
        return self.budget_pence - self.used_pence


def is_for_home(item: ExpenseItem) -> bool:
    """Say whether a line is for phone, data or home working; without a receipt it is a flat sum."""
    words = fold(item.what)
    return item.kind is ExpenseKind.PHONE or any(flat in words for flat in _FLAT_WORDS)


def allowance_above_cost(
    flat_sums: Iterable[FlatSum], likely: LikelyCost = LIKELY_COST
) -> tuple[Finding, ...]:
    """Return the claims of each person and month whose flat allowances are above likely cost.

    Each claim that has such a line in that month gets the finding; the months are those in which
    the money was spent.
    """
    months: dict[tuple[int, int, int], dict[int, FlatSum]] = {}
    for one in flat_sums:
        spent_on = one.item.spent_on
        key = (one.claim.participant_id, spent_on.year, spent_on.month)
        months.setdefault(key, {})[one.item.expense_item_id] = one
    found: list[Finding] = []
    for (_person, year, month), by_id in sorted(months.items()):
        sums = [by_id[key] for key in sorted(by_id)]
        total = sum(one.item.agreed_pence for one in sums)
        if total > likely.monthly_pence:
            found += _above_cost(sums, total, f"{MONTHS[month - 1]} {year}", likely)
    return tuple(found)


def _above_cost(
    sums: Sequence[FlatSum], total: int, month: str, likely: LikelyCost
) -> list[Finding]:
    facts = [f"{one.item.expense_item_id}/{one.item.agreed_pence}" for one in sums]
    count = "1 flat allowance" if len(sums) == 1 else f"{len(sums)} flat allowances"
    verb = "comes" if len(sums) == 1 else "come"
    because = (
        f"{count} without a receipt {verb} to {format_pounds(total)} in {month}; a likely cost is "
        f"{format_pounds(likely.monthly_pence)} a month. The figure is {likely.source}."
    )
    advice = (
        "A flat sum above real cost may count as a payment, not as money paid back. Ask for a "
        "bill, or note how the cost was estimated."
    )
    claims = {one.claim.expense_claim_id: one.claim for one in sums}
    return [
        _about(claim, CheckKind.ALLOWANCE, because, advice, (*facts, month, likely.monthly_pence))
        for claim in claims.values()
    ]


def claim_in_future(
    claim: ExpenseClaim, items: Iterable[ExpenseItem], today: datetime.date
) -> Finding | None:
    """Say whether a claim, or the spending in it, is dated ahead."""
    latest = max((claim.claimed_on, *(item.spent_on for item in items)))
    if latest <= today:
        return None
    because = f"The claim is dated {long_day(latest)}, and today is {long_day(today)}."
    advice = "Money is paid back once it is spent. Correct the day, or note why it is ahead."
    return _about(claim, CheckKind.FUTURE, because, advice, (claim.expense_claim_id, latest))


def claim_after_deadline(claim: ExpenseClaim, deadline_on: datetime.date | None) -> Finding | None:
    """Say whether a claim came after the policy's deadline; no deadline, no finding.

    A draft has not come yet.
    """
    if deadline_on is None or claim.state is WorkState.DRAFT or claim.claimed_on <= deadline_on:
        return None
    days = (claim.claimed_on - deadline_on).days
    late = "1 day" if days == 1 else f"{days:,} days"
    because = (
        f"It was claimed on {long_day(claim.claimed_on)}, {late} after the policy's deadline of "
        f"{long_day(deadline_on)}."
    )
    advice = "It can still be paid. Note why it came late, or send it back with a reason."
    facts = (claim.expense_claim_id, claim.claimed_on, deadline_on)
    return _about(claim, CheckKind.LATE_CLAIM, because, advice, facts)


def budget_overrun(use: BudgetUse) -> Finding | None:
    """Say whether a project has spent and promised more than its budget; no budget, no finding."""
    if not use.budget_pence or use.left_pence >= 0:
        return None
    because = (
        f"Spent {format_pounds(use.spent_pence)}, agreed {format_pounds(use.agreed_pence)} and "
        f"offered {format_pounds(use.offered_pence)} make {format_pounds(use.used_pence)}, which "
        f"is {format_pounds(-use.left_pence)} more than the budget of "
        f"{format_pounds(use.budget_pence)}. Nothing is left."
    )
    return Finding(
        kind=CheckKind.BUDGET,
        subject=PROJECTS,
        subject_id=use.project_id,
        participant_id=None,
        because=because,
        advice="What was promised stays promised. Speak about money before more is offered.",
        fingerprint=fingerprint_of(
            CheckKind.BUDGET, use.project_id, use.budget_pence, use.used_pence
        ),
    )


def _about(
    claim: ExpenseClaim, kind: CheckKind, because: str, advice: str, facts: Iterable[object]
) -> Finding:
    return Finding(
        kind=kind,
        subject=CLAIMS,
        subject_id=claim.expense_claim_id,
        participant_id=claim.participant_id,
        because=because,
        advice=advice,
        fingerprint=fingerprint_of(kind, *facts),
    )
