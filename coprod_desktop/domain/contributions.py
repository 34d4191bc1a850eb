"""Time that a person gave, with the promise that was made for it."""

import dataclasses
import datetime
import enum

from coprod_desktop.domain.errors import (
    AlreadyPaidError,
    OwnWorkError,
    PartAboveOfferError,
    ReasonMissingError,
    WrongStateError,
)
from coprod_desktop.domain.money import check_pence
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.policy import Quote
from coprod_desktop.domain.text import clean_line
from coprod_desktop.domain.time import check_minutes


class Pay(enum.StrEnum):
    """Whether work is paid by the charity, unpaid, or part of a salary somebody pays."""

    PAID = "paid"
    UNPAID = "unpaid"
    SALARY = "in salary"


class Choice(enum.StrEnum):
    """What the person said to the offer; it can change until the money is paid."""

    ACCEPT = "accepted"
    PART = "accepted in part"
    DECLINE = "declined"
    DONATE = "donate back after payment"
    VOUCHER = "voucher"
    DEFER = "deferred"


class WorkState(enum.StrEnum):
    """How far a contribution or an expense claim has come.

    A draft is not asked to be approved yet; what is logged waits for approval.
    """

    DRAFT = "draft"
    LOGGED = "logged"
    SENT_BACK = "sent back"
    APPROVED = "approved"
    IN_PAY_RUN = "in a pay run"
    PAID = "paid"


_IN_SALARY = "Done in your paid working time."
LOCKED_STATES = frozenset({WorkState.IN_PAY_RUN, WorkState.PAID})
NOT_CLAIMED = (WorkState.DRAFT, WorkState.SENT_BACK)
"""The states in which an expense claim asks for no money."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """Minutes of one kind of work by one person on one day.

    `rate_pence` (an hour), `offered_pence` and `because` are frozen when it is logged.
    `agreed_pence` is what will be paid after the person's choice; `value_pence` is the worth of
    unpaid time, as the policy values it or as it was offered, and is never money owed.
    """

    contribution_id: int
    participant_id: int
    project_id: int
    activity_id: int | None = None
    worked_on: datetime.date
    minutes: int
    kind_of_work: str
    capacity: Capacity
    what: str
    skills: str = ""
    pay: Pay
    rate_pence: int = 0
    offered_pence: int = 0
    because: str = ""
    choice: Choice = Choice.ACCEPT
    agreed_pence: int = 0
    value_pence: int = 0
    is_paid: bool = False
    state: WorkState = WorkState.LOGGED
    note: str = ""
    circumstances: str = ""
    """What else the policy asked about, a fact a line as in docs/policy-format.md."""
    import_key: str | None = None


def price(contribution: Contribution, quote: Quote) -> Contribution:
    """Freeze an offer on a contribution; what was approved before is to be approved anew.

    A draft stays one.
    Raises DurationNotPositiveError, DayTooLongError or AlreadyPaidError.
    """
    check_editable(contribution)
    check_minutes(contribution.minutes)
    offered = quote.offered_pence if contribution.pay is Pay.PAID else 0
    priced = dataclasses.replace(
        contribution,
        value_pence=check_pence(quote.value_pence),
        kind_of_work=clean_line(contribution.kind_of_work),
        what=clean_line(contribution.what),
        skills=clean_line(contribution.skills),
        note=clean_line(contribution.note),
        rate_pence=check_pence(quote.rate_pence),
        offered_pence=check_pence(offered),
        because=_IN_SALARY if contribution.pay is Pay.SALARY else quote.because,
        state=open_state(contribution.state),
    )
    return settle_choice(priced, priced.choice, part_pence=contribution.agreed_pence)


def open_state(state: WorkState) -> WorkState:
    """Return the state of something after a change: to be approved, or a draft still."""
    return WorkState.DRAFT if state is WorkState.DRAFT else WorkState.LOGGED


def settle_choice(contribution: Contribution, choice: Choice, part_pence: int = 0) -> Contribution:
    """Apply the person's choice; raises PartAboveOfferError or AlreadyPaidError."""
    check_editable(contribution)
    agreed = {Choice.PART: part_pence, Choice.DECLINE: 0}.get(choice, contribution.offered_pence)
    if check_pence(agreed) > contribution.offered_pence:
        raise PartAboveOfferError(offered_pence=contribution.offered_pence, pence=agreed)
    is_paid = contribution.pay is Pay.SALARY or agreed > 0
    value = 0 if is_paid else contribution.offered_pence or contribution.value_pence
    return dataclasses.replace(
        contribution, choice=choice, agreed_pence=agreed, is_paid=is_paid, value_pence=value
    )


def submit(contribution: Contribution) -> Contribution:
    """Send a draft for approval; raises WrongStateError."""
    if contribution.state is not WorkState.DRAFT:
        raise WrongStateError(noun="contribution", state=contribution.state, step="submit")
    return dataclasses.replace(contribution, state=WorkState.LOGGED)


def approve(contribution: Contribution, operator_participant_id: int | None) -> Contribution:
    """Approve a logged contribution; raises OwnWorkError or WrongStateError."""
    if contribution.participant_id == operator_participant_id:
        raise OwnWorkError()
    if contribution.state not in (WorkState.LOGGED, WorkState.SENT_BACK):
        raise WrongStateError(noun="contribution", state=contribution.state, step="approve")
    return dataclasses.replace(contribution, state=WorkState.APPROVED)


def send_back(contribution: Contribution, reason: str) -> Contribution:
    """Send a contribution back with a reason; raises ReasonMissingError or WrongStateError."""
    note = clean_line(reason)
    if not note:
        raise ReasonMissingError()
    if contribution.state not in (WorkState.LOGGED, WorkState.APPROVED):
        raise WrongStateError(noun="contribution", state=contribution.state, step="send back")
    return dataclasses.replace(contribution, state=WorkState.SENT_BACK, note=note)


def check_editable(contribution: Contribution) -> None:
    """Refuse to change what is in a pay run or paid; raises AlreadyPaidError."""
    if contribution.state in LOCKED_STATES:
        raise AlreadyPaidError(noun="contribution")
