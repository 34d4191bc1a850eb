"""Tell which rows of a change can be put back together instead of one by one."""

import functools
import itertools
from collections.abc import Iterable, Iterator

from coprod_desktop.domain.changes import RowChange
from coprod_desktop.storage import removed_files, schema


def stretches(rows: Iterable[RowChange]) -> Iterator[tuple[RowChange, ...]]:
    """Give rows in their order, those together that follow one another and are of one kind.

    Together go rows of one table that were there before and after, hold no files, and differ in
    nothing that no two rows may share: whatever order those are put back in, none is in the way.
    """
    for table, some in itertools.groupby(rows, key=_table_together):
        same = tuple(some)
        is_each_once = len({row.row_id for row in same}) == len(same)
        if table and is_each_once:
            yield same
        else:
            yield from ((row,) for row in same)


def _table_together(row: RowChange) -> str:
    """Return the table of a row that can go with others; empty for one that goes alone."""
    if row.before is None or row.after is None:
        return ""
    changed = {name for name, value in row.after.items() if row.before.get(name) != value}
    return "" if changed & _alone(row.table) else row.table


@functools.cache
def _alone(name: str) -> frozenset[str]:
    """Return the columns of a table that rows do not share, or all where it holds files."""
    table = schema.table_of(schema.record_of(name))
    if removed_files.has_bytes(table):
        return frozenset(table.columns.keys())
    return frozenset(
        column.name for index in table.indexes if index.unique for column in index.columns
    )
