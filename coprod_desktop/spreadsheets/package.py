"""Look into a packed workbook before it is read, so that no file can exhaust the computer."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# The reading library lays a sheet out in full, 24 bytes a cell, and ends the whole program when
# that does not fit: one stray cell in the far corner XFD1048576 is enough. A cell with something
# in it takes some 100 bytes more. So a quarter of a million full rows can be read at once.
LARGEST_CELLS = 12_000_000
LARGEST_FILLED_CELLS = 3_000_000
LARGEST_SHEET_BYTES = 250_000_000
LARGEST_OTHER_BYTES = 60_000_000  # of another part, as the texts that cells share
_MOST_PACKED = 1032  # no deflated byte unpacks to more
_READ = (".xml", ".rels", "mimetype")  # pictures and macros are never unpacked
_CHUNK = 1 << 20
_OVERLAP = 512
# They begin with plain letters, which is what makes them quick, and match other attributes too.
# Only cells that hold something: an empty, merely coloured one is closed at once.
_FILLED = rb"""["'](?:[^>]*[^/>])?>\s*<(?!/|v/>|v></)"""
_WIDE_COLUMN = re.compile(rb"""r=["']([A-Z]{2,9})\d{1,12}""" + _FILLED)
_FAR_ROW = re.compile(rb"""r=["'][A-Z]{1,9}(\d{6,12})""" + _FILLED)
_ANY_COLUMN = re.compile(rb"""r=["']([A-Z]{1,9})\d{1,12}""" + _FILLED)
_ANY_ROW = re.compile(rb"""r=["'][A-Z]{1,9}(\d{1,12})""" + _FILLED)
_NEAR_ROWS, _NEAR_COLUMNS = 99_999, 26
_WIDEST, _LONGEST = 16_384, 1_048_576  # of any worksheet


class NotASpreadsheetError(Exception):
    """The package is damaged or holds something else."""


class TooManyCellsError(Exception):
    """The package unpacks to more than a computer can hold."""


def check(path: Path) -> frozenset[str]:
    """Refuse a package that is no workbook, or too big once unpacked.

    Returns the names of the worksheets that may hold formulas. Raises NotASpreadsheetError or
    TooManyCellsError.
    """
    try:
        with zipfile.ZipFile(path) as package:
            entries = package.infolist()
            if not _is_workbook(package, entries):
                raise NotASpreadsheetError
            return _check_sizes(package, entries)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError) as error:
        raise NotASpreadsheetError from error
    except (RuntimeError, NotImplementedError, ValueError, KeyError) as error:
        # zipfile's words for an encrypted entry or a packing method it does not know
        raise NotASpreadsheetError from error


def _is_workbook(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> bool:
    names = [entry.filename.replace("\\", "/").lower() for entry in entries]
    if any(name.endswith("workbook.xml") for name in names):
        return True
    if "mimetype" not in names:
        return False
    with package.open(entries[names.index("mimetype")]) as file:
        return file.read(200).startswith(b"application/vnd.oasis.opendocument.spreadsheet")


def _check_sizes(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> frozenset[str]:
    """Unpack whatever could be big piece by piece, and count: what a header claims may be wrong."""
    with_formulas = set()
    for entry in entries:
        name = entry.filename.lower().replace("\\", "/")
        if not name.endswith(_READ):
            continue
        is_sheet = "worksheets/" in name or name == "content.xml"
        most = LARGEST_SHEET_BYTES if is_sheet else LARGEST_OTHER_BYTES
        if entry.file_size > most:
            raise TooManyCellsError
        if "worksheets/" in name:
            if _check_cells(package, entry):
                with_formulas.add(entry.filename)
        elif entry.compress_size * _MOST_PACKED > most:
            for _piece in _pieces(package, entry):
                continue
    return frozenset(with_formulas)


def _pieces(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(entry) as file:
        while piece := file.read(_CHUNK):
            yield piece


class _Extent(NamedTuple):
    """How far a worksheet reaches and what it holds, as far as its text tells.

    `rows` counts those that begin, `placeless` the cells that do not say where they stand.
    """

    width: int
    height: int
    rows: int
    filled: int
    placeless: int
    has_formulas: bool


def _check_cells(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Multiply the last row by the widest column: first by a quick bound, then exactly.

    Returns whether the worksheet may hold formulas.
    """
    found = _extent(_pieces(package, entry), _WIDE_COLUMN, _FAR_ROW)
    width = _widest_row(_pieces(package, entry)) if found.placeless > _WIDEST else 0
    if found.filled > LARGEST_FILLED_CELLS or found.rows > _LONGEST or width > _WIDEST:
        raise TooManyCellsError
    if max(found.width, _NEAR_COLUMNS) * max(found.height, found.rows, _NEAR_ROWS) > LARGEST_CELLS:
        exact = _extent(_pieces(package, entry), _ANY_COLUMN, _ANY_ROW)
        if max(exact.width, width) * max(exact.height, exact.rows) > LARGEST_CELLS:
            raise TooManyCellsError
    return found.has_formulas


def _extent(
    pieces: Iterator[bytes], column_pattern: re.Pattern[bytes], row_pattern: re.Pattern[bytes]
) -> _Extent:
    """Find the widest column and the last row that the patterns see, and count the rest."""
    columns, far_rows = set[bytes](), set[bytes]()
    cells = placed = rows = filled = 0
    has_formulas = False
    carried = b""
    for piece in pieces:
        text = carried + piece
        columns.update(column_pattern.findall(text))
        far_rows.update(row_pattern.findall(text))
        has_formulas = has_formulas or b"<f" in text
        filled += piece.count(b"</c>")
        cells += piece.count(b"<c")  # and a few others, such as <cols>
        placed += piece.count(b" r=")
        rows += piece.count(b"<row")
        carried = text[-_OVERLAP:]
    return _Extent(
        width=max(map(_column_number, columns), default=1),
        height=max(map(int, far_rows), default=1),
        rows=rows,
        filled=filled,
        placeless=cells - max(placed - rows, 0),
        has_formulas=has_formulas,
    )


def _widest_row(pieces: Iterator[bytes]) -> int:
    """Count the cells of the longest row, whether they say where they stand or not."""
    widest = open_row = 0
    for piece in pieces:
        first, *others = piece.split(b"<row")
        open_row += first.count(b"<c>") + first.count(b"<c ")
        widest = max(widest, open_row)
        for row in others:
            open_row = row.count(b"<c>") + row.count(b"<c ")
            widest = max(widest, open_row)
    return widest


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
