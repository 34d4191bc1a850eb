"""Offer in the Edit menu to change the rows of the list on show, and to replace words in them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.bulk_edits import CONTRIBUTIONS, EXPENSES, PARTICIPANTS
from coprod_desktop.domain.projects import Project
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.list_actions import ListActions
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.widgets.message_bar import MessageKind
from coprod_desktop.ui.window_menus import MenuName

SUBJECTS = frozenset({CONTRIBUTIONS, EXPENSES, PARTICIPANTS})


class BulkMenu(QObject):
    """Open the dialogs about the list on show; both entries rest where there is none.

    The dialogs load when they are first asked for.
    """

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._open: tuple[QWidget, object] | None = None
        self.replace = QAction(_("Replace…"), self)
        self.replace.setShortcut(QKeySequence("Ctrl+H"))
        self.replace.triggered.connect(self.ask_words)
        self.edit = QAction(_("Edit selected…"), self)
        self.edit.setShortcut(QKeySequence("Ctrl+Shift+E"))
        self.edit.triggered.connect(self.ask_edit)
        for action in (self.replace, self.edit):
            window.menus.add_action(MenuName.EDIT, action)
        window.shown.connect(self.fit)  # ends with this object, which a lambda would outlive
        self.fit()

    def fit(self) -> None:
        """Offer both where the screen on show has a list of entries."""
        has_list = self._list() is not None
        for action in (self.edit, self.replace):
            action.setEnabled(has_list)

    def remove(self) -> None:
        """Take the entries away, because the file was closed."""
        for action in (self.edit, self.replace):
            self._window.menus.menu(MenuName.EDIT).removeAction(action)
        self.deleteLater()

    def ask_edit(self) -> None:
        """Ask what the selected rows become; where none is selected, all that are listed."""
        actions = self._list()
        if actions is None:
            return
        selected = actions.selected_ids()
        # One row that is selected is meant, and not the whole list.
        fetch = actions.chosen_ids() if len(selected) != 1 else lambda: selected
        context, subject = self._context, actions.subject
        today = context.today()

        def work() -> tuple[tuple[int, ...], Sequence[Project], Sequence[str]]:
            is_work = subject == CONTRIBUTIONS
            projects = context.office.projects.open_projects() if is_work else ()
            kinds = context.office.policies.kinds_of_work(today) if is_work else ()
            return fetch(), projects, kinds

        def done(found: tuple[tuple[int, ...], Sequence[Project], Sequence[str]]) -> None:
            row_ids, projects, kinds = found
            if self._has_rows(row_ids):
                self._show_edit(subject, row_ids, projects, kinds, is_whole_list=not selected)

        context.tasks.run(work, done, context.fail)

    def ask_words(self) -> None:
        """Ask which words are replaced, in the selected rows or in all that are listed."""
        actions = self._list()
        if actions is None:
            return
        fetch, subject = actions.chosen_ids(), actions.subject

        def work() -> tuple[tuple[int, ...], tuple[str, ...]]:
            from coprod_desktop.services.bulk_replacing import fields_of

            return fetch(), fields_of(subject)

        def done(found: tuple[tuple[int, ...], tuple[str, ...]]) -> None:
            row_ids, fields = found
            if self._has_rows(row_ids):
                self._show_words(subject, row_ids, fields)

        self._context.tasks.run(work, done, self._context.fail)

    # --- how it works --------------------------------------------------------------------------

    def _list(self) -> ListActions | None:
        actions = self._window.list_actions
        return actions if actions is not None and actions.subject in SUBJECTS else None

    def _has_rows(self, row_ids: Sequence[int]) -> bool:
        if not row_ids:
            words = _("The list is empty, so there is nothing to change.")
            self._context.say(MessageKind.INFO, words, ())
        return bool(row_ids)

    def _show_edit(
        self,
        subject: str,
        row_ids: Sequence[int],
        projects: Sequence[Project],
        kinds: Sequence[str],
        *,
        is_whole_list: bool,
    ) -> None:
        from coprod_desktop.ui.bulk.edit_dialog import BulkEditDialog
        from coprod_desktop.ui.bulk.edit_fields import Known
        from coprod_desktop.ui.bulk.edit_presenter import BulkEditPresenter

        context = self._context
        known = Known(
            projects=projects, kinds=kinds, word_error=context.word_error, today=context.today
        )
        dialog = BulkEditDialog(
            subject,
            len(row_ids),
            known,
            context.tasks,
            self._window,
            is_whole_list=is_whole_list,
        )
        presenter = BulkEditPresenter(dialog, context, row_ids)
        dialog.looked.connect(presenter.look)
        dialog.save_requested.connect(presenter.save)
        dialog.stop_requested.connect(presenter.stop)
        self._show(dialog, presenter)
        dialog.open()

    def _show_words(self, subject: str, row_ids: Sequence[int], fields: tuple[str, ...]) -> None:
        from coprod_desktop.ui.bulk.replace_dialog import ReplaceDialog
        from coprod_desktop.ui.bulk.replace_presenter import ReplacePresenter

        context = self._context
        dialog = ReplaceDialog(
            subject, len(row_ids), fields, context.tasks, context.word_error, self._window
        )
        presenter = ReplacePresenter(dialog, context, subject, row_ids)
        dialog.searched.connect(presenter.search)
        dialog.replace_requested.connect(presenter.replace)
        self._show(dialog, presenter)
        dialog.open()

    def _show(self, dialog: QWidget, presenter: object) -> None:
        """Keep the dialog and its presenter alive, and let go of those before."""
        if self._open is not None:
            self._open[0].deleteLater()
        self._open = (dialog, presenter)
