"""Who may take a pay run back."""

import pytest

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.pay_errors import ReversalAskedError
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.domain.run_reversal import asked_reversal, check_confirms, takes_two
from tests.builders import NOW, a_pay_run
from tests.invented import next_id

ASKED, APPROVED = Decision.REVERSAL_ASKED, Decision.APPROVED


def decided(*steps: Decision) -> list[Approval]:
    return [
        Approval(
            approval_id=next_id(),
            subject="pay_runs",
            subject_id=7,
            operator_id=operator_id,
            decision=decision,
            decided_at=NOW,
        )
        for operator_id, decision in enumerate(steps)
    ]


@pytest.mark.parametrize(
    ("steps", "asker"),
    [
        ([], None),
        ([APPROVED], None),
        ([APPROVED, ASKED], 1),
        ([ASKED, Decision.LEFT_STANDING], None),
        ([ASKED, Decision.LEFT_STANDING, ASKED], 2),
        ([ASKED, Decision.REVERSED], None),
    ],
)
def test_a_request_waits_until_it_is_answered(steps: list[Decision], asker: int | None) -> None:
    asked = asked_reversal(decided(*steps))
    assert (asked.operator_id if asked else None) == asker


@pytest.mark.parametrize("state", list(RunState))
def test_only_what_may_have_left_takes_two(state: RunState) -> None:
    run = a_pay_run(state=state)
    assert takes_two(run, " ") == (state in (RunState.EXPORTED, RunState.SETTLED))
    assert not takes_two(run, "Agreed on 3 May")


def test_whoever_asked_does_not_confirm_it() -> None:
    (asked,) = decided(ASKED)
    check_confirms(a_pay_run(), asked, 5)
    with pytest.raises(ReversalAskedError):
        check_confirms(a_pay_run(), asked, asked.operator_id)
