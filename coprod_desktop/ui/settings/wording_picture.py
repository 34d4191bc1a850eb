"""Draw the page of an example on which a sentence stands, and find the sentence on it."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

_DOTS_PER_INCH = 144
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPage:
    """A page of a paper as a picture; `places` says in parts of its sides where a text stands.

    `number` counts from 1, `words` is all that the page says. Without places the text is not
    drawn on any page.
    """

    image: QImage
    number: int
    count: int
    words: str
    places: tuple[QRectF, ...] = ()


def drawn_page(pdf: bytes, said: str) -> DrawnPage:
    """Draw the first page on which a text stands, or the first of all; safe on any thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    at, places = _found(document, said)
    page = DrawnPage(
        image=_drawn(document, at),
        number=at + 1,
        count=document.pageCount(),
        words=document.getAllText(at).text(),
        places=places,
    )
    document.close()
    return page


def _found(document: QPdfDocument, said: str) -> tuple[int, tuple[QRectF, ...]]:
    words = [re.escape(word) for word in said.split()]
    if not words:
        return 0, ()
    # Not inside another word; between its words a line may end.
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)")
    for at in range(document.pageCount()):
        match = pattern.search(document.getAllText(at).text())
        if match is not None:
            return at, _places(document, at, match)
    return 0, ()


def _places(document: QPdfDocument, at: int, match: re.Match[str]) -> tuple[QRectF, ...]:
    size = document.pagePointSize(at)
    chosen = document.getSelectionAtIndex(at, match.start(), match.end() - match.start())
    boxes = [polygon.boundingRect() for polygon in chosen.bounds()]
    return tuple(
        QRectF(
            box.x() / size.width(),
            box.y() / size.height(),
            box.width() / size.width(),
            box.height() / size.height(),
        )
        for box in boxes
    )


def _drawn(document: QPdfDocument, at: int) -> QImage:
    points = document.pagePointSize(at)
    factor = _DOTS_PER_INCH / _POINTS_PER_INCH
    size = QSize(round(points.width() * factor), round(points.height() * factor))
    page = QImage(size, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)  # a PDF page has no ground of its own
    painter = QPainter(page)
    painter.drawImage(0, 0, document.render(at, size))
    painter.end()
    return page
