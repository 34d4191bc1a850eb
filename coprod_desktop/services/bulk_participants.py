"""Work out what an edit of what is kept about many people would do, before it is saved."""

from collections.abc import Sequence

from coprod_desktop.domain.bulk_edits import (
    BulkPlan,
    Entry,
    LeftRow,
    ParticipantEdit,
    PlannedRow,
    differences,
)
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.text import fold
from coprod_desktop.services.bulk_contributions import Progress
from coprod_desktop.storage import bulk_edits
from coprod_desktop.storage.work import Reading

_TOLD = ("capacity", "contact_by", "paid_by", "edition", "language", "is_active", "wishes")


def planned(
    reading: Reading, row_ids: Sequence[int], edit: ParticipantEdit, progress: Progress
) -> BulkPlan:
    """Return what would change and what stays; raises LanguageUnknownError."""
    found = sorted(reading.among(Participant, row_ids), key=lambda one: fold(one.name))
    records, changes, left = [], [], []
    for before in found:
        entry = Entry(row_id=before.participant_id, who=before.name)
        try:
            after = edit.apply(before)
        except DomainError as error:
            left.append(LeftRow(entry=entry, error=error))
            continue
        told = differences(before, after, _TOLD)
        if told:
            records.append(after)
            changes.append(PlannedRow(entry=entry, differences=told))
    progress(len(found), len(found))
    return BulkPlan(
        edit=edit,
        row_ids=tuple(row_ids),
        records=tuple(records),
        changes=tuple(changes),
        left=tuple(left),
        same=len(found) - len(records) - len(left),
        change_id=bulk_edits.latest_change_id(reading),
    )
