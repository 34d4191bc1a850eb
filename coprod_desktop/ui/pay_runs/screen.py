"""Put the pay runs screen together."""

from collections.abc import Callable

from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.findings import ask_to_dismiss
from coprod_desktop.ui.pay_runs.dialogs import (
    ConfirmReverseDialog,
    LetStandDialog,
    ReverseDialog,
    SendBackDialog,
)
from coprod_desktop.ui.pay_runs.files_dialogs import FilesDialogs
from coprod_desktop.ui.pay_runs.page import PayRunsPage
from coprod_desktop.ui.pay_runs.payment_dialogs import PaymentDialogs
from coprod_desktop.ui.pay_runs.payments_presenter import PaymentsPresenter
from coprod_desktop.ui.pay_runs.prepare_dialog import PrepareDialog
from coprod_desktop.ui.pay_runs.preparing_presenter import Asked, PreparingPresenter
from coprod_desktop.ui.pay_runs.presenter import PayRunsPresenter
from coprod_desktop.ui.pay_runs.top_ups_dialog import TopUpsDialog
from coprod_desktop.ui.pay_runs.top_ups_presenter import TopUpsPresenter
from coprod_desktop.ui.screen import Screen, ScreenGroup


def make_screen(context: Context, ask_account: Callable[[], None] | None = None) -> Screen:
    """Make the page and its presenters, and let the page's wishes open the dialogs.

    `ask_account` opens the form about the account that is paid from.
    """
    page = PayRunsPage(context.tasks)
    presenter = PayRunsPresenter(page, context)
    preparing = PreparingPresenter(context, presenter.open)
    top_ups = TopUpsPresenter(page, context, presenter.open)
    payments = PaymentsPresenter(context, lambda: presenter.shown)
    of_payments = PaymentDialogs(page, presenter, payments, context)
    files = FilesDialogs(page, context, lambda: presenter.shown, ask_account)
    dialogs = _Dialogs(page, presenter, context, preparing, top_ups, of_payments, files)
    page.notice.look_requested.connect(dialogs.look_at_differences)
    page.notice.prepare_requested.connect(lambda: top_ups.prepare())
    page.step_requested.connect(dialogs.take_step)
    page.send_back_requested.connect(dialogs.ask_what_to_mend)
    page.open_requested.connect(lambda row: presenter.open(row.number))
    page.back_requested.connect(presenter.back)
    page.run.panel.reverse_requested.connect(dialogs.ask_reason)
    page.run.panel.stand_requested.connect(dialogs.ask_why_it_stands)
    page.run.panel.files.make_requested.connect(files.ask_export)
    for part in (page, page.run.panel.files):
        part.statement_requested.connect(files.ask_statement)
        part.pack_requested.connect(files.ask_pack)
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
    """Open the forms about a pay run as a whole."""

    def __init__(
        self,
        page: PayRunsPage,
        presenter: PayRunsPresenter,
        context: Context,
        preparing: PreparingPresenter,
        top_ups: TopUpsPresenter,
        of_payments: PaymentDialogs,
        files: FilesDialogs,
    ) -> None:
        self._page, self._presenter, self._context = page, presenter, context
        self._preparing, self._top_ups, self._of_payments = preparing, top_ups, of_payments
        self._files = files

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
            RunState.SENT_BACK: self._presenter.prepare_again,
            RunState.APPROVED: self._files.ask_export,
            RunState.EXPORTED: self._of_payments.ask_day_of_ticked,
        }
        step = steps.get(self._presenter.state)
        if step is not None:
            step()

    def ask_to_prepare(self) -> None:
        """Ask up to which day work is paid."""
        context, preparing = self._context, self._preparing
        dialog = PrepareDialog(context.tasks, context.word_error, context.today, self._page)

        def asked() -> Asked:
            return Asked(
                up_to_on=dialog.up_to.day(),
                pay_on=dialog.pay_on.day(),
                project_ids=dialog.projects.project_ids,
                is_empty=dialog.projects.is_empty,
            )

        dialog.looked.connect(lambda: preparing.look(dialog, asked()))
        dialog.wait_requested.connect(lambda note: preparing.wait(dialog, note, asked()))
        dialog.save_requested.connect(lambda: preparing.prepare(dialog, asked()))
        preparing.begin(dialog, asked())
        dialog.open()

    def ask_what_to_mend(self) -> None:
        """Ask why a run is sent back."""
        dialog = SendBackDialog(self._page)
        dialog.save_requested.connect(
            lambda: self._presenter.send_back(dialog, dialog.reason.toPlainText())
        )
        dialog.open()

    def ask_reason(self) -> None:
        """Ask why a run is taken back, or whether it is, where somebody else asked for it."""
        shown = self._presenter.shown
        if shown is None:
            return
        asked = shown.approval.reversal
        dialog: ReverseDialog | ConfirmReverseDialog = (
            ReverseDialog(self._page, takes_two=shown.approval.reversal_takes_two)
            if asked is None
            else ConfirmReverseDialog(asked, self._page)
        )
        dialog.save_requested.connect(
            lambda: self._presenter.reverse(dialog, dialog.reason.toPlainText())
        )
        dialog.open()

    def ask_why_it_stands(self) -> None:
        """Ask why a run stays that somebody asked to take back."""
        dialog = LetStandDialog(self._page)
        dialog.save_requested.connect(
            lambda: self._presenter.let_stand(dialog, dialog.reason.toPlainText())
        )
        dialog.open()
