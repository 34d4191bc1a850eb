"""A cross-table: one figure, by one thing down the side and another along the top."""

import dataclasses
import datetime
import enum
from collections.abc import Mapping

MOST_COLUMNS = 400
"""More columns than this nobody reads; such groups belong down the side."""


class PivotBy(enum.StrEnum):
    """What figures are grouped by; a week begins on its Monday."""

    PERSON = "person"
    PROJECT = "project"
    KIND = "kind"
    CAPACITY = "capacity"
    PAID = "paid"
    MONTH = "month"
    WEEK = "week"
    FUNDER = "funder"


class PivotFigure(enum.StrEnum):
    """Which figure stands in the cells.

    "agreed" is what was agreed for work, paid or to come, with what was paid on top; "paid" the
    part of it that was paid.
    """

    HOURS = "hours"
    PAID_HOURS = "paid-hours"
    UNPAID_HOURS = "unpaid-hours"
    OFFERED = "offered"
    AGREED = "agreed"
    PAID = "paid"
    EXPENSES = "expenses"
    PEOPLE = "people"

    @property
    def is_time(self) -> bool:
        """Say whether the figure counts minutes."""
        return self in (PivotFigure.HOURS, PivotFigure.PAID_HOURS, PivotFigure.UNPAID_HOURS)

    @property
    def is_money(self) -> bool:
        """Say whether the figure counts pence."""
        return not self.is_time and self is not PivotFigure.PEOPLE


GroupKey = int | str
"""What a group is known by: an id, a text, a month as "2026-11", or a Monday as "2026-11-16"."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PivotGroup:
    """One row or column: what it is known by, and how it is called."""

    key: GroupKey
    name: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Pivot:
    """A cross-table of minutes, pence or people.

    `cells` has what is not nought, by the keys of row and column. Totals of people are no sums of
    cells: who is in two months is one person.
    """

    rows_by: PivotBy
    columns_by: PivotBy
    figure: PivotFigure
    from_on: datetime.date | None
    to_on: datetime.date | None
    rows: tuple[PivotGroup, ...]
    columns: tuple[PivotGroup, ...]
    cells: Mapping[tuple[GroupKey, GroupKey], int]
    row_totals: Mapping[GroupKey, int]
    column_totals: Mapping[GroupKey, int]
    total: int

    def at(self, row: PivotGroup, column: PivotGroup) -> int:
        """Return what stands in a cell; nought where nothing does."""
        return self.cells.get((row.key, column.key), 0)
