"""Write everything to an open, documented workbook, and read it back with nothing lost.

The format is described in docs/open-workbook.md.
"""

import base64
import contextlib
import datetime
import json
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils.exceptions import WorkbookAlreadySaved

from coprod_desktop.domain.errors import SpreadsheetUnreadableError
from coprod_desktop.spreadsheets.reader import Cell, Sheet, read_book
from coprod_desktop.spreadsheets.saving import write_whole

ABOUT = "About this workbook"
LONG = "Long values"
FORMAT = "Coprod open workbook"
VERSION = 1
_HEADINGS = ("Table", "Worksheet", "Column", "An empty cell means", "Rows")
_EXPLANATION = (
    "Each worksheet is a table; its first row names the columns. Identifiers are text, because",
    "Excel keeps only 15 digits of a number. Instants are text in ISO 8601. Text that begins with",
    "a backslash is a value written in a special way: \\text:, \\number:, \\date:, \\base64:,",
    "\\nothing, or \\long: with a number that is looked up in the worksheet of long values.",
)
_NOTHING, _EMPTY = "nothing", "empty text"

_EXACT = 10**15  # Excel keeps 15 digits of a number
_PART = 16_000  # characters of a long value in one cell, even if each counts as two
_MARK = "\\"
_LONG_NUMBER = re.compile(r"-?[1-9][0-9]{15,}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{6})?"
    r"(?:[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{6})?)?)?"
)
_EARLIEST_REAL_DATE = datetime.date(1901, 1, 1)  # before, Excel's calendar is not ours
# What XML or Excel's own "_x000D_" notation would change on the way.
_FRAGILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_NEEDS_LOOK = frozenset("=\\-0123456789")
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")


def write_open_workbook(
    tables: Mapping[str, tuple[Sequence[str], Iterable[Sequence[object]]]], path: Path
) -> None:
    """Write each table to a worksheet of its name: column names, then rows as they come.

    Values are None, bool, int, float, str, bytes, date and datetime. Rows are streamed, never held.
    Raises FileReadOnlyError, DiskFullError or FileMissingError.
    """

    def save(place: Path) -> None:
        writer = _Writer()
        try:
            for name, (columns, rows) in tables.items():
                writer.write_table(name, columns, rows)
            writer.save(place)
        except BaseException:
            writer.abandon()
            raise

    write_whole(path, save)


def read_open_workbook(path: Path) -> dict[str, list[dict[str, object]]]:
    """Read an open workbook into rows by table and column name, types as they were written.

    Raises SpreadsheetUnreadableError for a workbook of another kind, and the errors of `read_book`.
    """
    sheets = {sheet.name: sheet for sheet in read_book(path).sheets}
    try:
        about = _About(sheets.pop(ABOUT))
        long_values = _read_long_values(sheets.pop(LONG, None))
        return {
            table: _read_table(sheets.get(worksheet), about.blanks(table), long_values)
            for table, worksheet in about.worksheets.items()
        }
    except (LookupError, StopIteration, TypeError, ValueError) as error:
        raise SpreadsheetUnreadableError(path=path) from error


# --- writing -------------------------------------------------------------------------------------


class _Writer:
    """Stream tables into a workbook; long values go to a worksheet of their own."""

    def __init__(self) -> None:
        self._workbook = Workbook(write_only=True)
        self._about: Any = self._workbook.create_sheet(ABOUT)
        self._long: Any = None
        self._long_count = 0
        self._sheet: Any = self._about
        self._described: list[list[object]] = []

    def write_table(
        self, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> None:
        """Write one table."""
        self._sheet = self._workbook.create_sheet(_sheet_name(name, self._workbook.sheetnames))
        self._sheet.freeze_panes = "B2"
        self._sheet.append([self._marked_text(column) for column in columns])
        # In each column an empty cell stands for whichever came first, None or "".
        blanks: dict[int, object] = {}
        count = 0
        for row in rows:
            self._sheet.append(self._encoded(row, blanks))
            count += 1
        for place, column in enumerate(columns):
            meaning = _EMPTY if blanks.get(place) == "" else _NOTHING
            words = [self._marked_text(text) for text in (name, self._sheet.title, column)]
            self._described.append([*words, meaning, count])

    def _encoded(self, row: Sequence[object], blanks: dict[int, object]) -> list[object]:
        """Return what stands in the cells for the values of a row."""
        cells: list[object] = []
        add = cells.append
        for place, value in enumerate(row):
            kind = type(value)
            if value is None or value == "":
                add(self._blank(value, place, blanks))
            elif kind is str:
                add(self._text(str(value)))
            elif kind is bool or (kind is int and -_EXACT < value < _EXACT):  # type: ignore[operator]  # an int
                add(value)
            else:
                add(self._rare(value))
        return cells

    def _blank(self, value: object, place: int, blanks: dict[int, object]) -> object:
        is_usual = blanks.setdefault(place, value) == value
        if is_usual and place:  # a row of empty cells only would vanish: the first always shows
            return None
        return _MARK + "nothing" if value is None else _MARK + 'text:""'

    def _text(self, text: str) -> object:
        """Return a text as its cell holds it; most are themselves."""
        if text.isprintable() and text[0] not in _NEEDS_LOOK and len(text) < _PART:
            return _quoted(text) if "_x" in text else text
        return self._marked_text(text)

    def _marked_text(self, text: str) -> object:
        """Return a text that may look like something else, or be changed on the way."""
        looks_otherwise = (
            not text
            or text.startswith(_MARK)
            or _FRAGILE.search(text)
            or _LONG_NUMBER.fullmatch(text)
            or _INSTANT.fullmatch(text)
        )
        return self._fitting(_quoted(text) if looks_otherwise else text)

    def _rare(self, value: object) -> object:
        if isinstance(value, str):  # a named value, as of an enumeration
            return self._text(str(value))
        if isinstance(value, int):
            return self._fitting(str(value))
        if isinstance(value, float):
            # openpyxl writes 16 digits, and a whole number would come back as an int
            is_kept = math.isfinite(value) and not value.is_integer()
            is_kept = is_kept and float(f"{value:.16g}") == value
            return value if is_kept else f"{_MARK}number:{value!r}"
        if isinstance(value, datetime.datetime):
            return value.isoformat()
        if isinstance(value, datetime.date):
            return value if value >= _EARLIEST_REAL_DATE else f"{_MARK}date:{value.isoformat()}"
        if isinstance(value, (bytes, bytearray, memoryview)):
            return self._fitting(f"{_MARK}base64:{base64.b64encode(value).decode('ascii')}")
        raise TypeError(f"an open workbook holds no {type(value).__name__}")

    def _fitting(self, text: str) -> object:
        """Return a cell's content, or where its parts stand if Excel's cell is too small."""
        if len(text) > _PART:
            return self._put_long(text)
        return self._safe(self._sheet, text)

    def _put_long(self, text: str) -> str:
        if self._long is None:
            self._long = self._workbook.create_sheet(LONG)
            self._long.append(["Number", "Part", "Text"])
        self._long_count += 1
        for part, start in enumerate(range(0, len(text), _PART), 1):
            piece = self._safe(self._long, "|" + text[start : start + _PART])
            self._long.append([self._long_count, part, piece])
        return f"{_MARK}long:{self._long_count}"

    def _safe(self, sheet: Any, text: str) -> object:
        if not text.startswith("="):
            return text
        cell = WriteOnlyCell(sheet, text)  # else openpyxl makes it a formula
        cell.data_type = "s"
        cell.quotePrefix = True
        return cell

    def save(self, path: Path) -> None:
        """Write the description and the file."""
        self._about.append([FORMAT, VERSION])
        for line in _EXPLANATION:
            self._about.append([line])
        self._about.append(_HEADINGS)
        for described in self._described:
            self._about.append(described)
        if self._long is not None:
            sheets = self._workbook.sheetnames
            self._workbook.move_sheet(LONG, offset=len(sheets) - 1 - sheets.index(LONG))
        self._workbook.save(path)

    def abandon(self) -> None:
        """Take away the unencrypted working files that openpyxl keeps until a workbook is saved."""
        for sheet in self._workbook.worksheets:
            with contextlib.suppress(OSError, ValueError, WorkbookAlreadySaved):
                sheet.close()
            writer = getattr(sheet, "_writer", None)
            if writer is not None:
                Path(writer.out).unlink(missing_ok=True)


def _quoted(text: str) -> str:
    """Return a text as JSON, in which nothing is left for Excel or XML to change."""
    return _MARK + "text:" + json.dumps(text).replace("_x", "\\u005fx")


def _sheet_name(table: str, used: list[str]) -> str:
    """Return a name that Excel accepts: short, without its special characters, not used yet."""
    stem = _NOT_IN_SHEET_NAMES.sub("_", table)[:26] or "_"
    taken = {name.lower() for name in (*used, LONG, "History")}  # Excel keeps History for itself
    name, number = stem, 1
    while name.lower() in taken:
        number += 1
        name = f"{stem} ({number})"
    return name


# --- reading -------------------------------------------------------------------------------------


class _About:
    """Know from the description which worksheet holds which table."""

    def __init__(self, sheet: Sheet) -> None:
        if sheet.rows[0][:2] != (FORMAT, VERSION):
            raise ValueError("not an open workbook of this version")
        begin = next(i for i, row in enumerate(sheet.rows) if row[: len(_HEADINGS)] == _HEADINGS)
        self.worksheets: dict[str, str] = {}
        self._blanks: dict[str, dict[str, object]] = {}
        for cells in sheet.rows[begin + 1 :]:
            table, worksheet, column = (str(_decode(cell, {})) for cell in cells[:3])
            self.worksheets[table] = worksheet
            meaning = "" if cells[3] == _EMPTY else None
            self._blanks.setdefault(table, {})[column] = meaning

    def blanks(self, table: str) -> dict[str, object]:
        """Return what an empty cell means in each column of a table."""
        return self._blanks[table]


def _read_long_values(sheet: Sheet | None) -> dict[str, str]:
    parts: dict[str, list[str]] = {}
    for number, _part, text in sheet.rows[1:] if sheet else ():
        parts.setdefault(str(_decode(number, {})), []).append(str(text)[1:])
    return {number: "".join(texts) for number, texts in parts.items()}


def _read_table(
    sheet: Sheet | None, blanks: Mapping[str, object], long_values: Mapping[str, str]
) -> list[dict[str, object]]:
    if sheet is None:
        return []
    columns = [str(_decode(cell, long_values)) for cell in sheet.rows[0] if cell is not None]
    empty = [blanks.get(column) for column in columns]
    return [
        {
            column: blank if cell is None else _decode(cell, long_values)
            for column, blank, cell in zip(columns, empty, cells, strict=False)
        }
        for cells in sheet.rows[1:]
        if cells.count(None) < len(cells)
    ]


def _decode(cell: Cell, long_values: Mapping[str, str]) -> object:
    """Return the value that a filled cell stands for."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    if not isinstance(cell, str) or cell[0] not in _NEEDS_LOOK:
        return cell
    if cell[0] == _MARK:
        return _unmarked(cell, long_values)
    if _LONG_NUMBER.fullmatch(cell):
        return int(cell)
    if _INSTANT.fullmatch(cell):
        return datetime.datetime.fromisoformat(cell)
    return cell


def _unmarked(cell: str, long_values: Mapping[str, str]) -> object:
    kind, _colon, rest = cell[1:].partition(":")
    if kind == "nothing":
        return None
    if kind == "long":
        return _decode(long_values[rest], long_values)
    readers: dict[str, Callable[[str], object]] = {
        "text": json.loads,
        "number": float,
        "date": datetime.date.fromisoformat,
        "base64": base64.b64decode,
    }
    return readers[kind](rest)
