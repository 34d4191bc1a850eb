"""Records for tests about paying: valid as they come, as in `tests.builders`; all invented."""

from dataclasses import replace
from typing import Any

from coprod_desktop.domain.cash import CashKind, CashMove
from coprod_desktop.domain.pins import OperatorPin, digest_of
from coprod_desktop.domain.vouchers import Voucher
from tests.invented import PAID_ON, WORKED_ON, next_id

SALT = "00" * 16
DIGEST = digest_of("2480", SALT)


def an_operator_pin(**override: Any) -> OperatorPin:
    """Return a record of the PIN 2480."""
    plain = OperatorPin(operator_pin_id=next_id(), operator_id=next_id(), salt=SALT, digest=DIGEST)
    return replace(plain, **override)


def a_cash_move(**override: Any) -> CashMove:
    """Return £150.00 drawn from the bank."""
    plain = CashMove(
        cash_move_id=next_id(),
        moved_on=PAID_ON,
        kind=CashKind.DRAWN,
        pence=15_000,
        operator_id=next_id(),
    )
    return replace(plain, **override)


def a_voucher(**override: Any) -> Voucher:
    """Return a voucher of £10.00 in stock."""
    number = next_id()
    plain = Voucher(
        voucher_id=number,
        serial=f"HV-{number:05d}",
        name="High Street voucher",
        value_pence=1000,
        bought_on=WORKED_ON,
    )
    return replace(plain, **override)
