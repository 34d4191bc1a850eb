"""What the selected cells of a list or sheet come to: how many, their sum and their average."""

import dataclasses
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from coprod_desktop.domain.clipboard_table import CellValue


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SelectionSums:
    """Cells selected, how many of them are filled, and the sums of each kind.

    `minutes` and `pence` are None where no selected cell has any; an average is of the cells that
    have one. `numbers` adds up plain numbers. `rows` counts the rows selected, and `rows_left_out`
    those of them that are not here and so not added up.
    """

    cells: int
    filled: int
    minutes: int | None = None
    average_minutes: Fraction | None = None
    pence: int | None = None
    average_pence: Fraction | None = None
    numbers: Fraction | None = None
    average_number: Fraction | None = None
    rows: int = 0
    rows_left_out: int = 0


def sums_of(cells: Iterable[CellValue], *, rows: int = 0, rows_left_out: int = 0) -> SelectionSums:
    """Add up cells; those of mixed kinds give a sum of each kind."""
    count = filled = 0
    minutes = _Adding()
    pence = _Adding()
    numbers = _Adding()
    for cell in cells:
        count += 1
        filled += bool(cell.text.strip())
        if cell.minutes is not None:
            minutes.add(cell.minutes)
        if cell.pence is not None:
            pence.add(cell.pence)
        if cell.number is not None:
            numbers.add(cell.number)
    return SelectionSums(
        cells=count,
        filled=filled,
        minutes=int(minutes.total) if minutes.count else None,
        average_minutes=minutes.average(),
        pence=int(pence.total) if pence.count else None,
        average_pence=pence.average(),
        numbers=numbers.total if numbers.count else None,
        average_number=numbers.average(),
        rows=rows,
        rows_left_out=rows_left_out,
    )


class _Adding:
    """Add up numbers and count them."""

    def __init__(self) -> None:
        self.total = Fraction(0)
        self.count = 0

    def add(self, number: int | Decimal) -> None:
        self.total += Fraction(number)
        self.count += 1

    def average(self) -> Fraction | None:
        return self.total / self.count if self.count else None
