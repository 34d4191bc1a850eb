"""Read any spreadsheet file, whichever program made it, into plain rows of cells."""

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
from coprod_desktop.spreadsheets.sheets import Book, Cell, Sheet
from coprod_desktop.spreadsheets.unsaved_results import fill_in

__all__ = ["Book", "Cell", "Sheet", "read_book"]

LARGEST_BYTES = 200_000_000
LARGEST_TEXT_BYTES = 40_000_000  # a text takes ten times its size once it is rows
WIDEST = 16_384  # columns of any spreadsheet program
_LONG = 300_000
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds a locked workbook
_NEVER_TEXT = frozenset({".xlsx", ".xlsm", ".ods"})


def read_book(path: Path, *, encoding: str = "", separator: str = "") -> Book:
    """Read xlsx, xlsm, xls, ods, csv or tsv, told apart by what is inside and not by the name.

    `encoding` and `separator` say how a text is to be read where a person knows better. Raises
    FileMissingError, SpreadsheetUnreadableError, SpreadsheetLockedError, SpreadsheetEmptyError or
    SpreadsheetTooLargeError (over 200 MB, or far more when unpacked).
    """
    head = _first_bytes(path)
    if head.startswith(_ZIP):
        formulas = _check_package(path)
        sheets = _read_workbook(path)
        if formulas:
            sheets = fill_in(path, sheets, formulas)
    elif head.startswith(_OLE):
        sheets = _read_workbook(path)
    elif path.suffix.lower() in _NEVER_TEXT:
        raise SpreadsheetUnreadableError(path=path)
    else:
        sheets = [_read_text(path, encoding, separator)]
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


def _check_package(path: Path) -> frozenset[str]:
    try:
        return check(path)
    except NotASpreadsheetError as error:
        raise SpreadsheetUnreadableError(path=path) from error
    except TooManyCellsError as error:
        size = path.stat().st_size
        raise SpreadsheetTooLargeError(path=path, size_bytes=size) from error


def _read_text(path: Path, encoding: str, separator: str) -> Sheet:
    size = path.stat().st_size
    if size > LARGEST_TEXT_BYTES:
        raise SpreadsheetTooLargeError(path=path, size_bytes=size)
    try:
        read = read_delimited(path.read_bytes(), encoding=encoding, separator=separator)
    except NotTextError as error:
        raise SpreadsheetUnreadableError(path=path) from error
    if any(len(row) > WIDEST for row in read.rows):
        raise SpreadsheetTooLargeError(path=path, size_bytes=size)
    cells: list[tuple[Cell, ...]] = [
        tuple([None if not cell or cell.isspace() else cell for cell in row]) for row in read.rows
    ]
    return Sheet(name=path.stem, rows=cells, separator=read.separator, encoding=read.encoding)


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
    sheet = workbook.get_sheet_by_name(name)
    if sheet.total_height > _LONG:
        return Sheet(name=name, rows=_few_rows(sheet))
    rows = sheet.to_python(skip_empty_area=False)
    return Sheet(
        name=name,
        rows=[
            tuple([None if cell == "" else cell for cell in row]) if "" in row else tuple(row)
            for row in rows
        ],
    )


def _few_rows(sheet: python_calamine.CalamineSheet) -> list[tuple[Cell, ...]]:
    """Take the rows one by one: most of so long a sheet is empty, but for a stray cell far down."""
    nothing: tuple[Cell, ...] = ()
    left: tuple[Cell, ...] = (None,) * (sheet.start[1] if sheet.start else 0)
    return [
        (*left, *[None if cell == "" else cell for cell in row])
        if any(cell != "" for cell in row)
        else nothing
        for row in sheet.iter_rows()
    ]


def _holds_anything(sheet: Sheet) -> bool:
    return any(row.count(None) < len(row) for row in sheet.rows)
