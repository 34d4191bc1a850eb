"""Put the pages of a paper on a printer, just as they are in the PDF."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from coprod_desktop.ui.papers.drawing import DOTS_PER_INCH


def a4_printer() -> QPrinter:
    """Return the usual printer of this computer, set to A4 without margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setResolution(DOTS_PER_INCH)
    return printer


def print_pages(printer: QPrinter, pages: Iterable[QImage]) -> bool:
    """Put drawn pages on a printer, one each; return whether the printer took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for at, page in enumerate(pages):
        if at and not printer.newPage():
            painter.end()
            return False
        painter.drawImage(_fitted(page, printer), page)
    return painter.end()


def _fitted(page: QImage, printer: QPrinter) -> QRectF:
    """Return where a page goes on the sheet: whole, and in its own proportions."""
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    kept = page.size().scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(0, 0, kept.width(), kept.height())
