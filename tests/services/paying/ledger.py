"""Work out from plain records alone whether every pound is where it should be.

Nothing of the services or of the checks of the file is used here, so that both can be wrong and be
found out. For each person, in pence:

    earned     what their paid work is worth (its minutes at its hourly rate), what they claimed,
               and each top-up that counts (`TopUp.is_live`)
    declined   of that, what they do not get: the worth less `agreed_pence`, and the claimed less
               the agreed pence of each line of a claim
    owed       what was agreed for work and claims that are in no run: drafts, logged, sent back
               and approved
    in runs    what payments that wait (`WAITING`) come to, less already what they keep back
    paid       what payments that were paid (`PAID`) come to; not those that came back
    kept back  recoveries still to be kept back (`APPROVED`); those in a run or paid have made
               their payment smaller already, those called off (`SENT_BACK`) count nothing

and then: owed + in runs + paid - kept back + declined = earned.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from coprod_desktop.domain.cash import CashKind, CashMove
from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.gifts import Gift
from coprod_desktop.domain.made_files import MadeFile
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import (
    LineKind,
    Payment,
    PaymentLine,
    PaymentState,
    PayRun,
    RunState,
)
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.domain.vouchers import Voucher, VoucherState

Records = Mapping[type, tuple[Any, ...]]
_INSIDE = {WorkState.IN_PAY_RUN: PaymentState.WAITING, WorkState.PAID: PaymentState.PAID}
_VOUCHER_WITH = {
    VoucherState.SET_ASIDE: PaymentState.WAITING,
    VoucherState.HANDED_OVER: PaymentState.PAID,
}
_STANDING = (PaymentState.WAITING, PaymentState.PAID)


def check_all(records: Records) -> None:
    """Assert every rule of the ledger."""
    check_sums_of_people(records)
    check_lines(records)
    check_recoveries(records)
    check_runs(records)
    check_gifts(records)
    check_vouchers(records)
    check_cash(records)


def check_sums_of_people(records: Records) -> None:
    """Assert that each person's money is all accounted for."""
    earned: Counter[int] = Counter()
    found: Counter[int] = Counter()
    for work in records[Contribution]:
        worth = work.minutes * work.rate_pence // 60
        earned[work.participant_id] += worth
        found[work.participant_id] += worth - work.agreed_pence  # declined
        found[work.participant_id] += _owed(work.state, work.agreed_pence)
    claims = {one.expense_claim_id: one for one in records[ExpenseClaim]}
    for item in records[ExpenseItem]:
        claim = claims[item.expense_claim_id]
        earned[claim.participant_id] += item.claimed_pence
        found[claim.participant_id] += item.claimed_pence - item.agreed_pence  # declined
        found[claim.participant_id] += _owed(claim.state, item.agreed_pence)
    for top_up in records[TopUp]:
        earned[top_up.participant_id] += top_up.pence if top_up.is_live else 0
    for payment in records[Payment]:
        found[payment.participant_id] += payment.pence if payment.state in _STANDING else 0
    for one in records[Recovery]:
        found[one.participant_id] -= one.pence if one.state is WorkState.APPROVED else 0
    for person in earned.keys() | found.keys():
        assert found[person] == earned[person], "money is lost, or is there twice"


def _owed(state: WorkState, pence: int) -> int:
    return 0 if state in _INSIDE else pence


def _agreed(records: Records) -> dict[tuple[LineKind, int], tuple[int, WorkState]]:
    """Return what was agreed for every record that a line can pay, and how far it has come."""
    agreed = {
        (LineKind.CONTRIBUTION, one.contribution_id): (one.agreed_pence, one.state)
        for one in records[Contribution]
    }
    sums: Counter[int] = Counter()
    for item in records[ExpenseItem]:
        sums[item.expense_claim_id] += item.agreed_pence
    for claim in records[ExpenseClaim]:
        key = claim.expense_claim_id
        agreed[LineKind.EXPENSE_CLAIM, key] = (sums[key], claim.state)
    for one in records[TopUp]:
        agreed[LineKind.TOP_UP, one.top_up_id] = (one.pence, one.state)
    for one in records[Recovery]:
        agreed[LineKind.RECOVERY, one.recovery_id] = (-one.pence, one.state)
    return agreed


def check_lines(records: Records) -> None:
    """Assert that each record in a run or paid has one live line, and no other record has any."""
    payments = {one.payment_id: one for one in records[Payment]}
    live: dict[tuple[LineKind, int], tuple[int, PaymentState]] = {}
    sums: dict[int, Counter[bool]] = {key: Counter() for key in payments}
    for line in records[PaymentLine]:
        payment = payments[line.payment_id]
        sums[line.payment_id][_is_for_work(records, line)] += line.pence
        if line.is_live:
            assert (line.kind, line.subject_id) not in live, "two live lines for one record"
            assert payment.state in _STANDING, "a live line in a payment that is no more"
            live[line.kind, line.subject_id] = (line.pence, payment.state)
    inside = {
        key: (pence, _INSIDE[state])
        for key, (pence, state) in _agreed(records).items()
        if state in _INSIDE
    }
    assert live == inside
    for payment in payments.values():
        assert payment.payment_pence == sums[payment.payment_id][True]
        assert payment.reimbursement_pence == sums[payment.payment_id][False]


def _is_for_work(records: Records, line: PaymentLine) -> bool:
    if line.kind is LineKind.RECOVERY:
        return line.subject_id in {o.recovery_id for o in records[Recovery] if o.is_for_work}
    if line.kind is LineKind.TOP_UP:
        return line.subject_id in {o.top_up_id for o in records[TopUp] if o.is_for_work}
    return line.kind is LineKind.CONTRIBUTION


def check_recoveries(records: Records) -> None:
    """Assert that what is kept back is just what is held for lines that were taken back.

    A line of a payment that stays paid is either live or wholly told as recoveries; a recovery
    that was called off (`SENT_BACK`) counts nothing.
    """
    payments = {one.payment_id: one for one in records[Payment]}
    kept: Counter[int] = Counter()
    for one in records[Recovery]:
        if one.state is not WorkState.SENT_BACK:
            kept[one.reverses_line_id] += one.pence
    for line in records[PaymentLine]:
        is_held = payments[line.payment_id].state is PaymentState.PAID and not line.is_live
        assert kept.pop(line.payment_line_id, 0) == (line.pence if is_held else 0)
    assert kept == {}


_AS_RUN = {
    RunState.PREPARED: {PaymentState.WAITING},
    RunState.SENT_BACK: {PaymentState.WAITING},
    RunState.APPROVED: {PaymentState.WAITING},
    RunState.EXPORTED: {PaymentState.WAITING, PaymentState.PAID, PaymentState.CAME_BACK},
    RunState.SETTLED: {PaymentState.PAID, PaymentState.CAME_BACK},
    RunState.REVERSED: {PaymentState.TAKEN_BACK, PaymentState.CAME_BACK},
}


def check_runs(records: Records) -> None:
    """Assert that payments have come as far as their runs, and bank files hold what runs do."""
    runs = {one.pay_run_id: one for one in records[PayRun]}
    by_bank: Counter[int] = Counter()
    for payment in records[Payment]:
        assert payment.state in _AS_RUN[runs[payment.pay_run_id].state]
        if payment.method is PaidBy.BANK:
            by_bank[payment.pay_run_id] += payment.pence
    assert by_bank.keys() | {one.pay_run_id for one in records[Payment]} == runs.keys()
    files: Counter[tuple[int, str]] = Counter()
    for made in records[MadeFile]:
        assert runs[made.pay_run_id].state in _EXPORTED
        files[made.pay_run_id, made.layout] += made.pence
    for (run_id, _layout), pence in files.items():
        assert pence == by_bank[run_id]


_EXPORTED = (RunState.EXPORTED, RunState.SETTLED, RunState.REVERSED)


def check_gifts(records: Records) -> None:
    """Assert that nobody gave back more than they were paid."""
    given: Counter[int] = Counter()
    for gift in records[Gift]:
        given[gift.payment_id] += gift.pence
    lines = {one.payment_line_id: one.payment_id for one in records[PaymentLine]}
    in_error: Counter[int] = Counter()
    for one in records[Recovery]:
        if one.is_for_work and one.state is not WorkState.SENT_BACK:
            in_error[lines[one.reverses_line_id]] += one.pence
    for payment in records[Payment]:
        is_paid = payment.state is PaymentState.PAID
        theirs = payment.payment_pence - in_error[payment.payment_id]
        assert given.pop(payment.payment_id, 0) <= (theirs if is_paid else 0)
    assert given == {}


def check_vouchers(records: Records) -> None:
    """Assert that each voucher is in one place, and those with a payment come to just its sum.

    A payment that was made by voucher has its vouchers, or a note that says why it has none.
    """
    payments = {one.payment_id: one for one in records[Payment]}
    sums: Counter[int] = Counter()
    for one in records[Voucher]:
        assert (one.payment_id is not None) == (one.state in _VOUCHER_WITH)
        if one.payment_id is not None:
            assert payments[one.payment_id].state is _VOUCHER_WITH[one.state]
            sums[one.payment_id] += one.value_pence
    for one in payments.values():
        if one.method is PaidBy.VOUCHER and one.state is PaymentState.PAID and one.pence:
            assert sums[one.payment_id] or one.note, "vouchers went out without a trace"
    for key, pence in sums.items():
        assert (payments[key].method, payments[key].pence) == (PaidBy.VOUCHER, pence)


def check_cash(records: Records) -> None:
    """Assert that the box lost just what people hold in cash."""
    moved: Counter[int] = Counter()
    for move in records[CashMove]:
        if move.payment_id is not None:
            assert move.kind in (CashKind.HANDED_OUT, CashKind.CAME_BACK)
            moved[move.payment_id] += move.pence
    for payment in records[Payment]:
        is_out = payment.method is PaidBy.CASH and payment.state is PaymentState.PAID
        assert moved.pop(payment.payment_id, 0) == (-payment.pence if is_out else 0)
    assert moved == {}


def cash_in_box(moves: Iterable[CashMove], payments: Iterable[Payment]) -> int:
    """Return what the box should hold: what was drawn and paid in, less what people hold."""
    given = sum(
        one.pence
        for one in payments
        if one.method is PaidBy.CASH and one.state is PaymentState.PAID
    )
    return sum(move.pence for move in moves if move.payment_id is None) - given
