"""What a spreadsheet holds once it is read: its worksheets with plain rows of cells."""

import dataclasses
import datetime
from pathlib import Path
from typing import Any

Cell = (
    str
    | bool
    | int
    | float
    | datetime.date
    | datetime.datetime
    | datetime.time
    | datetime.timedelta
    | None
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One worksheet; the row that people call 1 is `rows[0]`, and an empty cell is None.

    `separator` and `encoding` say how a text file was read, and are empty for a real workbook.
    `results_worked_out` counts the formulas whose results the file did not hold.
    """

    name: str
    rows: list[tuple[Cell, ...]]
    separator: str = ""
    encoding: str = ""
    results_worked_out: int = 0

    def having(self, **changes: Any) -> "Sheet":
        """Return the sheet with other fields."""
        return dataclasses.replace(self, **changes)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """All worksheets of a file that hold anything, those in view first."""

    path: Path
    sheets: tuple[Sheet, ...]
