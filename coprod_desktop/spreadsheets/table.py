"""Walk through the rows of one table of a spreadsheet, and name its columns as people do."""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coprod_desktop.domain.text import fold
from coprod_desktop.spreadsheets.cells import read_text
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.spreadsheets.sheets import Cell, Sheet

_UNITS = frozenset({"£", "(£)", "h", "hrs", "hours", "hh:mm", "mins", "minutes", "gbp", "dd/mm/yy"})
# "Suma" and "Summe" only alone: they begin names of people too.
_TOTAL = re.compile(
    r"(?:(?:grand|overall|sub|running|sous|zwischen)[ -]?)?tota(?:ls?|ux|les?|is)\b.*|"
    r"saldo total\b.*|(?:is-?)?cyfanswm\b.*|gesamt(?:summe|zahl|betrag|stunden|zeit)?\b.*|"
    r"insgesamt\b.*|zwischensumme\b.*|razem\b.*|[lł][aą]cznie\b.*|og[oó][lł]em\b.*|"
    r"suma (?:godzin|total|cz[eę][sś]ciowa)\b.*|somme totale\b.*|sum[ae]?:?|summe:?|somme:?|suma:?"
)


class Row(NamedTuple):
    """One row under the headings; `is_overlong` where it has more cells than there are headings.

    `is_kept`: a person said that it is an entry, whatever it looks like. A tuple, since a sheet
    may have 100,000 of them.
    """

    number: int
    cells: tuple[Cell, ...]
    is_overlong: bool = False
    is_kept: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a sheet: `columns` says where each field stands, counting from 0."""

    sheet: Sheet
    heading_row: int
    headings: tuple[str, ...]
    columns: dict[str, int]
    notes: tuple[Problem, ...]
    sheets_not_read: tuple[str, ...]
    has_neighbour: bool
    joins_last: bool
    skip_rows: frozenset[int] = frozenset()
    keep_rows: frozenset[int] = frozenset()

    def label(self, index: int) -> str:
        """Name a column as people do: by its heading, else by its letter."""
        return self.headings[index].strip() or letter(index)

    def note(self, index: int, message: str, value: str = "") -> Problem:
        """Make a note about a whole column."""
        return Problem(
            row=self.heading_row, column=self.label(index), value=value, message=message,
            is_note=True,
        )  # fmt: skip

    def column(self, index: int) -> Iterator[Cell]:
        """Yield the cells of one column under its heading."""
        for cells in self.sheet.rows[self.heading_row :]:
            if index < len(cells):
                yield cells[index]

    def rows(self) -> Iterator[Row]:
        """Yield the rows that hold anything, each cut or filled up to the width of the headings."""
        width = len(self.headings)
        below = self.sheet.rows[self.heading_row :]
        for number, cells in enumerate(below, self.heading_row + 1):
            if number in self.skip_rows:
                continue
            whole, is_overlong = cells, False
            if len(cells) > width:
                whole, is_overlong = self._cut(cells, width)
            elif len(cells) < width:
                whole = cells + (None,) * (width - len(cells))
            if whole.count(None) < width and not self._is_heading(whole, number):
                yield Row(number, whole, is_overlong, number in self.keep_rows)

    def _cut(self, cells: tuple[Cell, ...], width: int) -> tuple[tuple[Cell, ...], bool]:
        """Put back together a last text that held separators without quotation marks."""
        extra = cells[width:]
        if self.has_neighbour or not self.sheet.separator or extra.count(None) == len(extra):
            return cells[:width], False
        if not self.joins_last:
            return cells[:width], True
        parts = [read_text(cell) for cell in cells[width - 1 :]]
        joined = self.sheet.separator.join(parts).rstrip(self.sheet.separator)
        return (*cells[: width - 1], joined), False

    def _is_heading(self, cells: tuple[Cell, ...], number: int) -> bool:
        """Tell whether the headings stand here once more, or only their units."""
        if number == self.heading_row + 1:
            return all(cell is None or fold(read_text(cell)) in _UNITS for cell in cells)
        return (
            isinstance(cells[0], str)
            and cells[0] == self.headings[0]
            and all(
                read_text(cell).strip() == heading
                for cell, heading in zip(cells, self.headings, strict=True)
            )
        )


def letter(index: int) -> str:
    """Return the letter over a column; 0 is A."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def is_total(cells: Sequence[Cell]) -> bool:
    """Tell whether a row adds up others: it begins with "Total", "Saldo total" and the like."""
    first = next((cell for cell in cells if cell is not None), None)
    return isinstance(first, str) and _TOTAL.fullmatch(fold(first)) is not None


def is_single(cells: Sequence[Cell]) -> bool:
    """Tell whether a row holds one cell only, as the title of a section or a footnote does."""
    return sum(cell is not None and bool(read_text(cell).strip()) for cell in cells) <= 1


def is_bare_sum(row: Row) -> bool:
    """Tell whether a row holds one figure and no words, as a sum without its "Total" does."""
    filled = [cell for cell in row.cells if cell is not None]
    return len(filled) == 1 and not isinstance(filled[0], (str, bool))
