"""The small square that says paid, unpaid or part paid, always beside its word."""

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.palette import Tokens, current_tokens
from coprod_desktop.ui.scale import grown

SWATCH = 11


class Swatch(Enum):
    """Say whether work is paid: solid, hatched, or split from corner to corner."""

    PAID = "paid"
    UNPAID = "unpaid"
    PART = "part"


def draw_swatch(painter: QPainter, rect: QRect, swatch: Swatch, tokens: Tokens) -> None:
    """Paint a swatch into `rect`; for delegates and `paintEvent`."""
    if swatch is Swatch.PAID:
        painter.fillRect(rect, tokens.color("paid"))
    elif swatch is Swatch.UNPAID:
        fill_hatched(painter, rect, tokens)
    else:
        _fill_split(painter, rect, tokens)


def fill_hatched(painter: QPainter, rect: QRect, tokens: Tokens, *, pitch: int = 5) -> None:
    """Fill `rect` with the 45° hatch of unpaid work: 3 in 5 px of colour, outlined."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, tokens.color("hatch"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(tokens.color("unpaid"), pitch * 0.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    step = pitch * 2**0.5
    height = rect.height() + 4
    at = rect.left() - height - 1.0
    while at < rect.right() + height:
        low, high = QPointF(at, rect.bottom() + 3.0), QPointF(at + height, rect.top() - 1.0)
        painter.drawLine(low, high)
        at += step
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(tokens.color("unpaid"), 1))
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
    painter.restore()


def _fill_split(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    box = QRectF(rect)
    painter.fillRect(box, tokens.color("unpaid"))
    painter.setBrush(tokens.color("paid"))
    painter.drawPolygon(QPolygonF([box.topLeft(), box.topRight(), box.bottomLeft()]))
    painter.restore()


class SwatchMark(QWidget):
    """One swatch to stand before its word; the word speaks for it."""

    def __init__(self, swatch: Swatch) -> None:
        super().__init__()
        self._swatch = swatch
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Grow a little with the text."""
        return QSize(grown(SWATCH), grown(SWATCH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the swatch."""
        draw_swatch(QPainter(self), self.rect(), self._swatch, current_tokens())
