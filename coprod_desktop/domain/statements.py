"""The page that says what a person's work was: everything it shows, and its sums."""

import dataclasses
import datetime

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.participants import Edition, PaidBy
from coprod_desktop.domain.statement_differences import Difference

CORRECTION_DAYS = 30
MONTHS_OF_A_YEAR = 12


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatementMade:
    """A thing that was made, and this person's credit in its own words: "co-author"."""

    title: str
    kind: str = ""
    made_on: datetime.date | None = None
    where: str = ""
    credit: str = ""


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
    `agreed_pence` is what was agreed first; `top_ups` came on top. `line_id` stands on no paper; it
    tells which work this is although all else about it was corrected.
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
    line_id: int = dataclasses.field(default=0, compare=False)

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
    """One expense as the statement shows it, in pence; `top_ups` came on top of what was agreed.

    `line_id` stands on no paper, as with work.
    """

    spent_on: datetime.date
    what: str
    claimed_pence: int
    agreed_pence: int
    because: str = ""
    paid_on: datetime.date | None = None
    top_ups: tuple[StatementTopUp, ...] = ()
    line_id: int = dataclasses.field(default=0, compare=False)

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

    Payments for work and expenses paid back are never added together. `left_out` holds names of
    the SECTIONS of paper_choices; `shows_declined` is whether offers that the person declined are
    told. What the charity wrote in Welsh stands in `what_changed_cy`, with the English where it
    wrote none.
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
    what_changed_cy: tuple[str, ...] = ()
    what_next_cy: tuple[str, ...] = ()
    made: tuple[StatementMade, ...] = ()
    rate_source: str = ""
    correct_by_on: datetime.date
    reply_days: int = 5
    replaces_number: str = ""
    replaces_because: str = ""
    changes: tuple[Difference, ...] = ()
    left_out: frozenset[str] = frozenset()
    shows_declined: bool = True
    has_chart: bool = False
    has_code: bool = False
    signed_by: str = ""
    signed_as: str = ""
    signature: bytes = b""
    logo: bytes = b""

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

    @property
    def months(self) -> tuple[tuple[datetime.date, int, int], ...]:
        """The first day of each month with its minutes paid and unpaid, in order.

        Of a period of more than a year only the months with work are told.
        """
        is_short = _months_between(self.from_on, self.to_on) < MONTHS_OF_A_YEAR
        whole = _months(self.from_on, self.to_on) if is_short else ()
        found = {month: [0, 0] for month in whole}
        for work in self.work:
            minutes = found.setdefault(work.worked_on.replace(day=1), [0, 0])
            minutes[0 if work.is_paid else 1] += work.minutes
        return tuple((month, paid, unpaid) for month, (paid, unpaid) in sorted(found.items()))

    def changed_in(self, language: str) -> tuple[str, ...]:
        """Return what changed because of the work, in "cy" or "en"."""
        return self.what_changed_cy or self.what_changed if language == "cy" else self.what_changed

    def next_in(self, language: str) -> tuple[str, ...]:
        """Return what happens next, in "cy" or "en"."""
        return self.what_next_cy or self.what_next if language == "cy" else self.what_next


def _months_between(from_on: datetime.date, to_on: datetime.date) -> int:
    return (to_on.year - from_on.year) * MONTHS_OF_A_YEAR + to_on.month - from_on.month


def _months(from_on: datetime.date, to_on: datetime.date) -> list[datetime.date]:
    first = from_on.year * MONTHS_OF_A_YEAR + from_on.month - 1
    numbers = range(first, first + _months_between(from_on, to_on) + 1)
    return [
        datetime.date(number // MONTHS_OF_A_YEAR, number % MONTHS_OF_A_YEAR + 1, 1)
        for number in numbers
    ]


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
    left_out: str = ""
    replaces_id: int | None = None
    is_replaced: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatementPaper:
    """A paper of an issued statement as it was handed out: PDF or web page, edition, language."""

    statement_paper_id: int
    statement_id: int
    edition: Edition = Edition.STANDARD
    language: str = "en"
    media_type: str
    sha256: str
    content: bytes


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatementTold:
    """What an issued statement says, so that another edition of it says the same.

    `told` is JSON in UTF-8, compressed by zlib: that of a thousand statements is kept at once.
    """

    statement_told_id: int
    statement_id: int
    told: bytes
