"""What a list shows: its columns, and where its rows come from."""

import datetime
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeVar

from coprod_desktop.domain.clipboard_table import CellValue
from coprod_desktop.domain.list_extracts import ColumnKind, PlainValue
from coprod_desktop.ui.widgets.swatch import Swatch

R = TypeVar("R")


class Align(Enum):
    """Stand words at the left and figures at the right of their column."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Mark:
    """An icon before the text of a cell: its file, and the token of its colour."""

    icon: str
    colour: str = "ink"


# Without slots: Python 3.11 cannot call `Column[Row](…)` on a frozen, slotted, generic class.
@dataclass(frozen=True, kw_only=True)
class Column(Generic[R]):
    """Describe one column.

    `text` words a row's cell. `width_em` is its width in em; a column with `is_stretch` takes
    what is left. `colour` names a token for the text. `tick` makes a tick box, and none where it
    says None. A link is followed with a click or Enter. `is_secondary` columns go first where there
    is little room; if that is not enough, `narrow_em` is the width of those that have one. A column
    that is `only_with_words` takes no room while no row has words in it.

    `value` is what a cell means, of the column's `kind`; without it the cell is its text. `bar`
    names a colour for a bar at the left of the cell. A column with `is_optional` shows only when
    it is chosen. `is_editable` columns are typed into with F2.
    """

    key: str
    title: str
    text: Callable[[R], str]
    width_em: float = 8.0
    narrow_em: float | None = None
    align: Align = Align.LEFT
    swatch: Callable[[R], Swatch | None] | None = None
    icon: Callable[[R], Mark | None] | None = None
    tooltip: Callable[[R], str] | None = None
    colour: Callable[[R], str] | None = None
    tick: Callable[[R], bool | None] | None = None
    is_link: bool = False
    is_strong: bool = False
    is_sortable: bool = False
    is_secondary: bool = False
    is_stretch: bool = False
    only_with_words: bool = False
    kind: ColumnKind = ColumnKind.TEXT
    value: Callable[[R], PlainValue] | None = None
    bar: Callable[[R], str | None] | None = None
    is_filterable: bool = False
    is_optional: bool = False
    is_editable: bool = False

    @property
    def has_content(self) -> bool:
        """Say whether it holds something of its own, to copy and to send out."""
        return bool(self.title) and not self.is_link

    def plain(self, row: R) -> PlainValue:
        """Return what the cell of a row means."""
        return self.text(row) if self.value is None else self.value(row)

    def cell(self, row: R) -> CellValue:
        """Return what the cell of a row says and means, to copy and to add up."""
        text = self.text(row)
        if self.value is None:
            return CellValue(text=text)
        value = self.value(row)
        if isinstance(value, bool) or value is None:
            return CellValue(text=text)
        if isinstance(value, datetime.date):
            return CellValue(text=text, day=value)
        if isinstance(value, int) and self.kind is ColumnKind.MINUTES:
            return CellValue(text=text, minutes=value)
        if isinstance(value, int) and self.kind is ColumnKind.PENCE:
            return CellValue(text=text, pence=value)
        if isinstance(value, int | Decimal) and self.kind is ColumnKind.NUMBER:
            return CellValue(text=text, number=value)
        return CellValue(text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Where each full page of a long list ends: `keys` of its last rows, and the count of rows."""

    total: int
    keys: tuple[Hashable, ...]


@dataclass(frozen=True, kw_only=True)
class RowSource(Generic[R]):
    """Say how to fetch the rows of a list; everything here is called on the database thread.

    `fetch_page(after_key, limit)` returns up to `limit` rows after that key (None: from the
    start). `key_of(row)` is the key to go on after, such as (worked_on, contribution_id); it must
    be different for each row. `fetch_marks(limit)` is for lists of many thousands: it lets the
    scroll bar reach every row at once.
    """

    fetch_page: Callable[[Hashable | None, int], Sequence[R]]
    key_of: Callable[[R], Hashable]
    fetch_marks: Callable[[int], Marks] | None = None


def fixed_rows(rows: Sequence[R], key_of: Callable[[R], Hashable] = id) -> RowSource[R]:
    """Return a source of rows that are already here, such as the twelve of one session.

    Give `key_of` where the selection should stay on a row that is fetched again.
    """
    places = {key_of(row): at for at, row in enumerate(rows)}

    def fetch_page(after_key: Hashable | None, limit: int) -> Sequence[R]:
        start = 0 if after_key is None else places[after_key] + 1
        return rows[start : start + limit]

    return RowSource(fetch_page=fetch_page, key_of=key_of)
