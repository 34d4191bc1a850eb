"""List rows filtered and sorted by any column, and say what stands in the columns."""

from array import array
from collections.abc import Iterator, Sequence

from coprod_desktop.domain.list_looks import Listing, Look, ValueCount
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import last_views, list_shapes, listing

_AT_ONCE = 500


class ListService:
    """What the lists of contributions, expense claims and participants ask of the file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(self, wanted: Listing, after_id: int | None, limit: int) -> tuple[object, ...]:
        """Return the next rows behind that of an id, in the order of the look."""
        shape = list_shapes.SHAPES[wanted.list_name]
        with self._desk.reading() as reading:
            base = list_shapes.base_of(reading, wanted)
            ids = listing.ids(reading, shape, base, wanted.look, after_id=after_id, limit=limit)
            return list_shapes.summaries(reading, wanted.list_name, ids)

    def count(self, wanted: Listing) -> int:
        """Return how many rows there are."""
        shape = list_shapes.SHAPES[wanted.list_name]
        with self._desk.reading() as reading:
            base = list_shapes.base_of(reading, wanted)
            return listing.count(reading, shape, base, wanted.look)

    def is_long(self, list_name: str, most: int) -> bool:
        """Say whether a list has more than so many rows, whatever its filters."""
        with self._desk.reading() as reading:
            return listing.is_longer(reading, list_shapes.SHAPES[list_name], most)

    def ids(self, wanted: Listing) -> "array[int]":
        """Return the ids of every row, in order."""
        shape = list_shapes.SHAPES[wanted.list_name]
        with self._desk.reading() as reading:
            base = list_shapes.base_of(reading, wanted)
            return listing.all_ids(reading, shape, base, wanted.look)

    def rows(self, list_name: str, ids: Sequence[int]) -> tuple[object, ...]:
        """Return the rows of these ids, in their order; what is gone is left out."""
        with self._desk.reading() as reading:
            return list_shapes.summaries(reading, list_name, ids)

    def every_row(self, wanted: Listing) -> Iterator[tuple[object, ...]]:
        """Give every row, some hundreds at a time, as the list was at the start."""
        ids = self.ids(wanted)
        for start in range(0, len(ids), _AT_ONCE):
            yield self.rows(wanted.list_name, ids[start : start + _AT_ONCE])

    def values(self, wanted: Listing, key: str, typed: str, limit: int) -> tuple[ValueCount, ...]:
        """Return what stands in a column of the rows that the other filters let pass, in order."""
        shape = list_shapes.SHAPES[wanted.list_name]
        with self._desk.reading() as reading:
            base = list_shapes.base_of(reading, wanted)
            return listing.values(reading, shape, base, wanted.look, key, typed=typed, limit=limit)

    def last_look(self, list_name: str) -> Look:
        """Return how the person at the keyboard left a list."""
        with self._desk.reading() as reading:
            return last_views.look(reading, list_name, self._desk.operator.operator_id)

    def keep_look(self, list_name: str, look: Look) -> None:
        """Keep how the person at the keyboard leaves a list; it is no part of the history."""
        last_views.keep(self._desk.database, list_name, self._desk.operator.operator_id, look)
