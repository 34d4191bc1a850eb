"""Fill the sheet on which people sign for cash and vouchers."""

import dataclasses
from collections.abc import Iterable

from coprod_desktop.domain.cash import CashMove
from coprod_desktop.domain.cash_sheets import CashSheet, CashSheetRow
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import Payment, PaymentState, PayRun
from coprod_desktop.domain.serials import serial_order
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.vouchers import Voucher
from coprod_desktop.i18n import _
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.run_lines import run_numbered
from coprod_desktop.storage import registers
from coprod_desktop.storage.work import Reading

_COUNTS = (PaymentState.WAITING, PaymentState.PAID)


def cash_sheet(reading: Reading, number: int, *, place: str = "") -> CashSheet | None:
    """Return the sheet of a run; None where it pays nobody in cash or vouchers.

    What came back or was taken back is not on it. Raises NotFoundError.
    """
    run = run_numbered(reading, number)
    payments = [
        one
        for one in reading.find(Payment, pay_run_id=run.pay_run_id)
        if one.method in (PaidBy.CASH, PaidBy.VOUCHER) and one.state in _COUNTS and one.pence > 0
    ]
    if not payments:
        return None
    vouchers = {one.payment_id: _vouchers_of(reading, one) for one in payments}
    values = {one.value_pence for some in vouchers.values() for one in some}
    drawn, note = _drawn(reading, run)
    return CashSheet(
        organisation=organisation_of(reading).name,
        number=run.number,
        place=place,
        pay_on=run.pay_on,
        voucher_value_pence=values.pop() if len(values) == 1 else 0,
        rows=_rows(reading, payments, vouchers),
        drawn_pence=drawn,
        drawn_note=note,
    )


def _vouchers_of(reading: Reading, payment: Payment) -> tuple[Voucher, ...]:
    if payment.method is not PaidBy.VOUCHER:
        return ()
    return reading.find(Voucher, payment_id=payment.payment_id)


def _rows(
    reading: Reading, payments: Iterable[Payment], vouchers: dict[int, tuple[Voucher, ...]]
) -> tuple[CashSheetRow, ...]:
    """Return a row for each person, with cash and vouchers beside one another."""
    rows: dict[int, CashSheetRow] = {}
    for one in payments:
        row = rows.get(one.participant_id, CashSheetRow(name=""))
        if one.method is PaidBy.CASH:
            row = dataclasses.replace(
                row,
                payment_pence=one.payment_pence,
                reimbursement_pence=one.reimbursement_pence,
            )
        else:
            serials = sorted((x.serial for x in vouchers[one.payment_id]), key=serial_order)
            row = dataclasses.replace(row, voucher_pence=one.pence, serials=tuple(serials))
        rows[one.participant_id] = row
    people = sorted(reading.among(Participant, rows), key=lambda one: fold(one.name))
    return tuple(
        dataclasses.replace(rows[one.participant_id], name=one.printed_name) for one in people
    )


def _drawn(reading: Reading, run: PayRun) -> tuple[int | None, str]:
    """Return what was in the box before this run took from it, and when it was drawn.

    Nothing is told while nobody has drawn cash, since the box is then as nobody knows.
    """
    first = registers.first_hand_over(reading, run.pay_run_id)
    held = registers.cash_left(reading, before_id=first)
    draw = registers.last_draw(reading, before_id=first)
    if draw is None or held <= 0:
        return None, ""
    return held, _draw_words(draw, held - draw.pence)


def _draw_words(draw: CashMove, other_pence: int) -> str:
    """Say when cash was drawn, and what else is in the box or has left it since."""
    words = [long_day(draw.moved_on)]
    words += [draw.note] if draw.note else []
    pounds = format_pounds(abs(other_pence))
    if other_pence > 0:
        words.append(_("with {pounds} that was in the box").format(pounds=pounds))
    elif other_pence < 0:
        words.append(_("less {pounds} that has left the box").format(pounds=pounds))
    return ", ".join(words)
