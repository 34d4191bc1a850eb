"""What the treasurer's pack tells in tables: runs, payments, approvals, files, history."""

import dataclasses
import datetime
import enum


class CellKind(enum.StrEnum):
    """What a column of a table holds."""

    TEXT = "text"
    PENCE = "pence"
    MINUTES = "minutes"
    COUNT = "count"
    DAY = "day"


Cell = str | int | datetime.date | None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PackColumn:
    """One column: its heading, what it holds, and its width in characters."""

    title: str
    kind: CellKind = CellKind.TEXT
    width: int = 16


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PackTable:
    """One table on a sheet of its own; each row has a cell for each column.

    `name` is the sheet's name, at most 31 letters; sums of money are added up below.
    """

    name: str
    title: str
    note: str
    columns: tuple[PackColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
