"""What a policy answers: every sum with its reason, what is refused, and by when."""

import dataclasses
import datetime
from fractions import Fraction

from coprod_desktop.domain.policy.rules import CountsAs


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What is offered for one entry and what unpaid time is worth, in pence, with the reason.

    `rate_pence` is the rate for an hour, where the policy has one.
    """

    offered_pence: int
    rate_pence: int
    because: str
    value_pence: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """One sum for one entry; `entry` is the entry's place in the case, -1 for the whole case."""

    entry: int
    rule: str
    quantity: str
    rate: str
    pence: int
    points: Fraction = Fraction(0)
    unit: str = ""
    counts_as: CountsAs
    because: str
    is_voucher: bool = False
    hourly_pence: int = 0
    """What the rule pays for an hour, where it pays by time."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What is not paid, or not now where it is held; `pence` is the part that was cut."""

    entry: int
    item: str
    because: str
    pence: int = 0
    is_held: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a policy pays for a case; payments and reimbursements are never one sum."""

    lines: tuple[QuoteLine, ...]
    refused: tuple[Refusal, ...]
    warnings: tuple[str, ...]
    value_pence: int = 0
    value_rate_pence: int = 0
    """What an hour of unpaid time is valued at, where it is valued by the hour."""
    claim_by: datetime.date | None = None
    is_late: bool | None = None
    pay_by: datetime.date | None = None
    methods: tuple[str, ...] = ()

    @property
    def payment_pence(self) -> int:
        """Sums that may count as earnings, in pence."""
        return sum(one.pence for one in self.lines if one.counts_as is CountsAs.PAYMENT)

    @property
    def reimbursement_pence(self) -> int:
        """Money spent that is paid back, in pence."""
        return sum(one.pence for one in self.lines if one.counts_as is CountsAs.REIMBURSEMENT)

    @property
    def points(self) -> Fraction:
        """Points, credits and other units that are not money."""
        return sum((one.points for one in self.lines), Fraction(0))
