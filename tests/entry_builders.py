"""One-line entries for tests: valid as they come."""

from dataclasses import replace
from typing import Any

from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.small_expenses import SmallCost
from coprod_desktop.services.quick_entry import QuickEntry
from tests.builders import WORKED_ON
from tests.invented import next_id

A_FARE = SmallCost(kind=ExpenseKind.BUS, pence=460)


def a_quick_entry(participant_id: int, **override: Any) -> QuickEntry:
    """Return half an hour of a meeting and one bus fare of a person."""
    entry = QuickEntry(
        participant_ids=(participant_id,),
        project_id=next_id(),
        day=WORKED_ON,
        minutes=30,
        kind_of_work="Meeting",
        costs=(A_FARE,),
    )
    return replace(entry, **override)
