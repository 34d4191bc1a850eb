"""The head of a page: what it is, one line about it, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import HEADER, NARROW_EM, M, em, grown
from coprod_desktop.ui.widgets.buttons import Button, IconButton
from coprod_desktop.ui.widgets.labels import ElidedLabel

TITLE_EM = 14.0


class PageHeader(QWidget):
    """Show a title, one sub-line and actions; the primary one stays at the right edge.

    Where there is little room, the sub-line goes and the other actions move into a menu: all of
    them, or the last ones that do not fit. Their keys work there too.
    """

    def __init__(self, title: str, sub_line: str = "") -> None:
        super().__init__()
        self.title_em = TITLE_EM
        self._title = ElidedLabel(title, "title")
        self._sub_line = ElidedLabel(sub_line, "quiet")
        self._others: list[Button] = []
        self._withdrawn: set[Button] = set()
        self._keys: dict[Button, QShortcut] = {}
        self._primary: Button | None = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more = IconButton("ellipsis", _("More to do here"))
        self._more.setMenu(self._menu)
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        self._more.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(M)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._sub_line)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(words, stretch=1)
        self._row.addWidget(self._more)
        self.setMinimumHeight(grown(HEADER))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_sub_line(sub_line)

    @property
    def title(self) -> str:
        """Return the title shown."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)

    def set_sub_line(self, sub_line: str) -> None:
        """Change the line under the title; an empty one takes no room."""
        self._sub_line.setText(sub_line)
        self._fit()

    def set_lead(self, widget: QWidget) -> None:
        """Put a widget before the title, as the window does with its menu of screens."""
        self._row.insertWidget(0, widget)

    def add_action(self, button: Button) -> None:
        """Add a secondary action, left of the primary one."""
        self._others.append(button)
        if not button.shortcut().isEmpty():  # of a button that is hidden it does not work
            keys = QShortcut(button.shortcut(), self)
            keys.activated.connect(button.click)
            keys.setEnabled(False)
            self._keys[button] = keys
        at = self._row.count() - (2 if self._primary else 1)
        self._row.insertWidget(at, button)
        self._fit()

    def offer(self, button: Button, *, is_offered: bool) -> None:
        """Offer a secondary action, or take it away until it is of use again."""
        (self._withdrawn.discard if is_offered else self._withdrawn.add)(button)
        self._fit()

    def set_primary(self, button: Button) -> None:
        """Set the one primary action, at the right edge of the page."""
        self._primary = button
        self._row.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between the wide and the narrow head."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Choose at first sight."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.isVisible() and self.width() < NARROW_EM * em(self.font())
        offered = [button for button in self._others if button not in self._withdrawn]
        shown = [] if is_narrow else self._fitting(offered)
        for button in self._others:
            button.setVisible(button in shown)
        for button, keys in self._keys.items():
            keys.setEnabled(button in offered and button not in shown)
        self._more.setVisible(len(shown) < len(offered))
        self._sub_line.setVisible(not is_narrow and bool(self._sub_line.text()))

    def _fitting(self, offered: list[Button]) -> list[Button]:
        """Return the first of these that fit beside the title; all before it is shown."""
        if not self.isVisible():
            return offered
        widths = [button.sizeHint().width() + M for button in offered]
        room = self.width() - round(self.title_em * em(self.font()))
        if self._primary is not None:
            room -= self._primary.sizeHint().width() + M
        if sum(widths) <= room:
            return offered
        room -= self._more.sizeHint().width() + M
        count = next((n for n in range(len(widths), 0, -1) if sum(widths[:n]) <= room), 0)
        return offered[:count]

    def _fill_menu(self) -> None:
        self._menu.clear()
        for button in self._others:
            if button in self._withdrawn or not button.isHidden():
                continue
            inner = button.menu()
            if inner is not None:
                inner.setTitle(button.text())
                inner.setIcon(button.icon())
                self._menu.addMenu(inner)
                continue
            action = self._menu.addAction(button.icon(), button.text())
            action.setEnabled(button.isEnabled())
            if button in self._keys:
                action.setText(f"{button.text()}\t{_shown_keys(button)}")
            action.triggered.connect(button.click)


def _shown_keys(button: Button) -> str:
    return button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
