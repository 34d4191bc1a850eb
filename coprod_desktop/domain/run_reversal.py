"""Who takes back a pay run whose money may have left: one asks, and another confirms it."""

from collections.abc import Sequence

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.pay_errors import ReversalAskedError
from coprod_desktop.domain.pay_runs import PayRun, RunState


def asked_reversal(decisions: Sequence[Approval]) -> Approval | None:
    """Return who asked to take a run back and still waits for an answer, by its decisions."""
    asked = None
    for one in decisions:
        if one.decision is Decision.REVERSAL_ASKED:
            asked = one
        elif one.decision in (Decision.REVERSED, Decision.LEFT_STANDING):
            asked = None
    return asked


def takes_two(run: PayRun, four_eyes_note: str) -> bool:
    """Say whether a run is taken back by two: its files were made, so its money may have left.

    Where the trustees' note lets one person prepare and approve, one may do this too.
    """
    has_left = run.state in (RunState.EXPORTED, RunState.SETTLED)
    return has_left and not four_eyes_note.strip()


def check_confirms(run: PayRun, asked: Approval, operator_id: int) -> None:
    """Refuse to let whoever asked confirm it themselves; raises ReversalAskedError."""
    if asked.operator_id == operator_id:
        raise ReversalAskedError(number=run.number)
