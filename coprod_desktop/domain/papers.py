"""What a person's other papers say: the letter, what I did, the certificate, what to check."""

import dataclasses
import datetime

from coprod_desktop.domain.participants import Capacity, PaidBy
from coprod_desktop.domain.statement_differences import Difference
from coprod_desktop.domain.statements import StatementMade

# --- what several papers share ------------------------------------------------------------------


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """The charity as it stands on a paper, whom to ask there, and who signs for it.

    `address` is line by line. `signature` and `logo` are pictures (PNG or JPEG) or empty.
    """

    organisation: str
    charity_number: str = ""
    address: tuple[str, ...] = ()
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    signed_by: str = ""
    signed_as: str = ""
    signature: bytes = b""
    logo: bytes = b""


# --- the letter for Jobcentre Plus --------------------------------------------------------------


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LetterPayment:
    """Money for a piece of work: what was agreed, or what came on top; None while it is to come."""

    pence: int
    paid_on: datetime.date | None = None
    paid_how: PaidBy | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LetterWork:
    """A piece of work in a letter, with what was offered for it and accepted, in pence.

    `payments` holds what was accepted and then, each on its own, what came on top as the rate went
    up: benefits look at the day on which money was paid.
    """

    worked_on: datetime.date
    what: str
    minutes: int
    capacity: Capacity
    offered_pence: int = 0
    accepted_pence: int = 0
    is_in_salary: bool = False
    payments: tuple[LetterPayment, ...] = ()

    @property
    def declined_pence(self) -> int:
        """The part of the offer that the person did not take, in pence."""
        return max(0, self.offered_pence - self.accepted_pence)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LetterExpense:
    """An expense that the person paid and got back; `receipt` is our number of the receipt.

    What the charity paid to somebody else, so that the person could take part, is not in a letter.
    """

    spent_on: datetime.date
    what: str
    pence: int
    receipt: str = ""
    paid_on: datetime.date | None = None
    paid_how: PaidBy | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LetterContent:
    """The facts that a benefits office asks for; payments and expenses are never added together.

    Its content follows NIHR's "Welfare Benefits Jobcentre Letter" (v1.0, April 2021). `taking_part`
    is what the person takes part as, in the charity's words ("someone who has used mental health
    services"), and `purpose` a whole sentence. `is_not_employed` says that the charity's adviser
    agreed to say so, `has_agreed` that the person asked for the letter and agreed to what it says.
    `has_weeks` lists the weeks (domain/letter_spans.py); `period_day` (1 to 31) is the day of the
    month on which the person's own benefit periods begin, 0 where they did not say.
    """

    sender: Sender
    number: str
    issued_on: datetime.date
    to: tuple[str, ...] = ()
    name: str
    from_on: datetime.date
    to_on: datetime.date
    projects: tuple[str, ...] = ()
    taking_part: str = ""
    purpose: str = ""
    work: tuple[LetterWork, ...] = ()
    expenses: tuple[LetterExpense, ...] = ()
    is_not_employed: bool = False
    has_agreed: bool = False
    has_weeks: bool = False
    period_day: int = 0

    @property
    def paid_pence(self) -> int:
        """The payments for involvement that were paid, in pence."""
        return sum(one.pence for work in self.work for one in work.payments if one.paid_on)

    @property
    def to_come_pence(self) -> int:
        """The payments for involvement that are agreed and not paid yet, in pence."""
        return sum(one.pence for work in self.work for one in work.payments if not one.paid_on)

    @property
    def reimbursed_pence(self) -> int:
        """The expenses that were paid back, in pence."""
        return sum(expense.pence for expense in self.expenses if expense.paid_on)

    @property
    def reimbursements_to_come_pence(self) -> int:
        """The expenses that are agreed and not paid back yet, in pence."""
        return sum(expense.pence for expense in self.expenses if not expense.paid_on)


# --- what the person did and can do -------------------------------------------------------------


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OwnSkill:
    """Something the person can do; how they say it themselves, and the work they used it in."""

    skill: str
    own_words: str = ""
    used_in: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TimeByKind:
    """The minutes of one kind of work, paid and unpaid."""

    kind_of_work: str
    minutes_paid: int = 0
    minutes_unpaid: int = 0

    @property
    def minutes(self) -> int:
        """All minutes, paid and unpaid."""
        return self.minutes_paid + self.minutes_unpaid


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WhatIDidContent:
    """A person's own page to show to others, in the first person; what is empty is left out.

    `about` and `did` are their own sentences.
    """

    sender: Sender
    number: str
    issued_on: datetime.date
    name: str
    name_in_script: str = ""
    role: str = ""
    projects: tuple[str, ...] = ()
    from_on: datetime.date
    to_on: datetime.date
    about: str = ""
    did: tuple[str, ...] = ()
    skills: tuple[OwnSkill, ...] = ()
    times: tuple[TimeByKind, ...] = ()
    made: tuple[StatementMade, ...] = ()

    @property
    def minutes_paid(self) -> int:
        """Minutes of paid work."""
        return sum(time.minutes_paid for time in self.times)

    @property
    def minutes_unpaid(self) -> int:
        """Minutes of unpaid work."""
        return sum(time.minutes_unpaid for time in self.times)

    @property
    def minutes(self) -> int:
        """All minutes, paid and unpaid."""
        return self.minutes_paid + self.minutes_unpaid


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CertificateContent:
    """One page that says what a person did, paid and unpaid alike, signed by the charity."""

    sender: Sender
    number: str
    issued_on: datetime.date
    name: str
    name_in_script: str = ""
    role: str = ""
    projects: tuple[str, ...] = ()
    from_on: datetime.date
    to_on: datetime.date
    minutes_paid: int
    minutes_unpaid: int
    skills: tuple[str, ...] = ()
    made: tuple[StatementMade, ...] = ()

    @property
    def minutes(self) -> int:
        """All minutes, paid and unpaid."""
        return self.minutes_paid + self.minutes_unpaid


# --- the correction notice and the check sheet --------------------------------------------------


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionContent:
    """The notice that a statement was wrong: which one, what is right now, and that we are sorry.

    `because` is the charity's own sentence; `new_number` is the statement that replaces the old,
    and `changes` says what differs between the two.
    """

    sender: Sender
    number: str
    issued_on: datetime.date
    name: str
    name_in_script: str = ""
    old_number: str
    old_issued_on: datetime.date
    new_number: str
    from_on: datetime.date
    to_on: datetime.date
    because: str = ""
    changes: tuple[Difference, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CheckWork:
    """A piece of work that the person is asked to check; `pence` is what they chose to be paid."""

    worked_on: datetime.date
    what: str
    minutes: int
    offered_pence: int = 0
    pence: int = 0
    is_in_salary: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CheckExpense:
    """An expense that the person is asked to check, in pence."""

    spent_on: datetime.date
    what: str
    pence: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CheckContent:
    """What we have written down and not paid yet, for the person to say whether it is right."""

    sender: Sender
    number: str
    issued_on: datetime.date
    name: str
    name_in_script: str = ""
    from_on: datetime.date
    to_on: datetime.date
    answer_by_on: datetime.date
    work: tuple[CheckWork, ...] = ()
    expenses: tuple[CheckExpense, ...] = ()

    @property
    def minutes(self) -> int:
        """All minutes to check."""
        return sum(work.minutes for work in self.work)

    @property
    def payments_pence(self) -> int:
        """The payments for work to check, in pence."""
        return sum(work.pence for work in self.work)

    @property
    def reimbursements_pence(self) -> int:
        """The expenses to check, in pence."""
        return sum(expense.pence for expense in self.expenses)
