"""Take a whole pay run back; where its money may have left, one asks and another confirms it."""

import dataclasses

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.errors import OwnWorkError, ReasonMissingError
from coprod_desktop.domain.pay_errors import ReversalNotAskedError
from coprod_desktop.domain.pay_runs import Payment, PaymentState, PayRun, RunState, move
from coprod_desktop.domain.run_reversal import asked_reversal, check_confirms, takes_two
from coprod_desktop.domain.text import clean_note
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.registers import take_in
from coprod_desktop.services.returned_money import call_off_recoveries, check_can_come_back
from coprod_desktop.services.run_lines import run_numbered
from coprod_desktop.services.run_moves import decisions_of, free_lines, note_decision
from coprod_desktop.storage import pay_runs
from coprod_desktop.storage.work import Reading, Work


def reverse_run(desk: Desk, number: int, reason: str) -> PayRun:
    """Take a run back, or ask for it where that takes two; the run as it is then is returned.

    Raises as `PayRunService.reverse`.
    """
    with desk.reading() as reading:
        run = run_numbered(reading, number)
        is_first = is_taken_back_by_two(reading, run) and waiting_reversal(reading, run) is None
    return _ask(desk, number, reason) if is_first else _reverse(desk, number, reason)


def leave_standing(desk: Desk, number: int, reason: str) -> PayRun:
    """Answer that a run stays as it is; raises ReversalNotAskedError or ReasonMissingError."""
    if not reason.strip():
        raise ReasonMissingError()
    with desk.transaction("let pay run stand") as work:
        run = run_numbered(work, number)
        if waiting_reversal(work, run) is None:
            raise ReversalNotAskedError(number=number)
        note_decision(desk, work, run, Decision.LEFT_STANDING, reason)
    return run


def waiting_reversal(reading: Reading, run: PayRun) -> Approval | None:
    """Return who asked to take a run back, while nobody has answered."""
    if run.state is RunState.REVERSED:
        return None
    return asked_reversal(decisions_of(reading, run))


def is_taken_back_by_two(reading: Reading, run: PayRun) -> bool:
    """Say whether somebody has to ask for it and somebody else to confirm it."""
    return takes_two(run, organisation_of(reading).four_eyes_note)


def check_nothing_of_ours(desk: Desk, reading: Reading, run: PayRun) -> None:
    """Refuse to approve, pay or take back a run that pays the operator; raises OwnWorkError."""
    own = desk.operator.participant_id
    if own and reading.find(Payment, pay_run_id=run.pay_run_id, participant_id=own):
        raise OwnWorkError()


def _ask(desk: Desk, number: int, reason: str) -> PayRun:
    if not reason.strip():
        raise ReasonMissingError()
    with desk.transaction("ask to take pay run back") as work:
        run = run_numbered(work, number)
        move(run, RunState.REVERSED)  # what cannot be taken back is not asked for
        check_nothing_of_ours(desk, work, run)
        asked = waiting_reversal(work, run)
        if asked is not None:
            check_confirms(run, asked, asked.operator_id)
        check_can_come_back(work, work.find(Payment, pay_run_id=run.pay_run_id))
        note_decision(desk, work, run, Decision.REVERSAL_ASKED, reason)
    return run


def _reverse(desk: Desk, number: int, reason: str) -> PayRun:
    with desk.transaction("reverse pay run") as work:
        before = run_numbered(work, number)
        run = move(before, RunState.REVERSED)
        check_nothing_of_ours(desk, work, run)
        asked = waiting_reversal(work, before)
        if is_taken_back_by_two(work, before):
            if asked is None:
                raise ReversalNotAskedError(number=number)
            check_confirms(before, asked, desk.operator.operator_id)
        said = [asked.reason if asked else "", clean_note(reason)]
        if not any(said):
            raise ReasonMissingError()
        note = "\n".join(dict.fromkeys(filter(None, (run.note, *said))))
        run = dataclasses.replace(run, note=note)
        note_decision(desk, work, run, Decision.REVERSED, reason)
        work.update(run)
        _free(desk, work, run)
    return run


def _free(desk: Desk, work: Work, run: PayRun) -> None:
    """Let what a run pays be owed again, and its cash and vouchers be in the house."""
    free_lines(work, [one for one in pay_runs.lines_of(work, run.pay_run_id) if one.is_live])
    payments = work.find(Payment, pay_run_id=run.pay_run_id)
    waiting = [one for one in payments if one.state is PaymentState.WAITING]
    paid = [one for one in payments if one.state is PaymentState.PAID]
    call_off_recoveries(work, paid)
    take_in(desk, work, [*waiting, *paid], desk.today())
    work.set_all(Payment, waiting, state=PaymentState.TAKEN_BACK)
    work.set_all(Payment, paid, state=PaymentState.CAME_BACK, came_back_on=desk.today())
