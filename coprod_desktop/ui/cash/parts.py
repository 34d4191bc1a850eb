"""The two parts of the page: the cash box with its moves, and the vouchers with their places."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.registers import CashBox, CashLine, VoucherLine, VoucherStock
from coprod_desktop.domain.vouchers import VoucherState
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.cash.columns import cash_columns, voucher_columns
from coprod_desktop.ui.cash.notices import Notices, cash_cards, voucher_cards
from coprod_desktop.ui.scale import M
from coprod_desktop.ui.tasks import Failed, TaskRunner
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.columns import fixed_rows
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel


class BoxPart(QWidget):
    """Show what should be in the box and what went in and out.

    `draw_requested(pence)` asks to record cash drawn, with that amount already in the form.
    """

    draw_requested = Signal(int)

    def __init__(self, tasks: TaskRunner, failed: Failed) -> None:
        super().__init__()
        self.card = Card()
        self.notices = Notices()
        self.rows: TableModel[CashLine] = TableModel(cash_columns(), tasks, failed=failed)
        empty = EmptyState(
            "wallet",
            _("Nothing has gone into the box yet."),
            _("When you draw cash from the bank to hand it out, record it with Ctrl+N."),
        )
        self.list = ListView(self.rows, _("What went in and out of the box"), empty=empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.card)
        column.addWidget(self.notices)
        column.addWidget(self.list, stretch=1)

    def show_box(self, box: CashBox) -> None:
        """Show what should be in the box, and how it was last counted."""
        figure = format_pounds(box.left_pence)
        self.card.set_words(_("should be in the box"), _counted(box), figure=figure)
        self.notices.show_cards(cash_cards(box, self.draw_requested.emit))


def _counted(box: CashBox) -> str:
    last = box.last_count
    if last is None:
        return _("Nobody has counted it yet.")
    if last.is_own_count:
        words = _("Last counted on {day} by {name}, who had also handed it out.")
    elif last.pence:
        words = _("Last counted on {day} by {name}, with a difference of {pence}.")
    else:
        words = _("Last counted on {day} by {name}, and it was as it should be.")
    return words.format(
        day=long_day(last.moved_on), name=last.operator, pence=format_pounds(last.pence)
    )


class VoucherPart(QWidget):
    """Show which vouchers there are and where they went.

    `set_aside_requested(run number)` asks to choose vouchers for a run.
    """

    set_aside_requested = Signal(int)

    def __init__(self, tasks: TaskRunner, failed: Failed) -> None:
        super().__init__()
        self.card = Card()
        self.notices = Notices()
        self.rows: TableModel[VoucherLine] = TableModel(voucher_columns(), tasks, failed=failed)
        empty = EmptyState(
            "ticket",
            _("There are no vouchers yet."),
            _("When you have bought some to hand out, add them with Ctrl+N."),
        )
        self.list = ListView(self.rows, _("Vouchers"), empty=empty)
        income = _(
            "A voucher is treated as income for its full value, as money is. Somebody who has "
            "benefits may want to ask an adviser before choosing one."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.card)
        column.addWidget(label(income, "quiet", wraps=True))
        column.addWidget(self.notices)
        column.addWidget(self.list, stretch=1)

    def show_stock(self, stock: VoucherStock) -> None:
        """Show the vouchers, those in stock first."""
        count = stock.count(VoucherState.IN_STOCK)
        words = ngettext(
            "voucher in stock, worth {pence}", "vouchers in stock, worth {pence}", count
        )
        heading = words.format(pence=format_pounds(stock.pence(VoucherState.IN_STOCK)))
        self.card.set_words(heading, _elsewhere(stock), figure=str(count))
        self.notices.show_cards(voucher_cards(stock.waiting, self.set_aside_requested.emit))
        self.rows.load(fixed_rows(stock.lines, key_of=lambda line: line.voucher_ids[0]))
        every = ngettext("{count} voucher", "{count} vouchers", len(stock.vouchers))
        totals = {
            "name": every.format(count=len(stock.vouchers)),
            "count": str(len(stock.vouchers)),
            "pence": format_pounds(sum(one.value_pence for one in stock.vouchers)),
        }
        self.list.set_totals(totals if stock.vouchers else {})

    def chosen_id(self, state: VoucherState) -> int | None:
        """Return the first voucher of the selected row, if it is in this state."""
        row = self.list.current_row()
        return row.voucher_ids[0] if row is not None and row.state is state else None


def _elsewhere(stock: VoucherStock) -> str:
    said = (
        (VoucherState.SET_ASIDE, _("{count} set aside ({pence})")),
        (VoucherState.HANDED_OVER, _("{count} handed over ({pence})")),
        (VoucherState.SPOILT, _("{count} spoilt or lost ({pence})")),
    )
    return ", ".join(
        words.format(count=stock.count(state), pence=format_pounds(stock.pence(state)))
        for state, words in said
        if stock.count(state)
    )
