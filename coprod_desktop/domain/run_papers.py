"""What the papers of a pay run say: the payment sheet and the note to each person."""

import dataclasses
import datetime
import zoneinfo
from collections.abc import Sequence

from coprod_desktop.domain.participants import Edition, PaidBy
from coprod_desktop.domain.pay_runs import Held, RunState


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
    reference: str = ""
    """What the person reads on their bank statement, or the number of the cheque."""
    came_back_on: datetime.date | None = None
    """The day on which the money came back, where it did."""

    @property
    def pence(self) -> int:
        """What is sent in all, in pence."""
        return self.payment_pence + self.reimbursement_pence


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CostCodeSum:
    """What a run costs one budget, in pence; below nothing where more was taken back."""

    cost_code: str
    payment_pence: int
    reimbursement_pence: int

    @property
    def pence(self) -> int:
        """Payments and expenses together, in pence."""
        return self.payment_pence + self.reimbursement_pence


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSheet:
    """Everything that a payment sheet says; its totals are the sums of its lines.

    `approvers` names everybody who approved, first to last; empty: only `approved_by` did.
    """

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
    held: tuple[Held, ...] | None = ()
    """Who waits; None once the run is approved, when those who wait are of the next one."""
    bank_file: str = ""
    bank_file_sha256: str = ""
    top_up_note: str = ""
    """What a top-up run tops up; empty for every other run."""
    approvers: tuple[str, ...] = ()
    by_cost_code: tuple[CostCodeSum, ...] = ()

    @property
    def prepared_on(self) -> datetime.date:
        """The day in the United Kingdom on which somebody prepared the run."""
        return _uk_day(self.prepared_at)

    @property
    def approved_on(self) -> datetime.date | None:
        """The day in the United Kingdom of the last approval."""
        return _uk_day(self.approved_at) if self.approved_at else None

    @property
    def approver_names(self) -> tuple[str, ...]:
        """Everybody who approved; nobody while the run waits for approval."""
        return self.approvers or tuple(filter(None, (self.approved_by,)))

    @property
    def is_one_person(self) -> bool:
        """Say whether one person prepared and approved the run."""
        return is_one_person(self.prepared_by, self.approver_names)

    @property
    def outside_cost_codes(self) -> CostCodeSum | None:
        """What no cost code has, so that all sums equal the totals; None where that is nothing."""
        work = self.payment_pence - sum(one.payment_pence for one in self.by_cost_code)
        expenses = self.reimbursement_pence
        expenses -= sum(one.reimbursement_pence for one in self.by_cost_code)
        if not (self.by_cost_code and (work or expenses)):
            return None
        return CostCodeSum(cost_code="", payment_pence=work, reimbursement_pence=expenses)

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
    """The note that tells a person what was paid; work and expenses in lists of their own.

    `edition` and `language` ("en+cy") are those in which the person reads.
    """

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
    came_back_on: datetime.date | None = None
    """The day on which the money came back, where it did."""
    edition: Edition = Edition.STANDARD
    language: str = "en"

    @property
    def payment_pence(self) -> int:
        """The involvement payment, in pence."""
        return sum(line.pence for line in self.work)

    @property
    def reimbursement_pence(self) -> int:
        """The expenses paid back, in pence."""
        return sum(line.pence for line in self.expenses)


def is_one_person(prepared_by: str, approvers: Sequence[str]) -> bool:
    """Say whether only the one who prepared a run approved it, by their names."""
    return set(approvers) == {prepared_by}


def _uk_day(instant: datetime.datetime) -> datetime.date:
    return instant.astimezone(zoneinfo.ZoneInfo("Europe/London")).date()
