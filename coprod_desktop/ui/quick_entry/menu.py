"""The entry of the Log menu that opens the one-line entry."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.window_menus import MenuName, WindowMenus

if TYPE_CHECKING:
    from coprod_desktop.ui.quick_entry.dialog import QuickEntryDialog

KEYS = "Ctrl+Shift+N"


class QuickEntryMenu:
    """Offer the one-line entry while a file is open."""

    def __init__(self, menus: WindowMenus, context: Context, parent: QWidget) -> None:
        self._menus, self._context, self._parent = menus, context, parent
        self._dialog: QuickEntryDialog | None = None
        self._action = QAction(_("Quick entry…"), parent)
        self._action.setShortcut(QKeySequence(KEYS))
        self._action.triggered.connect(self.open)
        menus.add_action(MenuName.LOG, self._action)

    def remove(self) -> None:
        """Take the entry away, because the file was closed."""
        if self._dialog is not None and shiboken6.isValid(self._dialog):
            self._dialog.reject()
        menu = self._menus.menu(MenuName.LOG)
        menu.removeAction(self._action)
        menu.menuAction().setVisible(bool(menu.actions()))
        self._parent.removeAction(self._action)

    def open(self) -> None:
        """Open the line, or go to it where it is open."""
        # Loaded when it is first asked for, as screens are.
        from coprod_desktop.ui.quick_entry.dialog import QuickEntryDialog
        from coprod_desktop.ui.quick_entry.presenter import QuickEntryPresenter

        if self._dialog is not None and shiboken6.isValid(self._dialog):
            self._dialog.activateWindow()
            return
        dialog = QuickEntryDialog(self._parent)
        presenter = QuickEntryPresenter(dialog, self._context, dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        presenter.fetch()
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None
