"""The page about what is paid by hand: the cash box, and the vouchers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from coprod_desktop.domain.registers import CashBox, CashLine, VoucherStock
from coprod_desktop.domain.vouchers import VoucherState
from coprod_desktop.i18n import _
from coprod_desktop.ui.cash.parts import BoxPart, VoucherPart
from coprod_desktop.ui.tasks import Failed, TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.columns import RowSource
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar

BOX = "box"
VOUCHERS = "vouchers"


class CashPage(Page):
    """Show the box or the vouchers; every wish comes as a signal.

    `draw_requested(pence)` with what is to stand in the form, `pay_in_requested`,
    `count_requested`, `add_requested`, `spoil_requested`, `unspoil_requested`, and
    `set_aside_requested(run number)`.
    """

    draw_requested = Signal(int)
    pay_in_requested = Signal()
    count_requested = Signal()
    add_requested = Signal()
    spoil_requested = Signal()
    unspoil_requested = Signal()
    set_aside_requested = Signal(int)

    def __init__(self, tasks: TaskRunner, failed: Failed) -> None:
        super().__init__(_("Cash and vouchers"), _("What is paid by hand, and what is left."))
        self.parts = SegmentedBar(_("Cash box or vouchers"), _segments(0))
        self.box = BoxPart(tasks, failed)
        self.vouchers = VoucherPart(tasks, failed)
        self._stack = QStackedWidget()
        self.primary = primary_button(_("Draw cash"), icon_name="plus", shortcut="Ctrl+N")
        self.pay_in = Button(_("Pay cash in"), icon_name="landmark")
        self.count = Button(_("Count the box"), icon_name="coins")
        self.spoil = Button(_("Mark as spoilt"), icon_name="circle-x")
        self.unspoil = Button(_("Found again"), icon_name="undo-2")
        self._has_spoilt = False
        self._has_stock = False
        self._lay_out()
        self._connect()
        self._show_part(BOX)

    # --- what the presenter asks ---------------------------------------------------------------

    def show_box(self, box: CashBox) -> None:
        """Show what should be in the box."""
        self.box.show_box(box)

    def show_moves(self, source: RowSource[CashLine]) -> None:
        """Show what went in and out of the box."""
        self.box.rows.load(source)

    def reload_moves(self) -> None:
        """Fetch the moves on show again, staying in place."""
        self.box.rows.reload()

    def show_stock(self, stock: VoucherStock) -> None:
        """Show the vouchers."""
        count = stock.count(VoucherState.IN_STOCK)
        self._has_stock = count > 0
        self._has_spoilt = stock.count(VoucherState.SPOILT) > 0
        self.parts.set_segments(_segments(count))
        self.parts.updateGeometry()
        self.vouchers.show_stock(stock)
        self._fit_actions()

    # --- how it works --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for button in (self.pay_in, self.count, self.spoil, self.unspoil):
            self.header.add_action(button)
        self.header.set_primary(self.primary)
        for part in (self.box, self.vouchers):
            self._stack.addWidget(part)
        self.body.addWidget(self.parts)
        self.body.addWidget(self._stack, stretch=1)

    def _connect(self) -> None:
        self.parts.chosen.connect(self._show_part)
        self.primary.clicked.connect(self._ask_first)
        self.pay_in.clicked.connect(self.pay_in_requested)
        self.count.clicked.connect(self.count_requested)
        self.spoil.clicked.connect(self.spoil_requested)
        self.unspoil.clicked.connect(self.unspoil_requested)
        self.box.draw_requested.connect(self.draw_requested)
        self.vouchers.set_aside_requested.connect(self.set_aside_requested)

    def _ask_first(self) -> None:
        if self.parts.chosen_key == BOX:
            self.draw_requested.emit(0)
        else:
            self.add_requested.emit()

    def _show_part(self, key: str) -> None:
        is_box = key == BOX
        self._stack.setCurrentWidget(self.box if is_box else self.vouchers)
        self.parts.updateGeometry()  # the chosen words are bold, so they are wider
        self.primary.set_text(_("Draw cash") if is_box else _("Add vouchers"))
        self._fit_actions()

    def _fit_actions(self) -> None:
        is_box = self.parts.chosen_key == BOX
        for button, is_of_use in (
            (self.pay_in, is_box),
            (self.count, is_box),
            (self.spoil, not is_box and self._has_stock),
            (self.unspoil, not is_box and self._has_spoilt),
        ):
            self.header.offer(button, is_offered=is_of_use)


def _segments(in_stock: int) -> tuple[Segment, ...]:
    return (
        Segment(key=BOX, text=_("Cash box"), icon="wallet"),
        Segment(key=VOUCHERS, text=_("Vouchers"), count=in_stock or None, icon="ticket"),
    )
