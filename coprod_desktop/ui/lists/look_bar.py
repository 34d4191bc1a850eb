"""The line above a list that says what is filtered, with a way to clear each."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from coprod_desktop.domain.saved_views import SavedView
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.buttons import Button, link_button
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import label


class LookBar(QWidget):
    """Say what the list is narrowed to. `cleared(key)` takes one filter away, `all_cleared()` all.

    It hides while every row shows.
    """

    cleared = Signal(str)
    all_cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S)
        self._row.addWidget(IconMark("list-filter", "accent"))
        self._words = label(_("Only:"), "strong")
        self._row.addWidget(self._words)
        self.all = link_button(_("Show all rows"))
        self.all.clicked.connect(self.all_cleared)
        self._row.addStretch()
        self._row.addWidget(self.all)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """Return what the list is narrowed to."""
        return tuple(chip.words for chip in self.chips)

    def show_filters(self, filters: Sequence[tuple[str, str]]) -> None:
        """Show these filters, each as its key and its words."""
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for at, (key, words) in enumerate(filters):
            chip = Button(words, icon_name="x")
            chip.setAccessibleName(_("Stop filtering by {what}").format(what=words))
            chip.setToolTip(_("Click to show these rows again"))
            chip.clicked.connect(lambda _on=False, key=key: self.cleared.emit(key))
            self._row.insertWidget(2 + at, chip)
            chip.show()
            self.chips.append(chip)
        self.setVisible(bool(filters))


class ViewMenu(Button):
    """The button with the ways to look at a list.

    `chosen(SavedView)`, `last_unsaved_chosen()`, `usual_chosen()`, `doubles_wanted(is_on)`,
    `save_wanted()`, `rename_wanted(SavedView)`, `remove_wanted(SavedView)`, `columns_wanted()`.
    """

    chosen = Signal(object)
    last_unsaved_chosen = Signal()
    usual_chosen = Signal()
    doubles_wanted = Signal(bool)
    save_wanted = Signal()
    rename_wanted = Signal(object)
    remove_wanted = Signal(object)
    columns_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("View"), icon_name="eye")
        self._views: tuple[SavedView, ...] = ()
        self._current = ""
        self._has_unsaved = False
        self._has_doubles = False
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)

    def show_views(
        self,
        views: Sequence[SavedView],
        *,
        current: str,
        has_unsaved: bool,
        has_doubles: bool,
    ) -> None:
        """Offer these views; `current` is the name of the one on show, if it is one."""
        self._views, self._current = tuple(views), current
        self._has_unsaved, self._has_doubles = has_unsaved, has_doubles
        self.set_text(_("View: {name}").format(name=current) if current else _("View"))

    def fill(self) -> None:
        """Fill the menu; it does so by itself before it opens."""
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for view in self._views:
            one = self._add(menu, view.name, partial(self.chosen.emit, view))
            one.setCheckable(True)
            one.setChecked(view.name == self._current)
            group.addAction(one)
        if self._has_unsaved:
            self._add(menu, _("Last unsaved"), self.last_unsaved_chosen.emit)
        self._add(menu, _("Usual view"), self.usual_chosen.emit)
        menu.addSeparator()
        doubles = self._add(menu, _("Likely doubles only"), lambda: None)
        doubles.setCheckable(True)
        doubles.setChecked(self._has_doubles)
        doubles.triggered.connect(self.doubles_wanted)
        self._add(menu, _("Columns…"), self.columns_wanted.emit)
        menu.addSeparator()
        self._add(menu, _("Save this view…"), self.save_wanted.emit)
        for view in self._views:
            if view.name == self._current:
                rename = _("Rename “{name}”…").format(name=view.name)
                remove = _("Remove “{name}”").format(name=view.name)
                self._add(menu, rename, partial(self.rename_wanted.emit, view))
                self._add(menu, remove, partial(self.remove_wanted.emit, view))

    def _add(self, menu: QMenu, words: str, then: Callable[[], object]) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda _on=False: then())
        return action
