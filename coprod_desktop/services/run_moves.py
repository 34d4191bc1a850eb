"""Move what a pay run pays, and the payments themselves, from one state to the next."""

import dataclasses
from collections.abc import Iterable

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.pay_runs import (
    LineKind,
    Payment,
    PaymentLine,
    PaymentState,
    PayRun,
    RunState,
    move,
)
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.services.decisions import decided
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.run_lines import subjects
from coprod_desktop.storage import top_ups
from coprod_desktop.storage.work import Reading, Work

RUNS = "pay_runs"


def move_subjects(work: Work, lines: Iterable[PaymentLine], state: WorkState) -> None:
    """Move what live lines pay: into a run, to paid, or back to approved, so that it is owed."""
    live = [line for line in lines if line.is_live]
    work.set_all(
        Contribution,
        work.among(Contribution, subjects(live, LineKind.CONTRIBUTION)),
        state=state,
    )
    work.set_all(
        ExpenseClaim,
        work.among(ExpenseClaim, subjects(live, LineKind.EXPENSE_CLAIM)),
        state=state,
    )
    work.set_all(Recovery, work.among(Recovery, subjects(live, LineKind.RECOVERY)), state=state)
    raised = work.among(TopUp, subjects(live, LineKind.TOP_UP))
    if state is WorkState.APPROVED:
        _owe_again(work, raised)
    else:
        work.set_all(TopUp, raised, state=state)


def _owe_again(work: Work, found: Iterable[TopUp]) -> None:
    """Owe rises again: by what the rules give then, or as they were where a later one stands."""
    found = list(found)
    standing = top_ups.live(work, [one.subject_id for one in found])
    built_upon = [
        one
        for one in found
        if any(
            (other.subject_id, other.kind) == (one.subject_id, one.kind)
            and other.was_pence > one.was_pence
            for other in standing
        )
    ]
    work.set_all(TopUp, built_upon, state=WorkState.APPROVED)
    others = [one for one in found if one not in built_upon]
    work.set_all(TopUp, others, state=WorkState.SENT_BACK, is_live=False)


def free_lines(work: Work, lines: Iterable[PaymentLine]) -> None:
    """Take back what lines pay: it is owed again, and the lines stay as what once was."""
    lines = list(lines)
    move_subjects(work, lines, WorkState.APPROVED)
    work.set_all(PaymentLine, lines, is_live=False)


def settle_run_if_done(work: Work, run: PayRun) -> PayRun:
    """Close an exported run once no payment of it waits any more."""
    payments = work.find(Payment, pay_run_id=run.pay_run_id)
    if any(one.state is PaymentState.WAITING for one in payments):
        return run
    days = [one.paid_on for one in payments if one.paid_on]
    settled = move(run, RunState.SETTLED) if run.state is RunState.EXPORTED else run
    settled = dataclasses.replace(settled, settled_on=max(days, default=run.pay_on))
    work.update(settled)
    return settled


def note_decision(
    desk: Desk, work: Work, run: PayRun, decision: Decision, reason: str = ""
) -> None:
    """Record who prepared, approved or sent back a run."""
    work.add(decided(desk, RUNS, run.pay_run_id, decision, reason))


def decisions_of(reading: Reading, run: PayRun) -> tuple[Approval, ...]:
    """Return the decisions about a run, oldest first."""
    return reading.find(Approval, subject=RUNS, subject_id=run.pay_run_id)
