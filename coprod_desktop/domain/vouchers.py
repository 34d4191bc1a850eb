"""The vouchers that a charity keeps: bought, set aside for somebody, handed over."""

import dataclasses
import datetime
import enum
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.errors import VouchersDoNotFitError, WrongStateError
from coprod_desktop.domain.serials import serial_order


class VoucherState(enum.StrEnum):
    """Where a voucher is."""

    IN_STOCK = "in stock"
    SET_ASIDE = "set aside"
    HANDED_OVER = "handed over"
    SPOILT = "spoilt"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """One voucher with its serial number and its value in pence.

    Its value counts as the person's income as money would; `payment_id` is the payment that it is
    set aside for or was handed over with.
    """

    voucher_id: int
    serial: str
    name: str
    value_pence: int
    bought_on: datetime.date
    state: VoucherState = VoucherState.IN_STOCK
    payment_id: int | None = None
    handed_on: datetime.date | None = None
    handed_by_id: int | None = None
    note: str = ""


def choose_vouchers(stock: Iterable[Voucher], pence: int) -> tuple[Voucher, ...]:
    """Return vouchers in stock that come to exactly so much, the fewest, oldest serials first.

    Raises VouchersDoNotFitError where no choice of them does.
    """
    ready = sorted(
        (one for one in stock if one.state is VoucherState.IN_STOCK),
        key=lambda one: (-one.value_pence, serial_order(one.serial)),
    )
    chosen = _fewest(ready, pence)
    if chosen is None:
        raise VouchersDoNotFitError(pence=pence)
    return tuple(sorted(chosen, key=lambda one: serial_order(one.serial)))


def _fewest(ready: Sequence[Voucher], pence: int) -> list[Voucher] | None:
    """Return the fewest vouchers of exactly this sum: for each sum, the best way to come to it."""
    best: dict[int, list[Voucher]] = {0: []}
    for voucher in ready:
        for total, way in sorted(best.items(), reverse=True):
            more = total + voucher.value_pence
            if more <= pence and (more not in best or len(best[more]) > len(way) + 1):
                best[more] = [*way, voucher]
    return best.get(pence)


_NEXT = {
    VoucherState.SET_ASIDE: {VoucherState.IN_STOCK},
    VoucherState.HANDED_OVER: {VoucherState.SET_ASIDE},
    VoucherState.IN_STOCK: {VoucherState.SET_ASIDE, VoucherState.HANDED_OVER, VoucherState.SPOILT},
    VoucherState.SPOILT: {VoucherState.IN_STOCK},
}


def move_voucher(
    voucher: Voucher,
    to: VoucherState,
    *,
    payment_id: int | None = None,
    handed_on: datetime.date | None = None,
    handed_by_id: int | None = None,
) -> Voucher:
    """Take a voucher to its next state; raises WrongStateError."""
    if voucher.state not in _NEXT[to]:
        raise WrongStateError(noun="voucher", state=voucher.state, step=to)
    return dataclasses.replace(
        voucher, state=to, payment_id=payment_id, handed_on=handed_on, handed_by_id=handed_by_id
    )
