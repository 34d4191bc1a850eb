"""What lists and totals show: a record joined with the names it needs."""

import dataclasses
import datetime

from coprod_desktop.domain.contributions import Choice, Pay, WorkState
from coprod_desktop.domain.participants import Capacity, Edition, PaidBy
from coprod_desktop.domain.pay_runs import RunState


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TotalsRow:
    """Sums for one participant, project, month or kind of work: minutes and pence.

    `payments_pence` is what was agreed for the work, paid or to come; `value_pence` the worth of
    unpaid time, which is never money.
    """

    name: str
    minutes_paid: int
    minutes_unpaid: int
    payments_pence: int
    reimbursements_pence: int
    value_pence: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ContributionSummary:
    """A row of the list of contributions."""

    contribution_id: int
    worked_on: datetime.date
    participant_id: int
    participant: str
    project: str
    what: str
    kind_of_work: str
    capacity: Capacity
    minutes: int
    pay: Pay
    is_paid: bool
    offered_pence: int
    agreed_pence: int
    choice: Choice
    state: WorkState
    because: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantSummary:
    """A row of the list of participants, with all that the person gave."""

    participant_id: int
    name: str
    name_in_script: str
    capacity: Capacity
    paid_by: PaidBy
    edition: Edition
    is_active: bool
    minutes_paid: int
    minutes_unpaid: int
    last_worked_on: datetime.date | None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSummary:
    """A row of the list of projects: people, minutes, and pence agreed against the budget."""

    project_id: int
    name: str
    cost_code: str
    is_open: bool
    people: int
    minutes_paid: int
    minutes_unpaid: int
    budget_pence: int
    agreed_pence: int
    support_pence: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSummary:
    """A row of the list of expense claims."""

    expense_claim_id: int
    claimed_on: datetime.date
    participant_id: int
    participant: str
    project: str
    what: str
    items: int
    receipts: int
    claimed_pence: int
    agreed_pence: int
    state: WorkState


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PayRunSummary:
    """A row of the list of pay runs."""

    pay_run_id: int
    number: int
    up_to_on: datetime.date
    pay_on: datetime.date
    state: RunState
    people: int
    payment_pence: int
    reimbursement_pence: int
    prepared_by: str
    approved_by: str
    is_top_up: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatementSummary:
    """A row of the list of statements: the person, and their last statement if there is one."""

    participant_id: int
    participant: str
    edition: Edition
    language: str
    minutes_paid: int
    minutes_unpaid: int
    statement_id: int | None
    number: str
    issued_on: datetime.date | None
    is_out_of_date: bool
