"""Read any spreadsheet file, whichever program made it, into plain rows of cells."""

import dataclasses
import datetime
import io
from pathlib import Path

import python_calamine

from coprod_desktop.domain.errors import (
    FileMissingError,
    SpreadsheetEmptyError,
    SpreadsheetLockedError,
    SpreadsheetTooLargeError,
    SpreadsheetUnreadableError,
)
from coprod_desktop.spreadsheets.delimited import NotTextError, read_delimited
from coprod_desktop.spreadsheets.package import NotASpreadsheetError, TooManyCellsError, check

LARGEST_BYTES = 200_000_000
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds a locked workbook
_NEVER_TEXT = frozenset({".xlsx", ".xlsm", ".ods"})

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

    `separator` is what stood between the cells of a text file, and empty for a real workbook.
    """

    name: str
    rows: list[tuple[Cell, ...]]
    separator: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """All worksheets of a file that hold anything, those in view first."""

    path: Path
    sheets: tuple[Sheet, ...]


def read_book(path: Path) -> Book:
    """Read xlsx, xlsm, xls, ods, csv or tsv, told apart by what is inside and not by the name.

    Raises FileMissingError, SpreadsheetUnreadableError, SpreadsheetLockedError,
    SpreadsheetEmptyError or SpreadsheetTooLargeError (over 200 MB, or far more when unpacked).
    """
    head = _first_bytes(path)
    if head.startswith(_ZIP):
        _check_package(path)
        sheets = _read_workbook(path)
    elif head.startswith(_OLE):
        sheets = _read_workbook(path)
    elif path.suffix.lower() in _NEVER_TEXT:
        raise SpreadsheetUnreadableError(path=path)
    else:
        sheets = [_read_text(path)]
    filled = tuple(sheet for sheet in sheets if _holds_anything(sheet))
    if not filled:
        raise SpreadsheetEmptyError(path=path)
    return Book(path=path, sheets=filled)


def _first_bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_BYTES:
            raise SpreadsheetTooLargeError(path=path, size_bytes=size)
        with path.open("rb") as file:
            head = file.read(8)
    except FileNotFoundError as error:
        raise FileMissingError(path=path) from error
    except OSError as error:
        raise SpreadsheetUnreadableError(path=path) from error
    if not head:
        raise SpreadsheetEmptyError(path=path)
    return head


def _check_package(path: Path) -> None:
    try:
        check(path)
    except NotASpreadsheetError as error:
        raise SpreadsheetUnreadableError(path=path) from error
    except TooManyCellsError as error:
        size = path.stat().st_size
        raise SpreadsheetTooLargeError(path=path, size_bytes=size) from error


def _read_text(path: Path) -> Sheet:
    try:
        rows, separator = read_delimited(path.read_bytes())
    except NotTextError as error:
        raise SpreadsheetUnreadableError(path=path) from error
    cells: list[tuple[Cell, ...]] = [
        tuple([None if not cell or cell.isspace() else cell for cell in row]) for row in rows
    ]
    return Sheet(name=path.stem, rows=cells, separator=separator)


def _read_workbook(path: Path) -> list[Sheet]:
    try:
        workbook = _open(path)
        return [_read_sheet(workbook, name) for name in _names(workbook)]
    except python_calamine.PasswordError as error:
        raise SpreadsheetLockedError(path=path) from error
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        if "limit exceeded" in str(error):
            size = path.stat().st_size
            raise SpreadsheetTooLargeError(path=path, size_bytes=size) from error
        raise SpreadsheetUnreadableError(path=path) from error
    except BaseException as error:
        # A fault inside the reading library arrives as a PanicException, which is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise SpreadsheetUnreadableError(path=path) from error


def _open(path: Path) -> python_calamine.CalamineWorkbook:
    """Open a workbook as its name says, else as its content says; the first failure tells more."""
    try:
        return python_calamine.CalamineWorkbook.from_path(path)
    except python_calamine.PasswordError:
        raise
    except python_calamine.CalamineError as by_name:
        content = path.read_bytes()
        if _ENCRYPTED in content:
            raise SpreadsheetLockedError(path=path) from by_name
        try:
            return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        except python_calamine.CalamineError:
            raise by_name from None


def _names(workbook: python_calamine.CalamineWorkbook) -> list[str]:
    """Name the worksheets, those in view before the hidden ones, without chart sheets."""
    kinds, views = python_calamine.SheetTypeEnum, python_calamine.SheetVisibleEnum
    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == kinds.WorkSheet]
    return [sheet.name for sheet in sorted(sheets, key=lambda s: s.visible != views.Visible)]


def _read_sheet(workbook: python_calamine.CalamineWorkbook, name: str) -> Sheet:
    rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return Sheet(
        name=name, rows=[tuple([None if cell == "" else cell for cell in row]) for row in rows]
    )


def _holds_anything(sheet: Sheet) -> bool:
    return any(row.count(None) < len(row) for row in sheet.rows)
