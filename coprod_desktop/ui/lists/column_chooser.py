"""Choose which columns a list shows, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import M, S, scaled
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.labels import label

_KEY = int(Qt.ItemDataRole.UserRole)
_WIDTH, _HEIGHT = 380, 300


class ColumnChooser(QDialog):
    """Show every column with a tick; Alt+Up and Alt+Down move one.

    `chosen(keys | None)`: those to show in their order, None for the usual ones. `add_wanted()`,
    `rename_wanted(key)` and `remove_wanted(key)` are about columns of one's own.
    """

    chosen = Signal(object)
    add_wanted = Signal()
    rename_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(
        self,
        columns: Sequence[tuple[str, str]],
        shown: Sequence[str],
        own: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._own = own
        self.setWindowTitle(_("Columns"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(scaled(_WIDTH))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Columns; Space shows or hides, Alt and arrows move"))
        self.list.setMinimumHeight(scaled(_HEIGHT))
        titles = dict(columns)
        for key in [*shown, *(key for key, _title in columns if key not in shown)]:
            self._add(key, titles[key], is_shown=key in shown)
        self.list.setCurrentRow(0)
        self.up = Button(_("Up"), icon_name="arrow-up")
        self.down = Button(_("Down"), icon_name="arrow-down")
        self.add = Button(_("Add a column…"), icon_name="plus")
        self.rename = Button(_("Rename…"))
        self.remove = Button(_("Take away"))
        self.usual = Button(_("Usual columns"))
        self.save = primary_button(_("Show these"))
        self._lay_out()
        self._connect()
        self._fit()

    def _add(self, key: str, title: str, *, is_shown: bool) -> None:
        item = QListWidgetItem(title)
        item.setData(_KEY, key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(S)
        column.setContentsMargins(M, M, M, M)
        hint = _("Tick what the list shows. Alt+Up and Alt+Down move a column.")
        column.addWidget(label(hint, "quiet", wraps=True))
        column.addWidget(self.list, stretch=1)
        for buttons in ((self.up, self.down, self.usual), (self.add, self.rename, self.remove)):
            row = QHBoxLayout()
            for button in buttons:
                row.addWidget(button)
            row.addStretch()
            column.addLayout(row)
        last = QHBoxLayout()
        last.addStretch()
        last.addWidget(self.save)
        column.addLayout(last)

    def _connect(self) -> None:
        self.up.clicked.connect(lambda: self.shift(-1))
        self.down.clicked.connect(lambda: self.shift(1))
        self.list.currentRowChanged.connect(lambda _row: self._fit())
        self.save.clicked.connect(self._save)
        self.usual.clicked.connect(lambda: self._end(None))
        self.add.clicked.connect(self._ask_to_add)
        self.rename.clicked.connect(lambda: self._about_own(self.rename_wanted))
        self.remove.clicked.connect(lambda: self._about_own(self.remove_wanted))
        self.list.setFocus()

    def _fit(self) -> None:
        is_own = self._key() in self._own
        self.rename.setEnabled(is_own)
        self.remove.setEnabled(is_own)

    def _key(self) -> str:
        item = self.list.currentItem()
        return "" if item is None else str(item.data(_KEY))

    def shift(self, by: int) -> None:
        """Move the current column up or down."""
        at = self.list.currentRow()
        if 0 <= at + by < self.list.count():
            item = self.list.takeItem(at)
            self.list.insertItem(at + by, item)
            self.list.setCurrentRow(at + by)

    def keys(self) -> tuple[str, ...]:
        """Return the ticked columns in their order."""
        items = [self.list.item(at) for at in range(self.list.count())]
        ticked = [one for one in items if one.checkState() is Qt.CheckState.Checked]
        return tuple(str(one.data(_KEY)) for one in ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, and show with Enter."""
        steps = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.shift(steps[event.key()])
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() is self.list
        ):
            self._save()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        if self.keys():
            self._end(self.keys())

    def _end(self, keys: tuple[str, ...] | None) -> None:
        self.accept()
        self.chosen.emit(keys)

    def _ask_to_add(self) -> None:
        self.accept()
        self.add_wanted.emit()

    def _about_own(self, signal: SignalInstance) -> None:
        key = self._key()
        self.accept()
        signal.emit(key)
