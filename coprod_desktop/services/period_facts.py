"""Know of a person's work and expenses in a period when and how they were paid."""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.contributions import NOT_CLAIMED, Contribution
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.outputs import Credit, Output
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.statements import StatementMade
from coprod_desktop.storage import contributions, expense_claims, pay_runs
from coprod_desktop.storage.pay_runs import Paying
from coprod_desktop.storage.top_ups import live
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ToppedUp:
    """What came on top as the rate went up, in pence, and the payment of it if there is one."""

    pence: int
    payment: Paying | None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WorkFacts:
    """A piece of work, the payment of it if there is one, and what came on top."""

    piece: Contribution
    payment: Paying | None = None
    top_ups: tuple[ToppedUp, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseFacts:
    """An expense that counts, the payment of its claim, and what came on top."""

    claim: ExpenseClaim
    item: ExpenseItem
    payment: Paying | None = None
    top_ups: tuple[ToppedUp, ...] = ()


def work_facts(
    reading: Reading, participant_id: int, from_on: datetime.date, to_on: datetime.date
) -> tuple[WorkFacts, ...]:
    """Return a person's work in a period, in the order of its days."""
    pieces = contributions.of_period(reading, participant_id, from_on, to_on)
    ids = [piece.contribution_id for piece in pieces if piece.agreed_pence]
    paying = pay_runs.paying(reading, LineKind.CONTRIBUTION, ids)
    on_top = _top_ups(reading, ids)
    return tuple(
        WorkFacts(
            piece=piece,
            payment=paying.get(piece.contribution_id),
            top_ups=on_top.get(piece.contribution_id, ()),
        )
        for piece in pieces
    )


def expense_facts(
    reading: Reading, participant_id: int, from_on: datetime.date, to_on: datetime.date
) -> tuple[ExpenseFacts, ...]:
    """Return a person's expenses of a period; a claim sent back, or a draft, counts nothing."""
    found = expense_claims.items_of_period(reading, participant_id, from_on, to_on)
    counted = [pair for pair in found if pair[0].state not in NOT_CLAIMED]
    ids = {claim.expense_claim_id for claim, _item in counted}
    paying = pay_runs.paying(reading, LineKind.EXPENSE_CLAIM, ids)
    on_top = _top_ups(reading, [item.expense_item_id for _claim, item in counted])
    return tuple(
        ExpenseFacts(
            claim=claim,
            item=item,
            payment=paying.get(claim.expense_claim_id),
            top_ups=on_top.get(item.expense_item_id, ()),
        )
        for claim, item in counted
    )


def _top_ups(reading: Reading, ids: Sequence[int]) -> dict[int, tuple[ToppedUp, ...]]:
    """Return what came on top of work or expenses, by their ids, in the order it was."""
    if not ids:
        return {}
    top_ups = live(reading, ids)
    runs = pay_runs.paying(reading, LineKind.TOP_UP, [one.top_up_id for one in top_ups])
    found: dict[int, tuple[ToppedUp, ...]] = {}
    for one in top_ups:
        told = ToppedUp(pence=one.pence, payment=runs.get(one.top_up_id))
        found[one.subject_id] = (*found.get(one.subject_id, ()), told)
    return found


def skills_of(pieces: Iterable[Contribution]) -> tuple[str, ...]:
    """Name each skill once, in the order in which it was first used."""
    seen: dict[str, str] = {}
    for piece in pieces:
        for skill in filter(None, (part.strip() for part in piece.skills.split(","))):
            seen.setdefault(skill.casefold(), skill)
    return tuple(seen.values())


class Made:
    """The things that were made, read once; whose credit stands on which paper."""

    def __init__(self, reading: Reading, from_on: datetime.date, to_on: datetime.date) -> None:
        self._reading = reading
        self._from_on, self._to_on = from_on, to_on
        self._outputs = {one.output_id: one for one in reading.find(Output)}

    def of(self, participant_id: int, project_ids: Iterable[int]) -> tuple[StatementMade, ...]:
        """Return what a person is credited for in the period, by its day.

        What has no day counts while the person works on its project.
        """
        if not self._outputs:
            return ()
        projects = set(project_ids)
        found = []
        for credit in self._reading.find(Credit, participant_id=participant_id):
            output = self._outputs[credit.output_id]
            day = output.made_on
            if self._from_on <= day <= self._to_on if day else output.project_id in projects:
                found.append((day or self._to_on, output, credit))
        found.sort(key=lambda one: (one[0], one[1].output_id, one[2].credit_id))
        return tuple(
            StatementMade(
                title=output.title,
                kind=output.kind,
                made_on=output.made_on,
                where=output.where,
                credit=credit.credit,
            )
            for _day, output, credit in found
        )
