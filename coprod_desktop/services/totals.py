"""Add up time and money."""

import dataclasses
import datetime

from coprod_desktop.domain.errors import check_period
from coprod_desktop.domain.summaries import TotalsRow
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import totals

GROUPS = ("participant", "project", "month", "kind")


class TotalsService:
    """The verbs about totals."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rows(
        self, by: str, from_on: datetime.date | None = None, to_on: datetime.date | None = None
    ) -> tuple[TotalsRow, ...]:
        """Return sums by one of GROUPS; raises PeriodBackwardsError."""
        if from_on and to_on:
            check_period(from_on, to_on)
        with self._desk.reading() as reading:
            return totals.rows(reading, by, from_on, to_on)

    def of_participant(self, participant_id: int) -> TotalsRow:
        """Return all that one person gave and got; nothing but noughts where there is nothing."""
        with self._desk.reading() as reading:
            return totals.of_participant(reading, participant_id)


def sum_of(rows: tuple[TotalsRow, ...], name: str = "") -> TotalsRow:
    """Add up rows of totals."""
    fields = [field.name for field in dataclasses.fields(TotalsRow) if field.name != "name"]
    sums = {field: sum(getattr(row, field) for row in rows) for field in fields}
    return TotalsRow(name=name, **sums)
