"""Recognise a sheet with one column for each person, and who these people are."""

import re
from collections.abc import Iterable

from coprod_desktop.domain.errors import ColumnMissingError, DomainError
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets.cells import is_dash, read_minutes
from coprod_desktop.spreadsheets.finding import shown
from coprod_desktop.spreadsheets.headings import words
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.spreadsheets.sheets import Cell
from coprod_desktop.spreadsheets.table import Table

_LEAST_PEOPLE = 2
_MOSTLY = 0.9
_NOT_PEOPLE = re.compile(
    r".*\b(total|totals|sum|week|wk|month|year|day|id|ref|budget|cost|costs|rate|miles|mileage|"
    r"hours|hrs|minutes|average|people|attendees|count|balance|saldo|money|amount)\b.*|[\W\d_]*"
)


def find_people(table: Table, import_map: ImportMap) -> list[int]:
    """Return the columns that each stand for one person; empty where the sheet is not so.

    Raises ColumnMissingError where the map names a person who has no column.
    """
    if import_map.person_columns:
        return [_column_of(table, name) for name in import_map.person_columns]
    if import_map.wide is False:
        return []
    used = set(table.columns.values())
    people = [
        index
        for index, heading in enumerate(table.headings)
        if index not in used
        and not _NOT_PEOPLE.fullmatch(fold(heading))
        and _holds_lengths(table.column(index))
    ]
    return people if import_map.wide or len(people) >= _LEAST_PEOPLE else []


def _column_of(table: Table, name: str) -> int:
    for index, heading in enumerate(table.headings):
        if words(heading) == words(name):
            return index
    raise ColumnMissingError(needed=name, headings=shown(table.headings))


def _holds_lengths(column: Iterable[Cell]) -> bool:
    filled = [cell for cell in column if cell is not None and not is_dash(cell)]
    return bool(filled) and sum(map(_is_length, filled)) >= _MOSTLY * len(filled)


def _is_length(cell: Cell) -> bool:
    try:
        return read_minutes(cell) >= 0
    except DomainError:
        return False


def wide_note(table: Table, people: list[int]) -> Problem:
    """Say which columns were read as people."""
    names = ", ".join(table.headings[index] for index in people)
    message = _("Each of these columns was read as one person: {names}.").format(names=names)
    return table.note(people[0], message, names)
