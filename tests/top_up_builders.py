"""Top-ups for tests: valid as they come."""

from dataclasses import replace
from typing import Any

from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.top_ups import TopUp
from tests.invented import TODAY, next_id


def a_top_up(**override: Any) -> TopUp:
    """Build £2.20 on top of £9.90 for 22 miles."""
    return replace(
        TopUp(
            top_up_id=next_id(),
            kind=LineKind.EXPENSE_CLAIM,
            subject_id=next_id(),
            participant_id=next_id(),
            project_id=next_id(),
            policy_id=next_id(),
            was_pence=990,
            pence=220,
            because="£9.90 was agreed by policy version 1. Policy version 2 gives £12.10.",
            made_on=TODAY,
        ),
        **override,
    )
