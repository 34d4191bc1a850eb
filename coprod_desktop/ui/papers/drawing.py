"""Draw the pages of a PDF as pictures, as a printer needs them."""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


def page_images(pdf: bytes, dots_per_inch: int = DOTS_PER_INCH) -> tuple[QImage, ...]:
    """Draw every page of a PDF; safe on any thread, and best not on the window's."""
    return tuple(each_page(pdf, dots_per_inch))


def each_page(pdf: bytes, dots_per_inch: int = DOTS_PER_INCH) -> Iterator[QImage]:
    """Draw the pages of a PDF one after the other, so that only one is held at a time."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    for at in range(document.pageCount()):
        yield _page(document, at, dots_per_inch)
    document.close()


def _page(document: QPdfDocument, at: int, dots_per_inch: int) -> QImage:
    points = document.pagePointSize(at)
    factor = dots_per_inch / _POINTS_PER_INCH
    size = QSize(round(points.width() * factor), round(points.height() * factor))
    drawn = document.render(at, size)
    page = QImage(size, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)  # a PDF page has no ground of its own
    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return page
