"""Tell tables apart that stand side by side on one worksheet."""

from collections.abc import Sequence

from coprod_desktop.spreadsheets.headings import words
from coprod_desktop.spreadsheets.sheets import Sheet

# No log that a person keeps is wider, or has more tables in a row.
_WIDEST = 200
_MOST_TABLES = 20


def before_neighbour(texts: Sequence[str]) -> tuple[tuple[str, ...], int | None]:
    """Cut off a second table to the right, and say where a heading of the first comes again.

    It follows after a gap, or it repeats the headings of the first one by one.
    """
    if period := _period(texts):
        return tuple(texts[:period]), period
    seen: set[frozenset[str]] = set()
    gap = None
    for index, text in enumerate(texts):
        if not text:
            gap = index if gap is None and len(seen) >= 2 else gap
        elif gap is not None and words(text) in seen:
            return tuple(texts[:gap]), index
        else:
            seen.add(words(text))
    return tuple(texts), None


def _period(texts: Sequence[str]) -> int:
    """Return after how many headings the same ones begin again; 0 where they do not."""
    lead = next((at for at, text in enumerate(texts) if text), 0)
    said = [words(text) for text in texts[: lead + 2 * _WIDEST]]
    for width in range(2, (len(said) - lead) // 2 + 1):
        if not texts[lead + width - 1]:
            return 0  # a gap ends the first table
        first, again = said[lead : lead + width], said[lead + width : lead + 2 * width]
        if first == again and len(set(first)) > 1:
            return lead + width
    return 0


def table_starts(texts: Sequence[str]) -> tuple[int, ...]:
    """Return the first column of each table beside another, counting from 0."""
    starts, at = [0], 0
    while True:
        blank = [""] * at + list(texts[at:])
        headings, neighbour = before_neighbour(blank)
        if neighbour is None or len(starts) == _MOST_TABLES:
            return tuple(starts)
        at = next(index for index in range(len(headings), len(texts)) if texts[index])
        starts.append(at)


def from_column(sheet: Sheet, start: int) -> Sheet:
    """Return a sheet as if everything left of a column were empty, so that letters stay."""
    blank = (None,) * start
    return sheet.having(
        rows=[blank + row[start:] if len(row) > start else () for row in sheet.rows]
    )
