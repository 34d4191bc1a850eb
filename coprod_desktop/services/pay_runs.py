"""Pay what is approved: prepare, approve, send back, take back; each piece of work exactly once."""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.errors import (
    NothingToPayError,
    ReasonMissingError,
)
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import (
    Held,
    Payment,
    PaymentState,
    PayRun,
    RunState,
    move,
)
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.run_approval import RunApproval, approve_run, run_approval
from coprod_desktop.domain.summaries import PayRunSummary
from coprod_desktop.domain.text import fold
from coprod_desktop.services.bank_holidays import next_working_day
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.dues import Due, dues, held, payable
from coprod_desktop.services.making_many import making_many
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.payments import pay_dues
from coprod_desktop.services.run_accounts import check_accounts, take_accounts_of_now
from coprod_desktop.services.run_lines import PaidFor, operator_names, paid_for, run_numbered
from coprod_desktop.services.run_looks import RunLook, run_look
from coprod_desktop.services.run_moves import decisions_of, note_decision
from coprod_desktop.services.run_reversals import (
    check_nothing_of_ours,
    is_taken_back_by_two,
    leave_standing,
    reverse_run,
    waiting_reversal,
)
from coprod_desktop.storage import pay_runs
from coprod_desktop.storage.work import Reading, Work


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PreparedRun:
    """A pay run with its payments, by name, and those who are held."""

    run: PayRun
    payments: tuple[tuple[Participant, Payment], ...]
    held: tuple[Held, ...]

    @property
    def total_pence(self) -> int:
        """What the run sends in all, without what came back or was taken back."""
        gone = (PaymentState.CAME_BACK, PaymentState.TAKEN_BACK)
        return sum(one.pence for _person, one in self.payments if one.state not in gone)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Approver:
    """Who said yes or sent a run back, and when."""

    name: str
    decided_at: datetime.datetime
    reason: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalTold:
    """How far the approval of a run has come, with names; `sent_back` is the last to do so.

    `reversal` is who asked to take the run back, while nobody has answered; `reversal_takes_two`
    says that it needs somebody to ask and somebody else to confirm.
    """

    needed: int
    preparers: tuple[str, ...]
    approvers: tuple[Approver, ...]
    sent_back: Approver | None
    four_eyes_note: str
    reversal: Approver | None = None
    reversal_takes_two: bool = False


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
            if is_open(run) and not run.is_top_up:
                waiting = held_from(reading, run)
            return prepared_run(reading, run, waiting)

    def approval(self, number: int) -> ApprovalTold:
        """Return who prepared a run, who approved it, and how many have to."""
        with self._desk.reading() as reading:
            run, names = run_numbered(reading, number), operator_names(reading)
            decisions = decisions_of(reading, run)
            so_far = _so_far(reading, run)
            asked = waiting_reversal(reading, run)
            back = [one for one in decisions if one.decision is Decision.SENT_BACK]
            given = [
                one
                for one in decisions
                if one.decision is Decision.APPROVED and one.operator_id in so_far.approver_ids
            ]
            return ApprovalTold(
                needed=so_far.needed,
                preparers=tuple(sorted(names[one] for one in so_far.preparer_ids)),
                approvers=tuple(_told(one, names) for one in given),
                sent_back=_told(back[-1], names) if back else None,
                four_eyes_note=note_of(reading, run),
                reversal=_told(asked, names) if asked else None,
                reversal_takes_two=is_taken_back_by_two(reading, run),
            )

    def look(self, number: int) -> RunLook:
        """Return what an approver should look at in a run; raises NotFoundError."""
        with self._desk.reading() as reading:
            return run_look(reading, run_numbered(reading, number))

    def paid_for(self, payment_id: int) -> tuple[PaidFor, ...]:
        """Return what a payment pays, work first; nothing for a payment that is not there."""
        with self._desk.reading() as reading:
            return paid_for(reading, payment_id)

    def to_pay(
        self,
        up_to_on: datetime.date,
        pay_on: datetime.date | None = None,
        project_ids: Sequence[int] = (),
    ) -> tuple[tuple[Due, ...], tuple[Held, ...]]:
        """Return who would be paid now, and who would be held; nothing is saved."""
        day = pay_on or self._desk.today()
        with self._desk.reading() as reading:
            found = dues(reading, up_to_on, day, project_ids or None)
        return tuple(payable(found, self._own)), held(found, self._own)

    @property
    def _own(self) -> int | None:
        return self._desk.operator.participant_id

    def prepare(
        self,
        up_to_on: datetime.date,
        pay_on: datetime.date | None = None,
        *,
        project_ids: Sequence[int] = (),
    ) -> PreparedRun:
        """Collect what is approved up to a day into a new run, of all projects or of these.

        A contribution is in at most one live payment: the database refuses a second. Where somebody
        is paid by bank, a weekend or an English bank holiday moves the day to the next working day.
        Raises NothingToPayError, NotFoundError for a project.
        """
        with making_many(), self._desk.transaction("prepare pay run") as work:
            for one in project_ids:
                work.get(Project, one)
            day = pay_on or self._desk.today()
            found = dues(work, up_to_on, day, project_ids or None)
            ready = payable(found, self._own)
            if not ready:
                raise NothingToPayError(up_to_on=up_to_on)
            run = PayRun(
                pay_run_id=self._desk.new_id(),
                number=pay_runs.next_number(work),
                up_to_on=up_to_on,
                pay_on=pay_day(day, ready),
                prepared_by_id=self._desk.operator.operator_id,
                prepared_at=self._desk.now(),
                project_ids=",".join(map(str, sorted(project_ids))),
            )
            return add_run(self._desk, work, run, ready, held(found, self._own))

    def approve(self, number: int) -> PayRun:
        """Approve a run; above the charity's threshold it takes two who do so.

        The trustees' note is kept on the run as it stands. Raises SamePersonError,
        ApprovedAlreadyError, OwnWorkError, AccountUncheckedError, AccountChangedSinceError or
        WrongStateError.
        """
        with making_many(), self._desk.transaction("approve pay run") as work:
            run = run_numbered(work, number)
            check_nothing_of_ours(self._desk, work, run)
            approved = approve_run(
                run,
                _so_far(work, run),
                self._desk.operator.operator_id,
                self._desk.now(),
                organisation_of(work).four_eyes_note,
            )
            check_accounts(work, run)
            note_decision(self._desk, work, run, Decision.APPROVED)
            approved = self._still_to_come(work, approved)
            work.update(approved)
        return approved

    def _still_to_come(self, work: Work, run: PayRun) -> PayRun:
        """Move the day of a run that is approved too late for it to today or a working day."""
        today = self._desk.today()
        if run.state is not RunState.APPROVED or run.pay_on >= today:
            return run
        by_bank = work.find(Payment, pay_run_id=run.pay_run_id, method=PaidBy.BANK)
        return dataclasses.replace(run, pay_on=next_working_day(today) if by_bank else today)

    def send_back(self, number: int, reason: str) -> PayRun:
        """Send a run back to whoever prepared it; raises ReasonMissingError or WrongStateError."""
        if not reason.strip():
            raise ReasonMissingError()
        with self._desk.transaction("send pay run back") as work:
            run = move(run_numbered(work, number), RunState.SENT_BACK)
            note_decision(self._desk, work, run, Decision.SENT_BACK, reason)
            work.update(run)
        return run

    def prepare_again(self, number: int) -> PayRun:
        """Ask for approval again, of a run that was sent back or waits; raises WrongStateError.

        Its payments go to people's accounts as they are now.
        """
        with self._desk.transaction("prepare pay run again") as work:
            run = changed_run(self._desk, work, run_numbered(work, number))
            take_accounts_of_now(work, run)
            return run

    def reverse(self, number: int, reason: str = "") -> PayRun:
        """Take a whole run back with a reason; what it paid is owed again.

        For money that never left, or that all came back. Once the files are made it takes two: the
        first call asks, and the run stays as it is until another operator calls this too, who may
        leave the reason out; the trustees' note lets one do both. Raises ReasonMissingError,
        ReversalAskedError, WrongStateError, OwnWorkError, KeptBackBeforeError or GivenBeforeError.
        """
        return reverse_run(self._desk, number, reason)

    def let_stand(self, number: int, reason: str) -> PayRun:
        """Answer whoever asked to take a run back that it stays; they may do so themselves.

        Raises ReversalNotAskedError or ReasonMissingError.
        """
        return leave_standing(self._desk, number, reason)


def note_of(reading: Reading, run: PayRun) -> str:
    """Return the trustees' note under which a run is or was approved."""
    return run.four_eyes_note if run.approved_at else organisation_of(reading).four_eyes_note


def _told(one: Approval, names: dict[int, str]) -> Approver:
    return Approver(
        name=names.get(one.operator_id, ""), decided_at=one.decided_at, reason=one.reason
    )


def _so_far(reading: Reading, run: PayRun) -> RunApproval:
    pence = sum(one.pence for one in reading.find(Payment, pay_run_id=run.pay_run_id))
    return run_approval(decisions_of(reading, run), organisation_of(reading), pence)


def is_open(run: PayRun) -> bool:
    """Say whether a run is not approved yet, so that it can change."""
    return run.state in (RunState.PREPARED, RunState.SENT_BACK)


def held_from(reading: Reading, run: PayRun) -> tuple[Held, ...]:
    """Return who is held from an open run, whoever prepared it among them."""
    preparer = reading.get(Operator, run.prepared_by_id)
    found = dues(reading, run.up_to_on, run.pay_on, run.projects)
    return held(found, preparer.participant_id)


def pay_day(day: datetime.date, ready: Iterable[Due]) -> datetime.date:
    """Return the day on which money arrives: banks send none on weekends and bank holidays."""
    by_bank = any(due.method is PaidBy.BANK for due in ready)
    return next_working_day(day) if by_bank else day


def changed_run(desk: Desk, work: Work, run: PayRun) -> PayRun:
    """Say that the operator changed a run, so that it is approved anew and by others.

    Raises WrongStateError once it is approved.
    """
    changed = move(run, RunState.PREPARED)
    note_decision(desk, work, changed, Decision.PREPARED)
    work.update(changed)
    return changed


def add_run(
    desk: Desk, work: Work, run: PayRun, ready: list[Due], waiting: tuple[Held, ...]
) -> PreparedRun:
    """Add a run with a payment for each due, and move what it pays into it."""
    work.add(run)
    note_decision(desk, work, run, Decision.PREPARED)
    payments = pay_dues(desk, work, run, ready)
    people = [due.participant for due in ready]
    return PreparedRun(run=run, payments=tuple(zip(people, payments, strict=True)), held=waiting)


def prepared_run(reading: Reading, run: PayRun, waiting: tuple[Held, ...]) -> PreparedRun:
    """Return a run with its payments, in order of the people's names."""
    payments = reading.find(Payment, pay_run_id=run.pay_run_id)
    people = {
        person.participant_id: person
        for person in reading.among(Participant, [p.participant_id for p in payments])
    }
    rows = ((people[payment.participant_id], payment) for payment in payments)
    return PreparedRun(
        run=run,
        payments=tuple(sorted(rows, key=lambda row: fold(row[0].name))),
        held=waiting,
    )
