"""Look up who decided what about records."""

from collections.abc import Iterable

import sqlalchemy as sa

from coprod_desktop.domain.approvals import Approval
from coprod_desktop.storage.schema import table_of
from coprod_desktop.storage.work import Reading

_approvals = table_of(Approval)


def of_subjects(reading: Reading, subject: str, ids: Iterable[int]) -> tuple[Approval, ...]:
    """Return the decisions about records of one table, oldest first for each record."""
    wanted, found = sorted(set(ids)), list[Approval]()
    for start in range(0, len(wanted), 500):
        query = (
            sa.select(_approvals)
            .where(_approvals.c.subject == subject)
            .where(_approvals.c.subject_id.in_(wanted[start : start + 500]))
            .order_by(_approvals.c.subject_id, _approvals.c.decided_at, _approvals.c.approval_id)
        )
        found.extend(reading.fetch(Approval, query))
    return tuple(found)
