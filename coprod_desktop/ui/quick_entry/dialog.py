"""One line to type an entry into, with how it is understood under it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.domain.quick_names import FoundName
from coprod_desktop.i18n import _
from coprod_desktop.ui.quick_entry.reading_words import ReadingLine
from coprod_desktop.ui.scale import XL, L, M, S, scaled
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import announce, label, rule
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.plain_fields import line_field
from coprod_desktop.ui.words import capacity_word

WIDTH, HEIGHT = 640, 540


class QuickEntryDialog(QDialog):
    """Take lines until it is closed: Enter saves one and the field is free for the next.

    `typed(line)` follows the typing, `save_requested` comes with Enter, `meant(text, id)` says who
    is meant by a name, and `undo_requested` takes the last line back.
    """

    typed = Signal(str)
    save_requested = Signal()
    meant = Signal(str, object)
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Quick entry"))
        self._lines: tuple[ReadingLine, ...] = ()
        self._bar: MessageBar | None = None
        hint = _("For example: catrin, amina 2h meeting yesterday £4.60 bus #getting-home")
        self.line = line_field(_("Work or expenses in one line"))
        self.line.setAccessibleDescription(hint)
        self.line.textEdited.connect(self.typed)
        self._marked = label("", wraps=True)
        self._marked.setTextFormat(Qt.TextFormat.RichText)
        self._offer = label("", "strong", wraps=True)
        self._save = primary_button(_("Save"))
        self._save.setDefault(True)
        self._save.clicked.connect(self.save_requested)
        self._lay_out(hint)

    # --- what the presenter asks ---------------------------------------------------------------

    def show_line(self, line: str) -> None:
        """Put other words into the field."""
        self.line.setText(line)

    def show_reading(
        self, marked: str, lines: Sequence[ReadingLine], unsure: Sequence[FoundName]
    ) -> None:
        """Show how the line is understood, and whom a name may mean; new words are read aloud."""
        self._hide_bar()
        self._marked.setText(marked)
        self._marked.setVisible(bool(marked))
        before, self._lines = {one.text for one in self._lines}, tuple(lines)
        _empty(self._reading)
        for one in lines:
            row = QHBoxLayout()
            row.setSpacing(S)
            mark = IconMark(one.icon, one.colour)
            words = label(one.text, "" if one.is_good else one.colour, wraps=True)
            row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, stretch=1)
            self._reading.addLayout(row)
        self._offer_people(unsure)
        announce(self.line, ". ".join(one.text for one in lines if one.text not in before))

    def show_offer(self, words: str) -> None:
        """Say what the line would come to."""
        if words != self._offer.text():
            self._offer.setText(words)
            self._offer.setVisible(bool(words))
            announce(self.line, words)

    def show_saved(self, words: str) -> None:
        """Say that a line is saved, and free the field for the next."""
        self.line.clear()
        self.show_reading("", (), ())
        self.show_offer("")
        undo = ((_("Undo"), self.undo_requested.emit),)
        self._show_bar(MessageBar(MessageKind.GOOD, words, undo, is_closable=False))
        self.line.setFocus()

    def show_problem(self, words: str) -> None:
        """Say why the line is not saved; it stays as it was typed."""
        self._show_bar(MessageBar(MessageKind.BAD, words))
        self.line.setFocus()

    @property
    def lines(self) -> list[str]:
        """Return what is said under the field."""
        return [one.text for one in self._lines]

    @property
    def marked(self) -> str:
        """Return the line with what is not understood marked."""
        return self._marked.text()

    @property
    def offer(self) -> str:
        """Return what the line would come to."""
        return self._offer.text()

    @property
    def message(self) -> str:
        """Return what happened last, or nothing."""
        return "" if self._bar is None else self._bar.text

    # --- how it works --------------------------------------------------------------------------

    def _offer_people(self, unsure: Sequence[FoundName]) -> None:
        """Offer those whom the first name that is not sure may mean."""
        _empty(self._people)
        first = next((name for name in unsure if name.candidates), None)
        if first is None:
            return
        names = [one.name for one in first.candidates]
        for number, person in enumerate(first.candidates, 1):
            words = person.name
            if names.count(words) > 1:
                words = f"{words} ({capacity_word(person.capacity)})"
            button = Button(words, shortcut=f"Alt+{number}")
            button.clicked.connect(
                lambda _on=False, person=person: self.meant.emit(first.text, person.participant_id)
            )
            self._people.addWidget(button)
            button.show()
            QWidget.setTabOrder(self.line, button)

    def _show_bar(self, bar: MessageBar) -> None:
        self._hide_bar()
        self._bar = bar
        self._head.addWidget(bar)
        bar.show()

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None

    def showEvent(self, event: QShowEvent) -> None:
        """Have the keyboard in the field."""
        super().showEvent(event)
        self.line.setFocus()

    def _lay_out(self, hint: str) -> None:
        self._head = QVBoxLayout()
        self._reading, self._people = QVBoxLayout(), QVBoxLayout()
        self._reading.setSpacing(S)
        self._people.setSpacing(S)
        title = label(_("Work or expenses in one line"), "secondary")
        title.setBuddy(self.line)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(XL, L, XL, S)
        column.setSpacing(M)
        column.addWidget(label(_("Quick entry"), "title"))
        column.addLayout(self._head)
        column.addWidget(title)
        column.addWidget(self.line)
        column.addWidget(label(hint, "quiet", wraps=True))
        column.addWidget(self._marked)
        column.addLayout(self._people)
        column.addLayout(self._reading)
        column.addWidget(self._offer)
        column.addStretch()
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, L)
        outer.addWidget(scrolled, stretch=1)
        outer.addWidget(rule())
        outer.addLayout(self._buttons())
        self._marked.hide()
        self._offer.hide()
        room = self.screen().availableSize()
        self.resize(
            min(scaled(WIDTH), room.width() - XL), min(scaled(HEIGHT), room.height() - 2 * XL)
        )

    def _buttons(self) -> QHBoxLayout:
        close = Button(_("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(XL, 0, XL, 0)
        row.setSpacing(M)
        row.addWidget(label(_("Enter saves, and the next line can be typed at once."), "quiet"))
        row.addStretch()
        row.addWidget(close)
        row.addWidget(self._save)
        return row


def _empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            _empty(inner)
            inner.deleteLater()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
