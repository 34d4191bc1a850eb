"""Find a name or a word on the sheet while it is typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import S, scaled
from coprod_desktop.ui.session_sheet.draft import Place, shown
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel
from coprod_desktop.ui.widgets.buttons import IconButton
from coprod_desktop.ui.widgets.labels import announce, label

_WIDTH = 240
Cell = tuple[int, Place]


class FindBar(QWidget):
    """Go to what fits as one types; Enter goes on, Shift+Enter back, Esc returns to the sheet.

    `found(row number, place)` wants that cell to be shown, `closed` the keyboard in the sheet.
    """

    found = Signal(int, object)
    closed = Signal()

    def __init__(self, sheet: SheetModel) -> None:
        super().__init__()
        self._sheet = sheet
        self._at = -1
        self._field = _FindField(self)
        self._count = label("", "secondary")
        close = IconButton("x", _("Close the search"))
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(label(_("Find on the sheet"), "secondary"))
        row.addWidget(self._field)
        row.addWidget(self._count)
        row.addWidget(close)
        row.addStretch()
        self._field.textEdited.connect(lambda _text: self._start())
        self.hide()

    @property
    def words(self) -> str:
        """Return how many cells fit, and which one is shown."""
        return self._count.text()

    def open_bar(self) -> None:
        """Show the field, with the keyboard in it."""
        self.show()
        self._field.setFixedWidth(scaled(_WIDTH))
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Go back to the sheet."""
        self.hide()
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next cell that fits, or back, around the ends."""
        cells = cells_with(self._sheet, self._field.text())
        if not cells:
            self._say(_("Not on this sheet") if self._field.text().strip() else "")
            return
        self._at = (self._at + by) % len(cells)
        number, place = cells[self._at]
        self._say(_("{at} of {count}").format(at=self._at + 1, count=len(cells)))
        self.found.emit(number, place)

    def _start(self) -> None:
        self._at = -1
        self.step(1)

    def _say(self, words: str) -> None:
        self._count.setText(words)
        if words:
            announce(self._field, words)


class _FindField(QLineEdit):
    """The field of the bar, with the keys that move among what was found."""

    def __init__(self, bar: FindBar) -> None:
        super().__init__()
        self._bar = bar
        self.setAccessibleName(_("Find on the sheet"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, or to the sheet; anything else is typing."""
        if event.key() == Qt.Key.Key_Escape:
            self._bar.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up):
            is_back = event.key() == Qt.Key.Key_Up or bool(
                event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            )
            self._bar.step(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)


def cells_with(sheet: SheetModel, text: str) -> Sequence[Cell]:
    """Return the cells that hold a text, accents and case aside; names and nicknames first."""
    wanted = fold(text)
    if not wanted:
        return []
    people = sheet.names.find(text, limit=len(sheet.names))
    found: list[Cell] = []
    for number, row in enumerate(sheet.all_rows):
        for place in Place:
            is_meant = place is Place.NAME and row.participant in people
            if place is not Place.OFFER and (is_meant or wanted in fold(shown(row, place))):
                found.append((number, place))
    return sorted(found, key=lambda cell: (cell[1] is not Place.NAME, cell))
