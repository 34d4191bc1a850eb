"""Keep the cash box and the vouchers in step with the payments that go through them."""

import datetime
from collections.abc import Iterable

from coprod_desktop.domain.cash import CashKind, CashMove
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import Payment, PaymentState
from coprod_desktop.domain.register_errors import VouchersMissingError
from coprod_desktop.domain.text import clean_line, fold
from coprod_desktop.domain.vouchers import Voucher, VoucherState
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import registers
from coprod_desktop.storage.work import Work

_WITH_PERSON = (VoucherState.SET_ASIDE, VoucherState.HANDED_OVER)


def hand_over(desk: Desk, work: Work, payments: Iterable[Payment], day: datetime.date) -> None:
    """Take handed-out cash out of the box, and note whose the set-aside vouchers are now."""
    payments = list(payments)
    work.add_all(
        CashMove,
        [
            _move(desk, one, CashKind.HANDED_OUT, -one.pence, day)
            for one in payments
            if one.method is PaidBy.CASH and one.pence
        ],
    )
    work.set_all(
        Voucher,
        [one for one in _vouchers(work, payments) if one.state is VoucherState.SET_ASIDE],
        state=VoucherState.HANDED_OVER,
        handed_on=day,
        handed_by_id=desk.operator.operator_id,
    )


def note_missing_vouchers(work: Work, payments: Iterable[Payment], because: str) -> None:
    """Keep why vouchers are handed over whose serial numbers nobody set aside.

    Raises VouchersMissingError where no reason is told.
    """
    payments = list(payments)
    vouchers = _vouchers(work, payments)
    known = {one.payment_id for one in vouchers if one.state is VoucherState.SET_ASIDE}
    missing = [
        one
        for one in payments
        if one.method is PaidBy.VOUCHER and one.pence and one.payment_id not in known
    ]
    note = clean_line(because)
    if missing and not note:
        people = work.among(Participant, [one.participant_id for one in missing])
        raise VouchersMissingError(names=tuple(sorted((one.name for one in people), key=fold)))
    work.set_all(Payment, missing, note=note)


def take_in(desk: Desk, work: Work, payments: Iterable[Payment], day: datetime.date) -> None:
    """Put back into box and stock what these payments had taken out, before they are moved."""
    payments = list(payments)
    handed_out = [one for one in payments if one.state is PaymentState.PAID]
    work.add_all(
        CashMove,
        [
            _move(desk, one, CashKind.CAME_BACK, one.pence, day)
            for one in handed_out
            if one.method is PaidBy.CASH and one.pence
        ],
    )
    work.set_all(
        Voucher,
        [one for one in _vouchers(work, payments) if one.state in _WITH_PERSON],
        state=VoucherState.IN_STOCK,
        payment_id=None,
        handed_on=None,
        handed_by_id=None,
    )


def _vouchers(work: Work, payments: Iterable[Payment]) -> tuple[Voucher, ...]:
    """Return the vouchers that belong to payments by voucher."""
    by_voucher = [one.payment_id for one in payments if one.method is PaidBy.VOUCHER]
    return registers.vouchers_of(work, by_voucher)


def _move(desk: Desk, payment: Payment, kind: CashKind, pence: int, day: datetime.date) -> CashMove:
    return CashMove(
        cash_move_id=desk.new_id(),
        moved_on=day,
        kind=kind,
        pence=pence,
        payment_id=payment.payment_id,
        operator_id=desk.operator.operator_id,
    )
