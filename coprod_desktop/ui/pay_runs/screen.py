"""Put the pay runs screen together."""

from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.findings import ask_to_dismiss
from coprod_desktop.ui.pay_runs.dialogs import (
    PrepareDialog,
    ReverseDialog,
    SettleDialog,
    choose_folder,
)
from coprod_desktop.ui.pay_runs.page import PayRunsPage
from coprod_desktop.ui.pay_runs.presenter import PayRunsPresenter
from coprod_desktop.ui.pay_runs.top_ups_dialog import TopUpsDialog
from coprod_desktop.ui.pay_runs.top_ups_presenter import TopUpsPresenter
from coprod_desktop.ui.screen import Screen, ScreenGroup


def make_screen(context: Context) -> Screen:
    """Make the page and its presenter, and let the page's wishes open the dialogs."""
    page = PayRunsPage(context.tasks)
    presenter = PayRunsPresenter(page, context)
    top_ups = TopUpsPresenter(page, context, presenter.open)
    dialogs = _Dialogs(page, presenter, context, top_ups)
    page.notice.look_requested.connect(dialogs.look_at_differences)
    page.notice.prepare_requested.connect(lambda: top_ups.prepare())
    page.step_requested.connect(dialogs.take_step)
    page.open_requested.connect(lambda row: presenter.open(row.number))
    page.back_requested.connect(presenter.back)
    page.run.why_requested.connect(lambda row: presenter.explain(page.why, row))
    page.run.reverse_requested.connect(dialogs.ask_reason)
    page.look.cards.dismiss_requested.connect(
        lambda finding: ask_to_dismiss(context, finding, page)
    )

    def refresh() -> None:
        presenter.refresh()
        top_ups.refresh()

    return Screen(
        key="pay_runs",
        title=_("Pay runs"),
        icon="banknote",
        group=ScreenGroup.MONEY_AND_PAPERS,
        page=page,
        presenter=(presenter, dialogs, top_ups),
        refresh=refresh,
    )


class _Dialogs:
    """Open the forms about a pay run."""

    def __init__(
        self,
        page: PayRunsPage,
        presenter: PayRunsPresenter,
        context: Context,
        top_ups: TopUpsPresenter,
    ) -> None:
        self._page, self._presenter, self._context = page, presenter, context
        self._top_ups = top_ups

    def look_at_differences(self) -> None:
        """List what is owed on top after a rise."""
        context = self._context
        dialog = TopUpsDialog(context.tasks, context.word_error, context.today, self._page)
        dialog.prepare_requested.connect(lambda: self._top_ups.prepare(dialog, dialog.pay_on.day()))
        self._top_ups.look(dialog)
        dialog.open()

    def take_step(self) -> None:
        """Do the next step of what is on show."""
        steps = {
            None: self.ask_to_prepare,
            RunState.PREPARED: self._presenter.approve,
            RunState.APPROVED: lambda: choose_folder(self._page, self._presenter.make_files),
            RunState.EXPORTED: self.ask_day,
        }
        step = steps.get(self._presenter.state)
        if step is not None:
            step()

    def ask_to_prepare(self) -> None:
        """Ask up to which day work is paid."""
        context, presenter = self._context, self._presenter
        dialog = PrepareDialog(context.word_error, context.today, self._page)
        dialog.looked.connect(lambda day: presenter.look(dialog, day, dialog.pay_on.day()))
        dialog.wait_requested.connect(
            lambda note: presenter.wait(dialog, note, dialog.up_to.day(), dialog.pay_on.day())
        )
        dialog.save_requested.connect(
            lambda: presenter.prepare(dialog, dialog.up_to.day(), dialog.pay_on.day())
        )
        presenter.look(dialog, dialog.up_to.day(), dialog.pay_on.day())
        dialog.open()

    def ask_day(self) -> None:
        """Ask on which day the money left."""
        dialog = SettleDialog(self._context.word_error, self._context.today, self._page)
        dialog.save_requested.connect(lambda: self._presenter.settle(dialog, dialog.day.day()))
        dialog.open()

    def ask_reason(self) -> None:
        """Ask why a run is taken back."""
        dialog = ReverseDialog(self._page)
        dialog.save_requested.connect(
            lambda: self._presenter.reverse(dialog, dialog.reason.toPlainText())
        )
        dialog.open()
