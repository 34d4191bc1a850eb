"""Pay what is approved: prepare, approve, settle and reverse, each piece of work exactly once."""

import dataclasses
import datetime

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.errors import (
    NotFoundError,
    NothingToPayError,
    OwnWorkError,
    ReasonMissingError,
)
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import (
    Held,
    LineKind,
    Payment,
    PaymentLine,
    PayRun,
    RunState,
    approve_run,
    move,
)
from coprod_desktop.domain.summaries import PayRunSummary
from coprod_desktop.domain.text import clean_note, fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.dues import Due, dues, held, payable
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.storage import expense_claims, pay_runs
from coprod_desktop.storage.work import Reading, Work


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PreparedRun:
    """A pay run with its payments, by name, and those who are held."""

    run: PayRun
    payments: tuple[tuple[Participant, Payment], ...]
    held: tuple[Held, ...]

    @property
    def total_pence(self) -> int:
        """What the run sends in all."""
        return sum(payment.pence for _person, payment in self.payments)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaidFor:
    """One piece of work or one expense behind a payment: minutes, pence, and why."""

    kind: LineKind
    day: datetime.date
    what: str
    minutes: int
    pence: int
    because: str


class PayRunService:
    """The verbs about pay runs."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def summaries(self) -> tuple[PayRunSummary, ...]:
        """Return every pay run, newest first."""
        with self._desk.reading() as reading:
            return pay_runs.summaries(reading)

    def details(self, number: int) -> PreparedRun:
        """Return a run with its payments; those held now stand with it until it is approved."""
        with self._desk.reading() as reading:
            run = run_numbered(reading, number)
            waiting: tuple[Held, ...] = ()
            if run.state is RunState.PREPARED:
                waiting = held(dues(reading, run.up_to_on), self._own)
            return _prepared(reading, run, waiting)

    def paid_for(self, payment_id: int) -> tuple[PaidFor, ...]:
        """Return what a payment pays, work first; nothing for a payment that is not there."""
        with self._desk.reading() as reading:
            lines = list(reading.find(PaymentLine, payment_id=payment_id))
            return (*_work_paid(reading, lines), *_expenses_paid(reading, lines))

    def to_pay(self, up_to_on: datetime.date) -> tuple[tuple[Due, ...], tuple[Held, ...]]:
        """Return who would be paid now, and who would be held; nothing is saved."""
        with self._desk.reading() as reading:
            found = dues(reading, up_to_on)
        return tuple(payable(found, self._own)), held(found, self._own)

    @property
    def _own(self) -> int | None:
        return self._desk.operator.participant_id

    def prepare(self, up_to_on: datetime.date, pay_on: datetime.date | None = None) -> PreparedRun:
        """Collect what is approved up to a day into a new run; raises NothingToPayError.

        A contribution is in at most one live payment: the database refuses a second.
        """
        with self._desk.transaction("prepare pay run") as work:
            found = dues(work, up_to_on)
            ready = payable(found, self._own)
            if not ready:
                raise NothingToPayError(up_to_on=up_to_on)
            run = PayRun(
                pay_run_id=self._desk.new_id(),
                number=pay_runs.next_number(work),
                up_to_on=up_to_on,
                pay_on=pay_on or self._desk.today(),
                prepared_by_id=self._desk.operator.operator_id,
                prepared_at=self._desk.now(),
            )
            work.add(run)
            payments = self._add_payments(work, run, ready)
            people = [due.participant for due in ready]
            return PreparedRun(
                run=run,
                payments=tuple(zip(people, payments, strict=True)),
                held=held(found, self._own),
            )

    def _add_payments(self, work: Work, run: PayRun, ready: list[Due]) -> list[Payment]:
        payments = [self._payment(run, due) for due in ready]
        work.add_all(Payment, payments)
        lines: list[PaymentLine] = []
        for due, payment in zip(ready, payments, strict=True):
            lines += self._lines(due, payment.payment_id)
        work.add_all(PaymentLine, lines)
        pieces = [piece for due in ready for piece in due.work]
        work.set_all(Contribution, pieces, state=WorkState.IN_PAY_RUN)
        claims = [claim for due in ready for claim, _pence in due.claims]
        work.set_all(ExpenseClaim, claims, state=WorkState.IN_PAY_RUN)
        return payments

    def _payment(self, run: PayRun, due: Due) -> Payment:
        is_bank = due.method is PaidBy.BANK and due.bank_details is not None
        details = due.bank_details if is_bank else None
        return Payment(
            payment_id=self._desk.new_id(),
            pay_run_id=run.pay_run_id,
            participant_id=due.participant.participant_id,
            method=due.method,
            payment_pence=due.payment_pence,
            reimbursement_pence=due.reimbursement_pence,
            account_name=details.account_name if details else "",
            sort_code=details.sort_code if details else "",
            account_number=details.account_number if details else "",
        )

    def _lines(self, due: Due, payment_id: int) -> list[PaymentLine]:
        paid = [(LineKind.CONTRIBUTION, one.contribution_id, one.agreed_pence) for one in due.work]
        paid += [(LineKind.EXPENSE_CLAIM, c.expense_claim_id, pence) for c, pence in due.claims]
        return [
            PaymentLine(
                payment_line_id=self._desk.new_id(),
                payment_id=payment_id,
                kind=kind,
                subject_id=subject_id,
                pence=pence,
            )
            for kind, subject_id, pence in paid
        ]

    def approve(self, number: int) -> PayRun:
        """Approve a run; raises SamePersonError, OwnWorkError or WrongStateError."""
        with self._desk.transaction("approve pay run") as work:
            run = run_numbered(work, number)
            self._nothing_of_ours(work, run)
            note = organisation_of(work).four_eyes_note
            operator_id = self._desk.operator.operator_id
            approved = approve_run(run, operator_id, self._desk.now(), note)
            work.update(approved)
        return approved

    def _nothing_of_ours(self, work: Work, run: PayRun) -> None:
        own = self._own
        if own and work.find(Payment, pay_run_id=run.pay_run_id, participant_id=own):
            raise OwnWorkError()

    def settle(self, number: int, paid_on: datetime.date) -> PayRun:
        """Record that the money of a run has left; raises WrongStateError."""
        with self._desk.transaction("settle pay run") as work:
            run = move(run_numbered(work, number), RunState.SETTLED)
            run = dataclasses.replace(run, settled_on=paid_on)
            work.update(run)
            payments = work.find(Payment, pay_run_id=run.pay_run_id)
            work.set_all(Payment, payments, paid_on=paid_on)
            self._move_subjects(work, run, WorkState.PAID)
        return run

    def reverse(self, number: int, reason: str) -> PayRun:
        """Take a run back with a reason; what it paid is owed again.

        Raises ReasonMissingError or WrongStateError.
        """
        if not reason.strip():
            raise ReasonMissingError()
        with self._desk.transaction("reverse pay run") as work:
            run = move(run_numbered(work, number), RunState.REVERSED)
            run = dataclasses.replace(run, note=clean_note(reason))
            work.update(run)
            self._move_subjects(work, run, WorkState.APPROVED)
            work.set_all(PaymentLine, pay_runs.lines_of(work, run.pay_run_id), is_live=False)
        return run

    def _move_subjects(self, work: Work, run: PayRun, state: WorkState) -> None:
        live = [line for line in pay_runs.lines_of(work, run.pay_run_id) if line.is_live]
        work_ids = [one.subject_id for one in live if one.kind is LineKind.CONTRIBUTION]
        work.set_all(Contribution, work.among(Contribution, work_ids), state=state)
        claim_ids = [one.subject_id for one in live if one.kind is LineKind.EXPENSE_CLAIM]
        work.set_all(ExpenseClaim, work.among(ExpenseClaim, claim_ids), state=state)


def _work_paid(reading: Reading, lines: list[PaymentLine]) -> list[PaidFor]:
    ids = [line.subject_id for line in lines if line.kind is LineKind.CONTRIBUTION]
    return [
        PaidFor(
            kind=LineKind.CONTRIBUTION,
            day=piece.worked_on,
            what=piece.what,
            minutes=piece.minutes,
            pence=piece.agreed_pence,
            because=piece.because,
        )
        for piece in reading.among(Contribution, ids)
    ]


def _expenses_paid(reading: Reading, lines: list[PaymentLine]) -> list[PaidFor]:
    ids = [line.subject_id for line in lines if line.kind is LineKind.EXPENSE_CLAIM]
    return [
        PaidFor(
            kind=LineKind.EXPENSE_CLAIM,
            day=item.spent_on,
            what=item.what,
            minutes=0,
            pence=item.agreed_pence,
            because=item.because,
        )
        for item in expense_claims.items_of(reading, ids)
    ]


def run_numbered(reading: Reading, number: int) -> PayRun:
    """Return the run of this number; raises NotFoundError."""
    found = reading.find(PayRun, number=number)
    if not found:
        raise NotFoundError(noun="pay run", name=number)
    return found[0]


def _prepared(reading: Reading, run: PayRun, held: tuple[Held, ...]) -> PreparedRun:
    payments = reading.find(Payment, pay_run_id=run.pay_run_id)
    people = {
        person.participant_id: person
        for person in reading.among(Participant, [p.participant_id for p in payments])
    }
    rows = ((people[payment.participant_id], payment) for payment in payments)
    return PreparedRun(
        run=run,
        payments=tuple(sorted(rows, key=lambda row: fold(row[0].name))),
        held=held,
    )


def operator_names(reading: Reading) -> dict[int, str]:
    """Return the names of all operators by id."""
    return {operator.operator_id: operator.name for operator in reading.find(Operator)}
