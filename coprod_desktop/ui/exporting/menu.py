"""Offer in the File menu to export and print the list on show."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from coprod_desktop.domain.list_extracts import ListExtract
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.exporting.shown_list import list_of, reader_of
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.widgets.message_bar import MessageKind
from coprod_desktop.ui.window_menus import MenuName

_PRINT_KEYS = QKeySequence("Ctrl+P")


class ExportMenu(QObject):
    """Open the dialogs about the list on show; they load when they are first asked for."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self._open: tuple[QWidget, object] | None = None
        self._printing: object = None
        self.export = QAction(_("Export this list…"), self)
        self.export.setShortcut(QKeySequence("Ctrl+E"))
        self.export.triggered.connect(lambda _on=False: self._with_list(self.ask_export))
        self.print = QAction(_("Print this list…"), self)
        self.print.setShortcut(_PRINT_KEYS)
        self.print.triggered.connect(lambda _on=False: self._with_list(self.print_out))
        menu = window.menus.menu(MenuName.FILE)
        before = next(iter(menu.actions()), None)
        for action in (self.export, self.print):
            if before is None:
                window.menus.add_action(MenuName.FILE, action)
            else:
                menu.insertAction(before, action)
        window.shown.connect(self.fit)  # ends with this object, which a lambda would outlive
        self.fit()

    def fit(self) -> None:
        """Leave the keys to a page that exports or prints something of its own."""
        page = self._page()
        buttons = [] if page is None else page.findChildren(QAbstractButton)
        taken = {button.shortcut().toString() for button in buttons}
        for action, keys in ((self.export, "Ctrl+E"), (self.print, "Ctrl+P")):
            action.setShortcut(QKeySequence("" if keys in taken else keys))
            action.setEnabled(page is not None)

    def remove(self) -> None:
        """Take the entries away, because the file was closed."""
        menu = self._window.menus.menu(MenuName.FILE)
        for action in (self.export, self.print):
            menu.removeAction(action)
        self.deleteLater()

    # --- what is asked ---------------------------------------------------------------------------

    def ask_export(self, subject: str, extract: ListExtract) -> None:
        """Ask which columns of a list go out, as what and where."""
        from coprod_desktop.ui.exporting.export_dialog import ExportDialog
        from coprod_desktop.ui.exporting.export_presenter import (
            ExportPresenter,
            free_name,
            writer_of,
        )

        context = self._context
        preferences = context.preferences
        dialog = ExportDialog(
            extract.title,
            extract.filtered_by,
            extract.columns,
            preferences.files_folder,
            free_name,
            self._window,
        )
        presenter = ExportPresenter(dialog, context, subject, writer_of(context, extract))
        kept = preferences.list_columns(subject)
        if kept is not None:
            dialog.choose(*kept)
        dialog.save_requested.connect(presenter.export)
        dialog.stop_requested.connect(presenter.stop)
        if self._open is not None:
            self._open[0].deleteLater()
        self._open = (dialog, presenter)
        dialog.open()

    def print_out(self, _subject: str, extract: ListExtract) -> None:
        """Print a list."""
        from coprod_desktop.ui.exporting.list_printing import ListPrinting

        printing = ListPrinting(self._context, self._window)
        self._printing = printing
        paper = self._context.office.list_exports.paper
        printing.print_out(extract.title, lambda: paper(extract))

    # --- how it works ----------------------------------------------------------------------------

    def _page(self) -> QWidget | None:
        screen = self._window.current_screen
        return None if screen is None else screen.page

    def _with_list(self, then: Callable[[str, ListExtract], None]) -> None:
        """Fetch the list on show and go on with it."""
        actions, page = self._window.list_actions, self._page()
        if actions is not None:
            then(actions.subject, actions.export_rows())
            return
        view = None if page is None else list_of(page)
        if view is None:
            words = _("There is no list on this screen to send out.")
            self._context.say(MessageKind.INFO, words, ())
            return
        key = self._window.current_key
        self._context.tasks.run(
            reader_of(view), lambda extract: then(key, extract), self._context.fail
        )
