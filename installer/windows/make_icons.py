"""Draw the icons of the program and of a charity's file: `python -m installer.windows.make_icons`.

Two bars of the same height, one solid and one hatched: paid and unpaid work, side by side.
"""

import struct
import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPainter,
    QPainterPath,
    QPen,
)

from installer.console import ROOT

_ICONS = ROOT / "resources" / "icons"
_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_GROUND, _MARK, _PAPER, _EDGE = "#1f4e5f", "#ffffff", "#fbfaf7", "#5a6b70"


def drawn(size: int, *, is_file: bool) -> QImage:
    """Draw one size, in points."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 64, size / 64)
    outline = QPainterPath()
    if is_file:
        outline.addRoundedRect(QRectF(11, 3, 42, 58), 5, 5)
        painter.setPen(QPen(QColor(_EDGE), 3))
    else:
        outline.addRoundedRect(QRectF(2, 2, 60, 60), 13, 13)
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_PAPER if is_file else _GROUND))
    painter.drawPath(outline)
    _draw_bars(painter, QColor(_GROUND if is_file else _MARK))
    painter.end()
    return image


def _draw_bars(painter: QPainter, colour: QColor) -> None:
    pen = QPen(colour, 4)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(QBrush(colour))
    painter.drawRect(QRectF(19, 18, 9, 28))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(36, 18, 9, 28))
    painter.setClipRect(QRectF(36, 18, 9, 28))
    for height in (25, 32, 39):
        painter.drawLine(34, height + 4, 47, height - 4)


def packed(images: list[QImage]) -> bytes:
    """Pack pictures as one .ico file, each as PNG."""
    pictures = [_png(image) for image in images]
    head, place = struct.pack("<3H", 0, 1, len(images)), 6 + 16 * len(images)
    for image, picture in zip(images, pictures, strict=True):
        side = image.width() % 256  # 256 is written as 0
        head += struct.pack("<4B2H2I", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(pictures)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def main() -> int:
    """Draw both icons anew."""
    _application = QGuiApplication([*sys.argv[:1], "-platform", "offscreen"])
    for name, is_file in (("coprod.ico", False), ("coprod-file.ico", True)):
        pictures = [drawn(size, is_file=is_file) for size in _SIZES]
        (_ICONS / name).write_bytes(packed(pictures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
