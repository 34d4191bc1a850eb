"""Decisions are found by what they are about."""

import datetime

from coprod_desktop.domain.approvals import Decision
from coprod_desktop.storage import approvals
from coprod_desktop.storage.database import Database
from tests.builders import NOW, an_approval, an_operator
from tests.storage.world import save


def test_decisions_come_by_record_oldest_first(database: Database) -> None:
    operator = an_operator()
    by = {"operator_id": operator.operator_id}
    later = NOW + datetime.timedelta(hours=1)
    made = [
        an_approval(**by, subject_id=2, decided_at=later),
        an_approval(**by, subject_id=2, decision=Decision.SENT_BACK, reason="Whose hours?"),
        an_approval(**by, subject_id=1, decided_at=later),
        an_approval(**by, subject_id=1, subject="expense claim"),
        an_approval(**by, subject_id=3),
    ]
    save(database, operator, *made)
    with database.reading() as reading:
        found = approvals.of_subjects(reading, "contribution", [2, 1, 2, *range(900, 2000)])
        assert approvals.of_subjects(reading, "contribution", []) == ()
    assert found == (made[2], made[1], made[0])
