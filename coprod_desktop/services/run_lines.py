"""Look up what the payments of a run pay: the work, the expenses, what is on top or kept back."""

import dataclasses
import datetime
from collections.abc import Iterable

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.pay_runs import LineKind, PaymentLine, PayRun
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.storage import expense_claims
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaidFor:
    """One piece of work or one expense behind a payment: minutes, pence, and why.

    What is paid on top of one is of the same kind, without minutes: they were paid before.
    Expenses of one claim share its payment line.
    """

    payment_line_id: int
    kind: LineKind
    day: datetime.date
    what: str
    minutes: int
    pence: int
    because: str
    is_top_up: bool = False
    is_for_work: bool = True
    """Of what was kept back: whether from an involvement payment."""


def paid_for(reading: Reading, payment_id: int) -> tuple[PaidFor, ...]:
    """Return what a payment pays, work first; nothing for a payment that is not there."""
    lines = list(reading.find(PaymentLine, payment_id=payment_id))
    paid = (*_work_paid(reading, lines), *_expenses_paid(reading, lines))
    return (*paid, *_top_ups_paid(reading, lines), *_kept_back(reading, lines))


def subjects(lines: Iterable[PaymentLine], kind: LineKind) -> list[int]:
    """Return the ids of what lines of one kind pay."""
    return [line.subject_id for line in lines if line.kind is kind]


def _line_ids(lines: list[PaymentLine]) -> dict[int, int]:
    """Return the ids of lines by what they pay."""
    return {line.subject_id: line.payment_line_id for line in lines}


def _work_paid(reading: Reading, lines: list[PaymentLine]) -> list[PaidFor]:
    ids, line_ids = subjects(lines, LineKind.CONTRIBUTION), _line_ids(lines)
    return [
        PaidFor(
            payment_line_id=line_ids[piece.contribution_id],
            kind=LineKind.CONTRIBUTION,
            day=piece.worked_on,
            what=piece.what,
            minutes=piece.minutes,
            pence=piece.agreed_pence,
            because=piece.because,
        )
        for piece in reading.among(Contribution, ids)
    ]


def _expenses_paid(reading: Reading, lines: list[PaymentLine]) -> list[PaidFor]:
    ids, line_ids = subjects(lines, LineKind.EXPENSE_CLAIM), _line_ids(lines)
    return [
        PaidFor(
            payment_line_id=line_ids[item.expense_claim_id],
            kind=LineKind.EXPENSE_CLAIM,
            day=item.spent_on,
            what=item.what,
            minutes=0,
            pence=item.agreed_pence,
            because=item.because,
        )
        for item in expense_claims.items_of(reading, ids)
    ]


def _top_ups_paid(reading: Reading, lines: list[PaymentLine]) -> list[PaidFor]:
    top_ups = reading.among(TopUp, subjects(lines, LineKind.TOP_UP))
    told, line_ids = told_subjects(reading, top_ups), _line_ids(lines)
    return [
        PaidFor(
            payment_line_id=line_ids[one.top_up_id],
            kind=one.kind,
            day=told[one.subject_id].on,
            what=told[one.subject_id].what,
            minutes=0,
            pence=one.pence,
            because=one.because,
            is_top_up=True,
        )
        for one in sorted(top_ups, key=lambda one: (not one.is_for_work, told[one.subject_id].on))
    ]


def _kept_back(reading: Reading, lines: list[PaymentLine]) -> list[PaidFor]:
    found = {
        one.recovery_id: one for one in reading.among(Recovery, subjects(lines, LineKind.RECOVERY))
    }
    kept = [line for line in lines if line.kind is LineKind.RECOVERY]
    return [
        PaidFor(
            payment_line_id=line.payment_line_id,
            kind=LineKind.RECOVERY,
            day=found[line.subject_id].made_on,
            what=found[line.subject_id].because,
            minutes=0,
            pence=line.pence,
            because=found[line.subject_id].because,
            is_for_work=found[line.subject_id].is_for_work,
        )
        for line in kept
    ]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ToldSubject:
    """The day and the words of what a top-up tops up, and the id under which it was approved."""

    on: datetime.date
    what: str
    approved_id: int


def told_subjects(reading: Reading, top_ups: Iterable[TopUp]) -> dict[int, ToldSubject]:
    """Return the days and words of what top-ups top up, by the subject's id."""
    ids = {one.subject_id for one in top_ups}
    told = {
        one.contribution_id: ToldSubject(
            on=one.worked_on, what=one.what or one.kind_of_work, approved_id=one.contribution_id
        )
        for one in reading.among(Contribution, ids)
    }
    for item in reading.among(ExpenseItem, ids - told.keys()):
        told[item.expense_item_id] = ToldSubject(
            on=item.spent_on, what=item.what, approved_id=item.expense_claim_id
        )
    return told


def run_numbered(reading: Reading, number: int) -> PayRun:
    """Return the run of this number; raises NotFoundError."""
    found = reading.find(PayRun, number=number)
    if not found:
        raise NotFoundError(noun="pay run", name=number)
    return found[0]


def operator_names(reading: Reading) -> dict[int, str]:
    """Return the names of all operators by id."""
    return {operator.operator_id: operator.name for operator in reading.find(Operator)}
