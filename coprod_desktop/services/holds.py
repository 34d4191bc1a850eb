"""Let money wait: a person's, a piece of it, or a payment that is in a run already."""

import dataclasses
import datetime
from collections.abc import Collection

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import (
    NotFoundError,
    NothingLeftInRunError,
    WrongStateError,
)
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.holds import Hold, HoldOn, clean_hold
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentLine, PayRun
from coprod_desktop.domain.recoveries import share_of_recoveries
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.dues import Due, dues, payable
from coprod_desktop.services.pay_runs import changed_run
from coprod_desktop.services.payments import pay_dues
from coprod_desktop.services.registers import take_in
from coprod_desktop.services.run_moves import free_lines
from coprod_desktop.storage import owed
from coprod_desktop.storage.work import Work

_HELD_BY_LINE = {
    LineKind.CONTRIBUTION: HoldOn.CONTRIBUTION,
    LineKind.EXPENSE_CLAIM: HoldOn.EXPENSE_CLAIM,
}


class HoldService:
    """The verbs about money that waits."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def in_force(self, day: datetime.date | None = None) -> tuple[Hold, ...]:
        """Return the holds that hold on a day, or today."""
        with self._desk.reading() as reading:
            return owed.holds_in_force(reading, day or self._desk.today())

    def place(
        self,
        participant_id: int,
        because: str,
        *,
        until_on: datetime.date | None = None,
        on: HoldOn = HoldOn.PERSON,
        subject_id: int | None = None,
    ) -> Hold:
        """Let a person's money wait, or one piece of it; what is in a run already stays there.

        Raises ReasonMissingError, TextTooLongError or NotFoundError.
        """
        hold = self._hold(participant_id, on, subject_id or participant_id, because, until_on)
        with self._desk.transaction("hold a payment") as work:
            work.get(Participant, participant_id)
            _check_subject(work, hold)
            work.add(hold)
        return hold

    def lift(self, hold_ids: Collection[int]) -> None:
        """End holds, so that the money goes into the next run; raises NotFoundError."""
        with self._desk.transaction("lift a hold") as work:
            found = work.among(Hold, hold_ids)
            if len(found) < len(set(hold_ids)):
                raise NotFoundError(noun="hold", name=min(hold_ids))
            work.set_all(Hold, found, is_live=False)

    def hold_payment(
        self, payment_id: int, because: str, *, until_on: datetime.date | None = None
    ) -> PayRun:
        """Take a person out of a run that is not approved, and let all their money wait.

        Raises WrongStateError, NothingLeftInRunError for the last one in the run,
        ReasonMissingError or NotFoundError.
        """
        with self._desk.transaction("hold a payment") as work:
            payment = work.get(Payment, payment_id)
            person = payment.participant_id
            work.add(self._hold(person, HoldOn.PERSON, person, because, until_on))
            run = changed_run(self._desk, work, work.get(PayRun, payment.pay_run_id))
            for one in work.find(Payment, pay_run_id=run.pay_run_id, participant_id=person):
                _take_out(self._desk, work, one)
            _check_something_left(work, run)
        return run

    def put_off(
        self,
        payment_id: int,
        line_ids: Collection[int],
        because: str,
        *,
        until_on: datetime.date | None = None,
    ) -> PayRun:
        """Split a payment: these lines wait, the others are paid now.

        Raises as `hold_payment`, and WrongStateError for a top-up run or lines that are not work or
        claims of the payment.
        """
        with self._desk.transaction("split a payment") as work:
            payment = work.get(Payment, payment_id)
            run = changed_run(self._desk, work, work.get(PayRun, payment.pay_run_id))
            lines = work.find(PaymentLine, payment_id=payment_id)
            later = [one for one in lines if one.payment_line_id in line_ids]
            if run.is_top_up or len(later) < len(set(line_ids)):
                raise WrongStateError(noun="pay run", state=run.state, step="split")
            for line in later:
                if line.kind not in _HELD_BY_LINE:
                    raise WrongStateError(noun="pay run", state=run.state, step="split")
                on = _HELD_BY_LINE[line.kind]
                person = payment.participant_id
                work.add(self._hold(person, on, line.subject_id, because, until_on))
            _take_out(self._desk, work, payment)
            now = {one.subject_id for one in lines} - {one.subject_id for one in later}
            self._pay_the_rest(work, run, payment, now)
            _check_something_left(work, run)
        return run

    def _pay_the_rest(self, work: Work, run: PayRun, payment: Payment, now: set[int]) -> None:
        found = dues(work, run.up_to_on, run.pay_on, run.projects)
        own = self._desk.operator.participant_id
        ready = [
            _only(due, now)
            for due in payable(found, own)
            if due.participant.participant_id == payment.participant_id
            and due.method is payment.method
        ]
        pay_dues(self._desk, work, run, [due for due in ready if due.work or due.claims])

    def _hold(
        self,
        participant_id: int,
        on: HoldOn,
        subject_id: int,
        because: str,
        until_on: datetime.date | None,
    ) -> Hold:
        return clean_hold(
            Hold(
                hold_id=self._desk.new_id(),
                participant_id=participant_id,
                on=on,
                subject_id=subject_id,
                because=because,
                until_on=until_on,
                placed_by_id=self._desk.operator.operator_id,
                placed_at=self._desk.now(),
            )
        )


def _check_subject(work: Work, hold: Hold) -> None:
    if hold.on is HoldOn.CONTRIBUTION:
        work.get(Contribution, hold.subject_id)
    if hold.on is HoldOn.EXPENSE_CLAIM:
        work.get(ExpenseClaim, hold.subject_id)


def _only(due: Due, subject_ids: set[int]) -> Due:
    """Return a due with nothing but what was in the payment before."""
    work = tuple(one for one in due.work if one.contribution_id in subject_ids)
    claims = tuple(one for one in due.claims if one[0].expense_claim_id in subject_ids)
    found = [recovery for recovery, _pence in due.kept_back]
    earned, spent = sum(one.agreed_pence for one in work), sum(pence for _claim, pence in claims)
    kept_back = (
        *share_of_recoveries([one for one in found if one.is_for_work], earned),
        *share_of_recoveries([one for one in found if not one.is_for_work], spent),
    )
    again = tuple(one for one in due.top_ups if one.top_up_id in subject_ids)
    return dataclasses.replace(due, work=work, claims=claims, kept_back=kept_back, top_ups=again)


def _take_out(desk: Desk, work: Work, payment: Payment) -> None:
    """Take a payment out of a run as if it had never been in it."""
    take_in(desk, work, [payment], desk.today())
    lines = work.find(PaymentLine, payment_id=payment.payment_id)
    free_lines(work, lines)
    for line in lines:
        work.remove(line)
    work.remove(payment)


def _check_something_left(work: Work, run: PayRun) -> None:
    if not work.find(Payment, pay_run_id=run.pay_run_id):
        raise NothingLeftInRunError(number=run.number)
