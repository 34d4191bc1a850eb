"""A decision is for or against, and says who made it and when."""

import datetime

from coprod_desktop.domain.approvals import Decision
from tests.builders import an_approval


def test_there_are_two_decisions_and_the_note_of_who_prepared() -> None:
    assert set(Decision) == {"prepared", "approved", "sent back"}


def test_a_decision_names_its_operator_and_an_instant_with_its_time_zone() -> None:
    approval = an_approval(operator_id=7)
    assert approval.operator_id == 7
    assert approval.decided_at.utcoffset() == datetime.timedelta(0)
