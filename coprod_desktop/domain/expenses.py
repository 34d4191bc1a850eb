"""Money that people spent to take part, paid back; and what support to take part cost."""

import dataclasses
import datetime
import enum
from fractions import Fraction

from coprod_desktop.domain.contributions import LOCKED_STATES, WorkState
from coprod_desktop.domain.errors import (
    AlreadyPaidError,
    DistanceUnreadableError,
    OwnWorkError,
    ReasonMissingError,
    ReceiptTooLargeError,
    WrongStateError,
)
from coprod_desktop.domain.money import check_pence
from coprod_desktop.domain.numbers import parse_sum
from coprod_desktop.domain.text import clean_line, clean_name

RECEIPT_LIMIT_BYTES = 10_000_000
_LONGEST_TENTH_MILES = 99_999
_UNITS = dict.fromkeys(("", "m", "mi", "mile", "miles"), Fraction(1))


class ExpenseKind(enum.StrEnum):
    """What money was spent on; the three vehicles are paid by the mile."""

    BUS = "bus"
    TRAIN = "train"
    TAXI = "taxi"
    CAR = "car"
    MOTORCYCLE = "motorcycle"
    BICYCLE = "bicycle"
    PARKING = "parking"
    MEAL = "meal"
    CHILDCARE = "childcare"
    CARE = "replacement care"
    PHONE = "phone and data"
    OTHER = "other"


MILEAGE_KINDS = frozenset({ExpenseKind.CAR, ExpenseKind.MOTORCYCLE, ExpenseKind.BICYCLE})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseClaim:
    """One person's expenses, sent for approval together."""

    expense_claim_id: int
    participant_id: int
    project_id: int
    claimed_on: datetime.date
    state: WorkState = WorkState.LOGGED
    note: str = ""
    import_key: str | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseItem:
    """One line of a claim: claimed and agreed in pence, distance in tenths of a mile."""

    expense_item_id: int
    expense_claim_id: int
    spent_on: datetime.date
    kind: ExpenseKind
    what: str
    tenth_miles: int = 0
    claimed_pence: int
    agreed_pence: int
    because: str = ""
    circumstances: str = ""
    """What else the policy asked about, a fact a line as in docs/policy-format.md."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Proof of an expense, kept inside the file."""

    receipt_id: int
    expense_item_id: int
    file_name: str
    media_type: str
    sha256: str
    content: bytes


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SupportCost:
    """What it cost so that somebody could take part; never counted as that person's pay."""

    support_cost_id: int
    project_id: int
    participant_id: int | None = None
    incurred_on: datetime.date
    kind: str
    supplier: str = ""
    cost_pence: int


def parse_miles(text: str) -> int:
    """Read "22", "22.5 miles" or a sum as "7*2" into tenths of a mile.

    A part of a tenth is refused. Raises DistanceUnreadableError, also for 10,000 miles and more.
    """
    miles = parse_sum(text.replace("½", ".5"), before=frozenset(), after=_UNITS)
    tenths = None if miles is None else 10 * miles
    if tenths is None or tenths.denominator != 1 or not 0 <= tenths <= _LONGEST_TENTH_MILES:
        raise DistanceUnreadableError(text=text)
    return int(tenths)


def clean_item(item: ExpenseItem) -> ExpenseItem:
    """Return the item tidied; raises NegativeMoneyError, MoneyTooLargeError."""
    check_pence(item.claimed_pence)
    check_pence(item.agreed_pence)
    return dataclasses.replace(item, what=clean_line(item.what))


def check_receipt(receipt: Receipt) -> None:
    """Refuse a receipt over 10 MB; raises ReceiptTooLargeError."""
    if len(receipt.content) > RECEIPT_LIMIT_BYTES:
        raise ReceiptTooLargeError(size_bytes=len(receipt.content), limit_bytes=RECEIPT_LIMIT_BYTES)


def clean_support_cost(cost: SupportCost) -> SupportCost:
    """Return the cost tidied; raises NameMissingError, NegativeMoneyError."""
    check_pence(cost.cost_pence)
    return dataclasses.replace(cost, kind=clean_name(cost.kind), supplier=clean_line(cost.supplier))


def check_draft(claim: ExpenseClaim) -> None:
    """Refuse to remove what is no draft any more; raises WrongStateError."""
    if claim.state is not WorkState.DRAFT:
        raise WrongStateError(noun="expense claim", state=claim.state, step="remove")


def submit_claim(claim: ExpenseClaim) -> ExpenseClaim:
    """Send a draft for approval; raises WrongStateError."""
    if claim.state is not WorkState.DRAFT:
        raise WrongStateError(noun="expense claim", state=claim.state, step="submit")
    return dataclasses.replace(claim, state=WorkState.LOGGED)


def approve_claim(claim: ExpenseClaim, operator_participant_id: int | None) -> ExpenseClaim:
    """Approve a claim; raises OwnWorkError or WrongStateError."""
    if claim.participant_id == operator_participant_id:
        raise OwnWorkError()
    if claim.state not in (WorkState.LOGGED, WorkState.SENT_BACK):
        raise WrongStateError(noun="expense claim", state=claim.state, step="approve")
    return dataclasses.replace(claim, state=WorkState.APPROVED)


def send_claim_back(claim: ExpenseClaim, reason: str) -> ExpenseClaim:
    """Send a claim back with a reason; raises ReasonMissingError or WrongStateError."""
    note = clean_line(reason)
    if not note:
        raise ReasonMissingError()
    if claim.state not in (WorkState.LOGGED, WorkState.APPROVED):
        raise WrongStateError(noun="expense claim", state=claim.state, step="send back")
    return dataclasses.replace(claim, state=WorkState.SENT_BACK, note=note)


def check_claim_editable(claim: ExpenseClaim) -> None:
    """Refuse to change what is in a pay run or paid; raises AlreadyPaidError."""
    if claim.state in LOCKED_STATES:
        raise AlreadyPaidError(noun="expense claim")
