"""What is selected in a list: its rows, its cells, what they come to, and a copy of them."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QMimeData,
    QPoint,
    QRect,
)
from PySide6.QtGui import QGuiApplication

from coprod_desktop.domain.clipboard_table import CellValue, to_html, to_tsv
from coprod_desktop.domain.selection_sums import SelectionSums, sums_of
from coprod_desktop.ui.widgets.table_model import TableModel

R = TypeVar("R")
Span = tuple[int, int]
_BLANK = CellValue(text="")


@dataclass(frozen=True, slots=True)
class Remembered:
    """Stretches of selected cells, each with the keys of its first and last row."""

    columns: tuple[str, ...]
    parts: tuple[tuple[QRect, Hashable, Hashable], ...]


class ListSelection(Generic[R]):
    """Read the selection of a table that shows a TableModel."""

    def __init__(
        self,
        model: TableModel[R],
        selection: QItemSelectionModel,
        is_hidden: Callable[[int], bool],
    ) -> None:
        self._model = model
        self._selection = selection
        self._is_hidden = is_hidden

    def remember(self) -> Remembered:
        """Return what is selected, to select it again once the rows were fetched anew."""
        key_at = self._model.key_at
        parts = [
            (
                QRect(QPoint(part.left(), part.top()), QPoint(part.right(), part.bottom())),
                key_at(part.top()),
                key_at(part.bottom()),
            )
            for part in self._selection.selection().toList()
        ]
        return Remembered(tuple(one.key for one in self._model.columns), tuple(parts))

    def restore(self, was: Remembered) -> None:
        """Select the same cells again, where the same rows still stand there."""
        model, key_at = self._model, self._model.key_at
        if was.columns != tuple(one.key for one in model.columns):
            return
        again = QItemSelection()
        for part, first, last in was.parts:
            if first is None or (key_at(part.top()), key_at(part.bottom())) != (first, last):
                return
            corner = model.index(part.bottom(), part.right())
            again.select(model.index(part.top(), part.left()), corner)
        self._selection.select(again, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def spans(self) -> list[Span]:
        """Return the rows that have a selected cell, as first and last of each stretch."""
        parts = sorted((p.top(), p.bottom()) for p in self._selection.selection().toList())
        spans: list[Span] = []
        for top, bottom in parts:
            if spans and top <= spans[-1][1] + 1:
                spans[-1] = (spans[-1][0], max(spans[-1][1], bottom))
            else:
                spans.append((top, bottom))
        return spans

    def row_count(self) -> int:
        """Return how many rows have a selected cell."""
        return sum(last - first + 1 for first, last in self.spans())

    def rows(self, most: int) -> list[R] | None:
        """Return those rows; None where they are over `most`, or not all of them are here."""
        spans = self.spans()
        if sum(last - first + 1 for first, last in spans) > most:
            return None
        found: list[R] = []
        for first, last in spans:
            for number in range(first, last + 1):
                row = self._model.row_at(number)
                if row is None:
                    return None
                found.append(row)
        return found

    def rows_here(self) -> list[R]:
        """Return those of the rows that are here."""
        spans = self.spans()
        return [row for number, row in self._here() if any(a <= number <= z for a, z in spans)]

    def cell_count(self) -> int:
        """Return how many cells are selected, among those on show."""
        parts = self._selection.selection().toList()
        return sum(len(self._places(part)) * part.height() for part in parts)

    def _places(self, part: QItemSelectionRange) -> list[int]:
        """Return the columns of a stretch of cells that are on show."""
        return [at for at in range(part.left(), part.right() + 1) if not self._is_hidden(at)]

    def sums(self) -> SelectionSums | None:
        """Add up the selected cells; None where fewer than two are selected."""
        if self.cell_count() < 2:
            return None
        spans = self.spans()
        rows = sum(last - first + 1 for first, last in spans)
        here = sum(any(a <= number <= z for a, z in spans) for number, _row in self._here())
        return sums_of(self._cells(), rows=rows, rows_left_out=rows - here)

    def _cells(self) -> Iterator[CellValue]:
        columns = self._model.columns
        for part in self._selection.selection().toList():
            chosen = [columns[at] for at in self._places(part)]
            told = [column for column in chosen if column.has_content]
            for start, rows in self._model.rows_here():
                first = max(part.top() - start, 0)
                for row in rows[first : max(part.bottom() + 1 - start, 0)]:
                    for column in told:
                        yield column.cell(row)

    def _here(self) -> Iterator[tuple[int, R]]:
        for start, rows in self._model.rows_here():
            for at, row in enumerate(rows):
                yield start + at, row

    def copy(self, *, has_whole_rows: bool = False) -> bool:
        """Put the selected cells on the clipboard, with the titles of their columns.

        One cell alone has no title. Rows that are not here are fetched first; False, and nothing
        copied, where they are over 20,000.
        """
        spans = self.spans()
        if not spans:
            return True
        parts = self._selection.selection().toList()
        is_one = not has_whole_rows and self.cell_count() == 1
        if has_whole_rows:
            places = set(range(len(self._model.columns)))
        else:
            places = {at for part in parts for at in self._places(part)}
        columns = [at for at in sorted(places) if self._model.columns[at].has_content or is_one]
        taken = None if has_whole_rows else parts

        def done(rows: dict[int, R]) -> None:
            self._put(rows, spans, columns, taken, has_titles=not is_one)

        return self._model.fetch_rows(spans[0][0], spans[-1][1], done)

    def _put(
        self,
        rows: dict[int, R],
        spans: list[Span],
        places: list[int],
        parts: list[QItemSelectionRange] | None,
        *,
        has_titles: bool,
    ) -> None:
        columns = [self._model.columns[at] for at in places]
        table: list[list[CellValue]] = []
        for first, last in spans:
            for number in range(first, last + 1):
                row = rows.get(number)
                if row is not None:
                    pairs = zip(places, columns, strict=True)
                    table.append(
                        [
                            column.cell(row) if _is_in(parts, number, at) else _BLANK
                            for at, column in pairs
                        ]
                    )
        titles = [column.title for column in columns] if has_titles else []
        data = QMimeData()
        text = to_tsv(titles, table)
        data.setText(text if has_titles else text.removesuffix("\r\n"))
        data.setHtml(to_html(titles, table))
        QGuiApplication.clipboard().setMimeData(data)


def _is_in(parts: list[QItemSelectionRange] | None, number: int, at: int) -> bool:
    if parts is None:
        return True
    return any(p.top() <= number <= p.bottom() and p.left() <= at <= p.right() for p in parts)
