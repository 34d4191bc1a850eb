"""How else somebody is written in lists and sheets: each way, one to add, and one to forget."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coprod_desktop.domain.name_aliases import NameAlias
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import S
from coprod_desktop.ui.widgets.buttons import Button, IconButton
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.labels import announce, label

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class AliasBlock(QWidget):
    """Show the ways in which a person is written; they are kept at once.

    `add_requested(words)` and `remove_requested(alias)`; answer with `show_aliases` or
    `show_error(sentence)`.
    """

    add_requested = Signal(str)
    remove_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.line = _Line()
        self.line.setAccessibleName(_("Another way of writing the name"))
        self.add = Button(_("Add"), icon_name="plus")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(S)
        typing = QWidget()
        row = QHBoxLayout(typing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self.line, stretch=1)
        row.addWidget(self.add)
        typing.setFocusProxy(self.line)
        hint = _("As lists and sheets have it, such as “Sam K.”. It is kept at once.")
        self.box = FieldBox(_("Also written as"), typing, hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.box)
        column.addLayout(self._rows)
        self.add.clicked.connect(self._ask)
        self.line.entered.connect(self._ask)
        self.line.textEdited.connect(lambda _text: self.box.show_error(""))

    @property
    def typed(self) -> str:
        """Return what is typed and not kept yet."""
        return self.line.text().strip()

    def show_aliases(self, aliases: Sequence[NameAlias]) -> None:
        """Show these ways of writing, and an empty field for the next."""
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for alias in aliases:
            row = self._row(alias)
            self._rows.addWidget(row)
            row.show()  # now, not with Qt's next turn
        self.line.clear()
        self.box.show_error("")
        announce(self, ", ".join(one.alias for one in aliases))

    def show_error(self, sentence: str) -> None:
        """Show why a way of writing cannot be kept."""
        self.box.show_error(sentence)
        self.line.setFocus()

    def _row(self, alias: NameAlias) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(label(alias.alias))
        forget = IconButton("x", _("Forget “{alias}”").format(alias=alias.alias))
        forget.clicked.connect(lambda: self.remove_requested.emit(alias))
        row.addWidget(forget)
        row.addStretch()
        return made

    def _ask(self) -> None:
        if self.typed:
            self.add_requested.emit(self.typed)


class _Line(QLineEdit):
    """A field in which Enter adds, and does not save the whole form."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter; an empty field leaves Enter to the form."""
        if event.key() in _ENTER and self.text().strip():
            event.accept()
            self.entered.emit()
        else:
            super().keyPressEvent(event)
