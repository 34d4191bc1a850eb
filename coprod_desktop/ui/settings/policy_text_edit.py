"""A field for rules written as text: numbered lines, and a mark on each that is mistaken."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from coprod_desktop.ui.icons import draw_icon
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import ICON, S, fixed_font, grown

_INDENT = "  "
_FEWEST_DIGITS = 2
_BREAKS = {0x2028: "\n", 0x2029: "\n"}  # how Qt keeps the ends of lines


class PolicyTextEdit(QPlainTextEdit):
    """Hold rules as text. Tab goes on to the next field; Ctrl+Tab writes two spaces."""

    def __init__(self, name: str, *, is_read_only: bool = False) -> None:
        super().__init__()
        self._marked: frozenset[int] = frozenset()
        self._gutter = _Gutter(self)
        self.setAccessibleName(name)
        self.setReadOnly(is_read_only)
        if is_read_only:  # by keyboard too
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setTabChangesFocus(True)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        self._dress()

    def text(self) -> str:
        """Return the text letter by letter; Qt's own way would change spaces that do not break."""
        return self.document().toRawText().translate(_BREAKS)

    def replace_text(self, text: str) -> None:
        """Put another text here as one step, which Ctrl+Z takes back."""
        if text == self.text():
            return
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.setPosition(0)
        self.setTextCursor(cursor)

    def mark(self, lines: Iterable[int]) -> None:
        """Mark the lines with these numbers, counted from 1, and no others."""
        self._marked = frozenset(lines)
        self._tint()
        self._gutter.update()

    @property
    def marked(self) -> frozenset[int]:
        """Return the numbers of the marked lines."""
        return self._marked

    def go_to(self, line: int) -> None:
        """Put the keyboard at the beginning of a line."""
        block = self.document().findBlockByNumber(max(line, 1) - 1)
        cursor = QTextCursor(block if block.isValid() else self.document().lastBlock())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    # --- how it works ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write two spaces for Ctrl+Tab; anything else is typing."""
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Tab and is_control and not self.isReadOnly():
            self.insertPlainText(_INDENT)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            if hasattr(self, "_gutter"):
                self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers beside the lines."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._gutter.setGeometry(inside.left(), inside.top(), self.gutter_width(), inside.height())

    def gutter_width(self) -> int:
        """Return the room that the numbers take, and the mark before them."""
        digits = max(_FEWEST_DIGITS, len(str(self.blockCount())))
        return grown(ICON) + digits * self.fontMetrics().horizontalAdvance("9") + 3 * S

    def numbered_lines(self) -> Iterable[tuple[int, QRect]]:
        """Give the number and the place of every line that can be seen."""
        block: QTextBlock = self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > self.viewport().height():
                return
            if block.isVisible():
                yield block.blockNumber() + 1, place.toAlignedRect()
            block = block.next()

    def _dress(self) -> None:
        if self.font() != fixed_font():
            self.setFont(fixed_font())
        self._make_room()
        self._tint()

    def _make_room(self) -> None:
        self.setViewportMargins(self.gutter_width(), 0, 0, 0)
        inside = self.contentsRect()
        self._gutter.setGeometry(inside.left(), inside.top(), self.gutter_width(), inside.height())

    def _follow(self, changed: QRect, moved: int) -> None:
        if moved:
            self._gutter.scroll(0, moved)
        else:
            self._gutter.update(0, changed.y(), self._gutter.width(), changed.height())

    def _tint(self) -> None:
        ground = current_tokens().color("bad_tint")
        found = []
        for line in sorted(self._marked):
            block = self.document().findBlockByNumber(line - 1)
            if block.isValid():
                extra = QTextEdit.ExtraSelection()
                extra.cursor = QTextCursor(block)
                extra.format.setBackground(ground)
                extra.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                found.append(extra)
        self.setExtraSelections(found)


class _Gutter(QWidget):
    """The numbers beside the lines."""

    def __init__(self, edit: PolicyTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def sizeHint(self) -> QSize:
        """Be as wide as the numbers."""
        return QSize(self._edit.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers; a mistaken line has a sign before its number."""
        tokens = current_tokens()
        painter = QPainter(self)
        painter.fillRect(event.rect(), tokens.color("sunken"))
        side, height = grown(ICON), self._edit.fontMetrics().height()
        for number, place in self._edit.numbered_lines():
            is_marked = number in self._edit.marked
            colour = tokens.color("bad" if is_marked else "ink_2")
            if is_marked:
                sign = QRectF(S / 2, place.top() + (height - side) / 2, side, side)
                draw_icon(painter, sign.toAlignedRect(), "circle-alert", colour)
            font = self._edit.font()
            font.setBold(is_marked)
            painter.setFont(font)
            painter.setPen(colour)
            line = QRect(0, place.top(), self.width() - S, height)
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, str(number))
