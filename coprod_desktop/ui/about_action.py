"""Put "History of this" into the Edit menu, for the row that is selected in a list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.widgets.message_bar import MessageKind
from coprod_desktop.ui.window_menus import MenuName

if TYPE_CHECKING:  # loads when it is first asked for
    from coprod_desktop.ui.history.about_dialog import Told

# Alt+H opens the Help menu on every desktop, and Ctrl+H finds and replaces.
KEYS = "Ctrl+J"


class AboutAction(QObject):
    """Show who changed the selected record of any list, when, and from what to what."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self.action = QAction(_("History of this…"), self)
        self.action.setShortcut(QKeySequence(KEYS))
        self.action.triggered.connect(self.show_history)
        window.menus.add_action(MenuName.EDIT, self.action)

    def show_history(self) -> None:
        """Open the dialog about the selected row; say so where none is selected."""
        actions = self._window.list_actions
        ids = actions.selected_ids() if actions is not None else ()
        if actions is None or not ids:
            words = _("Choose a row of a list first; then its history can be shown.")
            self._context.say(MessageKind.INFO, words, ())
            return
        about, subject, row_id = self._context.office.history.about, actions.subject, ids[0]
        self._context.tasks.run(lambda: about(subject, row_id), self._open, self._context.fail)

    def _open(self, told: "Told") -> None:
        from coprod_desktop.ui.history.about_dialog import AboutDialog

        AboutDialog(told, self._window).open()

    def remove(self) -> None:
        """Take the entry away, because the file was closed."""
        self._window.menus.menu(MenuName.EDIT).removeAction(self.action)
        self.deleteLater()
