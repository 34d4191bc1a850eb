"""Look up what somebody decides about, and record who decided what."""

from collections.abc import Iterable
from typing import TypeVar

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import NotFoundError, ToppedUpError
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.text import clean_line
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import pay_runs, top_ups
from coprod_desktop.storage.work import Reading

R = TypeVar("R", Contribution, ExpenseClaim)


def all_of(reading: Reading, record: type[R], ids: Iterable[int]) -> tuple[R, ...]:
    """Return the records of these ids; raises NotFoundError unless every one is there."""
    wanted = set(ids)
    found = reading.among(record, wanted)
    if len(found) < len(wanted):
        there = {_id_of(one) for one in found}
        raise NotFoundError(noun=record.__name__, name=min(wanted - there))
    return found


def check_not_topped_up(reading: Reading, subject_ids: Iterable[int]) -> None:
    """Refuse to change what a difference was paid on top of; raises ToppedUpError.

    The ids are of contributions or expense items.
    """
    found = top_ups.live(reading, subject_ids)
    if found:
        raise ToppedUpError(number=pay_runs.number_paying(reading, found[0].top_up_id))


def _id_of(record: Contribution | ExpenseClaim) -> int:
    if isinstance(record, Contribution):
        return record.contribution_id
    return record.expense_claim_id


def decided(
    desk: Desk, subject: str, subject_id: int, decision: Decision, reason: str = ""
) -> Approval:
    """Return the record of a decision about a row of the table `subject`, made here and now."""
    return Approval(
        approval_id=desk.new_id(),
        subject=subject,
        subject_id=subject_id,
        operator_id=desk.operator.operator_id,
        decision=decision,
        reason=clean_line(reason),
        decided_at=desk.now(),
    )
