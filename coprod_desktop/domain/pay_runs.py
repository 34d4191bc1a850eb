"""Paying many people at once, each piece of work exactly once."""

import dataclasses
import datetime
import enum

from coprod_desktop.domain.errors import SamePersonError, WrongStateError
from coprod_desktop.domain.participants import PaidBy


class RunState(enum.StrEnum):
    """How far a pay run has come."""

    PREPARED = "prepared"
    APPROVED = "approved"
    EXPORTED = "exported"
    SETTLED = "settled"
    REVERSED = "reversed"


class LineKind(enum.StrEnum):
    """What a payment line pays: work, or an expense; the two are never one amount.

    A top-up belongs to the one or the other by what it tops up.
    """

    CONTRIBUTION = "contribution"
    EXPENSE_CLAIM = "expense claim"
    TOP_UP = "top-up"


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


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Somebody who is not paid now, and why, in words without private reasons."""

    participant_id: int
    name: str
    because: str
    pence: int


_NEXT = {
    RunState.APPROVED: (RunState.PREPARED,),
    RunState.EXPORTED: (RunState.APPROVED, RunState.EXPORTED),
    RunState.SETTLED: (RunState.EXPORTED,),
    RunState.REVERSED: (
        RunState.PREPARED,
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


def approve_run(
    run: PayRun, operator_id: int, approved_at: datetime.datetime, four_eyes_note: str
) -> PayRun:
    """Approve a run; raises SamePersonError unless the trustees' note allows one person."""
    if run.prepared_by_id == operator_id and not four_eyes_note.strip():
        raise SamePersonError()
    approved = move(run, RunState.APPROVED)
    return dataclasses.replace(approved, approved_by_id=operator_id, approved_at=approved_at)


# --- what the papers of a run say ---------------------------------------------------------------


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSheetLine:
    """One person's row on the payment sheet."""

    participant: str
    payee: str
    method: PaidBy
    sort_code: str
    account_number: str
    minutes: int
    payment_pence: int
    reimbursement_pence: int
    cost_codes: str
    approved_by: str

    @property
    def pence(self) -> int:
        """What is sent in all, in pence."""
        return self.payment_pence + self.reimbursement_pence


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSheet:
    """Everything that a payment sheet says; its totals are the sums of its lines."""

    organisation: str
    charity_number: str
    number: int
    state: RunState
    up_to_on: datetime.date
    pay_on: datetime.date
    prepared_by: str
    prepared_at: datetime.datetime
    approved_by: str
    approved_at: datetime.datetime | None
    four_eyes_note: str
    lines: tuple[PaymentSheetLine, ...]
    held: tuple[Held, ...] = ()
    bank_file: str = ""
    bank_file_sha256: str = ""
    top_up_note: str = ""
    """What a top-up run tops up; empty for every other run."""

    @property
    def minutes(self) -> int:
        """Paid minutes of all lines."""
        return sum(line.minutes for line in self.lines)

    @property
    def payment_pence(self) -> int:
        """Involvement payments of all lines, in pence."""
        return sum(line.payment_pence for line in self.lines)

    @property
    def reimbursement_pence(self) -> int:
        """Reimbursements of all lines, in pence."""
        return sum(line.reimbursement_pence for line in self.lines)

    @property
    def pence(self) -> int:
        """What leaves the charity's account and cash box, in pence."""
        return self.payment_pence + self.reimbursement_pence


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RemittanceLine:
    """One piece of work or one expense that a payment pays."""

    day: datetime.date
    what: str
    minutes: int
    pence: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Remittance:
    """The note that tells a person what was paid; work and expenses in lists of their own."""

    organisation: str
    contact_name: str
    contact_phone: str
    contact_email: str
    number: int
    name: str
    name_in_script: str
    pay_on: datetime.date
    method: PaidBy
    account_ending: str
    work: tuple[RemittanceLine, ...]
    expenses: tuple[RemittanceLine, ...]

    @property
    def payment_pence(self) -> int:
        """The involvement payment, in pence."""
        return sum(line.pence for line in self.work)

    @property
    def reimbursement_pence(self) -> int:
        """The expenses paid back, in pence."""
        return sum(line.pence for line in self.expenses)
