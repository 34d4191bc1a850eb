"""Settle payments by what the charity's bank says left its account, or came back."""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path

from coprod_desktop.domain.bank_statements import (
    BankStatement,
    CsvHead,
    CsvMapping,
    StatementLine,
)
from coprod_desktop.domain.errors import FileMissingError, NotFoundError, StatementLineUsedError
from coprod_desktop.domain.gifts import Gift
from coprod_desktop.domain.made_files import SettledLine
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_errors import (
    AmountsDifferError,
    LinesForOnePaymentError,
    NotByBankError,
)
from coprod_desktop.domain.pay_runs import Payment, PaymentState, PayRun, RunState
from coprod_desktop.domain.settling import Awaited, Matching, Sent, match_payments
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.run_moves import settle_run_if_done
from coprod_desktop.services.settling import SettlingService
from coprod_desktop.storage.work import Reading, Work


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a bank statement settled: how many payments left, how many came back, in pence."""

    paid: int
    paid_pence: int
    returned: int
    returned_pence: int


class BankStatementService:
    """The verbs about the bank's own statements."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._settling = SettlingService(desk)

    def read(self, path: Path, mapping: CsvMapping | None = None) -> BankStatement:
        """Read a bank's statement (CSV, OFX or camt.053); nothing is saved.

        Raises FileMissingError, and what `read_statement` raises.
        """
        from coprod_desktop.banking.statements import read_statement

        return read_statement(_content(path), path.name, mapping)

    def head(self, path: Path) -> CsvHead:
        """Return the headings of a CSV statement and a few rows, to ask which column is which.

        Raises FileMissingError or StatementUnreadableError.
        """
        from coprod_desktop.banking.statement_csv import csv_head

        return csv_head(_content(path), path.name)

    def match(self, statement: BankStatement) -> Matching:
        """Return what the statement says about the payments of runs; nothing is saved."""
        with self._desk.reading() as reading:
            return _match(reading, statement)

    def settle(self, statement: BankStatement, chosen: Mapping[str, int] | None = None) -> Settled:
        """Record all that the statement tells for certain, and what a person chose besides.

        `chosen` holds, by the key of an unclear or unmatched line, the id of the payment that it
        is. Raises StatementLineUsedError, LinesForOnePaymentError, NotByBankError,
        AmountsDifferError, NotFoundError, WrongStateError, OwnWorkError, or as `came_back`; then
        nothing was recorded.
        """
        with self._desk.transaction("settle by bank statement") as work:
            found = _match(work, statement)
            by_key = {line.line_key: line for line in statement.lines}
            left: list[tuple[StatementLine, int]] = []
            for paid in found.paid:
                left.append((paid.line, paid.payment.payment_id))
            for batch in found.batches:
                left += [(batch.line, one.payment_id) for one in batch.payments]
            back = [(one.line, one.payment.payment_id) for one in found.returned]
            for key, payment_id in (chosen or {}).items():
                line = _chosen_line(by_key, key, found)
                _check_fits(line, work.get(Payment, payment_id))
                (left if line.pence < 0 else back).append((line, payment_id))
            _check_each_once(left)
            _check_each_once(back)
            return self._settle(work, left, back)

    def _settle(
        self,
        work: Work,
        left: list[tuple[StatementLine, int]],
        back: list[tuple[StatementLine, int]],
    ) -> Settled:
        paid = self._leave(work, left)
        returned = self._come_back(work, back)
        runs = {one.pay_run_id for one in (*paid, *returned)}
        for run in work.among(PayRun, runs):
            settle_run_if_done(work, run)
        return Settled(
            paid=len(paid),
            paid_pence=sum(one.pence for one in paid),
            returned=len(returned),
            returned_pence=sum(one.pence for one in returned),
        )

    def _leave(self, work: Work, left: list[tuple[StatementLine, int]]) -> list[Payment]:
        payments = {one.payment_id: one for one in work.among(Payment, [key for _l, key in left])}
        for run in work.among(PayRun, {one.pay_run_id for one in payments.values()}):
            self._settling.check_exported(work, run)
        for day in sorted({line.on for line, _key in left}):
            same = [payments[key] for line, key in left if line.on == day]
            self._settling.pay(work, same, day)
        self._note(work, left, payments, -1)
        return list(payments.values())

    def _come_back(self, work: Work, back: list[tuple[StatementLine, int]]) -> list[Payment]:
        payments = {one.payment_id: one for one in work.among(Payment, [key for _l, key in back])}
        for day in sorted({line.on for line, _key in back}):
            same = [payments[key] for line, key in back if line.on == day]
            self._settling.return_payments(work, same, day)
        self._note(work, back, payments, 1)
        return list(payments.values())

    def _note(
        self,
        work: Work,
        lines: Iterable[tuple[StatementLine, int]],
        payments: Mapping[int, Payment],
        sign: int,
    ) -> None:
        work.add_all(
            SettledLine,
            [
                SettledLine(
                    settled_line_id=self._desk.new_id(),
                    line_key=line.line_key,
                    payment_id=key,
                    settled_on=line.on,
                    pence=sign * payments[key].pence,
                )
                for line, key in lines
            ],
        )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileMissingError(path=path) from error


def _chosen_line(by_key: Mapping[str, StatementLine], key: str, found: Matching) -> StatementLine:
    if key not in by_key:
        raise NotFoundError(noun="statement line", name=key)
    told = [one.line for one in found.paid] + [one.line for one in found.batches]
    told += [one.line for one in found.returned]
    if key in {one.line_key for one in (*found.seen_before, *told)}:
        raise StatementLineUsedError(line=by_key[key].row)
    return by_key[key]


def _check_each_once(told: list[tuple[StatementLine, int]]) -> None:
    """Refuse two lines for one payment: the bank paid twice, or another payment is meant."""
    ids = [payment_id for _line, payment_id in told]
    twice = next((one for index, one in enumerate(told) if one[1] in ids[:index]), None)
    if twice is not None:
        raise LinesForOnePaymentError(line=twice[0].row)


def _check_fits(line: StatementLine, payment: Payment) -> None:
    if payment.method is not PaidBy.BANK:
        raise NotByBankError()
    if abs(line.pence) != payment.pence:
        raise AmountsDifferError(pence=abs(line.pence), left_pence=payment.pence)


def _match(reading: Reading, statement: BankStatement) -> Matching:
    runs = {one.pay_run_id: one for one in reading.find(PayRun)}
    payments = [one for one in reading.find(Payment, method=PaidBy.BANK) if one.pence]
    people = {
        one.participant_id: one
        for one in reading.among(Participant, {one.participant_id for one in payments})
    }
    told = {
        one.payment_id: _told(one, runs[one.pay_run_id], people[one.participant_id])
        for one in payments
    }
    awaited = [
        told[one.payment_id]
        for one in payments
        if one.state is PaymentState.WAITING and runs[one.pay_run_id].state is RunState.EXPORTED
    ]
    given = {one.payment_id for one in reading.find(Gift)}  # money in from them is their gift
    sent = [
        _sent(
            told[one.payment_id],
            one.paid_on,
            has_returned=one.state is PaymentState.CAME_BACK or one.payment_id in given,
        )
        for one in payments
        if one.paid_on is not None
    ]
    used = {one.line_key for one in reading.find(SettledLine)}
    return match_payments(awaited, sent, statement.lines, used)


def _told(payment: Payment, run: PayRun, person: Participant) -> Awaited:
    return Awaited(
        payment_id=payment.payment_id,
        run_number=run.number,
        name=person.name,
        account_name=payment.account_name,
        reference=payment.reference,
        pence=payment.pence,
        pay_on=run.pay_on,
    )


def _sent(told: Awaited, paid_on: datetime.date, *, has_returned: bool) -> Sent:
    return Sent(
        payment_id=told.payment_id,
        run_number=told.run_number,
        name=told.name,
        account_name=told.account_name,
        reference=told.reference,
        pence=told.pence,
        pay_on=told.pay_on,
        paid_on=paid_on,
        has_returned=has_returned,
    )
