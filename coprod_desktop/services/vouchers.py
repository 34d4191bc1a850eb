"""Keep the vouchers: bought, set aside for somebody's payment, spoilt or found again."""

import dataclasses
import datetime
from collections.abc import Collection, Iterable, Sequence

from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.errors import (
    NotFoundError,
    ReasonMissingError,
    VouchersDoNotFitError,
    WrongStateError,
)
from coprod_desktop.domain.money import check_pence, format_pounds
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import Payment, PaymentState
from coprod_desktop.domain.register_errors import (
    ChosenVouchersDoNotFitError,
    NotByVoucherError,
    SerialOfSeveralError,
    SerialsTakenError,
    SerialUnknownError,
    VoucherWorthNothingError,
)
from coprod_desktop.domain.registers import RunSetAside, SetAside, VoucherStock
from coprod_desktop.domain.serials import serial_order, serials_from
from coprod_desktop.domain.text import clean_line, clean_name, fold
from coprod_desktop.domain.vouchers import Voucher, VoucherState, choose_vouchers, move_voucher
from coprod_desktop.i18n import _
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.run_lines import run_numbered
from coprod_desktop.services.voucher_lines import voucher_lines
from coprod_desktop.storage import registers
from coprod_desktop.storage.work import Reading, Work


class VoucherService:
    """The verbs about vouchers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def stock(self) -> VoucherStock:
        """Return every voucher, those in stock first, and the runs that need some."""
        with self._desk.reading() as reading:
            vouchers = reading.find(Voucher)
            return VoucherStock(
                vouchers=tuple(sorted(vouchers, key=lambda one: serial_order(one.serial))),
                lines=voucher_lines(reading, vouchers),
                waiting=registers.waiting_vouchers(reading),
            )

    def with_serial(self, serial: str, name: str = "") -> Voucher:
        """Return the voucher of a serial, and of a kind where that is told, however it is typed.

        Raises SerialUnknownError, or SerialOfSeveralError where several kinds have it.
        """
        with self._desk.reading() as reading:
            found = [
                one
                for one in reading.find(Voucher)
                if fold(one.serial) == fold(serial) and (not name or fold(one.name) == fold(name))
            ]
        if not found:
            raise SerialUnknownError(text=serial)
        if len(found) > 1:
            raise SerialOfSeveralError(text=serial)
        return found[0]

    def add(
        self,
        name: str,
        first_serial: str,
        count: int,
        value_pence: int,
        bought_on: datetime.date,
    ) -> tuple[Voucher, ...]:
        """Add vouchers that were bought, with serials counted on from the first: all or none.

        Raises SerialsTakenError, SerialUncountableError, VoucherCountError,
        VoucherWorthNothingError, NameMissingError and the like.
        """
        if check_pence(value_pence) == 0:
            raise VoucherWorthNothingError()
        day = check_day(bought_on, self._desk.today())
        kind, serials = clean_name(name), serials_from(first_serial, count)
        with self._desk.transaction("add vouchers") as work:
            same = [one for one in work.find(Voucher) if fold(one.name) == fold(kind)]
            _check_new(serials, same)
            new = tuple(
                Voucher(
                    voucher_id=self._desk.new_id(),
                    serial=serial,
                    name=same[0].name if same else kind,  # one kind, however it is typed
                    value_pence=value_pence,
                    bought_on=day,
                )
                for serial in serials
            )
            work.add_all(Voucher, new)
        return new

    def set_aside(self, number: int) -> RunSetAside:
        """Set vouchers aside for every payment by voucher of a run that has none yet.

        Each payment gets vouchers of exactly its sum, oldest serials first, or none. Raises
        NotFoundError.
        """
        with self._desk.transaction("set vouchers aside") as work:
            run = run_numbered(work, number)
            payments = _to_pay(work.find(Payment, pay_run_id=run.pay_run_id))
            people = {
                one.participant_id: one
                for one in work.among(Participant, [one.participant_id for one in payments])
            }
            payments.sort(key=lambda one: fold(people[one.participant_id].name))
            held = _by_payment(work, payments)
            stock = list(work.find(Voucher, state=VoucherState.IN_STOCK))
            told: list[SetAside] = []
            for payment in payments:
                chosen = held.get(payment.payment_id) or _choose(work, stock, payment)
                told.append(_told(payment, people[payment.participant_id].name, chosen, stock))
        return RunSetAside(
            number=number,
            done=tuple(one for one in told if one.serials),
            left=tuple(one for one in told if not one.serials),
        )

    def set_aside_for(self, payment_id: int, voucher_ids: Collection[int]) -> tuple[Voucher, ...]:
        """Set these vouchers aside for a payment, and put back others that were.

        Raises ChosenVouchersDoNotFitError, NotByVoucherError, NotFoundError, or WrongStateError for
        a payment that is made and a voucher that is not in stock.
        """
        with self._desk.transaction("set vouchers aside") as work:
            payment = _waiting(work, payment_id, VoucherState.SET_ASIDE)
            if payment.method is not PaidBy.VOUCHER:
                raise NotByVoucherError()
            wanted = work.among(Voucher, voucher_ids)
            if len(wanted) < len(set(voucher_ids)):
                raise NotFoundError(noun="voucher", name=min(voucher_ids))
            pence = sum(one.value_pence for one in wanted)
            if pence != payment.pence or not wanted:
                raise ChosenVouchersDoNotFitError(chosen_pence=pence, pence=payment.pence)
            _put_back(work, payment_id, besides=voucher_ids)
            new = [one for one in wanted if one.payment_id != payment_id]
            moved = [
                move_voucher(one, VoucherState.SET_ASIDE, payment_id=payment_id) for one in new
            ]
            work.update_all(moved)
            return work.find(Voucher, payment_id=payment_id)

    def put_back(self, payment_id: int) -> tuple[Voucher, ...]:
        """Put the vouchers set aside for a payment back into stock, and return them.

        Raises NotFoundError, or WrongStateError once the payment is made.
        """
        with self._desk.transaction("put vouchers back") as work:
            _waiting(work, payment_id, VoucherState.IN_STOCK)
            return _put_back(work, payment_id)

    def spoil(self, voucher_id: int, note: str) -> Voucher:
        """Mark a voucher in stock as spoilt or lost, with the reason.

        Raises ReasonMissingError, WrongStateError, NotFoundError or TextTooLongError.
        """
        because = clean_line(note)
        if not because:
            raise ReasonMissingError()
        return self._turn(voucher_id, VoucherState.SPOILT, because, "spoil voucher")

    def unspoil(self, voucher_id: int) -> Voucher:
        """Put a voucher that was found again into stock; raises WrongStateError, NotFoundError."""
        return self._turn(voucher_id, VoucherState.IN_STOCK, "", "unspoil voucher")

    def _turn(self, voucher_id: int, to: VoucherState, note: str, verb: str) -> Voucher:
        with self._desk.transaction(verb) as work:
            voucher = work.get(Voucher, voucher_id)
            is_held = voucher.state in (VoucherState.SET_ASIDE, VoucherState.HANDED_OVER)
            if to is VoucherState.IN_STOCK and is_held:
                raise WrongStateError(noun="voucher", state=voucher.state, step=to)
            moved = dataclasses.replace(move_voucher(voucher, to), note=note)
            work.update(moved)
        return moved


def _check_new(serials: Iterable[str], same: Iterable[Voucher]) -> None:
    there = {fold(one.serial) for one in same}
    taken = tuple(serial for serial in serials if fold(serial) in there)
    if taken:
        raise SerialsTakenError(serials=taken)


def _to_pay(payments: Iterable[Payment]) -> list[Payment]:
    return [
        one
        for one in payments
        if one.method is PaidBy.VOUCHER and one.state is PaymentState.WAITING and one.pence > 0
    ]


def _by_payment(reading: Reading, payments: Iterable[Payment]) -> dict[int, list[Voucher]]:
    ids = {one.payment_id for one in payments}
    found: dict[int, list[Voucher]] = {}
    for one in reading.find(Voucher, state=VoucherState.SET_ASIDE):
        if one.payment_id in ids:
            found.setdefault(one.payment_id, []).append(one)
    return found


def _choose(work: Work, stock: list[Voucher], payment: Payment) -> Sequence[Voucher]:
    """Move vouchers for a payment out of the stock; nothing is moved where none fit."""
    try:
        chosen = choose_vouchers(stock, payment.pence)
    except VouchersDoNotFitError:
        return ()
    work.update_all(
        move_voucher(one, VoucherState.SET_ASIDE, payment_id=payment.payment_id) for one in chosen
    )
    ids = {one.voucher_id for one in chosen}
    stock[:] = [one for one in stock if one.voucher_id not in ids]
    return chosen


def _told(
    payment: Payment, name: str, chosen: Iterable[Voucher], stock: Iterable[Voucher]
) -> SetAside:
    serials = tuple(sorted((one.serial for one in chosen), key=serial_order))
    left = sum(one.value_pence for one in stock)
    because = ""
    if not serials and left < payment.pence:
        because = _("The vouchers left in stock are worth {left}, less than {pence}.")
    elif not serials:
        because = _("The vouchers left in stock, worth {left}, do not come to exactly {pence}.")
    return SetAside(
        payment_id=payment.payment_id,
        participant=name,
        pence=payment.pence,
        serials=serials,
        because=because.format(left=format_pounds(left), pence=format_pounds(payment.pence)),
    )


def _waiting(work: Work, payment_id: int, step: VoucherState) -> Payment:
    payment = work.get(Payment, payment_id)
    if payment.state is not PaymentState.WAITING:
        raise WrongStateError(noun="payment", state=payment.state, step=step)
    return payment


def _put_back(work: Work, payment_id: int, besides: Collection[int] = ()) -> tuple[Voucher, ...]:
    held = work.find(Voucher, payment_id=payment_id, state=VoucherState.SET_ASIDE)
    back = tuple(
        move_voucher(one, VoucherState.IN_STOCK) for one in held if one.voucher_id not in besides
    )
    work.update_all(back)
    return back
