"""Put a list or a report on a printer, with the computer's own dialog."""

from collections.abc import Callable

from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.papers.drawing import page_images
from coprod_desktop.ui.papers.printing import a4_printer, print_pages
from coprod_desktop.ui.widgets.message_bar import MessageKind


class ListPrinting:
    """Set a list as pages beside the window, then ask which printer they go to."""

    def __init__(self, context: Context, window: QWidget) -> None:
        self._context, self._window = context, window
        self.dialog: QPrintDialog | None = None

    def print_out(self, name: str, set_pages: Callable[[], bytes]) -> None:
        """Print what `set_pages` returns as PDF; it is called on the database thread."""
        if not QPrinterInfo.availablePrinterNames():
            words = _(
                "This computer has no printer set up. Export the list, and print it on a computer "
                "that has one."
            )
            self._context.say(MessageKind.WARN, words, ())
            return

        def done(pages: tuple[QImage, ...]) -> None:
            self.ask(name, pages)

        self._context.tasks.run(lambda: page_images(set_pages()), done, self._context.fail)

    def ask(self, name: str, pages: tuple[QImage, ...]) -> None:
        """Ask which printer drawn pages go to."""
        printer = a4_printer()
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(lambda: self.put(name, printer, pages))
        self.dialog = dialog
        QDialog.open(dialog)  # QPrintDialog has another `open`, which wants a slot by its name

    def put(self, name: str, printer: QPrinter, pages: tuple[QImage, ...]) -> None:
        """Put drawn pages on a printer, and say so."""
        if print_pages(printer, pages):
            words = _("{name} is on its way to the printer.")
            self._context.say(MessageKind.GOOD, words.format(name=name), ())
        else:
            words = _(
                "The printer did not take {name}. Nothing is lost. Look whether the printer is "
                "on, and try again."
            )
            self._context.say(MessageKind.BAD, words.format(name=name), ())
