"""Put the statements screen together."""

from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QDialog

from coprod_desktop.i18n import _
from coprod_desktop.services.payment_files import file_name
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.screen import Screen, ScreenGroup
from coprod_desktop.ui.statements.dialogs import PeriodDialog, choose_folder, choose_pdf
from coprod_desktop.ui.statements.page import StatementsPage
from coprod_desktop.ui.statements.presenter import StatementsPresenter
from coprod_desktop.ui.statements.printing import a4_printer, print_pages
from coprod_desktop.ui.statements.shown_paper import ShownPaper
from coprod_desktop.ui.widgets.message_bar import MessageKind


def make_screen(context: Context) -> Screen:
    """Make the page and its presenter, and let the page's wishes open the dialogs."""
    page = StatementsPage(context.tasks)
    presenter = StatementsPresenter(page, context)
    dialogs = _Dialogs(page, presenter, context)
    page.show_requested.connect(presenter.show)
    page.ticked.connect(presenter.tick)
    page.tick_all_requested.connect(presenter.tick_all)
    page.filter_chosen.connect(presenter.filter)
    page.stop_requested.connect(presenter.stop)
    page.dates_requested.connect(dialogs.ask_period)
    page.make_requested.connect(lambda: choose_folder(page, presenter.make))
    page.paper.save_requested.connect(dialogs.ask_file)
    page.paper.print_requested.connect(dialogs.ask_printer)
    return Screen(
        key="statements",
        title=_("Statements"),
        icon="file-text",
        group=ScreenGroup.MONEY_AND_PAPERS,
        page=page,
        presenter=(presenter, dialogs),
        refresh=presenter.refresh,
    )


class _Dialogs:
    """Open the forms about statements, and the computer's own dialogs to save and print."""

    def __init__(
        self, page: StatementsPage, presenter: StatementsPresenter, context: Context
    ) -> None:
        self._page, self._presenter, self._context = page, presenter, context

    def ask_period(self) -> None:
        """Ask for which days statements are."""
        presenter, context = self._presenter, self._context
        dialog = PeriodDialog(
            presenter.from_on, presenter.to_on, context.word_error, context.today, self._page
        )
        dialog.save_requested.connect(lambda: self._take_period(dialog))
        dialog.open()

    def _take_period(self, dialog: PeriodDialog) -> None:
        days = dialog.days()
        if days is not None:
            self._presenter.choose_period(dialog, *days)

    def ask_file(self, paper: ShownPaper) -> None:
        """Ask where to save a paper."""
        name = f"{paper.row.number}-{file_name(paper.row.participant)}.pdf"
        choose_pdf(self._page, name, lambda path: self._presenter.save(paper, path))

    def ask_printer(self, paper: ShownPaper) -> None:
        """Ask which printer a paper goes to."""
        if not QPrinterInfo.availablePrinterNames():
            words = _(
                "This computer has no printer set up. Save the PDF, and print it on a computer "
                "that has one."
            )
            self._context.say(MessageKind.WARN, words, ())
            return
        printer = a4_printer()
        dialog = QPrintDialog(printer, self._page)
        dialog.accepted.connect(
            lambda: self._presenter.print_out(paper, lambda pages: print_pages(printer, pages))
        )
        QDialog.open(dialog)  # QPrintDialog has another `open`, which wants a slot by its name
