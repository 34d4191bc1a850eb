"""A paper comes out of the printer as it is in the PDF, page for page."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from coprod_desktop.documents.statement import statement_pdf
from coprod_desktop.ui.papers.drawing import page_images
from coprod_desktop.ui.papers.printing import a4_printer, print_pages
from coprod_desktop.ui.theme import Theme
from tests.builders import a_statement_content, a_statement_work

DOTS = 40


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return statement_pdf(a_statement_content(work=(a_statement_work(),) * 40))


def ink(page: QImage) -> float:
    """Return how dark a page is on the whole, from 0 to 1."""
    grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
    return 1 - sum(bytes(grey.constBits())) / (255 * grey.sizeInBytes())


def test_every_page_is_drawn_on_white_at_the_asked_size(theme: Theme, pdf: bytes) -> None:
    pages = page_images(pdf, DOTS)
    assert len(pages) > 1
    for page in pages:
        assert (page.width(), page.height()) == (331, 468)
        assert page.pixelColor(2, 2).lightness() == 255
        assert ink(page) > 0.01


def test_what_is_printed_is_what_was_drawn(theme: Theme, pdf: bytes, tmp_path: Path) -> None:
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    drawn = page_images(pdf, 150)
    assert print_pages(printer, drawn)
    printed = page_images((tmp_path / "printed.pdf").read_bytes(), 150)
    assert len(printed) == len(drawn)
    for one, other in zip(drawn, printed, strict=True):
        assert (other.width(), other.height()) == pytest.approx((one.width(), one.height()), abs=2)
        assert ink(other) == pytest.approx(ink(one), rel=0.1)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_noticed(theme: Theme, pdf: bytes, tmp_path: Path) -> None:
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    assert not print_pages(printer, page_images(pdf, DOTS))
