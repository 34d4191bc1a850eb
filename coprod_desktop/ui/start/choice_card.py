"""A large button that offers one way to begin."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from coprod_desktop.ui.icons import draw_icon
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import BODY, CARD_RADIUS, SECTION, L, M, S, grown, type_font

_ICON = 28
_CHEVRON = 18


class ChoiceCard(QAbstractButton):
    """Show an icon, a word, a line about it and an arrow; the chosen one is tinted."""

    def __init__(self, icon_name: str, word: str, line: str) -> None:
        super().__init__()
        self._icon_name, self._line = icon_name, line
        self.setText(word)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{word}. {line}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Be wide enough for the words and as high as two lines."""
        text = self._fonts()[1]
        width = grown(_ICON) + grown(_CHEVRON) + 2 * L + 3 * M + self._width_of(text, self._line)
        return QSize(width, grown(72))

    def minimumSizeHint(self) -> QSize:
        """Allow the line to be cut before the window is."""
        return QSize(grown(220), grown(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card in the colours in force."""
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked() or self.isDown()
        width = 2 if is_on else 1
        edge = "accent" if is_on or self.underMouse() else "edge"
        painter.setPen(QPen(tokens.color(edge), width))
        painter.setBrush(tokens.color("sel" if is_on else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), CARD_RADIUS, CARD_RADIUS)
        self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        tokens, (strong, plain) = current_tokens(), self._fonts()
        side, arrow = grown(_ICON), grown(_CHEVRON)
        middle = self.height() // 2
        square = QRect(L + S, middle - side // 2, side, side)
        draw_icon(painter, square, self._icon_name, tokens.color("ink"))
        place = QRect(self.width() - L - arrow, middle - arrow // 2, arrow, arrow)
        draw_icon(painter, place, "chevron-right", tokens.color("ink"))
        left = square.right() + L + S
        words = QRect(left, 0, place.left() - M - left, middle)
        painter.setFont(strong)
        painter.setPen(tokens.color("ink"))
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(words, low, self.text())
        painter.setFont(plain)
        painter.setPen(tokens.color("ink_2"))
        high = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        line = painter.fontMetrics().elidedText(
            self._line, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words.translated(0, middle), high, line)

    def _fonts(self) -> tuple[QFont, QFont]:
        return type_font(SECTION, QFont.Weight.DemiBold), type_font(BODY)

    def _width_of(self, font: QFont, text: str) -> int:
        return QFontMetrics(font).horizontalAdvance(text)
