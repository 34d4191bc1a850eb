"""Show a cross-table or the table of a report as a list, with its totals."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QTimer

from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.list_extracts import ColumnKind, PlainValue
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pivots import GroupKey, Pivot, PivotGroup
from coprod_desktop.domain.reports import ReportTable
from coprod_desktop.domain.time import format_hours
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import grown
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.columns import Align, Column, fixed_rows
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel

Row = tuple[int, tuple[PlainValue, ...]]
_FIGURES = (ColumnKind.MINUTES, ColumnKind.PENCE, ColumnKind.NUMBER)
_LONG_TEXT, _MOST_HIGH = 24, 1600


def pivot_kind(pivot: Pivot) -> ColumnKind:
    """Return what the figures of a cross-table are."""
    if pivot.figure.is_time:
        return ColumnKind.MINUTES
    return ColumnKind.PENCE if pivot.figure.is_money else ColumnKind.NUMBER


def said(value: PlainValue, kind: ColumnKind) -> str:
    """Word a value as a cell shows it."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime.date):
        return list_day(value)
    if isinstance(value, int) and kind is ColumnKind.MINUTES:
        return format_hours(value)
    if isinstance(value, int) and kind is ColumnKind.PENCE:
        return format_pounds(value)
    if isinstance(value, Decimal):
        return f"{value:,.2f}"
    return f"{value:,}" if isinstance(value, int) else value


def pivot_view(pivot: Pivot, side: str, name: str, tasks: TaskRunner) -> ListView[PivotGroup]:
    """Return a list with a row for each group of the side; noughts are left empty."""
    kind = pivot_kind(pivot)

    def figure(key: GroupKey, row: PivotGroup) -> int | None:
        return pivot.cells.get((row.key, key))

    def total(row: PivotGroup) -> int:
        return pivot.row_totals.get(row.key, 0)

    columns = [
        Column[PivotGroup](
            key="side", title=side, text=lambda row: row.name, width_em=14, is_strong=True
        )
    ]
    for group in pivot.columns:
        value = partial(figure, group.key)
        columns.append(_figures(f"column {group.key}", group.name, kind, value))
    columns.append(_figures("total", _("In all"), kind, total, is_strong=True))
    model: TableModel[PivotGroup] = TableModel(columns, tasks)
    view = ListView(
        model,
        name,
        empty=EmptyState("chart-column", _("Nothing is written down for these days.")),
        picks_cells=True,
    )
    model.load(fixed_rows(pivot.rows, key_of=lambda row: row.key))
    totals = {f"column {key}": said(sum_, kind) for key, sum_ in pivot.column_totals.items()}
    view.set_totals({"side": _("In all"), **totals, "total": said(pivot.total, kind)})
    return view


def _figures(
    key: str,
    title: str,
    kind: ColumnKind,
    value: Callable[[PivotGroup], int | None],
    *,
    is_strong: bool = False,
) -> Column[PivotGroup]:
    return Column(
        key=key,
        title=title,
        text=lambda row: said(value(row), kind),
        value=value,
        kind=kind,
        width_em=max(5.5, len(title) * 0.55 + 1.5),
        align=Align.RIGHT,
        is_strong=is_strong,
    )


def table_view(table: ReportTable, tasks: TaskRunner) -> ListView[Row]:
    """Return a list of the rows of a report's table; what stands below follows it closely."""
    columns = [_column(table, at) for at in range(len(table.columns))]
    model: TableModel[Row] = TableModel(columns, tasks)
    view = ListView(model, table.title, is_hugging=True, picks_cells=True)
    # The page scrolls, and not each table in it; a very long one scrolls by itself after all.
    model.arrived.connect(lambda: QTimer.singleShot(0, view, lambda: _stretch(view)))
    model.load(fixed_rows(list(enumerate(table.rows)), key_of=lambda row: row[0]))
    totals = table_totals(table)
    if totals:
        view.set_totals(totals)
    return view


def _stretch(view: ListView[Row]) -> None:
    view.setMinimumHeight(min(view.maximumHeight(), grown(_MOST_HIGH)))


def table_totals(table: ReportTable) -> dict[str, str]:
    """Return the totals of a table by the keys of its columns; nothing where none add up."""
    sums: dict[str, str] = {}
    for at, column in enumerate(table.columns):
        if table.has_sums and column.kind in (ColumnKind.MINUTES, ColumnKind.PENCE):
            values = (row[at] for row in table.rows)
            total = sum(value for value in values if isinstance(value, int))
            sums[column.key] = said(total, column.kind)
    return {table.columns[0].key: _("In all"), **sums} if sums else {}


def _column(table: ReportTable, at: int) -> Column[Row]:
    told = table.columns[at]
    is_figure = told.kind in _FIGURES
    longest = max((len(said(row[1][at], told.kind)) for row in enumerate(table.rows)), default=0)
    is_wide = not is_figure and (at == 0 or longest > _LONG_TEXT)
    return Column(
        key=told.key,
        title=told.title,
        text=lambda row: said(row[1][at], told.kind),
        value=lambda row: row[1][at],
        kind=told.kind,
        tooltip=None if is_figure else lambda row: said(row[1][at], told.kind),
        width_em=max(6.0, len(told.title) * 0.6 + 1.5) if is_figure else 12,
        align=Align.RIGHT if is_figure else Align.LEFT,
        is_strong=at == 0,
        is_stretch=is_wide,
    )
