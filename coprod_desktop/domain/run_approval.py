"""Who may approve a pay run, and how many have to."""

import dataclasses
import datetime
from collections.abc import Sequence

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.errors import ApprovedAlreadyError, SamePersonError
from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.pay_runs import PayRun, RunState, move


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RunApproval:
    """How far the approval of a run has come: ids of operators, oldest first.

    `preparer_ids` holds everybody who put the run together or changed it since; an approval that
    was given before the last change counts no more.
    """

    preparer_ids: frozenset[int]
    approver_ids: tuple[int, ...]
    needed: int

    @property
    def is_complete(self) -> bool:
        """Say whether enough people have approved."""
        return len(self.approver_ids) >= self.needed


def run_approval(
    decisions: Sequence[Approval], organisation: Organisation, pence: int
) -> RunApproval:
    """Return how far the approval of a run of so many pence has come, by its decisions in order.

    Above the charity's threshold two people approve (domain facts 6.6); where the trustees' note
    lets one person do both, one is enough.
    """
    given: list[int] = []
    for one in decisions:
        if one.decision is Decision.APPROVED:
            given.append(one.operator_id)
        elif one.decision in (Decision.PREPARED, Decision.SENT_BACK):
            given = []
    threshold = organisation.second_approver_above_pence
    needs_two = threshold is not None and pence > threshold
    return RunApproval(
        preparer_ids=frozenset(
            one.operator_id for one in decisions if one.decision is Decision.PREPARED
        ),
        approver_ids=tuple(given),
        needed=2 if needs_two and not organisation.four_eyes_note.strip() else 1,
    )


def approve_run(
    run: PayRun,
    so_far: RunApproval,
    operator_id: int,
    approved_at: datetime.datetime,
    four_eyes_note: str,
) -> PayRun:
    """Return the run with one more approval; it is approved once that was the last one needed.

    Raises WrongStateError, SamePersonError for somebody who prepared or changed it, unless the
    trustees' note allows that, and ApprovedAlreadyError for the same person twice.
    """
    approved = move(run, RunState.APPROVED)
    if operator_id in so_far.preparer_ids and not four_eyes_note.strip():
        raise SamePersonError()
    if operator_id in so_far.approver_ids:
        raise ApprovedAlreadyError()
    if len(so_far.approver_ids) + 1 < so_far.needed:
        return run
    return dataclasses.replace(
        approved,
        approved_by_id=operator_id,
        approved_at=approved_at,
        four_eyes_note=four_eyes_note.strip(),
    )
