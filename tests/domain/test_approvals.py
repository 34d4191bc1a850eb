"""A decision is for or against, and says who made it and when."""

import datetime

from coprod_desktop.domain.approvals import Decision
from tests.builders import an_approval


def test_a_decision_is_about_an_approval_or_about_taking_back() -> None:
    approving = {"prepared", "approved", "sent back"}
    assert set(Decision) == approving | {"asked to take back", "taken back", "left standing"}


def test_a_decision_names_its_operator_and_an_instant_with_its_time_zone() -> None:
    approval = an_approval(operator_id=7)
    assert approval.operator_id == 7
    assert approval.decided_at.utcoffset() == datetime.timedelta(0)
