"""Read the known columns of a row, each in its own way, and remember what was read before."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from coprod_desktop.domain.errors import DomainError, TextIsFormulaError
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets.cells import read_text
from coprod_desktop.spreadsheets.problems import CellError, Problem, sentence
from coprod_desktop.spreadsheets.sheets import Cell
from coprod_desktop.spreadsheets.table import Row, Table, is_total, letter

_SPACES = re.compile(r"\s+")
_SHOWN = 200  # characters of a cell that a problem quotes
_MISSING, _UNREAD = object(), object()

CellReader = Callable[[Cell], Any]


class FieldReader:
    """Read rows into values by field; a cell that cannot be read becomes a problem of its row."""

    def __init__(self, table: Table, readers: Mapping[str, CellReader]) -> None:
        self._table = table
        known = sorted((table.columns[f], f) for f in readers if f in table.columns)
        # A sheet says the same names, days and lengths again and again: each is read once.
        self._plan: list[tuple[str, int, CellReader, dict[Cell, Any]]] = [
            (field, index, readers[field], {}) for index, field in known
        ]

    def read(self, row: Row, problems: list[Problem]) -> dict[str, Any]:
        """Return the values of the filled cells; what cannot be read is added to `problems`."""
        values = {}
        cells = row.cells
        for field, index, reader, known in self._plan:
            cell = cells[index]
            if cell is None:
                continue
            value = known.get(cell, _MISSING)
            if value is _MISSING:
                value = self._read_once(row, index, reader, known, problems)
                if value is _MISSING:
                    continue
            values[field] = value
        return values

    def columns(
        self, rows: Sequence[Row], otherwise: Mapping[str, Any]
    ) -> tuple[dict[str, list[Any]], set[int]]:
        """Return the values of many rows by field, with the places of rows that only `read` reads.

        Those are the rows with a cell that cannot be read. An empty cell has the value `otherwise`.
        """
        said: dict[str, list[Any]] = {}
        unread = set[int]()
        by_place = list(zip(*[row.cells for row in rows], strict=True))
        for field, index, reader, known in self._plan if rows else ():
            told = {
                cell: _told(cell, reader, known, otherwise.get(field))
                for cell in dict.fromkeys(by_place[index])
            }
            faulty = {cell for cell, value in told.items() if value is _UNREAD}
            if faulty:
                unread.update(at for at, cell in enumerate(by_place[index]) if cell in faulty)
            told |= dict.fromkeys(faulty, otherwise.get(field))
            said[field] = list(map(told.__getitem__, by_place[index]))
        return said, unread

    def _read_once(
        self,
        row: Row,
        index: int,
        reader: CellReader,
        known: dict[Cell, Any],
        problems: list[Problem],
    ) -> Any:
        cell = row.cells[index]
        try:
            return _remembered(cell, reader, known)
        except (DomainError, CellError) as error:
            problems.append(fault(self._table, row, index, cell_sentence(cell, error)))
            return _MISSING


def _remembered(cell: Cell, reader: CellReader, known: dict[Cell, Any]) -> Any:
    value = reader(cell)
    if value == "":
        return _MISSING
    known[cell] = value
    return value


def _told(cell: Cell, reader: CellReader, known: dict[Cell, Any], otherwise: Any) -> Any:
    if cell is None:
        return otherwise
    try:
        value = known[cell] if cell in known else _remembered(cell, reader, known)
    except (DomainError, CellError):
        return _UNREAD
    return otherwise if value is _MISSING else value


def cell_sentence(cell: Cell, error: DomainError | CellError) -> str:
    """Word why a cell cannot be read; a formula is named as one, whatever its column holds."""
    if isinstance(cell, str) and cell.lstrip().startswith("="):
        error = TextIsFormulaError(text=cell)
    return sentence(error)


def fault(table: Table, row: Row, place: int, message: str) -> Problem:
    """Make the problem of one cell of a row."""
    value = read_text(row.cells[place])[:_SHOWN]
    label = table.label(place)
    return Problem(row=row.number, column=label, value=value, message=message, place=place)


def overlong(row: Row) -> Problem:
    """Make the problem of a row with more cells than there are headings."""
    message = _(
        "This row has more cells than there are headings. Put text that holds commas in quotation "
        "marks."
    )
    return Problem(row=row.number, column=letter(len(row.cells)), value="", message=message)


def join_name(values: Mapping[str, Any]) -> str:
    """Return the name of a row, put together where first and last name stand apart."""
    parts = (values.get("first_name", ""), values.get("last_name", ""))
    return values.get("name") or " ".join(part for part in parts if part)


def is_aside(row: Row, day_place: int | None) -> bool:
    """Tell whether a row is a title, a footnote or a total; a row with a day is no total."""
    if row.is_kept:
        return False
    if row.cells.count(None) >= len(row.cells) - 1:
        return True
    day = None if day_place is None else row.cells[day_place]
    is_dated = day is not None and not (isinstance(day, str) and not day[:1].isdigit())
    return not is_dated and is_total(row.cells)


class KeyMaker:
    """Make the key by which a second import of the same sheet knows a row again.

    It is the digest of what the row says, and of how many rows before it said the same.
    """

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def key(self, *parts: object) -> str:
        """Return 64 hexadecimal digits; letters' case and the spaces between words do not count.

        The rule must never change, or sheets brought in before would come in once more.
        """
        return self.key_of(map(key_part, parts))

    def key_of(self, parts: Iterable[str]) -> str:
        """Return the key of parts that `key_part` has written, each perhaps for many rows."""
        # The mark between the parts is none that a tidied text can hold, and no space.
        content = "\x01".join(parts).strip()
        number = self._seen.get(content, 0)
        self._seen[content] = number + 1
        return hashlib.sha256(f"{content}\x1e{number}".encode()).hexdigest()


def key_part(part: object) -> str:
    """Write a part of a key, with small letters and single spaces."""
    text = str(part).casefold()
    plain = " ".join(text.split())
    return plain if len(plain) == len(text) else _SPACES.sub(" ", text)
