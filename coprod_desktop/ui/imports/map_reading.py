"""Turn what somebody chose for each column into a map."""

import dataclasses
from collections.abc import Mapping, Sequence

from coprod_desktop.services.import_sessions import ColumnLook, ImportMap, offered_fields

_SPECIAL = frozenset({"person", "time_in", "time_out"})


def map_of(
    base: ImportMap,
    chosen: Sequence[tuple[ColumnLook, str]],
    kind: str,
    *,
    date_order: str | None,
    day_is: str,
    names: str,
    defaults: Mapping[str, str],
) -> ImportMap:
    """Return the map that reads a sheet just so; `base` says which table it is."""
    columns = {field: column.said for column, field in chosen if field and field not in _SPECIAL}
    people = tuple(column.heading for column, field in chosen if field == "person")
    pairs = {column.field for column, field in chosen if field in ("time_in", "time_out")}
    unread = {field: "" for field in offered_fields(kind) if field not in {*columns, *_SPECIAL}}
    if pairs:  # they are found by their headings, and these fields would only stand in the way
        unread.pop("duration", None)
    named = [name.strip() for name in names.split(";") if name.strip()]
    said = {key: text for key, text in defaults.items() if text}
    kept = {key: text for key, text in base.defaults.items() if key not in (*defaults, "name")}
    if len(named) == 1:
        said["name"] = named[0]
    return dataclasses.replace(
        base,
        columns={**columns, **unread},
        defaults={**kept, **said},
        date_order=date_order,
        day_is=day_is or None,
        wide=bool(people) if kind == "contributions" else None,
        person_columns=people,
        each_of=tuple(named) if len(named) > 1 else (),
    )


def laid_over(part: ImportMap, kept: ImportMap) -> ImportMap:
    """Return what was remembered of a layout for the table at hand."""
    return dataclasses.replace(
        kept,
        sheet=part.sheet,
        table=part.table,
        heading_row=part.heading_row,
        encoding=part.encoding,
        separator=part.separator,
        skip_rows=part.skip_rows,
        keep_rows=part.keep_rows,
    )
