"""Offer the import while a file is open: in the File menu, by key, and for a file let fall here."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog

from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.window_menus import MenuName, WindowMenus

if TYPE_CHECKING:  # loads when it is first asked for
    from coprod_desktop.ui.imports.presenter import ImportPresenter

KEYS = "Ctrl+Shift+I"
_LISTS = ("contributions", "expenses", "participants")
ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")


class ImportDoor(QObject):
    """Ask for a spreadsheet and open the steps of its import."""

    def __init__(self, window: MainWindow, menus: WindowMenus, context: Context) -> None:
        super().__init__(window)
        self._window, self._menus, self._context = window, menus, context
        self._presenter: ImportPresenter | None = None
        self._offered: list[EmptyState] = []
        self.action = QAction(_("Import…"), self)
        self.action.setShortcut(QKeySequence(KEYS))
        self.action.triggered.connect(self.ask)
        self._rule: QAction | None = None
        menu = menus.menu(MenuName.FILE)
        first = next(iter(menu.actions()), None)
        if first is None:
            menu.addAction(self.action)
        else:
            menu.insertAction(first, self.action)
            self._rule = menu.insertSeparator(first)
        menu.menuAction().setVisible(True)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        window.shown.connect(self._offer)

    def ask(self) -> None:
        """Ask which file is to come in."""
        chooser = QFileDialog(self._window, _("Which spreadsheet?"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        endings = " ".join(f"*{ending}" for ending in ENDINGS)
        chooser.setNameFilters(
            [_("Spreadsheets ({endings})").format(endings=endings), _("All files (*)")]
        )
        chooser.fileSelected.connect(lambda name: self.bring(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def bring(self, path: Path) -> None:
        """Open the steps for a file."""
        # Loaded when it is first asked for, as screens are.
        from coprod_desktop.ui.imports.dialog import ImportDialog
        from coprod_desktop.ui.imports.presenter import ImportPresenter

        dialog = ImportDialog(path.name, self._context.tasks, self._window)
        presenter = ImportPresenter(dialog, self._context, path)
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        self._presenter = presenter  # a Qt connection would not keep it alive
        presenter.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a spreadsheet that somebody lets fall on the window."""
        if isinstance(event, QDropEvent | QDragEnterEvent):
            path = _spreadsheet(event)
            if path is not None and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.bring(path)
                return True
        return super().eventFilter(watched, event)

    def remove(self) -> None:
        """Take the entry away, because the file was closed."""
        self._window.removeEventFilter(self)
        self._window.shown.disconnect(self._offer)
        self._window.setAcceptDrops(False)
        for action in (self.action, self._rule):
            if action is not None:
                self._menus.menu(MenuName.FILE).removeAction(action)
        self.deleteLater()

    def _offer(self, key: str) -> None:
        """Offer the import on a list of what sheets hold, for while it is empty."""
        if key not in _LISTS:
            return
        for empty in self._window.findChildren(EmptyState):
            if empty.isVisibleTo(self._window) and empty not in self._offered:
                button = Button(_("Import a spreadsheet…"), icon_name="file-spreadsheet")
                button.clicked.connect(self.ask)
                empty.offer(button)
                button.show()
                self._offered.append(empty)

    def _forget(self, _result: int) -> None:
        self._presenter = None


def _spreadsheet(event: QDropEvent) -> Path | None:
    """Return the one spreadsheet that is dragged; None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in ENDINGS else None
