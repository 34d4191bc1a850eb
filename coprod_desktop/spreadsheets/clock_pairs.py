"""Work out time from pairs of clock times: in and out, once or several times a day."""

import dataclasses
import functools
import re
from collections import Counter
from collections.abc import Iterable

from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets.cells import SECONDS_IN_DAY, is_dash, read_clock, read_text
from coprod_desktop.spreadsheets.problems import CellError, Problem
from coprod_desktop.spreadsheets.sheets import Cell
from coprod_desktop.spreadsheets.table import Row, Table

_WORD = re.compile(r"[^\W\d_]+")
_IN = frozenset({"in", "start", "starts", "started", "from", "begin", "arrive", "arrived",
                 "entrada", "inicio", "dechrau"})  # fmt: skip
_OUT = frozenset({"out", "end", "ends", "ended", "to", "finish", "finished", "stop", "leave",
                  "left", "saida", "fim", "gorffen"})  # fmt: skip
_MOSTLY = 0.8


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What the pairs of a row come to: seconds, and the second of the day at which work began."""

    seconds: int
    starts_at: int | None
    halves: tuple[Problem, ...]


def find_pairs(table: Table) -> list[tuple[int, int]]:
    """Pair each column of times in with the next column of times out."""
    pairs = []
    waiting = None
    for index, heading in enumerate(table.headings):
        found = set(_WORD.findall(fold(heading)))
        is_in, is_out = bool(found & _IN), bool(found & _OUT)
        if is_in == is_out or not _holds_clocks(table.column(index)):
            continue
        if is_in:
            waiting = index
        elif waiting is not None:
            pairs.append((waiting, index))
            waiting = None
    return pairs


def _holds_clocks(column: Iterable[Cell]) -> bool:
    times = Counter(column)  # the same times come again and again: each is read once
    filled = {cell: n for cell, n in times.items() if cell is not None and not is_dash(cell)}
    clocks = sum(n for cell, n in filled.items() if _clock(cell) is not None)
    return bool(filled) and clocks >= _MOSTLY * sum(filled.values())


def _clock(cell: Cell) -> int | None:
    try:
        return read_clock(cell)
    except CellError:
        return None


def add_pairs(
    table: Table, pairs: list[tuple[int, int]], row: Row, faults: list[Problem]
) -> Worked:
    """Add up the complete pairs of a row; half a pair counts for nothing and is named."""
    seconds, starts_at = 0, None
    halves: list[Problem] = []
    for first, last in pairs:
        begun, ended = (_read(table, index, row, faults) for index in (first, last))
        if begun is not None and ended is not None:
            seconds += span(begun, ended)
            starts_at = begun if starts_at is None else starts_at
        elif begun is not None or ended is not None:
            halves.append(_half(table, first if begun is None else last, row))
    return Worked(seconds=seconds, starts_at=starts_at, halves=tuple(halves))


def span(begun: int, ended: int, days: int | None = None) -> int:
    """Return the seconds between two times; an end before the start is on the next day."""
    if days is not None:
        return days * SECONDS_IN_DAY + ended - begun
    return ended - begun + (SECONDS_IN_DAY if ended < begun else 0)


def _read(table: Table, index: int, row: Row, faults: list[Problem]) -> int | None:
    cell = row.cells[index]
    if cell is None or is_dash(cell):
        return None
    try:
        return read_clock(cell)
    except CellError as error:
        faults.append(
            Problem(
                row=row.number,
                column=table.label(index),
                value=read_text(cell),
                message=error.message,
            )
        )
        return None


def _half(table: Table, index: int, row: Row) -> Problem:
    message = _(
        "One time of this pair is missing, so the time between is not counted. Fill in the "
        "missing time."
    )
    return Problem(row=row.number, column=table.label(index), value="", message=message)


@functools.lru_cache(maxsize=1440)  # one for each minute of the day
def clock_text(seconds: int) -> str:
    """Write a second of the day as "09:30"."""
    minutes = seconds % SECONDS_IN_DAY // 60
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
