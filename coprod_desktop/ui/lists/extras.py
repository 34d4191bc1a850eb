"""Flags, notes and columns of one's own, as a list shows them beside its rows."""

import datetime
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Generic, TypeVar

from coprod_desktop.domain.dates import list_day
from coprod_desktop.domain.list_extracts import ColumnKind, PlainValue
from coprod_desktop.domain.own_columns import OwnColumn, OwnKind
from coprod_desktop.domain.row_marks import Flag, RowMark
from coprod_desktop.i18n import _
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.widgets.columns import Align, Column, Mark

R = TypeVar("R")
FLAG, NOTE, OWN = "flag", "note", "own:"
FLAGS = (Flag.NONE, Flag.RED, Flag.AMBER, Flag.GREEN, Flag.BLUE, Flag.VIOLET)
_TOKENS = {Flag.RED: "bad", Flag.AMBER: "warn", Flag.GREEN: "good", Flag.BLUE: "accent"}
_VIOLET_LIGHT, _VIOLET_DARK = "#6B3FA0", "#C3A1F2"
_KINDS = {
    OwnKind.TEXT: ColumnKind.TEXT,
    OwnKind.NUMBER: ColumnKind.NUMBER,
    OwnKind.DAY: ColumnKind.DAY,
    OwnKind.TICK: ColumnKind.TICK,
}


def flag_word(flag: Flag) -> str:
    """Return the word for a flag."""
    return {
        Flag.NONE: _("No flag"),
        Flag.RED: _("Red"),
        Flag.AMBER: _("Amber"),
        Flag.GREEN: _("Green"),
        Flag.BLUE: _("Blue"),
        Flag.VIOLET: _("Violet"),
    }[flag]


def flag_colour(flag: Flag) -> str | None:
    """Return the colour of a flag as "#RRGGBB"; None without a flag."""
    tokens = current_tokens()
    if flag is Flag.VIOLET:
        return _VIOLET_DARK if tokens.is_dark() else _VIOLET_LIGHT
    return tokens.color(_TOKENS[flag]).name() if flag in _TOKENS else None


class RowExtras(Generic[R]):
    """Hold what was added to the rows that a list fetched; `learn` is for the database thread."""

    def __init__(self, id_of: Callable[[R], int]) -> None:
        self._id_of = id_of
        self._marks: dict[int, RowMark] = {}
        self._values: dict[int, dict[int, str]] = {}

    def learn(
        self,
        rows: Sequence[R],
        marks_of: Callable[[Sequence[int]], dict[int, RowMark]],
        values_of: Callable[[Sequence[int]], dict[int, dict[int, str]]],
    ) -> None:
        """Take what stands beside these rows now."""
        ids = [self._id_of(row) for row in rows]
        if not ids:
            return
        marks, values = marks_of(ids), values_of(ids)
        for row_id in ids:
            self._marks.pop(row_id, None)
            self._values.pop(row_id, None)
        self._marks.update(marks)
        self._values.update(values)

    def flag(self, row: R) -> Flag:
        """Return the flag of a row."""
        mark = self._marks.get(self._id_of(row))
        return Flag.NONE if mark is None else mark.flag

    def note(self, row: R) -> str:
        """Return the note on a row."""
        mark = self._marks.get(self._id_of(row))
        return "" if mark is None else mark.note

    def value(self, row: R, own_column_id: int) -> str:
        """Return what stands in a column of one's own, as the file keeps it."""
        return self._values.get(self._id_of(row), {}).get(own_column_id, "")

    # --- columns -------------------------------------------------------------------------------

    def flag_column(self) -> Column[R]:
        """Return the column of flags: a coloured bar and its word."""
        return Column(
            key=FLAG,
            title=_("Flag"),
            text=lambda row: flag_word(self.flag(row)) if self.flag(row) else "",
            bar=lambda row: flag_colour(self.flag(row)),
            width_em=4.6,
            only_with_words=True,
            is_filterable=True,
            is_sortable=True,
        )

    def note_column(self) -> Column[R]:
        """Return the column of notes: a mark and the first words; the tooltip has them all."""
        return Column(
            key=NOTE,
            title=_("Our note"),
            text=lambda row: " ".join(self.note(row).split()),
            icon=lambda row: Mark("file-text", "accent") if self.note(row) else None,
            tooltip=self.note,
            width_em=9,
            narrow_em=6,
            only_with_words=True,
            is_filterable=True,
            is_sortable=True,
        )

    def own_column(self, own: OwnColumn) -> Column[R]:
        """Return a column of one's own."""
        is_number = own.kind is OwnKind.NUMBER

        def kept(row: R) -> str:
            return self.value(row, own.own_column_id)

        return Column(
            key=f"{OWN}{own.own_column_id}",
            title=own.title,
            text=lambda row: own_words(own.kind, kept(row)),
            value=lambda row: own_plain(own.kind, kept(row)),
            kind=_KINDS[own.kind],
            align=Align.RIGHT if is_number else Align.LEFT,
            width_em=8,
            is_filterable=True,
            is_sortable=True,
            is_editable=True,
        )


def own_words(kind: OwnKind, kept: str) -> str:
    """Write what is kept in a column of one's own as a list shows it."""
    if kind is OwnKind.DAY and kept:
        return list_day(datetime.date.fromisoformat(kept))
    if kind is OwnKind.TICK:
        return _("Yes") if kept else ""
    return kept


def own_plain(kind: OwnKind, kept: str) -> PlainValue:
    """Return what is kept in a column of one's own as a plain value."""
    if kind is OwnKind.TICK:
        return bool(kept)
    if not kept:
        return None
    if kind is OwnKind.DAY:
        return datetime.date.fromisoformat(kept)
    return Decimal(kept) if kind is OwnKind.NUMBER else kept
