"""The page that says what a person's work was: everything it shows, and its sums."""

import dataclasses
import datetime

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.participants import Edition, PaidBy

CORRECTION_DAYS = 30


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatementTopUp:
    """What was paid on top as the rate went up; `paid_on` is None while it is still to come."""

    pence: int
    paid_on: datetime.date | None = None
    pay_by_on: datetime.date | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatementWork:
    """One piece of work as the statement shows it.

    `paid_on` and `paid_how` are set once it is paid, `pay_by_on` while it is still to come.
    `agreed_pence` is what was agreed first; `top_ups` came on top.
    """

    worked_on: datetime.date
    what: str
    kind_of_work: str
    project: str
    minutes: int
    pay: Pay
    is_paid: bool
    offered_pence: int
    agreed_pence: int
    value_pence: int
    rate_pence: int
    choice: Choice
    skills: str = ""
    paid_on: datetime.date | None = None
    paid_how: PaidBy | None = None
    pay_by_on: datetime.date | None = None
    top_ups: tuple[StatementTopUp, ...] = ()

    @property
    def whole_pence(self) -> int:
        """What was agreed and what came on top, in pence."""
        return self.agreed_pence + _pence_of(self.top_ups)

    @property
    def paid_pence(self) -> int:
        """The part of it that has been paid, in pence."""
        return (self.agreed_pence if self.paid_on else 0) + _paid_of(self.top_ups)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatementExpense:
    """One expense as the statement shows it, in pence; `top_ups` came on top of what was agreed."""

    spent_on: datetime.date
    what: str
    claimed_pence: int
    agreed_pence: int
    because: str = ""
    paid_on: datetime.date | None = None
    top_ups: tuple[StatementTopUp, ...] = ()

    @property
    def whole_pence(self) -> int:
        """What was agreed and what came on top, in pence."""
        return self.agreed_pence + _pence_of(self.top_ups)

    @property
    def paid_pence(self) -> int:
        """The part of it that has been paid back, in pence."""
        return (self.agreed_pence if self.paid_on else 0) + _paid_of(self.top_ups)


def _pence_of(top_ups: tuple[StatementTopUp, ...]) -> int:
    return sum(one.pence for one in top_ups)


def _paid_of(top_ups: tuple[StatementTopUp, ...]) -> int:
    return sum(one.pence for one in top_ups if one.paid_on)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatementContent:
    """Everything on one person's statement for a period; paid and unpaid work in one list.

    Payments for work and expenses paid back are never added together.
    """

    number: str
    organisation: str
    charity_number: str
    contact_name: str
    contact_phone: str
    contact_email: str
    name: str
    name_in_script: str
    from_on: datetime.date
    to_on: datetime.date
    issued_on: datetime.date
    work: tuple[StatementWork, ...]
    expenses: tuple[StatementExpense, ...]
    skills: tuple[str, ...] = ()
    what_changed: tuple[str, ...] = ()
    what_next: tuple[str, ...] = ()
    rate_source: str = ""
    correct_by_on: datetime.date
    replaces_number: str = ""
    replaces_because: str = ""

    @property
    def minutes(self) -> int:
        """All minutes, paid and unpaid."""
        return self.minutes_paid + self.minutes_unpaid

    @property
    def minutes_paid(self) -> int:
        """Minutes of paid work."""
        return sum(work.minutes for work in self.work if work.is_paid)

    @property
    def minutes_unpaid(self) -> int:
        """Minutes of unpaid work."""
        return sum(work.minutes for work in self.work if not work.is_paid)

    @property
    def payments_pence(self) -> int:
        """Payments agreed for this work, paid and to come, in pence."""
        return sum(work.whole_pence for work in self.work)

    @property
    def paid_pence(self) -> int:
        """The part of the payments that has been paid, in pence."""
        return sum(work.paid_pence for work in self.work)

    @property
    def to_come_pence(self) -> int:
        """The part of the payments that is still to come, in pence."""
        return self.payments_pence - self.paid_pence

    @property
    def reimbursements_pence(self) -> int:
        """Expenses agreed, paid back and to come, in pence."""
        return sum(expense.whole_pence for expense in self.expenses)

    @property
    def reimbursed_pence(self) -> int:
        """The part of the expenses that has been paid back, in pence."""
        return sum(expense.paid_pence for expense in self.expenses)

    @property
    def value_pence(self) -> int:
        """The worth of the unpaid time at the rate of the same work; not money paid or owed."""
        return sum(work.value_pence for work in self.work)

    @property
    def paid_rates_pence(self) -> tuple[int, ...]:
        """The hourly rates of the paid work, each once, in pence."""
        paid = {work.rate_pence for work in self.work if work.agreed_pence and work.rate_pence}
        return tuple(sorted(paid))

    @property
    def unpaid_rates_pence(self) -> tuple[int, ...]:
        """The hourly rates that value the unpaid work, each once, in pence."""
        unpaid = {work.rate_pence for work in self.work if work.value_pence}
        return tuple(sorted(unpaid))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An issued statement: its number, its figures, and the fingerprint of what it said."""

    statement_id: int
    number: str
    participant_id: int
    from_on: datetime.date
    to_on: datetime.date
    issued_on: datetime.date
    edition: Edition = Edition.STANDARD
    language: str = "en"
    minutes_paid: int
    minutes_unpaid: int
    payments_pence: int
    reimbursements_pence: int
    value_pence: int
    content_sha256: str
    replaces_id: int | None = None
    is_replaced: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatementPaper:
    """The PDF of an issued statement as it was handed out."""

    statement_paper_id: int
    statement_id: int
    media_type: str
    sha256: str
    content: bytes
