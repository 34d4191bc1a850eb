"""Know which columns of a list stand in a file: a length of time stands there twice."""

import dataclasses
from collections.abc import Sequence

from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn
from coprod_desktop.i18n import _

DAY, MINUTES = ColumnKind.DAY.value, ColumnKind.MINUTES.value
PENCE, NUMBER = ColumnKind.PENCE.value, ColumnKind.NUMBER.value
TICK = ColumnKind.TICK.value
WHOLE_MINUTES = "whole minutes"
"""The second column of a length of time: whole minutes, which every program can add."""

_WIDTHS = {DAY: 12.0, MINUTES: 11.0, WHOLE_MINUTES: 11.0, PENCE: 13.0, NUMBER: 11.0, TICK: 9.0}
_LEAST_WIDTH, _MOST_WIDTH, _ROOM = 10, 48, 3
FIGURES = frozenset({MINUTES, WHOLE_MINUTES, PENCE, NUMBER})
SUMMED = frozenset({MINUTES, WHOLE_MINUTES, PENCE})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ShownColumn:
    """A column of a file: its heading, what it holds, and which value of a row stands in it.

    A sum across is worked out from all figures of its row, live.
    """

    title: str
    kind: str
    at: int
    is_across: bool = False

    def width(self, longest: int) -> float:
        """Return the width in characters for a column whose longest text is so long."""
        fitted = min(max(longest + _ROOM, _LEAST_WIDTH), _MOST_WIDTH)
        return max(_WIDTHS.get(self.kind, fitted), min(len(self.title) / 2 + _ROOM, 16.0))


def shown_columns(
    columns: Sequence[ExtractColumn], *, has_minutes: bool = True, has_across: bool = False
) -> tuple[ShownColumn, ...]:
    """Return the columns of a file, each heading once: a table may not have the same one twice.

    With `has_minutes` a length of time stands there as whole minutes too; with `has_across` the
    last column is the sum of the figures before it.
    """
    found: list[ShownColumn] = []
    taken: set[str] = set()
    for at, column in enumerate(columns):
        kind = column.kind.value
        is_across = has_across and at == len(columns) - 1
        title = _new_title(column.title, taken)
        found.append(ShownColumn(title=title, kind=kind, at=at, is_across=is_across))
        if has_minutes and kind == MINUTES:
            words = _("{heading} in minutes").format(heading=column.title)
            title = _new_title(words, taken)
            found.append(ShownColumn(title=title, kind=WHOLE_MINUTES, at=at))
    return tuple(found)


def _new_title(title: str, taken: set[str]) -> str:
    stem, number = " ".join(title.split()) or _("Column"), 1
    found = stem
    while found.casefold() in taken:
        number += 1
        found = f"{stem} ({number})"
    taken.add(found.casefold())
    return found


def yes_or_no(is_ticked: object) -> str:
    """Write a tick as a word."""
    return _("yes") if is_ticked else _("no")
