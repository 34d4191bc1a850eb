"""A field for a sentence of the papers: its fields look like chips, and remarks are underlined."""

import re
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import RADIUS

_FIELD = re.compile(r"\{([^{}]*)\}")
_BREAKS = {0x2028: " ", 0x2029: " "}  # how Qt keeps the ends of lines
_USUAL_LINES, _OWN_LINES = (1, 4), (3, 6)
_FRAME = 22  # pixels above and below the lines
Span = tuple[int, int]


class WordingTextEdit(QPlainTextEdit):
    """Hold one sentence, which has no new lines; Tab leaves it.

    `known` are the fields that it may name; `field_wanted` comes with Ctrl+Space.
    """

    field_wanted = Signal()

    def __init__(self, name: str, *, is_read_only: bool = False) -> None:
        super().__init__()
        self._known: frozenset[str] = frozenset()
        self._spans: tuple[Span, ...] = ()
        self._lines = _USUAL_LINES if is_read_only else _OWN_LINES
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setReadOnly(is_read_only)
        if is_read_only:  # by keyboard too
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.textChanged.connect(self._tint)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self._fit_height()

    def text(self) -> str:
        """Return the sentence letter by letter, with the spaces that do not break."""
        return self.document().toRawText().translate(_BREAKS)

    def start_with(self, text: str, known: Iterable[str]) -> None:
        """Hold another sentence; what was typed before cannot be taken back here."""
        self._known, self._spans = frozenset(known), ()
        self.setPlainText("")
        self.textCursor().insertText(text)  # setPlainText would change spaces that do not break
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._tint()

    def replace_text(self, text: str) -> None:
        """Put another sentence here as one step, which Ctrl+Z takes back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def insert_field(self, field: str) -> None:
        """Write a field where the cursor stands, over what is selected."""
        self.textCursor().insertText(f"{{{field}}}")
        self.setFocus()

    def underline(self, spans: Sequence[Span]) -> None:
        """Underline these stretches of the sentence, and no others."""
        self._spans = tuple(spans)
        self._tint()

    @property
    def underlined(self) -> tuple[Span, ...]:
        """Return the stretches that are underlined."""
        return self._spans

    def select(self, span: Span) -> None:
        """Select a stretch, and put the keyboard there."""
        cursor = self.textCursor()
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    # --- how it works ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer fields with Ctrl+Space; Enter writes nothing, for a sentence is one line."""
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and is_control and not self.isReadOnly():
            self.field_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, in one line."""
        if source.hasText():
            self.textCursor().insertText(" ".join(source.text().splitlines()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            if hasattr(self, "_spans"):
                self._fit_height()
                self._tint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay as high as the lines need."""
        super().resizeEvent(event)
        self._fit_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips under the words."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for start, end, is_known in self._fields():
            painter.setBrush(current_tokens().color("sel" if is_known else "bad_tint"))
            for box in self._boxes(start, end):
                painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.end()
        super().paintEvent(event)

    def _fields(self) -> Iterator[tuple[int, int, bool]]:
        for match in _FIELD.finditer(self.text()):
            yield match.start(), match.end(), match[1] in self._known

    def _boxes(self, start: int, end: int) -> Iterator[QRectF]:
        """Give the place of a stretch, line by line."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        box = QRectF(self.cursorRect(cursor))
        for at in range(start + 1, end + 1):
            cursor.setPosition(at)
            here = QRectF(self.cursorRect(cursor))
            if here.top() > box.top():  # it goes on in the next line
                yield box.adjusted(-1, 0, 1, 0)
                box = here
            box.setRight(here.left())
        yield box.adjusted(-1, 0, 1, 0)

    def _fit_height(self, _size: object = None) -> None:
        """Be as high as the sentence, within limits; beyond them it scrolls."""
        fewest, most = self._lines
        lines = round(self.document().documentLayout().documentSize().height())
        wanted = min(max(lines, fewest), most) * self.fontMetrics().lineSpacing() + _FRAME
        if self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def _tint(self) -> None:
        tokens = current_tokens()
        found = []
        for start, end, is_known in self._fields():
            words = QTextCharFormat()
            words.setForeground(tokens.color("on_sel" if is_known else "bad"))
            found.append(self._extra((start, end), words))
        for span in self._spans:
            found.append(self._extra(span, _wavy(tokens.color("warn"))))
        self.setExtraSelections(found)

    def _extra(self, span: Span, words: QTextCharFormat) -> QTextEdit.ExtraSelection:
        extra = QTextEdit.ExtraSelection()
        length = len(self.text())
        extra.cursor = QTextCursor(self.document())
        extra.cursor.setPosition(min(span[0], length))
        extra.cursor.setPosition(min(span[1], length), QTextCursor.MoveMode.KeepAnchor)
        extra.format = words
        return extra


def _wavy(colour: QColor) -> QTextCharFormat:
    words = QTextCharFormat()
    words.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    words.setUnderlineColor(colour)
    return words
