"""What the Edit and View menus offer for the list on show."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from coprod_desktop.i18n import _
from coprod_desktop.ui.list_actions import ListActions
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.window_menus import MenuName


class ListMenu(QObject):
    """Send the wishes of the menus to the list on show; they rest where there is none."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._actions: list[tuple[MenuName, QAction]] = []
        edit, view = MenuName.EDIT, MenuName.VIEW
        self._rule(edit)
        self._add(edit, _("Find"), lambda one: one.focus_search(), "Ctrl+F")
        self._add(edit, _("Show all rows again"), lambda one: one.clear_filters())
        # The list itself answers Ctrl+C; as a shortcut here it would take it from fields of text.
        self._add(edit, _("Copy with headings") + "\tCtrl+C", lambda one: one.copy_rows())
        self._rule(view)
        self._add(view, _("Columns…"), lambda one: one.choose_columns())
        wheel = _("Ctrl and wheel")
        self._add(view, _("Larger list") + f"\t{wheel}", lambda one: one.change_zoom(1))
        self._add(view, _("Smaller list") + f"\t{wheel}", lambda one: one.change_zoom(-1))
        self._add(view, _("List in its usual size") + "\tCtrl+0", lambda one: one.change_zoom(0))
        window.shown.connect(lambda _key: self.fit())
        self.fit()

    def fit(self) -> None:
        """Offer them where there is a list."""
        has_list = self._window.list_actions is not None
        for _menu, action in self._actions:
            action.setEnabled(has_list)

    def remove(self) -> None:
        """Take the entries away, because the file was closed."""
        for menu, action in self._actions:
            self._window.menus.menu(menu).removeAction(action)
        self._actions = []
        self.deleteLater()

    def _add(
        self, menu: MenuName, words: str, do: Callable[[ListActions], None], keys: str = ""
    ) -> None:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _on=False: self._do(do))
        self._window.menus.add_action(menu, action)
        self._actions.append((menu, action))

    def _rule(self, menu: MenuName) -> None:
        """Put a line before what belongs to the list."""
        rule = QAction(self)
        rule.setSeparator(True)
        self._window.menus.add_action(menu, rule)
        self._actions.append((menu, rule))

    def _do(self, do: Callable[[ListActions], None]) -> None:
        actions = self._window.list_actions
        if actions is not None:
            do(actions)
