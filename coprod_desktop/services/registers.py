"""Keep the cash box and the vouchers in step with the payments that go through them."""

import datetime
from collections.abc import Iterable

from coprod_desktop.domain.cash import CashKind, CashMove
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import Payment, PaymentState
from coprod_desktop.domain.vouchers import Voucher, VoucherState
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage.work import Work

_WITH_PERSON = (VoucherState.SET_ASIDE, VoucherState.HANDED_OVER)


def hand_over(desk: Desk, work: Work, payments: Iterable[Payment], day: datetime.date) -> None:
    """Take handed-out cash out of the box, and note whose the set-aside vouchers are now."""
    for payment in payments:
        if payment.method is PaidBy.CASH and payment.pence:
            work.add(_move(desk, payment, CashKind.HANDED_OUT, -payment.pence, day))
        if payment.method is PaidBy.VOUCHER:
            work.set_all(
                Voucher,
                work.find(Voucher, payment_id=payment.payment_id, state=VoucherState.SET_ASIDE),
                state=VoucherState.HANDED_OVER,
                handed_on=day,
                handed_by_id=desk.operator.operator_id,
            )


def take_in(desk: Desk, work: Work, payments: Iterable[Payment], day: datetime.date) -> None:
    """Put back into box and stock what these payments had taken out, before they are moved."""
    for payment in payments:
        was_handed_out = payment.state is PaymentState.PAID
        if payment.method is PaidBy.CASH and payment.pence and was_handed_out:
            work.add(_move(desk, payment, CashKind.CAME_BACK, payment.pence, day))
        if payment.method is PaidBy.VOUCHER:
            vouchers = work.find(Voucher, payment_id=payment.payment_id)
            work.set_all(
                Voucher,
                [one for one in vouchers if one.state in _WITH_PERSON],
                state=VoucherState.IN_STOCK,
                payment_id=None,
                handed_on=None,
                handed_by_id=None,
            )


def _move(desk: Desk, payment: Payment, kind: CashKind, pence: int, day: datetime.date) -> CashMove:
    return CashMove(
        cash_move_id=desk.new_id(),
        moved_on=day,
        kind=kind,
        pence=pence,
        payment_id=payment.payment_id,
        operator_id=desk.operator.operator_id,
    )
