"""Paying many people at once, each piece of work exactly once."""

import dataclasses
import datetime
import enum

from coprod_desktop.domain.errors import WrongStateError
from coprod_desktop.domain.participants import PaidBy


class RunState(enum.StrEnum):
    """How far a pay run has come."""

    PREPARED = "prepared"
    SENT_BACK = "sent back"
    APPROVED = "approved"
    EXPORTED = "exported"
    SETTLED = "settled"
    REVERSED = "reversed"


class LineKind(enum.StrEnum):
    """What a payment line pays: work, or an expense; the two are never one amount.

    A top-up belongs to the one or the other by what it tops up, and a recovery by what was taken
    back; a recovery is the only line below nothing.
    """

    CONTRIBUTION = "contribution"
    EXPENSE_CLAIM = "expense claim"
    TOP_UP = "top-up"
    RECOVERY = "recovery"


class PaymentState(enum.StrEnum):
    """What became of one person's money."""

    WAITING = "waiting"
    PAID = "paid"
    CAME_BACK = "came back"
    TAKEN_BACK = "taken back"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PayRun:
    """What is paid together; `number` is how people speak of it.

    A top-up run holds nothing but top-ups; its note says to what.
    """

    pay_run_id: int
    number: int
    up_to_on: datetime.date
    pay_on: datetime.date
    state: RunState = RunState.PREPARED
    prepared_by_id: int
    prepared_at: datetime.datetime
    approved_by_id: int | None = None
    approved_at: datetime.datetime | None = None
    settled_on: datetime.date | None = None
    note: str = ""
    is_top_up: bool = False
    four_eyes_note: str = ""
    """The trustees' note as it stood at the approval."""
    project_ids: str = ""
    """The ids of the projects that it pays, with commas between; empty for all."""

    @property
    def projects(self) -> frozenset[int] | None:
        """The ids of the projects that it pays; None for all."""
        return frozenset(map(int, self.project_ids.split(","))) if self.project_ids else None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """What one person gets from one run: an involvement payment and, apart, a reimbursement."""

    payment_id: int
    pay_run_id: int
    participant_id: int
    method: PaidBy
    payment_pence: int
    reimbursement_pence: int
    account_name: str = ""
    sort_code: str = ""
    account_number: str = ""
    paid_on: datetime.date | None = None
    state: PaymentState = PaymentState.WAITING
    reference: str = ""
    """What the person reads on their bank statement."""
    note: str = ""
    """Why it came back, where it did; or why vouchers were handed over without their numbers."""
    is_new_account: bool = False
    """Whether the person was last paid into another account, or never by bank before."""
    came_back_on: datetime.date | None = None
    """The day on which the money came back, where it did."""

    @property
    def pence(self) -> int:
        """What is sent to the person in all, in pence."""
        return self.payment_pence + self.reimbursement_pence


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaymentLine:
    """One contribution, expense claim or top-up inside a payment.

    While `is_live` no other live line may pay the same record; the database keeps that rule.
    """

    payment_line_id: int
    payment_id: int
    kind: LineKind
    subject_id: int
    pence: int
    is_live: bool = True
    replaces_line_id: int | None = None
    """The line that paid the same record before and was taken back."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Somebody who is not paid now, and why, in words without private reasons."""

    participant_id: int
    name: str
    because: str
    pence: int
    reimbursement_pence: int = 0
    until_on: datetime.date | None = None
    hold_ids: tuple[int, ...] = ()
    """The holds behind it, which an operator can lift; none where the program holds by itself."""

    @property
    def payment_pence(self) -> int:
        """What of it is an involvement payment."""
        return self.pence - self.reimbursement_pence


_NEXT = {
    RunState.PREPARED: (RunState.PREPARED, RunState.SENT_BACK),
    RunState.SENT_BACK: (RunState.PREPARED,),
    RunState.APPROVED: (RunState.PREPARED,),
    RunState.EXPORTED: (RunState.APPROVED, RunState.EXPORTED),
    RunState.SETTLED: (RunState.EXPORTED,),
    RunState.REVERSED: (
        RunState.PREPARED,
        RunState.SENT_BACK,
        RunState.APPROVED,
        RunState.EXPORTED,
        RunState.SETTLED,
    ),
}


def move(run: PayRun, to: RunState) -> PayRun:
    """Take a run to its next state; raises WrongStateError."""
    if run.state not in _NEXT.get(to, ()):
        raise WrongStateError(noun="pay run", state=run.state, step=to)
    return dataclasses.replace(run, state=to)
