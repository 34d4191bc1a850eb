"""Write the rows of a worksheet while they come, so that a very long list needs little memory."""

import datetime
import re
import shutil
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter

from coprod_desktop.domain.formula_text import may_be_formula
from coprod_desktop.spreadsheets.shown_columns import (
    DAY,
    MINUTES,
    NUMBER,
    PENCE,
    TICK,
    WHOLE_MINUTES,
    ShownColumn,
    yes_or_no,
)
from coprod_desktop.spreadsheets.workbook import CELL_LIMIT

_MINUTES_IN_DAY = 1440
_NOUGHT = datetime.date(1899, 12, 30).toordinal()
_FIRST_SURE_DAY = datetime.date(1901, 1, 1)  # before, Excel's calendar is not ours
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"\s*/>')
_MOST_KEPT = 1_000_000  # bytes of rows that stay in memory


class RowSpool:
    """Keep rows as the XML of a worksheet in a file without a name, and their sums.

    `styles` are, for each column, the number of its cell style and of that for text that could be
    taken for a formula. Close it when the workbook is written.
    """

    def __init__(
        self, columns: Sequence[ShownColumn], styles: Sequence[tuple[int, int]], first_row: int
    ) -> None:
        self._columns = tuple(
            (column.at, column.kind, get_column_letter(number), *styles[number - 1])
            for number, column in enumerate(columns, 1)
        )
        self._across = {
            at: column.kind for at, column in enumerate(columns) if column.is_across and at > 1
        }
        self._file: IO[bytes] = tempfile.SpooledTemporaryFile(_MOST_KEPT)  # closed by `close`
        self._row = first_row - 1
        self._first = first_row
        self.sums = [0] * len(columns)
        self.longest = [0] * len(columns)

    @property
    def count(self) -> int:
        """How many rows came."""
        return self._row - self._first + 1

    def add(self, values: Sequence[object]) -> None:
        """Add a row."""
        self._row += 1
        row = self._row
        parts = [f'<row r="{row}">']
        for place, (at, kind, letter, style, quoted) in enumerate(self._columns):
            value = values[at]
            if value is None or value == "":
                parts.append(f'<c r="{letter}{row}" s="{style}"/>')
                continue
            figure = self._figure(place, kind, value)
            if figure is not None and place in self._across:
                area = f"B{row}:{get_column_letter(place)}{row}"
                formula = live_sum(kind, f"SUM({area})")
                parts.append(f'<c r="{letter}{row}" s="{style}"><f>{formula}</f>')
                parts.append(f"<v>{figure}</v></c>")
                continue
            if figure is not None:
                parts.append(f'<c r="{letter}{row}" s="{style}"><v>{figure}</v></c>')
                continue
            text = _text(kind, value)
            self.longest[place] = max(self.longest[place], len(text))
            number = quoted if may_be_formula(text) else style
            parts.append(
                f'<c r="{letter}{row}" s="{number}" t="inlineStr"><is>'
                f'<t xml:space="preserve">{escape(text)}</t></is></c>'
            )
        parts.append("</row>")
        self._file.write("".join(parts).encode("utf-8"))

    def _figure(self, place: int, kind: str, value: object) -> str | None:
        """Return what a cell of a figure or a day holds; None where it holds text."""
        if kind == DAY and isinstance(value, datetime.date):
            if value < _FIRST_SURE_DAY:
                return None
            return str(value.toordinal() - _NOUGHT)
        if kind == NUMBER and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        if kind == PENCE:
            self.sums[place] += value
            return str(Decimal(value) / 100)
        if kind == MINUTES:
            self.sums[place] += value
            return repr(value / _MINUTES_IN_DAY)
        if kind == WHOLE_MINUTES:
            self.sums[place] += value
            return str(value)
        return None

    def copy_to(self, place: IO[bytes]) -> None:
        """Write all rows into the XML of a worksheet."""
        self._file.seek(0)
        shutil.copyfileobj(self._file, place, 1 << 20)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def live_sum(kind: str, formula: str) -> str:
    """Return the formula of a sum without the noise of binary fractions."""
    if kind == PENCE:
        return f"ROUND({formula},2)"
    return f"ROUND({formula}*1440,0)/1440" if kind == MINUTES else formula


def _text(kind: str, value: object) -> str:
    if kind == TICK:
        return yes_or_no(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = value if isinstance(value, str) else str(value)
    if text.isprintable():
        return text[:CELL_LIMIT]
    plain = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text)
    # XML would read a lone return as a line end, and has no place for halves of letters.
    plain = plain.replace("\r\n", "\n").replace("\r", "\n")
    return plain.encode("utf-16", "replace").decode("utf-16")[:CELL_LIMIT]


def put_rows_in(path: Path, spools: Mapping[int, tuple[RowSpool, int, str]]) -> None:
    """Put spooled rows into a saved workbook whose worksheets hold only heads and totals.

    `spools` has, for the number of a worksheet, its rows, the row before which they belong (or one
    that is not there: they go to the end), and the cells that are filled as "A1:F90".
    """
    parts = {f"xl/worksheets/sheet{number}.xml": one for number, one in spools.items()}
    with tempfile.TemporaryFile() as spare:
        spare.write(path.read_bytes())
        with (
            zipfile.ZipFile(spare) as old,
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as new,
        ):
            for entry in old.infolist():
                content = old.read(entry)
                if entry.filename not in parts:
                    new.writestr(entry, content)
                    continue
                spool, before_row, area = parts[entry.filename]
                content = _DIMENSION.sub(f'<dimension ref="{area}"/>'.encode(), content)
                at = content.find(f'<row r="{before_row}"'.encode())
                at = content.find(b"</sheetData>") if at < 0 else at
                with new.open(entry.filename, "w", force_zip64=True) as whole:
                    whole.write(content[:at])
                    spool.copy_to(whole)
                    whole.write(content[at:])
