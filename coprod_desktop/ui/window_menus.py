"""The menus of the window, and the corner beside them with search and the operator's name."""

from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.preferences import ThemeChoice
from coprod_desktop.ui.scale import MENU_BAR, SEARCH, L, S, grown, scaled
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button, ButtonKind


class MenuName(Enum):
    """Name the menus, in their order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    LOG = "log"
    PAPERS = "papers"
    HELP = "help"


class WindowMenus(QObject):
    """Hold the menus; a menu shows once somebody put an action into it.

    `undo_requested` and `redo_requested` come from Edit, where both stand once `set_undo` or
    `set_redo` was called.
    """

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._search: QWidget | None = None
        titles = {
            MenuName.FILE: _("&File"),
            MenuName.EDIT: _("&Edit"),
            MenuName.VIEW: _("&View"),
            MenuName.LOG: _("&Log"),
            MenuName.PAPERS: _("&Papers"),
            MenuName.HELP: _("&Help"),
        }
        bar = window.menuBar()
        self._menus = {name: bar.addMenu(title) for name, title in titles.items()}
        for menu in self._menus.values():
            menu.menuAction().setVisible(False)
        self._undo, self._redo = QAction(_("Undo"), self), QAction(_("Redo"), self)
        self._undo.setShortcut(QKeySequence("Ctrl+Z"))
        self._redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self._redo.setEnabled(False)
        self._undo.setEnabled(False)
        self._undo.triggered.connect(self.undo_requested)
        self._redo.triggered.connect(self.redo_requested)
        self._corner: QWidget | None = None
        self._operator = Button("", ButtonKind.PLAIN, icon_name="circle-user-round")
        self._operator.hide()
        self._fill_view()

    # --- what callers do -----------------------------------------------------------------------

    def menu(self, name: MenuName) -> QMenu:
        """Return a menu, to read or to add a submenu to."""
        return self._menus[name]

    def add_action(self, name: MenuName, action: QAction) -> None:
        """Put an action at the end of a menu."""
        self._menus[name].addAction(action)
        self._menus[name].menuAction().setVisible(True)

    def add_separator(self, name: MenuName) -> None:
        """Put a line at the end of a menu."""
        self._menus[name].addSeparator()

    def set_undo(self, what: str, *, stays: bool = False) -> None:
        """Show what Undo would take back, such as "12 contributions saved"; empty: nothing.

        What cannot be taken back `stays`; Undo then says why.
        """
        self._put_steps_first()
        text = _("Undo: {what} stays…") if stays else _("Undo: {what}")
        text = text.format(what=what) if what else _("Undo")
        self._undo.setText(text.replace("&", "&&"))
        self._undo.setEnabled(bool(what))

    def set_redo(self, what: str) -> None:
        """Show what Redo would do again; empty: nothing."""
        self._put_steps_first()
        text = _("Redo: {what}").format(what=what) if what else _("Redo")
        self._redo.setText(text.replace("&", "&&"))
        self._redo.setEnabled(bool(what))

    def _put_steps_first(self) -> None:
        """Put Undo and Redo before all else in the Edit menu, with a line after them."""
        menu = self._menus[MenuName.EDIT]
        if self._undo in menu.actions():
            return
        first = next(iter(menu.actions()), None)
        if first is None:
            menu.addActions([self._undo, self._redo])
            menu.addSeparator()
        else:
            menu.insertActions(first, [self._undo, self._redo])
            menu.insertSeparator(first)
        menu.menuAction().setVisible(True)

    def set_corner_widget(self, search: QWidget) -> None:
        """Put the search field into the corner of the menu bar."""
        self._search = search
        search.setFixedWidth(scaled(SEARCH))
        self._fill_corner()

    def set_operator(self, name: str, menu: QMenu | None = None) -> None:
        """Show who is at the keyboard; `menu` offers to change that. No name shows nothing."""
        self._operator.set_text(name)
        self._operator.setAccessibleName(_("Operator: {name}").format(name=name))
        has_menu = menu is not None
        if menu is not None:
            self._operator.setMenu(menu)
        policy = Qt.FocusPolicy.TabFocus if has_menu else Qt.FocusPolicy.NoFocus
        self._operator.setFocusPolicy(policy)
        mouse = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        self._operator.setAttribute(mouse, not has_menu)
        self._operator.setVisible(bool(name))
        self._fill_corner()

    def fit(self, *, is_narrow: bool) -> None:
        """Give the search field less room where there is little."""
        if self._search is not None:
            self._search.setFixedWidth(scaled(SEARCH) // (2 if is_narrow else 1))

    def dress(self) -> None:
        """Take sizes again, after the size of text changed."""
        if self._corner is not None:
            self._corner.setMinimumHeight(grown(MENU_BAR) - 1)
            self._corner.adjustSize()
            self._window.menuBar().adjustSize()

    # --- how it is made ------------------------------------------------------------------------

    def _fill_corner(self) -> None:
        if self._corner is None:
            self._corner = QWidget()
            self._corner.setObjectName("menuCorner")
            row = QHBoxLayout(self._corner)
            row.setContentsMargins(0, 0, S, 0)
            row.setSpacing(L)
            row.addWidget(self._operator)
            self._window.menuBar().setCornerWidget(self._corner, Qt.Corner.TopRightCorner)
        row_layout = self._corner.layout()
        if self._search is not None and isinstance(row_layout, QHBoxLayout):
            row_layout.insertWidget(0, self._search)
        self._corner.show()
        self.dress()

    def _fill_view(self) -> None:
        group = QActionGroup(self)
        for choice, text in (
            (ThemeChoice.SYSTEM, _("Colours of this computer")),
            (ThemeChoice.LIGHT, _("Light")),
            (ThemeChoice.DARK, _("Dark")),
        ):
            action = QAction(text, self)
            action.setCheckable(True)
            action.setChecked(choice is self._theme.choice)
            action.triggered.connect(lambda _on=False, choice=choice: self._theme.choose(choice))
            group.addAction(action)
            self.add_action(MenuName.VIEW, action)
        self.add_separator(MenuName.VIEW)
        for text, keys, steps in (
            (_("Larger text"), ["Ctrl++", "Ctrl+="], 1),
            (_("Smaller text"), ["Ctrl+-"], -1),
        ):
            action = QAction(text, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(lambda _on=False, by=steps: self._theme.step_text(by))
            self.add_action(MenuName.VIEW, action)
