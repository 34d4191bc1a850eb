"""Put the statements screen together."""

from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.papers.hand_out_dialogs import HandOutDialogs
from coprod_desktop.ui.papers.handing_out import HandingOut
from coprod_desktop.ui.papers.person_papers import PersonPapers
from coprod_desktop.ui.screen import Screen, ScreenGroup
from coprod_desktop.ui.statements.dialogs import PeriodDialog, choose_folder
from coprod_desktop.ui.statements.making_dialog import MakingDialog
from coprod_desktop.ui.statements.page import StatementsPage
from coprod_desktop.ui.statements.presenter import StatementsPresenter


def make_screen(context: Context) -> Screen:
    """Make the page and its presenter, and let the page's wishes open the dialogs."""
    page = StatementsPage(context.tasks)
    presenter = StatementsPresenter(page, context)
    dialogs = _Dialogs(page, presenter, context)
    page.show_requested.connect(presenter.show)
    page.paper.form_chosen.connect(presenter.show_form)
    page.ticked.connect(presenter.tick)
    page.tick_all_requested.connect(presenter.tick_all)
    page.filter_chosen.connect(presenter.filter)
    page.stop_requested.connect(presenter.stop)
    page.dates_requested.connect(dialogs.ask_period)
    page.make_requested.connect(dialogs.ask_making)
    page.another_requested.connect(dialogs.ask_another)
    page.papers_requested.connect(dialogs.show_papers)
    return Screen(
        key="statements",
        title=_("Statements"),
        icon="file-text",
        group=ScreenGroup.MONEY_AND_PAPERS,
        page=page,
        presenter=(presenter, dialogs, HandOutDialogs(page.paper, HandingOut(context))),
        refresh=presenter.refresh,
    )


class _Dialogs:
    """Open the forms about statements, and those about a person's other papers."""

    def __init__(
        self, page: StatementsPage, presenter: StatementsPresenter, context: Context
    ) -> None:
        self._page, self._presenter, self._context = page, presenter, context
        self._papers = PersonPapers(context, page)

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

    def ask_making(self) -> None:
        """Ask how the statements are to be made, and then for the folder."""
        ticked = self._presenter.ticked
        dialog = MakingDialog(len(ticked), sum(row.is_out_of_date for row in ticked), self._page)
        dialog.save_requested.connect(lambda: self._take_order(dialog))
        dialog.open()

    def _take_order(self, dialog: MakingDialog) -> None:
        order = dialog.order()
        if order is not None:
            dialog.accept_saved()
            choose_folder(self._page, lambda folder: self._presenter.make(folder, order))

    def ask_another(self) -> None:
        """Ask for another paper of the person on show, about the days of the list."""
        row, presenter = self._presenter.wanted, self._presenter
        if row is not None:
            days = (presenter.from_on, presenter.to_on)
            self._papers.ask_another(row.participant_id, days)

    def show_papers(self) -> None:
        """Show every paper of the person on show."""
        row = self._presenter.wanted
        if row is not None:
            self._papers.show_papers(row.participant_id)
