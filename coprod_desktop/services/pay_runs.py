"""Pay what is approved: prepare, approve, settle and reverse, each piece of work exactly once."""

import dataclasses
import datetime
from collections.abc import Iterable

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.errors import (
    NotFoundError,
    NothingToPayError,
    OwnWorkError,
    ReasonMissingError,
)
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
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
from coprod_desktop.domain.top_ups import TopUp
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
    """One piece of work or one expense behind a payment: minutes, pence, and why.

    What is paid on top of one is of the same kind, without minutes: they were paid before.
    """

    kind: LineKind
    day: datetime.date
    what: str
    minutes: int
    pence: int
    because: str
    is_top_up: bool = False


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
            if run.state is RunState.PREPARED and not run.is_top_up:
                waiting = held(dues(reading, run.up_to_on), self._own)
            return _prepared(reading, run, waiting)

    def paid_for(self, payment_id: int) -> tuple[PaidFor, ...]:
        """Return what a payment pays, work first; nothing for a payment that is not there."""
        with self._desk.reading() as reading:
            lines = list(reading.find(PaymentLine, payment_id=payment_id))
            paid = (*_work_paid(reading, lines), *_expenses_paid(reading, lines))
            return (*paid, *_top_ups_paid(reading, lines))

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
            return add_run(self._desk, work, run, ready, held(found, self._own))

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
            note = "\n".join(filter(None, (run.note, clean_note(reason))))
            run = dataclasses.replace(run, note=note)
            work.update(run)
            self._move_subjects(work, run, WorkState.APPROVED)
            work.set_all(PaymentLine, pay_runs.lines_of(work, run.pay_run_id), is_live=False)
        return run

    def _move_subjects(self, work: Work, run: PayRun, state: WorkState) -> None:
        live = [line for line in pay_runs.lines_of(work, run.pay_run_id) if line.is_live]
        pieces = work.among(Contribution, subjects(live, LineKind.CONTRIBUTION))
        work.set_all(Contribution, pieces, state=state)
        claims = work.among(ExpenseClaim, subjects(live, LineKind.EXPENSE_CLAIM))
        work.set_all(ExpenseClaim, claims, state=state)
        top_ups = work.among(TopUp, subjects(live, LineKind.TOP_UP))
        if state is WorkState.APPROVED:  # a rise is owed again by what the rules give then
            work.set_all(TopUp, top_ups, state=WorkState.SENT_BACK, is_live=False)
        else:
            work.set_all(TopUp, top_ups, state=state)


def add_run(
    desk: Desk, work: Work, run: PayRun, ready: list[Due], waiting: tuple[Held, ...]
) -> PreparedRun:
    """Add a run with a payment for each due, and move what it pays into it."""
    work.add(run)
    payments = [_payment(desk, run, due) for due in ready]
    work.add_all(Payment, payments)
    lines: list[PaymentLine] = []
    for due, payment in zip(ready, payments, strict=True):
        lines += _lines(desk, due, payment.payment_id)
    work.add_all(PaymentLine, lines)
    pieces = [piece for due in ready for piece in due.work]
    work.set_all(Contribution, pieces, state=WorkState.IN_PAY_RUN)
    claims = [claim for due in ready for claim, _pence in due.claims]
    work.set_all(ExpenseClaim, claims, state=WorkState.IN_PAY_RUN)
    people = [due.participant for due in ready]
    return PreparedRun(run=run, payments=tuple(zip(people, payments, strict=True)), held=waiting)


def _payment(desk: Desk, run: PayRun, due: Due) -> Payment:
    is_bank = due.method is PaidBy.BANK and due.bank_details is not None
    details = due.bank_details if is_bank else None
    return Payment(
        payment_id=desk.new_id(),
        pay_run_id=run.pay_run_id,
        participant_id=due.participant.participant_id,
        method=due.method,
        payment_pence=due.payment_pence,
        reimbursement_pence=due.reimbursement_pence,
        account_name=details.account_name if details else "",
        sort_code=details.sort_code if details else "",
        account_number=details.account_number if details else "",
    )


def _lines(desk: Desk, due: Due, payment_id: int) -> list[PaymentLine]:
    paid = [(LineKind.CONTRIBUTION, one.contribution_id, one.agreed_pence) for one in due.work]
    paid += [(LineKind.EXPENSE_CLAIM, c.expense_claim_id, pence) for c, pence in due.claims]
    paid += [(LineKind.TOP_UP, one.top_up_id, one.pence) for one in due.top_ups]
    return [
        PaymentLine(
            payment_line_id=desk.new_id(),
            payment_id=payment_id,
            kind=kind,
            subject_id=subject_id,
            pence=pence,
        )
        for kind, subject_id, pence in paid
    ]


def subjects(lines: Iterable[PaymentLine], kind: LineKind) -> list[int]:
    """Return the ids of what lines of one kind pay."""
    return [line.subject_id for line in lines if line.kind is kind]


def _work_paid(reading: Reading, lines: list[PaymentLine]) -> list[PaidFor]:
    ids = subjects(lines, LineKind.CONTRIBUTION)
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
    ids = subjects(lines, LineKind.EXPENSE_CLAIM)
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


def _top_ups_paid(reading: Reading, lines: list[PaymentLine]) -> list[PaidFor]:
    top_ups = reading.among(TopUp, subjects(lines, LineKind.TOP_UP))
    told = told_subjects(reading, top_ups)
    return [
        PaidFor(
            kind=one.kind,
            day=told[one.subject_id].on,
            what=told[one.subject_id].what,
            minutes=0,
            pence=one.pence,
            because=one.because,
            is_top_up=True,
        )
        for one in sorted(top_ups, key=lambda one: (not one.is_for_work, told[one.subject_id].on))
    ]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ToldSubject:
    """The day and the words of what a top-up tops up, and the id under which it was approved."""

    on: datetime.date
    what: str
    approved_id: int


def told_subjects(reading: Reading, top_ups: Iterable[TopUp]) -> dict[int, ToldSubject]:
    """Return the days and words of what top-ups top up, by the subject's id."""
    ids = {one.subject_id for one in top_ups}
    told = {
        one.contribution_id: ToldSubject(
            on=one.worked_on, what=one.what or one.kind_of_work, approved_id=one.contribution_id
        )
        for one in reading.among(Contribution, ids)
    }
    for item in reading.among(ExpenseItem, ids - told.keys()):
        told[item.expense_item_id] = ToldSubject(
            on=item.spent_on, what=item.what, approved_id=item.expense_claim_id
        )
    return told


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
