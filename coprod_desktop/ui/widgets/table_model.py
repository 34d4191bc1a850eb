"""The one model behind every list: it holds a few pages of rows around what is being looked at."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from coprod_desktop.i18n import _
from coprod_desktop.ui.tasks import Failed, TaskRunner
from coprod_desktop.ui.widgets.columns import Align, Column, Marks, RowSource

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

PAGE = 200
KEPT_PAGES = 9

# Plain ints: comparing with the enum makes each repaint twice as slow.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_CHECKED = int(Qt.ItemDataRole.CheckStateRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
MOST_ROWS_AT_ONCE = 20_000
_TICK = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
ALIGNMENTS = {
    Align.LEFT: int(Qt.AlignmentFlag.AlignLeft | _MIDDLE),
    Align.RIGHT: int(Qt.AlignmentFlag.AlignRight | _MIDDLE),
    Align.CENTRE: int(Qt.AlignmentFlag.AlignHCenter | _MIDDLE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fetched(Generic[R]):
    """Pages by number, the keys after which pages begin, and how many rows there are."""

    pages: dict[int, Sequence[R]]
    ends: list[Hashable]
    count: int
    is_complete: bool


class TableModel(QAbstractTableModel, Generic[R]):
    """Show the rows of a RowSource, fetched through Tasks in pages of 200.

    Call `load(source)` to show other rows (from the top) and `reload()` after a commit (staying
    in place); until new rows arrive the old ones stand. `tint(row)` may name a token, such as
    "warn_tint", for the ground of a row. `arrived` comes each time rows have been fetched.
    """

    arrived = Signal()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        tasks: TaskRunner,
        *,
        tint: Callable[[R], str | None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.tint = tint
        self.is_new = True  # the rows shown are other ones, not the same fetched again
        self._tasks = tasks
        self._failed = failed
        self._source: RowSource[R] | None = None  # of the rows on show
        self._next: RowSource[R] | None = None  # asked for last
        self._is_replacing = False
        self._pages: dict[int, Sequence[R]] = {}
        self._ends: list[Hashable] = []
        self._count = 0
        self._is_complete = True
        self._pending: set[int] = set()
        self._filtered: frozenset[str] = frozenset()
        self._sorted_by = ""
        self._is_descending = False
        self._wanted = (0, 0)
        self._loading = 0

    # --- what is shown -----------------------------------------------------------------------

    def load(self, source: RowSource[R]) -> None:
        """Show the rows of another source, from the top."""
        self._next = source
        self._wanted = (0, 0)
        self._fetch_anew(source, is_new=True)

    def reload(self) -> None:
        """Fetch the rows on show again, as after a commit."""
        if self._next is not None:
            self._fetch_anew(self._next, is_new=self._next is not self._source)

    def show_rows(self, first: int, last: int) -> None:
        """Fetch what is missing to show the rows numbered `first` to `last`."""
        self._wanted = (first // PAGE, last // PAGE)
        self._fetch_wanted()
        near_the_end = last >= self._count - PAGE // 2
        if near_the_end and not self._is_complete and self._count:
            self._fetch_page(len(self._ends))

    @property
    def source(self) -> RowSource[R] | None:
        """Return where the rows come from, or None while there are none."""
        return self._next

    @property
    def sorted_by(self) -> tuple[str, bool]:
        """Return the key of the column by which rows are sorted, and whether descending."""
        return self._sorted_by, self._is_descending

    def mark_sort(self, column_key: str, *, is_descending: bool) -> None:
        """Mark by which column the rows are sorted; the source does the sorting."""
        self._sorted_by, self._is_descending = column_key, is_descending
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show other columns of the same rows."""
        self.is_new = False
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    @property
    def filtered(self) -> frozenset[str]:
        """Return the keys of the columns that are marked as filtered."""
        return self._filtered

    def mark_filtered(self, keys: frozenset[str]) -> None:
        """Mark by which columns the rows are filtered; the source does the filtering."""
        self._filtered = keys
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def rows_here(self) -> list[tuple[int, Sequence[R]]]:
        """Return the pages of rows that are here, each with the number of its first row."""
        return [(page * PAGE, rows) for page, rows in sorted(self._pages.items())]

    def fetch_rows(self, first: int, last: int, done: Callable[[dict[int, R]], None]) -> bool:
        """Fetch the rows numbered `first` to `last`, those that are not here too; by number.

        False, and nothing fetched, where they are over 20,000.
        """
        source, ends = self._source, list(self._ends)
        if source is None or last - first >= MOST_ROWS_AT_ONCE:
            return False
        here = {number: self.row_at(number) for number in range(first, last + 1)}
        known = {number: row for number, row in here.items() if row is not None}
        if len(known) == len(here):
            done(known)
            return True

        def work() -> dict[int, R]:
            found: dict[int, R] = {}
            for page in range(first // PAGE, last // PAGE + 1):
                after = ends[page - 1] if page else None
                rows = source.fetch_page(after, PAGE)
                found.update((page * PAGE + at, row) for at, row in enumerate(rows))
            return found

        self._tasks.run(work, done, self._fail)
        return True

    def row_at(self, number: int) -> R | None:
        """Return the row at a place of the list, or None while it is not here."""
        page = self._pages.get(number // PAGE)
        at = number % PAGE
        return page[at] if page is not None and at < len(page) else None

    def key_at(self, number: int) -> Hashable | None:
        """Return the key of the row at a place of the list, or None while it is not here."""
        row = self.row_at(number)
        return None if row is None or self._source is None else self._source.key_of(row)

    def place_of(self, key: Hashable) -> int | None:
        """Return the place of the row with this key among the rows that are here."""
        if self._source is None:
            return None
        for page, rows in self._pages.items():
            for at, row in enumerate(rows):
                if self._source.key_of(row) == key:
                    return page * PAGE + at
        return None

    # --- fetching ----------------------------------------------------------------------------

    def _fetch_anew(self, source: RowSource[R], *, is_new: bool) -> None:
        self._loading += 1
        self._is_replacing = True
        loading, (first, last) = self._loading, self._wanted

        def work() -> _Fetched[R] | None:
            if loading != self._loading:  # somebody typed on: these rows are not wanted any more
                return None
            return _fetch_start(source) if is_new else _fetch_around(source, first, last)

        def done(fetched: _Fetched[R] | None) -> None:
            if fetched is not None and loading == self._loading:
                self._replace(source, fetched, is_new=is_new)
                if is_new and not fetched.is_complete and source.fetch_marks is not None:
                    self._fetch_marks(source.fetch_marks)

        self._tasks.run(work, done, self._fail)

    def _replace(self, source: RowSource[R], fetched: _Fetched[R], *, is_new: bool) -> None:
        self.is_new = is_new
        self.beginResetModel()
        self._source = source
        self._pages, self._ends = fetched.pages, fetched.ends
        self._count, self._is_complete = fetched.count, fetched.is_complete
        self._pending.clear()
        self._is_replacing = False
        self.endResetModel()
        self.arrived.emit()

    def _fail(self, error: Exception) -> None:
        self._is_replacing = False
        self._pending.clear()
        if self._failed is None:
            raise error
        self._failed(error)

    def _fetch_marks(self, fetch: Callable[[int], Marks]) -> None:
        loading = self._loading

        def done(marks: Marks) -> None:
            if loading != self._loading:
                return
            self._ends, self._is_complete = list(marks.keys), True
            if marks.total > self._count:
                self.beginInsertRows(QModelIndex(), self._count, marks.total - 1)
                self._count = marks.total
                self.endInsertRows()
            self.arrived.emit()

        self._tasks.run(lambda: fetch(PAGE), done, self._fail)

    def _fetch_wanted(self) -> None:
        first, last = self._wanted
        for page in range(first, last + 1):
            if page * PAGE < self._count:
                self._fetch_page(page)

    def _fetch_page(self, page: int) -> None:
        source = self._source
        if source is None or not self._may_fetch(page):
            return
        after = self._ends[page - 1] if page else None
        self._pending.add(page)
        loading = self._loading

        def done(rows: Sequence[R]) -> None:
            if loading == self._loading:
                self._pending.discard(page)
                self._add_page(source, page, rows)
                self._fetch_wanted()

        self._tasks.run(lambda: source.fetch_page(after, PAGE), done, self._fail)

    def _may_fetch(self, page: int) -> bool:
        is_here = page in self._pages or page in self._pending
        # Two at a time, so that pages scrolled past are not fetched at all.
        is_room = len(self._pending) < 2 and not self._is_replacing
        return is_room and not is_here and page <= len(self._ends)

    def _add_page(self, source: RowSource[R], page: int, rows: Sequence[R]) -> None:
        first = page * PAGE
        if first >= self._count and not self._is_complete:
            self._is_complete = len(rows) < PAGE
            if rows:
                self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
                self._pages[page] = rows
                self._count = first + len(rows)
                if len(rows) == PAGE:
                    self._ends.append(source.key_of(rows[-1]))
                self.endInsertRows()
        else:
            self._pages[page] = rows
            last = min(first + PAGE, self._count) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self._forget_far_pages()
        self.arrived.emit()

    def _forget_far_pages(self) -> None:
        middle = sum(self._wanted) / 2
        for page in sorted(self._pages, key=lambda page: abs(page - middle))[KEPT_PAGES:]:
            del self._pages[page]

    # --- what Qt asks ------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Count the rows known of."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return what Qt and screen readers ask of a cell; the list's delegate asks `row_at`."""
        if role not in (_DISPLAY, _ALIGNMENT, _TOOLTIP, _CHECKED, _SPOKEN) or not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == _ALIGNMENT:
            return ALIGNMENTS[column.align]
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == _CHECKED:
            return _check_state(column, row)
        if role == _TOOLTIP:
            return None if column.tooltip is None else column.tooltip(row)
        state = _check_state(column, row) if role == _SPOKEN else None
        if state is not None and not column.text(row):
            return _("Ticked") if state is Qt.CheckState.Checked else _("Not ticked")
        return column.text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return the title of a column, or the number of a row."""
        if role == _ALIGNMENT and orientation == Qt.Orientation.Horizontal:
            return ALIGNMENTS[self.columns[section].align]
        if role == _SPOKEN and orientation == Qt.Orientation.Horizontal:
            return self._spoken_head(self.columns[section])
        if role != _DISPLAY:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        column = self.columns[section]
        mark = "\N{DOWNWARDS ARROW}" if self._is_descending else "\N{UPWARDS ARROW}"
        return f"{column.title} {mark}" if column.key == self._sorted_by else column.title

    def _spoken_head(self, column: Column[R]) -> str:
        words = [column.title]
        if column.key == self._sorted_by:
            words.append(_("sorted downwards") if self._is_descending else _("sorted upwards"))
        if column.key in self._filtered:
            words.append(_("filtered"))
        return ", ".join(words)


def _check_state(column: Column[R], row: R) -> Qt.CheckState | None:
    """Return how a row's tick box stands; None where it has none."""
    is_ticked = None if column.tick is None else column.tick(row)
    return None if is_ticked is None else _TICK[is_ticked]


def _fetch_start(source: RowSource[R]) -> _Fetched[R]:
    rows = source.fetch_page(None, PAGE)
    is_full = len(rows) == PAGE
    ends = [source.key_of(rows[-1])] if is_full else []
    return _Fetched(pages={0: rows}, ends=ends, count=len(rows), is_complete=not is_full)


def _fetch_around(source: RowSource[R], first: int, last: int) -> _Fetched[R]:
    """Fetch pages `first` to `last` again; without marks every page up to there."""
    if source.fetch_marks is None:
        return _fetch_up_to(source, last)
    marks = source.fetch_marks(PAGE)
    ends, pages = list(marks.keys), {}
    for page in range(min(first, len(ends)), min(last, len(ends)) + 1):
        pages[page] = source.fetch_page(ends[page - 1] if page else None, PAGE)
    return _Fetched(pages=pages, ends=ends, count=marks.total, is_complete=True)


def _fetch_up_to(source: RowSource[R], last: int) -> _Fetched[R]:
    pages: dict[int, Sequence[R]] = {}
    ends: list[Hashable] = []
    for page in range(last + 1):
        pages[page] = source.fetch_page(ends[-1] if ends else None, PAGE)
        if len(pages[page]) < PAGE:
            break
        ends.append(source.key_of(pages[page][-1]))
    count = sum(len(rows) for rows in pages.values())
    return _Fetched(pages=pages, ends=ends, count=count, is_complete=len(ends) < len(pages))
