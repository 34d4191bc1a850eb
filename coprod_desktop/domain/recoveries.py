"""Money that was paid in error and is kept back from what comes next."""

import dataclasses
import datetime

from coprod_desktop.domain.contributions import WorkState


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """What a person holds for work or an expense whose payment was taken back, in pence.

    `reverses_line_id` is the payment line that was taken back. It is kept back from the person's
    next payments of the same type, an involvement payment or a reimbursement, and never makes one
    negative: what does not fit waits as a recovery of its own.
    """

    recovery_id: int
    participant_id: int
    project_id: int
    reverses_line_id: int
    is_for_work: bool
    pence: int
    because: str
    state: WorkState = WorkState.APPROVED
    made_on: datetime.date


def share_of_recoveries(
    recoveries: list[Recovery], earned_pence: int
) -> tuple[tuple[Recovery, int], ...]:
    """Return how much of each recovery, oldest first, fits into what was earned, in pence."""
    taken, left = list[tuple[Recovery, int]](), earned_pence
    for one in sorted(recoveries, key=lambda one: (one.made_on, one.recovery_id)):
        pence = min(one.pence, left)
        if pence > 0:
            taken.append((one, pence))
            left -= pence
    return tuple(taken)
