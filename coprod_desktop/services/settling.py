"""Record what became of the money: paid, come back, or paid in error."""

import datetime
from collections.abc import Collection, Iterable

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.errors import (
    NotFoundError,
    OwnWorkError,
    PaymentNotPaidError,
    ReasonMissingError,
    WrongStateError,
)
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.pay_errors import PaidDayUnlikelyError
from coprod_desktop.domain.pay_runs import (
    LineKind,
    Payment,
    PaymentLine,
    PaymentState,
    PayRun,
    RunState,
)
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.domain.text import clean_line
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.services.decisions import check_not_topped_up
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making_many import making_many
from coprod_desktop.services.registers import hand_over, note_missing_vouchers, take_in
from coprod_desktop.services.returned_money import call_off_recoveries, check_still_held
from coprod_desktop.services.run_lines import run_numbered
from coprod_desktop.services.run_moves import (
    free_lines,
    move_subjects,
    settle_run_if_done,
)
from coprod_desktop.services.run_reversals import check_nothing_of_ours
from coprod_desktop.storage import expense_claims, owed
from coprod_desktop.storage.work import Work

_LONG_BEFORE = datetime.timedelta(days=62)
_AHEAD = datetime.timedelta(days=31)


class SettlingService:
    """The verbs about money that left, or came back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def settle(self, number: int, paid_on: datetime.date, *, without_vouchers: str = "") -> PayRun:
        """Record that all that still waits of a run was paid on a day.

        `without_vouchers` is why some are paid by voucher whose serial numbers are not set aside;
        it is kept with their payments. Raises WrongStateError before the files were made,
        VouchersMissingError or OwnWorkError.
        """
        with making_many(), self._desk.transaction("settle pay run") as work:
            run = self.check_exported(work, run_numbered(work, number))
            waiting = work.find(Payment, pay_run_id=run.pay_run_id, state=PaymentState.WAITING)
            note_missing_vouchers(work, waiting, without_vouchers)
            waiting = work.find(Payment, pay_run_id=run.pay_run_id, state=PaymentState.WAITING)
            self.pay(work, waiting, paid_on)
            return settle_run_if_done(work, run)

    def settle_some(
        self,
        payment_ids: Collection[int],
        paid_on: datetime.date,
        *,
        without_vouchers: str = "",
    ) -> None:
        """Record that some payments were paid on a day; the others of their runs still wait.

        `without_vouchers` as for `settle`. Raises NotFoundError, WrongStateError,
        VouchersMissingError or OwnWorkError.
        """
        with self._desk.transaction("settle payments") as work:
            payments = _payments(work, payment_ids)
            for run in work.among(PayRun, [one.pay_run_id for one in payments]):
                self.check_exported(work, run)
            note_missing_vouchers(work, payments, without_vouchers)
            self.pay(work, _payments(work, payment_ids), paid_on)
            for run in work.among(PayRun, [one.pay_run_id for one in payments]):
                settle_run_if_done(work, run)

    def came_back(self, payment_ids: Collection[int], came_on: datetime.date, reason: str) -> None:
        """Record that the bank sent payments back, or that nobody came for the cash.

        What they paid is owed again. Raises ReasonMissingError, NotFoundError, WrongStateError for
        a payment that never left or came back before, KeptBackBeforeError or GivenBeforeError.
        """
        note = clean_line(reason)
        if not note:
            raise ReasonMissingError()
        with self._desk.transaction("payment came back") as work:
            payments = _payments(work, payment_ids)
            self.return_payments(work, payments, came_on, note)
            for run in work.among(PayRun, [one.pay_run_id for one in payments]):
                settle_run_if_done(work, run)

    def take_back(self, payment_line_ids: Collection[int], reason: str) -> tuple[Recovery, ...]:
        """Take back what was paid in error while the person holds the money.

        The work or claim can be corrected and is approved anew; what was paid for it is kept back
        from the person's next payments. Raises ReasonMissingError, PaymentNotPaidError,
        NotFoundError, GivenBeforeError for what the person gave to the charity since, or
        ToppedUpError where a difference was paid on top and is not taken back with it.
        """
        because = clean_line(reason)
        if not because:
            raise ReasonMissingError()
        with self._desk.transaction("take back what was paid in error") as work:
            lines = [one for one in work.among(PaymentLine, payment_line_ids) if one.is_live]
            if len(lines) < len(set(payment_line_ids)):
                raise NotFoundError(noun="payment line", name=min(payment_line_ids))
            found = [self._recovery(work, line, because) for line in lines]
            _open_again(work, lines, because)
            check_not_topped_up(work, _what_is_topped_up(work, lines))
            work.set_all(PaymentLine, lines, is_live=False)
            work.add_all(Recovery, found)
            check_still_held(work, {one.payment_id for one in lines})
        return tuple(found)

    # --- inside a transaction --------------------------------------------------------------------

    def pay(self, work: Work, payments: Iterable[Payment], paid_on: datetime.date) -> None:
        """Mark waiting payments as paid, with all that they pay.

        Raises WrongStateError, or PaidDayUnlikelyError for a day far from the run's own and ahead.
        """
        payments = list(payments)
        _check_paid_on(work, payments, paid_on, self._desk.today())
        for one in payments:
            if one.state is not PaymentState.WAITING:
                raise WrongStateError(noun="payment", state=one.state, step="settle")
        hand_over(self._desk, work, payments, paid_on)
        work.set_all(Payment, payments, paid_on=paid_on, state=PaymentState.PAID)
        lines = owed.lines_of_payments(work, [one.payment_id for one in payments])
        move_subjects(work, lines, WorkState.PAID)

    def return_payments(
        self, work: Work, payments: Iterable[Payment], came_on: datetime.date, note: str = ""
    ) -> None:
        """Mark payments as come back, so that what they paid is owed.

        Raises WrongStateError, OwnWorkError, KeptBackBeforeError or GivenBeforeError.
        """
        payments = list(payments)
        for run in work.among(PayRun, [one.pay_run_id for one in payments]):
            if run.state not in (RunState.EXPORTED, RunState.SETTLED):
                raise WrongStateError(noun="pay run", state=run.state, step="came back")
        own = self._desk.operator.participant_id
        if own and any(one.participant_id == own for one in payments):
            raise OwnWorkError()
        for one in payments:
            if one.state not in (PaymentState.WAITING, PaymentState.PAID):
                raise WrongStateError(noun="payment", state=one.state, step="came back")
        call_off_recoveries(work, payments)
        take_in(self._desk, work, payments, came_on)
        work.set_all(
            Payment, payments, state=PaymentState.CAME_BACK, note=note, came_back_on=came_on
        )
        free_lines(work, owed.lines_of_payments(work, [one.payment_id for one in payments]))

    def check_exported(self, work: Work, run: PayRun) -> PayRun:
        """Refuse to settle before the files were made, or one's own; return the run.

        Raises WrongStateError or OwnWorkError.
        """
        if run.state is not RunState.EXPORTED:
            raise WrongStateError(noun="pay run", state=run.state, step=RunState.SETTLED)
        check_nothing_of_ours(self._desk, work, run)
        return run

    def _recovery(self, work: Work, line: PaymentLine, because: str) -> Recovery:
        payment = work.get(Payment, line.payment_id)
        if payment.state is not PaymentState.PAID or line.kind is LineKind.RECOVERY:
            raise PaymentNotPaidError()
        project_id, is_for_work = _subject(work, line)
        return Recovery(
            recovery_id=self._desk.new_id(),
            participant_id=payment.participant_id,
            project_id=project_id,
            reverses_line_id=line.payment_line_id,
            is_for_work=is_for_work,
            pence=line.pence,
            because=because,
            made_on=self._desk.today(),
        )


def _check_paid_on(
    work: Work, payments: Collection[Payment], paid_on: datetime.date, today: datetime.date
) -> None:
    runs = work.among(PayRun, {one.pay_run_id for one in payments})
    first = min((one.pay_on for one in runs), default=paid_on) - _LONG_BEFORE
    last = max((today, *(one.pay_on for one in runs))) + _AHEAD
    if not first <= paid_on <= last:
        raise PaidDayUnlikelyError(day=paid_on)


def _payments(work: Work, payment_ids: Collection[int]) -> tuple[Payment, ...]:
    found = work.among(Payment, payment_ids)
    if len(found) < len(set(payment_ids)):
        raise NotFoundError(noun="payment", name=min(payment_ids))
    return found


def _subject(work: Work, line: PaymentLine) -> tuple[int, bool]:
    """Return the project of what a line pays, and whether that is work."""
    if line.kind is LineKind.CONTRIBUTION:
        return work.get(Contribution, line.subject_id).project_id, True
    if line.kind is LineKind.EXPENSE_CLAIM:
        return work.get(ExpenseClaim, line.subject_id).project_id, False
    top_up = work.get(TopUp, line.subject_id)
    return top_up.project_id, top_up.is_for_work


def _what_is_topped_up(work: Work, lines: list[PaymentLine]) -> list[int]:
    """Return the ids on which a difference may have been paid: of work and of expense items."""
    claims = [one.subject_id for one in lines if one.kind is LineKind.EXPENSE_CLAIM]
    items = expense_claims.items_of(work, claims)
    work_ids = [one.subject_id for one in lines if one.kind is LineKind.CONTRIBUTION]
    return [*work_ids, *(one.expense_item_id for one in items)]


def _open_again(work: Work, lines: list[PaymentLine], because: str) -> None:
    """Let what was paid in error be corrected; it waits for approval with the reason beside it."""
    for line in lines:
        if line.kind is LineKind.CONTRIBUTION:
            piece = work.get(Contribution, line.subject_id)
            work.set_all(Contribution, [piece], state=WorkState.SENT_BACK, note=because)
        elif line.kind is LineKind.EXPENSE_CLAIM:
            claim = work.get(ExpenseClaim, line.subject_id)
            work.set_all(ExpenseClaim, [claim], state=WorkState.SENT_BACK, note=because)
        else:
            top_up = work.get(TopUp, line.subject_id)
            work.set_all(TopUp, [top_up], state=WorkState.SENT_BACK, is_live=False)
