"""Put what people are owed into payments of a run, with a line for each record."""

import dataclasses
from collections.abc import Iterable

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.participants import BankDetails, PaidBy
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentLine, PayRun
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.dues import Due
from coprod_desktop.storage import owed
from coprod_desktop.storage.owed import LastAccount
from coprod_desktop.storage.work import Work


def pay_dues(desk: Desk, work: Work, run: PayRun, ready: list[Due]) -> list[Payment]:
    """Add a payment for each due to a run, and move what they pay into it."""
    people = [due.participant.participant_id for due in ready]
    accounts = owed.last_accounts(work, run.number, people)
    payments = [_payment(desk, run, due, accounts) for due in ready]
    work.add_all(Payment, payments)
    lines: list[PaymentLine] = []
    for due, payment in zip(ready, payments, strict=True):
        lines += _lines(desk, due, payment.payment_id)
    before = owed.lines_before(work, [line.subject_id for line in lines])
    work.add_all(PaymentLine, [_linked(line, before) for line in lines])
    pieces = [piece for due in ready for piece in due.work]
    pieces.sort(key=lambda one: one.contribution_id)  # so that the file writes them side by side
    work.set_all(Contribution, pieces, state=WorkState.IN_PAY_RUN)
    claims = [claim for due in ready for claim, _pence in due.claims]
    work.set_all(ExpenseClaim, claims, state=WorkState.IN_PAY_RUN)
    again = [one for due in ready for one in due.top_ups if one.state is WorkState.APPROVED]
    work.set_all(TopUp, again, state=WorkState.IN_PAY_RUN)
    _keep_back(desk, work, [one for due in ready for one in due.kept_back])
    return payments


def _payment(desk: Desk, run: PayRun, due: Due, accounts: dict[int, LastAccount]) -> Payment:
    details = due.bank_details if due.method is PaidBy.BANK else None
    last = accounts.get(due.participant.participant_id)
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
        reference=f"Pay run {run.number}",
        is_new_account=details is not None and _is_new(details, last),
    )


def _is_new(details: BankDetails, last: LastAccount | None) -> bool:
    now = (details.sort_code, details.account_number)
    return last is None or (last.sort_code, last.account_number) != now


def _lines(desk: Desk, due: Due, payment_id: int) -> list[PaymentLine]:
    paid = [(LineKind.CONTRIBUTION, one.contribution_id, one.agreed_pence) for one in due.work]
    paid += [(LineKind.EXPENSE_CLAIM, c.expense_claim_id, pence) for c, pence in due.claims]
    paid += [(LineKind.TOP_UP, one.top_up_id, one.pence) for one in due.top_ups]
    paid += [(LineKind.RECOVERY, one.recovery_id, -pence) for one, pence in due.kept_back]
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


def _linked(line: PaymentLine, before: dict[int, PaymentLine]) -> PaymentLine:
    earlier = before.get(line.subject_id)
    if earlier is None:
        return line
    return dataclasses.replace(line, replaces_line_id=earlier.payment_line_id)


def _keep_back(desk: Desk, work: Work, kept: Iterable[tuple[Recovery, int]]) -> None:
    """Put recoveries into the run; of one that does not fit whole, the rest waits by itself."""
    for recovery, pence in kept:
        taken = dataclasses.replace(recovery, pence=pence, state=WorkState.IN_PAY_RUN)
        work.update(taken)
        if pence < recovery.pence:
            rest = dataclasses.replace(
                recovery, recovery_id=desk.new_id(), pence=recovery.pence - pence
            )
            work.add(rest)
