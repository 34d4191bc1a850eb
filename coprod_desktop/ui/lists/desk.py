"""Do what is asked of a list: its menus, flags, notes, own columns, views, copies and exports."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from coprod_desktop.domain.list_extracts import ExtractColumn, ListExtract, PlainValue
from coprod_desktop.domain.list_looks import Look, ValueCount
from coprod_desktop.domain.saved_views import SavedView
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.list_actions import ListActions
from coprod_desktop.ui.lists.column_chooser import ColumnChooser
from coprod_desktop.ui.lists.column_dialog import MOST_VALUES, ColumnDialog
from coprod_desktop.ui.lists.control import ListControl
from coprod_desktop.ui.lists.dialogs import NameDialog, OwnColumnDialog, RowNoteDialog, ValueDialog
from coprod_desktop.ui.lists.extras import FLAGS, OWN, flag_word
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.message_bar import MessageKind

R = TypeVar("R")
MOST_AT_ONCE = 5_000


class ListDesk(Generic[R]):
    """Answer the wishes that a list and its View menu send out; keep it as long as the page."""

    def __init__(self, control: ListControl[R], page: QWidget) -> None:
        self._control, self._page = control, page
        self._context = control.context
        view, menu = control.view, control.menu
        view.menu_requested.connect(self.ask_column)
        view.flag_requested.connect(self.flag)
        view.note_requested.connect(self.ask_note)
        view.edit_requested.connect(lambda _row, key: self.ask_value(key))
        table = view.table
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        menu.chosen.connect(control.choose_view)
        menu.last_unsaved_chosen.connect(control.choose_last_unsaved)
        menu.usual_chosen.connect(lambda: control.set_look(Look()))
        menu.doubles_wanted.connect(self.show_doubles)
        menu.columns_wanted.connect(self.choose_columns)
        menu.save_wanted.connect(self.ask_view_name)
        menu.rename_wanted.connect(self.ask_new_view_name)
        menu.remove_wanted.connect(self.remove_view)

    def actions(self, focus_search: Callable[[], None]) -> ListActions:
        """Return what the window's menus can ask of this list."""
        control = self._control
        return ListActions(
            subject=control.kind.list_name,
            export_rows=self.extract,
            selected_ids=lambda: tuple(map(control.kind.id_of, control.view.selection.rows_here())),
            chosen_ids=self.chosen_ids,
            focus_search=focus_search,
            clear_filters=control.clear_all,
            copy_rows=control.view.copy,
            choose_columns=self.choose_columns,
            change_zoom=self._change_zoom,
        )

    def _change_zoom(self, steps: int) -> None:
        view = self._control.view
        if steps:
            view.step_zoom(steps)
        else:
            view.zoom_to(100)

    # --- out of the window -----------------------------------------------------------------------

    def extract(self) -> ListExtract:
        """Return every row of the list with its filters, in the columns it shows."""
        control = self._control
        columns = [one for one in control.model.columns if one.has_content]
        lists, listing = self._context.office.lists, control.listing()

        def rows() -> Iterator[tuple[PlainValue, ...]]:
            for page in lists.every_row(listing):
                control.learn(page)  # type: ignore[arg-type]  # the rows of this very list
                for row in page:
                    yield tuple(column.plain(row) for column in columns)  # type: ignore[arg-type]

        return ListExtract(
            title=control.kind.title,
            columns=tuple(
                ExtractColumn(key=one.key, title=one.title, kind=one.kind) for one in columns
            ),
            rows=rows(),
            filtered_by=control.filtered_words(),
        )

    def chosen_ids(self) -> Callable[[], tuple[int, ...]]:
        """Return what finds the ids of the selected rows, or of all rows where few are selected."""
        control = self._control
        spans, listing = control.view.selection.spans(), control.listing()
        lists, id_of = self._context.office.lists, control.kind.id_of
        if control.view.selection.row_count() < 2:
            return lambda: tuple(lists.ids(listing))
        here = control.view.selection.rows_here()
        if len(here) == control.view.selection.row_count():
            known = tuple(map(id_of, here))
            return lambda: known

        def find() -> tuple[int, ...]:
            ids = lists.ids(listing)
            return tuple(row_id for first, last in spans for row_id in ids[first : last + 1])

        return find

    # --- columns ---------------------------------------------------------------------------------

    def ask_column(self, key: str) -> None:
        """Open the menu of a column."""
        control, context = self._control, self._context
        column = control.column(key)
        if column is None:
            return
        dialog = ColumnDialog(
            column,
            control.look.filter_of(key),
            control.words,
            context.word_error,
            context.today,
            self._page,
        )
        dialog.values_wanted.connect(lambda typed: self._fetch_values(dialog, key, typed))
        dialog.applied.connect(control.filter)
        dialog.sort_wanted.connect(lambda is_down: control.sort(key, is_down))
        dialog.hide_wanted.connect(lambda: control.hide(key))
        dialog.columns_wanted.connect(self.choose_columns)
        table = control.view.table
        places = [one.key for one in control.model.columns]
        left = table.columnViewportPosition(places.index(key)) if key in places else 0
        head = table.horizontalHeader()
        dialog.adjustSize()
        dialog.move(head.mapToGlobal(QPoint(max(left, 0), head.height())))
        dialog.open()
        if column.is_filterable:
            self._fetch_values(dialog, key, "")

    def _fetch_values(self, dialog: ColumnDialog, key: str, typed: str) -> None:
        lists, listing = self._context.office.lists, self._control.listing()

        def done(found: tuple[ValueCount, ...]) -> None:
            if dialog.isVisible() and dialog.search.text() == typed:
                dialog.show_values(found)

        self._context.tasks.run(
            lambda: lists.values(listing, key, typed, MOST_VALUES + 1), done, self._context.fail
        )

    def choose_columns(self) -> None:
        """Ask which columns to show."""
        control = self._control
        every = [(one.key, one.title) for one in control.all_columns() if one.title]
        shown = [one.key for one in control.shown_columns()]
        titled = {key for key, _title in every}
        own = frozenset(f"{OWN}{one.own_column_id}" for one in control.own)
        dialog = ColumnChooser(every, [key for key in shown if key in titled], own, self._page)
        rest = tuple(key for key in shown if key not in titled)

        def show(keys: tuple[str, ...] | None) -> None:
            control.show_columns(None if keys is None else _with_untitled(keys, rest))

        dialog.chosen.connect(show)
        dialog.add_wanted.connect(self.ask_own_column)
        dialog.rename_wanted.connect(self.ask_own_title)
        dialog.remove_wanted.connect(self.remove_own)
        dialog.open()

    def ask_own_column(self) -> None:
        """Ask for the title and kind of a new column."""
        dialog = OwnColumnDialog(self._page)
        service, name = self._context.office.own_columns, self._control.kind.list_name

        def save() -> None:
            title, kind = dialog.title_field.text(), dialog.kind.value()
            if kind is not None:
                self._save(
                    dialog,
                    "title",
                    lambda: service.add(name, title, kind),
                    _("The column is added. Type into it with F2."),
                )

        dialog.save_requested.connect(save)
        dialog.open()

    def ask_own_title(self, key: str) -> None:
        """Ask for another title of a column of one's own."""
        column, service = self._control.column(key), self._context.office.own_columns
        if column is None:
            return
        dialog = NameDialog(_("Rename the column"), _("Rename"), column.title, self._page)
        own_id = int(key.removeprefix(OWN))
        dialog.save_requested.connect(
            lambda: self._save(
                dialog,
                "name",
                lambda: service.rename(own_id, dialog.name.text()),
                _("The column is renamed."),
            )
        )
        dialog.open()

    def remove_own(self, key: str) -> None:
        """Take a column of one's own away."""
        service, own_id = self._context.office.own_columns, int(key.removeprefix(OWN))
        words = _("The column is taken away. What stood in it stays in the file.")
        self._do(lambda: service.remove(own_id), words)

    def ask_value(self, key: str) -> None:
        """Ask what stands in a column of one's own, for the selected rows."""
        control, service = self._control, self._context.office.own_columns
        column, rows = control.column(key), control.view.selection.rows(MOST_AT_ONCE)
        current = control.view.current_row()
        if column is None or current is None or rows is None:
            self._refuse_many()
            return
        own_id, ids = int(key.removeprefix(OWN)), tuple(map(control.kind.id_of, rows))
        dialog = ValueDialog(column.title, column.text(current), len(ids), self._page)
        dialog.save_requested.connect(
            lambda: self._save(
                dialog, "value", lambda: service.set_value(own_id, ids, dialog.value.text()), ""
            )
        )
        dialog.open()

    # --- flags and notes -------------------------------------------------------------------------

    def flag(self, number: int) -> None:
        """Put a flag on the selected rows, or take it away with 0."""
        rows = self._control.view.selection.rows(MOST_AT_ONCE)
        if rows is None:
            self._refuse_many()
            return
        flag, name = FLAGS[number], self._control.kind.list_name
        ids = tuple(map(self._control.kind.id_of, rows))
        marks = self._context.office.row_marks
        if ids:
            count = len(ids)
            words = ngettext("{flag} on {count} row.", "{flag} on {count} rows.", count)
            told = words.format(flag=flag_word(flag), count=count)
            self._do(lambda: marks.set_flag(name, ids, flag), told)

    def ask_note(self) -> None:
        """Ask for a note on the selected rows."""
        control = self._control
        rows, current = control.view.selection.rows(MOST_AT_ONCE), control.view.current_row()
        if rows is None or current is None:
            self._refuse_many()
            return
        name, ids = control.kind.list_name, tuple(map(control.kind.id_of, rows))
        marks = self._context.office.row_marks
        dialog = RowNoteDialog(control.extras.note(current), len(ids), self._page)
        dialog.save_requested.connect(
            lambda: self._save(
                dialog,
                "note",
                lambda: marks.set_note(name, ids, dialog.note.toPlainText()),
                _("The note is saved."),
            )
        )
        dialog.open()

    def _refuse_many(self) -> None:
        words = _(
            "So many rows, or rows so far away, are not changed in one go here. Nothing was "
            "changed. Select fewer rows, or filter the list first."
        )
        self._context.say(MessageKind.WARN, words, ())

    def _show_menu(self, place: QPoint) -> None:
        """Offer what can be done with the selected cells."""
        view = self._control.view
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, then in (
            (_("Copy with headings\tCtrl+C"), view.copy),
            (_("Copy whole rows\tCtrl+Shift+C"), lambda: view.copy(has_whole_rows=True)),
            (_("Note…\tShift+F2"), self.ask_note),
        ):
            menu.addAction(words).triggered.connect(lambda _on=False, then=then: then())
        flags = menu.addMenu(_("Flag"))
        for number, flag in enumerate(FLAGS):
            words = _("{flag}\tAlt+{number}").format(flag=flag_word(flag), number=number)
            action: QAction = flags.addAction(words)
            action.triggered.connect(lambda _on=False, number=number: self.flag(number))
        menu.addAction(_("Columns…")).triggered.connect(lambda _on=False: self.choose_columns())
        menu.popup(view.table.viewport().mapToGlobal(place))

    # --- views -----------------------------------------------------------------------------------

    def show_doubles(self, is_on: bool) -> None:
        """List only what stands twice, or everything again."""
        control = self._control
        control.set_look(dataclasses.replace(control.look, has_doubles_only=is_on))

    def ask_view_name(self) -> None:
        """Ask under which name to save how the list is looked at."""
        control, views = self._control, self._context.office.saved_views
        dialog = NameDialog(_("Save this view"), _("Save the view"), parent=self._page)
        look, name = control.look, control.kind.list_name
        dialog.save_requested.connect(
            lambda: self._save(
                dialog,
                "name",
                lambda: views.save(name, dialog.name.text(), look),
                _("The view is saved."),
            )
        )
        dialog.open()

    def ask_new_view_name(self, view: SavedView) -> None:
        """Ask for another name of a view."""
        views = self._context.office.saved_views
        dialog = NameDialog(_("Rename the view"), _("Rename"), view.name, self._page)
        dialog.save_requested.connect(
            lambda: self._save(
                dialog,
                "name",
                lambda: views.rename(view.saved_view_id, dialog.name.text()),
                _("The view is renamed."),
            )
        )
        dialog.open()

    def remove_view(self, view: SavedView) -> None:
        """Remove a view; the list stays as it is."""
        views = self._context.office.saved_views
        words = _("The view “{name}” is removed.").format(name=view.name)
        self._do(lambda: views.remove(view.saved_view_id), words)

    # --- saving ----------------------------------------------------------------------------------

    def _save(self, dialog: FormDialog, key: str, work: Callable[[], object], words: str) -> None:
        def done(_saved: object) -> None:
            dialog.accept_saved()
            if words:
                self._context.saved(words)

        def failed(error: Exception) -> None:
            dialog.show_error(key, self._context.word_error(error))

        self._context.tasks.run(work, done, failed)

    def _do(self, work: Callable[[], object], words: str) -> None:
        self._context.tasks.run(work, lambda _done: self._context.saved(words), self._context.fail)


def _with_untitled(keys: Sequence[str], rest: Sequence[str]) -> tuple[str, ...]:
    """Return the columns to show, with those that have no title, such as "why?", at the end."""
    return (*keys, *rest)
