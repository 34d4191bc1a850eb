"""Find the table in a spreadsheet: its sheet, its heading row, its columns, and what it is not."""

import dataclasses
import re
from collections.abc import Collection, Sequence

from coprod_desktop.domain.errors import ColumnMissingError
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.spreadsheets.cells import read_text
from coprod_desktop.spreadsheets.headings import (
    closest,
    match,
    match_weakly,
    parted_names,
    words,
)
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.spreadsheets.sheets import Book, Sheet
from coprod_desktop.spreadsheets.side_by_side import before_neighbour, from_column, table_starts
from coprod_desktop.spreadsheets.table import Table, letter

_HEADING_ROWS = 50  # how far down headings are looked for
_MOSTLY = 0.8
_LETTERS = re.compile(r"[A-Z]{1,3}")


def find_table(
    book: Book,
    fields: Sequence[str],
    import_map: ImportMap,
    *,
    needed: Collection[str] = (),
    numeric: Collection[str] = (),
) -> Table:
    """Find the first table with columns for some of the fields.

    Fields of `needed` may also be found by a heading that is nearly right, which is then noted.
    Raises ColumnMissingError where the map names a heading or a sheet that is not there.
    """
    sheet, heading_row = choose_sheet(book, fields, import_map)
    whole = sheet
    cells = heading_texts(sheet, heading_row)
    starts = table_starts(cells)
    if import_map.table and import_map.table > 1:
        sheet = from_column(sheet, starts[min(import_map.table, len(starts)) - 1])
        cells = heading_texts(sheet, heading_row)
    headings, neighbour = before_neighbour(cells)
    finder = _ColumnFinder(headings, heading_row, import_map)
    columns = finder.find([field for field in fields if import_map.column(field) != ""], needed)
    notes = list(finder.notes)
    if neighbour:
        notes.append(_neighbour_note(heading_row, neighbour, cells[neighbour]))
    if sheet.results_worked_out:
        notes.append(_results_note(sheet.results_worked_out))
    others = tuple(other.name for other in book.sheets if other is not whole)
    if others:
        notes.append(_other_sheets_note(sheet, others))
    last_field = next((f for f, index in columns.items() if index == len(headings) - 1), None)
    return Table(
        sheet=sheet,
        heading_row=heading_row,
        headings=headings,
        columns=columns,
        notes=tuple(notes),
        sheets_not_read=others,
        has_neighbour=neighbour is not None,
        joins_last=last_field not in numeric,
        skip_rows=frozenset(import_map.skip_rows),
        keep_rows=frozenset(import_map.keep_rows),
    )


def find_unheaded_names(table: Table) -> Table:
    """Take the column of texts without a heading, left of the others, for the names; say so."""
    for index, heading in enumerate(table.headings):
        if heading:
            break
        filled = [cell for cell in table.column(index) if cell is not None]
        names = [cell for cell in filled if isinstance(cell, str) and not cell[:1].isdigit()]
        if filled and len(names) >= _MOSTLY * len(filled):
            message = _("This column has no heading. It was taken to hold the names.")
            columns = {**table.columns, "name": index}
            notes = (*table.notes, table.note(index, message))
            return dataclasses.replace(table, columns=columns, notes=notes)
    return table


# --- which sheet, which row ----------------------------------------------------------------------


def choose_sheet(book: Book, fields: Sequence[str], import_map: ImportMap) -> tuple[Sheet, int]:
    """Return the first sheet with headings that are known, and their row, counting from 1."""
    sheets = book.sheets
    if import_map.sheet is not None:
        sheets = tuple(s for s in sheets if fold(s.name) == fold(import_map.sheet or ""))
        if not sheets:
            names = tuple(sheet.name for sheet in book.sheets)
            raise ColumnMissingError(needed=import_map.sheet, headings=names)
    ranked = [(find_heading_row(sheet, fields, import_map), sheet) for sheet in sheets]
    for (score, row), sheet in ranked:
        if score >= 2:
            return sheet, row
    (_score, row), sheet = max(ranked, key=lambda found: found[0][0])
    return sheet, row


def find_heading_row(sheet: Sheet, fields: Sequence[str], import_map: ImportMap) -> tuple[int, int]:
    """Return how many headings are known, and in which row."""
    if import_map.heading_row is not None:
        return 2, min(max(import_map.heading_row, 1), len(sheet.rows))
    named = {words(name) for name in import_map.columns.values() if name}
    best_score, best_row = 0, 0
    fallback = 0
    for number in range(1, min(len(sheet.rows), _HEADING_ROWS) + 1):
        texts = heading_texts(sheet, number)
        filled = [text for text in texts if text.strip()]
        if len(filled) < 2 and not any(words(text) in named for text in filled):
            continue
        score = len(match(texts, fields)) + 2 * sum(words(text) in named for text in filled)
        if score > best_score:
            best_score, best_row = score, number
        cells = sheet.rows[number - 1]
        if not fallback and all(cell is None or isinstance(cell, str) for cell in cells):
            fallback = number
    if best_score >= 2:
        return best_score, best_row
    return best_score, fallback or best_row or 1


def heading_texts(sheet: Sheet, number: int) -> list[str]:
    """Return the headings of a row; what a merged cell wrote one row above fills a gap."""
    texts = [read_text(cell) for cell in sheet.rows[number - 1]]
    above = sheet.rows[number - 2] if number > 1 else ()
    if sum(isinstance(cell, str) for cell in above) > 1:
        texts += [""] * (len(above) - len(texts))
        for index, cell in enumerate(above):
            if not texts[index].strip() and isinstance(cell, str):
                texts[index] = cell
    while texts and not texts[-1].strip():
        texts.pop()
    return [" ".join(text.split()) for text in texts]


def _neighbour_note(heading_row: int, index: int, heading: str) -> Problem:
    message = _(
        "A second table begins at column {letter} (“{heading}”). It was not read. To read it, say "
        "table = 2 in a map."
    )
    return Problem(
        row=heading_row,
        column=letter(index),
        value=heading,
        message=message.format(letter=letter(index), heading=heading),
        is_note=True,
    )


def _results_note(count: int) -> Problem:
    message = ngettext(
        "{count:,} formula had no result saved with it. What it comes to was worked out here.",
        "{count:,} formulas had no results saved with them. What they come to was worked out here.",
        count,
    ).format(count=count)
    return Problem(row=1, column="", value=str(count), message=message, is_note=True)


def _other_sheets_note(sheet: Sheet, others: tuple[str, ...]) -> Problem:
    message = _(
        "Only the sheet “{name}” was read. Not read: {others}. To read one of them, say "
        'sheet = "…" in a map.'
    )
    return Problem(
        row=1, column="", value=", ".join(others),
        message=message.format(name=sheet.name, others=", ".join(others)), is_note=True,
    )  # fmt: skip


# --- which column --------------------------------------------------------------------------------


class _ColumnFinder:
    """Find the columns of one heading row: as the map says, by known words, by near ones."""

    def __init__(self, headings: tuple[str, ...], heading_row: int, import_map: ImportMap) -> None:
        self._headings = headings
        self._row = heading_row
        self._map = import_map
        self.notes: list[Problem] = []

    def find(self, fields: Sequence[str], needed: Collection[str]) -> dict[str, int]:
        said = {field: self._said(name) for field in fields if (name := self._map.column(field))}
        found = match(self._headings, fields, said)
        open_fields = [f for f in fields if f in needed and not self._is_timed(f, found)]
        for field, index in match_weakly(self._headings, open_fields, found).items():
            self._take(found, field, index)
        for field in open_fields:
            if field not in found:
                near = closest(self._headings, field, found.values())
                if near is not None:
                    self._take(found, field, near)
        return parted_names(found)

    def _is_timed(self, field: str, found: dict[str, int]) -> bool:
        """Tell whether a length of time is known already, from other columns."""
        return field == "duration" and bool({"start", "minutes", "seconds"} & found.keys())

    def _take(self, found: dict[str, int], field: str, index: int) -> None:
        found[field] = index
        heading = self._headings[index]
        message = _(
            "“{heading}” was taken to mean: {field}. If that is wrong, name the right column in "
            "a map."
        ).format(heading=heading, field=field_words(field))
        self.notes.append(
            Problem(row=self._row, column=heading, value=heading, message=message, is_note=True)
        )

    def _said(self, name: str) -> int:
        """Find the column that the map names, by its heading or its letter."""
        for index, heading in enumerate(self._headings):
            if fold(heading) == fold(name):
                return index
        for index, heading in enumerate(self._headings):
            if heading and words(heading) == words(name):
                return index
        if _LETTERS.fullmatch(name):
            for index in range(len(self._headings)):
                if letter(index) == name:
                    return index
        raise ColumnMissingError(needed=name, headings=shown(self._headings))


def shown(headings: Sequence[str]) -> tuple[str, ...]:
    """Return the headings as a person sees them; a letter where there is none."""
    return tuple(heading or letter(index) for index, heading in enumerate(headings))


def field_words(field: str) -> str:
    """Say what a field means."""
    return {
        "name": _("the person’s name"),
        "date": _("the day of the work"),
        "spent_on": _("the day the money was spent"),
        "duration": _("the length of time"),
        "claimed": _("the amount"),
        "what": _("what was done"),
        "spent_what": _("what it was for"),
    }.get(field, field)
