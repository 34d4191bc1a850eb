"""What every kind of sheet tells once it was read, besides its entries."""

import dataclasses
import enum
from collections.abc import Callable, Iterable, Mapping, Sequence

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.time import format_hours
from coprod_desktop.spreadsheets.cells import is_dash, read_text
from coprod_desktop.spreadsheets.problems import CellError, Problem
from coprod_desktop.spreadsheets.sheets import Cell
from coprod_desktop.spreadsheets.table import Row, Table, is_total

_SHOWN = 120  # characters of a row that was left out


class Unit(enum.StrEnum):
    """What a total counts."""

    MINUTES = "minutes"
    PENCE = "pence"


class Reason(enum.StrEnum):
    """Why a row brings nothing and is no fault."""

    TOTAL = "total"
    ASIDE = "aside"
    NOTHING = "nothing"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A row that was left out: a total, a title or a footnote, or a day without any work."""

    row: int
    words: str
    reason: Reason


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SourceTotal:
    """A total that the sheet itself states, and what the rows above it come to as they were read.

    Both are minutes or pence. `row` and `column` say where the sheet states it.
    """

    row: int
    column: str
    unit: Unit
    stated: int
    read: int
    sheet: str = ""

    @property
    def agrees(self) -> bool:
        """Return whether the sheet and what was read say the same."""
        return self.stated == self.read

    def words(self, amount: int) -> str:
        """Write one of the two figures as people do."""
        return format_pounds(amount) if self.unit is Unit.PENCE else format_hours(amount)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ReadSheet:
    """What a sheet came to.

    `rows_read` counts the rows under the headings that hold anything; `skipped` those of them that
    bring nothing and are no fault: totals, titles of sections, days on which nobody took part.
    `problems` begins with the notes about whole columns. `places` tells in which column each field
    stands, counting from 0.
    """

    rows_read: int
    problems: tuple[Problem, ...]
    skipped: int
    sheets_not_read: tuple[str, ...]
    sheet: str = ""
    places: Mapping[str, int] = dataclasses.field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    source_totals: tuple[SourceTotal, ...] = ()
    is_order_unsure: bool = False
    asks_day_length: bool = False


def left_out(row: Row) -> LeftOut:
    """Describe a row that was left out."""
    words = " · ".join(text for cell in row.cells if (text := read_text(cell).strip()))
    if is_total(row.cells):
        reason = Reason.TOTAL
    else:
        filled = len(row.cells) - row.cells.count(None)
        reason = Reason.ASIDE if filled <= 1 else Reason.NOTHING
    return LeftOut(row=row.number, words=words[:_SHOWN], reason=reason)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A column that can be added up: how its cells are read, and what was read of each row."""

    place: int
    unit: Unit
    read: Callable[[Cell], int]
    amounts: Sequence[tuple[int, int]]
    """Row and amount, from top to bottom."""


def source_totals(
    table: Table, rows: Iterable[Row], measures: Sequence[Measure]
) -> tuple[SourceTotal, ...]:
    """Compare the totals that a sheet states in these rows with what was read above them.

    A total may count everything above it, or only what stands below the total before.
    """
    found = []
    for measure in measures:
        since = 0
        for row in rows:
            stated = _stated(measure, row)
            if stated is None:
                continue
            whole = _above(table, measure, row.number, 0)
            part = _above(table, measure, row.number, since)
            closest = min((whole, part), key=lambda sums: abs(sums[1] - stated))
            since = row.number
            agrees = abs(closest[1] - stated) <= 0.51  # halves of a minute that rows were rounded
            found.append(
                SourceTotal(
                    row=row.number,
                    column=table.label(measure.place),
                    unit=measure.unit,
                    stated=closest[0] if agrees else stated,
                    read=closest[0],
                )
            )
    return tuple(sorted(found, key=lambda total: total.row))


def _stated(measure: Measure, row: Row) -> int | None:
    cell = row.cells[measure.place] if measure.place < len(row.cells) else None
    if cell is None or is_dash(cell):
        return None
    try:
        return measure.read(cell)
    except (DomainError, CellError):
        return None


def _above(table: Table, measure: Measure, before: int, since: int) -> tuple[int, float]:
    """Return what rows between two come to as read, and without the rounding of each row."""
    read, exact = 0, 0.0
    for row, amount in measure.amounts:
        if since < row < before:
            read += amount
            cells = table.sheet.rows[row - 1]
            cell = cells[measure.place] if measure.place < len(cells) else None
            exact += _exact(cell, measure.unit, amount)
    return read, exact


def _exact(cell: Cell, unit: Unit, amount: int) -> float:
    if isinstance(cell, float) and unit is Unit.MINUTES:
        for factor in (60.0, 1.0, 1 / 60):
            if abs(cell * factor - amount) <= 0.51:
                return cell * factor
    return float(amount)
