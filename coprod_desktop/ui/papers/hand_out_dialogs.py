"""The computer's own dialogs to save and print a paper, and the wiring of a viewer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.services.paper_making import HTML, PDF
from coprod_desktop.ui.papers.handing_out import ENDINGS, HandingOut, offered_name
from coprod_desktop.ui.papers.paper_viewer import PaperViewer
from coprod_desktop.ui.papers.printing import a4_printer, print_pages
from coprod_desktop.ui.papers.shown_paper import ShownPaper


class HandOutDialogs:
    """Let the wishes of a viewer open the dialogs; keep a reference to it."""

    def __init__(self, viewer: PaperViewer, handing_out: HandingOut) -> None:
        self._viewer, self._handing_out = viewer, handing_out
        viewer.print_requested.connect(self.ask_printer)
        viewer.save_requested.connect(self.ask_file)
        viewer.remember_requested.connect(handing_out.remember)

    def ask_file(self, paper: ShownPaper, media_type: str) -> None:
        """Ask where to save a paper."""
        choose_file(
            self._viewer.window(),
            offered_name(paper, media_type),
            media_type,
            lambda path: self._handing_out.save(paper, media_type, path),
        )

    def ask_printer(self, paper: ShownPaper) -> None:
        """Ask which printer a paper goes to."""
        if not QPrinterInfo.availablePrinterNames():
            self._handing_out.say_no_printer()
            return
        printer = a4_printer()
        dialog = QPrintDialog(printer, self._viewer.window())
        dialog.accepted.connect(
            lambda: self._handing_out.print_out(paper, lambda pages: print_pages(printer, pages))
        )
        QDialog.open(dialog)  # QPrintDialog has another `open`, which wants a slot by its name


def choose_file(parent: QWidget, name: str, media_type: str, then: Callable[[Path], None]) -> None:
    """Ask where to save one paper; `name` is offered."""
    dialog = QFileDialog(parent, _("Save this paper"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_filter(media_type)])
    dialog.setDefaultSuffix(ENDINGS[media_type])
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


def _filter(media_type: str) -> str:
    if media_type == PDF:
        return _("PDF (*.pdf)")
    return _("Web page (*.html)") if media_type == HTML else _("Word (*.docx)")
