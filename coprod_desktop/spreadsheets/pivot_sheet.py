"""Write a cross-table as a workbook, with the data behind it ready for another one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn, ListExtract, PlainValue
from coprod_desktop.domain.pivots import Pivot
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets.list_sheet import ListSheet, write_list_workbook


def write_pivot(
    pivot: Pivot,
    title: str,
    side: str,
    note: str,
    data: Sequence[ListExtract],
    path: Path,
    progressed: Callable[[int], None] | None = None,
) -> int:
    """Write a cross-table and bare sheets of the data behind it; return the rows of all.

    `side` is the heading over the names of its rows. Raises what `write_list_workbook` raises.
    """
    is_counted = not (pivot.figure.is_time or pivot.figure.is_money)
    counts = [pivot.column_totals.get(column.key, 0) for column in pivot.columns] + [pivot.total]
    first = ListSheet(
        extract=pivot_extract(pivot, title, side),
        note=note,
        has_minutes=False,
        has_across=not is_counted,
        counts=dict(enumerate(counts, 1)) if is_counted else {},
    )
    sheets = [first, *(ListSheet(extract=one, is_bare=True) for one in data)]
    return write_list_workbook(sheets, path, progressed)


def pivot_extract(pivot: Pivot, title: str, side: str) -> ListExtract:
    """Return a cross-table as a list: a row for each group of its side, its total last."""
    kind = ColumnKind.NUMBER
    if pivot.figure.is_time:
        kind = ColumnKind.MINUTES
    elif pivot.figure.is_money:
        kind = ColumnKind.PENCE
    heads = [ExtractColumn(key="side", title=side)]
    heads += [
        ExtractColumn(key=str(column.key), title=column.name, kind=kind) for column in pivot.columns
    ]
    heads.append(ExtractColumn(key="total", title=_("In all"), kind=kind))

    def cells(row_number: int) -> tuple[PlainValue, ...]:
        row = pivot.rows[row_number]
        figures = [pivot.cells.get((row.key, column.key)) for column in pivot.columns]
        return (row.name, *figures, pivot.row_totals.get(row.key, 0))

    return ListExtract(title=title, columns=tuple(heads), rows=map(cells, range(len(pivot.rows))))
