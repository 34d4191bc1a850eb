"""Open the forms about one payment of a run, as the page asks for them."""

from PySide6.QtCore import QObject, QPoint

from coprod_desktop.domain.gifts import Gift
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.pay_runs.hold_dialog import HoldDialog
from coprod_desktop.ui.pay_runs.line_words import TickLine
from coprod_desktop.ui.pay_runs.outcome_dialogs import (
    CameBackDialog,
    GiftDialog,
    SettleDialog,
    TakeBackDialog,
)
from coprod_desktop.ui.pay_runs.page import PayRunsPage
from coprod_desktop.ui.pay_runs.payment_row import PaymentAction, PaymentRow, rows_of
from coprod_desktop.ui.pay_runs.payments_presenter import PaymentsPresenter
from coprod_desktop.ui.pay_runs.presenter import PayRunsPresenter
from coprod_desktop.ui.pay_runs.split_dialog import SplitDialog


class PaymentDialogs(QObject):
    """Answer the menu, the keys and the buttons of a payment."""

    def __init__(
        self,
        page: PayRunsPage,
        runs: PayRunsPresenter,
        payments: PaymentsPresenter,
        context: Context,
    ) -> None:
        super().__init__(page)
        self._page, self._runs, self._payments, self._context = page, runs, payments, context
        shown = page.run.payment_list
        shown.menu_requested.connect(self._show_menu)
        shown.action_requested.connect(self.do)
        page.why.action_requested.connect(self.do)
        page.run.why_requested.connect(lambda row: payments.explain(page.why, row))
        page.run.lift_requested.connect(payments.lift)

    def do(self, row: PaymentRow, action: PaymentAction) -> None:
        """Do what was asked, if it can be done with this payment as it stands."""

        def then(actions: tuple[PaymentAction, ...], wished_pence: int) -> None:
            if action not in actions:
                return
            if action is PaymentAction.GIFT:
                self._ask_gift(row, wished_pence)
                return
            {
                PaymentAction.WHY: self._page.run.why_requested.emit,
                PaymentAction.HOLD: self._ask_to_hold,
                PaymentAction.PUT_OFF: self._ask_what_waits,
                PaymentAction.PAID: lambda one: self.ask_day([one]),
                PaymentAction.CAME_BACK: self._ask_when_it_came,
                PaymentAction.IN_ERROR: self._ask_what_was_wrong,
            }[action](row)

        self._payments.fetch_actions(row, then)

    def ask_day(self, rows: list[PaymentRow]) -> None:
        """Ask on which day the money left, of these payments or of all where none are given."""
        shown = self._runs.shown
        if shown is None:
            return
        waiting = [row for row in rows_of(shown) if row.can_be_ticked]
        chosen = rows or waiting
        context = self._context
        dialog = SettleDialog(
            chosen,
            shown.run.pay_on,
            len(waiting) - len(chosen),
            context.word_error,
            context.today,
            self._page,
        )
        ids = [row.payment_id for row in rows]
        dialog.save_requested.connect(
            lambda: self._runs.settle(dialog, ids, dialog.day.day(), dialog.without_vouchers.text())
        )
        dialog.open()

    def ask_day_of_ticked(self) -> None:
        """Ask on which day the money left, of what is ticked, or of all where nothing is."""
        shown = self._runs.shown
        ticked = set(self._page.run.payment_list.ticked_ids)
        rows = rows_of(shown) if shown is not None else ()
        self.ask_day([row for row in rows if row.payment_id in ticked])

    def _show_menu(self, row: PaymentRow, place: QPoint) -> None:
        show = self._page.run.payment_list.show_menu
        self._payments.fetch_actions(row, lambda actions, _wished: show(row, place, actions))

    def _ask_to_hold(self, row: PaymentRow) -> None:
        context = self._context
        dialog = HoldDialog(row, context.word_error, context.today, self._page)
        dialog.save_requested.connect(
            lambda: self._payments.hold(dialog, row, dialog.reason.text(), dialog.until.day())
        )
        dialog.open()

    def _ask_what_waits(self, row: PaymentRow) -> None:
        context = self._context

        def then(lines: tuple[TickLine, ...], has_kept_back: bool) -> None:
            to_split = self._payments.to_split(row, lines, has_kept_back=has_kept_back)
            dialog = SplitDialog(
                to_split, context.tasks, context.word_error, context.today, self._page
            )
            dialog.save_requested.connect(
                lambda: self._payments.put_off(
                    dialog,
                    row,
                    (dialog.ticks.ticked, dialog.ticks.lines),
                    dialog.reason.text(),
                    dialog.until.day(),
                )
            )
            dialog.open()

        self._payments.fetch_lines(row, then)

    def _ask_when_it_came(self, row: PaymentRow) -> None:
        context = self._context
        dialog = CameBackDialog(row, context.word_error, context.today, self._page)
        dialog.save_requested.connect(
            lambda: self._payments.came_back(dialog, row, dialog.day.day(), dialog.reason.text())
        )
        dialog.open()

    def _ask_what_was_wrong(self, row: PaymentRow) -> None:
        def then(lines: tuple[TickLine, ...], _has_kept_back: bool) -> None:
            dialog = TakeBackDialog(row, lines, self._context.tasks, self._page)
            dialog.save_requested.connect(
                lambda: self._payments.take_back(
                    dialog, row, dialog.ticks.ticked, dialog.reason.toPlainText()
                )
            )
            dialog.open()

        self._payments.fetch_lines(row, then)

    def _ask_gift(self, row: PaymentRow, wished_pence: int) -> None:
        context = self._context
        dialog = GiftDialog(row, wished_pence, context.word_error, context.today, self._page)

        def save() -> None:
            gift = Gift(
                gift_id=0,
                participant_id=row.person.participant_id,
                payment_id=row.payment_id,
                pence=dialog.amount.pence() or 0,
                given_on=dialog.day.day() or context.today(),
                is_gift_aid=dialog.is_gift_aid.isChecked(),
                note=dialog.note.text(),
            )
            self._payments.record_gift(dialog, gift)

        dialog.save_requested.connect(save)
        dialog.open()
