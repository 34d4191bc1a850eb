"""The window: menus, the list of screens, one page at a time, messages and what is saved."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.ui.list_actions import ListActions
from coprod_desktop.ui.scale import NARROW_EM, SIDEBAR, XL, L, M, em, scaled, type_font
from coprod_desktop.ui.screen import LaterScreen, Screen
from coprod_desktop.ui.status_bar import StatusBar
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.message_bar import Action, MessageBar, MessageKind
from coprod_desktop.ui.widgets.page_header import PageHeader
from coprod_desktop.ui.widgets.side_nav import SideNav
from coprod_desktop.ui.window_menus import WindowMenus

SMALLEST = (640, 480)
USUAL = (1280, 800)


class MainWindow(QMainWindow):
    """Show screens, one at a time; it knows of them only what `Screen` says.

    `shown(key)` comes when a screen is shown, `closing` before the window closes (a slot may
    call `keep_open()`). `menus` holds the menus and the corner with search and operator;
    `status` holds the line at the foot.
    """

    shown = Signal(str)
    closing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Coprod")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._screens: dict[str, Screen | LaterScreen] = {}
        self._key = ""
        self._start_page: QWidget | None = None
        self._bar: MessageBar | None = None
        self._is_staying = False
        self._theme = theme
        self.menus = WindowMenus(self, theme)
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self._nav = SideNav()
        self._nav.chosen.connect(self.show_screen)
        self._nav.hide()
        self._lay_out()
        self._add_shortcuts()
        theme.changed.connect(self._dress)

    # --- screens -------------------------------------------------------------------------------

    @property
    def current_key(self) -> str:
        """Return the key of the screen on show; empty while there is none."""
        return self._key

    @property
    def current_screen(self) -> Screen | None:
        """Return the screen on show; None while there is none."""
        screen = self._screens.get(self._key)
        return screen if isinstance(screen, Screen) else None

    @property
    def list_actions(self) -> ListActions | None:
        """Return what can be asked of the list on show; None where there is none."""
        screen = self._screens.get(self._key)
        return screen.list_actions if isinstance(screen, Screen) else None

    def add_screen(self, screen: Screen | LaterScreen) -> None:
        """Add a screen to the sidebar, and keep it and its presenter alive."""
        self._screens[screen.key] = screen
        if isinstance(screen, Screen):
            self._stack.addWidget(screen.page)
        self._nav.add_screen(screen)
        self._fit()

    def show_screen(self, key: str) -> None:
        """Show a screen and have it fetch itself; raises KeyError."""
        screen = self._made(key)
        if key != self._key:
            self.clear_message()  # it was about the page that one leaves
        self._key = key
        self._nav.show_chosen(key)
        self._nav_button.set_text(screen.title)
        self._stack.setCurrentWidget(screen.page)
        self._fit()
        screen.refresh()
        self.shown.emit(key)

    def _made(self, key: str) -> Screen:
        """Return a screen, and make it if nobody has seen it yet."""
        screen = self._screens[key]
        if isinstance(screen, LaterScreen):
            screen = screen.make()
            self._screens[key] = screen
            self._stack.addWidget(screen.page)
        return screen

    def set_count(self, key: str, count: int | None) -> None:
        """Change the number beside a screen in the sidebar; None takes it away."""
        self._nav.set_count(key, count)

    def show_start(self, page: QWidget) -> None:
        """Show a page without the sidebar, such as New, Open and Demo."""
        self._start_page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._key = ""
        self._fit()

    def unsaved(self) -> tuple[str, str] | None:
        """Return the key of the first screen with something unsaved, and what; None without."""
        for key, screen in self._screens.items():
            if isinstance(screen, Screen) and screen.unsaved():
                return key, screen.unsaved()
        return None

    def clear_screens(self) -> None:
        """Take every screen away, because the file was closed."""
        self.clear_message()
        self._nav_row.insertWidget(0, self._nav_button)
        for screen in self._screens.values():
            if isinstance(screen, Screen):
                self._stack.removeWidget(screen.page)
                screen.page.deleteLater()
        self._screens.clear()
        self._nav.clear()
        self._key = ""
        self._fit()

    # --- messages ------------------------------------------------------------------------------

    def show_message(
        self, kind: MessageKind, text: str, actions: Sequence[Action] = ()
    ) -> MessageBar:
        """Show a message above the page, in the place of the one before."""
        self.clear_message()
        self._bar = MessageBar(kind, text, actions)
        self._messages.addWidget(self._bar)
        self._message_holder.show()
        self._bar.show()  # at once, not with Qt's next turn, so that it is read aloud now
        self._bar.closed.connect(self.clear_message)
        return self._bar

    def clear_message(self) -> None:
        """Take the message away."""
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
            self._message_holder.hide()

    @property
    def message(self) -> str:
        """Return the message on show, or nothing."""
        return "" if self._bar is None else self._bar.text

    def set_status(self, words: str) -> None:
        """Say at the foot what is saved, such as "All changes saved, 10:42"."""
        self.status.set_saved(words)

    # --- the window itself ---------------------------------------------------------------------

    def restore(self, geometry: QByteArray) -> None:
        """Return to a size and place from `saveGeometry`; an empty one changes nothing."""
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def come_forward(self) -> None:
        """Stand in front of other windows, as far as the system lets a window do so."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keep_open(self) -> None:
        """Stay open, because something is not finished; call it from a slot of `closing`."""
        self._is_staying = True

    def is_narrow(self) -> bool:
        """Say whether the content is under about 60 em wide."""
        unit = em(type_font())
        return self.width() - scaled(SIDEBAR) < NARROW_EM * unit

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let others finish or object first."""
        self._is_staying = False
        self.closing.emit()
        if self._is_staying:
            event.ignore()
        else:
            super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between the sidebar and the menu of screens."""
        super().resizeEvent(event)
        self._fit()

    # --- how it is made ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._nav_button = Button("", icon_name="menu")
        self._nav_menu = QMenu(self)
        self._nav_menu.aboutToShow.connect(self._fill_nav_menu)
        self._nav_button.setMenu(self._nav_menu)
        nav_holder = QWidget()
        self._nav_row = QHBoxLayout(nav_holder)
        self._nav_row.setContentsMargins(XL, L, XL, 0)
        self._nav_row.addWidget(self._nav_button)
        self._nav_row.addStretch()
        self._nav_holder = nav_holder
        messages = QWidget()
        self._messages = QVBoxLayout(messages)
        self._messages.setContentsMargins(XL, M, XL, 0)
        self._message_holder = messages
        messages.hide()
        content = QVBoxLayout()
        content.setSpacing(0)
        content.addWidget(nav_holder)
        content.addWidget(messages)
        content.addWidget(self._stack, stretch=1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._nav)
        row.addLayout(content, stretch=1)
        self.setCentralWidget(whole)
        nav_holder.hide()

    def _add_shortcuts(self) -> None:
        for number in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda at=number - 1: self._show_at(at))
        between = QShortcut(QKeySequence("F6"), self)
        between.activated.connect(self._go_between)

    def _show_at(self, at: int) -> None:
        keys = list(self._screens)
        if at < len(keys):
            self.show_screen(keys[at])

    def _go_between(self) -> None:
        """Move the keyboard between the sidebar and the page."""
        page = self._stack.currentWidget()
        if page is None or not self._screens:
            return
        if page.isAncestorOf(self.focusWidget() or self):
            (self._nav_button if self.is_narrow() else self._nav).setFocus()
            self._nav.focus_chosen()
            return
        focused = page.focusWidget()
        if focused is not None and focused.isVisible():
            focused.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)
            page.focusNextChild()

    def _fill_nav_menu(self) -> None:
        self._nav_menu.clear()
        for screen in self._screens.values():
            action = self._nav_menu.addAction(screen.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(screen.key == self._key)
            action.triggered.connect(lambda _on=False, key=screen.key: self.show_screen(key))

    def _fit(self) -> None:
        has_screens = bool(self._screens) and self._stack.currentWidget() is not self._start_page
        is_narrow = self.is_narrow()
        self._nav.setVisible(has_screens and not is_narrow)
        self._nav_button.setVisible(has_screens and is_narrow)
        self._place_nav_button()
        self.menus.fit(is_narrow=is_narrow)

    def _place_nav_button(self) -> None:
        """Put the menu of screens before the title, or in a row of its own."""
        page = self._stack.currentWidget()
        header = None if page is None else page.findChild(PageHeader)
        is_shown = bool(self._screens) and self.is_narrow()
        if header is not None:
            header.set_lead(self._nav_button)
        else:
            self._nav_row.insertWidget(0, self._nav_button)
        self._nav_button.setVisible(is_shown)
        self._nav_holder.setVisible(is_shown and header is None)

    def _dress(self) -> None:
        self._nav.dress()
        self.menus.dress()
        self._fit()
