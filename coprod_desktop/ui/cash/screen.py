"""Put the screen of cash and vouchers together."""

from collections.abc import Callable

from coprod_desktop.domain.registers import VoucherStock
from coprod_desktop.domain.vouchers import Voucher, VoucherState
from coprod_desktop.i18n import _
from coprod_desktop.ui.cash.dialogs import (
    AddVouchersDialog,
    CashDialog,
    ChooseVoucherDialog,
    CountDialog,
    draw_dialog,
    pay_in_dialog,
)
from coprod_desktop.ui.cash.entries import CashEntry
from coprod_desktop.ui.cash.page import CashPage
from coprod_desktop.ui.cash.presenter import CashPresenter
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.screen import Screen, ScreenGroup


def make_screen(context: Context) -> Screen:
    """Make the page and its presenter, and let the page's wishes open the dialogs."""
    page = CashPage(context.tasks, context.fail)
    presenter = CashPresenter(page, context)
    dialogs = _Dialogs(page, presenter, context)
    page.draw_requested.connect(dialogs.ask_draw)
    page.pay_in_requested.connect(dialogs.ask_pay_in)
    page.count_requested.connect(dialogs.ask_count)
    page.add_requested.connect(dialogs.ask_vouchers)
    page.spoil_requested.connect(dialogs.ask_spoilt)
    page.unspoil_requested.connect(dialogs.ask_found)
    page.set_aside_requested.connect(presenter.set_aside)
    return Screen(
        key="cash",
        title=_("Cash and vouchers"),
        icon="wallet",
        group=ScreenGroup.MONEY_AND_PAPERS,
        page=page,
        presenter=(presenter, dialogs),
        refresh=presenter.refresh,
    )


def _send(dialog: CashDialog, save: Callable[[CashDialog, CashEntry], None]) -> None:
    entry = dialog.entry()
    if entry is not None:
        save(dialog, entry)


class _Dialogs:
    """Open the forms about the cash box and the vouchers."""

    def __init__(self, page: CashPage, presenter: CashPresenter, context: Context) -> None:
        self._page, self._presenter, self._context = page, presenter, context

    def ask_draw(self, pence: int) -> None:
        """Ask what was drawn from the bank."""
        context = self._context
        dialog = draw_dialog(context.word_error, context.today, pence, self._page)
        dialog.save_requested.connect(lambda: _send(dialog, self._presenter.draw))
        dialog.open()

    def ask_pay_in(self) -> None:
        """Ask what was paid into the bank."""
        context = self._context
        dialog = pay_in_dialog(context.word_error, context.today, self._page)
        dialog.save_requested.connect(lambda: _send(dialog, self._presenter.pay_in))
        dialog.open()

    def ask_count(self) -> None:
        """Ask what is in the box."""
        context, box = self._context, self._presenter.shown_box
        if box is None:
            return
        dialog = CountDialog(
            box.left_pence, box.handed_by, context.word_error, context.today, self._page
        )
        dialog.save_requested.connect(lambda: _send(dialog, self._presenter.count))
        dialog.open()

    def ask_vouchers(self) -> None:
        """Ask which vouchers were bought; the kind bought last stands in the form."""
        context, stock = self._context, self._presenter.shown_stock
        vouchers = stock.vouchers if stock is not None else ()
        last = max(vouchers, key=lambda one: one.voucher_id, default=None)
        name, pence = (last.name, last.value_pence) if last is not None else ("", 0)
        dialog = AddVouchersDialog(name, pence, context.word_error, context.today, self._page)

        def save() -> None:
            entry = dialog.entry()
            if entry is not None:
                self._presenter.add(dialog, entry)

        dialog.save_requested.connect(save)
        dialog.open()

    def ask_spoilt(self) -> None:
        """Ask which voucher is spoilt or lost, and what happened."""
        dialog = ChooseVoucherDialog(
            _("Mark a voucher as spoilt or lost"),
            _("Mark as spoilt"),
            self._vouchers(VoucherState.IN_STOCK),
            chosen_id=self._page.vouchers.chosen_id(VoucherState.IN_STOCK),
            asks_why=True,
            parent=self._page,
        )

        def save() -> None:
            voucher_id = dialog.voucher_id()
            if voucher_id is not None:
                self._presenter.spoil(dialog, voucher_id, dialog.why.text())

        dialog.save_requested.connect(save)
        dialog.open()

    def ask_found(self) -> None:
        """Ask which voucher was found again."""
        dialog = ChooseVoucherDialog(
            _("Put a voucher back into stock"),
            _("Put it back"),
            self._vouchers(VoucherState.SPOILT),
            chosen_id=self._page.vouchers.chosen_id(VoucherState.SPOILT),
            parent=self._page,
        )

        def save() -> None:
            voucher_id = dialog.voucher_id()
            if voucher_id is not None:
                self._presenter.unspoil(dialog, voucher_id)

        dialog.save_requested.connect(save)
        dialog.open()

    def _vouchers(self, state: VoucherState) -> tuple[Voucher, ...]:
        stock: VoucherStock | None = self._presenter.shown_stock
        return tuple(one for one in stock.vouchers if one.state is state) if stock else ()
