"""A pay run goes one way, two people stand behind it, and its totals are its lines."""

import dataclasses
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import SamePersonError, WrongStateError
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import PaymentSheetLine, RunState, approve_run, move
from tests.builders import (
    NOW,
    a_pay_run,
    a_payment,
    a_payment_sheet,
    a_payment_sheet_line,
    a_remittance,
    a_remittance_line,
)

ALLOWED = {
    (RunState.PREPARED, RunState.APPROVED),
    (RunState.APPROVED, RunState.EXPORTED),
    (RunState.EXPORTED, RunState.EXPORTED),
    (RunState.EXPORTED, RunState.SETTLED),
    (RunState.PREPARED, RunState.REVERSED),
    (RunState.APPROVED, RunState.REVERSED),
    (RunState.EXPORTED, RunState.REVERSED),
    (RunState.SETTLED, RunState.REVERSED),
}
PENCE = st.integers(0, 10**7)
LINES = st.lists(
    st.builds(
        a_payment_sheet_line,
        method=st.sampled_from(PaidBy),
        minutes=st.integers(0, 10_000),
        payment_pence=PENCE,
        reimbursement_pence=PENCE,
    ),
    max_size=12,
)


@pytest.mark.parametrize(("state", "to"), list(itertools.product(RunState, RunState)))
def test_a_run_takes_every_allowed_step_and_no_other(state: RunState, to: RunState) -> None:
    run = a_pay_run(state=state)
    if (state, to) in ALLOWED:
        assert move(run, to) == dataclasses.replace(run, state=to)
    else:
        with pytest.raises(WrongStateError) as raised:
            move(run, to)
        assert raised.value.facts == {"noun": "pay run", "state": state, "step": to}


def test_a_second_person_approves_and_is_named_with_the_time() -> None:
    run = a_pay_run(prepared_by_id=1)
    approved = approve_run(run, 2, NOW, four_eyes_note="")
    assert approved == dataclasses.replace(
        run, state=RunState.APPROVED, approved_by_id=2, approved_at=NOW
    )


@pytest.mark.parametrize("note", ["", "  \n"])
def test_the_one_who_prepared_a_run_does_not_approve_it(note: str) -> None:
    with pytest.raises(SamePersonError):
        approve_run(a_pay_run(prepared_by_id=1), 1, NOW, four_eyes_note=note)


def test_the_trustees_may_write_down_why_one_person_is_enough() -> None:
    run = a_pay_run(prepared_by_id=1)
    approved = approve_run(run, 1, NOW, four_eyes_note="One worker; the treasurer sees each sheet.")
    assert approved.approved_by_id == approved.prepared_by_id == 1


@pytest.mark.parametrize("state", [state for state in RunState if state is not RunState.PREPARED])
def test_a_run_is_approved_once(state: RunState) -> None:
    with pytest.raises(WrongStateError):
        approve_run(a_pay_run(state=state, prepared_by_id=1), 2, NOW, four_eyes_note="")


@given(PENCE, PENCE)
def test_what_is_sent_is_the_payment_and_the_reimbursement(paid: int, back: int) -> None:
    assert a_payment(payment_pence=paid, reimbursement_pence=back).pence == paid + back


@given(LINES)
def test_totals_of_a_sheet_are_the_sums_of_its_lines(lines: list[PaymentSheetLine]) -> None:
    sheet = a_payment_sheet(lines=tuple(lines))
    assert sheet.minutes == sum(line.minutes for line in lines)
    assert sheet.payment_pence == sum(line.payment_pence for line in lines)
    assert sheet.reimbursement_pence == sum(line.reimbursement_pence for line in lines)
    assert sheet.pence == sum(line.pence for line in lines)


@given(LINES)
def test_the_order_of_lines_changes_no_total(lines: list[PaymentSheetLine]) -> None:
    forth, back = a_payment_sheet(lines=tuple(lines)), a_payment_sheet(lines=tuple(lines[::-1]))
    assert (forth.minutes, forth.pence) == (back.minutes, back.pence)


def test_what_is_held_is_not_in_the_total() -> None:
    sheet = a_payment_sheet()
    assert [held.pence for held in sheet.held] == [2400]
    assert sheet.pence == 5460


@given(st.lists(PENCE, max_size=8), st.lists(PENCE, max_size=8))
def test_a_remittance_adds_up_work_and_expenses_apart(work: list[int], back: list[int]) -> None:
    remittance = a_remittance(
        work=tuple(a_remittance_line(pence=pence) for pence in work),
        expenses=tuple(a_remittance_line(minutes=0, pence=pence) for pence in back),
    )
    assert (remittance.payment_pence, remittance.reimbursement_pence) == (sum(work), sum(back))
    assert not hasattr(remittance, "pence")
