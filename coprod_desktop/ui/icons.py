"""The small drawings beside words, coloured like the words they stand with."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from coprod_desktop.paths import resource
from coprod_desktop.ui.palette import current_tokens


@cache
def _drawing(name: str) -> bytes:
    return icon_file(name).read_bytes()


def icon_file(name: str) -> Path:
    """Name the SVG file of an icon."""
    return resource("icons", f"{name}.svg")


def draw_icon(painter: QPainter, rect: QRect, name: str, color: QColor) -> None:
    """Paint an icon into `rect`, sharp on every screen; for delegates and `paintEvent`."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(rect.topLeft(), icon_pixmap(name, rect.width(), color, ratio))


def icon_pixmap(name: str, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
    """Return an icon of `size` logical pixels; raises FileNotFoundError for an unknown name."""
    key = f"icon/{name}/{size}/{color.name()}/{ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    svg = _drawing(name).replace(b"currentColor", color.name().encode())
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def icon(name: str, colour: str = "ink") -> QIcon:
    """Return an icon that follows the theme; `colour` names a token, such as "ink_2"."""
    icon_file(name).stat()  # a wrong name must fail here, not while painting
    return QIcon(_ThemedEngine(name, colour))


class _ThemedEngine(QIconEngine):
    """Draw with the colours in force at the moment of drawing."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def clone(self) -> QIconEngine:
        return _ThemedEngine(self._name, self._colour)

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State, /
    ) -> None:
        side = min(rect.width(), rect.height())
        corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
        draw_icon(painter, QRect(corner, QSize(side, side)), self._name, self._color(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, /) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float, /
    ) -> QPixmap:
        side = min(size.width(), size.height())
        return icon_pixmap(self._name, side, self._color(mode), scale)

    def _color(self, mode: QIcon.Mode) -> QColor:
        return current_tokens().color("edge" if mode == QIcon.Mode.Disabled else self._colour)
