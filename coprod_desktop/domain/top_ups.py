"""What is paid on top where the rules were raised after something was agreed."""

import dataclasses
import datetime
import enum
import re
from collections.abc import Iterable

from coprod_desktop.domain.contributions import Choice, Pay, WorkState
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import LineKind

_VERSION = re.compile(r"Policy version (\d+)\.")


class NoTopUp(enum.StrEnum):
    """Why something has another price today and gets nothing on top."""

    FALL = "the price fell"
    DECLINED = "declined"
    PART = "a part, as chosen"
    DEFERRED = "waits"
    NOTHING_PAID = "recorded without payment"
    BY_HAND = "agreed by hand"
    TOGETHER = "counted together"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TopUp:
    """The difference that is paid for one contribution or one line of a claim.

    `subject_id` is the contribution's or the expense item's, as `kind` says; `was_pence` is what it
    had come to before. While it `is_live`, no other may begin at the same amount of the same
    subject: the database keeps that rule. Once its run is taken back it counts for nothing.
    """

    top_up_id: int
    kind: LineKind
    subject_id: int
    participant_id: int
    project_id: int
    policy_id: int
    was_pence: int
    pence: int
    because: str
    state: WorkState = WorkState.IN_PAY_RUN
    made_on: datetime.date
    is_live: bool = True

    @property
    def is_for_work(self) -> bool:
        """Say whether it is part of an involvement payment, and not of a reimbursement."""
        return self.kind is LineKind.CONTRIBUTION


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What was frozen on one contribution or one line of a claim, in pence.

    `topped_pence` is what was paid on top since. A line of a claim has no `pay` and no `choice`.
    """

    kind: LineKind
    subject_id: int
    participant_id: int
    project_id: int
    on: datetime.date
    what: str
    offered_pence: int
    agreed_pence: int
    because: str
    is_by_policy: bool
    topped_pence: int = 0
    pay: Pay | None = None
    choice: Choice | None = None

    @property
    def was_pence(self) -> int:
        """What the person gets for it until now."""
        return self.agreed_pence + self.topped_pence

    @property
    def promised_pence(self) -> int:
        """What the rules gave for it until now, whatever the person chose."""
        return self.offered_pence + self.topped_pence


def difference(agreed: Agreed, now_pence: int) -> int | NoTopUp | None:
    """Return the pence to pay on top, or why there are none; None where nothing is to be said.

    Only a rise is paid: a fall never takes money back. What the person chose stands: declined work
    stays declined, and a part stays that part. Vouchers and what is given back after payment count
    as accepted. Unpaid work and work in a salary get nothing.
    """
    if agreed.pay in (Pay.UNPAID, Pay.SALARY):
        return None
    if agreed.choice in _CHOSEN or not agreed.is_by_policy:
        why = _CHOSEN.get(agreed.choice, NoTopUp.BY_HAND) if agreed.choice else NoTopUp.BY_HAND
        return why if now_pence > agreed.promised_pence else None
    if agreed.kind is LineKind.CONTRIBUTION and not agreed.agreed_pence:
        return NoTopUp.NOTHING_PAID if now_pence else None
    if now_pence < agreed.was_pence:
        return NoTopUp.FALL
    return now_pence - agreed.was_pence or None


_CHOSEN = {
    Choice.DECLINE: NoTopUp.DECLINED,
    Choice.PART: NoTopUp.PART,
    Choice.DEFER: NoTopUp.DEFERRED,
}


def share_out(rises: Iterable[int], most_pence: int) -> list[int]:
    """Cut rises, in their order, so that they come to no more than a sum, in pence."""
    found, left = list[int](), max(0, most_pence)
    for pence in rises:
        found.append(min(pence, left))
        left -= found[-1]
    return found


def version_in(because: str) -> int | None:
    """Return the number of the policy version that a frozen reason names; None for no policy."""
    numbers = _VERSION.findall(because)
    return int(numbers[-1]) if numbers else None


def reason(agreed: Agreed, pence: int, now_pence: int, now_because: str) -> str:
    """Return in plain words why so many pence are paid on top, with both versions' numbers."""
    before, after = version_in(agreed.because), version_in(now_because)
    was = f"{format_pounds(agreed.agreed_pence)} was agreed by policy version {before}"
    if agreed.topped_pence:
        was += f" and {format_pounds(agreed.topped_pence)} was paid on top before"
    if before == after:
        now = f"By the figures of today policy version {after} gives {format_pounds(now_pence)}"
    else:
        now = f"Policy version {after} gives {format_pounds(now_pence)}"
    more = f"{format_pounds(pence)} is paid on top"
    if pence < now_pence - agreed.was_pence:
        more += ", as other entries that are counted together with it would get less"
    return f"{was}. {now}; {more}. {now_because}"
