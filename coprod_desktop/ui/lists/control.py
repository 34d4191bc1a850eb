"""Look at a list in many ways: filters, sorting, columns, views; kept for the next time."""

import dataclasses
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from PySide6.QtCore import QObject, QTimer

from coprod_desktop.domain.list_looks import (
    ColumnFilter,
    Listing,
    Look,
    look_from_text,
    look_to_text,
)
from coprod_desktop.domain.own_columns import OwnColumn
from coprod_desktop.domain.row_marks import Flag
from coprod_desktop.domain.saved_views import SavedView
from coprod_desktop.i18n import _
from coprod_desktop.ui.lists.extras import FLAG, RowExtras, flag_word
from coprod_desktop.ui.lists.kind import ListKind
from coprod_desktop.ui.lists.look_bar import LookBar, ViewMenu
from coprod_desktop.ui.lists.words import filter_words
from coprod_desktop.ui.widgets.columns import Column, Marks, RowSource
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.message_bar import MessageKind
from coprod_desktop.ui.widgets.table_model import TableModel

if TYPE_CHECKING:
    from coprod_desktop.ui.context import Context

R = TypeVar("R")
DOUBLES = "doubles"
_KEEP_MS = 400
_FEW_ROWS = 100_000  # of more, the ends of all pages would take the database too long
_UNSAVED = ":unsaved"


@dataclasses.dataclass(frozen=True, slots=True)
class _Known:
    """What was found in the file about a list."""

    look: Look
    unsaved: Look
    own: tuple[OwnColumn, ...]
    views: tuple[SavedView, ...]
    is_long: bool
    has_marks: bool


class ListControl(Generic[R]):
    """Hold the look of one list and bring every change of it to the list, the bar and the file.

    Call `start(then)` before the rows are listed first; `source(...)` says where rows come from
    now, and `relist` is called whenever other rows are to be listed.
    """

    def __init__(
        self,
        context: "Context",
        view: ListView[R],
        model: TableModel[R],
        kind: ListKind[R],
        relist: Callable[[], None],
    ) -> None:
        self.context, self.view, self.model, self.kind = context, view, model, kind
        self.relist = relist
        self.look = Look()
        self.typed = self.part = ""
        self.own: tuple[OwnColumn, ...] = ()
        self.views: tuple[SavedView, ...] = ()
        self.bar, self.menu = LookBar(), ViewMenu()
        self.extras: RowExtras[R] = RowExtras(kind.id_of)
        self.words = {**kind.words, FLAG: lambda value: flag_word(Flag(value))}
        self._unsaved = Look()
        self._is_long = self._has_marks = False
        self._is_started = False
        self._holder = QObject(view)
        self._keep_later = QTimer(self._holder)
        self._keep_later.setSingleShot(True)
        self._keep_later.setInterval(_KEEP_MS)
        self._keep_later.timeout.connect(self.keep)
        self._connect()

    # --- what the presenter asks -----------------------------------------------------------------

    def start(self, then: Callable[[], None]) -> None:
        """Find how the list was left, and its columns and views; then go on."""
        if self._is_started:
            then()
            return
        self._is_started = True
        office, name = self.context.office, self.kind.list_name

        def work() -> _Known:
            return _Known(
                look=office.lists.last_look(name),
                unsaved=office.lists.last_look(name + _UNSAVED),
                own=office.own_columns.all(name),
                views=office.saved_views.all(name),
                is_long=office.lists.is_long(name, _FEW_ROWS),
                has_marks=office.row_marks.are_there(name),
            )

        def done(known: _Known) -> None:
            self.look, self._unsaved, self._is_long = known.look, known.unsaved, known.is_long
            self.own, self.views, self._has_marks = known.own, known.views, known.has_marks
            self._show_look()
            then()

        self.context.tasks.run(work, done, self.context.fail)

    def source(self, typed: str, part: str, usual: RowSource[R]) -> RowSource[R]:
        """Return where rows come from: `usual` where nothing is filtered or sorted."""
        self.typed, self.part = typed, part
        if self.look.is_usual_order:
            return RowSource(
                fetch_page=lambda after, limit: self._learnt(usual.fetch_page(after, limit)),
                key_of=usual.key_of,
                fetch_marks=usual.fetch_marks,
            )
        lists, listing = self.context.office.lists, self.listing()

        def fetch_page(after: Hashable | None, limit: int) -> Sequence[R]:
            after_id = cast("int | None", after)
            return self._learnt(cast("Sequence[R]", lists.page(listing, after_id, limit)))

        def fetch_marks(limit: int) -> Marks:
            ids = lists.ids(listing)
            return Marks(total=len(ids), keys=tuple(ids[limit - 1 :: limit]))

        is_long = self._is_long or bool(typed)
        return RowSource(
            fetch_page=fetch_page,
            key_of=self.kind.id_of,
            fetch_marks=None if is_long else fetch_marks,
        )

    def listing(self) -> Listing:
        """Return which rows the list shows."""
        name = self.kind.list_name
        return Listing(list_name=name, typed=self.typed, part=self.part, look=self.look)

    def every_row(self) -> list[R]:
        """Return every row of the list with its filters; on the database thread."""
        pages = self.context.office.lists.every_row(self.listing())
        return [row for page in pages for row in cast("Sequence[R]", page)]

    @property
    def is_narrowed(self) -> bool:
        """Say whether a filter may leave rows out."""
        return self.look.is_narrowed

    def note_of(self, row: R) -> str:
        """Return the note on a row."""
        return self.extras.note(row)

    def _learnt(self, rows: Sequence[R]) -> Sequence[R]:
        self.learn(rows)
        return rows

    def learn(self, rows: Sequence[R]) -> None:
        """Take what stands beside rows; on the database thread."""
        office, name = self.context.office, self.kind.list_name
        self.extras.learn(
            rows,
            lambda ids: office.row_marks.of(name, ids) if self._has_marks else {},
            lambda ids: office.own_columns.values(name, ids) if self.own else {},
        )

    # --- changing the look -----------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """Look at the list in another way."""
        before, self.look = self.look, look
        is_same = (before.filters, before.sort_key, before.is_descending) == (
            look.filters,
            look.sort_key,
            look.is_descending,
        )
        if not self._is_a_view(look):
            self._unsaved = look
        self._show_look()
        if not is_same or before.has_doubles_only != look.has_doubles_only:
            self.relist()
        self.keep()  # after the rows were asked for, which somebody waits for

    def filter(self, wanted: ColumnFilter) -> None:
        """Narrow the list by one column, or open that column again."""
        self.set_look(self.look.with_filter(wanted))

    def clear(self, key: str) -> None:
        """Take one filter away."""
        if key == DOUBLES:
            self.set_look(dataclasses.replace(self.look, has_doubles_only=False))
        else:
            self.filter(ColumnFilter(key=key))

    def clear_all(self) -> None:
        """Show every row."""
        self.set_look(self.look.without_filters())

    def sort(self, key: str, is_descending: bool | None) -> None:
        """Sort by a column; None for the usual order."""
        is_usual = is_descending is None
        sort_key = "" if is_usual else key
        look = dataclasses.replace(self.look, sort_key=sort_key, is_descending=bool(is_descending))
        self.set_look(look)

    def show_columns(self, keys: tuple[str, ...] | None) -> None:
        """Show these columns in this order; None the usual ones."""
        self.set_look(dataclasses.replace(self.look, columns=keys))

    def hide(self, key: str) -> None:
        """Hide a column, unless it is the last one."""
        keys = tuple(one.key for one in self.model.columns if one.key != key)
        if any(one.has_content for one in self.model.columns if one.key != key):
            self.show_columns(keys)

    def keep(self) -> None:
        """Keep the look for the next time this person opens the file."""
        self._keep_later.stop()
        lists, name, look, unsaved = (
            self.context.office.lists,
            self.kind.list_name,
            self.look,
            self._unsaved,
        )

        def work() -> None:
            lists.keep_look(name, look)
            lists.keep_look(name + _UNSAVED, unsaved)

        self.context.tasks.run(work, lambda _nothing: None, self.context.fail)

    # --- columns ---------------------------------------------------------------------------------

    def all_columns(self) -> tuple[Column[R], ...]:
        """Return every column that the list could show."""
        own = tuple(self.extras.own_column(one) for one in self.own)
        return (
            self.extras.flag_column(),
            *(_freed(column) for column in self.kind.columns),
            *own,
            self.extras.note_column(),
        )

    def shown_columns(self) -> tuple[Column[R], ...]:
        """Return the columns on show, in their order."""
        every = {column.key: column for column in self.all_columns()}
        if self.look.columns is None:
            return tuple(column for column in every.values() if not column.is_optional)
        found = tuple(every[key] for key in self.look.columns if key in every)
        return found or tuple(every.values())

    def column(self, key: str) -> Column[R] | None:
        """Return the column of a key; None where it was taken away."""
        return next((one for one in self.all_columns() if one.key == key), None)

    def reload_own(self) -> None:
        """Follow columns and views that were added, renamed or taken away."""
        if not self._is_started:
            return
        office, name = self.context.office, self.kind.list_name

        def done(found: tuple[tuple[OwnColumn, ...], tuple[SavedView, ...]]) -> None:
            before, (self.own, self.views) = self.own, found
            self._show_look()
            if self.own != before:
                self.model.reload()

        self.context.tasks.run(
            lambda: (office.own_columns.all(name), office.saved_views.all(name)),
            done,
            self.context.fail,
        )

    # --- views -----------------------------------------------------------------------------------

    def choose_view(self, view: SavedView) -> None:
        """Look at the list as a saved view says."""
        self.set_look(look_from_text(view.content))

    def choose_last_unsaved(self) -> None:
        """Look at the list as before a saved view was chosen."""
        self.set_look(self._unsaved)

    def current_view(self) -> SavedView | None:
        """Return the saved view that the list shows, if it is one."""
        text = look_to_text(self.look)
        return next((view for view in self.views if view.content == text), None)

    def _is_a_view(self, look: Look) -> bool:
        text = look_to_text(look)
        return look == Look() or any(view.content == text for view in self.views)

    # --- how it works ----------------------------------------------------------------------------

    def _connect(self) -> None:
        view = self.view
        view.sort_requested.connect(self.sort)
        view.look_changed.connect(self._note_sizes)
        view.moved.connect(self._note_order)
        view.summed.connect(self.context.show_sums)
        view.copy_refused.connect(self._refuse_copy)
        self.bar.cleared.connect(self.clear)
        self.bar.all_cleared.connect(self.clear_all)
        changes = self.context.changes
        changes.subscribe(frozenset({"own_columns", "saved_views"}), self.reload_own)
        changes.subscribe(frozenset({"row_marks", "own_values"}), self._follow_extras)

    def _follow_extras(self) -> None:
        if self._is_started:
            self._has_marks = True  # or had a moment ago
            self.model.reload()

    def _show_look(self) -> None:
        look, view = self.look, self.view
        columns = self.shown_columns()
        if [_face(one) for one in columns] != [_face(one) for one in self.model.columns]:
            view.set_columns(columns)
        view.show_sort(look.sort_key, is_descending=look.is_descending)
        self.model.mark_filtered(frozenset(one.key for one in look.filters))
        view.table.set_widths(dict(look.widths), is_as_chosen=look.columns is not None)
        view.zoom_to(look.zoom)
        told = [(one.key, self._words(one)) for one in look.filters]
        if look.has_doubles_only:
            told.append((DOUBLES, _("Likely doubles")))
        self.bar.show_filters([(key, words) for key, words in told if words])
        current = self.current_view()
        self.menu.show_views(
            self.views,
            current="" if current is None else current.name,
            has_unsaved=self._unsaved not in (Look(), look),
            has_doubles=look.has_doubles_only,
        )

    def _words(self, wanted: ColumnFilter) -> str:
        column = self.column(wanted.key)
        return "" if column is None else filter_words(column, wanted, self.words)

    def filtered_words(self) -> str:
        """Say in a line which rows these are; nothing where they are all."""
        parts = [_("“{words}”").format(words=self.typed.strip())] if self.typed.strip() else []
        return "; ".join([*parts, *self.bar.words])

    def _note_sizes(self) -> None:
        widths = tuple(sorted(self.view.table.widths().items()))
        look = dataclasses.replace(self.look, widths=widths, zoom=self.view.zoom)
        if look != self.look:
            self.look = look
            self._keep_later.start()

    def _note_order(self, keys: tuple[str, ...]) -> None:
        self.show_columns(keys)

    def _refuse_copy(self, rows: int) -> None:
        words = _(
            "{rows} rows are too many to copy at once. Nothing was copied. Send the list out "
            "instead with Ctrl+E, or select fewer rows."
        ).format(rows=f"{rows:,}")
        self.context.say(MessageKind.WARN, words, ())


def _freed(column: Column[R]) -> Column[R]:
    """Return a column that can be sorted and filtered, if something stands in it."""
    if not column.has_content:
        return column
    return dataclasses.replace(column, is_sortable=True, is_filterable=True)


def _face(column: Column[R]) -> tuple[str, str, bool]:
    return column.key, column.title, column.is_filterable
