"""Look into a packed workbook before it is read, so that no file can exhaust the computer."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

# The reading library lays a sheet out in full, 24 bytes a cell, and ends the whole program when
# that does not fit: one stray cell in the far corner XFD1048576 is enough.
LARGEST_CELLS = 30_000_000
LARGEST_UNPACKED_BYTES = 1_500_000_000
_MOST_PACKED = 1032  # no deflated byte unpacks to more
_CHUNK = 1 << 20
_OVERLAP = 512
# They begin with plain letters, which is what makes them quick, and match other attributes too.
# Only cells that hold something: an empty, merely coloured one is closed at once.
_FILLED = rb"""["'][^>]*[^/]>\s*<(?!/|v/>|v></)"""
_WIDE_COLUMN = re.compile(rb"""r=["']([A-Z]{2,3})\d{1,7}""" + _FILLED)
_FAR_ROW = re.compile(rb"""r=["'][A-Z]{1,3}(\d{6,7})""" + _FILLED)
_ANY_ROW = re.compile(rb"""r=["'][A-Z]{1,3}(\d{1,7})""" + _FILLED)
_NEAR_ROWS, _NEAR_COLUMNS = 99_999, 26


class NotASpreadsheetError(Exception):
    """The package is damaged or holds something else."""


class TooManyCellsError(Exception):
    """The package unpacks to more than a computer can hold."""


def check(path: Path) -> None:
    """Refuse a package that is no workbook, or too big once unpacked.

    Raises NotASpreadsheetError or TooManyCellsError.
    """
    try:
        with zipfile.ZipFile(path) as package:
            entries = package.infolist()
            if not _is_workbook(package, entries):
                raise NotASpreadsheetError
            _check_sizes(package, entries)
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


def _check_sizes(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Unpack whatever could be big piece by piece, and count: what a header claims may be wrong."""
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED_BYTES:
        raise TooManyCellsError
    for entry in entries:
        is_sheet = "worksheets/" in entry.filename.lower().replace("\\", "/")
        if is_sheet:
            _check_cells(package, entry)
        elif entry.compress_size * _MOST_PACKED > LARGEST_UNPACKED_BYTES:
            for _piece in _pieces(package, entry):
                continue


def _pieces(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(entry) as file:
        while piece := file.read(_CHUNK):
            yield piece


def _check_cells(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Multiply the last row by the widest column: first by a quick bound, then exactly."""
    width, height = _extent(_pieces(package, entry), _FAR_ROW)
    if width * max(height, _NEAR_ROWS) <= LARGEST_CELLS:
        return
    width, height = _extent(_pieces(package, entry), _ANY_ROW)
    if width * height > LARGEST_CELLS:
        raise TooManyCellsError


def _extent(pieces: Iterator[bytes], row_pattern: re.Pattern[bytes]) -> tuple[int, int]:
    """Find the widest column (at least Z) and the last row that the pattern sees."""
    columns: set[bytes] = set()
    rows: set[bytes] = set()
    carried = b""
    for piece in pieces:
        text = carried + piece
        columns.update(_WIDE_COLUMN.findall(text))
        rows.update(row_pattern.findall(text))
        carried = text[-_OVERLAP:]
    width = max((_column_number(letters) for letters in columns), default=_NEAR_COLUMNS)
    return width, max((int(digits) for digits in rows), default=0)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
