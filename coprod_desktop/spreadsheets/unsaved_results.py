"""Work out plain sums and products whose results a workbook does not hold, and nothing else."""

import datetime
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from fractions import Fraction
from html import unescape
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from coprod_desktop.spreadsheets.sheets import Cell, Sheet

LARGEST_BYTES = 100_000_000  # of one worksheet unpacked; such sheets come from programs
_MOST_CELLS = 2_000_000  # that all formulas of a sheet may look at
_DEEPEST = 50
_CELL = re.compile(
    r'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<f\b[^>]*?(?:/>|>(.*?)</f>)\s*'
    r"(?:<v\s*/>|<v>\s*</v>)?\s*</c>",
    re.DOTALL,
)
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d*)?|\.\d+)|(?P<name>[A-Za-z]{3,})(?=\()|"
    r"\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d{1,7})(?![\w(])|(?P<sign>[-+*/(),:;]))"
)
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

# What zipfile and the reading of XML say of a damaged part; RuntimeError of one that claims to be
# encrypted.
_UNREADABLE = (
    OSError, EOFError, KeyError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error,
    ParseError, DefusedXmlException,
)  # fmt: skip


class CannotWorkOutError(Exception):
    """A formula is more than a plain sum or product of cells of its own sheet."""


class _Value(NamedTuple):
    number: Fraction
    is_time: bool


def fill_in(path: Path, sheets: list[Sheet], parts: Collection[str]) -> list[Sheet]:
    """Return the sheets with the results that their cells lack.

    `parts` are the parts of the package that hold formulas. What cannot be worked out stands in its
    cell as the formula's own text, so that a reader sees it by row and column.
    """
    try:
        with zipfile.ZipFile(path) as package:
            names = _part_names(package)
            return [_filled(package, sheet, names.get(sheet.name, ""), parts) for sheet in sheets]
    except _UNREADABLE:
        return sheets  # the reading library took it, so only its formulas stay unknown


def _part_names(package: zipfile.ZipFile) -> dict[str, str]:
    """Return by its worksheet's name which part of the package it is."""
    book = next(name for name in package.namelist() if name.lower().endswith("workbook.xml"))
    folder = PurePosixPath(book).parent
    links = fromstring(package.read(str(folder / "_rels" / f"{PurePosixPath(book).name}.rels")))
    targets = {one.get("Id"): one.get("Target", "") for one in links}
    found = {}
    for element in fromstring(package.read(book)).iter():
        if element.tag.rpartition("}")[2] == "sheet":
            target = targets.get(element.get(_RELATIONS), "")
            part = target.lstrip("/") if target.startswith("/") else str(folder / target)
            found[element.get("name", "")] = part
    return found


def _filled(package: zipfile.ZipFile, sheet: Sheet, part: str, parts: Collection[str]) -> Sheet:
    if part not in parts or package.getinfo(part).file_size > LARGEST_BYTES:
        return sheet
    found = dict(_unsaved(package.read(part).decode("utf-8", errors="replace")))
    return sheet if not found else _Worker(sheet, found).worked_out()


def _unsaved(xml: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Give each formula without a result, by row and column counting from 0."""
    for match in _CELL.finditer(xml):
        formula = unescape(match[3] or "")
        yield (int(match[2]) - 1, _number(match[1])), formula


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


class _Worker:
    """Work out the formulas of one sheet, each once."""

    def __init__(self, sheet: Sheet, formulas: dict[tuple[int, int], str]) -> None:
        self._sheet = sheet
        self._formulas = formulas
        self._known: dict[tuple[int, int], _Value] = {}
        self._looked_at = 0
        self._depth = 0

    def worked_out(self) -> Sheet:
        """Return the sheet with its results; what is too much for it shows its formula."""
        rows = [list(row) for row in self._sheet.rows]
        solved = 0
        for (row, column), formula in self._formulas.items():
            result: Cell = f"={formula}"
            try:
                result = _cell_of(self.value(row, column))
                solved += 1
            except (CannotWorkOutError, ZeroDivisionError, OverflowError):
                pass
            if row >= len(rows):
                rows += [[] for _missing in range(row + 1 - len(rows))]
            rows[row] += [None] * (column + 1 - len(rows[row]))
            rows[row][column] = result
        return self._sheet.having(rows=[tuple(row) for row in rows], results_worked_out=solved)

    def value(self, row: int, column: int) -> _Value:
        """Return what a cell is worth in a sum; raises CannotWorkOutError."""
        self._looked_at += 1
        if self._looked_at > _MOST_CELLS:
            raise CannotWorkOutError
        formula = self._formulas.get((row, column))
        if formula is None:
            rows = self._sheet.rows
            has_cell = row < len(rows) and column < len(rows[row])
            return _worth(rows[row][column] if has_cell else None)
        if (row, column) not in self._known:
            if self._depth >= _DEEPEST:  # also a formula that leads back to itself
                raise CannotWorkOutError
            self._depth += 1
            try:
                self._known[row, column] = _Sum(formula, self).value()
            finally:
                self._depth -= 1
        return self._known[row, column]


class _Sum:
    """Read one formula from left to right."""

    def __init__(self, formula: str, worker: _Worker) -> None:
        self._worker = worker
        self._tokens = _tokens(formula)
        self._at = 0

    def value(self) -> _Value:
        """Return what the formula comes to; raises CannotWorkOutError."""
        found = self._added()
        if self._at != len(self._tokens):
            raise CannotWorkOutError
        return found

    def _added(self) -> _Value:
        found = self._multiplied()
        while (sign := self._take("+", "-")) is not None:
            other = self._multiplied()
            number = found.number + (other.number if sign == "+" else -other.number)
            found = _Value(number, found.is_time or other.is_time)
        return found

    def _multiplied(self) -> _Value:
        found = self._part()
        while (sign := self._take("*", "/")) is not None:
            other = self._part()
            number = found.number * other.number if sign == "*" else found.number / other.number
            found = _Value(number, is_time=False)
        return found

    def _part(self) -> _Value:
        if self._take("-") is not None:
            found = self._part()
            return _Value(-found.number, found.is_time)
        if self._take("(") is not None:
            found = self._added()
            self._need(")")
            return found
        token = self._next()
        if isinstance(token, Fraction):
            return _Value(token, is_time=False)
        if isinstance(token, tuple):
            return self._worker.value(*token)
        if token.upper() not in ("SUM", "PRODUCT"):
            raise CannotWorkOutError
        self._need("(")
        return self._function(token.upper())

    def _function(self, name: str) -> _Value:
        parts = list(self._argument())
        while self._take(",", ";") is not None:
            parts += self._argument()
        self._need(")")
        if name == "SUM":
            total = sum((part.number for part in parts), Fraction(0))
            return _Value(total, any(part.is_time for part in parts))
        product = Fraction(1)
        for part in parts:
            product *= part.number
        return _Value(product, is_time=False)

    def _argument(self) -> Iterator[_Value]:
        """Give the values of "A2:A9", or of one sum."""
        first = self._tokens[self._at] if self._at < len(self._tokens) else ""
        after = self._tokens[self._at + 1] if self._at + 1 < len(self._tokens) else ""
        if not isinstance(first, tuple) or after != ":":
            yield self._added()
            return
        self._at += 2
        last = self._next()
        if not isinstance(last, tuple):
            raise CannotWorkOutError
        if (last[0] - first[0] + 1) * (last[1] - first[1] + 1) > _MOST_CELLS:
            raise CannotWorkOutError
        for row in range(first[0], last[0] + 1):
            for column in range(first[1], last[1] + 1):
                yield self._worker.value(row, column)

    def _next(self) -> Fraction | tuple[int, int] | str:
        if self._at >= len(self._tokens):
            raise CannotWorkOutError
        self._at += 1
        return self._tokens[self._at - 1]

    def _take(self, *signs: str) -> str | None:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if isinstance(token, str) and token in signs:
            self._at += 1
            return token
        return None

    def _need(self, sign: str) -> None:
        if self._take(sign) is None:
            raise CannotWorkOutError


def _tokens(formula: str) -> list[Fraction | tuple[int, int] | str]:
    found: list[Fraction | tuple[int, int] | str] = []
    at, text = 0, formula.strip().removeprefix("=").strip().removeprefix("+")
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise CannotWorkOutError
        at = match.end()
        if match["number"]:
            found.append(Fraction(match["number"].rstrip(".")))
        elif match["column"]:
            found.append((int(match["row"]) - 1, _number(match["column"])))
        else:
            found.append(match["name"] or match["sign"])
    return found


def _worth(cell: Cell) -> _Value:
    if cell is None:
        return _Value(Fraction(0), is_time=False)
    if isinstance(cell, bool) or isinstance(cell, (str, datetime.date)):
        raise CannotWorkOutError
    if isinstance(cell, (int, float)):
        try:
            return _Value(Fraction(repr(cell)), is_time=False)
        except ValueError as error:  # not a number, or without end
            raise CannotWorkOutError from error
    if isinstance(cell, datetime.time):
        seconds = cell.hour * 3600 + cell.minute * 60 + cell.second
        return _Value(Fraction(seconds, 86_400), is_time=True)
    return _Value(Fraction(round(cell.total_seconds()), 86_400), is_time=True)


def _cell_of(value: _Value) -> Cell:
    if value.is_time:
        return datetime.timedelta(seconds=round(value.number * 86_400))
    return float(value.number)
