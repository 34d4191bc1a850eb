"""Answer the page of cash and vouchers: show both registers, and save what the forms collect."""

import datetime
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

from coprod_desktop.domain.cash import CashMove
from coprod_desktop.domain.errors import (
    DateOutOfRangeError,
    MoneyTooLargeError,
    NotFoundError,
    TextTooLongError,
    WrongStateError,
)
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.register_errors import (
    BoxTooLittleError,
    NoCashError,
    SerialsTakenError,
    SerialUncountableError,
    VoucherCountError,
    VoucherWorthNothingError,
)
from coprod_desktop.domain.registers import (
    CashBox,
    CashCount,
    CashLine,
    RunSetAside,
    VoucherStock,
)
from coprod_desktop.domain.serials import LONGEST_SERIAL
from coprod_desktop.domain.vouchers import Voucher, VoucherState
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.cash.entries import CashEntry, VoucherEntry
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.widgets.columns import RowSource
from coprod_desktop.ui.widgets.message_bar import MessageKind

_TABLES = frozenset({"cash_moves", "vouchers", "payments", "pay_runs", "participants", "operators"})


R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fields:
    """Say under which field of a form a failure stands: money, text, or one of its own."""

    money: str
    text: str

    def of(self, error: Exception) -> str:
        """Return the key of the field."""
        if isinstance(error, (MoneyTooLargeError, NoCashError, BoxTooLittleError)):
            return self.money
        if isinstance(error, TextTooLongError) and error.facts.get("limit") == LONGEST_SERIAL:
            return "first"
        return _OWN_FIELDS.get(type(error), self.text)


_OWN_FIELDS: dict[type[Exception], str] = {
    DateOutOfRangeError: "day",
    SerialUncountableError: "first",
    SerialsTakenError: "first",
    VoucherCountError: "count",
    VoucherWorthNothingError: "value",
    WrongStateError: "voucher",
    NotFoundError: "voucher",
}
_OF_CASH = _Fields(money="pence", text="note")
_OF_VOUCHERS = _Fields(money="value", text="name")
_OF_WHY = _Fields(money="voucher", text="why")
_OF_VOUCHER = _Fields(money="voucher", text="voucher")


class CashView(Protocol):
    """What the presenter needs of the page."""

    def show_box(self, box: CashBox) -> None:
        """Show what should be in the box."""

    def show_moves(self, source: RowSource[CashLine]) -> None:
        """Show what went in and out of the box."""

    def reload_moves(self) -> None:
        """Fetch the moves on show again, staying in place."""

    def show_stock(self, stock: VoucherStock) -> None:
        """Show the vouchers."""


class CashPresenter:
    """Decide what the page shows, and save what its forms collect."""

    def __init__(self, view: CashView, context: Context) -> None:
        self._view, self._context = view, context
        self.shown_box: CashBox | None = None
        self.shown_stock: VoucherStock | None = None
        context.changes.subscribe(_TABLES, self._follow)

    def refresh(self) -> None:
        """Show both registers, from the top."""
        self._fetch()
        self._view.show_moves(RowSource(fetch_page=self._moves, key_of=_key))

    def _follow(self) -> None:
        """Fetch both registers again after something was saved."""
        self._fetch()
        self._view.reload_moves()

    def _fetch(self) -> None:
        office, tasks = self._context.office, self._context.tasks
        tasks.run(office.cash.box, self._show_box, self._context.fail)
        tasks.run(office.vouchers.stock, self._show_stock, self._context.fail)

    def _moves(self, after: Hashable | None, limit: int) -> tuple[CashLine, ...]:
        place = cast(tuple[datetime.date, int] | None, after)
        return self._context.office.cash.moves(place, limit)

    def _show_box(self, box: CashBox) -> None:
        self.shown_box = box
        self._view.show_box(box)

    def _show_stock(self, stock: VoucherStock) -> None:
        self.shown_stock = stock
        self._view.show_stock(stock)

    # --- the cash box --------------------------------------------------------------------------

    def draw(self, form: FormView, entry: CashEntry) -> None:
        """Record cash drawn from the bank."""
        draw = self._context.office.cash.draw
        self._save(form, lambda: draw(entry.pence, entry.on, entry.note), self._drawn, _OF_CASH)

    def pay_in(self, form: FormView, entry: CashEntry) -> None:
        """Record cash paid into the bank."""
        pay_in = self._context.office.cash.pay_in
        self._save(form, lambda: pay_in(entry.pence, entry.on, entry.note), self._paid_in, _OF_CASH)

    def count(self, form: FormView, entry: CashEntry) -> None:
        """Record what was counted."""
        count = self._context.office.cash.count
        self._save(form, lambda: count(entry.pence, entry.on, entry.note), self._counted, _OF_CASH)

    def _drawn(self, move: CashMove) -> None:
        words = _("{pence} drawn from the bank is in the register.")
        self._context.saved(words.format(pence=format_pounds(move.pence)))

    def _paid_in(self, move: CashMove) -> None:
        words = _("{pence} paid into the bank is in the register.")
        self._context.saved(words.format(pence=format_pounds(-move.pence)))

    def _counted(self, counted: CashCount) -> None:
        words = _("The count of {pence} is in the register.")
        if counted.is_own_count:
            words = _(
                "The count of {pence} is in the register. You handed out some of this cash "
                "yourself: ask somebody else to count it too, which protects you both."
            )
        self._context.saved(words.format(pence=format_pounds(counted.counted_pence)))

    # --- the vouchers --------------------------------------------------------------------------

    def add(self, form: FormView, entry: VoucherEntry) -> None:
        """Add vouchers that were bought."""
        add = self._context.office.vouchers.add
        self._save(
            form,
            lambda: add(
                entry.name, entry.first_serial, entry.count, entry.value_pence, entry.bought_on
            ),
            self._added,
            _OF_VOUCHERS,
        )

    def spoil(self, form: FormView, voucher_id: int, why: str) -> None:
        """Mark a voucher as spoilt or lost."""
        spoil = self._context.office.vouchers.spoil
        self._save(form, lambda: spoil(voucher_id, why), self._turned, _OF_WHY)

    def unspoil(self, form: FormView, voucher_id: int) -> None:
        """Put a voucher that was found again into stock."""
        unspoil = self._context.office.vouchers.unspoil
        self._save(form, lambda: unspoil(voucher_id), self._turned, _OF_VOUCHER)

    def set_aside(self, number: int) -> None:
        """Set vouchers aside for a run, and say what did not fit."""
        set_aside = self._context.office.vouchers.set_aside
        self._context.tasks.run(lambda: set_aside(number), self._was_set_aside, self._context.fail)

    def _added(self, new: tuple[Voucher, ...]) -> None:
        words = ngettext("{count} voucher was added.", "{count} vouchers were added.", len(new))
        self._context.saved(words.format(count=len(new)))

    def _turned(self, voucher: Voucher) -> None:
        words = _("{serial} is in stock again.")
        if voucher.state is VoucherState.SPOILT:
            words = _("{serial} is marked as spoilt or lost, and is not handed out.")
        self._context.saved(words.format(serial=voucher.serial))

    def _was_set_aside(self, found: RunSetAside) -> None:
        if not found.left:
            words = _("Vouchers are set aside for everybody whom pay run {number} pays by voucher.")
            self._context.saved(words.format(number=found.number))
            return
        none = _("None for {name}: {because}")
        said = [none.format(name=one.participant, because=one.because) for one in found.left]
        if found.done:
            said.insert(0, _("Vouchers are set aside for the others."))
        undo = ((_("Undo"), self._context.undo),) if found.done else ()
        self._context.say(MessageKind.WARN, " ".join(said), undo)

    # --- both ----------------------------------------------------------------------------------

    def _save(
        self, form: FormView, work: Callable[[], R], say: Callable[[R], None], fields: _Fields
    ) -> None:
        def done(saved: R) -> None:
            form.accept_saved()
            say(saved)

        def failed(error: Exception) -> None:
            form.show_error(fields.of(error), self._context.word_error(error))

        self._context.tasks.run(work, done, failed)


def _key(line: CashLine) -> tuple[datetime.date, int]:
    return line.moved_on, line.cash_move_id
