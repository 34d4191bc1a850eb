"""Make cross-tables of time, money and people from the same sums as all totals."""

import datetime

from coprod_desktop.domain.dates import MONTHS, format_period, list_day, long_day
from coprod_desktop.domain.errors import check_period
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.pivots import (
    MOST_COLUMNS,
    GroupKey,
    Pivot,
    PivotBy,
    PivotFigure,
    PivotGroup,
)
from coprod_desktop.domain.report_errors import PivotTooWideError, SameGroupTwiceError
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import pivots
from coprod_desktop.storage.top_ups import Days
from coprod_desktop.storage.work import Reading

_NAMELESS = ("", pivots.EXPENSES)


class PivotService:
    """The verb about cross-tables."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def make(
        self,
        rows_by: PivotBy,
        columns_by: PivotBy,
        figure: PivotFigure = PivotFigure.HOURS,
        from_on: datetime.date | None = None,
        to_on: datetime.date | None = None,
    ) -> Pivot:
        """Return a cross-table of a period.

        Raises SameGroupTwiceError, PeriodBackwardsError, or PivotTooWideError for over 400 columns.
        """
        if rows_by is columns_by:
            raise SameGroupTwiceError()
        if from_on and to_on:
            check_period(from_on, to_on)
        days = Days(from_on=from_on, to_on=to_on)
        with self._desk.reading() as reading:
            cells = pivots.sums(reading, figure, rows_by, columns_by, days)
            columns = _groups(reading, columns_by, {key for _row, key in cells})
            if len(columns) > MOST_COLUMNS:
                raise PivotTooWideError(count=len(columns), most=MOST_COLUMNS)
            return Pivot(
                rows_by=rows_by,
                columns_by=columns_by,
                figure=figure,
                from_on=from_on,
                to_on=to_on,
                rows=_groups(reading, rows_by, {key for key, _column in cells}),
                columns=columns,
                cells=cells,
                row_totals=_totals(reading, figure, rows_by, days, cells, 0),
                column_totals=_totals(reading, figure, columns_by, days, cells, 1),
                total=_total(reading, figure, days, cells),
            )


def _totals(
    reading: Reading, figure: PivotFigure, by: PivotBy, days: Days, cells: pivots.Sums, place: int
) -> dict[GroupKey, int]:
    """Add up the cells of each group; people are counted anew, each once."""
    if figure is PivotFigure.PEOPLE:
        return {key: n for (key, _none), n in pivots.sums(reading, figure, by, None, days).items()}
    sums: dict[GroupKey, int] = {}
    for keys, amount in cells.items():
        sums[keys[place]] = sums.get(keys[place], 0) + amount
    return sums


def _total(reading: Reading, figure: PivotFigure, days: Days, cells: pivots.Sums) -> int:
    if figure is PivotFigure.PEOPLE:
        return pivots.people(reading, days)
    return sum(cells.values())


def _groups(reading: Reading, by: PivotBy, keys: set[GroupKey]) -> tuple[PivotGroup, ...]:
    """Return the groups in their order: names by the alphabet, months and weeks by the calendar."""
    known = pivots.names(reading, by)
    groups = [PivotGroup(key=key, name=known.get(key) or group_name(by, str(key))) for key in keys]
    if by in (PivotBy.MONTH, PivotBy.WEEK):
        return tuple(sorted(groups, key=lambda group: str(group.key)))
    if by is PivotBy.CAPACITY:
        order = [capacity.value for capacity in Capacity]
        return tuple(sorted(groups, key=lambda group: order.index(str(group.key))))
    # What has no name of its own (no funder, expenses) comes last.
    return tuple(
        sorted(
            groups,
            key=lambda group: (group.key in _NAMELESS, fold(group.name), str(group.key)),
        )
    )


def group_name(by: PivotBy, key: str) -> str:
    """Say how a group is called that is no person and no project."""
    if by is PivotBy.MONTH:
        return f"{MONTHS[int(key[5:7]) - 1]} {key[:4]}"
    if by is PivotBy.WEEK:
        return _("Week of {day}").format(day=list_day(datetime.date.fromisoformat(key)))
    if key == pivots.EXPENSES:
        return _("Expenses")
    if by is PivotBy.PAID:
        return _("Paid") if key == "paid" else _("Unpaid")
    if by is PivotBy.CAPACITY:
        return capacity_name(key)
    if not key:
        return _("No funder named") if by is PivotBy.FUNDER else _("No kind named")
    return key


def capacity_name(key: str) -> str:
    """Say what people take part as."""
    names = {
        Capacity.LIVED_EXPERIENCE: _("Lived experience"),
        Capacity.CARER: _("Carer"),
        Capacity.COMMUNITY: _("Community member"),
        Capacity.STAFF: _("Staff"),
        Capacity.TRUSTEE: _("Trustee"),
        Capacity.FUNDER: _("Funder"),
        Capacity.PROFESSIONAL: _("Professional"),
    }
    return names[Capacity(key)]


def by_words(by: PivotBy) -> str:
    """Say what figures are grouped by."""
    return {
        PivotBy.PERSON: _("Person"),
        PivotBy.PROJECT: _("Project"),
        PivotBy.KIND: _("Kind of work"),
        PivotBy.CAPACITY: _("Takes part as"),
        PivotBy.PAID: _("Paid or unpaid"),
        PivotBy.MONTH: _("Month"),
        PivotBy.WEEK: _("Week"),
        PivotBy.FUNDER: _("Funder"),
    }[by]


def figure_words(figure: PivotFigure) -> str:
    """Say which figure stands in the cells."""
    return {
        PivotFigure.HOURS: _("Hours"),
        PivotFigure.PAID_HOURS: _("Paid hours"),
        PivotFigure.UNPAID_HOURS: _("Unpaid hours"),
        PivotFigure.OFFERED: _("Offered"),
        PivotFigure.AGREED: _("Payments agreed"),
        PivotFigure.PAID: _("Paid so far"),
        PivotFigure.EXPENSES: _("Expenses"),
        PivotFigure.PEOPLE: _("Number of people"),
    }[figure]


def pivot_title(pivot: Pivot) -> str:
    """Name a cross-table, as "Hours by person and month"."""
    return _("{figure} by {rows} and {columns}").format(
        figure=figure_words(pivot.figure),
        rows=by_words(pivot.rows_by).lower(),
        columns=by_words(pivot.columns_by).lower(),
    )


def period_words(from_on: datetime.date | None, to_on: datetime.date | None) -> str:
    """Say which days are meant; nothing where all are."""
    if from_on and to_on:
        return format_period(from_on, to_on)
    if from_on:
        return _("from {day}").format(day=long_day(from_on))
    return _("up to {day}").format(day=long_day(to_on)) if to_on else ""
